"""Which files under `content/` are served beside the pages, and where.

Only what a public page or person shows is copied: a draft's pictures leave no trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from publisher.content.article import Article
from publisher.content.consents import lapsed_pictures, must_go
from publisher.content.pages import StandingPage
from publisher.content.people import Person
from publisher.content.prose import targets
from publisher.content.publication import Publication
from publisher.embedded import is_dicom
from publisher.finding import Finding, Severity
from publisher.site import cleaning
from publisher.site.pictures import cache_of, fault, measure
from publisher.site.places import line_of


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
    for path in _shown(publication):
        if not _refused(publication, path):
            yield path, file_address(publication, path)


def _shown(publication: Publication) -> Iterator[str]:
    """Every file that a public page shows: of articles, of who stands in them, of pages."""
    for article in publication.public:
        if not article.is_withdrawn:
            yield from article.pictures.values()
    for _, person in named(publication):
        if person.photo:
            yield f"{publication.content}/{person.photo}"
    for page in publication.pages:
        yield from page.pictures.values()


def named(publication: Publication) -> Iterator[tuple[str, Person]]:
    """(Key, person) of everybody who wrote or reviewed a public article."""
    keys = {k for a in publication.public for k in (*a.authors, a.reviewer or "")}
    return ((key, publication.people[key]) for key in sorted(keys & publication.people.keys()))


# What readers may be given: pictures, films, sound and documents; nothing that a browser runs.
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
FILMS = frozenset({".m4a", ".mp3", ".mp4", ".ogg", ".vtt", ".webm"})
DOCUMENTS = frozenset({".csv", ".docx", ".odt", ".pdf", ".pptx", ".txt", ".xlsx", ".zip"})
# Of these not every browser shows or plays all.
_PICTURES_UNSHOWN = frozenset({".bmp", ".heic", ".heif", ".jp2", ".psd", ".tif", ".tiff"})
_FILMS_UNSHOWN = frozenset(
    {".aac", ".aiff", ".avi", ".flac", ".m4v", ".mkv", ".mov", ".wav", ".wma", ".wmv"}
)
_AS_PICTURE = "save it as PNG, JPEG or WebP"
_AS_FILM = "save it as MP4 or WebM, a sound alone as MP3"
_AS_EITHER = f"{_AS_PICTURE}; a document as PDF"
_AS_DRAWING = "take the script out of it, or save it as PNG"
_NOT_AT_ALL = (
    "take it out; a name may stand in its pixels too, whatever picture is made of it: "
    "docs/privacy-officer.md"
)
_SCRIPTED = re.compile(rb"<script|\son\w+\s*=|javascript:|<foreignObject", re.IGNORECASE)


def unusable(publication: Publication) -> Iterator[Finding]:
    """What texts show that is not served as they meant it, with its line."""
    cache = cache_of(publication)
    public = {article.path for article in publication.public}
    lapsed = lapsed_pictures(publication)
    gone = {a.path for a in publication.articles if lapsed and must_go(publication, a)}
    hidden = {a.lead_picture: a.path for a in publication.articles if a.path not in public}
    texts: list[Article | StandingPage] = [*publication.articles, *publication.pages]
    for text in texts:
        lead = text.image if isinstance(text, Article) else None
        seen = text.path in public or isinstance(text, StandingPage)
        for written, path in text.pictures.items():
            reason = _refused(publication, path)
            if not reason and path in lapsed and text.path not in gone:
                why = f"is shown by {lapsed[path]}, to which the consent no longer holds"
                reason = why, "take the picture out of this text as well, or show another one"
            if not reason and path in hidden and seen:
                why = f"is the picture of {hidden[path]}, which is not public yet"
                reason = why, "show another one until then"
            if not reason and written == lead and not measure(publication.root / path, cache):
                reason = "is not a picture that a browser can show", _AS_PICTURE
            if reason:
                line = line_of(publication.root / text.path, written)
                told = (f"`{written}` {reason[0]}", reason[1])
                yield Finding("form-file", Severity.ERROR, text.path, line, 1, *told)
            elif PurePosixPath(path).suffix.lower() in cleaning.DOCUMENTS:
                yield from _telling(publication, text, written)
        yield from _from_elsewhere(text)
    yield from _faceless(publication)


def _telling(
    publication: Publication, text: Article | StandingPage, written: str
) -> Iterator[Finding]:
    """What stays in a document, which is published without its program's notes of its author."""
    file = publication.root / text.pictures[written]
    if left := cleaning.left(file.read_bytes(), file.suffix.lower()):
        line = line_of(publication.root / text.path, written)
        message = f"`{written}` is published with {' and '.join(left)}, where names may stand"
        fix = "take that out in the program that made it, or write it as an article"
        told = (text.path, line, 1, message, fix)
        yield Finding("privacy-document", Severity.WARNING, *told)


def _faceless(publication: Publication) -> Iterator[Finding]:
    """People whose photograph cannot be shown."""
    people = f"{publication.content}/people.yml"
    for person in publication.people.values():
        photo = person.photo
        if photo and (reason := _refused(publication, f"{publication.content}/{photo}")):
            line = line_of(publication.root / people, photo)
            told = (f"`{photo}` {reason[0]}", reason[1])
            yield Finding("form-file", Severity.ERROR, people, line, 1, *told)


def _from_elsewhere(text: Article | StandingPage) -> Iterator[Finding]:
    """Pictures on other servers, which would learn who reads the page, become links."""
    if "](http" not in text.body and "](//" not in text.body:
        return
    for target in targets(text.body):
        if target.kind == "picture" and re.match(r"(https?:)?//", target.address):
            message = "this picture lies on another server, which would learn who reads the page"
            fix = "put a copy beside the article if its licence allows; until then it is a link"
            line = text.body_line + target.line - 1
            yield Finding("form-remote", Severity.WARNING, text.path, line, 1, message, fix)


def _refused(publication: Publication, path: str) -> tuple[str, str] | None:
    """Why a file is not served, and what to do about it; None for one that is."""
    file = publication.root / path
    ending = file.suffix.lower()
    if ending not in PICTURES | FILMS | DOCUMENTS:
        return _unserved(file, ending)
    if ending == ".svg" and _SCRIPTED.search(file.read_bytes()):
        return "holds a script, so it is not served", _AS_DRAWING
    broken = fault(file, cache_of(publication))
    if broken and file.is_file() and is_dicom(file):
        return _unserved(file, ending)
    return (broken, _AS_EITHER) if broken else None


def _unserved(file: Path, ending: str) -> tuple[str, str]:
    """Why nobody is served a file of this kind, and what to do about it."""
    if is_dicom(file):
        return "is a medical image with the patient's data in it, so it is not served", _NOT_AT_ALL
    for endings, verb, instead in (
        (_PICTURES_UNSHOWN, "shows", _AS_PICTURE),
        (_FILMS_UNSHOWN, "plays", _AS_FILM),
    ):
        if ending in endings:
            return f"is not served: not every browser {verb} a file that ends in {ending}", instead
    return (
        f"is not served: a file that ends in {ending or 'nothing'} may hold a program",
        _AS_EITHER,
    )
