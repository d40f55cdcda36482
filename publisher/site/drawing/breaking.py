"""Where a line may end, in every script that cards are written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import budoux
import regex

# What begins no line and what ends none (Unicode UAX #14; JIS X 4051 for Japanese): closing
# brackets and quotes, marks at the end of a sentence, small kana; opening brackets and quotes.
_NEVER_FIRST = r"[\p{LB=CL}\p{LB=CP}\p{LB=EX}\p{LB=IS}\p{LB=NS}\p{LB=CJ}\p{LB=IN}\p{LB=PO}\p{Pf}]"
_NEVER_LAST = r"[\p{LB=OP}\p{LB=PR}\p{Pi}]"
_BINDS_BACK = regex.compile(_NEVER_FIRST)
_BINDS_ON = regex.compile(rf"{_NEVER_LAST}\s*$")

# After blanks (the no-break ones are not among them), a hyphen or dash within a word, the
# invisible places that an author marked.
_BLANK = r"(?<=[ \u2000-\u2006\u2008-\u200a\u3000\u200b\u00ad])(?!\s)(?=.)"
_DASH = r"(?<=\p{L}[-‐–—/])(?=\p{L})"
_AFTER = regex.compile(f"{_BLANK}|{_DASH}")
_CLUSTER = regex.compile(rf"(?:{_NEVER_LAST}){{0,2}}\X(?:{_NEVER_FIRST}){{0,2}}")
_THAI = regex.compile(r"\p{Thai}")
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def pieces(text: str, language: str) -> list[str]:
    """`text` in parts, at whose ends a line may end."""
    found: list[str] = []
    for piece in _pieces(text, language):
        if found and (_BINDS_BACK.match(piece) or _BINDS_ON.search(found[-1])):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def clusters(text: str) -> list[str]:
    """`text` in the smallest parts there are, for a word that is longer than a line."""
    return _CLUSTER.findall(text)


def _pieces(text: str, language: str) -> Iterator[str]:
    for piece in _AFTER.split(text):
        if _THAI.search(piece):
            yield from _parser("th")(piece)
        elif _EAST_ASIAN.search(piece):
            yield from _parser(_written(language))(piece)
        else:
            yield piece


def _written(language: str) -> str:
    """Which of the phrase models reads a text of Chinese characters."""
    if language.startswith("ja"):
        return "ja"
    traditional = ("zh-Hant", "zh-TW", "zh-HK", "yue")
    return "zh-hant" if language.startswith(traditional) else "zh-hans"


@cache
def _parser(model: str) -> Callable[[str], list[str]]:
    """Phrases as BudouX finds them (https://github.com/google/budoux)."""
    load = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return load[model]().parse
