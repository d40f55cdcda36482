"""Whatever the brand's colour is, the words on it can be read."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.site.drawing.colours import BLACK, READABLE, WHITE, contrast, ink_on
from publisher.site.drawing.design import Look

PARTS = st.integers(0, 255)


@given(PARTS, PARTS, PARTS)
def test_words_have_contrast_on_any_colour_and_on_its_shade(red, green, blue):
    shade, paper, ink = Look(f"#{red:02x}{green:02x}{blue:02x}").ramp
    assert paper == (red, green, blue)
    assert contrast(ink, paper) >= READABLE
    assert contrast(ink, shade) >= READABLE


def test_contrast_is_what_wcag_says_it_is():
    assert contrast(WHITE, BLACK) == 21
    assert round(contrast((119, 119, 119), WHITE), 2) == 4.48


def test_white_is_taken_where_it_can_be_read():
    assert ink_on((11, 95, 98)) == WHITE
    assert ink_on((240, 200, 60)) != WHITE
