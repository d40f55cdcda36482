"""A moment as people are told it: by the clock on the wall where the publication is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


def told(moment: datetime, zone: ZoneInfo) -> str:
    """Return day, time and the zone's own short name, as `2026-06-03 15:00 BST`."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M %Z}"
