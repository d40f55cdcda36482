"""Where sentences end: at a stop before a capital letter, but not after `Dr.` or in `3.5`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]»]*+(?=\s++[\"'“‘(\[«¿¡]*+[^\W_a-z])|[。！？]")
# Words after which a full stop ends no sentence.
_SHORT = frozenset(
    "al approx ave bros capt co col corp cf dept dr dra drs e.g ed eds esp est etc "  # noqa: SIM905
    "ext fig figs gen gov hon i.e inc jr lt ltd messrs mme mr mrs ms mt no nos op p "
    "p.o pp prof rev sen sgt sr sra st ste univ v viz vol vs "
    "jan feb apr jun jul aug sep sept oct nov dec".split()
)
_LONGEST = 20
_LAST_WORD = re.compile(r"(?<![\w.'’])[\w.]+$")


def sentences_of(text: str) -> Iterator[tuple[str, int]]:
    """Each sentence of `text`, and the offset at which it begins."""
    start = 0
    for found in _END.finditer(text):
        if found[0][0] == "." and _goes_on(
            text[max(start, found.start() - _LONGEST) : found.start()]
        ):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(before: str) -> bool:
    """Whether the full stop after `before` belongs to an abbreviation or an initial."""
    last = _LAST_WORD.search(before)
    word = last[0].lower() if last else ""
    return word in _SHORT or (len(word) == 1 and word.isalpha() and word != "i")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    sentence = text[start:end]
    stripped = sentence.strip()
    if stripped:
        yield stripped, start + sentence.index(stripped[0])
