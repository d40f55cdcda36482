"""What MkDocs gives us, and what it takes: files and pages in its own terms.

Beside the plugin, which alone imports it, and the command line, the only file that knows MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from publisher.content.freezing import Freeze
from publisher.content.publication import (
    NOTHING_WITHHELD,
    Publication,
    Withheld,
    load_publication,
)
from publisher.settings import PLACEHOLDER_SITE_URL, Settings, as_of
from publisher.site.files import PICTURES
from publisher.site.pictures import cache_of, fault, published
from publisher.site.plan import PlannedPage, SitePlan
from publisher.site.stylesheet import THEME_SHEETS

# Where Material keeps its own style, of which we keep a part; the rest of it is not used.
STYLES = "assets/stylesheets/*.css"


def root_of(config: MkDocsConfig) -> Path:
    """The publication's folder."""
    return Path(config.config_file_path).resolve().parent


def theme_of(config: MkDocsConfig) -> Path:
    """The folder of the publication's own templates and pictures."""
    return Path(config.theme.dirs[0])


def publication_of(
    config: MkDocsConfig,
    settings: Settings,
    *,
    drafts: bool,
    freeze: Freeze | None = None,
    withheld: Withheld = NOTHING_WITHHELD,
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
        withheld=withheld,
        site_url=config.site_url or PLACEHOLDER_SITE_URL,
        content=Path(config.docs_dir).resolve().relative_to(root).as_posix(),
    )


def sheets_of(files: Files) -> list[str]:
    """The text of each of Material's own style sheets."""
    found = (file for file in files if PurePosixPath(file.src_uri).match(STYLES))
    return [file.content_string for file in found]


def files_of(site: SitePlan, files: Files, config: MkDocsConfig) -> Files:
    """The whole site: what the plan says, and of what MkDocs found the theme's own files."""
    theme = str(theme_of(config))
    kept = [
        _cleaned(file, site.publication, config)
        for file in files
        if file.src_dir == theme and file.src_uri not in THEME_SHEETS  # which are finished first
    ]
    return Files([*kept, *_planned(site, config)])


def add(made: Mapping[str, bytes | str], files: Files, config: MkDocsConfig) -> None:
    """Add what was `made`, by address, to the `files` of the site."""
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))


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
