"""The command line: finds the verbs, reads mkdocs.yml, and says how a command ends.

A verb's file is imported only when the verb is used, so that each starts as fast as it can.
"""

from __future__ import annotations

import gc
import importlib
import json
import keyword
import logging
import os
import pkgutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from publisher.announcing import Announcement
from publisher.content.publication import Publication
from publisher.diagnostics import has_errors
from publisher.finding import Finding
from publisher.judging import unknown_checks
from publisher.outside import NO_LEDGER, snapshot_of
from publisher.overview import FAMILIES, Overview
from publisher.settings import as_of
from publisher.settings.networks import Channels
from publisher.site.generator import publication_of, root_of
from publisher.site.plugin import PublisherPlugin
from publisher.site.swap import beside
from publisher.social.account import credentials
from publisher.social.branch import PROGRAM, LedgerError
from publisher.social.decisions import DecisionError
from publisher.social.lapsing import Leftover, leftovers
from publisher.social.ledger import Ledger
from publisher.withholding import grave, grave_errors, sifted

VERBS = "publisher.verbs"

Command = Callable[..., None]

config_option = click.option(
    "--config",
    "config_file",
    default="mkdocs.yml",
    show_default=True,
    is_eager=True,  # --as-of asks it for the time zone
    type=click.Path(dir_okay=False),
    help="The publication's configuration.",
)


def _as_of(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    """Set the one clock, which everything below reads from SOURCE_DATE_EPOCH."""
    if value is None:
        return
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as problem:
        message = f"{value!r} is no date; write one as 2026-03-14 or 2026-03-14T09:00+00:00"
        raise click.BadParameter(message) from problem
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone_of(context.params.get("config_file")))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))


def zone_of(config_file: str | None) -> ZoneInfo:
    """The publication's time zone; UTC where there is no publication."""
    if config_file is None or not Path(config_file).exists():
        return ZoneInfo("UTC")
    return _plugin(configuration(config_file)).settings.zone


as_of_option = click.option(
    "--as-of",
    callback=_as_of,
    expose_value=False,
    metavar="DATE",
    help="Act as if it were this moment, in the publication's time zone where it names none "
    "(default: SOURCE_DATE_EPOCH, else now).",
)


by_option = click.option(
    "--by", envvar="GITHUB_ACTOR", default="the desk", metavar="PERSON", help="Who decided it."
)


