"""`publisher rename`: another address for an article; the old one leads there."""

from __future__ import annotations

import os
from pathlib import Path

import click

from publisher._git import GitError, git
from publisher.cli import config_option, read, stop
from publisher.content.article import Article
from publisher.content.editing import EditError, with_entry
from publisher.content.reading import SLUG


@click.command()
@click.argument("article")
@click.argument("new_slug")
@config_option
def command(article: str, new_slug: str, config_file: str) -> None:
    """Give ARTICLE, a path, slug or id, the address NEW-SLUG; the old one leads there.

    Nothing is announced again, and feeds show no new entry: they go by the article's id. Links to
    the old file are listed, for they must be changed by hand.

    Example: publisher rename wash-your-hands why-we-wash-our-hands
    """
    overview = read(config_file, drafts=True)
    meant = overview.named(article)
    if meant is None:
        stop(f"no article `{article}` can be read; name one by path, slug or id")
    if not SLUG.fullmatch(new_slug):
        message = f"`{new_slug}` is no address; write small letters a-z, digits and single hyphens"
        raise click.UsageError(message)
    if any(other.slug == new_slug for other in overview.publication.articles):
        stop(f"there is an article at `articles/{new_slug}/` already; choose another name")
    new = _renamed(overview.publication.root, meant, new_slug)
    click.echo(f"{meant.path} is {new} now, and articles/{meant.slug}/ leads there; commit both")
    known = set(overview.publication.findings)
    for finding in read(config_file, drafts=True).publication.findings:
        if finding not in known:
            click.echo(f"{finding.path}:{finding.line}: {finding.message}; {finding.fix}")


def _renamed(root: Path, article: Article, slug: str) -> str:
    """Move the article and write its former address into it; its new path."""
    file = root / article.path
    try:
        text = with_entry(file.read_bytes().decode("utf-8"), "aliases", article.address)
    except EditError as problem:
        stop(f"{article.path}: {problem}")
    old = file.parent if article.is_bundle else file
    new = old.with_name(slug if article.is_bundle else f"{slug}.md")
    if new.exists():
        stop(f"{os.path.relpath(new, root)}: there is something here already")
    _move(root, old, new)
    moved = new / "index.md" if article.is_bundle else new
    moved.write_bytes(text.encode("utf-8"))
    return moved.relative_to(root).as_posix()


def _move(root: Path, old: Path, new: Path) -> None:
    """Let git move it, so that the change is ready to commit; what git does not know just moves."""
    try:
        git(root, "mv", "--", str(old), str(new))
    except GitError:
        old.rename(new)
