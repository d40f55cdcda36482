"""The one thing that can go wrong with a file that is to be cleaned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class UnreadableError(ValueError):
    """A file cannot be read as what its name says; the message ends the sentence `it …`."""


@contextmanager
def told_as(message: str) -> Iterator[None]:
    """Turn whatever a decoder stumbles over into an `UnreadableError` that says `message`."""
    try:
        yield
    except UnreadableError:
        raise
    except Exception as problem:
        raise UnreadableError(message) from problem
