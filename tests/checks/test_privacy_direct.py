"""What identifies somebody counts wherever their story goes on, and what only looks so does not."""

from pathlib import Path

import pytest

from publisher.content.publication import Publication
from tests.checks.privacy_told import told
from tests.checks.publications import publication_in

STORY = "Anna Larsen, 34, had surgery and is well. "


@pytest.fixture(name="publication")
def a_publication(tmp_path: Path) -> Publication:
    return publication_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was admitted 4/14 with a fever.", ("date", "4/14")),
        ("Her next visit is Wed 6/5 at noon.", ("date", "Wed 6/5")),
        ("He slept badly on the night of the 6th.", ("date", "the 6th")),
        ("She goes back on Thursday the 29th.", ("date", "Thursday the 29th")),
        ("They married on the eighth of February.", ("date", "eighth of February")),
        ("It was Palm Sunday 2023 before she sang.", ("date", "Palm Sunday 2023")),
        ("The approval came on March 15.", ("date", "March 15")),
        ("We saw her in late June.", ("date", "late June")),
        ("Her plate reads GRAMMY.", ("vehicle", "GRAMMY")),
        ("Her car (2BC 914) was towed.", ("vehicle", "2BC 914")),
        ("Her device, unit OXC-77120-B, hums.", ("device", "OXC-77120-B")),
        ("She filed the claim under QX77-4410.", ("record", "QX77-4410")),
        ("Her Medicare card says 2QF7-RT4-NK91.", ("plan", "2QF7-RT4-NK91")),
        ("If you want to visit, it's 205-555-0151.", ("phone", "205-555-0151")),
        ("Patient relations called 763-555-0109 once.", ("phone", "763-555-0109")),
        ("She writes at anna-eats.substack.com.", ("web", "anna-eats.substack.com")),
        ("I go by patti_moline on the other board.", ("web", "patti_moline")),
        ("Ask her: anna at gmail dot com.", ("email", "anna at gmail dot com")),
        ("At 97, she drives.", ("age", "97")),
        ("She lives out past Terlingua.", ("address", "Terlingua")),
        ("She grew up in a suburb east of Omaha.", ("address", "Omaha")),
        ("She came to our Paducah office.", ("address", "Paducah")),
        ("He drove in from Wichita, Kansas.", ("address", "Wichita")),
        ("She lives at 731½ Kearny.", ("address", "731½ Kearny")),
        ("It was a crash on Route 9.", ("address", "Route 9")),
    ],
)
def test_what_stands_in_a_patients_story_is_theirs(
    publication: Publication, text: str, expected: tuple[str, str]
):
    assert told(publication, STORY + text) == [("name", "Anna Larsen"), expected]


@pytest.mark.parametrize(
    "text",
    [
        "The pain was 3/10 and her strength 5/5.",
        "She takes 1/2 tablet, and walks 3/4 mile.",
        "Her pressure was 12/8 in old units; the range is 6/8.",
        "About 1/15 of people get it, and the ratio was 1/12.",
        "She scored 11/30 on the MoCA, and needs 24/7 care.",
        "She lives on the 6th floor, in the 3rd week.",
        "The leaflet was updated on March 15.",
        "See the May 29 news release.",
        "She had Christmas cookies.",
        "He has HLA-B27 and the gene BRCA1, and takes B12.",
        "Call our office at 212-555-0143 for a visit.",
        "To make an appointment, call 212-555-0143.",
        "She read about it at www.nih.gov/lupus.",
        "Register at riverclinic.com/classes.",
        "Her pulse was 98, and she is 97 percent better.",
        "She came to our main office, and prays in Greek.",
        "A study in Annals of Medicine said so.",
        "She was seen by Jane Roe, MD, in the ICU.",
    ],
)
def test_what_only_looks_like_somebodys_passes_in_their_story(publication: Publication, text: str):
    assert told(publication, STORY + text) == [("name", "Anna Larsen")]


def test_a_table_with_labels_is_one_patients_record(publication: Publication):
    text = """\
| Patient | see below |
|---|---|
| DOB | 17-Jul-1951 |
| Record | H3390021 |
| Member ID | XQW882310475 |
| Address | 16 Dogwood Ct |
"""
    assert {("date", "17-Jul-1951"), ("record", "H3390021"), ("plan", "XQW882310475")} | {
        ("address", "16 Dogwood Ct")
    } == set(told(publication, text)) - {("record", "XQW882310475")}


def test_a_town_below_a_name_is_where_they_are_from(publication: Publication):
    text = "I am Anna Larsen and was treated for lupus. Bye!\n\nAnna J. Larsen\nBaltimore\n"
    assert ("address", "Baltimore") in told(publication, text)
    assert ("name", "Anna J. Larsen") in told(publication, text)
