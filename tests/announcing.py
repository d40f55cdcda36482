"""A small publication in git whose pages are on a site, to be announced."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from publisher.content.publication import Publication, load_publication
from publisher.settings import read_settings
from publisher.site.cards import Cards
from tests.content.paper import article, put
from tests.loopback import Loopback, Quiet
from tests.running import ROOT
from tests.social import networks
from tests.social.fakes import facebook, linkedin
from tests.social.repositories import IDENTITY, git

# A Wednesday, in the afternoon in London.
NOW = datetime(2026, 6, 3, 14, tzinfo=UTC)
CHANNELS: dict[str, Any] = {
    "bluesky": {"send": "api"},
    "facebook": {"page": facebook.PAGE, "version": facebook.VERSION},
    "instagram": {"send": "never"},
    "linkedin": {"author": linkedin.AUTHOR},
    "mastodon": {"instance": f"https://{networks.FEDIVERSE}"},
    "threads": {"send": "never"},
    "x": {"send": "never"},
}
# Settings of an announcement in which nothing holds a post back.
AT_ONCE: dict[str, Any] = {
    "announce": {
        "live_minutes": 0,
        "spacing_minutes": 0,
        "daily_maximum": 100,
        "quiet": {"from": "00:00", "until": "00:00"},
    }
}
# The first run of all, long before the articles of the tests.
BEGUN = datetime(2026, 5, 1, 12, tzinfo=UTC)


# Status, type and body.
Shown = tuple[int, str, bytes]


class Site(Loopback):
    """The web server of the publication: shows each article's page and picture."""

    def __init__(self) -> None:
        super().__init__(_Answering)
        self.pages: dict[str, Shown] = {}

    def show(self, folder: Path, now: datetime = NOW) -> None:
        """Put the pages of the articles in `folder` online as they are now."""
        publication = publication_at(folder, now)
        cards = Cards(publication, ROOT / "theme")
        for one in publication.articles:
            self.pages[f"/{one.address}"] = page(one.digest)
            picture = urlsplit(cards.url_and_alt(one)[0])
            self.pages[f"{picture.path}?{picture.query}".rstrip("?")] = (200, "image/png", b"PNG")


class _Answering(Quiet):
    server: Site

    def _show(self) -> None:
        status, kind, body = self.server.pages.get(self.path, (404, "text/html", b""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = _show  # noqa: N815 - the standard library's name


def page(digest: str, robots: str = "index") -> Shown:
    metas = {"robots": robots, "publisher:digest": digest}
    head = "".join(f'<meta name="{k}" content="{v}">' for k, v in metas.items())
    return 200, "text/html", f"<!doctype html><html><head>{head}</head></html>".encode()


def configuration(site_url: str, **changes: Any) -> str:
    settings = {
        "publication_id": "0b8f4e0e-1f6b-4b4e-8f6e-6f3a52c7d201",
        "organisation": {"name": "Test Trust"},
        "channels": CHANNELS,
        "announce": {"live_minutes": 0},
    } | changes
    config = {
        "site_name": "Test Journal",
        "site_url": site_url,
        "docs_dir": "content",
        "theme": {"name": "material", "custom_dir": str(ROOT / "theme")},
        "plugins": [{"publisher": settings}],
    }
    return yaml.safe_dump(config)


def publication_at(folder: Path, now: datetime = NOW) -> Publication:
    config = yaml.safe_load((folder / "mkdocs.yml").read_text())
    settings, reasons = read_settings(config["plugins"][0]["publisher"])
    assert settings is not None, reasons
    return load_publication(folder, settings, now, site_url=config["site_url"], name="Test Journal")


def named(number: int, **changes: str | None) -> tuple[str, str]:
    """Path and text of an article whose day has come, the first at noon on 1 June."""
    moment = datetime(2026, 6, 1, 12, tzinfo=UTC) + timedelta(minutes=number)
    keys = {
        "id": f"article-{number}",
        "title": f"Number {number}",
        "date": moment.isoformat(),
        "social": f"{{hook: Number {number} is out.}}",
    }
    return f"content/articles/2026/number-{number}.md", article(keys | changes)


def publication(folder: Path, site: Site, articles: Mapping[str, str], **settings: Any) -> Path:
    """A repository with the articles; the first announcement was long before them."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    put(folder, {"mkdocs.yml": configuration(site.url, **settings)} | dict(articles))
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, *IDENTITY, "commit", "--quiet", "--allow-empty", "--message", "Words")


def program(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name("publisher")), *arguments]


def environment(folder: Path, now: datetime, **more: str) -> dict[str, str]:
    """Nothing but the path, the clock and what is asked for."""
    clock = {"SOURCE_DATE_EPOCH": str(int(now.timestamp()))}
    clean = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    return clean | {"PYTHONPATH": str(ROOT)} | clock | more


def run(
    folder: Path, *arguments: str, now: datetime = NOW, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run `publisher` in `folder` as if it were `now`."""
    return subprocess.run(
        program(*arguments),
        cwd=folder,
        env=environment(folder, now, **environ),
        capture_output=True,
        text=True,
        check=False,
    )
