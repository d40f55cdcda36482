"""docs/screenshots shows the pages as they are; what is out of date is taken anew."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.serving import serve
from tests.site import screenshots
from tests.site.screenshots import FOLDER, Subject

HOW = "run `sh scripts/test tests/site/test_screenshots.py` and commit docs/screenshots"


def take_all(taken: Iterable[Subject], folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with screenshots.studio() as browser:
        page = browser.new_page()
        for subject in taken:
            server = tmp_path / subject.name
            server.mkdir()
            with serve(subject.site, server) as port:
                address = f"http://127.0.0.1:{port}/{subject.path}"
                screenshots.take(page, subject, address, folder)


def test_every_kind_of_page_is_shown_as_it_is(built: Path, built_synthetic: Path, tmp_path: Path):
    subjects = {s.name: s for s in screenshots.subjects(built, built_synthetic)}
    wanted = {name: subject.digest for name, subject in subjects.items()}
    old = screenshots.outdated(wanted)
    if old and os.environ.get("CI"):
        pytest.fail(f"docs/screenshots shows these as they were: {', '.join(old)}; {HOW}")
    if old:
        take_all([subjects[name] for name in old], FOLDER, tmp_path)
        screenshots.finish(wanted, FOLDER)
    assert screenshots.outdated(wanted) == []
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 4_000_000
