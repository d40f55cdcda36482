"""Small lists of words for the checks of form, by language, and how often a fault is told.

The lists lie in `phrases/<language>/<name>.yml`, each a list of words in small letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from publisher.checks._document import Found

_FOLDER = Path(__file__).parent / "phrases"


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """The list `name` in a language (BCP 47); English stands beside every other language."""
    tongues = {language.partition("-")[0], "en"}
    files = (_FOLDER / tongue / f"{name}.yml" for tongue in sorted(tongues))
    texts = (file.read_text("utf-8") for file in files if file.is_file())
    return frozenset(str(word) for text in texts for word in yaml.load(text, yaml.CSafeLoader))


def once(found: Iterable[Found]) -> Iterator[Found]:
    """The first of those that say the same, and how many more of them stand below."""
    alike: dict[str, list[Found]] = {}
    for each in found:
        alike.setdefault(each.message, []).append(each)
    for message, (first, *others) in alike.items():
        more = f" ({len(others)} more below)" if others else ""
        yield first._replace(message=f"{message}{more}")
