"""Letters of both directions in one line, held against another implementation of UAX #9."""

from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.site.drawing.bidi import levels, visual

LETTERS = "abאבגدرس127١٢ .,:-+%/()[]«»!"


def shown(text: str, *, right_to_left: bool) -> str:
    """`text` as it stands from left to right; brackets are mirrored when they are drawn."""
    run = levels(text, right_to_left=right_to_left)
    places = visual([(place, place + 1, level) for place, level in enumerate(run)])
    return "".join(text[start] for start, _, _ in places)


@given(st.text(LETTERS, max_size=24), st.booleans())
@example("COVID-19 و (موجة 3)", True)  # noqa: FBT003
@example("a [b (ב] c) ג", False)  # noqa: FBT003
def test_every_letter_stands_where_the_standard_wants_it(text, right_to_left):
    text = text.strip()  # a line has no blanks at its ends
    expected = get_display(text, base_dir="R" if right_to_left else "L")
    assert shown(text, right_to_left=right_to_left) == expected


def test_a_latin_name_in_an_arabic_title_keeps_its_own_direction():
    assert shown("عن COVID-19 في 3", right_to_left=True) == "3 يف COVID-19 نع"


def test_an_accent_runs_with_its_letter():
    assert levels("אָb\N{COMBINING ACUTE ACCENT}", right_to_left=True) == [1, 1, 2, 2]
