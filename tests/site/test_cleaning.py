"""What is published of a file is what is seen and heard, and nothing else."""

import base64
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from publisher.site.cleaning import UnreadableError, cleaned
from tests.site.photographs import (
    ADOBE,
    MADE,
    P3,
    SVG,
    TRACE,
    box,
    chunks,
    film,
    jpeg,
    motif,
    png,
    saved,
)  # fmt: skip

TRACES = [TRACE.encode(), TRACE.encode("utf-16-le"), TRACE.encode("utf-16-be"), b"GPSLatitude"]
RED, BLUE = (200, 30, 30), (20, 60, 160)
# What Pillow tells of a file's form rather than of its history.
FORM = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "version",
    "background", "loop", "duration", "timestamp", "transparency", "extension", "bbox",
    "disposal", "blend", "default_image",
}  # fmt: skip


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def near(found, meant, by: int = 6) -> bool:
    return all(abs(one - other) <= by for one, other in zip(found, meant, strict=True))


def colour(image: Image.Image, across: float, down: float):
    return image.convert("RGB").getpixel((int(image.width * across), int(image.height * down)))


@pytest.mark.parametrize("suffix", MADE)
def test_nothing_of_a_camera_or_an_editor_is_left(suffix: str):
    data = MADE[suffix]()
    assert TRACE.encode() in data
    made = cleaned(data, suffix)
    assert [trace for trace in TRACES if trace in made] == []
    image = opened(made)
    assert dict(image.getexif()) == {}
    assert set(image.info) <= FORM
    assert near(colour(image, 0.2, 0.2), RED, 12)
    assert near(colour(image, 0.8, 0.8), BLUE, 12)


def test_a_png_is_left_with_the_chunks_that_show_it():
    assert set(chunks(cleaned(png(), ".png"))) == {b"IHDR", b"IDAT", b"IEND"}


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".avif"])
@pytest.mark.parametrize(
    ("orientation", "red"), [(3, (0.8, 0.8)), (6, (0.8, 0.2)), (8, (0.2, 0.8))]
)
def test_a_picture_comes_out_as_the_camera_was_held(suffix: str, orientation: int, red):
    image = opened(cleaned(MADE[suffix](orientation=orientation), suffix))
    assert image.size == ((900, 600) if orientation == 3 else (600, 900))
    assert near(colour(image, *red), RED, 12)


def test_a_picture_becomes_what_its_name_says():
    kinds = [opened(cleaned(png(), suffix)).format for suffix in MADE]
    assert kinds == ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]


@pytest.mark.parametrize(
    ("profile", "stored", "meant"),
    [
        # By the matrices from each space's linear light to that of sRGB, all seen at D65.
        (ADOBE, (100, 150, 100), (66, 151, 97)),
        (P3, (100, 150, 100), (83, 153, 94)),
        (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), (9, 8, 7), (9, 8, 7)),
        (b"no profile", (100, 150, 100), (100, 150, 100)),
    ],
    ids=["adobe", "p3", "srgb", "broken"],
)
def test_colours_of_other_spaces_are_those_that_were_meant(profile: bytes, stored, meant):
    data = png(Image.new("RGB", (9, 9), stored), icc_profile=profile)
    image = opened(cleaned(data, ".png"))
    assert "icc_profile" not in image.info
    assert near(image.getpixel((4, 4)), meant, 2)


def test_transparency_outlives_a_colour_profile():
    data = saved(Image.new("RGBA", (9, 9), (100, 150, 100, 77)), "PNG", icc_profile=ADOBE)
    red, green, blue, alpha = opened(cleaned(data, ".png")).getpixel((4, 4))  # type: ignore[misc]
    assert near((red, green, blue), (66, 151, 97), 2)
    assert alpha == 77


def test_inks_become_light():
    image = opened(cleaned(jpeg(Image.new("CMYK", (16, 16), (0, 255, 255, 0))), ".jpg"))
    assert image.mode == "RGB"
    assert near(colour(image, 0.5, 0.5), (254, 0, 0))


def test_grey_palettes_single_bits_and_sixteen_of_them_stay():
    for mode in ("1", "L", "LA", "P", "RGBA"):
        made = opened(cleaned(png(motif(mode=mode)), ".png"))
        assert (made.mode, made.size) == (mode, (900, 600))
    deep = Image.new("I;16", (9, 9), 40_000)
    made = opened(cleaned(saved(deep, "PNG"), ".png"))
    assert (made.mode, made.getpixel((4, 4))) == ("I;16", 40_000)
    assert opened(cleaned(saved(deep, "PNG"), ".jpg")).getpixel((4, 4)) == 156


def test_what_shines_through_is_white_where_a_format_knows_no_transparency():
    clear = png(Image.new("RGBA", (9, 9), (0, 0, 0, 0)))
    assert opened(cleaned(clear, ".jpg")).getpixel((4, 4)) == (255, 255, 255)
    assert opened(cleaned(clear, ".webp")).getpixel((4, 4)) == (0, 0, 0, 0)


