"""Pictures of every kind of page, in docs/screenshots: what they show, and whether they still do.

Whether a picture is current does not hang on its pixels, which differ from one machine to the
next, but on the HTML and CSS that it was taken of.
"""

import hashlib
import io
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fontpkg_noto_sans
import fontpkg_noto_serif
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.chromium import chromium, only
from tests.running import ROOT
from tests.site.kinds import kinds, of_kind, read

FOLDER = ROOT / "docs/screenshots"
MANIFEST = "made-from.json"
WIDTHS = {"phone": 390, "tablet": 820, "desktop": 1280}
SCHEMES = ("light", "dark")
HIGHEST = 2400  # pixels
QUALITY = 45  # of WebP: letters are sharp still, and all pictures together below 4 MB

# The same letters everywhere: Noto, in place of whatever a system has for its own.
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  {families}
  <match><edit name='family' mode='append_last'><string>Noto Sans</string></edit></match>
</fontconfig>
"""
FAMILIES = {
    "Noto Sans": ("system-ui", "sans-serif", "Segoe UI", "Roboto", "Helvetica", "Arial"),
    "DejaVu Sans Mono": ("monospace",),
    "Noto Serif": ("serif", "Charter", "Georgia", "Cambria", "Times New Roman"),
}

README = """\
# Screenshots

<!-- Written by tests/site/screenshots.py; `sh scripts/test tests/site/test_screenshots.py` takes
     anew what is no longer current. -->

Every kind of page at the width of a telephone, a tablet and a desk, light and dark, down to
{highest} pixels. Those of the article with everything show a publication that exists only in tests.
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to take pictures of: its name here, the site it is part of, and its address there."""

    name: str
    site: Path
    path: str

    @property
    def file(self) -> Path:
        """Where the page was built."""
        built = self.site / self.path
        return built / "index.html" if built.is_dir() else built

    @property
    def digest(self) -> str:
        """Of all that decides how the page looks, but for its pictures."""
        sheets = read(self.file).xpath("//link[@rel='stylesheet']/@href")
        files = [self.file, *map(self._beside, sheets)]
        return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

    def _beside(self, sheet: str) -> Path:
        from_root = sheet.startswith("/")
        return self.site / sheet[1:] if from_root else (self.file.parent / sheet).resolve()


def subjects(site: Path, synthetic: Path) -> list[Subject]:
    """Every kind of page of the sample, its Spanish front, and the tests' fullest article."""
    return [
        *(Subject(kind, site, of_kind(site, kind)) for kind in kinds(site)),
        Subject("home-in-spanish", site, "es/"),
        Subject("missing-page", site, "404.html"),
        Subject("article-with-everything", synthetic, of_kind(synthetic, "article")),
    ]


def files(name: str) -> Iterator[tuple[str, str, str]]:
    """The pictures of one subject: (file, device, scheme)."""
    for device in WIDTHS:
        for scheme in SCHEMES:
            yield f"{name}-{device}-{scheme}.webp", device, scheme


def outdated(wanted: Mapping[str, str], folder: Path = FOLDER) -> list[str]:
    """Which subjects, by name → digest, have no picture or one of something else."""
    manifest = folder / MANIFEST
    made = json.loads(manifest.read_text("utf-8")) if manifest.is_file() else {}
    return [
        name
        for name, digest in wanted.items()
        if made.get(name) != digest
        or not all((folder / file).is_file() for file, _, _ in files(name))
    ]


def take(page: Page, subject: Subject, address: str, folder: Path) -> None:
    """Write the pictures of a page that is served at `address`."""
    page.goto(address)
    for file, device, scheme in files(subject.name):
        page.set_viewport_size({"width": WIDTHS[device], "height": 900})
        chosen: Any = scheme
        page.emulate_media(color_scheme=chosen, reduced_motion="reduce")
        page.evaluate("""() => Promise.all([...document.images].map(picture => {
          picture.loading = 'eager';
          return picture.decode().catch(() => null);
        }))""")
        height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
        clip: Any = {"x": 0, "y": 0, "width": WIDTHS[device], "height": height}
        shot = page.screenshot(full_page=True, clip=clip, animations="disabled")
        Image.open(io.BytesIO(shot)).convert("RGB").save(folder / file, quality=QUALITY, method=6)


def finish(wanted: Mapping[str, str], folder: Path) -> None:
    """Write what the pictures were made from, show them all, and remove what is of no page."""
    (folder / MANIFEST).write_text(json.dumps(wanted, indent=2) + "\n", "utf-8")
    (folder / "README.md").write_text("\n".join(_readme(list(wanted))), "utf-8")
    kept = {file for name in wanted for file, _, _ in files(name)}
    for picture in folder.glob("*.webp"):
        if picture.name not in kept:
            picture.unlink()


def _readme(names: list[str]) -> Iterator[str]:
    yield README.format(highest=f"{HIGHEST:,}")
    for name in names:
        told = name.replace("-", " ").capitalize()
        yield f"## {told}\n"
        yield f"| {' | '.join(['', *WIDTHS])} |"
        yield f"|---{'|---' * len(WIDTHS)}|"
        for scheme in SCHEMES:
            shown = [
                f"![{told}, {device}, {of}]({file})"
                for file, device, of in files(name)
                if of == scheme
            ]
            yield f"| {' | '.join([scheme, *shown])} |"
        yield ""


@contextmanager
def studio() -> Iterator[Browser]:
    """A browser with fonts of its own."""
    packages = (fontpkg_noto_sans, fontpkg_noto_serif)
    with tempfile.TemporaryDirectory() as cache:
        config = FONTS.format(
            cache=cache,
            folders="\n  ".join(f"<dir>{path}</dir>" for p in packages for path in p.__path__),
            families="\n  ".join(
                f"<match><test name='family'><string>{name}</string></test><edit name='family' "
                f"mode='assign' binding='strong'><string>{ours}</string></edit></match>"
                for ours, names in FAMILIES.items()
                for name in names
            ),
        )
        file = Path(cache) / "fonts.conf"
        file.write_text(config, "utf-8")
        looks = ("--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars")
        with chromium(*looks, *only(), FONTCONFIG_FILE=str(file)) as browser:
            yield browser
