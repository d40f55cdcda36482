"""Whose care is told, and whose consent there is to it: what the examples do not show."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.checks import findings
from publisher.finding import in_turn
from tests.content.paper import ARTICLE, article, load

WHOLE = (
    "[{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank, "
    "expires: 2028-03-14}]"
)
TOLD = "One of our patients told us that the letter had frightened her."
OTHER = "content/articles/2026/other.md"

STORIES = {
    "en": (
        "In 2012 Keith was diagnosed with a rare form of kidney cancer.",
        "Oluwaseun was diagnosed with sickle cell disease at the age of two.",
        "A boy of ten months smiles at everybody. He came to our clinic in May.",
        "Three months ago, I was diagnosed with breast cancer.",
        "My mom was diagnosed with leukaemia.",
        "Mrs Other was admitted to our unit after hip surgery.",
        "A resident of ours, aged 91, learned to walk again.",
        "After eight weeks of therapy, he went home to his dogs.",
        "“The nurses here saved my life,” says a grateful former patient.",
        "Our patient, a young mother, lost her baby in the thirtieth week.",
        "A little girl with leukaemia on our ward drew this for us.",
        "Last winter a man in his forties walked into our clinic with a cough.",
        "His operation lasted nine hours. Two weeks later he was discharged.",
        "I remember a patient who cried when I told her the result.",
        "A woman came to our methadone clinic for opioid use disorder and was treated for a year.",
        "A man in our methadone programme told us his story.",
        "The only child in Yellville with cystic fibrosis was treated by us.",
        "The head teacher of Elm Street School was treated for depression.",
    ),
    "es": (
        "Después del accidente, Lucía ingresó en nuestro hospital.",
        "Un paciente de 45 años llegó a urgencias con dolor en el pecho.",
        "Me diagnosticaron cáncer de mama hace tres años.",
        "Nuestra paciente volvió a casa.",
        "Una mujer vino a nuestra unidad de desintoxicación cada día.",
    ),
}
GENERAL = {
    "en": (
        "If you were diagnosed with diabetes, ask your nurse for the leaflet.",
        "Patients who were admitted with a fever waited four hours.",
        "A patient who takes warfarin should carry a card.",
        "In the trial, 12 of 240 patients were admitted to hospital.",
        "When a patient is diagnosed with cancer, the family needs time.",
        "She leads the stroke unit and was elected president of the society.",
        "Dr. Other was awarded a prize for her work on sepsis.",
        "The patient was at the centre of everything that we changed.",
        "Each one of our patients is treated with respect.",
        "The virus was first diagnosed in 1981.",
        "What if one of our patients was frightened?",
        "The ward underwent a renovation in 2019.",
        "Suppose that a woman was diagnosed with diabetes today.",
        "A woman founded the first methadone clinic in 1964.",
        "A man came to the opening of our methadone clinic with flowers.",
        "She came to our methadone clinic as a nurse in 2010.",
        "A patient in a methadone programme should see the same nurse each day.",
        "The head teacher told us that the only child with a wheelchair was the goalkeeper.",
    ),
    "es": (
        "Nuestros pacientes nos dijeron que las cartas daban miedo.",
        "Si un paciente fue ingresado con fiebre, pregunte cuándo empezó.",
    ),
}


def of(root: Path, check: str, text: str) -> list[tuple[int, int, str]]:
    found = in_turn(findings(load(root, {ARTICLE: text}), {}, lambda name: name == check))
    return [(each.line, each.column, each.message) for each in found]


def _cases(texts: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, all_of_it in texts.items() for text in all_of_it]


@pytest.mark.parametrize(("language", "text"), _cases(STORIES))
def test_one_persons_care_is_a_story(language: str, text: str, tmp_path: Path):
    found = of(tmp_path, "consent-missing", article({"lang": language}, f"{text}\n"))
    assert [message for *_, message in found] == [
        "this tells of one patient's care, without a consent"
    ]


@pytest.mark.parametrize(("language", "text"), _cases(GENERAL))
def test_talk_of_anybody_is_none(language: str, text: str, tmp_path: Path):
    assert of(tmp_path, "consent-missing", article({"lang": language}, f"{text}\n")) == []


def test_a_story_is_told_once_and_at_its_place(tmp_path: Path):
    text = article(body=f"Words.\n\nMore words. {TOLD} {TOLD}\n")
    assert [found[:2] for found in of(tmp_path, "consent-missing", text)] == [(15, 13)]


def test_a_release_of_staff_is_no_consent_of_a_patient(tmp_path: Path):
    release = "[{record: R-7, about: staff, scope: words, to: the public, expires: 2028-03-14}]"
    assert len(of(tmp_path, "consent-missing", article({"consent": release}, TOLD))) == 1
    assert of(tmp_path, "consent-missing", article({"consent": WHOLE}, TOLD)) == []


def test_a_translation_lapses_with_the_record_that_it_names(tmp_path: Path):
    revoked = WHOLE.replace("}]", ", revoked: 2026-05-30}]")
    files = {
        ARTICLE: article({"consent": revoked}),
        OTHER: article({"id": "other-0001", "consent": WHOLE}),
    }
    found = findings(load(tmp_path, files), {}, lambda check: check == "consent-lapsed")
    back = "this consent was taken back on 2026-05-30"
    assert [(each.path, each.line, each.message) for each in found] == [
        (ARTICLE, 11, back),
        (OTHER, 11, f"{back}, as {ARTICLE} says of the same record"),
    ]


@pytest.mark.parametrize(
    ("at", "lapsed"),
    [
        (datetime(2028, 3, 14, 23, 59, tzinfo=UTC), False),
        (datetime(2028, 3, 15, 0, 0, tzinfo=UTC), True),
    ],
)
def test_a_consent_holds_to_the_end_of_its_last_day(at: datetime, lapsed: bool, tmp_path: Path):  # noqa: FBT001
    publication = load(tmp_path, {ARTICLE: article({"consent": WHOLE})}, at=at)
    found = list(findings(publication, {}, lambda check: check == "consent-lapsed"))
    told = ["this consent ran out on 2028-03-14"] if lapsed else []
    assert [each.message for each in found] == told


def test_an_event_in_words_does_not_lapse_by_itself(tmp_path: Path):
    consent = WHOLE.replace("2028-03-14", "the end of the campaign")
    assert of(tmp_path, "consent-lapsed", article({"consent": consent})) == []
    assert of(tmp_path, "consent-incomplete", article({"consent": consent})) == []


def test_each_thing_that_a_consent_does_not_say_is_told(tmp_path: Path):
    found = of(tmp_path, "consent-incomplete", article({"consent": "[{record: C-1}]"}))
    keys = ("scope", "by", "to", "purpose", "expires")
    assert [message for *_, message in found] == [
        f"this consent does not say `{key}`, so it is none" for key in keys
    ]


def test_what_is_for_the_website_alone_must_not_go_out_in_posts(tmp_path: Path):
    consent = WHOLE.replace("the public", "our website")
    text = article({"consent": consent})
    assert len(of(tmp_path, "consent-incomplete", text)) == 1
    quiet = article({"consent": consent, "social": "false"})
    assert of(tmp_path, "consent-incomplete", quiet) == []


@pytest.mark.parametrize(
    "record",
    ["C-0042", "17", "HIM 2026-0142", "R.7", "CONSENT-0001", "0042", "AB12"],
)
def test_a_number_is_opaque(record: str, tmp_path: Path):
    consent = WHOLE.replace("C-0042", record)
    assert of(tmp_path, "consent-name", article({"consent": consent})) == []


@pytest.mark.parametrize(
    "record",
    [
        "Ann Other",
        "other-a",
        "A.O.",
        "MRN 4471902",
        "123-45-6789",
        "1961-05-04",
        "04/05/1961",
        "ann@example.org",
        "MARIA-1",
        "李明",
    ],
)
def test_what_tells_who_it_is_is_not_and_is_repeated_nowhere(record: str, tmp_path: Path):
    consent = WHOLE.replace("C-0042", f'"{record}"')
    publication = load(tmp_path, {ARTICLE: article({"consent": consent})})
    (found,) = findings(publication, {}, lambda check: check == "consent-name")
    assert found.message == "the consent's record is not an opaque number"
    assert record not in f"{found.message} {found.fix} {found!r}"
    assert found.secret == record


@pytest.mark.parametrize(
    "scope", ["words of Ann Other", "Maria's story", "call 0163 296 0000", "ann@example.org"]
)
def test_a_name_or_a_number_to_call_among_the_words_is_told(scope: str, tmp_path: Path):
    consent = WHOLE.replace("scope: words", f'scope: "{scope}"')
    found = of(tmp_path, "consent-name", article({"consent": consent}))
    assert [message for *_, message in found] == ["this consent holds what may tell who it is"]


def test_a_colleague_in_a_picture_is_known_by_name(tmp_path: Path):
    files = {
        "content/people.yml": "other: {name: Ann Other}\nteam: {name: Team, kind: team}\n",
        ARTICLE: article(body="![Ann Other at her desk](a.jpg)\n"),
    }
    found = findings(load(tmp_path, files), {}, lambda check: check == "consent-staff")
    assert [(each.line, each.column) for each in found] == [(13, 3)]


def test_praise_by_name_needs_a_release_unless_it_is_the_authors_own(tmp_path: Path):
    people = "other: {name: Ann Other}\nteam: {name: Team, kind: team}\n"
    body = "This prize belongs to Ann Other, who rewrote every letter.\n"
    keys = {"pillar": "recognition"}
    for authors, number in (("[team]", 1), ("[other]", 0)):
        files = {"content/people.yml": people, ARTICLE: article(keys | {"authors": authors}, body)}
        publication = load(tmp_path / authors[1:-1], files)
        assert len(list(findings(publication, {}, lambda c: c == "consent-staff"))) == number


def test_people_and_topics_are_no_stories(tmp_path: Path):
    people = f"team: {{name: Team, kind: team, bio: '{TOLD}'}}\n"
    publication = load(tmp_path, {"content/people.yml": people})
    assert list(findings(publication, {}, lambda check: check == "consent-missing")) == []


@pytest.mark.parametrize(
    ("pillar", "text", "number"),
    [
        ("people", "Ann Other has been a porter here for thirty years. We admire her.", 1),
        ("people", "We thank Ann Other, our charge nurse, for every night.", 1),
        ("people", "Ann Other, R.N., stayed until the morning.", 1),
        ("recognition", "Our porter of the year is Nguyễn Thị Other.", 1),
        ("community", "Nurse Ann Other is the kindest nurse on our ward.", 1),
        ("behind-the-scenes", "We thank Ann Other, our cook, for the soup.", 1),
        ("people", "A porter walks twelve miles a day. We admire that.", 0),
        ("people", "Ask our charge nurse. The Night Team, which thanks you, is here.", 0),
        ("community", "Dr. Other opened the fair at our hospital.", 0),
        ("education", "Nurse Ann Other wrote the best list that we have.", 0),
    ],
)
def test_who_is_praised_by_name_is_asked(pillar: str, text: str, number: int, tmp_path: Path):
    assert len(of(tmp_path, "consent-staff", article({"pillar": pillar}, text))) == number
