"""The last look, with the build's own eyes: no text points to a file that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Iterator

from publisher.content.masking import Cut
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
        dead = [one for one in targets(body.text) if _is_dangling(one, arrival, articles)]
        for target in dead:
            said = f"`{shown(target.address)}` is no address that can be followed; its words stay"
            arrival.foreign.notes.warning("link", body.line(target.start), said)
        if not dead:
            break
        body = body.replace(_in_order(piece for target in dead for piece in target.cuts))
    return body


def _in_order(cuts: Iterable[Cut]) -> Iterator[Cut]:
    done = 0
    for start, end, instead in sorted(set(cuts)):
        if start >= done:
            yield start, end, instead
            done = end


def _is_dangling(target: Target, arrival: Arrival, articles: Container[str]) -> bool:
    path = target.local_path
    if path is None:
        # From the root of the old site: what could be reached there has another address by now.
        return target.address.startswith("/") and not target.address.startswith("//")
    if path.endswith(".md"):
        folder = posixpath.dirname(arrival.path)
        return posixpath.normpath(posixpath.join(folder, path)) not in articles
    return path not in arrival.files.found
