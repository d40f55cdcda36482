"""How old a review may be, in whole months, on pages and for the checks.

NHS pages are reviewed every three years, and say when
(https://service-manual.nhs.uk/content/standard-for-creating-health-content); a notice after two
leaves time to do it.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime

from publisher.content.article import Article

OVERDUE_MONTHS = 24
OUTDATED_MONTHS = 36


def months_after(day: date, months: int) -> date:
    """The same day of the month that many months later, or the last one where it has fewer days.

    Raises ValueError beyond the year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def is_overdue(article: Article, today: date) -> bool:
    """Whether readers are told that nobody has read it again for 24 months."""
    return _is_old(article, today, OVERDUE_MONTHS)


def is_outdated(article: Article, today: date) -> bool:
    """Whether it is too long, 36 months, since anybody has read it again."""
    return _is_old(article, today, OUTDATED_MONTHS)


def _is_old(article: Article, today: date, months: int) -> bool:
    return article.reviewed is not None and months_after(article.reviewed, months) <= today


def day_of(when: date | datetime) -> date:
    """The day of a date or date-time as it was written."""
    return when.date() if isinstance(when, datetime) else when
