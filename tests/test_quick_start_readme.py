"""What README.md shows is true."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from click import Context

from publisher.cli import main
from publisher.content.publication import load_publication
from publisher.settings import Organisation, Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_article_in_the_readme_is_ready_for_the_sample_publication(tmp_path: Path):
    (article,) = re.findall(r"^```yaml\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = "content/articles/2026/wash-your-hands.md"
    (tmp_path / path).write_text(article, encoding="utf-8")
    settings = Settings(publication_id=UUID(int=1), organisation=Organisation(name="Sample"))

    publication = load_publication(tmp_path, settings, datetime(2026, 4, 1, tzinfo=UTC))

    assert [finding for finding in publication.findings if finding.path == path] == []
    assert [a.title for a in publication.current if a.path == path] == [
        "Wash your hands, and say why"
    ]


def test_the_readme_names_every_command_and_no_other():
    table = README.partition("## Commands")[2].partition("\n## ")[0]
    named = re.findall(r"^\|(.*?)\|", table, flags=re.MULTILINE)
    verbs = [verb for cell in named[2:] for verb in re.findall(r"`([a-z]+)", cell)]

    assert sorted(verbs) == main.list_commands(Context(main))


def test_every_place_the_readme_names_is_there():
    places = re.findall(r"^\|[^|]*\|", README.partition("## Where things are")[2], re.MULTILINE)
    paths = [path for place in places for path in re.findall(r"`([^`]+)`", place)]
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert paths
    assert links
    assert [path for path in paths + links if not (ROOT / path).exists()] == []