def test_a_transparent_palette_stays_one():
    image = Image.new("P", (9, 9), 1)
    image.putpalette([9, 9, 9, 200, 30, 30])
    made = opened(cleaned(saved(image, "PNG", transparency=1), ".png"))
    assert made.mode == "P"
    assert made.convert("RGBA").getpixel((4, 4)) == (200, 30, 30, 0)


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png", ".avif"])
def test_what_moves_moves_on(suffix: str):
    colours = [(200, 30, 30), (30, 200, 30), (30, 30, 200)]
    first, *others = [Image.new("RGB", (64, 48), shade) for shade in colours]
    moving = {"save_all": True, "append_images": others, "duration": [100, 200, 300]}
    made = opened(cleaned(MADE[suffix](first, **moving), suffix))
    shown = []
    for index in range(made.n_frames):  # type: ignore[attr-defined]
        made.seek(index)
        made.load()
        shown.append((made.convert("RGB").getpixel((9, 9)), round(made.info["duration"])))
    assert [time for _, time in shown] == [100, 200, 300]
    assert all(near(found, meant, 10) for (found, _), meant in zip(shown, colours, strict=True))


def test_the_depth_map_that_a_telephone_appends_is_no_second_frame():
    data = saved(motif(), "MPO", save_all=True, append_images=[motif(90, 60)])
    image = opened(cleaned(data, ".jpg"))
    assert (image.format, image.size) == ("JPEG", (900, 600))


def test_no_picture_is_longer_than_2000_pixels_and_none_is_enlarged():
    sizes = {(3000, 1500): (2000, 1000), (300, 2600): (231, 2000), (40, 30): (40, 30)}
    for given, expected in sizes.items():
        assert opened(cleaned(jpeg(motif(*given)), ".jpg")).size == expected


def test_the_same_bytes_come_out_each_time():
    for suffix, made in MADE.items():
        assert cleaned(made(), suffix) == cleaned(made(), suffix)


@pytest.mark.parametrize("suffix", MADE)
def test_what_is_broken_off_or_no_picture_is_refused(suffix: str):
    whole = saved(motif(), {".jpg": "JPEG"}.get(suffix, suffix[1:]))
    for data in (whole[: len(whole) // 2], b"words", b"", b"<svg/>", saved(motif(), "TIFF")):
        with pytest.raises(UnreadableError, match="is not a picture that can be shown"):
            cleaned(data, suffix)


def test_a_picture_that_unpacks_without_end_is_refused():
    bomb = saved(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="holds more than 100 million pixels"):
        cleaned(bomb, ".png")


def test_exif_that_cannot_be_read_turns_nothing():
    data = saved(motif(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + TRACE.encode())
    made = cleaned(data, ".jpg")
    assert TRACE.encode() not in made
    assert opened(made).size == (900, 600)


def test_a_drawing_keeps_what_is_drawn():
    photograph = base64.b64encode(jpeg(motif(9, 6))).decode()
    made = cleaned(SVG.replace("JPEG", photograph).encode(), ".svg").decode()
    small = base64.b64encode(cleaned(jpeg(motif(9, 6)), ".jpg")).decode()
    assert " ".join(made.split()) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"> '
        '<style> .a { fill: url("#shade") }</style> <title>A line</title> '
        f'<image href="data:image/jpeg;base64,{small}" width="9" height="6"/> <image/> '
        '<rect class="a" style="filter: none" width="5" height="5"/> </svg>'
    )


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
         "declares entities"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "is not a drawing"),
        ("<html/>", "is no SVG"),
        ("words", "is not a drawing"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,AAAA"/></svg>',
         "is not a picture"),
    ],
)  # fmt: skip
def test_a_drawing_that_is_none_is_refused(written: str, reason: str):
    with pytest.raises(UnreadableError, match=reason):
        cleaned(written.encode(), ".svg")


def test_a_drawing_in_a_drawing_is_cleaned_as_well():
    start = '<svg xmlns="http://www.w3.org/2000/svg"'
    inner = base64.b64encode(f"{start}><!--{TRACE}--></svg>".encode()).decode()
    shade = f"fill: url('data:image/svg+xml;base64,{inner}')"
    made = cleaned(f'{start} style="{shade}"/>'.encode(), ".svg").decode()
    inside = base64.b64encode(f"{start}/>".encode()).decode()
    shade = f"fill: url(&quot;data:image/svg+xml;base64,{inside}&quot;)"
    assert made == f'{start} style="{shade}"/>'


@pytest.mark.parametrize("large", [False, True], ids=["32 bits", "64 bits"])
def test_a_film_is_emptied_of_places_and_names_and_nothing_moves(large: bool):  # noqa: FBT001
    data = film(large=large)
    made = cleaned(data, ".mp4")
    assert len(made) == len(data)
    assert made.index(b"what is seen") == data.index(b"what is seen")
    assert [trace for trace in (*TRACES, b"+52.5", b"xyz", b"udta") if trace in made] == []
    assert (3_800_000_000).to_bytes(4, "big") not in made
    assert made.count(b"free") == 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (film()[:-3], "broken off"),
        (film()[:150], "broken off"),
        (box(b"ftyp", b"isom"), "is not a film"),
        (b"words that are long enough", "broken off"),
        (film(b"meta"), "holds a track of measurements"),
    ],
    ids=["last box", "middle", "no film in it", "words", "places along the way"],
)
def test_a_film_that_is_none_or_tells_its_way_is_refused(data: bytes, reason: str):
    with pytest.raises(UnreadableError, match=reason):
        cleaned(data, ".mp4")


def test_documents_pass_as_they_are():
    assert cleaned(b"a,b\n", ".csv") == b"a,b\n"
