"""A build beside the old site, which takes its place only when it is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """A fresh folder next to `site`; it becomes `site` when the block ends without an error."""
    site.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    fresh, old = workshop / "new", workshop / "old"
    try:
        fresh.mkdir()
        yield fresh
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
