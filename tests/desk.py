"""A small publication in a git repository of its own, as the desk works on it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner, Result

from publisher.cli import main
from publisher.social.branch import Branch
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, State
from publisher.social.transitions import Attempt, Outcome
from tests.content.paper import article, put
from tests.social.repositories import IDENTITY, git

ROOT = Path(__file__).parents[1]
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)

CONFIGURATION = """\
site_name: Test Journal
site_url: https://journal.test.example/
docs_dir: content
use_directory_urls: true
theme:
  name: material
  custom_dir: theme
plugins:
  - publisher:
      publication_id: 5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77
      organisation: {name: Test Trust}
      time_zone: UTC
      languages: [en, es]
"""

PILLARS = {"one": "community", "two": "community", "closed": "statement"}
TITLES = {"one": "One", "two": "Two", "closed": "We are closed today"}
DATES = {"one": "2026-05-01", "two": "2026-06-01", "closed": "2026-06-01"}


def text_of(name: str) -> str:
    """An article of the publication: `one` of May, `two` and the statement `closed` of today."""
    statement = PILLARS[name] == "statement"
    return article(
        {
            "id": f"{name}-0001",
            "title": TITLES[name],
            "date": DATES[name],
            "pillar": PILLARS[name],
            "reviewer": "readers" if statement else None,
        }
    )


def desk(folder: Path) -> Path:
    """The publication, committed."""
    files = {f"content/articles/2026/{name}.md": text_of(name) for name in PILLARS}
    put(folder, {"mkdocs.yml": CONFIGURATION, **files})
    shutil.copytree(ROOT / "theme", folder / "theme")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, *IDENTITY, "commit", "--quiet", "--message", "Begin")
    return folder


def ledger(folder: Path, at: datetime = NOON) -> Ledger:
    """The ledger in the repository `folder`, which has no remote."""
    return Ledger(Branch(folder, "ledger", None), lambda: at)


def posted(
    folder: Path, name: str, *channels: str, occasion: str = "launch", during_hold: bool = False
) -> None:
    """Record that an article went out."""
    for channel in channels:
        key, book = PostKey(f"{name}-0001", channel, occasion), ledger(folder)
        attempt = Attempt(key.path, NOON - timedelta(days=1), "5d" * 32)
        record = book.claim(key, attempt, during_hold=during_hold)
        url = f"https://{channel}.example/{name}"
        book.settle(key, record, Outcome(State.POSTED, id=f"{channel}-{name}", url=url))


def run(folder: Path, *arguments: str, at: datetime = NOON) -> Result:
    """Run `publisher` in this process, in `folder`, as of `at`."""
    environment = {"SOURCE_DATE_EPOCH": str(int(at.timestamp())), "GITHUB_ACTOR": ""}
    config = ["--config", str(folder / "mkdocs.yml")]
    return CliRunner(env=environment).invoke(main, [*arguments, *config])
