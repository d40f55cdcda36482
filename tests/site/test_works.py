"""Articles, pictures and citations in the words of schema.org."""

from dataclasses import replace

import pytest

from publisher.content.references import Reference
from publisher.site.works import citation, count_words
from tests.site.example import ARTICLES, SITE, VIEWS
from tests.site.schema_org import nodes_of

TRIAL = "articles/a-made-up-trial/"


def test_research_is_a_scholarly_article_that_cites():
    article = nodes_of(VIEWS[TRIAL])[TRIAL + "#article"]
    cited = article.pop("citation")
    [translated] = article.pop("workTranslation")
    assert article == {
        "@type": "ScholarlyArticle",
        "@id": SITE + TRIAL + "#article",
        "url": SITE + TRIAL,
        "headline": "A made-up trial of walking",
        "inLanguage": "en",
        "datePublished": "2026-03-10T09:00:00+00:00",
        "dateModified": "2026-04-02T15:30:00+01:00",
        "author": [
            {"@id": SITE + "people/exemplar-one/#person"},
            {"@id": SITE + "people/test-team/#team"},
        ],
        "publisher": {"@id": SITE + "#organization"},
        "isPartOf": {"@id": SITE + "#website"},
        "mainEntityOfPage": {"@id": SITE + TRIAL},
        "description": "What a trial that was never run would have shown about a daily walk, "
        "and what it could not.",
        "image": {"@id": SITE + TRIAL + "#picture"},
        "articleSection": ["Cardiology"],
        "keywords": ["Cardiology", "Plain words"],
        "wordCount": 46,
        "isAccessibleForFree": True,
    }
    assert [c["@type"] for c in cited] == [
        "ScholarlyArticle", "ScholarlyArticle", "CreativeWork", "Book", "CreativeWork",
    ]  # fmt: skip
    assert translated["@id"] == SITE + "articles/un-ensayo-inventado/#article"
    assert translated["inLanguage"] == "es"


def test_a_translation_names_its_original():
    address = "articles/un-ensayo-inventado/"
    article = nodes_of(VIEWS[address])[address + "#article"]
    [original] = article["translationOfWork"]
    assert (original["@id"], original["inLanguage"]) == (SITE + TRIAL + "#article", "en")
    assert "workTranslation" not in article


def test_the_lead_picture_has_its_size_caption_and_credit():
    assert nodes_of(VIEWS[TRIAL])[TRIAL + "#picture"] == {
        "@type": "ImageObject",
        "@id": SITE + TRIAL + "#picture",
        "url": SITE + TRIAL + "walk.png",
        "contentUrl": SITE + TRIAL + "walk.png",
        "width": 1200,
        "height": 630,
        "encodingFormat": "image/png",
        "caption": "The route that nobody took.",
        "creditText": "Drawn by the test team",
    }


def test_the_brands_picture_takes_no_caption_from_the_article():
    view = replace(VIEWS[TRIAL], picture=VIEWS[""].picture)
    shown = nodes_of(view)[TRIAL + "#picture"]
    assert (shown["caption"], shown.get("creditText")) == ("Overlapping coloured shapes", None)


def test_a_cited_work_can_be_followed_by_each_of_its_identifiers():
    [trial, _, registration, book, guidance] = ARTICLES[TRIAL].references
    assert citation(trial) == {
        "@type": "ScholarlyArticle",
        "name": "Walking <fast> & slow: a trial",
        "author": [
            {"@type": "Person", "name": "Madeup A"},
            {"@type": "Person", "name": "Invented B-C"},
            {"@type": "Organization", "name": "World Test Organization"},
        ],
        "datePublished": "2025",
        "isPartOf": {"@type": "Periodical", "name": "Journal of Synthetic Results"},
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/12345678"}
        ],
        "sameAs": "https://doi.org/10.5555/12345678",
    }
    assert citation(registration) == {
        "@type": "CreativeWork",
        "name": "Registration of the made-up trial",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "ClinicalTrials.gov", "value": "NCT00000000"}
        ],
        "sameAs": "https://clinicaltrials.gov/study/NCT00000000",
    }
    assert citation(book) == {
        "@type": "Book",
        "name": "Handbook of examples",
        "author": [{"@type": "Person", "name": "Example E"}],
        "datePublished": "2019",
        "isbn": "978-0-306-40615-7",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "ISBN", "value": "978-0-306-40615-7"}
        ],
    }
    assert citation(guidance) == {
        "@type": "CreativeWork",
        "name": "Guidance on walking",
        "author": [{"@type": "Organization", "name": "Guidance Office"}],
        "datePublished": "2023",
        "isPartOf": {"@type": "CreativeWork", "name": "Guidance Office"},
        "url": "https://guidance.test.example/walking",
    }


def test_a_cited_work_without_a_title_is_named_by_its_key():
    assert citation(Reference(pmid="123"))["name"] == "pmid:123"


def test_a_withdrawn_article_says_so_and_nothing_of_what_it_said():
    address = "articles/taken-back/"
    graph = nodes_of(VIEWS[address])
    assert graph[address]["creativeWorkStatus"] == "Withdrawn"
    assert not {"reviewedBy", "lastReviewed", "audience"} & set(graph[address])
    assert graph[address + "#article"] == {
        "@type": "BlogPosting",
        "@id": SITE + address + "#article",
        "url": SITE + address,
        "headline": "An article that was taken back",
        "inLanguage": "en",
        "datePublished": "2026-01-20T09:00:00+00:00",
        "dateModified": "2026-02-20T09:00:00+00:00",
        "author": [{"@id": SITE + "people/archetype-five/#person"}],
        "publisher": {"@id": SITE + "#organization"},
        "isPartOf": {"@id": SITE + "#website"},
        "mainEntityOfPage": {"@id": SITE + address},
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "Withdrawn, because the trial it told of was never run.",
                "datePublished": "2026-02-20",
            }
        ],
        "creativeWorkStatus": "Withdrawn",
    }
    assert "url" not in graph["people/archetype-five/#person"]


def test_corrections_are_told_with_their_dates():
    address = "articles/what-we-said/"
    article = nodes_of(VIEWS[address])[address + "#article"]
    assert [(c["datePublished"], c["text"]) for c in article["correction"]] == [
        ("2026-02-10", 'We wrote "ten" where it should have said "two".'),
        ("2026-05-05", "We named the wrong ward & have put it right."),
    ]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("Nobody's well-being is 100 % sure.", 5),
        ("Read [the *policy*](../../policy.md) and[^1] https://x.example/a/b", 4),
        ("`code` and <!-- a note --> prose\n\n```\nblock of code\n```\n", 2),
        ("[^1]: Zwei Wörter", 2),
    ],
)
def test_words_are_what_a_reader_reads(markdown, words):
    assert count_words(markdown) == words
