"""Finding and reading foreign articles: which files there are, and the text of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from publisher.content.source import NOT_XML, files_below, position
from publisher.finding import Finding
from publisher.importing.header import BrokenError, Header, split
from publisher.importing.notes import Notes
from publisher.importing.taken import Given

# A page that a site builder made carries its scripts; what is larger is no article.
MAX_BYTES = 1_000_000

_MARKDOWN = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mdown"})
# Articles too, but in another language; telling of them is all that we can do.
_OTHER_MARKUP = frozenset({".rst", ".adoc", ".asciidoc", ".org", ".textile", ".mdx", ".ipynb"})
_HTML = frozenset({".html", ".htm", ".njk", ".liquid"})
# What a generator builds, borrows or builds with; none of it is what somebody wrote.
_NO_WRITING = frozenset(
    {"_site", "node_modules", "vendor", "themes", "_includes", "_layouts", "layouts", "archetypes"}
)
# Pages about the repository, not for its readers.
_ABOUT_THE_PROJECT = re.compile(
    r"(readme|licen[cs]e|contributing|code[-_]of[-_]conduct|security|changelog|issue_template"
    r"|pull_request_template|intent|terms)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Foreign:
    """A foreign article as it was read.

    `path` is relative to the imported folder, with forward slashes; `file` is where it is;
    `body` begins on line `body_line`; `language` is the one that the file's name tells;
    `given` are the keys of its header that only the blog's settings told.
    """

    path: PurePosixPath
    file: Path
    header: Header
    body: str
    body_line: int
    language: str
    notes: Notes
    given: Given = field(default_factory=Given)

    @property
    def name(self) -> str:
        """The file's name without its endings; for a page bundle the folder's name."""
        suffix = f".{self.language}"
        stem = self.path.stem.removesuffix(suffix) if self.language else self.path.stem
        if stem in {"index", "_index"} and len(self.path.parts) > 1:
            return self.path.parent.name
        return stem

    @property
    def is_bundle(self) -> bool:
        """Whether the article is the page of a folder that holds its pictures."""
        return self.path.name.split(".")[0] == "index"


def read_folder(source: Path, skip: Path) -> tuple[list[Foreign], list[Notes]]:
    """Every foreign article below `source`, in order of path, and the notes on every file.

    Nothing below `skip` (our own publication's articles) is read. An article's notes are
    among the notes returned; later steps add to them.
    """
    articles: list[Foreign] = []
    notes: list[Notes] = []
    told: set[str] = set()
    for entry in files_below(source, source):
        if isinstance(entry, Finding):
            notes.append(Notes((source / entry.path).as_posix()))
            notes[-1].error("outside", 1, entry.message, entry.fix)
        elif not entry.resolve().is_relative_to(skip.resolve()):
            notes.append(Notes(entry.as_posix()))
            articles += _article(source, entry, notes[-1], told)
    return articles, notes


def _article(source: Path, file: Path, notes: Notes, told: set[str]) -> Iterator[Foreign]:
    path = PurePosixPath(file.relative_to(source).as_posix())
    if folder := next((part for part in path.parts[:-1] if part in _NO_WRITING), ""):
        if folder not in told:
            told.add(folder)
            notes.notice("passed-over", 1, f"nothing in a folder named `{folder}` is an article")
    elif file.suffix.lower() in _OTHER_MARKUP:
        notes.warning("passed-over", 1, f"{file.suffix} is not Markdown", "convert it to Markdown")
    elif file.suffix.lower() in _HTML and _has_front_matter(file):
        notes.warning("passed-over", 1, "this article is HTML", "convert it to Markdown")
    elif file.suffix.lower() in _MARKDOWN:
        if reason := _no_article(file):
            notes.notice("passed-over", 1, reason)
        elif (text := _read(file, notes)) is not None:
            yield from _parsed(path, file, text, notes)


def _has_front_matter(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(4) in {b"---\n", b"---\r", b"+++\n", b"+++\r"}
    except OSError:
        return False


def _no_article(file: Path) -> str:
    if _ABOUT_THE_PROJECT.fullmatch(file.stem):
        return "this file is about the project, not an article"
    if file.stem.split(".")[0] == "_index":
        return "this page lists a section; it is not an article"
    return ""


def _parsed(path: PurePosixPath, file: Path, text: str, notes: Notes) -> Iterator[Foreign]:
    try:
        header, body_line, body = split(text)
    except BrokenError as problem:
        notes.error("front-matter", problem.line, str(problem), "mend the file, then import again")
        return
    for key in header.twice:
        notes.warning("key", header.lines.get(key, 1), f"`{key}` stands twice; the last was taken")
    yield Foreign(path, file, header, body, body_line, _language(file), notes)


def _language(file: Path) -> str:
    """`es` of `title.es.md`, where a file says the same in another language: else it is a name."""
    suffix = re.fullmatch(r"([^.]+)\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)", file.stem)
    if suffix is None:
        return ""
    others = re.compile(rf"{re.escape(suffix[1])}(\.[a-z]{{2}}([-_][A-Za-z]{{2,4}})?)?\.\w+")
    same = (other.name for other in file.parent.iterdir() if other.suffix == file.suffix)
    return suffix[2] if any(others.fullmatch(name) and name != file.name for name in same) else ""


def _read(file: Path, notes: Notes) -> str | None:
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError as problem:
        notes.error("unreadable", 1, f"the file cannot be read ({problem.strerror})")
        return None
    if size > MAX_BYTES:
        message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
        notes.error("size", 1, message, "keep the article's text only, and import again")
        return None
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        notes.error("binary", line, "this is no text: it holds a NUL byte", "save it as UTF-8 text")
        return None
    return _without_controls(_decoded(raw, notes), notes)


def _decoded(raw: bytes, notes: Notes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        notes.warning(
            "encoding",
            line,
            f"byte 0x{raw[problem.start]:02x} is not UTF-8; the file was read as Windows-1252",
            "look whether accents and quotation marks came out right",
        )
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_controls(text: str, notes: Notes) -> str:
    if found := NOT_XML.search(text):
        line, _ = position(text[: found.start()])
        message = f"invisible control characters were left out, the first U+{ord(found[0]):04X}"
        notes.warning("control-character", line, message)
    return NOT_XML.sub("", text)
