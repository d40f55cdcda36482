"""Office documents, which are ZIP archives of XML, and plain ZIP archives.

Their own notes (who wrote it, in which company, for how long) are replaced by empty ones, for other
parts name them; small copies of the first page go, and the pictures within are cleaned.
Sources: ECMA-376 (docx, pptx, xlsx), part 2, 11; OASIS OpenDocument 1.3 (odt), part 2, 3.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from publisher.embedded import PICTURES, without_traces
from publisher.site.cleaning._fault import UnreadableError, told_as

SUFFIXES = frozenset({".docx", ".odt", ".pptx", ".xlsx", ".zip"})

_MOST_BYTES = 500_000_000
_MOST_FILES = 20_000
_BROKEN = "is not what its name says, or is broken off"
_TOO_BIG = "unpacks to more than anybody would read"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OOXML = "http://schemas.openxmlformats.org/"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CORE = f"{_OOXML}package/2006/metadata/core-properties"
_NOTES = {
    "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CORE}"/>',
    "docProps/app.xml": f'<Properties xmlns="{_OOXML}officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": f'<Properties xmlns="{_OOXML}officeDocument/2006/custom-properties"/>',
    "meta.xml": f'<office:document-meta xmlns:office="{_ODF}" office:version="1.3"/>',
}
_SMALL_COPY = re.compile(r"(?:docProps|Thumbnails)/thumbnail\.\w+", re.IGNORECASE)
# The lines in which other parts name the small copy.
_NAMING = re.compile(
    rb"<(?:Relationship|manifest:file-entry)\b[^<>]{0,400}/thumbnail\.\w{1,5}\"[^<>]{0,400}/>",
    re.IGNORECASE,
)
_NAMING_PARTS = frozenset({"_rels/.rels", "META-INF/manifest.xml"})

# What stays in a document that its author may not mean to publish: where it stands, what shows it.
_LEFT = (
    ("comments", re.compile(r"(?:word|ppt|xl)/(?:comments|threadedComments)"), re.compile(rb"")),
    ("comments", re.compile(r"content\.xml"), re.compile(rb"<office:annotation\b")),
    ("tracked changes", re.compile(r"word/\w+\.xml"), re.compile(rb"<w:(?:ins|del|moveFrom)\b")),
    ("tracked changes", re.compile(r"content\.xml"), re.compile(rb"<text:tracked-changes\b")),
    ("tracked changes", re.compile(r"xl/revisions/"), re.compile(rb"")),
    ("speaker notes", re.compile(r"ppt/notesSlides/\w+\.xml"), re.compile(rb"")),
    ("hidden sheets", re.compile(r"xl/workbook\.xml"), re.compile(rb"state=\"(?:very)?[hH]idden")),
    ("files within it", re.compile(r"(?:word|ppt|xl)/embeddings/|Object \d+/"), re.compile(rb"")),
    ("macros", re.compile(r".*vbaProject\.bin|Basic/.*\.xml"), re.compile(rb"")),
)


def cleaned(data: bytes, suffix: str) -> bytes:
    """The archive with the same parts, none of which says who made it or when."""
    clean = _in_archive if suffix == ".zip" else _in_document
    with told_as(_BROKEN):
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in _parts(data):
                if (kept := clean(name, content)) is not None:
                    new.writestr(_entry(name), kept)
        return made.getvalue()


def left(data: bytes, suffix: str) -> tuple[str, ...]:
    """What stays in it that may tell more than is meant, in words for its author."""
    if suffix == ".zip":
        return ("whatever is in its files",)
    with told_as(_BROKEN):
        found = {
            words: None
            for name, content in _parts(data)
            for words, where, what in _LEFT
            if where.match(name) and what.search(content)
        }
    return tuple(sorted(found))


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as old:
        entries = [entry for entry in old.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise UnreadableError(_TOO_BIG)
        for entry in entries:
            yield entry.filename, old.read(entry)


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that says nothing of when and where it was made (1980 is ZIP's first year)."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _in_document(name: str, content: bytes) -> bytes | None:
    if name in _NOTES:
        return (_HEAD + _NOTES[name]).encode()
    if _SMALL_COPY.fullmatch(name):
        return None
    if name in _NAMING_PARTS:
        return _NAMING.sub(b"", content)
    return _picture(name, content)


def _in_archive(name: str, content: bytes) -> bytes | None:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in SUFFIXES - {".zip"}:
        return cleaned(content, suffix)
    return _picture(name, content)


def _picture(name: str, content: bytes) -> bytes:
    is_one = PurePosixPath(name).suffix.lower() in PICTURES
    return without_traces(content) if is_one else content
