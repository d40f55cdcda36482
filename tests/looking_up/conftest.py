"""A library of works that answers on loopback instead of the real services."""

from collections.abc import Iterator

import pytest

from tests.looking_up.library import Library


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    with Library() as library:
        library.stand_in(monkeypatch)
        yield library
