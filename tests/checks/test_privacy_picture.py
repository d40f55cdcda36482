"""What pictures tell beside what they show is found in every format, and can be taken out."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from publisher.checks import findings
from publisher.embedded import Trace, stripped, traces
from tests.content.paper import load
from tests.site import photographs as photo
from tests.site.photographs import XMP, exif, motif, saved

TAGGED = {
    "camera.jpg": photo.jpeg(),
    "turned.jpg": photo.jpeg(orientation=6),
    "edited.png": photo.png(),
    "small.webp": photo.webp(),
    "new.avif": photo.avif(),
    "print.tif": saved(motif(), "TIFF", exif=exif()),
    "moves.gif": photo.gif(),
}


def xmp_only(kind: str) -> bytes:
    if kind == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        return saved(motif(), "PNG", pnginfo=info)
    if kind == "TIFF":
        return saved(motif(), "TIFF", tiffinfo={700: XMP})
    return saved(motif(), kind, xmp=XMP)


def only_a_place(order: str) -> bytes:
    """EXIF with a directory of places and nothing else, in either order of bytes."""
    sign = b"II" if order == "<" else b"MM"
    head = sign + struct.pack(f"{order}HI", 42, 8)
    first = struct.pack(f"{order}HHHIII", 1, 0x8825, 4, 1, 26, 0)
    north = struct.pack(f"{order}HHHI", 2, 1, 2, 2) + b"N\0\0\0"
    latitude = struct.pack(f"{order}HHIII", 2, 5, 3, 56, 0)
    return head + first + north + latitude + struct.pack(f"{order}6I", 52, 1, 31, 1, 12, 1)


@pytest.mark.parametrize("name", TAGGED)
def test_place_owner_and_serial_number_are_told_of_every_format(name: str, tmp_path: Path):
    told = [
        (f.path, f.line, f.message.removeprefix("this picture's file tells "))
        for f in findings(
            load(tmp_path, {f"content/{name}": TAGGED[name]}), {}, lambda c: c == "privacy-picture"
        )
    ]
    assert (f"content/{name}", 1, "where it was taken") in told


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_place_in_xmp_alone_is_told(kind: str):
    assert Trace.PLACE in traces(xmp_only(kind))


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_place_in_either_order_of_bytes_is_told(kind: str, order: str):
    data = saved(motif(), kind, exif=b"Exif\0\0" + only_a_place(order))
    assert traces(data) == {Trace.PLACE}


def test_what_imagemagick_writes_in_digits_is_told():
    info = PngInfo()
    block = b"Exif\0\0" + only_a_place(">")
    lines = "\n".join(block.hex()[at : at + 72] for at in range(0, len(block.hex()), 72))
    info.add_text("Raw profile type exif", f"\nexif\n{len(block):8}\n{lines}\n", zip=True)
    assert traces(saved(motif(), "PNG", pnginfo=info)) == {Trace.PLACE}


def test_a_place_after_the_picture_is_told_and_cut_off(tmp_path: Path):
    file = tmp_path / "depth.jpg"
    file.write_bytes(saved(motif(), "JPEG") + saved(motif(), "JPEG", exif=exif()))
    assert Trace.PLACE in traces(file.read_bytes())
    assert stripped(file) == saved(motif(), "JPEG")


def test_a_heic_that_is_read_by_nobody_here_is_told():
    item = b"\0\0\0\6Exif\0\0" + only_a_place(">")
    heic = photo.box(b"ftyp", b"heic\0\0\0\0heic") + photo.box(b"mdat", item)
    assert traces(heic) == {Trace.PLACE}


@pytest.mark.parametrize("name", TAGGED)
def test_what_is_told_is_taken_out_and_what_is_seen_stays(name: str, tmp_path: Path):
    file = tmp_path / name
    file.write_bytes(TAGGED[name])
    clean = stripped(file)
    assert traces(clean) == frozenset()
    before, after = Image.open(BytesIO(TAGGED[name])), Image.open(BytesIO(clean))
    assert before.getexif().get(0x0112, 1) == after.getexif().get(0x0112, 1)
    assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_the_colour_profile_stays(kind: str, tmp_path: Path):
    profile = photo.profile((0.68, 0.32, 0.265, 0.69, 0.15, 0.06), 2.2)
    file = tmp_path / "wide"
    file.write_bytes(saved(motif(), kind, exif=exif(), icc_profile=profile))
    assert Image.open(BytesIO(stripped(file))).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF"])
def test_a_picture_that_tells_nothing_stays_as_it_is(kind: str, tmp_path: Path):
    file = tmp_path / "plain"
    data = saved(motif(), kind)
    file.write_bytes(data)
    assert traces(data) == frozenset()
    seen = Image.open(BytesIO(data)).tobytes()
    assert Image.open(BytesIO(stripped(file))).tobytes() == seen


@pytest.mark.parametrize("name", TAGGED)
def test_a_picture_that_is_broken_off_does_no_harm(name: str, tmp_path: Path):
    data = TAGGED[name]
    for cut in range(0, len(data), max(1, len(data) // 60)):
        file = tmp_path / name
        file.write_bytes(data[:cut])
        traces(data[:cut])
        stripped(file)


def test_pictures_of_the_theme_and_unused_ones_count(tmp_path: Path):
    files = {
        "theme/assets/brand.jpg": photo.jpeg(),
        "content/articles/2026/unused.jpg": photo.jpeg(),
    }
    found = findings(load(tmp_path, files), {}, lambda check: check == "privacy-picture")
    assert {f.path for f in found} == set(files)


def test_a_small_copy_and_an_author_are_a_warning(tmp_path: Path):
    publication = load(tmp_path, {"content/a.jpg": photo.jpeg()})
    found = findings(publication, {}, lambda check: check == "privacy-picture-trace")
    assert [(f.severity, f.message) for f in found] == [
        ("warning", "this picture's file tells who took or made it")
    ]


@pytest.mark.parametrize("name", ["scan.dcm", "DICOMDIR", "scan.png", "scan"])
def test_what_a_scanner_wrote_is_refused_whatever_it_is_called(name: str, tmp_path: Path):
    data = bytes(128) + b"DICM" + bytes(64)
    publication = load(
        tmp_path, {f"content/articles/2026/{name}": data, "content/a.png": photo.png()}
    )
    found = findings(publication, {}, lambda check: check == "privacy-dicom")
    assert [(f.path, f.message) for f in found] == [
        (
            f"content/articles/2026/{name}",
            "this is a medical image with the patient's data in it",
        )
    ]
