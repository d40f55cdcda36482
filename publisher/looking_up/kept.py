"""What services told us lately, in one file, so that nobody is asked twice without need."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from publisher.looking_up.told import Told

FILE_NAME = ".cache/references.json"


@dataclass(frozen=True)
class Kept:
    """Answers by question, as of `now`, none older than `age`.

    A file that cannot be read counts as empty; it is only a memory.
    """

    file: Path
    now: datetime
    age: timedelta

    @cached_property
    def answers(self) -> dict[str, Any]:
        """All that is kept, the old answers too."""
        with suppress(OSError, ValueError, RecursionError):
            read = json.loads(self.file.read_bytes())
            return read if isinstance(read, dict) else {}
        return {}

    def get(self, question: str) -> Told | None:
        """The answer, if it is there and young enough."""
        with suppress(TypeError, KeyError, ValueError):
            answer = self.answers[question]
            given = datetime.fromisoformat(answer["at"])
            if timedelta() <= self.now - given < self.age:
                return Told.model_validate(answer["told"])
        return None

    def put(self, question: str, told: Told) -> None:
        """Keep an answer."""
        self.answers[question] = {
            "at": self.now.isoformat(),
            "told": told.model_dump(mode="json", exclude_defaults=True),
        }

    def save(self) -> None:
        """Write the file anew, whole or not at all; where that cannot be, nothing is lost."""
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.file.with_suffix(".fresh")
            fresh.write_text(json.dumps(self.answers, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self.file)