def format_option(*names: str) -> Callable[[Command], Command]:
    """`--format`, whose first name is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="How to print it.",
    )


class _Verbs(click.Group):
    """The commands of the modules in `verbs/`, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        package = importlib.import_module(VERBS)
        return sorted(found.name.rstrip("_") for found in pkgutil.iter_modules(package.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{VERBS}.{name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the verb returns
        """Run the verb; a ledger that cannot be read or written ends it with code 1."""
        try:
            return super().invoke(ctx)
        except (LedgerError, DecisionError) as problem:
            return stop(str(problem))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="healthcare-publisher")
def main() -> None:
    """Publish healthcare writing: check it, build the site, announce it."""
    # We make many small things that live long; to look for circles among them as often as Python
    # does by itself takes a sixth of the time of a check.
    gc.set_threshold(100_000, 50, 50)
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    log.setLevel(logging.WARNING)


def configuration(config_file: str) -> MkDocsConfig:
    """mkdocs.yml as MkDocs reads it; every mistake in it ends the command with code 2."""
    try:
        as_of()  # MkDocs reads the clock too, and says less when it is wrong
        config = load_config(config_file=config_file)
    except (MkDocsException, OSError, ValueError) as problem:
        stop(f"{config_file}: {problem}", code=2)
    _plugin(config)
    return config


def _plugin(config: MkDocsConfig) -> PublisherPlugin:
    plugin = config.plugins.get("publisher")
    if not isinstance(plugin, PublisherPlugin):
        stop(f"{config.config_file_path}: `publisher` is missing below `plugins:`", code=2)
    return plugin


def channel_settings(config_file: str) -> Channels:
    """What mkdocs.yml says of the networks; where there is no such file, the defaults."""
    if not Path(config_file).exists():
        return Channels()
    return _plugin(configuration(config_file)).settings.channels


def read(config_file: str, *, drafts: bool = False) -> Overview:
    """The publication that mkdocs.yml describes; with `drafts`, everything counts as public."""
    config = configuration(config_file)
    return _overview(config, publication_of(config, _plugin(config).settings, drafts=drafts))


def _overview(config: MkDocsConfig, publication: Publication) -> Overview:
    return Overview(publication, Path(config.theme.dirs[0]), Path(config.site_dir))


def to_delete(publication: Publication) -> tuple[Leftover, ...]:
    """Posts that are out of articles to which the consent no longer holds."""
    return leftovers(publication, snapshot_of(publication.root, publication.settings, as_of))


def ledger_of(config_file: str) -> Ledger:
    """The ledger, without reading a single article: a hold must not wait for them."""
    config = configuration(config_file)
    return Ledger.of(root_of(config), _plugin(config).settings, as_of, _author())


def _author() -> str:
    """Who runs this, as far as the environment says it."""
    return os.environ.get("GITHUB_ACTOR") or PROGRAM


def announcement_of(config_file: str, *, to_send: bool = False) -> Announcement:
    """The publication as readers may get it, ledger and networks together.

    The secrets come from the environment. Where something is `to_send`, everything is checked, and
    once; else only what withholds.
    """
    config = configuration(config_file)
    reading = partial(publication_of, config, _plugin(config).settings, drafts=False)
    whole = _overview(config, reading())
    known = findings_of(whole) if to_send and not whole.publication.is_sample else None
    errors = grave_errors(whole.publication) if known is None else grave(known)
    publication = sifted(reading, NO_LEDGER, errors)
    if known is not None:
        known += {*publication.findings} - {*whole.publication.findings}
        known.sort(key=lambda finding: finding.sort_key)
    ledger = Ledger.of(publication.root, publication.settings, as_of, _author())
    return Announcement(_overview(config, publication), ledger, credentials(os.environ), known)


def build_site(
    config: MkDocsConfig, accept: Callable[[Sequence[Finding]], bool], *, ledger: bool = True
) -> Overview:
    """Check, then build beside the old site, which gives way if `accept` takes what was found."""
    site, plugin = Path(config.site_dir), _plugin(config)
    whole = _overview(config, publication_of(config, plugin.settings, drafts=False))
    found = findings_of(whole)
    plugin.ledger, plugin.errors = ledger, grave(found)
    plugin.tell = lambda _finding: None  # the command tells all findings together
    try:
        with beside(site) as fresh:
            config.site_dir = str(fresh)
            mkdocs_build(config)
            new = {*plugin.publication.findings} - {*whole.publication.findings}
            if not accept(sorted({*found, *new}, key=lambda finding: finding.sort_key)):
                stop("--strict: the old site stays, because of the errors above")
    except MkDocsException as problem:
        stop(str(problem))
    return replace(_overview(config, plugin.publication), site=site)


def serve_site(config_file: str, address: str) -> None:
    """Serve a preview, drafts and all, until it is interrupted."""
    from mkdocs.commands.serve import serve  # noqa: PLC0415 - its file watcher starts slowly

    configuration(config_file)
    PublisherPlugin.drafts = True
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    serve(config_file=config_file, dev_addr=address, watch_theme=True)


def findings_of(
    overview: Overview, select: Sequence[str] = (), more: Iterable[Finding] = ()
) -> list[Finding]:
    """Its findings; what makes finding impossible ends the command with code 2.

    That is a baseline or brand picture that is unusable, or a check in mkdocs.yml that is none.
    """
    weights = overview.publication.settings.checks
    if unknown := unknown_checks(weights, FAMILIES):
        stop(f"mkdocs.yml: checks: {'; '.join(unknown)}", code=2)
    try:
        return overview.findings(select, more)
    except (ValueError, FileNotFoundError) as problem:
        return stop(str(problem), code=2)


def summarise(markdown: str) -> None:
    """Add to the summary of the job on GitHub, if this is one."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(markdown)


def exit_with(findings: Sequence[Finding]) -> None:
    """End with code 1 if one of `findings` is an error."""
    if has_errors(findings):
        sys.exit(1)


def stop(message: str, code: int = 1) -> NoReturn:
    """Say `message` on standard error and end with `code`."""
    click.echo(message, err=True)
    sys.exit(code)


def as_document(document: dict[str, Any]) -> str:
    """One JSON document, as machines read it from standard output."""
    return json.dumps(document, ensure_ascii=False, indent=2)
