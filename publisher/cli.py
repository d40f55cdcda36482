"""The command line: one command per verb. Parse, call, print; nothing is decided here."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from publisher import citing
from publisher._http import NotFoundError, UnreachableError
from publisher.content import drafting
from publisher.content.references import Reference
from publisher.content.schema import KINDS
from publisher.content.schema import schema as schema_of
from publisher.content.source import Source, read_source
from publisher.diagnostics import FORMATS, as_text
from publisher.finding import Finding, Severity
from publisher.importing import import_folder
from publisher.importing.slugs import slugify
from publisher.overview import Overview, selected
from publisher.site import feeds as site_feeds
from publisher.site.plugin import PublisherPlugin, publication_of
from publisher.site.swap import beside
from publisher.social import preview
from publisher.social import snippets as social
from publisher.social.channels import channels as social_channels

Command = Callable[..., None]

config_option = click.option(
    "--config",
    "config_file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(dir_okay=False),
    help="The publication's configuration.",
)


def _as_of(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    """Set the one clock, which everything below reads from SOURCE_DATE_EPOCH."""
    if value is None:
        return
    try:
        moment = datetime.fromisoformat(value).astimezone()
    except ValueError as problem:
        message = f"{value!r} is no date; write one as 2026-03-14 or 2026-03-14T09:00+00:00"
        raise click.BadParameter(message) from problem
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))


as_of_option = click.option(
    "--as-of",
    callback=_as_of,
    expose_value=False,
    metavar="DATE",
    help="Act as if it were this moment (default: SOURCE_DATE_EPOCH, else now).",
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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="healthcare-publisher")
def main() -> None:
    """Publish healthcare writing: check it, build the site, announce it."""
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    log.setLevel(logging.WARNING)


@main.command()
@click.argument("title")
@click.option("--author", help="A key of people.yml (default: its first).")
@config_option
def new(title: str, author: str | None, config_file: str) -> None:
    """Write a valid draft called TITLE, with the next questions in it.

    Example: publisher new "What a fever is for"
    """
    publication = _read(config_file).publication
    author = author or next(iter(publication.people), "editorial-team")
    slug, year = slugify(title), f"{publication.as_of:%Y}"
    file = publication.root / publication.content / "articles" / year / f"{slug}.md"
    if not title.strip() or file.exists() or (file.with_suffix("") / "index.md").exists():
        _stop(f"{file}: there is an article here already; choose another title")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(drafting.draft(title, author, drafting.new_id()), encoding="utf-8")
    click.echo(os.path.relpath(file))


@main.command(name="import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--site-url", metavar="URL", help="The old site's address, if its files do not say.")
@config_option
def import_(folder: Path, site_url: str | None, config_file: str) -> None:
    """Bring in the articles of a Jekyll, Hugo, Pelican or Material blog in FOLDER.

    What they lack becomes a warning, kept in .publisher-baseline.json, and blocks nothing. A
    second run changes nothing, and an article that you have edited since is left alone.

    Example: publisher import ../old-site
    """
    publication = _read(config_file).publication
    try:
        report = import_folder(
            folder,
            publication.root / publication.content,
            language=publication.settings.language,
            site_url=site_url,
            check=lambda: _read(config_file).all_findings(),
        )
    except (OSError, ValueError) as problem:
        _stop(str(problem), code=2)
    click.echo(as_text(report.findings, folder.parent), err=True, nl=False)
    counts = f"{len(report.written)} files written, {len(report.unchanged)} articles as before"
    click.echo(f"{counts}, {len(report.kept)} kept as you have edited them", err=True)
    _exit_with(report.findings)


@main.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill in the references of this article that have no title yet.",
)
def cite(keys: Sequence[str], article: Path | None) -> None:
    """Look references up at Crossref or PubMed and print them for the front matter.

    Example: publisher cite 10.1126/science.aap9559 pmid:29590045
    """
    try:
        bare = [citing.reference_for(key) for key in keys]
    except ValueError as problem:
        raise click.UsageError(str(problem)) from problem
    complete = [_print_cited(reference) for reference in bare]
    if article:
        complete.append(_fill(article))
    if not all(complete):
        sys.exit(1)


def _print_cited(reference: Reference) -> bool:
    found, complete = _cited(reference)
    click.echo(citing.as_yaml(found), nl=False)
    return complete


def _cited(reference: Reference) -> tuple[Reference, bool]:
    try:
        return citing.look_up(reference), True
    except UnreachableError as problem:
        click.echo(
            f"{reference.key}: {problem}; the key is left as it is, try again later", err=True
        )
    except NotFoundError as problem:
        click.echo(f"{reference.key}: {problem} does not know it; is it written right?", err=True)
    return reference, False


def _fill(file: Path) -> bool:
    source = read_source(file.resolve().parent, file.resolve())
    places = citing.bare_references(source) if isinstance(source, Source) else source
    if isinstance(places, Finding):
        _stop(f"{file}:{places.line}: {places.message}; {places.fix}")
    found = [(line, column, *_cited(reference)) for line, column, reference in places]
    text = file.read_bytes().decode("utf-8")
    filled = citing.fill(text, [(line, column, ref) for line, column, ref, ok in found if ok])
    file.write_bytes(filled.encode("utf-8"))
    click.echo(f"{file}: {sum(ok for *_, ok in found)} of {len(found)} filled in", err=True)
    return all(ok for *_, ok in found)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@format_option(*FORMATS)
@click.option("--select", multiple=True, metavar="FAMILY|ID", help="Only these checks.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@as_of_option
@config_option
def check(
    *,
    paths: Sequence[Path],
    form: str,
    select: Sequence[str],
    fix: bool,
    config_file: str,
) -> None:
    """Say what is wrong with the publication, or with PATHS in it, and what to write instead.

    Example: publisher check content/articles/2026
    """
    overview = _read(config_file)
    root = overview.publication.root
    if fix:
        for path in drafting.write_ids(overview.publication):
            click.echo(f"{path}: wrote an id", err=True)
        overview = _read(config_file)
    findings = selected(_findings(overview), root, select, paths)
    click.echo(FORMATS[form](findings, root), nl=False)
    _exit_with(findings)


@main.command()
@click.option("--strict", is_flag=True, help="All or nothing: any error leaves the old site.")
@as_of_option
@config_option
def build(*, strict: bool, config_file: str) -> None:
    """Check, then build the whole site; the old one stays until the new one is whole.

    Example: publisher build
    """
    config = _configuration(config_file)
    site, plugin = Path(config.site_dir), _plugin(config)
    try:
        with beside(site) as fresh:
            config.site_dir = str(fresh)
            plugin.tell = lambda _finding: None
            mkdocs_build(config)
            overview = Overview(plugin.publication, Path(config.theme.dirs[0]))
            findings = _findings(overview)
            click.echo(as_text(findings, overview.publication.root), err=True, nl=False)
            if strict and _has_errors(findings):
                _stop("--strict: the old site stays, because of the errors above")
    except MkDocsException as problem:
        _stop(str(problem))
    public = len(plugin.publication.public)
    click.echo(f"{public} articles are in {os.path.relpath(site)}/", err=True)
    _exit_with(findings)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@config_option
def serve(address: str, config_file: str) -> None:
    """Show the publication as it grows, drafts and embargoed articles too.

    Example: publisher serve
    """
    _configuration(config_file)
    PublisherPlugin.drafts = True
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    mkdocs_serve(config_file=config_file, dev_addr=address, watch_theme=True)


@main.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@format_option(*preview.FORMATS)
@as_of_option
@config_option
def snippets(articles: Sequence[str], form: str, config_file: str) -> None:
    """Show exactly the posts that would go out, for every network.

    All that is published now, or each ARTICLE named by path, slug or id, published or not.

    Example: publisher snippets put-the-plain-word-first --format html > posts.html
    """
    overview = _read(config_file, drafts=bool(articles))
    named = [overview.named(name) for name in articles]
    unknown = [name for name, article in zip(articles, named, strict=True) if article is None]
    for name in unknown:
        click.echo(f"no article `{name}` can be read; name one by path, slug or id", err=True)
    posts = overview.posts(filter(None, named) if articles else None)
    if form == "html":
        click.echo(preview.as_html(posts.snippets, posts.faults, overview.pictures()))
    else:
        click.echo(preview.FORMATS[form](posts.snippets), nl=False)
    root = overview.publication.root
    findings = list(social.findings(root, posts.faults))
    click.echo(as_text(findings, root) if findings else "", err=True, nl=False)
    if unknown:
        sys.exit(1)
    _exit_with(findings)


@main.command()
@format_option("text", "json")
def channels(form: str) -> None:
    """List the networks, their limits and how many hashtags each post has there.

    Example: publisher channels
    """
    known = {
        key: {"name": c.NAME, "limit": c.LIMIT, "hashtags": c.HASHTAGS}
        for key, c in social_channels().items()
    }
    if form == "json":
        click.echo(_json({"channels": known}))
        return
    for key, channel in known.items():
        click.echo(f"{key:<10} {channel['name']}: at most {channel['limit']:,} characters")


@main.command()
@click.argument("kind", type=click.Choice(KINDS), default="article")
def schema(kind: str) -> None:
    """Print the JSON Schema of an article's front matter, or of another KIND of file.

    Example: publisher schema people
    """
    click.echo(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))


@main.command()
@format_option("text", "json")
@config_option
def feeds(form: str, config_file: str) -> None:
    """List the feeds that the site has.

    Example: publisher feeds
    """
    publication = _read(config_file).publication
    listed = [
        (link.title, publication.url(link.address)) for link in site_feeds.catalogue(publication)
    ]
    if form == "json":
        click.echo(_json({"feeds": [{"title": title, "url": url} for title, url in listed]}))
    else:
        click.echo("\n".join(f"{url}  {title}" for title, url in listed))


def _configuration(config_file: str) -> MkDocsConfig:
    """mkdocs.yml as MkDocs reads it; every mistake in it ends the command with code 2."""
    try:
        config = load_config(config_file=config_file)
    except (MkDocsException, OSError) as problem:
        _stop(f"{config_file}: {problem}", code=2)
    _plugin(config)
    return config


def _plugin(config: MkDocsConfig) -> PublisherPlugin:
    plugin = config.plugins.get("publisher")
    if not isinstance(plugin, PublisherPlugin):
        _stop(f"{config.config_file_path}: `publisher` is missing below `plugins:`", code=2)
    return plugin


def _read(config_file: str, *, drafts: bool = False) -> Overview:
    config = _configuration(config_file)
    publication = publication_of(config, _plugin(config).settings, drafts=drafts)
    return Overview(publication, Path(config.theme.dirs[0]))


def _findings(overview: Overview) -> list[Finding]:
    try:
        return overview.findings()
    except (ValueError, FileNotFoundError) as problem:
        return _stop(str(problem), code=2)


def _has_errors(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _exit_with(findings: Sequence[Finding]) -> None:
    if _has_errors(findings):
        sys.exit(1)


def _stop(message: str, code: int = 1) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
