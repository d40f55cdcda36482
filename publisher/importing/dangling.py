"""The last look, with the build's own eyes: no text points to a file that is not there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container

from publisher.content.prose import Target, targets
from publisher.importing.arrival import Arrival
from publisher.importing.body import Body
from publisher.importing.notes import shown

# A picture in a link in a link: nothing that people write goes deeper.
_DEPTH = 4


def without_dangling(arrival: Arrival, body: Body, articles: Container[str]) -> Body:
    """`body` without addresses that lead to no file of `arrival` and to none of `articles`.

    Earlier steps understand what is well written; this catches what is broken.
    """
    for _ in range(_DEPTH):
        changes: list[tuple[int, int, str]] = []
        for target in sorted(targets(body.text), key=lambda target: target.start):
            free = not changes or target.start >= changes[-1][1]
            if free and _is_dangling(target, arrival, articles):
                said = f"`{shown(target.address)}` is no address that can be followed"
                line = body.line(target.start)
                arrival.foreign.notes.warning("link", line, f"{said}; its words stay")
                changes.append((target.start, target.end, _words(target, body.text)))
        if not changes:
            break
        body = body.replace(changes)
    return body


def _is_dangling(target: Target, arrival: Arrival, articles: Container[str]) -> bool:
    path = target.local_path
    if path is None:
        return False
    if path.endswith(".md"):
        folder = posixpath.dirname(arrival.path)
        return posixpath.normpath(posixpath.join(folder, path)) not in articles
    return path not in arrival.files.found


def _words(target: Target, text: str) -> str:
    if target.kind == "html":
        tag = re.match(r"<\w+", text[target.start :])
        return tag[0] if tag else ""
    return "" if target.kind == "definition" else target.label
