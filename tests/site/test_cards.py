"""The cards and crops of a publication: which there are, where, and what they are called."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from publisher.content.publication import Publication, load_publication
from publisher.finding import Finding, Severity
from publisher.settings import Settings
from publisher.site.addresses import picture_url
from publisher.site.card_files import Drawn
from publisher.site.cards import Cards
from publisher.site.views import Picture
from tests.running import ROOT, publisher, write_article

THEME = ROOT / "theme"
READY = """\
title: {title}
date: 2026-01-01
status: ready
pillar: education
authors: [team]
lang: {lang}
"""
PICTURED = "image: walk.png\nalt: A hill\ncaption: Up\ncredit: Us\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/people.yml").write_text("team: {name: The team, kind: team}\n")
    return tmp_path


def write(folder: Path, slug: str, more: str = "", title: str = "Wash", lang: str = "en") -> Path:
    return write_article(folder, f"{slug}.md", READY.format(title=title, lang=lang) + more)


def write_picture(folder: Path, size: tuple[int, int] = (1200, 630)) -> None:
    file = folder / "content/articles/walk.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "red").save(file)


def cards(folder: Path, *, drafts: bool = False) -> Cards:
    settings = Settings.model_validate(
        {"publication_id": "0" * 32, "organisation": {"name": "Trust"}}
    )
    read: Publication = load_publication(
        folder, settings, datetime(2026, 6, 1, tzinfo=UTC), name="Journal", drafts=drafts,
        site_url="https://journal.test/",
    )  # fmt: skip
    return Cards(read, THEME)


def bytes_of(made: Cards) -> dict[str, bytes]:
    """Every card and crop, by its address."""
    return {address: make() for address, make in made.files().items()}


def card_of(folder: Path) -> Picture:
    made = cards(folder)
    return made.of(made.publication.articles[0])


def test_a_card_has_an_address_that_follows_from_the_slug(folder: Path):
    write(folder, "wash")
    card = card_of(folder)
    assert (card.address, card.width, card.height, card.mime) == (
        "cards/wash.png", 1200, 630, "image/png",
    )  # fmt: skip
    assert card.alt == "Card with the words “Wash”, Journal"


def test_networks_fetch_a_corrected_card_anew(folder: Path):
    file = write(folder, "wash")
    first = card_of(folder)
    file.write_text(file.read_text() + "More words in the text.\n")
    same = card_of(folder)
    file.write_text(file.read_text().replace("Wash", "Wash your hands"))
    corrected = card_of(folder)
    assert first == same
    assert corrected.address == first.address
    assert corrected.version != first.version
    url = picture_url(cards(folder).publication, corrected)
    assert url == f"https://journal.test/cards/wash.png?v={corrected.version}"


def test_the_lead_picture_is_on_the_card_and_in_its_text(folder: Path):
    write_picture(folder)
    write(folder, "wash", PICTURED)
    made = cards(folder)
    card = made.of(made.publication.articles[0])
    assert card.alt == "Card with the words “Wash”, Journal. Beside them: A hill"
    assert card.credit == "Us"
    with Image.open(io.BytesIO(bytes_of(made)[card.address])) as drawn:
        assert drawn.convert("RGB").getpixel((1190, 10)) == (255, 0, 0)


def test_a_picture_that_gave_way_to_a_long_title_is_not_told(folder: Path):
    write_picture(folder)
    write(folder, "wash", PICTURED, title="Wash your hands before you eat " * 4)
    card = card_of(folder)
    assert "A hill" not in card.alt
    assert card.credit == ""


def test_search_engines_get_the_lead_picture_in_three_shapes(folder: Path):
    write_picture(folder)
    write(folder, "wash", PICTURED)
    made = cards(folder)
    crops = made.crops(made.publication.articles[0])
    files = bytes_of(made)
    assert [(c.address, c.width, c.height, c.mime, c.alt, c.caption) for c in crops] == [
        ("cards/wash/1x1.jpg", 630, 630, "image/jpeg", "A hill", "Up"),
        ("cards/wash/4x3.jpg", 840, 630, "image/jpeg", "A hill", "Up"),
        ("cards/wash/16x9.jpg", 1120, 630, "image/jpeg", "A hill", "Up"),
    ]
    for crop in crops:
        with Image.open(io.BytesIO(files[crop.address])) as picture:
            assert (picture.size, picture.format) == ((crop.width, crop.height), "JPEG")


@pytest.mark.parametrize("size", [None, (200, 200)], ids=["none", "small"])
def test_without_a_large_picture_the_shapes_are_those_of_the_pillar(folder: Path, size):
    if size:
        write_picture(folder, size)
    for slug in ("wash", "dry"):
        write(folder, slug, PICTURED if size else "")
    made = cards(folder)
    drawn = {c.address for a in made.publication.articles for c in made.crops(a)}
    shared = {f"cards/pillars/education-en-{shape}.png" for shape in ("1x1", "4x3", "16x9")}
    assert drawn == shared
    assert bytes_of(made).keys() == shared | {"cards/wash.png", "cards/dry.png"}


def test_a_picture_broken_at_its_end_costs_the_picture_and_not_the_card(folder: Path):
    write_picture(folder)
    file = folder / "content/articles/walk.png"
    file.write_bytes(file.read_bytes()[:-60])
    write(folder, "wash", PICTURED)
    files = bytes_of(cards(folder))
    assert len(files) == 4
    for file_bytes in files.values():
        with Image.open(io.BytesIO(file_bytes)) as picture:
            picture.load()


def test_what_readers_may_not_see_has_no_card(folder: Path):
    write(folder, "draft").write_text("---\ntitle: A\nauthors: [team]\n---\n")
    embargoed = write(folder, "embargoed")
    embargoed.write_text(embargoed.read_text().replace("2026", "2027"))
    taken_back = write(folder, "taken-back")
    taken_back.write_text(taken_back.read_text().replace("ready", "withdrawn"))
    made = cards(folder)
    [withdrawn] = made.publication.public
    assert bytes_of(made) == {}
    assert (made.of(withdrawn), made.crops(withdrawn)) == (made.brand, ())
    assert made.file(withdrawn) == THEME / "assets/brand.png"
    assert "cards/draft.png" in bytes_of(cards(folder, drafts=True))


def test_a_title_that_no_font_can_set_is_told_and_shows_another_picture(folder: Path):
    write(folder, "plain")
    write(folder, "runes", title="Plain ᚠ")
    made = cards(folder)
    runes = next(a for a in made.publication.articles if a.slug == "runes")
    assert made.of(runes) == made.brand
    assert "cards/runes.png" not in bytes_of(made)
    assert list(made.findings()) == [
        Finding(
            "social-card",
            Severity.WARNING,
            "content/articles/runes.md",
            2,
            1,
            "no font here has `ᚠ`, so this article has no card of its own",
            "put an open font that has it, as a .ttf file, into the folder fonts/",
        )
    ]


def test_a_font_in_the_publications_own_folder_is_used(folder: Path):
    (folder / "fonts").mkdir()
    write(folder, "wash")
    made = cards(folder)
    assert made.of(made.publication.articles[0]).version == card_of(folder).version
    assert bytes_of(made)


def test_cards_are_drawn_once(folder: Path, monkeypatch: pytest.MonkeyPatch):
    write(folder, "wash")
    first = bytes_of(cards(folder))
    monkeypatch.setattr(Drawn, "_draw", lambda _: pytest.fail("this was drawn before"))
    assert bytes_of(cards(folder)) == first
    shutil.rmtree(folder / ".cache")
    monkeypatch.undo()
    assert bytes_of(cards(folder)) == first


def test_every_picture_of_a_page_is_in_the_site(site: Path):
    told = {file.relative_to(site) for file in (site / "cards").rglob("*.*")}
    slugs = {file.parent.name for file in (site / "articles").glob("*/index.html")}
    assert {file.stem for file in told if file.parent == Path("cards")} <= slugs
    for file in told:
        assert (site / file).stat().st_size <= 300_000


def test_posts_show_the_card(folder: Path):
    shutil.copytree(THEME, folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write(
        folder, "wash", "id: wash-0001\naudience: [patients]\ntopics: []\ndescription: " + "a" * 60
    )
    run = publisher(folder, "snippets", "wash", "--format", "html")
    assert "data:image/webp" in run.stdout
    assert "Card with the words" in run.stdout
