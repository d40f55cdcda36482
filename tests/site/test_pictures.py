"""Pictures as a built site shows them: clean, upright, in many widths, and only once made."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

from publisher.site.cleaning import RASTERS
from publisher.site.renditions import preload
from publisher.site.views import Picture, Rendition
from tests.running import AS_OF, publisher, write_article
from tests.site.photographs import MADE, SVG, TRACE, film, gif, jpeg, motif, png

FRONT = """title: {name}
authors: [night-team]
id: {name}-one
status: ready
date: 2026-01-01
pillar: community
audience: staff
topics: [measurement]
description: A description that is long enough for search engines and for every network too."""
# What the check says of such pictures stands in the way of no build here.
WEIGHED = "checks: {privacy: {severity: warning, reason: a test}, form-embed: warning}"
LEAD = "\nimage: lead.jpg\nalt: A red corner"
BODY = """Look:

![In the text](text.jpg)

![As PNG](text.png) ![As WebP](text.webp) ![As AVIF](text.avif) ![Moving](moving.gif)
![Drawn](drawn.svg)

<p><img src="raw.jpg" alt="In HTML"></p>

<video src="film.mp4" poster="poster.jpg" controls></video>

Take [the photograph](linked.jpg) home.
"""


@pytest.fixture
def telling(sample: Path) -> Path:
    """A publication whose pictures tell places and names, in every spot that shows a picture."""
    folder = sample / "content/articles/2026/shown"
    write_article(sample, "2026/shown/index.md", FRONT.format(name="shown") + LEAD, BODY)
    for name in ("lead", "text", "raw", "poster", "linked"):
        (folder / f"{name}.jpg").write_bytes(jpeg(motif(1300, 900), orientation=6))
    for suffix in (".png", ".webp", ".avif"):
        (folder / f"text{suffix}").write_bytes(MADE[suffix]())
    still, *others = [motif(90, 60), motif(90, 60).rotate(180)]
    moving = {"save_all": True, "append_images": others, "duration": 100}
    (folder / "moving.gif").write_bytes(gif(still, **moving))
    (folder / "drawn.svg").write_text(
        SVG.replace('<image href="data:image/jpeg;base64,JPEG"', "<g")
    )
    (folder / "film.mp4").write_bytes(film())
    (sample / "content/face.jpg").write_bytes(jpeg(motif(400, 400)))
    (sample / "content/page.jpg").write_bytes(jpeg())
    (sample / "theme/assets/icon.png").write_bytes(png(motif(64, 64)))
    config = sample / "mkdocs.yml"
    config.write_text(config.read_text().replace("      brand:", f"      {WEIGHED}\n      brand:"))
    with (sample / "content/people.yml").open("a") as people:
        people.write("\nnight-team:\n  name: The night team\n  kind: team\n  photo: face.jpg\n")
    with (sample / "content/about.md").open("a") as about:
        about.write("\n![On a page](page.jpg)\n")
    return sample


def built(folder: Path) -> Path:
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 0, run.stderr
    return folder / "site"


def test_no_byte_of_a_site_tells_who_took_a_picture_or_where(telling: Path):
    site = built(telling)
    names = (TRACE.encode(), TRACE.encode("utf-16-le"), b"GPSLatitude", b"+52.5")
    files = [file for file in site.rglob("*") if file.is_file()]
    assert [file for file in files for name in names if name in file.read_bytes()] == []
    pictures = [file for file in files if file.suffix in RASTERS]
    assert len({file.suffix for file in pictures}) == 5
    for file in pictures:
        with Image.open(file) as image:
            image.load()
            assert dict(image.getexif()) == {}, file
            assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info), (
                file
            )
    originals = {file.read_bytes() for file in (telling / "content").rglob("*.*")}
    assert [file for file in files if file.read_bytes() in originals] == []


def test_plain_mkdocs_publishes_the_same_clean_files(telling: Path):
    ours = {file.relative_to(telling): file.read_bytes() for file in _rasters(built(telling))}
    subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--quiet"],
        cwd=telling,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795435200"},
        check=True,
    )
    assert {f.relative_to(telling): f.read_bytes() for f in _rasters(telling / "site")} == ours


def _rasters(site: Path) -> list[Path]:
    return [file for file in site.rglob("*") if file.suffix in RASTERS]


def test_a_page_says_the_size_of_what_it_shows_and_offers_it_in_every_width(telling: Path):
    site = built(telling)
    page = lxml.html.parse(site / "articles/shown/index.html")
    lead, text = page.xpath("//figure[@class='lead-picture']//img | //img[@alt='In the text']")
    for image in (lead, text):
        assert (image.get("width"), image.get("height")) == ("900", "1300")
        with Image.open(site / "articles/shown" / image.get("src")) as served:
            assert served.size == (900, 1300)
    assert (lead.get("loading"), lead.get("fetchpriority")) == (None, "high")
    assert (text.get("loading"), text.get("decoding")) == ("lazy", "async")
    assert _widths(site, lead) == [360, 640, 800, 900]
    assert _widths(site, text) == [480, 800, 900]


def test_a_drawing_says_its_size_and_what_moves_or_is_small_stays_as_it_is(telling: Path):
    page = lxml.html.parse(built(telling) / "articles/shown/index.html")
    for alt, size in (("Drawn", ("120", "80")), ("Moving", ("90", "60"))):
        (image,) = page.xpath(f"//img[@alt='{alt}']")
        assert (image.get("width"), image.get("height")) == size
        assert image.getparent().tag == "p"


def test_a_portrait_comes_in_small_widths(telling: Path):
    site = built(telling)
    (image,) = lxml.html.parse(site / "people/night-team/index.html").xpath(
        "//img[@class='portrait']"
    )
    assert _widths(site, image) == [160, 320]


def _widths(site: Path, image: lxml.html.HtmlElement) -> list[int]:
    """The widths in a picture's `srcset`, each of which the file must have."""
    (source,) = image.xpath("ancestor::picture//source[@type='image/webp']")
    found = []
    for candidate in source.get("srcset").split(", "):
        address, width = candidate.split()
        with Image.open(site / address.replace("../", "")) as served:
            assert (served.format, f"{served.width}w") == ("WEBP", width)
        found.append(int(width[:-1]))
    return found


