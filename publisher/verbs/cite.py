"""`publisher cite`: references filled in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from publisher import citing
from publisher._http import NotFoundError, UnreachableError
from publisher.cli import stop
from publisher.content.references import Reference
from publisher.content.source import Source, read_source
from publisher.finding import Finding


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill in the references of this article that have no title yet.",
)
def command(keys: Sequence[str], article: Path | None) -> None:
    """Look references up at Crossref or PubMed and print them for the front matter.

    Without the network the key is printed as it is, and the command ends with 1.

    Example: publisher cite 10.1126/science.aap9559 pmid:29590045
    """
    if not keys and not article:
        message = "name a DOI or PMID, or an article with --article"
        raise click.UsageError(message)
    try:
        bare = [citing.reference_for(key) for key in keys]
    except ValueError as problem:
        raise click.UsageError(str(problem)) from problem
    complete = [_print(reference) for reference in bare]
    if article:
        complete.append(_fill(article))
    if not all(complete):
        sys.exit(1)


def _print(reference: Reference) -> bool:
    found, complete = _looked_up(reference)
    click.echo(citing.as_yaml(found), nl=False)
    return complete


def _looked_up(reference: Reference) -> tuple[Reference, bool]:
    left = "the key is left as it is"
    try:
        return citing.look_up(reference), True
    except UnreachableError as problem:
        click.echo(f"{reference.key}: {problem}; {left}, try again later", err=True)
    except NotFoundError as problem:
        click.echo(f"{reference.key}: {problem} does not know it; {left}, check it", err=True)
    return reference, False


def _fill(file: Path) -> bool:
    source = read_source(file.resolve().parent, file.resolve())
    places = citing.bare_references(source) if isinstance(source, Source) else source
    if isinstance(places, Finding):
        stop(f"{file}:{places.line}: {places.message}; {places.fix}")
    found = [(line, column, *_looked_up(reference)) for line, column, reference in places]
    text = file.read_bytes().decode("utf-8")
    filled = citing.fill(text, [(line, column, ref) for line, column, ref, ok in found if ok])
    file.write_bytes(filled.encode("utf-8"))
    left = _still_bare(file)
    for _, _, reference, ok in found:
        if ok and reference.key in left:
            click.echo(f"{file}: {reference.key} cannot be filled in there; paste:", err=True)
            click.echo(citing.as_yaml(reference), nl=False)
    click.echo(f"{file}: {len(found) - len(left)} of {len(found)} filled in", err=True)
    return not left


def _still_bare(file: Path) -> set[str]:
    source = read_source(file.resolve().parent, file.resolve())
    places = citing.bare_references(source) if isinstance(source, Source) else source
    return set() if isinstance(places, Finding) else {ref.key for _, _, ref in places}
