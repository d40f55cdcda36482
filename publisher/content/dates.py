"""Dates as people write them: which are taken, and what to write instead of the others.

Taken are days and moments of ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339 without its odder
corners), because 03/04/2026 is a day in March to one reader and in April to the next.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime

# Years in which something published here may have come out or be planned.
YEARS = range(1800, 2200)

DAY_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,6})?)?"
MOMENT_PATTERN = f"({DAY_PATTERN})[T ]({_CLOCK}) ?(Z|[+-][0-9]{{2}}:?[0-9]{{2}})?"

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:\b|t\d)")
_EIGHT = re.compile(r"(\d{4})(\d\d)(\d\d)\b")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")
_DAY_MONTH = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -.]+([a-z]+)\.?,?[ -]+(\d{4})\b")
_MONTH_DAY = re.compile(r"(?:[a-z]+,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")


def day(value: object) -> date:
    """The day that `value` says. Raises ValueError, whose message says what to write."""
    text = str(value).strip() if isinstance(value, str | date) else ""
    if re.fullmatch(DAY_PATTERN, text) and (found := _date(*map(int, text.split("-")))):
        return found
    message = f"not a day that we can read; write {_instead(value)}"
    raise ValueError(message)


def when(value: object) -> date | datetime:
    """The day or moment that `value` says. Raises ValueError as `day` does."""
    if isinstance(value, date):  # a datetime is one too
        return value
    text = value.strip() if isinstance(value, str) else ""
    parts = re.fullmatch(MOMENT_PATTERN, text)
    if parts is None:
        return day(value)
    try:
        found = datetime.fromisoformat(f"{parts[1]}T{parts[2]}{parts[3] or ''}")
        if found.year in YEARS:
            return found
    except ValueError:
        pass
    example = "2026-03-14T09:00 or 2026-03-14T09:00+01:00"
    message = f"not a moment that exists; write the day, or day and time as {example}"
    raise ValueError(message)


def _instead(value: object) -> str:
    """What the author most likely meant, written as we read it."""
    text = " ".join(str(value).lower().split())
    if isinstance(value, str | int) and (found := list(dict.fromkeys(_meant(text)))):
        readings = [f"{day.isoformat()} if you mean {day.day} {day:%B %Y}" for day in found]
        return found[0].isoformat() if len(found) == 1 else ", ".join(readings)
    if parts := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        year, month = int(parts[1]), int(parts[2])
        if month in range(1, 13) and year in YEARS:
            last = calendar.monthrange(year, month)[1]
            return f"a day that exists: {calendar.month_name[month]} {year} has {last} days"
    return "year, month and day, as 2026-03-14"


def _meant(text: str) -> list[date]:
    """Every day that `text` can mean."""
    if parts := _YEAR_LAST.match(text):
        one, other, year = (int(part) for part in parts.groups())
        return [found for found in (_date(year, other, one), _date(year, one, other)) if found]
    if parts := _DAY_MONTH.match(text):
        found = _date(int(parts[3]), _MONTHS.get(parts[2], 0), int(parts[1]))
    elif parts := _MONTH_DAY.match(text):
        found = _date(int(parts[3]), _MONTHS.get(parts[1], 0), int(parts[2]))
    elif parts := _YEAR_FIRST.match(text) or _EIGHT.match(text):
        found = _date(*(int(part) for part in parts.groups()))
    else:
        found = None
    if found is None and _EPOCH.fullmatch(text):
        found = datetime.fromtimestamp(int(text[:-3] if len(text) > 10 else text), UTC).date()  # noqa: PLR2004 - seconds have ten digits, milliseconds three more
    return [found] if found else []


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month) if year in YEARS else None
    except ValueError:
        return None
