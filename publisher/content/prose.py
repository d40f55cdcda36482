"""Markdown as text with places: what is code or comment, and what it links to and shows.

Code and comments are masked with spaces, never cut out, so that lines and columns stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from publisher.content.source import position

_FENCE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_SPAN = re.compile(r"(?<![`\\])(`{1,4})(?!`)(?:[^`]|(?!\1)`)+?(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OWN_COMMENT = re.compile(r"<!--\s*publisher:.*?-->", re.DOTALL)

_LABEL = r"\[(?P<label>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]"
_ADDRESS = r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))"
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?"
_INLINE = re.compile(rf"(?P<bang>!?)(?<!\\){_LABEL}\(\s*{_ADDRESS}{_TITLE}\s*\)")
_DEFINITION = re.compile(rf"^ {{0,3}}\[(?P<label>[^\]^][^\]]*)\]:\s*{_ADDRESS}", re.MULTILINE)
_HTML = re.compile(
    r"<(?P<tag>a|img|source|video|audio)\b[^>]*?\b(?:href|src|poster)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """An address in the text: of a picture, a link, a link definition or an HTML element.

    `start` and `end` are the whole construct's offsets in the text; line and column count
    from 1 in it.
    """

    kind: str
    address: str
    label: str
    start: int
    end: int
    line: int
    column: int

    @property
    def local_path(self) -> str | None:
        """The path part of an address within the publication; None for any other address."""
        try:
            parts = urlsplit(self.address)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        return unquote(parts.path)


def mask(text: str) -> str:
    """`text` with code and comments replaced by spaces; of the same length, lines kept."""
    for pattern in (_FENCE, _COMMENT, _SPAN):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def without_own_comments(text: str) -> str:
    """`text` without the comments that speak to this tool; no line moves."""
    return _OWN_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def targets(text: str) -> Iterator[Target]:
    """Every address that `text` links to or shows, in order of kind and place."""
    masked = mask(text)
    for found in _INLINE.finditer(masked):
        kind = "picture" if found["bang"] else "link"
        yield _target(masked, kind, found, found["angled"] or found["bare"] or "")
        if kind == "link":  # a picture may stand in a link's label
            yield from _in_label(text, masked, found)
    for found in _DEFINITION.finditer(masked):
        yield _target(masked, "definition", found, found["angled"] or found["bare"] or "")
    for found in _HTML.finditer(masked):
        yield _target(masked, "html", found, found["double"] or found["single"] or "")


def _in_label(text: str, masked: str, outer: re.Match[str]) -> Iterator[Target]:
    offset = outer.start("label")
    for found in _INLINE.finditer(masked, offset, outer.end("label")):
        if found["bang"]:
            yield _target(masked, "picture", found, found["angled"] or found["bare"] or "")


def _target(text: str, kind: str, found: re.Match[str], address: str) -> Target:
    line, column = position(text[: found.start()])
    label = found.groupdict().get("label") or ""
    return Target(kind, address, label, found.start(), found.end(), line, column)


def without_links(text: str, dead: list[Target]) -> str:
    """`text` in which each of the `dead` links and pictures is only its words."""
    for target in sorted(dead, key=lambda target: target.start, reverse=True):
        written = text[target.start : target.end]
        if target.kind in ("link", "picture"):
            left = target.label
        else:  # a definition or an HTML element is used elsewhere, so only its address goes
            left = written.replace(target.address, "#")
        text = text[: target.start] + left + text[target.end :]
    return text
