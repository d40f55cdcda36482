"""Dates as blogs write them, in the one form that our articles have."""

from __future__ import annotations

import re
from datetime import datetime

_CLOCK = re.compile(
    r"(?P<day>.*?)(?:T(?=\d)|[,\s]+(?:at\s+)?)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|[A-Z]{2,4}|[+-]\d\d:?\d\d|[+-]\d{1,2})?\s*(?:\([^)]*\))?",
    re.IGNORECASE | re.DOTALL,
)
# Day and month by their names or order; 03/04/2020 is left alone, for it is two days.
_DAYS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d-%b-%Y",
    "%Y %B %d",
    "%Y %b %d",
)
_ZONES = {
    "z": "Z",
    "utc": "Z",
    "gmt": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
}


def when(text: str) -> str | None:
    """`text` as ISO date or date-time with its zone kept, or None where it is no date."""
    text = " ".join(text.split())
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return _day(text)
    day, time = _day(clock["day"]), _time(clock)
    if day is None or time is None:
        return None
    return f"{day}T{time}{_zone(clock['zone'] or '')}"


def day_in(path: str) -> str | None:
    """The day that a path names: `2020-01-02-title.md` or `2020/01/02/title.md`."""
    found = re.search(r"(?:^|/)(\d{4})[-_](\d{1,2})[-_](\d{1,2})(?=[-_./]|$)", path)
    found = found or re.search(r"(?:^|/)(\d{4})/(\d{2})/(\d{2})/", path)
    return _day("-".join(found.groups())) if found else None


def _day(text: str) -> str | None:
    text = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text, flags=re.IGNORECASE)
    text = re.sub(r"([A-Za-z]{3,})\.|,", r"\1", text).strip()
    text = re.sub(r"\bsept\b", "Sep", text, flags=re.IGNORECASE)
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day alone
        except ValueError:
            continue
    return None


def _time(clock: re.Match[str]) -> str | None:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = int(clock["minute"]), int(clock["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - a clock
        return None
    return f"{hour:02}:{minute:02}:{second:02}"


def _zone(text: str) -> str:
    if re.fullmatch(r"[+-]\d{1,2}", text):
        return f"{text[0]}{text[1:]:>02}:00"
    if re.fullmatch(r"[+-]\d\d:?\d\d", text):
        return f"{text[:3]}:{text[-2:]}"
    return _ZONES.get(text.lower(), "")
