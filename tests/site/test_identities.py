"""The publisher, its people and its teams in the words of schema.org."""

from tests.site.example import SITE, VIEWS
from tests.site.schema_org import nodes_of


def test_a_person_has_credentials_profiles_and_employer():
    address = "people/exemplar-one/"
    graph = nodes_of(VIEWS[address])
    assert graph[address + "#person"] == {
        "@type": "Person",
        "@id": SITE + address + "#person",
        "name": "Exemplar One",
        "description": "Exemplar One is made up, and writes about research that was never done.",
        "image": SITE + "exemplar-one.png",
        "url": SITE + address,
        "sameAs": [
            "https://people.test.example/exemplar-one",
            "https://orcid.test.example/0000-0000-0000-0001",
            "https://github.com/exemplar-one",
            "https://social.test.example/@exemplar",
        ],
        "honorificSuffix": "RN, PhD",
        "hasCredential": [
            {"@type": "EducationalOccupationalCredential", "name": "RN"},
            {"@type": "EducationalOccupationalCredential", "name": "PhD"},
        ],
        "jobTitle": "Research nurse of the tests",
        "worksFor": {"@id": SITE + "#organization"},
    }
    page = graph[address]
    assert (page["@type"], page["mainEntity"]) == (
        "ProfilePage",
        {"@id": SITE + address + "#person"},
    )
    assert [work["headline"] for work in page["hasPart"]] == [
        "Un ensayo inventado sobre caminar",
        "A made-up trial of walking",
    ]


def test_who_has_left_cannot_be_reached_and_works_here_no_more():
    address = "people/placeholder-three/"
    assert nodes_of(VIEWS[address])[address + "#person"] == {
        "@type": "Person",
        "@id": SITE + address + "#person",
        "name": "Placeholder Three",
        "url": SITE + address,
        "honorificSuffix": "PharmD",
        "hasCredential": [{"@type": "EducationalOccupationalCredential", "name": "PharmD"}],
    }


def test_a_team_is_a_part_of_the_organisation():
    address = "people/test-team/"
    assert nodes_of(VIEWS[address])[address + "#team"] == {
        "@type": "Organization",
        "@id": SITE + address + "#team",
        "name": "Test team",
        "url": SITE + address,
        "parentOrganization": {"@id": SITE + "#organization"},
    }


def test_the_organisation_and_the_site_stand_on_every_page():
    for view in VIEWS.values():
        graph = nodes_of(view)
        assert graph["#organization"] == {
            "@type": "MedicalOrganization",
            "@id": SITE + "#organization",
            "name": "Test Trust",
            "legalName": "Test Trust (synthetic)",
            "url": "https://trust.test.example/",
            "logo": {
                "@type": "ImageObject",
                "@id": SITE + "#logo",
                "url": SITE + "assets/icon.png",
                "contentUrl": SITE + "assets/icon.png",
                "caption": "Test Trust",
            },
            "email": "journal@test.example",
            "sameAs": ["https://social.test.example/@trust", "https://video.test.example/trust"],
            "publishingPrinciples": SITE + "editorial-policy/",
        }
        assert graph["#website"]["publisher"] == {"@id": SITE + "#organization"}
        assert graph["#website"]["inLanguage"] == ["en", "es"]
