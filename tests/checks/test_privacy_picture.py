"""What pictures tell beside what they show is found in every format, and can be taken out."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from publisher.checks import findings
from publisher.embedded import Trace, stripped, traces, words
from tests.content.paper import article, lines, load
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


SECRET = "Patient Maria Lopez, MRN 66778801"


def described(kind: str) -> bytes:
    """A picture with the secret where a program for `kind` writes what a picture shows."""
    tags = Image.Exif()
    tags[0x010F] = "Camera"
    record = b"\x1c\x02\x78" + struct.pack(">H", len(SECRET)) + SECRET.encode()
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    iptc = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    packet = XMP.replace(
        b"</rdf:RDF>",
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li>'
        + SECRET.encode()
        + b"</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>",
    )
    attribute = XMP.replace(b"exif:Owner=", b'exif:UserComment="%b" exif:Owner=' % SECRET.encode())
    info = PngInfo()
    match kind.partition(" ")[2]:
        case "description":
            tags[0x010E] = SECRET
        case "comment":
            tags.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + SECRET.encode("utf-16-le")
        case "title of Windows":
            tags[0x9C9B] = SECRET.encode("utf-16-le")
        case "text":
            info.add_text("Comment", SECRET)
        case "packed text":
            info.add_text("Description", SECRET, zip=True)
        case "international text":
            info.add_itxt("Title", SECRET)
        case "packed packet":
            info.add_itxt("XML:com.adobe.xmp", packet.decode(), zip=True)
    kind, _, where = kind.partition(" ")
    options = {
        "packet": {"xmp": packet},
        "attribute": {"xmp": attribute},
        "remark": {"comment": SECRET.encode()},
    }.get(where, {"pnginfo": info} if kind == "PNG" else {})
    made = saved(motif(90, 60), kind, exif=tags, **options)
    return made[:2] + iptc + made[2:] if where == "caption" else made


DESCRIBED = [
    *(f"{kind} description" for kind in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")),
    *(f"{kind} comment" for kind in ("JPEG", "PNG", "WEBP", "AVIF")),
    *(f"{kind} title of Windows" for kind in ("JPEG", "WEBP")),
    *(f"{kind} packet" for kind in ("JPEG", "WEBP", "AVIF")),
    *("JPEG attribute", "JPEG remark", "JPEG caption", "GIF remark"),
    *("PNG text", "PNG packed text", "PNG packed packet", "PNG international text"),
]


@pytest.mark.parametrize("kind", DESCRIBED)
def test_a_patient_who_is_named_in_a_pictures_file_is_told_until_it_is_taken_out(
    kind: str, tmp_path: Path
):
    file = f"content/articles/2026/leg.{kind.partition(' ')[0].lower()}"
    publication = load(tmp_path, {file: described(kind)})
    told = [
        (f.path, f.check, f.secret)
        for f in findings(
            publication, {}, lambda check: check in {"privacy-name", "privacy-record"}
        )
    ]
    assert told == [(file, "privacy-name", "Maria Lopez"), (file, "privacy-record", "66778801")]
    clean = stripped(tmp_path / file)
    assert words(clean) == ()
    seen = Image.open(BytesIO(described(kind)))
    assert Image.open(BytesIO(clean)).tobytes() == seen.tobytes()


def test_a_moving_picture_keeps_its_frames_when_its_comment_is_taken_out(tmp_path: Path):
    frames = [motif(9, 6), motif(9, 6).transpose(Image.Transpose.ROTATE_180)]
    file = tmp_path / "moves.gif"
    options = {"save_all": True, "append_images": frames[1:], "duration": [80, 90], "loop": 3}
    file.write_bytes(saved(frames[0], "GIF", comment=SECRET.encode(), **options))
    clean = Image.open(BytesIO(stripped(file)))
    told = (getattr(clean, "n_frames", 1), clean.info.get("loop"), clean.info.get("comment"))
    assert told == (2, 3, None)


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg"><style>.mrn-55667788 { fill: red }</style>
  <title>The ward</title>
  <!-- the scan, MRN 66778802 -->
  <text x="1" y="2">Our patient <tspan>Maria</tspan> Lopez was admitted &amp; operated.</text>
  <text>MRN</text><text><![CDATA[66778803]]></text>
  <g aria-label="MRN 66778804"/>
</svg>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_is_written_in_a_drawing_is_told_of_the_article_that_shows_it(
    encoding: str, tmp_path: Path
):
    files: dict[str, str | bytes] = {
        "content/articles/2026/ward.svg": DRAWING.encode(encoding),
        "content/articles/2026/one.md": article(body="Words.\n\n![The ward](ward.svg)\n"),
    }
    found = findings(load(tmp_path, files), {}, lambda check: check.startswith("privacy-"))
    assert [(f.path, f.line, f.column, f.check, f.secret) for f in found] == [
        ("content/articles/2026/one.md", 15, 13, "privacy-name", "Maria Lopez"),
        ("content/articles/2026/one.md", 15, 13, "privacy-record", "66778802"),
        ("content/articles/2026/one.md", 15, 13, "privacy-record", "66778803"),
        ("content/articles/2026/one.md", 15, 13, "privacy-record", "66778804"),
    ]


def test_a_drawing_that_nothing_shows_is_told_of_itself(tmp_path: Path):
    found = findings(
        load(tmp_path, {"content/ward.svg": "<svg><desc>MRN 4455-120</desc>"}), {}, lambda _: True
    )
    (told,) = lines(found)
    assert told == (
        "content/ward.svg:1:1 privacy-record: in the file of the picture `ward.svg`: this is a "
        "number that belongs to one patient; leave the number out"
    )


def test_a_picture_may_be_called_like_a_key_of_front_matter(tmp_path: Path):
    drawing = "<svg><text>Ask Maria Lopez</text></svg>"
    publication = load(tmp_path, {"content/consent.svg": drawing})
    assert list(findings(publication, {}, lambda check: check == "consent-name")) == []


def test_what_is_written_in_a_picture_is_held_to_no_rules_of_style(tmp_path: Path):
    drawing = "<svg><text>Studies show that a miracle cure is proven by 5 of 10.</text></svg>"
    assert list(findings(load(tmp_path, {"content/ward.svg": drawing}), {}, lambda _: True)) == []
