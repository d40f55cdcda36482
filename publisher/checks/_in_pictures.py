"""What is written in the files of pictures, as passages of the text that shows them.

The words of a drawing are published with it, and count as its article's. What is noted in a
photograph's file is left out of the copy that readers get, but lies in git: it
counts as the file's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from publisher.checks._files import files, in_file
from publisher.content.article import Article
from publisher.content.located import Place
from publisher.content.pages import StandingPage
from publisher.content.passages import Kind, Passage
from publisher.content.publication import Publication
from publisher.content.source import position
from publisher.embedded import PICTURES


def in_pictures(publication: Publication) -> Iterator[Passage]:
    """Yield all that is written in a picture as one passage, of the file or of what shows it."""
    seen: set[str] = set()
    texts: list[Article | StandingPage] = [*publication.articles, *publication.pages]
    for text in texts:
        for written, path in text.pictures.items():
            if path not in seen or not is_photograph(path):
                yield from _shown(publication, text, written, path)
            seen.add(path)
    for path, file in files(publication, theme=True):
        if path not in seen:
            yield from _passages(path, in_file(file), publication.settings.language, path)


def is_photograph(path: str) -> bool:
    """Whether it is the file of a picture that is published without what is noted in it."""
    return PurePosixPath(path).suffix.lower() in PICTURES


def _shown(
    publication: Publication, text: Article | StandingPage, written: str, path: str
) -> Iterator[Passage]:
    own = text.language if isinstance(text, Article) else text.lang
    language = own or publication.settings.language
    said = in_file(publication.root / path)
    if is_photograph(path):
        yield from _passages(path, said, language, path)
    elif said:
        place = _place(publication.root / text.path, written)
        yield from _passages(text.path, said, language, path, place)


def _place(file: Path, written: str) -> Place:
    """Where a text first names a picture."""
    text = file.read_text("utf-8-sig", "replace")
    return position(text[: max(0, text.find(written))])


def _passages(
    path: str, said: tuple[str, ...], language: str, picture: str, place: Place = (1, 1)
) -> Iterator[Passage]:
    """All of it as one text, for labels that stand side by side belong together."""
    text = " ".join(each if each.endswith((".", "?", "!", ":")) else f"{each}," for each in said)
    if text:
        name = f"picture `{PurePosixPath(picture).name}`"  # no key of front matter has such a name
        yield Passage(path, Kind.IN_PICTURE, text.rstrip(","), language, name, places=(place,))
