"""What the checks of the sign-off find, and what they leave alone."""

import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.checks import findings, findings_in
from publisher.checks._document import documents
from publisher.content.reviews import months_after
from publisher.finding import Severity
from tests.content.paper import ARTICLE, article, lines, load

PEOPLE = """\
team: {name: Team, kind: team}
readers: {name: Readers, kind: team}
nurse: {name: A nurse, credentials: [RN], github: a-nurse}
nurse-again: {name: Nurse A., credentials: [RN], github: A-Nurse}
porter: {name: A porter}
gone: {name: Gone, credentials: [MD], left: 2025-12-31}
"""
REVIEWED = {
    "pillar": "education",
    "reviewer": "readers",
    "reviewed": "2026-05-01",
    "review_due": "2028-05-01",
    "disclosures": "none",
}


def found(root: Path, files: Mapping[str, str], at: datetime = datetime(2026, 6, 1, tzinfo=UTC)):
    publication = load(root, {"content/people.yml": PEOPLE, **files}, at=at)
    assert publication.articles
    return sorted(
        findings(publication, {}, lambda check: check.startswith("signoff-")),
        key=lambda finding: finding.sort_key,
    )


def told(root: Path, changes: Mapping[str, str | None], **more):
    return [
        line.removeprefix(f"{ARTICLE}:")
        for line in lines(found(root, {ARTICLE: article({**REVIEWED, **changes})}, **more))
    ]


def test_an_article_that_was_signed_off_has_nothing_to_mend(tmp_path: Path):
    assert told(tmp_path, {}) == []


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_draft_and_what_was_withdrawn_are_asked_for_nothing(tmp_path: Path, status: str):
    bare = dict.fromkeys(("reviewer", "reviewed", "review_due", "disclosures"))
    assert told(tmp_path, {"status": status, "authors": "[porter]", **bare}) == []


def test_a_person_says_what_stands_behind_the_name_where_people_act_on_it(tmp_path: Path):
    named = {"authors": "[team, porter, nurse]", "disclosures": "none"}
    assert told(tmp_path, named) == [
        (
            "10:17 signoff-author: `porter` has no `credentials` in people.yml; write there what "
            "stands behind the name, as [RN] or [MD, PhD]"
        )
    ]
    assert told(tmp_path, named | {"pillar": "people"}) == []


def test_nobody_reviews_their_own_article(tmp_path: Path):
    line = "nobody reviews their own article; name somebody else"
    assert told(tmp_path, {"reviewer": "team"}) == [
        f"11:1 signoff-reviewer: `team` is an author; {line}"
    ]
    assert told(tmp_path, {"reviewer": "team", "pillar": "community"}) == [
        f"11:1 signoff-reviewer: `team` is an author; {line}"
    ]
    assert told(tmp_path, {"authors": "[nurse]", "reviewer": "nurse-again"}) == [
        (
            "11:1 signoff-reviewer: `nurse-again` is the author `nurse` under another key of "
            "people.yml; name somebody else"
        )
    ]


@pytest.mark.parametrize("pillar", ["research", "advocacy", "education"])
def test_what_needs_a_second_pair_of_eyes_says_so(tmp_path: Path, pillar: str):
    bare = dict.fromkeys(("reviewer", "reviewed", "review_due"))
    assert told(tmp_path, {"pillar": pillar, **bare}) == [
        (
            f"1:1 signoff-reviewed: `review_due` is missing; {pillar} is reviewed, and reviewed "
            "again; write the day by which it is read again, at most 24 months after the review"
        ),
        (
            f"1:1 signoff-reviewed: `reviewed` is missing; {pillar} is reviewed, and reviewed "
            "again; write the day on which the reviewer agreed to it, as 2026-03-14"
        ),
        (
            f"1:1 signoff-reviewer: `reviewer` is missing; {pillar} needs a second person's eyes; "
            "name who has read it, by a key of people.yml"
        ),
    ]
    assert told(tmp_path, {"pillar": "community", **bare}) == []


def test_a_statement_waits_for_a_second_person_and_for_nothing_else(tmp_path: Path):
    bare = dict.fromkeys(("reviewed", "review_due", "disclosures"))
    hurried = {"pillar": "statement", "authors": "[porter]", **bare}
    assert told(tmp_path, hurried) == []
    (line,) = told(tmp_path, hurried | {"reviewer": None})
    assert line.startswith("1:1 signoff-reviewer: `reviewer` is missing; statement needs a second")


def test_a_review_lies_before_today_and_before_the_next(tmp_path: Path):
    assert told(tmp_path, {"reviewed": "2026-06-02", "review_due": "2026-06-02"}) == [
        (
            "12:1 signoff-reviewed: `reviewed` (2026-06-02) lies in the future; write the day on "
            "which the reviewer agreed to it, as 2026-03-14"
        ),
        (
            "13:1 signoff-reviewed: `review_due` (2026-06-02) is not after `reviewed` "
            "(2026-06-02); write a later day"
        ),
    ]


