"""Which files under `content/` are served beside the pages, and where.

Only what a public page or person shows is copied: a draft's pictures leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from publisher.content.pages import StandingPage
from publisher.content.prose import targets
from publisher.content.publication import Publication


def file_address(publication: Publication, path: str) -> str:
    """Where the file at `path`, from the publication's root, is served.

    That follows from the path alone: what lies in a bundle, `<slug>/index.md`, is served beside
    its page, also when another article shows it; everything else as it lies in content/.
    """
    inner = PurePosixPath(path).relative_to(publication.content)
    for folder in inner.parents:
        in_articles = folder.parts[:1] == ("articles",) and len(folder.parts) > 1
        if in_articles and (publication.root / publication.content / folder / "index.md").is_file():
            return f"articles/{folder.name}/{inner.relative_to(folder)}"
    return str(inner)


def file_addresses(publication: Publication) -> dict[str, str]:
    """Path from the publication's root → address, of every file that is served."""
    return dict(_served(publication))


def _served(publication: Publication) -> Iterator[tuple[str, str]]:
    content = publication.content
    named: set[str] = set()
    for article in publication.public:
        named |= {*article.authors, article.reviewer or ""}
        if not article.is_withdrawn:
            for path in article.pictures.values():
                yield path, file_address(publication, path)
    for key in sorted(named & publication.people.keys()):
        photo = publication.people[key].photo
        if photo and _inside(publication, Path(content, photo)):
            yield f"{content}/{photo}", photo
    for page in publication.pages:
        for path in _shown_by(publication, page):
            yield path, path.removeprefix(f"{content}/")


def _shown_by(publication: Publication, page: StandingPage) -> Iterator[str]:
    folder = PurePosixPath(page.path).parent
    for target in targets(page.body):
        path = target.local_path
        if path and not path.endswith(".md") and _inside(publication, Path(folder, path)):
            yield (folder / path).as_posix()


def _inside(publication: Publication, path: Path) -> bool:
    """Whether `path`, from the root, is a file below content/ and not a way out of it."""
    if ".." in path.parts:
        return False
    file = (publication.root / path).resolve()
    return file.is_file() and file.is_relative_to(
        (publication.root / publication.content).resolve()
    )
