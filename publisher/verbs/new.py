"""`publisher new`: the beginning of an article."""

from __future__ import annotations

import os
from functools import partial

import click

from publisher.cli import config_option, read, stop
from publisher.content import drafting
from publisher.content.ids import new_id
from publisher.content.publication import Publication
from publisher.content.shelf import STATEMENTS
from publisher.importing.slugs import slugify


@click.command()
@click.argument("title")
@click.option("--author", help="A key of people.yml (default: its first).")
@click.option("--from", "draft", metavar="DRAFT", help="Begin with one of content/statements/.")
@config_option
def command(title: str, author: str | None, draft: str | None, config_file: str) -> None:
    """Write a valid draft called TITLE, with the next questions in it.

    For a statement begin with a draft of one, as `--from outage`, or `--from outage.es` in Spanish.

    Example: publisher new "What a fever is for"
    """
    title = " ".join(title.split())
    if not title:
        stop('write what the article is called, as: publisher new "What a fever is for"', code=2)
    publication = read(config_file).publication
    prepared = _prepared(publication, draft) if draft else None
    author = author or _first_author(publication)
    now = publication.as_of.astimezone(publication.settings.zone)
    slug, year = slugify(title), f"{publication.as_of:%Y}"
    file = publication.root / publication.content / "articles" / year / f"{slug}.md"
    if file.exists() or (file.with_suffix("") / "index.md").exists():
        stop(f"{os.path.relpath(file)}: there is an article here already; choose another title")
    file.parent.mkdir(parents=True, exist_ok=True)
    begin = partial(drafting.begun, prepared, now) if prepared else drafting.draft
    file.write_text(begin(title, author, new_id()), encoding="utf-8")
    click.echo(os.path.relpath(file))


def _prepared(publication: Publication, name: str) -> str:
    """The text of a draft in content/statements/."""
    folder = publication.root / publication.content / STATEMENTS
    drafts = {file.stem: file for file in sorted(folder.glob("*.md"))}
    if name not in drafts:
        known = ", ".join(drafts) or "none"
        stop(
            f"there is no draft `{name}` in {os.path.relpath(folder)}/; there are: {known}", code=2
        )
    return drafts[name].read_text("utf-8")


def _first_author(publication: Publication) -> str:
    """The first of people.yml, where a team is made if nobody stands there yet."""
    if publication.people:
        return next(iter(publication.people))
    file = publication.root / publication.content / "people.yml"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("editorial-team:\n  name: Editorial team\n  kind: team\n", encoding="utf-8")
    return "editorial-team"
