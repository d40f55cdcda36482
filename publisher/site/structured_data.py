"""What a page is, as one graph in the words of https://schema.org, written as JSON-LD.

Who reviewed a page, when, and for whom it is written are properties of the page, not of the
article on it: https://schema.org/reviewedBy, https://schema.org/lastReviewed.
"""

from __future__ import annotations

import json
from typing import Any

from publisher.content.article import Article, Audience
from publisher.content.publication import Publication
from publisher.site.addresses import absolute
from publisher.site.identities import (
    Node,
    identity,
    identity_mark,
    mark,
    node,
    organisation,
    organisation_mark,
    properties,
    website,
    website_mark,
)
from publisher.site.views import View
from publisher.site.works import full_work, picture, picture_mark, work, work_mark

_COLLECTIONS = frozenset({"home", "topic", "topics", "people", "archive"})
_STANDING = {"about/": "AboutPage", "contact/": "ContactPage"}
_AUDIENCES = {
    Audience.PATIENTS: node("Patient", audienceType="Patients"),
    Audience.CLINICIANS: node("MedicalAudience", audienceType="Clinician"),
    Audience.POLICY: node("Audience", audienceType="Policy makers"),
    Audience.STAFF: node("Audience", audienceType="Health care staff"),
}

# Inside <script> these could end the element or the line; in JSON each has an escape
# (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def data(publication: Publication, view: View) -> str:
    """The graph as JSON that may stand in a script element: no text in it can leave that."""
    told = json.dumps(graph(publication, view), ensure_ascii=False, separators=(",", ":"))
    return told.translate(_ESCAPES)


def graph(publication: Publication, view: View) -> dict[str, Any]:
    """Everything the page says of itself; each `@id` in it is an absolute URL."""
    nodes = [organisation(publication), website(publication), _page(publication, view)]
    nodes.append(picture(publication, view))
    if view.crumbs:
        nodes.append(_breadcrumbs(publication, view))
    if view.article:
        nodes.append(full_work(publication, view, view.article))
        nodes += _people(publication, view.article)
    if view.person:
        nodes.append(identity(publication, *view.person, view.language))
    return {"@context": "https://schema.org", "@graph": nodes}


def _page(publication: Publication, view: View) -> Node:
    url = absolute(publication, view.address)
    page = node(
        _page_kind(publication, view),
        id=url,
        url=url,
        name=view.title,
        description=view.description,
        inLanguage=view.language,
        isPartOf=website_mark(publication),
        publisher=organisation_mark(publication),
        primaryImageOfPage=picture_mark(publication, view),
        breadcrumb={"@id": mark(publication, view.address, "breadcrumbs")} if view.crumbs else None,
    )
    if view.article:
        return page | _about_article(publication, view.article)
    if view.person:
        person = identity_mark(publication, *view.person)
        works = [work(publication, article) for article in view.articles]
        return page | properties(mainEntity=person, hasPart=works)
    return page | _list(publication, view)


def _page_kind(publication: Publication, view: View) -> str:
    if view.article:
        medical = any(topic.medical for _, topic in publication.topics_of(view.article))
        return "MedicalWebPage" if medical else "WebPage"
    if view.person:
        return "ProfilePage"
    if view.kind in _COLLECTIONS:
        return "CollectionPage"
    return _STANDING.get(view.address, "WebPage")


def _about_article(publication: Publication, article: Article) -> Node:
    about: Node = {
        "datePublished": article.published.isoformat(),
        "dateModified": article.modified.isoformat(),
        "mainEntity": work_mark(publication, article),
    }
    if article.is_withdrawn:
        return about | {"creativeWorkStatus": "Withdrawn"}
    reviewer = publication.people.get(article.reviewer or "")
    if article.reviewer and reviewer and article.reviewed:
        about["reviewedBy"] = identity_mark(publication, article.reviewer, reviewer)
        about["lastReviewed"] = article.reviewed.isoformat()
    if article.audience:
        about["audience"] = [_AUDIENCES[audience] for audience in article.audience]
    return about


def _people(publication: Publication, article: Article) -> list[Node]:
    named = publication.authors_of(article)
    reviewer = publication.people.get(article.reviewer or "")
    if article.reviewer and reviewer and not article.is_withdrawn:
        named.append((article.reviewer, reviewer))
    return [identity(publication, key, person, article.language) for key, person in named]


def _breadcrumbs(publication: Publication, view: View) -> Node:
    return node(
        "BreadcrumbList",
        id=mark(publication, view.address, "breadcrumbs"),
        itemListElement=[
            node("ListItem", position=place, name=name, item=absolute(publication, address))
            for place, (name, address) in enumerate(view.crumbs, start=1)
        ],
    )


def _list(publication: Publication, view: View) -> Node:
    listed = [(article.title, article.address) for article in view.articles]
    listed += [(name, address) for name, address, _ in view.entries]
    if not listed:
        return {}
    elements = [
        node("ListItem", position=place, name=name, url=absolute(publication, address))
        for place, (name, address) in enumerate(listed, start=1)
    ]
    return {"mainEntity": node("ItemList", itemListElement=elements)}
