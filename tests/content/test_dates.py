"""Days and moments: what is read, and what is suggested for the rest."""

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.content import dates
from publisher.content.fields import moment

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-14", date(2026, 3, 14)),
        (" 2026-03-14 ", date(2026, 3, 14)),
        ("2026-03-14T09:00", datetime(2026, 3, 14, 9)),  # noqa: DTZ001 - in the publication's zone
        ("2026-03-14 09:00:30", datetime(2026, 3, 14, 9, 0, 30)),  # noqa: DTZ001 - as above
        ("2026-03-14T09:00Z", datetime(2026, 3, 14, 9, tzinfo=UTC)),
        (
            "2026-03-14 09:00:30.5 +01:00",
            datetime(2026, 3, 14, 9, 0, 30, 500_000, timezone(timedelta(hours=1))),
        ),
        ("2026-03-14T09:00-0530", datetime(2026, 3, 14, 14, 30, tzinfo=UTC)),
    ],
)
def test_iso_dates_are_read(written: str, meant: date):
    assert dates.when(written) == meant


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("14/03/2026", "2026-03-14"),
        ("14.3.2026", "2026-03-14"),
        ("14-03-2026", "2026-03-14"),
        (
            "03/04/2026",
            "2026-04-03 if you mean 3 April 2026, 2026-03-04 if you mean 4 March 2026",
        ),
        ("05/05/2026", "2026-05-05"),
        ("14 March 2026", "2026-03-14"),
        ("14th March, 2026", "2026-03-14"),
        ("Saturday, 14 Mar 2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("Sept 1st 2026", "2026-09-01"),
        ("2026-3-4", "2026-03-04"),
        ("2026/03/14", "2026-03-14"),
        ("20260314", "2026-03-14"),
        pytest.param(20260314, "2026-03-14", id="a number"),
        (1773446400, "2026-03-14"),
        ("1773446400000", "2026-03-14"),
        ("2026-03-14T9:00", "2026-03-14"),
        ("2026-02-30", "a day that exists: February 2026 has 28 days"),
        ("2024-02-30", "a day that exists: February 2024 has 29 days"),
        ("2026-13-01", "year, month and day, as 2026-03-14"),
        ("2026-03", "year, month and day, as 2026-03-14"),
        ("0001-01-01", "year, month and day, as 2026-03-14"),
        ("9999-12-31", "year, month and day, as 2026-03-14"),
        ("32 March 2026", "year, month and day, as 2026-03-14"),
        ("14 Marsh 2026", "year, month and day, as 2026-03-14"),
        ("next week", "year, month and day, as 2026-03-14"),
        ("٢٠٢٦-٠٣-١٤", "2026-03-14"),
        ("", "year, month and day, as 2026-03-14"),
        (None, "year, month and day, as 2026-03-14"),
        (True, "year, month and day, as 2026-03-14"),
        (3.5, "year, month and day, as 2026-03-14"),
        (["2026-03-14"], "year, month and day, as 2026-03-14"),
        ("9" * 50, "year, month and day, as 2026-03-14"),
        (10**17, "year, month and day, as 2026-03-14"),
    ],
)
def test_other_dates_are_refused_with_what_was_meant(written: object, instead: str):
    for read in (dates.day, dates.when):
        with pytest.raises(ValueError, match="not a day that we can read") as refused:
            read(written)
        assert str(refused.value) == f"not a day that we can read; write {instead}"


@pytest.mark.parametrize(
    "written", ["2026-03-14T25:00", "2026-03-14T09:00+25:00", "0001-01-01T00:00"]
)
def test_moments_that_do_not_exist_are_refused(written: str):
    with pytest.raises(ValueError, match="not a moment that exists"):
        dates.when(written)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_of_four_centuries_is_read_as_written(day: date):
    assert dates.day(day.isoformat()) == day


@given(st.text() | st.integers() | st.floats() | st.booleans() | st.none())
def test_nothing_but_a_value_error_is_ever_raised(value: object):
    for read in (dates.day, dates.when):
        with contextlib.suppress(ValueError):
            assert isinstance(read(value), date)


def test_a_day_alone_is_nine_in_the_morning_where_the_publication_is():
    assert moment(date(2026, 7, 1), LONDON) == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_a_moment_without_a_zone_is_in_that_of_the_publication():
    naive = datetime(2026, 7, 1, 12)  # noqa: DTZ001 - that is the case
    assert moment(naive, LONDON) == datetime(2026, 7, 1, 11, tzinfo=UTC)
    assert moment(naive.replace(tzinfo=UTC), LONDON) == datetime(2026, 7, 1, 12, tzinfo=UTC)
