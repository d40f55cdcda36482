"""PDF: written anew without what its program noted of author, company and times.

Older states that are still in the file go as well, and the pictures within lose what their cameras
noted. A signed file would no longer be valid, and a locked one cannot be read: both stay as they
are.
Source: ISO 32000-2, 14.3 (metadata) and 14.5 (page-piece dictionaries).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from publisher.embedded import without_traces
from publisher.site.cleaning._fault import told_as

SUFFIXES = frozenset({".pdf"})

_BROKEN = "is not a PDF that can be read, or is broken off"
_NOTES = ("/Metadata", "/PieceInfo", "/LastModified")
# A picture in the file that is a whole JPEG, and one that is a whole JPEG 2000.
_JPEG = frozenset({"/DCTDecode", "/JPXDecode"})
# Annotations that somebody has written, and not the program (ISO 32000-2, table 171).
_REMARKS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Stamp", "/Ink", "/Popup"}
    | {"/Caret", "/Squiggly", "/FileAttachment"}
)

logging.getLogger("pypdf").setLevel(logging.ERROR)  # of odd files it says more than anybody reads


def cleaned(data: bytes, _suffix: str) -> bytes:
    """The same pages; what is locked or signed as it is."""
    with told_as(_BROKEN):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted or _is_signed(reader):
            return data
        writer = PdfWriter(clone_from=reader)
        for each in _dictionaries(writer):
            for key in _NOTES:
                each.pop(key, None)
            if isinstance(each, StreamObject) and each.get("/Filter") in _JPEG:
                each._data = without_traces(each._data)  # noqa: SLF001 - as it is stored, not decoded
        # Written a second time, for only what something still names is copied.
        return _written(PdfWriter(clone_from=PdfReader(BytesIO(_written(writer)))))


def _written(writer: PdfWriter) -> bytes:
    writer.metadata = None
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def left(data: bytes, _suffix: str) -> tuple[str, ...]:
    """What stays in it that may tell more than is meant, in words for its author."""
    with told_as(_BROKEN):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return ("all that its program noted, for it is locked",)
        found = ["all that its program noted, for it is signed"] if _is_signed(reader) else []
        if "/EmbeddedFiles" in _below(_root(reader), "/Names"):
            found.append("files within it")
        if any(_is_remark(note) for page in reader.pages for note in page.get("/Annots") or ()):
            found.append("comments")
        return tuple(found)


def _is_signed(reader: PdfReader) -> bool:
    return bool(_below(_root(reader), "/AcroForm").get("/SigFlags", 0))


def _root(reader: PdfReader) -> DictionaryObject:
    return _below(reader.trailer, "/Root")


def _below(parent: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary below a key; an empty one where there is none."""
    found = parent.get(key)
    inner = found.get_object() if found is not None else None
    return inner if isinstance(inner, DictionaryObject) else DictionaryObject()


def _is_remark(annotation: PdfObject) -> bool:
    inner = annotation.get_object()
    return isinstance(inner, DictionaryObject) and inner.get("/Subtype") in _REMARKS


def _dictionaries(writer: PdfWriter) -> Iterator[DictionaryObject]:
    for each in writer._objects:  # noqa: SLF001 - pypdf has no other way to all of them
        if isinstance(each, DictionaryObject):
            yield each
