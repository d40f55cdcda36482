"""A foreign blog written in a test, brought into an empty publication."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.importing.foreign import PIXEL, Blog, Files


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "ours" / "content").mkdir(parents=True)
    (tmp_path / "theirs").mkdir()
    return Blog(tmp_path / "theirs", tmp_path / "ours")


@pytest.fixture
def pixel() -> bytes:
    return PIXEL


@pytest.fixture
def body_of(blog: Blog) -> Callable[..., tuple[str, list[str]]]:
    """The text that an article's text becomes, and what was told of it by its own lines."""

    def body_of(text: str, *, generator: str = "hugo", files: Files | None = None) -> Any:
        settings = {
            "hugo": ("hugo.toml", "title = 'Old'"),
            "jekyll": ("_config.yml", "title: Old"),
            "pelican": ("pelicanconf.py", "SITENAME = 'Old'"),
            "material": ("mkdocs.yml", "site_name: Old"),
        }
        blog.write({settings[generator][0]: settings[generator][1], **(files or {})})
        blog.write({"a.md": f"---\ntitle: A\ndate: 2020-01-02\n---\n{text}"})
        report = blog.come()
        flat, bundle = "articles/2020/a.md", "articles/2020/a/index.md"
        path = flat if (blog.root / "content" / flat).exists() else bundle
        told = [
            f"{f.line - 4}: {f.check}: {f.message}"
            for f in report.findings
            if f.path.endswith("/a.md")
        ]
        return blog.body(path), told

    return body_of
