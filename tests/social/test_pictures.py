"""Pictures as networks take them."""

import io

import pytest
from PIL import Image

from publisher.social.account import RefusedError
from publisher.social.pictures import fitting
from tests.social.posts import png


def test_a_picture_that_fits_stays_byte_for_byte():
    assert fitting(png(), 1_000_000) == (png(), "image/png")


def test_a_picture_that_is_too_large_is_made_smaller_always_the_same_way():
    large = png(1200, 630, noise=True)
    assert len(large) > 2_000_000
    data, kind = fitting(large, 1_000_000)
    assert (len(data) <= 1_000_000, kind) == (True, "image/jpeg")
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.width / picture.height == pytest.approx(1200 / 630, rel=0.01)
    assert fitting(large, 1_000_000) == (data, kind)


def test_a_kind_that_networks_do_not_know_becomes_one_they_do():
    made = io.BytesIO()
    Image.new("RGB", (40, 20)).save(made, "BMP")
    assert fitting(made.getvalue(), 1_000_000)[1] == "image/jpeg"


@pytest.mark.parametrize("data", [b"", b"<html>Not found</html>", png()[:60]])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(RefusedError, match="cannot be read as a picture"):
        fitting(data, 1_000_000)
