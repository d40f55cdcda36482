"""A brand may have any colour; its readers must still be able to read."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.site.colours import LEAST, contrast, legible, mixed, on
from publisher.site.stylesheet import DARK, LIGHT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_guidelines():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54  # the lightest grey that passes
    assert contrast("#123456", "#123456") == 1


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert legible("#0b5f62", *LIGHT) == "#0b5f62"


@given(COLOURS)
def test_every_colour_can_be_read_on_both_grounds_and_beneath_its_own_text(colour: str):
    for grounds in (LIGHT, DARK):
        found = legible(colour, *grounds)
        assert min(contrast(found, ground) for ground in grounds) >= LEAST
        assert contrast(on(found), found) >= 4.5


def test_mixing_goes_from_one_to_the_other():
    assert [mixed("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == [
        "#000000", "#808080", "#ffffff",
    ]  # fmt: skip
