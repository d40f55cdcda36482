"""How research published here is cited: in words, as BibTeX and as RIS.

In words as the International Committee of Medical Journal Editors cites web pages
(https://www.nlm.nih.gov/bsd/uniform_requirements.html); BibTeX as `@misc`, which every style
knows; RIS as `ELEC` (https://en.wikipedia.org/wiki/RIS_(file_format)). Both files are UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.content.article import Article, Pillar
from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.site.seo import one_line
from publisher.site.words import Words

# What BibTeX takes for its own (https://tug.org/bibtex: special characters of TeX).
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "$": r"\$", "#": r"\#",
        "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def is_citable(publication: Publication, article: Article) -> bool:
    """Whether readers are told how to cite an article: research that stands, all authors known."""
    known = all(key in publication.people for key in article.authors)
    return article.pillar is Pillar.RESEARCH and known and not article.is_withdrawn


def citation(publication: Publication, article: Article, say: Words) -> str:
    """The citation in words: who, what, where, when, address."""
    names = [person.name.in_language(article.language) for person in _authors(publication, article)]
    who = ", ".join(names) or publication.settings.organisation.name
    title, day = one_line(article.title).rstrip("."), say.day(article.published)
    end = "" if title.endswith(("?", "!", "…")) else "."
    return f"{who}. {title}{end} {publication.name}. {day}. {publication.url_of(article)}"


def citation_files(publication: Publication) -> dict[str, bytes]:
    """Address → bytes of both files, for every article that readers are told how to cite."""
    return {
        citation_address(article, suffix): text(publication, article).encode()
        for article in publication.public
        if is_citable(publication, article)
        for suffix, text in (("bib", bibtex), ("ris", ris))
    }


def citation_address(article: Article, suffix: str) -> str:
    """Where a citation's file stands: beside the page, named so that a reader finds it again."""
    return f"{article.address}{article.slug}.{suffix}"


def bibtex(publication: Publication, article: Article) -> str:
    """One BibTeX entry; its key is the article's slug, and a team is one name in braces."""
    day = article.published.astimezone(publication.settings.zone)
    fields = {
        "author": " and ".join(
            _tex(name) if person.kind == "person" else f"{{{_tex(name)}}}"
            for person in _authors(publication, article)
            if (name := person.name.in_language(article.language))
        ),
        "title": f"{{{_tex(one_line(article.title))}}}",
        "howpublished": _tex(publication.name),
        "year": f"{day:%Y}",
        "month": f"{day:%b}".lower(),
        "day": f"{day.day}",
        "url": publication.url_of(article),
    }
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    )
    return f"@misc{{{article.slug},\n{''.join(lines)}}}\n"


def ris(publication: Publication, article: Article) -> str:
    """One RIS record, its lines ended as the format wants."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(publication, article))


def _ris(publication: Publication, article: Article) -> Iterator[tuple[str, str]]:
    day = article.published.astimezone(publication.settings.zone)
    yield "TY", "ELEC"
    for person in _authors(publication, article):
        yield "AU", person.name.in_language(article.language)
    yield "TI", one_line(article.title)
    yield "T2", publication.name
    yield "PY", f"{day:%Y}"
    yield "DA", f"{day:%Y/%m/%d}"
    yield "PB", publication.settings.organisation.name
    yield "LA", article.language
    yield "UR", publication.url_of(article)
    yield "ER", ""


def _authors(publication: Publication, article: Article) -> list[Person]:
    return [person for _, person in publication.authors_of(article)]


def _tex(text: str) -> str:
    return text.translate(_TEX)
