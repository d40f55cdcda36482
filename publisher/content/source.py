"""The bytes of a file under `content/`, as text that every later step can trust.

What is refused here would otherwise break a page, a feed or a reader's trust: files outside
the publication, binary or wrongly encoded text, characters that XML 1.0 does not allow
(https://www.w3.org/TR/xml/#charsets) and so no feed can carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher.finding import Finding, Severity

# A long article is 30 kB; a file above this is a mistake (a pasted picture, a log).
MAX_BYTES = 1_000_000

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with `\\n` line ends and no byte order mark, and its bytes as they are."""

    path: str
    text: str
    raw: bytes


def error(check: str, path: str, line: int, message: str, fix: str, column: int = 1) -> Finding:
    """An error-level finding; most of what reading finds is one."""
    return Finding(check, Severity.ERROR, path, line, column, message, fix)


def read_source(root: Path, file: Path) -> Source | Finding:
    """Read one text file of the publication, or say why it cannot be read."""
    path = file.relative_to(root).as_posix()
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return outside(path)
        size = file.stat().st_size
        if size > MAX_BYTES:
            return error(
                "form-size", path, 1,
                f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read",
                "keep the article's text only; pictures belong in files of their own",
            )
        raw = file.read_bytes()
    except OSError as problem:
        return error(
            "form-unreadable", path, 1,
            f"the file cannot be read ({problem.strerror})",
            "check that it exists, is a plain file and is readable",
        )
    return _decode(path, raw)


def outside(path: str) -> Finding:
    """The finding for a symbolic link that leaves the publication."""
    return error(
        "form-link-outside", path, 1,
        "this is a symbolic link to a place outside the publication",
        "put the file itself here",
    )


def _decode(path: str, raw: bytes) -> Source | Finding:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line, column = position(raw[: problem.start].decode("utf-8", "replace"))
        return error(
            "form-encoding", path, line,
            f"byte 0x{raw[problem.start]:02x} is not UTF-8 text",
            "save the file with encoding UTF-8 (it looks like Latin-1, Windows or UTF-16 text)",
            column,
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := NOT_XML.search(text):
        line, column = position(text[: found.start()])
        return error(
            "form-control-character", path, line,
            f"there is an invisible control character (U+{ord(found[0]):04X}) here",
            "delete it; typing the words around it anew helps",
            column,
        )
    return Source(path, text, raw)


def position(before: str) -> tuple[int, int]:
    """Line and column (from 1) of the place that comes after `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def files_below(root: Path, folder: Path) -> Iterator[Path | Finding]:
    """Every file below `folder`, in one order on every file system; links that leave are told.

    Folders that are symbolic links are not followed, whatever they point at: one file has one
    place.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not entry.resolve().is_relative_to(root.resolve()):
            yield outside(entry.relative_to(root).as_posix())
        elif entry.is_dir() and not entry.is_symlink():
            yield from files_below(root, entry)
        elif entry.is_file():
            yield entry
