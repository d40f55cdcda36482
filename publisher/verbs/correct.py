"""`publisher correct`: an article was wrong, and readers of the page and of the posts learn it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

import click

from publisher.cli import channel_settings, config_option, ledger_of, read, stop
from publisher.content.article import Article
from publisher.content.editing import EditError, with_correction
from publisher.content.publication import Publication
from publisher.settings import as_of
from publisher.social.account import credentials
from publisher.social.answering import Choice, Desk
from publisher.social.channels import account, channels
from publisher.social.correcting import Outlet, notice, outlets

# In the place of a network's name: every one that has a post.
ALL = "all"

Command = Callable[..., None]
# From an article's text, a day and a note to the text with both in it.
Edit = Callable[[str, date, str], str]


def options(command: Command) -> Command:
    """What `correct` and `withdraw` can be told."""
    network = click.Choice([*channels(), ALL])
    answer = partial(click.option, multiple=True, type=network, metavar="NETWORK")
    for option in (
        config_option,
        click.option("--by", envvar="GITHUB_ACTOR", metavar="PERSON", help="Who decided it."),
        answer("--leave", help="Leave what is out there."),
        answer("--delete", help="Take back what is out there."),
        answer("--reply", help="Answer below the post there; `all` means every network."),
        click.option("--note", metavar="TEXT", help="What was wrong, and what is right."),
        click.argument("article"),
    ):
        command = option(command)
    return command


@click.command()
@options
def command(
    article: str, note: str | None, by: str | None, config_file: str, **chosen: Sequence[str]
) -> None:
    """Write a correction into ARTICLE, a path, slug or id, and tell those who read its posts.

    The note is added to the article's file, in which nothing else changes: commit it, and the page,
    the feeds and what search engines read say so. Without an answer the networks are listed on
    which the article is out; then choose for each: answer below the post, take it back, leave it.

    Example: publisher correct wash-your-hands --note "Wash for 20 seconds, not 2."
    """
    change(article, note, config_file, with_correction, chosen=chosen, by=by)


def change(  # noqa: PLR0913 - what both commands are told
    name: str,
    note: str | None,
    config_file: str,
    edit: Edit,
    *,
    chosen: Mapping[str, Sequence[str]],
    by: str | None,
) -> None:
    """Write the note, if there is one; do what was chosen for each network, and offer the rest."""
    if note is not None:
        _write(*_meant(config_file, name), edit, note)
    publication, article = _meant(config_file, name)
    if not article.corrections and not _only_deletes(chosen):
        message = f'{article.path} has no correction yet; write one, as: --note "…"'
        raise click.UsageError(message)
    for other in _translations(publication, article):
        click.echo(f"The same in `{other.language}` is {other.path}: is it wrong there too?")
    words = partial(notice, article, publication.url_of(article))
    given, settings = credentials(os.environ), channel_settings(config_file)
    ledger = ledger_of(config_file)
    zone, tell = publication.settings.zone, partial(click.echo, err=True)
    desk = Desk(ledger, lambda key: account(key, given, settings), words, zone, tell, by)
    done = [_told(desk, article, each, chosen) for each in outlets(ledger.read(), article)]
    if not all(done):
        sys.exit(1)


def _only_deletes(chosen: Mapping[str, Sequence[str]]) -> bool:
    """Whether nothing is to be said anywhere, so that no words are needed."""
    return bool(chosen[Choice.DELETE]) and not chosen[Choice.REPLY]


def _told(
    desk: Desk, article: Article, outlet: Outlet, chosen: Mapping[str, Sequence[str]]
) -> bool:
    """Carry out what was chosen for a network, or offer it; whether nothing went wrong."""
    wanted = [choice for choice in Choice if {outlet.channel, ALL} & set(chosen[choice])]
    if len(wanted) > 1:
        message = f"{outlet.channel}: choose one of {', '.join(wanted)}"
        raise click.UsageError(message)
    if wanted:
        told = desk.carry_out(wanted[0], outlet)
        click.echo(f"{outlet.channel}: {told.words}")
        return told.settled
    addresses = ", ".join(record.url or str(key) for key, record in outlet.posts)
    click.echo("; ".join(filter(None, [f"{outlet.channel}: {addresses}", desk.look(outlet)])))
    if outlet.is_open:
        ways = " | ".join(f"--{choice} {outlet.channel}" for choice in Choice)
        click.echo(f"  → publisher correct {article.slug} {ways}")
    return True


def _meant(config_file: str, name: str) -> tuple[Publication, Article]:
    overview = read(config_file, drafts=True)
    article = overview.named(name)
    if article is None:
        stop(f"no article `{name}` can be read; name one by path, slug or id")
    if article.id is None:
        stop(f"{article.path}: it has no id yet; `publisher check --fix` writes one")
    return overview.publication, article


def _write(publication: Publication, article: Article, edit: Edit, note: str) -> None:
    note = " ".join(note.split())
    if not note:
        message = 'say what was wrong and what is right, as: --note "Wash for 20 seconds, not 2."'
        raise click.UsageError(message)
    if _stands(article, edit, note):
        click.echo(f"{article.path}: the note stands there already.")
        return
    file = publication.root / article.path
    day = as_of().astimezone(publication.settings.zone).date()
    try:
        text = edit(file.read_bytes().decode("utf-8"), day, note)
    except EditError as problem:
        stop(f"{article.path}: {problem}")
    file.write_bytes(text.encode("utf-8"))
    click.echo(f"{article.path}: the note is written. Commit it, and the site says so.")


def _stands(article: Article, edit: Edit, note: str) -> bool:
    """Whether the newest note is this one: said again, it is the same correction."""
    newest = [" ".join(one.note.split()) for one in article.corrections[-1:]]
    return newest == [note] and (edit is with_correction or article.is_withdrawn)


def _translations(publication: Publication, article: Article) -> Iterator[Article]:
    """Yield every article that says the same in another language, withdrawn and drafts too."""
    origin = article.translation_of or article.id
    for other in publication.articles:
        if other.path != article.path and origin in (other.id, other.translation_of):
            yield other
