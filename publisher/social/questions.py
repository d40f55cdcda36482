"""A question that invites an answer, for articles whose author asked none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("questions.yml")


@cache
def _questions() -> dict[str, dict[str, str]]:
    questions: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return questions


def question(pillar: str, language: str) -> str:
    """Return the question for `pillar` in `language` (BCP 47).

    "" where nobody has written one in it: a post speaks one language.
    """
    asked = _questions()[pillar]
    return asked.get(language) or asked.get(language.partition("-")[0]) or ""
