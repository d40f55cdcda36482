"""Weighted length as X counts it: Twitter's open twitter-text 3.1.0, configuration 3.

Written from the behaviour of the official library and proven against it: the tests run both.
JavaScript sees a text as UTF-16 code units, so here too everything runs on a string that holds
one character for each unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from publisher.social import twitter_patterns as patterns

ADDRESS_WEIGHT = 23
EMOJI_WEIGHT = 2
# Units in these ranges count 1, all others 2.
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))

_LONGEST_ADDRESS = 4096
_LONGEST_LABEL = 63
_LONGEST_SHORT_SLUG = 40
# Finding addresses takes time that grows with the square of a text without spaces.
_LONGEST_EXACT = 10_000


@lru_cache(maxsize=16)  # a post is measured while it is composed, and again when it is told of
def weighted_length(text: str) -> int:
    """Count `text` as X would; 280 may be posted.

    Every web address counts 23, whatever its length, also a bare `example.zip`. Of a text
    beyond 10,000 units, which no post can be, the answer is the most that it could count.
    """
    units = _units(text)
    if len(units) > _LONGEST_EXACT:
        return 2 * len(units) + ADDRESS_WEIGHT * units.count(".")
    known = {m.start(): (m.end(), EMOJI_WEIGHT) for m in patterns.emoji().finditer(units)}
    known |= {start: (end, ADDRESS_WEIGHT) for start, end in addresses(units)}
    total = at = 0
    for start in sorted(known):
        if start >= at:  # an emoji in an address counts with the address
            end, weight = known[start]
            total, at = total + _plain(units[at:start]) + weight, end
    return total + _plain(units[at:])


_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LIGHT = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in LIGHT) + "]")


def _plain(units: str) -> int:
    """The weight of characters without emoji and addresses; a surrogate pair is one character."""
    return 2 * (len(units) - len(_PAIR.findall(units))) - len(_LIGHT.findall(units))


def addresses(units: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every web address in `units`, in the order of the text."""
    if "." not in units:
        return
    folded = patterns.fold(units)
    for match in patterns.address().finditer(folded):
        start, end = match.span("address")
        protocol = match["protocol"] or ""
        domain = units[slice(*match.span("domain"))]
        if len(protocol or "https://") + end - start > _LONGEST_ADDRESS or not _resolvable(domain):
            continue
        if protocol:
            yield from _with_protocol(folded, start, end)
        elif not match["before"].endswith(("-", "_", ".", "/")):
            tail = end - match.end("domain") if match["path"] else 0
            yield from _without_protocol(domain, start, tail)


def _with_protocol(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Of X's own short addresses only slug and query are linked."""
    short = patterns.short_address().match(folded, start, end)
    if not short:
        yield start, end
    elif len(short["slug"]) <= _LONGEST_SHORT_SLUG:
        yield start, short.end()


def _without_protocol(domain: str, start: int, tail: int) -> Iterator[tuple[int, int]]:
    """Of a bare domain only its ASCII parts are linked; the last one takes the path along.

    A part is looked up by its text, not by where it matched, because the library does so.
    """
    spans = [match.span() for match in patterns.ascii_domain().finditer(patterns.fold(domain))]
    at = 0
    for number, (begin, end) in enumerate(spans, start=1):
        found = domain.index(domain[begin:end], at)
        at = found + end - begin
        yield start + found, start + at + (tail if number == len(spans) else 0)


def _resolvable(domain: str) -> bool:
    """Whether every label of `domain` fits the DNS (RFC 1035: 63 octets)."""
    if domain.startswith("xn--") and not patterns.ascii_domain().search(patterns.fold(domain)):
        return False
    return all(_encoded_length(label) <= _LONGEST_LABEL for label in domain.split("."))


def _encoded_length(label: str) -> int:
    """Length of a label in ASCII (RFC 3492); ideographic and full-width full stops part it."""
    parts = re.split("[\u3002\uff0e\uff61]", _joined(label))
    if sum(map(len, parts)) > _LONGEST_LABEL:
        return _LONGEST_LABEL + 1  # Encoding never shortens, and takes its time over long ones.
    return len(b".".join(map(_encoded, parts)))


def _encoded(part: str) -> bytes:
    plain = all(" " <= character <= "~" for character in part)
    return part.encode() if plain else b"xn--" + part.encode("punycode")


def _units(text: str) -> str:
    """Return the composed text (NFC) with one character for each UTF-16 code unit."""
    data = unicodedata.normalize("NFC", _joined(text)).encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, memoryview(data).cast("H")))


def _joined(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