def test_only_what_pages_show_is_written(telling: Path):
    site = built(telling)
    text = "".join(file.read_text() for file in site.rglob("*.html"))
    made = [file.name for file in (site / "pictures").iterdir()]
    assert made
    assert [name for name in made if name not in text] == []


def test_a_picture_is_made_once_and_again_when_it_changes(telling: Path):
    kept = telling / ".cache/publisher"
    built(telling)
    first = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    built(telling)
    assert {file: file.stat().st_mtime_ns for file in kept.iterdir()} == first
    (telling / "content/page.jpg").write_bytes(jpeg(motif(800, 600)))
    built(telling)
    assert len(list(kept.iterdir())) == len(first) + 3  # clean, 480 and 800 pixels wide


@pytest.mark.parametrize("broken", [jpeg()[:2000], b"words"], ids=["broken off", "words"])
def test_a_picture_that_cannot_be_shown_is_told_and_leaves_no_dead_link(sample: Path, broken):
    for place in ("articles/2026/a.png", "articles/2026/b.png", "about.png", "face.png"):
        (sample / "content" / place).write_bytes(broken)
    body = "See ![a dot](a.png) and [it](a.png).\n\n<p>Here: <img src='b.png' alt='b'></p>"
    write_article(
        sample, "2026/beside.md", FRONT.format(name="beside") + "\nimage: a.png\nalt: a", body
    )
    with (sample / "content/about.md").open("a") as about:
        about.write("\n![A dot](about.png)\n")
    config = sample / "mkdocs.yml"
    config.write_text(config.read_text().replace("      brand:", f"      {WEIGHED}\n      brand:"))
    with (sample / "content/people.yml").open("a") as people:
        people.write("\nnight-team:\n  name: The night team\n  kind: team\n  photo: face.png\n")
    run = publisher(sample, "build", "--as-of", AS_OF)
    assert run.returncode == 1
    reason = "error: `{}` is not a picture that can be shown, or is broken off"
    for place, name in (
        ("content/articles/2026/beside.md:11:1: ", "a.png"),
        ("content/articles/2026/beside.md:17:1: ", "b.png"),
        ("content/about.md:", "about.png"),
        ("content/people.yml:", "face.png"),
    ):
        (line,) = [line for line in run.stderr.splitlines() if f"`{name}`" in line]
        assert line.strip().startswith(place)
        assert reason.format(name) in line
    page = (sample / "site/articles/beside/index.html").read_text()
    assert "<p>See <span>a dot</span> and <span>it</span>.</p>" in page
    assert "<p>Here: </p>" in page
    for name in ("a.png", "b.png", "about.png", "face.png"):
        assert list((sample / "site").rglob(name)) == []
        assert all(f'"{name}' not in f.read_text() for f in (sample / "site").rglob("*.html"))


def test_a_picture_of_the_theme_that_cannot_be_shown_is_named(sample: Path):
    (sample / "theme/assets/icon.png").write_bytes(b"words")
    run = publisher(sample, "build", "--as-of", AS_OF)
    assert run.returncode == 1
    assert "theme: assets/icon.png is not a picture that can be shown" in run.stderr
    assert "Traceback" not in run.stderr


def test_motif_is_seen_as_it_was_meant():
    """What the tests plant is there before anything is cleaned."""
    for make in (jpeg, png):
        with Image.open(BytesIO(make(orientation=6))) as image:
            assert image.getexif()[0x0112] == 6
            assert image.getexif().get_ifd(0x8825)[1] == "N"


def test_a_lead_picture_is_loaded_before_the_page_is_read():
    widths = tuple(Rendition(f"pictures/a-{width}.webp", width, "a.png") for width in (360, 640))
    shown = Picture("a/b.png", 640, 400, "image/png", "A dot", 1, widths)
    assert preload(shown, "../", "min(42rem, 100vw)") == (
        '<link rel="preload" as="image" fetchpriority="high" type="image/webp" '
        'imagesrcset="../pictures/a-360.webp 360w, ../pictures/a-640.webp 640w" '
        'imagesizes="min(42rem, 100vw)">'
    )
    assert preload(replace(shown, renditions=()), "../", "100vw") == (
        '<link rel="preload" as="image" fetchpriority="high" href="../a/b.png">'
    )


def test_pictures_in_feeds_have_whole_addresses(telling: Path):
    feed = json.loads((built(telling) / "feed.json").read_text())
    (html,) = (entry["content_html"] for entry in feed["items"] if "shown" in entry["url"])
    written = re.findall(r'(?:src|srcset)="([^"]*)"', html)
    addresses = [address for some in written for address in some.split(", ")]
    assert len(addresses) == 20
    assert [a for a in addresses if not a.startswith("https://publication.example.org/")] == []
