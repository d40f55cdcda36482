"""Quiet hours and days, by the clock on the wall where the publication is.

A wall clock is right across both changes of the clocks: "until 08:00" ends when it shows 08:00.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from publisher.settings import WEEK, Quiet

_DAYS_AHEAD = len(WEEK) + 2


def is_quiet(moment: datetime, quiet: Quiet, zone: ZoneInfo) -> bool:
    """Whether nothing is announced at `moment`."""
    here = moment.astimezone(zone)
    if WEEK[here.weekday()] in quiet.days:
        return True
    start, end, clock = quiet.since, quiet.until, here.time()
    by_clock = start <= clock < end if start <= end else clock >= start or clock < end
    return by_clock or _in_spell(moment, here.date(), quiet, zone)


def quiet_until(moment: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime | None:
    """When the quiet in which `moment` lies ends, in `zone`; None where it is not quiet."""
    if not is_quiet(moment, quiet, zone):
        return None
    today = moment.astimezone(zone).date()
    ends = sorted(
        _instant(today + timedelta(days=ahead), clock, zone, fold)
        for ahead in range(_DAYS_AHEAD)
        for clock in (time(), quiet.until)
        for fold in (0, 1)
    )
    free = (end for end in ends if end > moment and not is_quiet(end, quiet, zone))
    return next((end.astimezone(zone) for end in free), None)


def _in_spell(moment: datetime, today: date, quiet: Quiet, zone: ZoneInfo) -> bool:
    """Whether a spell that has begun goes on: where clocks are put back it ends the second time.

    By the clock alone there would be two spells then, and a gap in the middle of the night.
    """
    if quiet.since == quiet.until:
        return False
    night = timedelta(days=quiet.since > quiet.until)
    return any(
        _instant(day, quiet.since, zone, 0) <= moment < _instant(day + night, quiet.until, zone, 1)
        for day in (today - timedelta(days=1), today)
    )


def _instant(day: date, clock: time, zone: ZoneInfo, fold: int) -> datetime:
    """When the clock on the wall shows that, in UTC; the second time where `fold` is 1."""
    return datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC)
