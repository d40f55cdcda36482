"""`publisher check`: what is wrong, and what to write instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn
from uuid import UUID

import click

from publisher import baseline, checks
from publisher.cli import (
    as_of_option,
    config_option,
    exit_with,
    findings_of,
    format_option,
    read,
    stop,
    summarise,
)
from publisher.content.publication import Publication
from publisher.content.source import read_stream
from publisher.diagnostics import FORMATS, as_sarif
from publisher.finding import Finding
from publisher.job_summary import as_summary
from publisher.looking_up import look_up
from publisher.looking_up.asking import asker
from publisher.looking_up.kept import FILE_NAME, Kept
from publisher.mending import mend
from publisher.outside import lost, snapshot_or_none, with_sign_offs
from publisher.overview import FAMILIES, Overview, chosen, selected
from publisher.settings import Organisation, Settings, as_of

_INPUT = Path("-")
_WITHOUT = (
    "Nothing is said of sign-offs, nor of articles that lost the id they were published under"
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@format_option(*FORMATS)
@click.option("--select", multiple=True, metavar="FAMILY|ID", help="Only these checks.")
@click.option("--site", is_flag=True, help="Look at the site as it was built, and its links, too.")
@click.option("--online", is_flag=True, help="Look the works up that articles cite, too.")
@click.option("--language", metavar="LANG", help="With -: the language of the text, as `es`.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--baseline", "settle", is_flag=True, help="From now on tell only what is new.")
@as_of_option
@config_option
def command(  # noqa: PLR0913 - what the command line offers, by name
    *,
    paths: Sequence[Path],
    form: str,
    select: Sequence[str],
    site: bool,
    online: bool,
    language: str | None,
    fix: bool,
    settle: bool,
    config_file: str,
) -> None:
    """Say what is wrong with the publication, or with PATHS in it, and what to write instead.

    With `-` a text is read from standard input, such as a reply before it is sent.

    Example: publisher check content/articles/2026
    """
    others = {"--site": site, "--online": online, "--fix": fix, "--baseline": settle}
    _refuse_beside_input(paths, [name for name, is_given in others.items() if is_given], language)
    if _INPUT in paths:
        _refuse_unknown(select, [])
        _check_input(_publication(config_file), language, select, form)
    overview = read(config_file)
    root = overview.publication.root
    _refuse_unknown(select, paths, root)
    if fix:
        for said in mend(overview, paths):
            click.echo(said, err=True)
        overview = read(config_file)
    overview, lost_ids = _with_ledger(overview)
    if settle:
        _settle(overview, select, paths)
    more = [
        *lost_ids,
        *(_audit(overview, select) if site else ()),
        *(_looked_up(overview.publication) if online else ()),
    ]
    _show(selected(findings_of(overview, select, more), root, select, paths), root, form)


def _show(findings: Sequence[Finding], root: Path, form: str) -> NoReturn:
    """Print the findings, where GitHub runs this into its summary too, and end the command."""
    if form == "sarif":
        click.echo(as_sarif(findings, root, checks.rules()), nl=False)
    else:
        click.echo(FORMATS[form](findings, root), nl=False)
    if form == "github":
        summarise(as_summary(findings, _source()))
    exit_with(findings)
    sys.exit(0)


def _source() -> str:
    """The address below which GitHub shows the files of this commit."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def _publication(config_file: str) -> Publication:
    """Whose text it is; without an mkdocs.yml nobody's, and the rules are the same."""
    if Path(config_file).exists():
        return read(config_file).publication
    nobody = Settings(publication_id=UUID(int=0), organisation=Organisation(name="-"))
    return Publication(Path.cwd(), "content", "", "", nobody, as_of())


def _check_input(
    publication: Publication, language: str | None, select: Sequence[str], form: str
) -> NoReturn:
    """Check the text on standard input, of which a copy lies where its lines can be quoted."""
    source = read_stream(str(_INPUT), sys.stdin.buffer)
    with TemporaryDirectory() as folder:
        if isinstance(source, Finding):
            _show([source], Path(folder), form)
        if not source.text.strip():
            stop("there was nothing to read on standard input", code=2)
        Path(folder, _INPUT).write_bytes(source.raw)
        found = checks.findings_of_text(
            source, publication, lambda check: chosen(check, select), language
        )
        _show(found, Path(folder), form)


def _with_ledger(overview: Overview) -> tuple[Overview, list[Finding]]:
    """The same with what the ledger says of sign-offs, and the published ids that are gone."""
    publication = overview.publication
    snapshot = snapshot_or_none(publication.root, publication.settings, as_of, _WITHOUT)
    told = replace(overview, publication=with_sign_offs(publication, snapshot))
    return told, list(lost(publication, snapshot))


def _settle(overview: Overview, select: Sequence[str], paths: Sequence[Path]) -> None:
    root = overview.publication.root
    meant = selected(overview.all_findings(select), root, select, paths)
    number = baseline.write(root / baseline.FILE_NAME, meant)
    told = f"{number} finding is" if number == 1 else f"{number} findings are"
    click.echo(f"{told} settled in {baseline.FILE_NAME}; commit it", err=True)


def _looked_up(publication: Publication) -> Iterator[Finding]:
    """What is wrong with the works that are cited, by answers no older than a week."""
    cache = Kept(publication.root / FILE_NAME, as_of(), timedelta(days=7))
    return look_up(publication, asker(publication), cache)


def _audit(overview: Overview, select: Sequence[str]) -> Iterator[Finding]:
    """What is to be mended in the built site, of which there must be one."""
    where = f"{os.path.relpath(overview.site)}/"
    if not (overview.site / "index.html").is_file():
        stop(f"there is no site in {where}; `publisher build` makes it", code=2)
    if newer := overview.stale():
        changed = os.path.relpath(newer)
        click.echo(f"{where} is older than {changed}; `publisher build` makes it anew", err=True)
    return overview.audit(select)


def _refuse_beside_input(
    paths: Sequence[Path], others: Sequence[str], language: str | None
) -> None:
    """What would be passed over in silence is a mistake, not a clean bill of health."""
    if _INPUT not in paths:
        if language is not None:
            message = "--language goes with `-`; a file says `lang:` itself"
            raise click.UsageError(message)
        return
    beside = [*(str(path) for path in paths if path != _INPUT), *others]
    if beside:
        message = f"`-` reads standard input and nothing else; leave out {', '.join(beside)}"
        raise click.UsageError(message)


def _refuse_unknown(select: Sequence[str], paths: Sequence[Path], root: Path = _INPUT) -> None:
    """A word or path that can select nothing is a mistake, not a clean bill of health."""
    known = {*FAMILIES, *checks.rules()}
    for name in select:
        if name not in known:
            message = f"`{name}` is neither a check (`publisher checks` lists them) nor a family"
            message += f" of checks ({', '.join(sorted(FAMILIES))})"
            raise click.UsageError(message)
    for path in paths:
        if not path.absolute().is_relative_to(root):
            message = f"{path} does not lie in this publication, {root}"
            raise click.UsageError(message)
