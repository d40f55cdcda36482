"""`publisher handover`: what people are told on GitHub after an announcement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from publisher.cli import as_document, config_option, ledger_of, read
from publisher.content.article import Article
from publisher.outside import BEGINNINGS
from publisher.settings import as_of
from publisher.social.by_hand import ByHand
from publisher.social.issues import complete, issues, out, posted, renewals
from publisher.social.issues import left as still
from publisher.social.snapshot import Snapshot

# Who wrote an article is told that it is out within this time, in which a run may fail and be
# repeated; whether it was told already, GitHub knows.
RECENT = timedelta(days=1)

_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("announced", type=_file, required=False)
@click.option(
    "--posted",
    "below",
    nargs=2,
    type=_file,
    metavar="ISSUE COMMENT",
    help="Only print what a comment there says is out: article, network, address, occasion.",
)
@click.option("--left", type=_file, metavar="ISSUE", help="Only print what is left of it.")
@config_option
def command(
    announced: Path | None, below: tuple[Path, Path] | None, left: Path | None, config_file: str
) -> None:
    """Print the issues and comments that follow from ANNOUNCED, as `announce` writes it in JSON.

    `issues` are those in which a person posts or renews a token, `out` the comments that tell an
    author that an article is out everywhere. scripts/desk/handover gives them to GitHub, each once.

    Example: publisher handover announced.json
    """
    if below:
        for told in posted(*(file.read_text("utf-8") for file in below)):
            click.echo("\t".join(told))
    elif left:
        for network in still(left.read_text("utf-8"), ledger_of(config_file).read()):
            click.echo(network)
    elif announced:
        document = json.loads(announced.read_text("utf-8"))
        click.echo(as_document(_handed_over(document, config_file)))
    else:
        message = "name the file that `publisher announce --format json` has written"
        raise click.UsageError(message)


def _handed_over(document: dict[str, Any], config_file: str) -> dict[str, Any]:
    articles = read(config_file).publication.current
    posts = [ByHand(**post) for post in document["by_hand"]]
    waiting = {one["article"] for one in _not_out(document) if one["occasion"] in BEGINNINGS}
    titles = {str(article.id): article.title for article in articles}
    snapshot = ledger_of(config_file).read()
    done = [article for article in articles if article.id and article.id not in waiting]
    return {
        "issues": [
            asdict(issue) for issue in (*issues(posts, titles), *renewals(document["expiring"]))
        ],
        "out": [told for article in done for told in _out(snapshot, article)],
    }


def _not_out(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every post that may still go out: some wait for a person, some for another run."""
    yield from document["by_hand"]
    yield from (one for one in document["waiting"] if not one["over"])
    yield from (one for one in document["results"] if one["state"] is None)


def _out(snapshot: Snapshot, article: Article) -> list[dict[str, Any]]:
    links = complete(snapshot, article.id or "", as_of() - RECENT)
    told = out(article.id or "", article.title, links)
    return [{"path": article.path} | asdict(told)] if links else []
