"""`publisher import`: the articles of another generator."""

from __future__ import annotations

from pathlib import Path

import click

from publisher.cli import config_option, exit_with, read, stop
from publisher.diagnostics import as_text
from publisher.importing import import_folder


@click.command(name="import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--site-url", metavar="URL", help="The old site's address, if its files do not say.")
@config_option
def command(folder: Path, site_url: str | None, config_file: str) -> None:
    """Bring in the articles of a Jekyll, Hugo, Pelican or Material blog in FOLDER.

    What they lack is written down in .publisher-baseline.json, and blocks nothing. A
    second run changes nothing, and an article that you have edited since is left alone.

    Example: publisher import ../old-site
    """
    publication = read(config_file).publication
    try:
        report = import_folder(
            folder,
            publication.root / publication.content,
            language=publication.settings.language,
            site_url=site_url,
            check=lambda: read(config_file).all_findings(),
        )
    except (OSError, ValueError) as problem:
        stop(str(problem), code=2)
    click.echo(as_text(report.findings, Path()), err=True, nl=False)
    counts = f"{len(report.written)} files written, {len(report.unchanged)} articles as before"
    click.echo(f"{counts}, {len(report.kept)} kept as you have edited them", err=True)
    exit_with(report.findings)
