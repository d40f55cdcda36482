"""A brand may have any colour; its readers must still be able to read."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.site.colours import (
    BLACK,
    LEAST,
    READABLE,
    WHITE,
    Colour,
    colour,
    contrast,
    hexadecimal,
    ink_on,
    legible,
    mixed,
)
from publisher.site.drawing.design import Look
from publisher.site.stylesheet import DARK, LIGHT

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def test_contrast_is_that_of_the_guidelines():
    assert contrast(BLACK, WHITE) == 21
    assert round(contrast(colour("#767676"), WHITE), 2) == 4.54  # the lightest grey that passes
    assert contrast(WHITE, WHITE) == 1


@given(COLOURS)
def test_a_colour_is_written_as_it_is_read(of: Colour):
    assert colour(hexadecimal(of)) == of


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert legible(colour("#0b5f62"), *map(colour, LIGHT)) == colour("#0b5f62")


@given(COLOURS)
def test_every_colour_can_be_read_on_both_grounds_and_beneath_its_own_text(of: Colour):
    for grounds in (LIGHT, DARK):
        papers = [colour(ground) for ground in grounds]
        found = legible(of, *papers)
        assert min(contrast(found, paper) for paper in papers) >= LEAST
        assert contrast(ink_on(found), found) >= READABLE


@given(COLOURS)
def test_words_on_a_card_have_contrast_on_any_colour_and_on_its_shade(of: Colour):
    shade, paper, ink = Look(hexadecimal(of)).ramp
    assert paper == of
    assert contrast(ink, paper) >= READABLE
    assert contrast(ink, shade) >= READABLE


def test_white_is_taken_where_it_can_be_read():
    assert ink_on((11, 95, 98)) == WHITE
    assert ink_on((240, 200, 60)) != WHITE


def test_mixing_goes_from_one_to_the_other():
    assert [mixed(BLACK, WHITE, share) for share in (0, 0.5, 1)] == [
        (0, 0, 0), (128, 128, 128), (255, 255, 255),
    ]  # fmt: skip
