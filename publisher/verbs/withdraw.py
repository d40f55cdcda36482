"""`publisher withdraw`: an article is not to be read any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from publisher.content.article import Status
from publisher.content.editing import with_correction, with_status
from publisher.verbs.correct import change, options


def _withdrawn(text: str, day: date, note: str) -> str:
    return with_correction(with_status(text, Status.WITHDRAWN), day, note)


@click.command()
@options
def command(
    article: str, note: str | None, by: str | None, config_file: str, **chosen: Sequence[str]
) -> None:
    """Withdraw ARTICLE, a path, slug or id: its page stays, says so and why, and leaves the feeds.

    The note and the status are written into the article's file, in which nothing else changes.
    Without an answer the networks are listed on which the article is out.

    Example: publisher withdraw wash-your-hands --note "The advice was wrong." --delete all
    """
    change(article, note, config_file, _withdrawn, chosen=chosen, by=by)
