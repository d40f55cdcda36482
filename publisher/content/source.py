r"""The bytes of a file under `content/`, as text that every later step can trust.

What is refused here would otherwise break a page, a feed or a reader's trust: files outside
the publication, binary or wrongly encoded text, characters that neither XML 1.0
(https://www.w3.org/TR/xml/#charsets) nor HTML
(https://infra.spec.whatwg.org/#noncharacter) lets stand in a document.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from publisher.finding import Finding, Severity, error

# A long article is 30 kB and a book 500; a file above this is a mistake (a pasted picture, a log).
# All checks of the longest that is read together take seconds, no one of them more than one.
MAX_BYTES = 500_000

NOT_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Looked for only where a text goes beyond the first plane, for this one is slow.
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_LAST_OF_EACH_PLANE = re.compile(
    f"[{''.join(chr(p + 0xFFFE) + chr(p + 0xFFFF) for p in range(0x10000, 0x110000, 0x10000))}]"
)

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file's text with `\n` line ends and no byte order mark, and its bytes as they are."""

    path: str
    text: str
    raw: bytes


def shown_path(root: Path, file: Path) -> str:
    """`file` relative to `root`, with forward slashes; bytes that are no UTF-8 become U+FFFD."""
    path = file.relative_to(root).as_posix()
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def read_source(root: Path, file: Path) -> Source | Finding:
    """Read one text file of the publication, or say why it cannot be read."""
    path = shown_path(root, file)
    try:
        if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
            return outside(path)
        with open(file, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return unreadable(path, "it is no plain file")
            raw = stream.read(MAX_BYTES + 1)
            size = os.fstat(stream.fileno()).st_size
    except OSError as problem:
        return unreadable(path, problem.strerror or "it cannot be opened")
    return decode(path, raw) if len(raw) <= MAX_BYTES else _too_long(path, size)


def _without_waiting(path: str, flags: int) -> int:
    """Open a file so that a named pipe, which nobody may ever write into, stops nothing."""
    return os.open(path, flags | os.O_NONBLOCK)


def read_stream(path: str, stream: BinaryIO) -> Source | Finding:
    """Read a text that is no file, or say why it cannot be read; `path` is what it is called."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) <= MAX_BYTES:
        return decode(path, raw)
    message = f"the text has more than {MAX_BYTES:,} bytes, so none of it was read"
    return error("form-size", path, (1, 1), message, "check it in parts that have fewer")


def _too_long(path: str, size: int) -> Finding:
    message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
    fix = "keep the article's text only; pictures belong in files of their own"
    return error("form-size", path, (1, 1), message, fix)


def unreadable(path: str, why: str) -> Finding:
    """The finding for a file or folder that cannot be opened."""
    return error(
        "form-unreadable",
        path,
        (1, 1),
        f"this cannot be read ({why})",
        "check that it exists, is a plain file, and that you may read it",
    )


def outside(path: str) -> Finding:
    """The finding for a symbolic link that leaves the publication."""
    return error(
        "form-link-outside",
        path,
        (1, 1),
        "this is a symbolic link to a place outside the publication",
        "put the file itself here",
    )


def decode(path: str, raw: bytes) -> Source | Finding:
    """The text of a file's bytes, or the place of the first that cannot be text."""
    if raw.startswith(_UTF_16):
        return _encoding(path, (1, 1), "the text is not saved as UTF-8, but as UTF-16")
    try:
        text = raw.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as problem:
        before = _one_line_end(raw[: problem.start].decode("utf-8"))
        byte = f"byte 0x{raw[problem.start]:02x}"
        message = f"the text is not saved as UTF-8 ({byte} here; it may be Latin-1 or Windows)"
        return _encoding(path, position(before), message)
    text = _one_line_end(text)
    if found := forbidden(text):
        return error(
            "form-control-character",
            path,
            position(text[: found.start()]),
            f"there is an invisible control character (U+{ord(found[0]):04X}) here",
            "delete it; typing the words around it anew helps",
        )
    return Source(path, text, raw)


def forbidden(text: str) -> re.Match[str] | None:
    """The first character of `text` that no page and no feed can carry."""
    found = NOT_XML.search(text)
    if found is None and _BEYOND.search(text):
        return _LAST_OF_EACH_PLANE.search(text)
    return found


def _encoding(path: str, place: tuple[int, int], message: str) -> Finding:
    fix = "save the file with the encoding UTF-8; editors offer it under “Save as”"
    return error("form-encoding", path, place, message, fix)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def position(before: str) -> tuple[int, int]:
    """Line and column (from 1) of the place that comes after `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def files_below(root: Path, folder: Path) -> Iterator[Path | Finding]:
    """Every file below `folder`, in one order on every file system; ways out are told.

    What begins with a dot is not looked at. Folders that are symbolic links are not followed,
    wherever they point: one file has one place.
    """
    real_root = Path(os.path.realpath(root))
    waiting = [folder]
    while waiting:
        entry = waiting.pop()
        try:
            if entry is folder or (entry.is_dir() and not entry.is_symlink()):
                waiting += reversed(_seen(entry))
                told = _named_like_an_article(root, entry) if entry is not folder else None
            else:
                told = _trouble(root, real_root, entry)
            if told is not None:
                yield told
            elif entry.is_file():
                yield entry
        except OSError as problem:
            yield unreadable(shown_path(root, entry), problem.strerror or "it cannot be opened")


def _seen(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))


def _trouble(root: Path, real_root: Path, entry: Path) -> Finding | None:
    """Why an entry is no file to be read, where a person ought to know."""
    path = shown_path(root, entry)
    if "\ufffd" in path and entry.suffix == ".md":
        return error(
            "form-name", path, (1, 1), "the file's name is not UTF-8 text", "rename the file"
        )
    if not entry.is_symlink():
        return None
    if not Path(os.path.realpath(entry)).is_relative_to(real_root):
        return outside(path)
    if entry.is_dir():
        message = "this folder is a symbolic link, which is not followed"
        fix = "move the folder itself here, if it is to be read"
        return Finding("form-link-folder", Severity.WARNING, path, 1, 1, message, fix)
    if not entry.exists():
        return unreadable(path, "it is a symbolic link to nothing")
    return None


def _named_like_an_article(root: Path, folder: Path) -> Finding | None:
    if folder.suffix != ".md":
        return None
    message = "this is a folder, though named like a file"
    fix = "rename the folder without .md; an article in a folder of its own is called index.md"
    return error("form-place", shown_path(root, folder), (1, 1), message, fix)
