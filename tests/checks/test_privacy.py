"""What the privacy checks find, and let pass, beyond the examples on their own pages."""

from pathlib import Path

import pytest

from benchmarks.privacy import tagged_texts
from publisher.checks import findings_of_text
from publisher.content.publication import Publication
from publisher.content.source import Source
from tests.checks.privacy_told import told
from tests.checks.publications import publication_in

TEXTS = Path(__file__).parent / "privacy"
PEOPLE = "ana: {name: Ana Whitfield, credentials: [RN], bio: She nurses.}\n"


@pytest.fixture(name="publication")
def a_publication(tmp_path: Path) -> Publication:
    return publication_in(tmp_path, PEOPLE)


def test_whoever_is_named_once_as_a_patient_is_one_through_the_story(publication: Publication):
    text = """\
When Maria Okafor woke up that morning her leg was twice its size. Her sister Lucía drove her
to the hospital.

Dr. Anna Kim found a clot. Three weeks later, on May 3, 2023, Maria walked out of our ward.
"""
    assert told(publication, text) == [
        ("name", "Maria Okafor"),
        ("name", "Lucía"),
        ("date", "May 3, 2023"),
        ("name", "Maria"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her fax is 212-555-0143; her asthma is worse.", ("phone", "212-555-0143")),
        ("His SSN ends the note: 219-09-9999.", ("ssn", "219-09-9999")),
        ("Policy number: QX-789012.", ("plan", "QX-789012")),
        ("The patient’s Medicare number is 1EG4-TE5-MK73.", ("plan", "1EG4-TE5-MK73")),
        ("His billing account is 55-0021.", ("account", "55-0021")),
        ("Her driver’s license, D1234567, was in the bag.", ("licence", "D1234567")),
        ("His car, plate 7ABC123, was found.", ("vehicle", "7ABC123")),
        ("Her pump, S/N 8842-AB, was recalled.", ("device", "8842-AB")),
        ("Chart no. 88-1203 was lost.", ("record", "88-1203")),
        ("She was born on 3 March 1984 with asthma.", ("date", "3 March 1984")),
        ("He died of cancer in June 2021.", ("date", "June 2021")),
        (
            "Her blog about her cancer, www.fighting-on.com, is read.",
            ("web", "www.fighting-on.com"),
        ),
        ("A 91-year-old man had a stroke.", ("age", "91-year-old")),
        ("The patient, a 52-year-old baker from Elko, had a stroke.", ("combination", "Elko")),
        ("Our patient 王小明 had surgery.", ("name", "王小明")),
        (
            "Пациентка Ольга Петрова: Our patient Ольга Петрова had surgery.",
            ("name", "Ольга Петрова"),
        ),
        ("Mr. van der Berg was admitted with a stroke.", ("name", "Berg")),
    ],
)
def test_an_identifier_in_somebodys_story_is_found_under_its_own_name(
    publication: Publication, text: str, expected: tuple[str, str]
):
    assert expected in told(publication, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| Patient | E-mail | Illness |\n|-|-|-|\n| 7 | boris.k@post.example | epilepsy |",
            [("email", "boris.k@post.example")],
        ),
        (
            "My name is Ruth Oyelaran and I have lived with lupus since I was nineteen.",
            [("name", "Ruth Oyelaran")],
        ),
        (
            "My husband Desmond died of a stroke on your ward.\n\nWith love, Winifred Achterberg",
            [("name", "Desmond"), ("name", "Winifred Achterberg")],
        ),
        (
            "When I met Anselm, he had carried a lump for a year. In October he had an operation.",
            [("name", "Anselm"), ("date", "October")],
        ),
        (
            "Our patient was ninety-four when she had her surgery.",
            [("age", "ninety-four")],
        ),
    ],
)
def test_a_story_gives_away_who_is_meant_by_how_it_is_told(
    publication: Publication, text: str, expected: list[tuple[str, str]]
):
    assert told(publication, text) == expected


def test_what_is_told_of_a_professional_gives_away_no_patient(publication: Publication):
    text = """\
We mourn our colleague Anthony Bergstrom, who died of cancer on March 12. He had led the ward in
Ohio for twenty years. He is survived by his wife, Karen.

Maria Lopez, who runs the unit, remembers him. She moved here from Toledo on May 3, 2011, and she
has treated patients with a stroke ever since.
"""
    assert told(publication, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Whitfield has nursed patients with cancer since May 2009.",
        "Call 988 or 1-800-273-8255 if you or a patient needs help.",
        "The study ran from March 2010 to May 2015 and had 300 patients.",
        "She was diagnosed in 2019, at 43, in Ohio.",
        "Henrietta Lacks died of cancer in 1951.",
        "Use aspirin, says Wei Chen, a cardiologist, when a patient has chest pain.",
    ],
)
def test_what_identifies_no_patient_passes(publication: Publication, text: str):
    assert told(publication, text) == []


