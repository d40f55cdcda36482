"""JSON-LD says what the page says, in words that schema.org knows."""

import json
import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest

from publisher.content.article import Audience
from publisher.site import structured_data
from tests.site.example import ARTICLES, PUBLICATION, SITE, VIEWS
from tests.site.schema_org import complaints, nodes_of

TRIAL = "articles/a-made-up-trial/"


def within(value: Any):
    """Every node at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from within(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from within(inner)


def test_every_page_names_only_what_schema_org_knows():
    found = {
        address: told
        for address, view in VIEWS.items()
        for node in structured_data.graph(PUBLICATION, view)["@graph"]
        if (told := list(complaints(node)))
    }
    assert found == {}
    assert len(VIEWS) > 20


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ({"@type": "Blogpost"}, ["Blogpost is no type"]),
        ({"@type": "Article", "titel": "x"}, ["Article.titel is no property"]),
        ({"@type": "Article", "reviewedBy": {"@id": "x"}}, ["Article has no reviewedBy"]),
        ({"@type": "MedicalWebPage", "aspect": "x"}, ["MedicalWebPage.aspect is superseded"]),
        ({"@type": "Article", "author": "x"}, ["Article.author is not 'x'"]),
        (
            {"@type": "Article", "image": {"@type": "Person"}},
            ["Article.image is not {'@type': 'Person'}"],
        ),
        ({"@type": "Patient", "audienceType": "x", "worksFor": {"@id": "x"}}, []),
    ],
)
def test_the_vocabulary_catches_what_it_does_not_know(node, told):
    assert list(complaints(node)) == told


def test_every_pointer_leads_to_a_node_of_the_graph_or_to_another_page():
    for view in VIEWS.values():
        graph = structured_data.graph(PUBLICATION, view)
        everything = list(within(graph["@graph"]))
        defined = [node["@id"] for node in everything if "@id" in node and len(node) > 1]
        pointed = {node["@id"] for node in everything if set(node) == {"@id"}}
        assert len(defined) == len(set(defined)), view.address
        here = SITE + view.address
        lost = {
            target
            for target in pointed - set(defined)
            if not target.startswith(SITE)
            or target.partition("#")[0] == here
            or target.partition("#")[0].removeprefix(SITE) not in VIEWS
        }
        assert lost == set(), view.address


def test_a_script_cannot_be_left_by_a_title():
    view = VIEWS["articles/hostile/"]
    separators = replace(view, title=view.title + "\u2028\u2029<!--")
    data = structured_data.data(PUBLICATION, separators)
    script = f'<script type="application/ld+json">{data}</script>'
    page = html5lib.parse(
        f"<!doctype html><title>x</title>{script}<p id=after>", namespaceHTMLElements=False
    )
    [element] = page.iter("script")
    assert element.text is not None
    assert json.loads(element.text) == structured_data.graph(PUBLICATION, separators)
    assert page.find("body/p[@id='after']") is not None
    assert not set("<>&\u2028\u2029") & set(element.text)
    names = [node.get("name") for node in json.loads(element.text)["@graph"]]
    assert view.title + "\u2028\u2029<!--" in names


def test_a_page_about_medicine_bears_review_and_audience():
    assert nodes_of(VIEWS[TRIAL])[TRIAL] == {
        "@type": "MedicalWebPage",
        "@id": SITE + TRIAL,
        "url": SITE + TRIAL,
        "name": "A made-up trial of walking",
        "description": "What a trial that was never run would have shown about a daily walk, "
        "and what it could not.",
        "inLanguage": "en",
        "isPartOf": {"@id": SITE + "#website"},
        "publisher": {"@id": SITE + "#organization"},
        "primaryImageOfPage": {"@id": SITE + TRIAL + "#picture"},
        "breadcrumb": {"@id": SITE + TRIAL + "#breadcrumbs"},
        "datePublished": "2026-03-10T09:00:00+00:00",
        "dateModified": "2026-04-02T15:30:00+01:00",
        "mainEntity": {"@id": SITE + TRIAL + "#article"},
        "reviewedBy": {"@id": SITE + "people/specimen-two/#person"},
        "lastReviewed": "2026-03-04",
        "audience": [
            {"@type": "Patient", "audienceType": "Patients"},
            {"@type": "MedicalAudience", "audienceType": "Clinician"},
        ],
    }


def test_breadcrumbs_lead_from_home_to_the_page():
    crumbs = nodes_of(VIEWS[TRIAL])[TRIAL + "#breadcrumbs"]
    steps = [
        ("Home", SITE),
        ("Cardiology", SITE + "topics/cardiology/"),
        ("A made-up trial of walking", SITE + TRIAL),
    ]
    assert crumbs == {
        "@type": "BreadcrumbList",
        "@id": SITE + TRIAL + "#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate(steps, start=1)
        ],
    }


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "CollectionPage"),
        ("topics/", "CollectionPage"),
        ("topics/cardiology/", "CollectionPage"),
        ("people/", "CollectionPage"),
        ("archive/", "CollectionPage"),
        ("people/test-team/", "ProfilePage"),
        ("about/", "AboutPage"),
        ("contact/", "ContactPage"),
        ("editorial-policy/", "WebPage"),
        ("feeds/", "WebPage"),
        ("articles/what-we-said/", "WebPage"),
        (TRIAL, "MedicalWebPage"),
    ],
)
def test_each_kind_of_page_has_its_type(address, kind):
    assert nodes_of(VIEWS[address])[address]["@type"] == kind


def test_a_listing_lists_its_articles_or_its_entries():
    topic = nodes_of(VIEWS["topics/cardiology/"])
    assert topic["topics/cardiology/"]["mainEntity"] == {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "name": "A made-up trial of walking",
                "url": SITE + TRIAL,
            }
        ],
    }
    people = nodes_of(VIEWS["people/"])["people/"]
    listed = [element["url"] for element in people["mainEntity"]["itemListElement"]]
    assert SITE + "people/exemplar-one/" in listed
    assert SITE + "people/secret-four/" not in listed


def test_every_audience_is_told():
    everybody = ARTICLES[TRIAL].model_copy(update={"audience": tuple(Audience)})
    assert nodes_of(replace(VIEWS[TRIAL], article=everybody))[TRIAL]["audience"] == [
        {"@type": "Patient", "audienceType": "Patients"},
        {"@type": "MedicalAudience", "audienceType": "Clinician"},
        {"@type": "Audience", "audienceType": "Policy makers"},
        {"@type": "Audience", "audienceType": "Health care staff"},
    ]


def test_drafts_and_embargoed_articles_leave_no_trace():
    told = "".join(structured_data.data(PUBLICATION, view) for view in VIEWS.values())
    assert re.findall("DRAFT|EMBARGOED|WITHDRAWN-TEXT|Secret|drafted", told) == []
