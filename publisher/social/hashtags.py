"""Hashtags that a screen reader speaks as words: each word with a capital, letters only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

# An apostrophe joins ("Alzheimer's"), every other sign parts.
_APOSTROPHES = regex.compile(r"(?<=\p{L})['\u2019\u02bc](?=\p{L})")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}_]+")
_LETTER = regex.compile(r"\p{L}")
_MARK = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}_&/#])#(?P<tag>[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)"
)


@lru_cache(maxsize=1024)  # topics come again in every article, for every network
def camel_case(name: str) -> str:
    """Return `name` as a hashtag without `#`, or "" where no network would link it.

    Words with a capital in them stay as they are: `mRNA`, `COVID19`. A tag needs a letter.
    """
    words = _WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFC", name)))
    tag = "".join(word[:1].upper() + word[1:] if word.islower() else word for word in words)
    return tag if _LETTER.search(tag) else ""


def hashtags(names: Iterable[str]) -> tuple[str, ...]:
    """Return the hashtags for `names`, in their order, each once whatever its capitals."""
    return _once(filter(None, map(camel_case, names)))


def marks(text: str) -> Iterator[regex.Match[str]]:
    """Yield where a hashtag stands in `text`; the group `tag` is without `#`."""
    return _MARK.finditer(text)


def hashtags_in(text: str) -> tuple[str, ...]:
    """Return the hashtags that stand in `text`, as written but for the `#`, each once."""
    return _once(mark["tag"] for mark in marks(text))


def _once(tags: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(tag.casefold(), tag)
    return tuple(first.values())
