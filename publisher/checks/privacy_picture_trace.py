"""A picture that tells who made it, or holds a small copy of what it was before it was cut.

A photographer's name is no secret, but belongs into `credit:`, where it is read. The small copy
that cameras add, and what they note for themselves, may show the face that was cut away.

Source: 45 CFR 164.514(b)(2)(i)(A) and (Q): names, and full-face photographs
(https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-E/section-164.514).

Flags: ![The clock on the wall shows five past eight](clock.jpg)

    Where articles/2026/clock.jpg is a picture as its camera wrote it
Passes: ![The clock on the wall shows five past eight](clock.jpg)

    Where articles/2026/clock.jpg is a picture
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Found
from publisher.checks._files import pictures
from publisher.content.publication import Publication
from publisher.embedded import Trace
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_TELLING = (Trace.AUTHOR, Trace.THUMBNAIL, Trace.NOTES)


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each thing that a picture's file tells."""
    fix = "`publisher check --fix` takes it out"
    for path, traces in pictures(publication):
        for trace in _TELLING:
            if trace in traces:
                yield Found(path, (1, 1), f"this picture's file tells {trace}", fix)
