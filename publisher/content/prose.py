"""What Markdown links to and shows, with the place of each; and the text without the dead ones.

Addresses follow Python-Markdown's rules closely enough to find every link that it makes. All
patterns are possessive, so that no text, however hostile, is read more than a few times over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import accumulate, pairwise
from urllib.parse import SplitResult, unquote, urlsplit

from publisher.content.masking import Cut, Span, cut, mask, without_comments, without_indented_code

__all__ = ["Target", "mask", "targets", "targets_in", "without_comments", "without_links"]

_LABEL = r"\[(?!\^)(?P<label>(?:[^\[\]\\]++|\\.|\[(?:[^\[\]\\]++|\\.|\[[^\[\]]*+\])*+\])*+)\]"
_QUOTED = r"\"[^\"]{0,500}+\"|'[^']{0,500}+'"
_PLAIN = rf"(?:[^()\\\"']++|\\.|{_QUOTED}|[\"'])"
_PLACE = rf"(?P<place>(?:{_PLAIN}|\((?:{_PLAIN}|\({_PLAIN}*+\))*+\))*+)"
_ATTRIBUTES = r"(?P<attributes>\{:?[^{}\n]{0,500}+\})?+"
# A link or picture as it is written in a line; read with re.DOTALL.
INLINE = rf"(?P<bang>!?+){_LABEL}\({_PLACE}\){_ATTRIBUTES}"
_INLINE = re.compile(rf"(?<!\\)(?:\\\\)*+{INLINE}", re.DOTALL)
_TITLE = re.compile(rf"(?:{_QUOTED})\Z")
_ANGLED = re.compile(r"<([^<>\n]*)>")
_DEFINITION = re.compile(
    r"^ {0,3}\[[^\]^\n][^\]\n]*+\]:[ \t]*+\n?[ \t]*+(?:<(?P<angled>[^<>\n]++)>|(?P<bare>\S++))",
    re.MULTILINE,
)
_TAG = re.compile(
    r"<(?P<tag>a|img|source|video|audio)\b(?P<rest>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s(?:href|src|poster)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")


@dataclass(frozen=True, slots=True)
class Target:
    """An address in the text: of a picture, a link, a link definition or an HTML element.

    `start` and `end` are the whole construct's offsets in the text; line and column count
    from 1 in it; `cuts` make of it only its words.
    """

    kind: str
    address: str
    label: str
    start: int
    end: int
    line: int
    column: int
    cuts: tuple[Cut, ...] = ()

    @property
    def local_path(self) -> str | None:
        """The path part of an address within the publication; None for any other address."""
        path = self._path
        return None if not path or path.startswith("/") else unquote(path)

    @property
    def site_path(self) -> str | None:
        """The path of an address from the site's root, as `/about/`; None for any other."""
        path = self._path
        return unquote(path) if path and path.startswith("/") else None

    @property
    def is_address(self) -> bool:
        """Whether it has the form of one; `https://[clinic]` has not."""
        return self._parts is not None

    @property
    def _path(self) -> str | None:
        parts = self._parts
        return None if parts is None or parts.scheme or parts.netloc else parts.path

    @property
    def _parts(self) -> SplitResult | None:
        try:
            return urlsplit(self.address)
        except ValueError:
            return None


def targets(text: str) -> Iterator[Target]:
    """Every address that `text` links to or shows, kind by kind."""
    return targets_in(text, mask(text))


def targets_in(text: str, masked: str) -> Iterator[Target]:
    """As `targets`, for a text whose `mask` is known already."""
    bare = without_indented_code(text, masked)
    return _Finder(text, bare).all() if "](" in bare or "]:" in bare or "<" in bare else iter(())


class _Finder:
    """Looks for addresses in `bare`, and for the words around them in `text`."""

    def __init__(self, text: str, bare: str) -> None:
        self.text = text
        self.bare = bare
        self.line_ends = list(accumulate(len(line) + 1 for line in text.split("\n")))

    def all(self) -> Iterator[Target]:
        for found in self._links():
            yield self._inline(found)
        for found in _DEFINITION.finditer(self.bare):
            name = "bare" if found["angled"] is None else "angled"
            address = _ESCAPE.sub(r"\1", found[name])
            yield self._target("definition", address, found.span(), ((*found.span(name), "#"),))
        for tag in _TAG.finditer(self.bare):
            for found in _ATTRIBUTE.finditer(self.bare, *tag.span("rest")):
                # A link or a player without its address is whole; a picture without one is not.
                whole = tag if tag["tag"].lower() in ("img", "source") else found
                address = unescape(found["double"] or found["single"] or "")
                yield self._target("html", address, tag.span(), ((*whole.span(), ""),))

    def _links(self) -> Iterator[re.Match[str]]:
        """Links and pictures, paragraph by paragraph, and those in their labels."""
        ends = [found.start() for found in _BLANK_LINE.finditer(self.bare)]
        waiting = list(pairwise([0, *ends, len(self.bare)]))
        for start, end in waiting:
            for found in _INLINE.finditer(self.bare, start, end):
                yield found
                if "](" in found["label"]:
                    waiting.append(found.span("label"))

    def _inline(self, found: re.Match[str]) -> Target:
        kind = "picture" if found["bang"] else "link"
        address = address_in(found["place"])
        (start, end), (first, last) = (found.start("bang"), found.end()), found.span("label")
        cuts = ((start, first, ""), (last, end, ""))
        target = self._target(kind, address, (start, end), cuts)
        return replace(target, label=self.text[first:last])

    def _target(self, kind: str, address: str, span: Span, cuts: tuple[Cut, ...]) -> Target:
        line = bisect_right(self.line_ends, span[0])
        column = span[0] - (self.line_ends[line - 1] if line else 0) + 1
        return Target(kind, address, "", *span, line + 1, column, cuts)


def address_in(place: str) -> str:
    """The address in what stands between a link's brackets, which may hold a title too."""
    place = place.strip()
    angled = _ANGLED.match(place)
    return _ESCAPE.sub(r"\1", angled[1] if angled else _TITLE.sub("", place).rstrip())


def without_links(text: str, dead: Iterable[Target]) -> str:
    """`text` in which each of the `dead` links and pictures is only its words."""
    return cut(text, sorted({piece for target in dead for piece in target.cuts}))
