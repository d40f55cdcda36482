"""The MkDocs plugin: events in, one call out. Nothing is decided here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from jinja2 import Environment
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from publisher._pagefind import PagefindError
from publisher.content.freezing import Freeze
from publisher.content.publication import Publication, load_publication
from publisher.finding import Finding
from publisher.outside import NO_LEDGER, freeze_of, outside, snapshot_of
from publisher.settings import PLACEHOLDER_SITE_URL, Settings, as_of, read_settings
from publisher.site import digests, feeds
from publisher.site.derived import derived_files
from publisher.site.files import PICTURES
from publisher.site.indexing import search_files
from publisher.site.markdown import render
from publisher.site.pictures import cache_of, fault, published
from publisher.site.plan import PlannedPage, SitePlan, plan
from publisher.site.presentation import Presentation
from publisher.site.progress import Progress
from publisher.site.stylesheet import THEME_SHEETS, style
from publisher.social.branch import LedgerError

log = get_plugin_logger("publisher")

# Where Material keeps its own style, of which we keep a part; the rest of it is not used.
STYLES = "assets/stylesheets/*.css"


def root_of(config: MkDocsConfig) -> Path:
    """The publication's folder."""
    return Path(config.config_file_path).resolve().parent


def publication_of(
    config: MkDocsConfig,
    settings: Settings,
    *,
    drafts: bool,
    freeze: Freeze | None = None,
) -> Publication:
    """The publication that mkdocs.yml describes, read from disk."""
    root = root_of(config)
    return load_publication(
        root,
        settings,
        as_of(),
        name=config.site_name,
        drafts=drafts,
        freeze=freeze,
        site_url=config.site_url or PLACEHOLDER_SITE_URL,
        content=Path(config.docs_dir).resolve().relative_to(root).as_posix(),
    )


def _log(finding: Finding) -> None:
    log.warning("%s:%d: %s; %s", finding.path, finding.line, finding.message, finding.fix)


class PublisherPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs leaves it open
    """Reads the publication, plans the site, and hands MkDocs files to render."""

    drafts: ClassVar[bool] = False
    ledger: bool = True
    tell: Callable[[Finding], None] = staticmethod(_log)

    settings: Settings
    publication: Publication

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:  # noqa: ARG002
        """Check our part of mkdocs.yml: (errors, warnings) for MkDocs to print."""
        settings, reasons = read_settings(dict(options or {}))
        if settings:
            self.settings = settings
        return [("publisher", ValidationError(reason)) for reason in reasons], []

    def on_config(self, config: MkDocsConfig) -> None:
        """Set what our pages need of MkDocs."""
        if not config.use_directory_urls:
            message = "mkdocs.yml: set use_directory_urls to true; our addresses end in /"
            raise PluginError(message)
        config.theme.static_templates -= {"sitemap.xml"}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the plan says; MkDocs would publish everything."""
        told = NO_LEDGER
        if self.ledger and not self.drafts:
            try:
                told = snapshot_of(root_of(config), self.settings, as_of)
            except LedgerError as problem:
                raise PluginError(str(problem)) from problem
        freeze = freeze_of(told)
        read = publication_of(config, self.settings, drafts=self.drafts, freeze=freeze)
        self.progress = Progress(2 * len(read.public), sys.stderr)
        rendering = render(read, config.markdown_extensions, config.mdx_configs, self.progress.step)
        self.publication = rendering.publication
        for finding in self.publication.findings:
            self.tell(finding)
        theme = Path(config.theme.dirs[0])
        try:
            site = plan(rendering, theme)
        except FileNotFoundError as missing:
            message = f"mkdocs.yml: {missing}"
            raise PluginError(message) from missing
        sheets = [file.content_string for file in files if _is_style(file)]
        look = style(sheets, self.settings.brand, theme, config.markdown_extensions)
        self.presentation = Presentation(site, look, outside(told, self.publication))
        kept = [
            _cleaned(file, self.publication, config)
            for file in files
            if file.src_dir == str(theme) and _is_served(file)
        ]
        self.planned = {page.source: page for page in site.pages}
        return Files([*kept, *_planned(site, config)])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Escape everything that a template prints, and write what follows from all articles."""
        env.autoescape = True
        site, look = self.presentation.site, self.presentation.style
        try:
            made = {**derived_files(site), **search_files(site), **look.files}
        except PagefindError as problem:
            raise PluginError(str(problem)) from problem
        for address, content in made.items():
            files.append(File.generated(config, address, content=content))

    def on_page_context(self, context: Any, /, *, page: Page, **_: Any) -> None:
        """Give the templates the view and all that is printed with it."""
        root = get_relative_url(".", page.url).rstrip("/") + "/"
        context.update(self.presentation.context(self.planned[page.file.src_uri].view, root))

    def on_template_context(self, context: Any, **_: Any) -> None:
        """The page for addresses that do not exist, which is served from any of them."""
        context.update(self.presentation.not_found(context["base_url"].rstrip("/") + "/"))

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Count the pages that are written."""
        self.progress.step()
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """List what each address holds, when everything is written."""
        addresses = (link.address for link in feeds.catalogue(self.publication))
        digests.write(Path(config.site_dir), addresses)


def _is_style(file: File) -> bool:
    return PurePosixPath(file.src_uri).match(STYLES)


def _is_served(file: File) -> bool:
    """Whether a file of the theme is served as it is; its sheets are finished first."""
    return file.src_uri not in THEME_SHEETS


def _cleaned(file: File, publication: Publication, config: MkDocsConfig) -> File:
    """A file of the theme, without what a picture would tell beside itself."""
    source = Path(file.abs_src_path or "")
    if source.suffix.lower() not in PICTURES:
        return file
    cache = cache_of(publication)
    if reason := fault(source, cache):
        message = f"theme: {file.src_uri} {reason}"
        raise PluginError(message)
    return _made(file.dest_uri, partial(published, source, cache), config)


class _Page(Page):
    """A page whose HTML is there already; MkDocs only puts the template around it."""

    def __init__(self, page: PlannedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.view.title, file, config)
        self.html = page.html

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the HTML that we made ourselves."""
        self.content = self.html


class _Made(File):
    """A file whose bytes are made when MkDocs writes it."""

    make: Callable[[], bytes]

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - MkDocs' own
        """Write what is made."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.make())


def _made(address: str, make: Callable[[], bytes], config: MkDocsConfig) -> File:
    file = _Made(address, None, config.site_dir, config.use_directory_urls, dest_uri=address)
    file.make = make
    return file


def _planned(site: SitePlan, config: MkDocsConfig) -> Iterator[File]:
    """MkDocs' files for everything in the plan."""
    for page in site.pages:
        file = File.generated(config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = f"{page.view.address}index.html"
        _Page(page, file, config)  # attaches itself to its file
        yield file
    for address, make in site.made.items():
        yield _made(address, make, config)
    for address, html in site.redirects.items():
        yield File.generated(config, address, content=html)
