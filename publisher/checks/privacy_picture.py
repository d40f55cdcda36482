"""A picture that tells where it was taken, with whose camera, or with which.

A photograph from a telephone knows the ward to within a few steps, and the second. The site is
given a copy without all that; but the original lies in git, where everybody who can read the
repository can read it, now and later. It counts wherever the picture lies, shown or not.

Source: 45 CFR 164.514(b)(2)(i)(B), (M) and (R): places smaller than a state, devices by their
serial numbers, and any other number of one's own
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

SEVERITY = Severity.ERROR

_TELLING = (Trace.PLACE, Trace.OWNER, Trace.SERIAL)
_FIX = (
    "`publisher check --fix` takes it out; if it was pushed already, docs/privacy-officer.md "
    "says what to do"
)


def check_publication(publication: Publication) -> Iterator[Found]:
    """Yield each thing that a picture's file tells."""
    for path, traces in pictures(publication):
        for trace in _TELLING:
            if trace in traces:
                yield Found(path, (1, 1), f"this picture's file tells {trace}", _FIX)
