"""What the hourly run asks before it installs anything."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content.fields import moment
from publisher.content.reviews import OVERDUE_MONTHS, months_after
from publisher.settings import Settings
from publisher.site.due import OVERDUE_YEARS, due, front_matter, moments, time_zone

ROOT = Path(__file__).parents[2]
LONDON = ZoneInfo("Europe/London")
SINCE = datetime(2026, 3, 14, 8, 13, tzinfo=UTC)


@pytest.fixture
def publication(tmp_path):
    """Write one article with these lines of front matter; gives the publication's folder."""

    def write(*lines, zone="Europe/London", body="The text."):
        configuration = f"plugins:\n  - publisher:\n      time_zone: {zone}\n"
        (tmp_path / "mkdocs.yml").write_text(configuration)
        article = tmp_path / "content/articles/2026/an-article.md"
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text("\n".join(["---", *lines, "---", "", body, ""]))
        return tmp_path

    return write


def script(root, since, *arguments, **environment):
    """Run it as the workflow does: this Python, isolated from everything that is installed."""
    return subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "publisher/site/due.py", "--since", since, *arguments],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_date_alone_is_due_at_nine_in_the_publications_own_time_zone(publication):
    root = publication("date: 2026-03-14")
    nine = datetime(2026, 3, 14, 9, tzinfo=UTC)
    assert due(root, SINCE, nine - timedelta(seconds=1)) == ""
    assert due(root, SINCE, nine) == (
        "content/articles/2026/an-article.md names 2026-03-14 09:00:00+00:00"
    )
    assert due(root, nine, nine + timedelta(hours=1)) == ""


def test_nine_in_new_york_is_not_nine_in_london(publication):
    root = publication("date: 2026-03-14", zone="America/New_York")
    assert due(root, SINCE, SINCE + timedelta(hours=2)) == ""
    assert due(root, SINCE, datetime(2026, 3, 14, 13, tzinfo=UTC)) != ""


@pytest.mark.parametrize("midnight", [14, 15])
def test_a_date_alone_is_due_at_both_its_midnights(publication, midnight):
    root = publication("consent:", "  - {record: R-1, scope: web, expires: 2026-03-14}")
    arrives = datetime(2026, 3, midnight, tzinfo=LONDON)
    assert due(root, arrives - timedelta(hours=1), arrives) != ""


@pytest.mark.parametrize(
    "line",
    [
        "date: 2026-03-14T09:00",
        "updated: 2026-03-14 09:00:00",
        "date: '2026-03-14T10:00:00+01:00'",
        "  not_before: 2026-03-14T09:00Z",
        "social: {not_after: 2026-03-14T09:00:00.250Z}",
        "review_due: 2026-03-14",
        "title: What changes on 2026-03-14",
        "date: 2026-03-14 # moved",
    ],
)
def test_a_date_under_any_key_and_in_any_form_is_due(publication, line):
    assert due(publication(line), SINCE, SINCE + timedelta(hours=1)) != ""


@pytest.mark.parametrize(
    "line",
    [
        "date: 2026-03-13",
        "date: 2026-03-15",
        "date: 2026-03-14T09:00-05:00",
        "date: 2026-02-30",
        "date: 0001-01-01",
        "date: 9999-12-31",
        "references: ['doi:10.1000/12026-03-141']",
        "title: No date at all",
    ],
)
def test_what_has_passed_or_is_to_come_is_not_due(publication, line):
    assert due(publication(line), SINCE, SINCE + timedelta(hours=1)) == ""


def test_a_date_in_an_articles_text_changes_no_page(publication):
    root = publication("title: One", body="On 2026-03-14 the ward opened.")
    assert due(root, SINCE, SINCE + timedelta(hours=1)) == ""


