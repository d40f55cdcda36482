"""Which way each letter runs: the Unicode Bidirectional Algorithm (UAX #9) for one paragraph.

Titles hold no embeddings or isolates; where one does, its controls count as marks without width.
A class is one letter here, so that each rule is one replacement in a string: L, R and A (Arabic
letter), E and N (European and Arabic number), S, T and C (separator and terminator of European
numbers, common separator), M (mark without width), O (all else).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_CLASSES = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "S", "ET": "T", "CS": "C",
    "NSM": "M", "BN": "M", "": "L",
}  # fmt: skip
_PAIRS = {")": "(", "]": "[", "}": "{"}
_STRONG = {"L": "L", "R": "R", "E": "R", "N": "R"}


def levels(text: str, *, right_to_left: bool) -> list[int]:
    """The embedding level of each character: even runs left to right, odd right to left."""
    base = "R" if right_to_left else "L"
    if not right_to_left and text.isascii():
        return [0] * len(text)
    classes = "".join(_CLASSES.get(bidirectional(letter), "O") for letter in text)
    resolved = _neutral(_brackets(text, _weak(base + classes), base), base)
    above = {"L": 0, "R": 1, "E": 2, "N": 2} if base == "L" else {"L": 2, "R": 1, "E": 2, "N": 2}
    return [above[letter] for letter in resolved[1:]]


def visual(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Runs (start, end, level) of one line as they stand from left to right (rule L2)."""
    ordered = list(runs)
    for level in range(max((run[2] for run in runs), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][2] >= level:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            start = end + 1
    return ordered


def _weak(classes: str) -> str:
    """Rules W1 to W7; the first letter is the paragraph's own direction."""
    classes = re.sub(r"(.)(M+)", lambda found: found[1] * (1 + len(found[2])), classes)
    classes = re.sub(r"A[^LR]*", lambda found: found[0].replace("E", "N"), classes)
    classes = classes.replace("A", "R")
    classes = re.sub(r"(?<=E)[SC](?=E)", "E", classes)
    classes = re.sub(r"(?<=N)C(?=N)", "N", classes)
    classes = re.sub(r"T*E[ET]*", lambda found: "E" * len(found[0]), classes)
    classes = re.sub(r"[STC]", "O", classes)
    return re.sub(r"L[^R]*", lambda found: found[0].replace("E", "L"), classes)


def _brackets(text: str, classes: str, base: str) -> str:
    """Rule N0: a pair of brackets runs as what it holds, or as what stands before it."""
    resolved = list(classes)
    for start, end in sorted(_pairs(text, classes)):
        inside = {_STRONG.get(letter) for letter in resolved[start + 1 : end]} - {None}
        before = (_STRONG[letter] for letter in reversed(resolved[:start]) if letter in _STRONG)
        if inside:
            direction = base if base in inside else next(before)
            resolved[start] = resolved[end] = direction
    return "".join(resolved)


def _pairs(text: str, classes: str) -> Iterator[tuple[int, int]]:
    """Places in `classes`, which is one longer than `text`, of brackets that belong together."""
    opened: list[tuple[str, int]] = []
    for place, letter in enumerate(text, start=1):
        if classes[place] != "O":
            continue
        if letter in _PAIRS.values():
            opened.append((letter, place))
        elif letter in _PAIRS:
            for depth in reversed(range(len(opened))):
                if opened[depth][0] == _PAIRS[letter]:
                    yield opened[depth][1], place
                    del opened[depth:]
                    break


def _neutral(classes: str, base: str) -> str:
    """Rules N1 and N2: between two of one direction as these, else as the paragraph."""

    def settled(found: re.Match[str]) -> str:
        before, after = classes[found.start() - 1], classes[found.end() : found.end() + 1] or base
        same = _STRONG[before] == _STRONG[after]
        return (_STRONG[before] if same else base) * len(found[0])

    return re.sub(r"O+", settled, classes)
