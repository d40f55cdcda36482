"""Lead pictures in other shapes."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from publisher.site.drawing.photograph import crop_size, cropped, jpeg, opened, upright_size


@pytest.fixture
def lying(tmp_path: Path) -> Path:
    """A photograph taken upright, saved lying, as cameras do: its top is red, its rest is blue."""
    upright = Image.new("RGB", (600, 800), "blue")
    upright.paste("red", (0, 0, 600, 200))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Model] = "A camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    file = tmp_path / "lying.jpg"
    upright.transpose(Image.Transpose.ROTATE_90).save(file, exif=exif, comment=b"private")
    return file


def test_a_picture_stands_as_the_camera_was_held(lying: Path):
    picture = opened(lying)
    assert picture is not None
    assert (picture.size, upright_size(lying)) == ((600, 800), (600, 800))
    assert picture.getpixel((300, 10))[0] > 200  # type: ignore[index]
    assert picture.getpixel((300, 790))[2] > 200  # type: ignore[index]


def test_nothing_but_pixels_is_kept(lying: Path):
    picture = opened(lying)
    assert picture is not None
    with Image.open(io.BytesIO(jpeg(cropped(picture, (300, 300))))) as made:
        made.load()
        assert (made.size, dict(made.getexif())) == ((300, 300), {})
        assert made.info.keys() == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("picture", "shape", "expected"),
    [
        ((4000, 3000), (1200, 1200), (1200, 1200)),
        ((1200, 630), (1200, 1200), (630, 630)),
        ((1200, 630), (1200, 675), (1120, 630)),
        ((600, 800), (1200, 900), (600, 450)),
        ((1, 1), (1200, 900), (1, 1)),
    ],
)
def test_a_small_picture_is_not_enlarged(picture, shape, expected):
    assert crop_size(picture, shape) == expected


@pytest.mark.parametrize(("mode", "ground"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode, ground):
    Image.new(mode, (4, 4), ground).save(tmp_path / "a.png")
    picture = opened(tmp_path / "a.png")
    assert picture is not None
    assert picture.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_every_kind_of_picture_can_be_shown(tmp_path: Path, mode):
    Image.new(mode, (4, 4)).save(tmp_path / "a.tiff")
    picture = opened(tmp_path / "a.tiff")
    assert picture is not None
    assert picture.mode == "RGB"


@pytest.mark.parametrize("kept", [0, 30, 2000])
def test_a_broken_file_is_no_picture(lying: Path, kept):
    broken = lying.with_name("broken.jpg")
    broken.write_bytes(lying.read_bytes()[:kept])
    assert opened(broken) is None
