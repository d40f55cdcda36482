"""The MkDocs plugin: events in, one call out. Nothing is decided here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from publisher._pagefind import PagefindError
from publisher.content.publication import Publication
from publisher.finding import Finding
from publisher.outside import NO_LEDGER, freeze_of, outside, snapshot_of
from publisher.settings import Settings, as_of, read_settings
from publisher.site import digests, feeds
from publisher.site.derived import derived_files
from publisher.site.generator import add, files_of, publication_of, root_of, sheets_of, theme_of
from publisher.site.indexing import search_files
from publisher.site.markdown import render
from publisher.site.plan import plan
from publisher.site.presentation import Presentation
from publisher.site.progress import Progress
from publisher.site.stylesheet import style
from publisher.social.branch import LedgerError
from publisher.withholding import grave_errors, sifted

log = get_plugin_logger("publisher")


def _log(finding: Finding) -> None:
    log.warning("%s:%d: %s; %s", finding.path, finding.line, finding.message, finding.fix)


class PublisherPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs leaves it open
    """Reads the publication, plans the site, and hands MkDocs files to render."""

    drafts: ClassVar[bool] = False
    ledger: bool = True
    errors: tuple[Finding, ...] | None = None  # those that withhold, where they are known already
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
        reading = partial(publication_of, config, self.settings, drafts=self.drafts)
        errors = self.errors
        if errors is None:
            errors = () if self.drafts else grave_errors(reading())
        read = sifted(partial(reading, freeze=freeze_of(told)), told, errors)
        self.progress = Progress(2 * len(read.public), sys.stderr)
        rendering = render(read, config.markdown_extensions, config.mdx_configs, self.progress.step)
        self.publication = rendering.publication
        for finding in (*self.publication.findings, *errors):
            self.tell(finding)
        theme = theme_of(config)
        try:
            site = plan(rendering, theme)
        except FileNotFoundError as missing:
            message = f"mkdocs.yml: {missing}"
            raise PluginError(message) from missing
        look = style(sheets_of(files), self.settings.brand, theme, config.markdown_extensions)
        self.presentation = Presentation(site, look, outside(told, self.publication))
        self.planned = {page.source: page for page in site.pages}
        return files_of(site, files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Escape everything that a template prints, and write what follows from all articles."""
        env.autoescape = True
        site, look = self.presentation.site, self.presentation.style
        try:
            add({**derived_files(site), **search_files(site), **look.files}, files, config)
        except PagefindError as problem:
            raise PluginError(str(problem)) from problem

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