def test_no_message_and_no_fix_repeats_what_was_found(publication: Publication):
    text = "Maria Okafor, 34, MRN 4455-120, was admitted on May 3, 2023."
    found = findings_of_text(
        Source("reply.md", text, b""), publication, lambda check: check[:8] == "privacy-"
    )
    assert [finding.secret for finding in found] == ["Maria Okafor", "4455-120", "May 3, 2023"]
    assert not [f for f in found if f.secret in f.message or f.secret in f.fix]


def test_recall_and_false_alarms_over_invented_stories_stay_what_they_are(
    publication: Publication,
):
    assert str(tagged_texts(publication, TEXTS / "stories.txt")) == (
        "{'with identifiers': 43, 'with identifiers, flagged': 43}; found: DATE 7/7, DEVICE 1/1, "
        "EMAIL 2/2, HANDLE 1/1, NAME 60/60, PHONE 5/5, PLACE 3/3"
    )
    assert str(tagged_texts(publication, TEXTS / "hard-negatives.txt")) == (
        "{'without': 70, 'without, flagged': 0}; found: "
    )


def test_stories_of_many_kinds_are_found_and_what_staff_write_of_themselves_seldom(
    publication: Publication,
):
    stories = tagged_texts(publication, TEXTS / "stories-of-many-kinds.txt")
    assert stories.flagged("with identifiers") >= 0.98
    assert stories.recall("NAME") >= 0.9
    assert tagged_texts(publication, TEXTS / "staff-news-and-advice.txt").flagged("without") <= 0.08


LISTED = """\
---
title: A nap
authors: [ana]
{}
---

A nap helps.
"""


def test_listed_works_and_records_are_read_for_what_is_a_patients(publication: Publication):
    works = """\
references:
  - url: https://a.example/?mrn=66778899
    title: Letter of our patient Zebediah Quartermaine, 312-555-0147
    authors: [Zebediah Quartermaine]
    container: Chart of patient MRN 66778812
lobbying: {approved_by: "SSN 219-09-9998", record: "our patient, maria.lopez@mail.example"}
"""
    assert told(publication, LISTED.format(works)) == [
        ("web", "https://a.example/?mrn=66778899"),
        ("record", "66778899"),
        ("name", "Zebediah Quartermaine"),
        ("phone", "312-555-0147"),
        ("record", "66778812"),
        ("ssn", "219-09-9998"),
        ("email", "maria.lopez@mail.example"),
    ]


def test_listed_works_about_patients_pass(publication: Publication):
    works = """\
references:
  - doi: 10.1016/S0140-6736(20)30183-5
    title: "Case 12-2019: A 60-Year-Old Woman with Parkinson Disease and Hodgkin Lymphoma"
    authors: [Smith J, Maria Lopez, "Okafor, Chinwe"]
    container: The New England Journal of Medicine
    year: 2019
  - {isbn: 978-0-306-40615-7, title: "The Patient's View: Charles Bonnet Syndrome 2001-2011"}
  - {pmid: 29590045, title: The patient health questionnaire and Johns Hopkins criteria}
  - {url: "https://zenodo.example/record/1234567?pid=S1413-81232020000900344", authors: [CDC]}
  - {url: https://psycnet.example/record/2019-12345-001, title: "Mr. Smith goes to hospital"}
lobbying: {approved_by: ana, record: LR-2026-0031}
"""
    assert told(publication, LISTED.format(works)) == []


@pytest.mark.parametrize(
    "written",
    [
        '"patient MRN 66778899": x',
        "reviewed: patient MRN 66778899",
        'social: {"patient MRN 66778899": x}',
        "image: x: our patient MRN 66778899",
        'alt: "our patient MRN 66778899',
    ],
)
def test_keys_and_what_is_no_yaml_are_read(publication: Publication, written: str):
    assert told(publication, LISTED.format(written)) == [("record", "66778899")]


PATIENTS_IN_HTML = """\
<table>
<tr><th>Name</th><th>Diagnosis</th></tr>
<tr><td>Maria Lopez</td><td>lupus</td></tr>
<tr><td>Anna Schmidt</td><td>asthma</td></tr>
</table>
"""
PATIENTS_IN_MARKDOWN = """\
| Name         | Diagnosis |
|--------------|-----------|
| Maria Lopez  | lupus     |
| Anna Schmidt | asthma    |
"""


@pytest.mark.parametrize(
    "text",
    [PATIENTS_IN_MARKDOWN, PATIENTS_IN_HTML, PATIENTS_IN_HTML.replace("th>", "td>")],
    ids=["Markdown", "HTML", "HTML without headers"],
)
def test_a_table_of_patients_is_seen_however_it_is_written(text: str, publication: Publication):
    assert told(publication, text) == [("name", "Maria Lopez"), ("name", "Anna Schmidt")]
