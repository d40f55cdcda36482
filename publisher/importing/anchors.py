"""Places within a page that links lead to, by the names that other generators gave them.

Goldmark and kramdown make ids of headings in ways of their own; ours are Python-Markdown's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, unique

from publisher.importing.body import mask
from publisher.importing.values import plain

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>.+?)[ \t#]*$", re.MULTILINE)
_ID = re.compile(r"[ \t]*\{[ \t:]*#(?P<id>[\w:-]+)[ \t]*\}[ \t#]*$")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)")


def anchors(text: str) -> dict[str, str]:
    """Every fragment that once led somewhere in `text`, and the one that leads there now."""
    found = {name: name for name in _HTML_ID.findall(mask(text))}
    taken = set(found)
    former: dict[str, str] = {}
    seen: dict[str, int] = {}
    for heading in _headings(text):
        own = _ID.search(heading)
        words = plain(_ID.sub("", heading))
        now = own["id"] if own else unique(slugify(words, "-"), taken)
        taken.add(now)
        found[now] = now
        for name in _former(words):
            count = seen.get(name, 0)
            seen[name] = count + 1
            former.setdefault(f"{name}-{count}" if count else name, now)
    return former | found


def _headings(text: str) -> Iterator[str]:
    masked = mask(text)
    for match in _HEADING.finditer(masked):
        yield text[match.start("text") : match.end("text")]


def _former(words: str) -> set[str]:
    """A heading's id by Goldmark (https://github.com/yuin/goldmark) and by kramdown."""
    goldmark = re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")
    kramdown = re.sub(r"[^a-z0-9 -]", "", re.sub(r"^[^a-z]+", "", words.lower())).replace(" ", "-")
    return {goldmark, kramdown} - {""}
