"""Documents are published without what their programs noted, and what stays is told."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from publisher.embedded import traces
from publisher.site.cleaning import cleaned, left
from publisher.site.files import unusable
from tests.content.paper import ARTICLE, article, load
from tests.site import photographs as photo
from tests.site.photographs import TRACE

RELATIONS = (
    '<Relationships><Relationship Id="rId1" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>'
)
Parts = dict[str, str | bytes]

WORD: Parts = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": RELATIONS,
    "docProps/core.xml": f"<dc:creator>{TRACE}</dc:creator>",
    "docProps/app.xml": f"<Company>{TRACE}</Company>",
    "docProps/thumbnail.jpeg": photo.jpeg(),
    "word/document.xml": "<w:document><w:t>Words.</w:t></w:document>",
    "word/media/image1.jpeg": photo.jpeg(),
}
OPEN: Parts = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": '<m><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"'
    ' manifest:media-type="image/png"/></m>',
    "content.xml": "<text:p>Words.</text:p>",
    "meta.xml": f"<meta:initial-creator>{TRACE}</meta:initial-creator>",
    "Thumbnails/thumbnail.png": photo.png(),
}


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.comment = TRACE.encode()
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as read:
        assert read.testzip() is None
        return {name: read.read(name) for name in read.namelist()}


def pdf(*, locked: bool = False, note: bool = False, signed: bool = False) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": TRACE})
    packet = StreamObject()
    packet.set_data(photo.XMP)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)  # noqa: SLF001
    if note:
        writer.add_annotation(0, Text(rect=(50, 50, 90, 90), text="Ask again."))
    if signed:
        writer.root_object[NameObject("/AcroForm")] = writer._add_object(sign())  # noqa: SLF001
    if locked:
        writer.encrypt("", "owner")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def sign():
    return DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})


def with_photograph() -> bytes:
    """A PDF with a photograph in it, with all that its camera noted, as some programs put it in."""
    data = photo.jpeg()
    picture = StreamObject()
    picture._data = data  # noqa: SLF001 - as it is stored
    for key, name in {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/DCTDecode"}.items():
        picture[NameObject(key)] = NameObject(name)
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    page[NameObject("/Thumb")] = writer._add_object(picture)  # noqa: SLF001
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_text_document_loses_its_author_and_keeps_its_words():
    found = parts(cleaned(archive(WORD), ".docx"))
    assert list(found) == [name for name in WORD if "thumbnail" not in name]
    assert all(TRACE.encode() not in content for content in found.values())
    assert found["word/document.xml"] == b"<w:document><w:t>Words.</w:t></w:document>"
    assert b"thumbnail" not in found["_rels/.rels"]
    assert b"word/document.xml" in found["_rels/.rels"]
    assert traces(found["word/media/image1.jpeg"]) == frozenset()


def test_an_open_document_loses_its_author_and_begins_with_its_kind():
    data = cleaned(archive(OPEN), ".odt")
    assert data[30:38] == b"mimetype"
    assert data[8:10] == b"\0\0"  # not compressed, as OpenDocument asks for
    found = parts(data)
    assert list(found) == ["mimetype", "META-INF/manifest.xml", "content.xml", "meta.xml"]
    assert all(TRACE.encode() not in content for content in found.values())
    assert found["META-INF/manifest.xml"] == b"<m></m>"


def test_an_archive_is_cleaned_file_by_file():
    inner: Parts = {"a.docx": archive(WORD), "b.jpg": photo.jpeg(), "c.csv": b"1,2\n"}
    found = parts(cleaned(archive(inner), ".zip"))
    assert TRACE.encode() not in parts(found["a.docx"])["docProps/core.xml"]
    assert traces(found["b.jpg"]) == frozenset()
    assert found["c.csv"] == b"1,2\n"


@pytest.mark.parametrize("data", [pdf(), with_photograph()], ids=["notes", "photograph"])
def test_a_pdf_loses_its_author_and_keeps_its_pages(data: bytes):
    clean = cleaned(data, ".pdf")
    assert TRACE.encode() in data
    assert TRACE.encode() not in clean
    reader = PdfReader(BytesIO(clean))
    assert len(reader.pages) == 1
    assert not reader.metadata
    assert traces(clean) == frozenset()


@pytest.mark.parametrize(
    ("data", "suffix"), [(archive(WORD), ".docx"), (pdf(), ".pdf")], ids=["docx", "pdf"]
)
def test_the_same_bytes_come_out_each_time(data: bytes, suffix: str):
    assert cleaned(data, suffix) == cleaned(data, suffix)


LEFT = {
    "plain.docx": (archive(WORD), ()),
    "comments.docx": (archive(WORD | {"word/comments.xml": "<w:comments/>"}), ("comments",)),
    "changes.docx": (
        archive(WORD | {"word/document.xml": '<w:ins w:author="A"/>', "word/vbaProject.bin": b""}),
        ("macros", "tracked changes"),
    ),
    "talk.pptx": (archive({"ppt/notesSlides/notesSlide1.xml": "<p/>"}), ("speaker notes",)),
    "list.xlsx": (archive({"xl/workbook.xml": '<sheet state="hidden"/>'}), ("hidden sheets",)),
    "open.odt": (archive(OPEN | {"content.xml": "<office:annotation/>"}), ("comments",)),
    "all.zip": (archive({"a.csv": b""}), ("whatever is in its files",)),
    "plain.pdf": (pdf(), ()),
    "note.pdf": (pdf(note=True), ("comments",)),
    "locked.pdf": (pdf(locked=True), ("all that its program noted, for it is locked",)),
    "signed.pdf": (pdf(signed=True), ("all that its program noted, for it is signed",)),
    "broken.pdf": (b"%PDF", ("all that its program noted, for it cannot be read",)),
    "broken.docx": (b"PK", ("all that its program noted, for it cannot be read",)),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_taken_out_is_told(name: str):
    data, words = LEFT[name]
    assert left(data, Path(name).suffix) == words


@pytest.mark.parametrize("name", ["locked.pdf", "signed.pdf", "broken.pdf", "broken.docx"])
def test_what_cannot_be_cleaned_passes_as_it_is(name: str):
    data, _ = LEFT[name]
    assert cleaned(data, Path(name).suffix) == data


def test_an_archive_that_unpacks_without_end_is_not_unpacked():
    bomb = archive({"a.bin": b""})
    at = bomb.find(b"PK\x01\x02")
    bomb = bomb[: at + 24] + (600_000_000).to_bytes(4, "little") + bomb[at + 28 :]
    assert cleaned(bomb, ".docx") == bomb
    assert left(bomb, ".docx") == ("all that its program noted, for it cannot be read",)


def test_an_author_is_told_of_what_stays_and_of_nothing_else(tmp_path: Path):
    files: Parts = {
        ARTICLE: article(body="[One](plain.docx) and [two](comments.docx).\n"),
        "content/articles/2026/plain.docx": LEFT["plain.docx"][0],
        "content/articles/2026/comments.docx": LEFT["comments.docx"][0],
    }
    found = [(f.check, f.line, f.message) for f in unusable(load(tmp_path, files))]
    assert found == [
        (
            "privacy-document",
            13,
            "`comments.docx` is published with comments, where names may stand",
        )
    ]
