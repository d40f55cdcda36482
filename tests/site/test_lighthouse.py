"""Lighthouse on the site as the world would get it; how fast it is, benchmarks/ measures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lighthouse import lighthouse
from tests.serving import serve
from tests.site.kinds import of_kind

CATEGORIES = ("accessibility", "best-practices", "seo")
KINDS = ("home", "article", "topic", "person", "search")


@pytest.fixture(scope="session")
def port(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where the site is served as its own host would serve it."""
    with serve(built, tmp_path_factory.mktemp("nginx"), "journal.test") as port:
        yield port


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_has_nothing_to_mend(built: Path, port: int, kind: str):
    report = lighthouse(f"https://journal.test/{of_kind(built, kind)}", port, *CATEGORIES)
    assert not report.failed, "\n".join(report.failed)
    assert report.scores == dict.fromkeys(CATEGORIES, 100)
