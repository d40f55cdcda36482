"""Pictures that tell more than they show, as cameras and editors make them."""

import struct
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

# Stands in everything that must not get out, and in nothing that is seen.
TRACE = "Zebrafink"
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,31.2N" '
    f'exif:Owner="{TRACE}"/></rdf:RDF></x:xmpmeta>'
).encode()
LATITUDE = (52.0, 31.0, 12.345)


def motif(width: int = 900, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Red above left, blue elsewhere: one sees which way it is turned."""
    image = Image.new("RGB", (width, height), (20, 60, 160))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), (200, 30, 30))
    return image.convert(mode)


def exif(orientation: int = 1) -> bytes:
    """Camera, owner, serial number, moment, place; a thumbnail at the end."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = f"{TRACE} Cameras"
    tags[0x013B] = tags[0x8298] = TRACE
    tags[0x9C9D] = TRACE.encode("utf-16-le")
    tags.get_ifd(0x8769).update({0xA430: TRACE, 0xA431: f"{TRACE}-007"})
    tags.get_ifd(0x8825).update({1: "N", 2: LATITUDE, 3: "E", 4: (13.0, 24.0, 0.5)})
    thumbnail = BytesIO()
    motif(16, 16).save(thumbnail, "JPEG", comment=TRACE)
    return tags.tobytes() + thumbnail.getvalue()


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(image: Image.Image | None = None, orientation: int = 1, **options: Any) -> bytes:
    """With EXIF, XMP, a comment, and IPTC as Photoshop writes it."""
    made = saved(
        image or motif(), "JPEG", exif=exif(orientation), xmp=XMP, comment=TRACE, **options
    )
    iptc = b"\x1c\x02\x50" + struct.pack(">H", len(TRACE)) + TRACE.encode()
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc + b"\0"
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    return made[:2] + segment + made[2:] + TRACE.encode()


def png(image: Image.Image | None = None, orientation: int = 1, **options: Any) -> bytes:
    """With EXIF, XMP, and texts plain, packed and international."""
    info = PngInfo()
    info.add_text("Author", TRACE)
    info.add_text("Comment", TRACE * 200, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return saved(image or motif(), "PNG", pnginfo=info, exif=exif(orientation), **options)


def webp(image: Image.Image | None = None, orientation: int = 1, **options: Any) -> bytes:
    return saved(image or motif(), "WEBP", exif=exif(orientation), xmp=XMP, **options)


def avif(image: Image.Image | None = None, orientation: int = 1, **options: Any) -> bytes:
    return saved(image or motif(), "AVIF", exif=exif(orientation), xmp=XMP, **options)


def gif(image: Image.Image | None = None, **options: Any) -> bytes:
    """With a comment, and XMP as Adobe writes it."""
    made = saved(image or motif(90, 60), "GIF", comment=TRACE.encode(), **options)
    blocks = b"".join(
        bytes([len(XMP[i : i + 255])]) + XMP[i : i + 255] for i in (0, 255) if XMP[i:]
    )
    return made[:-1] + b"!\xff\x0bXMP DataXMP" + blocks + b"\0;"


MADE = {".jpg": jpeg, ".png": png, ".webp": webp, ".avif": avif, ".gif": gif}

SVG = f"""<?xml version="1.0"?>
<?editor path="/home/{TRACE}"?>
<!-- drawn by {TRACE} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  width="120" height="80"
  inkscape:export-filename="/home/{TRACE}/a.png" sodipodi:docname="{TRACE}">
<metadata>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{TRACE}</rdf:RDF>
</metadata>
<sodipodi:namedview inkscape:current-layer="{TRACE}"/>
<style>/* {TRACE} */ @import url(https://{TRACE}.test/a.css); .a {{ fill: url(#shade) }}</style>
<title>A line</title>
<image href="data:image/jpeg;base64,JPEG" width="9" height="6"/>
<image xlink:href="file:///C:/Users/{TRACE}/b.png"/>
<rect class="a" style="filter: url('https://{TRACE}.test/#f')"
  data-name="{TRACE}" width="5" height="5"/>
</svg>
"""


def box(name: bytes, *content: bytes, large: bool = False) -> bytes:
    """A box of ISO/IEC 14496-12, its size in 64 bits if it is `large`."""
    whole = b"".join(content)
    if large:
        return struct.pack(">I4sQ", 1, name, 16 + len(whole)) + whole
    return struct.pack(">I4s", 8 + len(whole), name) + whole


def film(handler: bytes = b"vide", *, large: bool = False) -> bytes:
    """An MP4 with a place in `udta`, XMP in `uuid`, tags in `meta`, and dates."""
    secret = TRACE.encode()
    when = struct.pack(">III", 0, 3_800_000_000, 3_800_000_000)
    named = box(b"hdlr", bytes(8), handler, bytes(12), secret, b"\0")
    track = box(
        b"trak", box(b"tkhd", when, bytes(72)), box(b"mdia", box(b"mdhd", when, bytes(12)), named)
    )
    place = box(b"udta", box(b"\xa9xyz", b"+52.5200+013.4050/" + secret), large=large)
    tags = box(b"meta", bytes(4), box(b"ilst", secret))
    return b"".join((
        box(b"ftyp", b"isom\0\0\0\0isom"),
        box(b"uuid", bytes(16), XMP),
        box(b"moov", box(b"mvhd", when, bytes(88)), track, place, tags),
        box(b"mdat", b"what is seen", large=large),
        box(b"free", secret),
    ))  # fmt: skip


def chunks(data: bytes) -> list[bytes]:
    """The names of a PNG's chunks."""
    names, at = [], 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        names.append(data[at + 4 : at + 8])
        at += 12 + size
    return names


def profile(primaries: Sequence[float], gamma: float) -> bytes:
    """A colour profile (ICC.1:2010) of the x, y of red, green, blue, as they stand in D50 XYZ."""

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(three: Sequence[float]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(fixed(one) for one in three)

    name = b"desc\0\0\0\0" + struct.pack(">I", 6) + b"Other\0" + bytes(79)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    red, green, blue = (xyz(primaries[at : at + 3]) for at in (0, 3, 6))
    white = xyz((0.9642, 1.0, 0.8249))
    tags = {
        b"desc": name, b"wtpt": white, b"rXYZ": red, b"gXYZ": green, b"bXYZ": blue,
        b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    table, data = b"", b""
    for tag, content in tags.items():
        start = 128 + 4 + 12 * len(tags) + len(data)
        table += tag + struct.pack(">II", start, len(content))
        data += content + bytes(-len(content) % 4)
    size = 132 + len(table) + len(data)
    head = struct.pack(">I4sI", size, b"\0\0\0\0", 0x02400000) + b"mntrRGB XYZ " + bytes(12)
    head += b"acsp" + bytes(28) + fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


# Red, green and blue in D50 XYZ: Adobe RGB (1998), and Display P3 (SMPTE EG 432-1).
ADOBE = profile(
    (0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457), 2.19921875
)
P3 = profile((0.51512, 0.2412, -0.00105, 0.29198, 0.69225, 0.04189, 0.1571, 0.06657, 0.78407), 2.2)
