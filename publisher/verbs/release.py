"""`publisher release`: a post that waits for a person may go out."""

from __future__ import annotations

import click

from publisher.cli import announcement_of, as_of_option, by_option, config_option, stop
from publisher.social.correcting import is_answer


@click.command()
@click.argument("article")
@click.argument("channel", required=False)
@by_option
@as_of_option
@config_option
def command(article: str, channel: str | None, by: str, config_file: str) -> None:
    """Let ARTICLE, a path, slug or id, go out on CHANNEL, or on every network where it waits.

    For what came due during a hold, what a network refused, and what was out before we began. All
    other rules still hold; what may be out already is released only where CHANNEL is named.

    Example: publisher release put-the-plain-word-first bluesky
    """
    announcement = announcement_of(config_file)
    released = announcement.deciding.release(article, channel, by)
    if not released:
        stop("nothing of it waits for a release; `publisher announce --dry-run` says why not")
    for key in released:
        click.echo(f"Released: {announcement.called(key)}")
    answers = any(is_answer(key.occasion) for key in released)
    sends = f"publisher correct {article} --reply …" if answers else "publisher announce"
    click.echo(f"The next `{sends}` sends it. To undo: publisher skip", err=True)