def test_a_date_of_a_person_is_due_too(publication):
    root = publication("title: One")
    (root / "content/people.yml").write_text("team:\n  name: A team\n  left: 2026-03-14\n")
    assert due(root, SINCE, SINCE + timedelta(hours=1)) == (
        "content/people.yml names 2026-03-14 09:00:00+00:00"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_neither_a_byte_order_mark_nor_latin_1_hides_a_date(publication, mark):
    root = publication("title: One")
    text = "---\r\ntitle: Café\r\ndate: 2026-03-14\r\n---\r\n"
    (root / "content/other.md").write_bytes(mark + text.encode("latin-1"))
    assert due(root, SINCE, SINCE + timedelta(hours=1)) == (
        "content/other.md names 2026-03-14 09:00:00+00:00"
    )


def test_front_matter_that_never_ends_is_looked_through_to_the_end():
    assert front_matter("---\ntitle: One\n\ndate: 2026-03-14\n") == (
        "title: One\n\ndate: 2026-03-14\n"
    )
    assert front_matter("No front matter, 2026-03-14\n---\n") == ""


@pytest.mark.parametrize(
    ("configuration", "zone"),
    [
        ("plugins: [publisher: {time_zone: Europe/Madrid}]", "Europe/Madrid"),
        ("      time_zone: 'America/New_York'  # ours\n", "America/New_York"),
        ("      # time_zone: Asia/Tokyo\n", "Europe/London"),
        ("", Settings.model_fields["time_zone"].default),
    ],
)
def test_the_time_zone_is_the_one_in_mkdocs_yml(configuration, zone):
    assert time_zone(configuration) == ZoneInfo(zone)


@given(
    when=st.one_of(
        st.dates(date(1900, 1, 1), date(2200, 1, 1)),
        st.datetimes(
            datetime(1900, 1, 1),  # noqa: DTZ001 - a naive one is what is tried
            datetime(2200, 1, 1),  # noqa: DTZ001
            timezones=st.one_of(st.none(), st.just(UTC), st.timezones().filter(bool)),
        ).map(lambda moment: moment.replace(second=0, microsecond=0)),
    ),
    zone=st.sampled_from(["Europe/London", "America/St_Johns", "Pacific/Apia"]),
    separator=st.sampled_from(["T", " "]),
)
def test_no_moment_that_the_content_model_knows_is_missed(when, zone, separator):
    text = when.isoformat(separator) if isinstance(when, datetime) else when.isoformat()
    # Offsets before standard time have seconds, which no article may write.
    if re.search(r"[+-]\d\d:\d\d:\d\d", text):
        return
    written = datetime.fromisoformat(text) if isinstance(when, datetime) else when
    assert moment(written, ZoneInfo(zone)) in list(moments(f"date: {text}\n", ZoneInfo(zone)))


@pytest.mark.parametrize("key", ["reviewed", '"reviewed" ', "{reviewed", "? reviewed\n"])
def test_the_day_on_which_a_review_falls_overdue_is_due(publication, key):
    root = publication(f"{key}: 2024-03-15")
    midnight = datetime(2026, 3, 15, tzinfo=LONDON)
    assert due(root, SINCE, midnight - timedelta(seconds=1)) == ""
    assert due(root, SINCE, midnight) == (
        "content/articles/2026/an-article.md names 2026-03-15 00:00:00+00:00"
    )


@given(
    st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(["Europe/London", "Asia/Gaza"])
)
def test_the_day_on_which_the_page_says_that_a_review_is_overdue_is_never_missed(day, zone):
    local = ZoneInfo(zone)
    falls = datetime.combine(months_after(day, OVERDUE_MONTHS), time(0), local)
    assert OVERDUE_YEARS * 12 == OVERDUE_MONTHS
    assert falls in list(moments(f"reviewed: {day}\n", local))


def test_the_script_says_why_and_gives_the_workflow_its_answer(publication):
    root = publication("date: 2026-03-14")
    ran = script(root, "2026-03-14T08:13:00Z", SOURCE_DATE_EPOCH="1773479580")  # 09:13 UTC
    assert ran.stdout == "due=true\nannounce=true\n"
    assert ran.stderr == (
        "Due: content/articles/2026/an-article.md names 2026-03-14 09:00:00+00:00.\n"
    )
    ran = script(root, "2026-03-14T09:13:00Z", SOURCE_DATE_EPOCH="1773483180")  # 10:13 UTC
    assert (ran.stdout, ran.stderr) == (
        "due=false\nannounce=false\n",
        "Nothing is due.\n",
    )


def test_without_a_given_time_the_script_asks_the_clock(publication):
    today = datetime.now(UTC)
    root = publication(f"date: {today:%Y-%m-%dT%H:%M:%S}Z")
    before = f"{today - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
    assert script(root, before).stdout == "due=true\nannounce=true\n"


@pytest.mark.parametrize(
    ("post", "announce"),
    [
        ("never", "false"),
        ("2026-03-14T10:14:00+00:00", "false"),
        ("2026-03-14T10:13:00Z", "true"),
        ("2026-03-14T06:13:00-04:00", "true"),
        ("", "true"),
        ("soon", "true"),
    ],
)
def test_a_post_may_be_due_without_a_page(publication, post, announce):
    root = publication("date: 2026-03-14")
    at = "1773483180"  # 10:13 UTC
    ran = script(root, "2026-03-14T09:13:00Z", "--post", post, SOURCE_DATE_EPOCH=at)
    assert ran.stdout == f"due=false\nannounce={announce}\n"


@pytest.mark.parametrize("since", ["", "yesterday", "2999-01-01T00:00:00Z"])
def test_what_cannot_be_told_is_due(publication, since):
    assert script(publication("title: One"), since).stdout == "due=true\nannounce=true\n"


def test_a_publication_without_settings_or_with_a_strange_time_zone_is_due(publication, tmp_path):
    since = "2026-03-14T08:13:00Z"
    assert (
        script(publication("title: One", zone="Mars/Olympus"), since).stdout
        == "due=true\nannounce=true\n"
    )
    assert (
        script(publication("title: One", zone="../etc"), since).stdout
        == "due=true\nannounce=true\n"
    )
    (tmp_path / "mkdocs.yml").unlink()
    assert script(tmp_path, since).stdout == "due=true\nannounce=true\n"
