"""Cases written as they would be read aloud: what stands in a file, and what is told of it.

Lines that begin with `|` stand in the file (`→` is a tab); the others, up to an empty line, are
the findings, in order. Lines that begin with `#` are for the reader of the cases.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class Case(NamedTuple):
    """What stands in a file, and what is told of it."""

    written: str
    told: list[str]


def cases(name: str) -> list[Case]:
    return list(_cases(name))


def _cases(name: str) -> Iterator[Case]:
    for block in (DATA / name).read_text("utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if not row.startswith("#")]
        written = [row[2:].replace("→", "\t") for row in rows if row.startswith("|")]
        if written:
            yield Case("\n".join(written), [row for row in rows if not row.startswith("|")])
