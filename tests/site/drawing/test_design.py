"""The card itself, looked at as a network looks at it."""

import io
from dataclasses import replace
from hashlib import shake_256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat

from publisher.site.drawing.design import CARD, LARGEST_FILE, Look, draw
from publisher.site.drawing.layout import Layout, Size, Wording, lay_out
from tests.running import ROOT
from tests.site.drawing.test_fonts import TITLES

LOOK = Look(logo=ROOT / "theme/assets/icon.png")
PLAIN = Wording("Put the plain word first", "en", "Journal", "Research", ("The team",))
LONG = "Why a heading that says everything that its article says helps nobody who waits " * 3
MARGIN = 60
TITLE_WEIGHT = 700


def opened(file: bytes) -> Image.Image:
    with Image.open(io.BytesIO(file)) as picture:
        assert (picture.format, picture.info) == ("PNG", {})
        return picture.convert("RGB")


def letters(card: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around all that is nearly as white as the ink."""
    return card.convert("L").point([0] * 240 + [255] * 16).getbbox()


def noise(size: Size = (1600, 1200)) -> Image.Image:
    """The picture that compresses worst of all."""
    return Image.frombytes("RGB", size, shake_256().digest(3 * size[0] * size[1]))


def laid_out(words: Wording, size: Size = CARD, *, picture: bool = False) -> Layout:
    return lay_out(words, size, logo=True, picture=picture)


HOSTILE = {
    **TITLES,
    "one word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte",
    "long": LONG,
    "letter": "A",
    "dots": "…" * 80,
    "unspaced": "漢字" * 150,
    "thai": "ใช้คำง่ายก่อน" * 20,
    "marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_title_fits_into_the_card_and_its_size(title, right_to_left):
    words = replace(PLAIN, title=title, right_to_left=right_to_left)
    file = draw(words, replace(LOOK, logo=None))
    card = opened(file)
    box = letters(card)
    assert card.size == CARD
    assert len(file) <= LARGEST_FILE
    assert box is not None
    assert min(box[0], box[1], CARD[0] - box[2], CARD[1] - box[3]) >= MARGIN - 8


@examples(max_examples=60)
@given(st.text("aé漢あ、ก้क्षيا (👍", min_size=1, max_size=220), st.booleans())
def test_any_title_can_be_drawn(title, right_to_left):
    words = replace(PLAIN, title=title, right_to_left=right_to_left)
    assert laid_out(words, picture=True).texts


@pytest.mark.parametrize("size", [CARD, (1200, 1200), (1200, 900), (1200, 675)])
def test_a_card_has_the_size_that_was_asked_for(size):
    assert opened(draw(PLAIN, LOOK, size)).size == size


def test_capitals_are_twelve_pixels_high_on_a_card_of_three_hundred():
    words = replace(PLAIN, title="HHHHH " * 30, eyebrow="", bylines=(), name=" ")
    card = opened(draw(words, Look()))
    rows = letters(card.crop((0, 0, CARD[0], 64 + 60)))
    assert rows is not None
    assert rows[3] - rows[1] >= 48


def test_a_photograph_beside_the_words_stays_within_the_size():
    file = draw(PLAIN, LOOK, picture=noise())
    assert len(file) <= LARGEST_FILE
    assert opened(file).size == CARD


def test_a_photograph_looks_like_itself():
    smooth = ImageOps.colorize(Image.linear_gradient("L"), "#204060", "#f0c080").resize(
        (1600, 1600)
    )
    card = opened(draw(PLAIN, LOOK, picture=smooth))
    beside = smooth.resize((630, 630)).crop((0, 0, 420, 630))
    wrong = ImageChops.difference(card.crop((780, 0, 1200, 630)), beside).convert("L")
    assert ImageStat.Stat(wrong).mean[0] <= 3


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_card_from_right_to_left_is_mirrored(language):
    words = replace(PLAIN, title="אב", right_to_left=True, language=language)
    mirrored = draw(words, LOOK, picture=Image.new("RGB", (800, 800), "red"))
    card = opened(mirrored)
    left, right = card.getpixel((10, 10)), card.getpixel((1190, 10))
    assert (left, right) == ((255, 0, 0), LOOK.ramp[1])
    box = letters(card)
    assert box is not None
    assert 1200 - box[2] <= 64 + 4


def test_words_never_lie_on_the_picture():
    plan = laid_out(
        replace(PLAIN, name="A very long name " * 9, eyebrow="word " * 40), picture=True
    )
    assert plan.picture is not None
    ends = [text.x + text.line.width * text.size for text in plan.texts]
    assert max(ends) <= plan.picture.left


def test_what_gives_way_first_is_the_picture_then_the_byline_then_the_pillar_then_words():
    seen = []
    for length in range(1, len(LONG), 12):
        plan = laid_out(replace(PLAIN, title=LONG[:length].strip()), picture=True)
        small = [text for text in plan.texts if text.size < 60]
        seen.append((plan.picture is not None, len(small), plan.whole))
    assert list(dict.fromkeys(seen)) == [
        (True, 3, True),
        (True, 2, True),
        (False, 3, True),
        (False, 2, True),
        (False, 1, True),
        (False, 1, False),
    ]


def test_a_byline_is_shortened_then_shrunk_and_cut_only_where_nothing_else_helps():
    long, short, endless = "A, B and C " * 9, "A and 2 more", "A, B and C " * 30
    assert byline(long, short) == byline(short)
    assert (byline(short)[1], round(byline("n" * 42)[1], 1)) == (38, 34.2)
    width, size = byline(endless)
    assert (width * size <= 1072 - 92 - 24, round(size, 1)) == (True, 30.4)


def byline(*texts: str) -> tuple[float, float]:
    """The byline's width in ems, and its size."""
    last = laid_out(replace(PLAIN, bylines=texts)).texts[-1]
    return last.line.width, last.size


def test_a_card_is_the_same_bytes_each_time():
    assert draw(PLAIN, LOOK) == draw(PLAIN, LOOK)


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_a_logo_of_any_kind_is_shown(tmp_path: Path, mode):
    Image.new(mode, (300, 100), "red").save(tmp_path / "logo.png")
    card = opened(draw(PLAIN, Look(logo=tmp_path / "logo.png")))
    assert card.getpixel((64 + 46, 630 - 64 - 46)) == (255, 0, 0)


def test_a_logo_that_cannot_be_read_is_left_out(tmp_path: Path):
    (tmp_path / "logo.png").write_text("no picture")
    assert opened(draw(PLAIN, Look(logo=tmp_path / "logo.png"))).size == CARD
