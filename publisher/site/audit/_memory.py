"""What other servers have answered, so that nobody is asked again too soon."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from publisher.site.audit._asking import Verdict
from publisher.site.cache import FOLDER

FILE = f"{FOLDER}/outside-links.json"

# For how many days an answer holds.
GOOD, BAD = 30, 1


def recall(root: Path, today: date) -> dict[str, tuple[date, Verdict]]:
    """URL → the day and the verdict, of all that still hold; none where the file is unreadable."""
    try:
        kept = json.loads((root / FILE).read_text("utf-8"))
        known = {
            url: (date.fromisoformat(each.pop("day")), Verdict(**each))
            for url, each in kept.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return {}
    return {
        url: (day, verdict)
        for url, (day, verdict) in known.items()
        if 0 <= (today - day).days < (GOOD if verdict.is_good else BAD)
    }


def remember(root: Path, known: Mapping[str, tuple[date, Verdict]]) -> None:
    """Keep the verdicts; a folder that cannot be written to costs time, nothing else."""
    kept = {
        url: {"day": day.isoformat(), **asdict(verdict)}
        for url, (day, verdict) in sorted(known.items())
    }
    file = root / FILE
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
        part.replace(file)
    except OSError:
        return
