"""What twitter-text 3.1.0 takes for an address or an emoji, as patterns over UTF-16 units.

All but `emoji` expect folded text. JavaScript compares case by mapping one unit to one unit,
which is not what Python's IGNORECASE does (it takes the Kelvin sign for a k), so text and
patterns are both mapped with `fold` first.

The top-level domains and the emoji pattern are the library's own tables, carried with their
licences in `data/twitter-text/` (Apache-2.0) and `data/twemoji-parser/` (MIT).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

# Pairs of Unicode 16, which Python knows from 3.14 on; no other touches a pattern here.
_NEW_CAPITALS = {"\u019b": "\ua7dc"}

_DATA = Path(__file__).parent / "data"

_Range = tuple[int, int]
_ALPHANUMERIC: tuple[_Range, ...] = ((0x30, 0x39), (0x61, 0x7A))
_CYRILLIC: tuple[_Range, ...] = ((0x400, 0x4FF),)
_EN_DASH: tuple[_Range, ...] = ((0x2013, 0x2013),)
_LATIN: tuple[_Range, ...] = (
    *((0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x253, 0x254), (0x256, 0x257)),
    *((code, code) for code in (0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB)),
    *((0x300, 0x36F), (0x1E00, 0x1EFF)),
)
_NO_CHARACTERS = r"\ufffe\ufeff\uffff"
_SPACES = r"\x09-\x0d \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIRECTIONS = r"\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
# Never in a domain. A quotation mark is not among them, nor is a control character.
_NO_DOMAIN = rf"!'#%&()*+,\\./:;<=>?@\[\]^{{|}}~${_SPACES}{_NO_CHARACTERS}{_DIRECTIONS}"
_QUERY = r"\?[A-Z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Z0-9\-_&=#/]"


@cache
def fold_unit(unit: str) -> str:
    """Map one unit to its capital as ECMAScript does without the `u` flag.

    ECMA-262, Canonicalize: never to more than one unit, never from beyond ASCII into it.
    """
    upper = _NEW_CAPITALS.get(unit) or unit.upper()
    return unit if len(upper) != 1 or upper.isascii() > unit.isascii() else upper


def fold(units: str) -> str:
    """Map every unit; the length stays."""
    return units.upper() if units.isascii() else "".join(map(fold_unit, units))


def _members(*ranges: _Range) -> str:
    """Return the inside of a character class: the folded characters of all ranges."""
    codes = (code for first, last in ranges for code in range(first, last + 1))
    return "".join(map(re.escape, sorted({fold_unit(chr(code)) for code in codes})))


def _either(words: list[str]) -> str:
    """Return the words as one alternation, in their order, parted by first letter for speed."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    return "|".join(
        re.escape(first) + (f"(?:{_either(rest)})" if any(rest) else "")
        for first, rest in tails.items()
    )


@cache
def top_level_domains() -> tuple[str, ...]:
    """Return the top-level domains that make an address, where two overlap the longer first."""
    return tuple((_DATA / "twitter-text" / "domains.txt").read_text(encoding="utf-8").split())


@cache
def _top_level() -> str:
    words = _either(list(map(fold, top_level_domains())))
    return rf"(?:(?:{words})(?=[^0-9A-Z@+-]|\Z)|XN--[-0-9A-Z]+)"


def _path() -> str:
    general = (
        f"[{_members(*_ALPHANUMERIC, *_CYRILLIC, *_LATIN, *_EN_DASH)}!*';:=+,.$/%#\\[\\]\\-_~@|&]"
    )
    ending = f"[{_members(*_ALPHANUMERIC, *_CYRILLIC, *_LATIN)}+\\-=_#/]"
    # One nested level: Wikipedia's /Primer_(film), Rdio's /Up_(Album_(Edited))/.
    parens = rf"\((?:{general}+|{general}*\({general}+\){general}*)\)"
    return f"(?:{general}*(?:{parens}{general}*)*{ending}|{parens}|@{general}+/)"


@cache
def address() -> re.Pattern[str]:
    """Groups: before, address, protocol, domain, path. An address needs no protocol."""
    char, dashed, underscored = (f"[^{_NO_DOMAIN}{also}]" for also in (r"_\-", "_", ""))
    subdomain = rf"(?:(?:{char}{underscored}*)?{char}\.)"
    name = rf"(?:(?:{char}{dashed}*)?{char}\.)"
    return re.compile(
        rf"(?P<before>[^A-Z0-9@\uff20$#\uff03{_NO_CHARACTERS}]|[{_DIRECTIONS}]|^)"
        rf"(?P<address>(?P<protocol>HTTPS?://)?(?P<domain>{subdomain}*{name}{_top_level()})"
        rf"(?::[0-9]+)?(?P<path>/{_path()}*)?(?:{_QUERY})?)"
    )


@cache
def ascii_domain() -> re.Pattern[str]:
    """A domain that is linked without a protocol; accented Latin letters pass for ASCII."""
    return re.compile(rf"(?:[\-{_members(*_ALPHANUMERIC, *_LATIN)}]+\.)+{_top_level()}")


@cache
def short_address() -> re.Pattern[str]:
    """X's own short address. Group: slug."""
    return re.compile(rf"HTTPS?://T\.CO/(?P<slug>[A-Z0-9]+)(?:{_QUERY})?")


@cache
def emoji() -> re.Pattern[str]:
    """An emoji as Twemoji 11 knows it; newer sequences are seen in parts. Wants unfolded text."""
    table = (_DATA / "twemoji-parser" / "emoji.txt").read_text(encoding="utf-8").strip()
    # Where no emoji can begin, which is nearly everywhere, the table need not be tried.
    return re.compile(rf"(?=[^\x00-\x7f]|[#*0-9]\ufe0f?\u20e3)(?:{table})")
