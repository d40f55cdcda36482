"""Quiet hours by the clock on the wall, across both changes of the clocks."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.settings import WEEK, Quiet
from publisher.social.quiet import is_quiet, quiet_until

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
NIGHT = Quiet.model_validate({"from": "20:00", "until": "08:00"})


def told(moment: datetime, quiet: Quiet, zone: ZoneInfo) -> str | None:
    end = quiet_until(moment, quiet, zone)
    return f"{end:%a %d %b %H:%M %z}" if end else None


@pytest.mark.parametrize(
    ("zone", "moment", "end"),
    [
        # Before and after the clocks go forward, 29 March 2026 in London.
        (LONDON, "2026-03-28T20:00+00:00", "Sun 29 Mar 08:00 +0100"),
        (LONDON, "2026-03-29T06:59+00:00", "Sun 29 Mar 08:00 +0100"),
        (LONDON, "2026-03-29T07:00+00:00", None),
        (LONDON, "2026-03-29T18:59+00:00", None),
        (LONDON, "2026-03-29T19:00+00:00", "Mon 30 Mar 08:00 +0100"),
        # And back, 25 October.
        (LONDON, "2026-10-24T18:59+00:00", None),
        (LONDON, "2026-10-24T19:00+00:00", "Sun 25 Oct 08:00 +0000"),
        (LONDON, "2026-10-25T07:59+00:00", "Sun 25 Oct 08:00 +0000"),
        (LONDON, "2026-10-25T08:00+00:00", None),
        # New York: 8 March and 1 November.
        (NEW_YORK, "2026-03-08T00:59+00:00", None),
        (NEW_YORK, "2026-03-08T01:00+00:00", "Sun 08 Mar 08:00 -0400"),
        (NEW_YORK, "2026-03-08T12:00+00:00", None),
        (NEW_YORK, "2026-10-31T23:59+00:00", None),
        (NEW_YORK, "2026-11-01T00:00+00:00", "Sun 01 Nov 08:00 -0500"),
        (NEW_YORK, "2026-11-01T12:59+00:00", "Sun 01 Nov 08:00 -0500"),
        (NEW_YORK, "2026-11-01T13:00+00:00", None),
    ],
)
def test_a_night_ends_when_the_clock_on_the_wall_says_so(zone, moment, end):
    assert told(datetime.fromisoformat(moment), NIGHT, zone) == end


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-10-25T00:15+00:00", "Sun 25 Oct 01:30 +0000"),
        (
            "2026-10-25T00:31+00:00",
            "Sun 25 Oct 01:30 +0000",
        ),  # the clock shows 01:31 the first time
        ("2026-10-25T01:20+00:00", "Sun 25 Oct 01:30 +0000"),
        ("2026-10-25T01:30+00:00", None),
        ("2026-03-29T00:59+00:00", "Sun 29 Mar 02:30 +0100"),
        ("2026-03-29T01:00+00:00", None),
    ],
)
def test_a_night_that_ends_while_the_clocks_change_is_one_night(moment, end):
    late = Quiet.model_validate({"from": "22:00", "until": "01:30"})
    assert told(datetime.fromisoformat(moment), late, LONDON) == end


def test_hours_within_one_day():
    lunch = Quiet.model_validate({"from": "12:00", "until": "13:30"})
    noon = datetime(2026, 6, 3, 12, tzinfo=LONDON)
    assert told(noon, lunch, LONDON) == "Wed 03 Jun 13:30 +0100"
    assert told(noon - timedelta(minutes=1), lunch, LONDON) is None
    assert told(noon + timedelta(minutes=90), lunch, LONDON) is None


def test_whole_days_end_with_the_night_behind_them():
    quiet = Quiet.model_validate({"from": "20:00", "until": "08:00", "days": WEEK[5:]})
    friday_evening = datetime(2026, 6, 5, 21, tzinfo=LONDON)
    assert told(friday_evening, quiet, LONDON) == "Mon 08 Jun 08:00 +0100"
    assert told(datetime(2026, 6, 6, 12, tzinfo=LONDON), quiet, LONDON) == "Mon 08 Jun 08:00 +0100"


def test_the_same_time_twice_is_never_quiet():
    never = Quiet.model_validate({"from": "20:00", "until": "20:00"})
    assert told(datetime(2026, 6, 3, 20, tzinfo=LONDON), never, LONDON) is None


CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.sets(st.sampled_from(WEEK), max_size=6)


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - as hypothesis wants it
    since=CLOCKS,
    until=CLOCKS,
    days=DAYS,
    zone=st.sampled_from(
        [LONDON, NEW_YORK, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Australia/Lord_Howe")]
    ),
)
def test_quiet_always_ends_and_ends_in_no_quiet(moment, since, until, days, zone):
    quiet = Quiet.model_validate({"from": since, "until": until, "days": sorted(days)})
    end = quiet_until(moment, quiet, zone)
    assert (end is not None) == is_quiet(moment, quiet, zone)
    if end:
        assert end > moment
        assert not is_quiet(end, quiet, zone)
        assert end - moment < timedelta(days=9)


def test_a_week_without_a_day_left_is_refused():
    with pytest.raises(ValueError, match="nothing would ever be announced"):
        Quiet.model_validate({"days": WEEK})


def test_the_usual_night_is_from_eight_to_eight():
    assert (Quiet().since, Quiet().until, Quiet().days) == (time(20), time(8), ())
