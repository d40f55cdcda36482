"""What was costly to make, kept by the digest of all that it was made of.

The folder may be deleted at any time: what is missing is made again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".cache/publisher"


@dataclass(frozen=True)
class Cache:
    """Kept files, in a folder of their own; None keeps nothing."""

    folder: Path | None

    def kept(self, make: Callable[[], bytes], *ingredients: bytes | str) -> bytes:
        """What `make` makes, or made before of the same ingredients.

        `ingredients` is all that the result follows from: sources, options, and the version of
        what makes it. A folder that cannot be written to costs time, nothing else.
        """
        if self.folder is None:
            return make()
        file = self.folder / digest(*ingredients)
        try:
            return file.read_bytes()
        except OSError:
            made = make()
            _keep(file, made)
            return made


def digest(*ingredients: bytes | str) -> str:
    """SHA-256 in hexadecimal; where one ingredient ends and the next begins counts."""
    total = hashlib.sha256()
    for ingredient in ingredients:
        part = ingredient.encode() if isinstance(ingredient, str) else ingredient
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def _keep(file: Path, made: bytes) -> None:
    """Under its name only when it is whole: two builds may run at once, either may be killed."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(made)
        Path(part).replace(file)
    except OSError:
        return
