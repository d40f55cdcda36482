"""The MkDocs plugin: events in, one call out. Nothing is decided here."""

from __future__ import annotations

import sys
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

from publisher.content.publication import Publication, load_publication
from publisher.finding import Finding
from publisher.settings import PLACEHOLDER_SITE_URL, Settings, as_of, read_settings
from publisher.site.derived import derived_files
from publisher.site.markdown import ArticleExtension
from publisher.site.plan import plan
from publisher.site.presentation import Presentation
from publisher.site.progress import Progress

log = get_plugin_logger("publisher")

# What is kept of the theme that Material brings; its scripts and icons are not used.
STYLES = "assets/stylesheets/*.css"


def publication_of(config: MkDocsConfig, settings: Settings, *, drafts: bool) -> Publication:
    """The publication that mkdocs.yml describes, read from disk."""
    root = Path(config.config_file_path).resolve().parent
    return load_publication(
        root, settings, as_of(), name=config.site_name, drafts=drafts,
        site_url=config.site_url or PLACEHOLDER_SITE_URL,
        content=Path(config.docs_dir).resolve().relative_to(root).as_posix(),
    )


def _log(finding: Finding) -> None:
    log.warning("%s:%d: %s; %s", finding.path, finding.line, finding.message, finding.fix)


class PublisherPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs leaves it open
    """Reads the publication, plans the site, and hands MkDocs files to render."""

    drafts: ClassVar[bool] = False
    tell: ClassVar[Any] = staticmethod(_log)

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:  # noqa: ARG002
        """Check our part of mkdocs.yml: (errors, warnings) for MkDocs to print."""
        self.settings, reasons = read_settings(dict(options or {}))
        return [("publisher", ValidationError(reason)) for reason in reasons], []

    def on_config(self, config: MkDocsConfig) -> None:
        """Set what our pages need of MkDocs."""
        if not config.use_directory_urls:
            raise PluginError("mkdocs.yml: set use_directory_urls to true; our addresses end in /")
        self.extension = ArticleExtension()
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type] # not only names
        config.theme.static_templates -= {"sitemap.xml"}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the plan says; MkDocs would publish everything."""
        publication = publication_of(config, self.settings, drafts=self.drafts)
        for finding in publication.findings:
            self.tell(finding)
        theme = Path(config.theme.dirs[0])
        try:
            site = plan(publication, theme)
        except FileNotFoundError as missing:
            raise PluginError(f"mkdocs.yml: {missing}") from missing
        self.views = {page.source: page.view for page in site.pages}
        self.rendered: dict[str, str] = {}
        self.progress = Progress(2 * len(site.pages), sys.stderr)
        kept = [file for file in files if file.src_dir != config.docs_dir and _is_used(file, theme)]
        styles = sorted(file.url for file in kept if PurePosixPath(file.url).match(STYLES))
        self.presentation = Presentation(site, tuple(styles))
        pages = [_page(config, page.source, page.markdown, page.view.address) for page in site.pages]
        copies = [
            File(source, config.docs_dir, config.site_dir, use_directory_urls=True, dest_uri=address)
            for source, address in site.copies.items()
        ]
        redirects = [
            File.generated(config, address, content=html)
            for address, html in site.redirects.items()
        ]
        return Files([*kept, *pages, *copies, *redirects])

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the Markdown extension where this page's pictures lie."""
        self.extension.folder = Path(config.docs_dir, page.file.src_uri).parent
        return markdown

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> None:
        """Keep each article's HTML for the feeds."""
        if self.views[page.file.src_uri].article:
            self.rendered[page.url] = html
        self.progress.step()

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Escape everything that a template prints, and write what follows from all articles."""
        env.autoescape = True
        for address, content in derived_files(self.presentation.site, self.rendered).items():
            files.append(File.generated(config, address, content=content))

    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> None:
        """Give the templates the view and all that is printed with it."""
        root = get_relative_url(".", page.url).rstrip("/") + "/"
        context.update(self.presentation.context(self.views[page.file.src_uri], root))

    def on_template_context(self, context: Any, **_: Any) -> None:
        """The page for addresses that do not exist, which is served from any of them."""
        context.update(self.presentation.not_found(context["base_url"].rstrip("/") + "/"))

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> None:
        """Let go of what is written, so that memory does not grow with the archive."""
        page.content = page.markdown = None
        self.progress.step()


def _is_used(file: File, theme: Path) -> bool:
    ours = file.src_dir is not None and Path(file.src_dir) == theme
    return ours or PurePosixPath(file.src_uri).match(STYLES)


def _page(config: MkDocsConfig, source: str, markdown: str, address: str) -> File:
    # The blank line keeps MkDocs from reading a first line `Note: …` as metadata.
    file = File.generated(
        config, source, content=f"\n{markdown}", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.dest_uri = f"{address}index.html"
    return file
