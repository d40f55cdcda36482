"""Does any page change by the clock alone? The hourly run asks this before it installs anything.

A publication changes without a commit when a date in it arrives: an embargo ends, a review falls
overdue, a consent lapses. This file looks for such a date with nothing but Python itself, and runs
as a script: `python3 -I publisher/site/due.py --since 2026-03-14T08:13:00Z`.

It must never miss one and may be wrong the other way, so it does not parse: every date that stands
in front matter or in a YAML file below `content/` counts, whatever its key, and so does the day two
years later, on which a review falls overdue; whatever cannot be told is due. A date without a time
counts at the start of the day, at 09:00, when an article so dated appears, and at the end of the
day, all in the publication's own time zone.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

# What a publication has that sets none; the same as in publisher/settings/.
TIME_ZONE = "Europe/London"

HOURS_OF_A_DATE = (0, 9, 24)

# After which a review is overdue; the same as in publisher/content/reviews.py.
OVERDUE_YEARS = 2

_TIME_ZONE = re.compile(r"""^[^#\n]*\btime_zone["']?\s*:\s*["']?([^\s"'#,}]+)""", re.MULTILINE)
_WHEN = re.compile(
    r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)"
    r"(?:[Tt ] *(\d\d:\d\d(?::\d\d)?)(?:\.\d+)? *([Zz]|[+-]\d\d:?\d\d)?)?"
)


def due(root: Path, since: datetime, now: datetime) -> str:
    """Why the publication at `root` must be built again, or "" where nothing has come due.

    Due is what lies after `since`, when it was last published, and not after `now`. Both know
    their time zone. Raises OSError where a file cannot be read, KeyError or ValueError for a time
    zone that nobody knows.
    """
    if since >= now:
        return f"it was last published at {since}, which has not yet been"
    zone = time_zone((root / "mkdocs.yml").read_text("utf-8", "replace"))
    for file in sorted((root / "content").rglob("*")):
        if file.suffix not in {".md", ".yml", ".yaml"} or not file.is_file():
            continue
        text = file.read_text("utf-8", "replace")
        for moment in moments(front_matter(text) if file.suffix == ".md" else text, zone):
            if since < moment <= now:
                return f"{file.relative_to(root).as_posix()} names {moment}"
    return ""


def time_zone(configuration: str) -> ZoneInfo:
    """The publication's time zone as the text of mkdocs.yml says, else the one that is usual."""
    found = _TIME_ZONE.search(configuration)
    return ZoneInfo(found[1] if found else TIME_ZONE)


def front_matter(text: str) -> str:
    """What stands between the first line `---` and the next; all the rest if there is no next."""
    first, _, rest = text.removeprefix("\ufeff").partition("\n")
    if first.rstrip() != "---":
        return ""
    return re.split(r"^---\s*$", rest, maxsplit=1, flags=re.MULTILINE)[0]


def moments(text: str, zone: ZoneInfo) -> Iterator[datetime]:
    """Every moment that a date or date-time in `text` may mean; a 30th of February means none."""
    for day, clock, offset in _WHEN.findall(text):
        yield from _overdue(day, zone)
        try:
            moment = datetime.fromisoformat(f"{day}T{clock or '00:00'}{offset.upper()}")
            if clock:
                yield moment if moment.tzinfo else moment.replace(tzinfo=zone)
                continue
            for hour in HOURS_OF_A_DATE:
                yield (moment + timedelta(hours=hour)).replace(tzinfo=zone)
        except (ValueError, OverflowError):
            continue


def _overdue(day: str, zone: ZoneInfo) -> Iterator[datetime]:
    """The midnight on which what was reviewed on `day` is overdue; of a 29th of February the 28th.

    What is no day yields nothing.
    """
    later = f"{int(day[:4]) + OVERDUE_YEARS:04}{day[4:].replace('-02-29', '-02-28')}"
    with suppress(ValueError):
        yield datetime.fromisoformat(later).replace(tzinfo=zone)


def may_be_posted(next_post: str, now: datetime) -> bool:
    """Whether a post may be due: at the moment `next_post` (ISO 8601), which may be `never`.

    What is no moment may be any: then one may be.
    """
    if next_post == "never":
        return False
    try:
        return datetime.fromisoformat(next_post).astimezone(UTC) <= now
    except ValueError:
        return True


def main() -> None:
    """Print `due=` and `announce=` for a workflow's outputs, and why on standard error.

    The first is whether the site is due, the second whether a post may be: what brings a new page
    may bring one, and else it is as the newest announcement said.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", required=True, help="when it was last published (ISO 8601)")
    parser.add_argument("--root", type=Path, default=Path(), help="the publication's folder")
    parser.add_argument("--post", default="never", help="when the next post is due (ISO 8601)")
    arguments = parser.parse_args()
    now = datetime.fromtimestamp(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    try:
        since = datetime.fromisoformat(arguments.since)
        why = due(arguments.root, since if since.tzinfo else since.replace(tzinfo=UTC), now)
    except (KeyError, OSError, ValueError) as problem:
        why = f"it cannot be told: {problem}"
    sys.stderr.write(f"Due: {why}.\n" if why else "Nothing is due.\n")
    announce = bool(why) or may_be_posted(arguments.post, now)
    sys.stdout.write(f"due={'true' if why else 'false'}\n")
    sys.stdout.write(f"announce={'true' if announce else 'false'}\n")


if __name__ == "__main__":
    main()
