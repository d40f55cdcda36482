"""Articles, what they cite and what they show, in the words of https://schema.org."""

from __future__ import annotations

import re
from functools import lru_cache

from publisher.content.article import Article, Pillar
from publisher.content.prose import mask
from publisher.content.publication import Publication
from publisher.content.references import Reference
from publisher.site.addresses import absolute, picture_url
from publisher.site.identities import (
    Node,
    identity_mark,
    mark,
    node,
    organisation_mark,
    properties,
    website_mark,
)
from publisher.site.views import Picture, View

# Addresses of links and pictures, marks of footnotes, and attributes are no words of an article.
_UNREAD = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]:?|https?://\S+|\{:[^{}\n]*\}")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

# "Berkman N" or "O'Neill J-P": family name and initials, as references name a person; whatever
# else stands among the authors is an organisation.
_PERSON = re.compile(r"\S.* [^\W\d_a-z](?:[.-]?[^\W\d_a-z]){0,3}\.?")

_SCHEMES = (
    ("doi", "DOI"),
    ("pmid", "PMID"),
    ("pmcid", "PMCID"),
    ("nct", "ClinicalTrials.gov"),
    ("isbn", "ISBN"),
)


def work_mark(publication: Publication, article: Article) -> Node:
    """A pointer to an article."""
    return {"@id": mark(publication, article.address, "article")}


def picture_mark(publication: Publication, view: View) -> Node:
    """A pointer to the page's picture."""
    return {"@id": mark(publication, view.address, "picture")}


def work(publication: Publication, article: Article) -> Node:
    """As much of an article as another page tells of it."""
    return node(
        "ScholarlyArticle" if article.pillar is Pillar.RESEARCH else "BlogPosting",
        **work_mark(publication, article),
        url=absolute(publication, article.address),
        headline=article.title,
        inLanguage=article.language,
        datePublished=article.published.isoformat(),
        dateModified=article.modified.isoformat(),
        author=[
            identity_mark(publication, key, person)
            for key, person in publication.authors_of(article)
        ],
    )


def full_work(publication: Publication, view: View, article: Article) -> Node:
    """An article on its own page; of a withdrawn one only what its page still says."""
    told = work(publication, article) | properties(
        publisher=organisation_mark(publication),
        isPartOf=website_mark(publication),
        mainEntityOfPage={"@id": absolute(publication, view.address)},
        correction=[
            node("CorrectionComment", text=c.note, datePublished=c.date.isoformat())
            for c in article.corrections
        ],
    )
    if article.is_withdrawn:
        return told | {"creativeWorkStatus": "Withdrawn"}
    return told | _contents(publication, view, article)


def _contents(publication: Publication, view: View, article: Article) -> Node:
    names = [t.name.in_language(article.language) for _, t in publication.topics_of(article)]
    others = [a for a in publication.translations_of(article) if a is not article]
    return properties(
        description=article.description,
        image=[_image(publication, crop) for crop in view.crops] or picture_mark(publication, view),
        articleSection=names[:1],
        keywords=names,
        wordCount=count_words(article.body),
        isAccessibleForFree=True,
        citation=[citation(cited) for cited in article.references],
        translationOfWork=[work(publication, a) for a in others if a.id == article.translation_of],
        workTranslation=[work(publication, a) for a in others if a.translation_of == article.id],
    )


@lru_cache(maxsize=4)  # asked for the page's reading time, and again for its structured data
def count_words(markdown: str) -> int:
    """Words that a reader reads; code, comments and addresses are none."""
    return len(_WORD.findall(_UNREAD.sub(" ", mask(markdown))))


def picture(publication: Publication, view: View) -> Node:
    """The page's picture, with what its author says of it."""
    return _image(publication, view.picture) | picture_mark(publication, view)


def _image(publication: Publication, shown: Picture) -> Node:
    url = picture_url(publication, shown)
    return node(
        "ImageObject",
        url=url,
        contentUrl=url,
        width=shown.width,
        height=shown.height,
        encodingFormat=shown.mime,
        caption=shown.caption or shown.alt,
        creditText=shown.credit,
    )


def citation(cited: Reference) -> Node:
    """A cited work: an article by DOI, PMID or PMCID, a book by ISBN, else any creative work."""
    article = bool(cited.doi or cited.pmid or cited.pmcid)
    kind = "ScholarlyArticle" if article else "Book" if cited.isbn else "CreativeWork"
    container = node("Periodical" if article else "CreativeWork", name=cited.container)
    return node(
        kind,
        name=cited.title or cited.key,
        author=[node(_author_kind(name), name=name) for name in cited.authors],
        datePublished=str(cited.year or ""),
        isPartOf=container if cited.container else None,
        isbn=cited.isbn if kind == "Book" else None,
        identifier=[
            node("PropertyValue", propertyID=scheme, value=getattr(cited, name))
            for name, scheme in _SCHEMES
            if getattr(cited, name)
        ],
        url=cited.url,
        sameAs=cited.address if cited.address != cited.url else None,
    )


def _author_kind(name: str) -> str:
    return "Person" if _PERSON.fullmatch(name) else "Organization"
