"""Quiet hours and days, by the clock on the wall where the publication is.

A wall clock is right across both changes of the clocks: "until 08:00" ends when it shows 08:00.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from publisher.settings import WEEK, Quiet

_DAYS_AHEAD = len(WEEK) + 2


def is_quiet(moment: datetime, quiet: Quiet, zone: ZoneInfo) -> bool:
    """Whether nothing is announced at `moment`."""
    here = moment.astimezone(zone)
    if WEEK[here.weekday()] in quiet.days:
        return True
    start, end, clock = quiet.since, quiet.until, here.time()
    return start <= clock < end if start <= end else clock >= start or clock < end


def quiet_until(moment: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime | None:
    """When the quiet in which `moment` lies ends, in `zone`; None where it is not quiet."""
    if not is_quiet(moment, quiet, zone):
        return None
    today = moment.astimezone(zone).date()
    ends = (
        datetime.combine(today + timedelta(days=ahead), end, zone)
        for ahead in range(_DAYS_AHEAD)
        for end in sorted((time(), quiet.until))
    )
    return next((end for end in ends if end > moment and not is_quiet(end, quiet, zone)), None)