def test_every_author_declares_an_interest_or_none(tmp_path: Path):
    assert told(tmp_path, {"disclosures": None}) == [
        (
            "1:1 signoff-disclosures: `disclosures` is missing; readers ask whom an author works "
            "for; write `disclosures: none`, or below it a line for each author"
        )
    ]
    assert told(tmp_path, {"disclosures": None, "pillar": "community"}) == []
    some = "{team: none, porter: none, readers: none}"
    assert told(tmp_path, {"authors": "[team, nurse]", "disclosures": some}) == [
        (
            "14:1 signoff-disclosures: the author `nurse` has no line in `disclosures`; write "
            "`nurse: none` there, or what readers should know"
        ),
        (
            "14:27 signoff-disclosures: `porter` has a line in `disclosures`, but is no author of "
            "this article; take the line out, or name them under `authors:`"
        ),
    ]


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        ("2026-05-31", {}),
        ("2026-06-01", {"signoff-overdue": Severity.WARNING}),
        ("2027-05-31", {"signoff-overdue": Severity.WARNING}),
        ("2027-06-01", {"signoff-outdated": Severity.ERROR}),
    ],
)
def test_a_review_is_late_after_24_months_and_stops_announcing_after_36(
    tmp_path: Path, day: str, ids: dict[str, Severity]
):
    text = article(REVIEWED | {"reviewed": "2024-06-01", "review_due": "2030-01-01"})
    now = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    assert {f.check: f.severity for f in found(tmp_path, {ARTICLE: text}, at=now)} == ids


def test_a_day_that_was_promised_is_kept(tmp_path: Path):
    promised = {"reviewed": "2025-06-01", "review_due": "2026-05-31"}
    assert told(tmp_path, promised) == [
        (
            "13:1 signoff-overdue: it was to be reviewed again by 2026-05-31; have it read again, "
            "then write the day in `reviewed` and a new day in `review_due`"
        )
    ]
    assert told(tmp_path, promised | {"review_due": "2026-06-01"}) == []


TRANSLATION = "content/articles/2026/uno.md"
CORRECTED = {"corrections": "[{date: 2026-05-20, note: The dose was wrong.}]"}


@pytest.mark.parametrize(
    "followed",
    [
        {"corrections": "[{date: 2026-05-20, note: La dosis.}]"},
        {"updated": "2026-05-21T08:00"},
        {"date": "2026-05-20"},
        {"status": "draft"},
    ],
)
def test_a_translation_follows_the_correction_of_its_original(tmp_path: Path, followed):
    spanish = REVIEWED | {"id": "wxyz-2345", "lang": "es", "translation_of": "abcd-efgh"}
    files = {ARTICLE: article(REVIEWED | CORRECTED), TRANSLATION: article(spanish)}
    (finding,) = found(tmp_path, files)
    assert finding.severity is Severity.ERROR
    assert lines([finding]) == [
        (
            f"{TRANSLATION}:1:1 signoff-translation: its original, `one`, was corrected on "
            "2026-05-20; this was not; put the same thing right here, and add a line under "
            "`corrections:`"
        )
    ]
    assert found(tmp_path, files | {TRANSLATION: article(spanish | followed)}) == []


def test_a_review_due_to_somebody_who_left_names_who_could_take_it(tmp_path: Path):
    left = {"reviewer": "gone", "reviewed": "2025-05-01", "review_due": "2027-04-30"}
    other = "content/articles/2026/other.md"
    files = {
        ARTICLE: article(REVIEWED | left),
        other: article(REVIEWED | {"id": "wxyz-2345", "reviewer": "readers"}),
        other.replace("other", "third"): article({"id": "third-2345", "disclosures": "none"}),
    }
    assert lines(found(tmp_path, files)) == [
        (
            f"{ARTICLE}:11:1 signoff-left: the review due on 2027-04-30 falls to `gone`, who "
            "left on 2025-12-31; have it read again and name who did; it could be readers, nurse, "
            "nurse-again"
        )
    ]
    assert told(tmp_path, left | {"reviewed": "2026-05-01"}) == [
        (
            "11:1 signoff-left: `gone` left on 2025-12-31, before the review on 2026-05-01; have "
            "it reviewed: readers, nurse, nurse-again"
        )
    ]
    assert told(tmp_path, left | {"review_due": "2025-12-30"})[0].startswith("13:1 signoff-overdue")
    assert told(tmp_path, {"authors": "[gone]"}) == []


@given(st.dates(), st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int):
    if day.year > date.max.year - 6:
        return
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and months_after(later, 0) == later)
    assert months_after(day, months + 1) > later


def test_the_checks_take_half_a_millisecond_for_an_article(tmp_path: Path):
    many = {
        f"content/articles/2026/a-{n}.md": article(
            REVIEWED | {"id": f"abcd-{n:04}", "translation_of": f"abcd-{n - 1:04}" if n else None}
        ).replace("Words.", "Words. " * 1300)
        for n in range(100)
    }
    publication = load(tmp_path, {"content/people.yml": PEOPLE, **many})
    read = list(documents(publication, {}))

    def seconds() -> float:
        start = time.process_time()
        for each in read:
            assert list(findings_in(each, lambda check: check.startswith("signoff-"))) == []
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) / 100 < 0.0005
