"""Where in a file something stands that was found after reading."""

from __future__ import annotations

from pathlib import Path


def line_of(file: Path, words: str) -> int:
    """The first line, from 1, of `file` that holds `words`; 1 where none does."""
    lines = file.read_text("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), 1)
