"""The fonts that cards are set in, and which of them has a letter.

All are Noto fonts under the SIL Open Font License, from two packages, so that a card looks the
same on every machine. What they lack a publication can bring along.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import regex
import uharfbuzz as hb

_BASE = "NotoSans[wght].ttf"
_EMOJI = "NotoEmoji[wght].ttf"
_EAST_ASIAN = "NotoSansCJK-VF.otf.ttc"

# The same character is written differently in these languages; a face of the collection each.
_FACES = {"ja": 0, "ko": 1, "zh": 2, "zh-Hans": 2, "zh-Hant": 3, "zh-TW": 3, "zh-HK": 4, "yue": 4}

# What has no shape of its own and so is in no font: joiners, selectors, marks of direction.
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{White_Space}]+")
_EMOJI_SHOWN = regex.compile("\\p{Emoji_Presentation}|\N{VARIATION SELECTOR-16}")


@dataclass(frozen=True, eq=False)
class Typeface:
    """One face of a file at one weight: its font as HarfBuzz takes it, 1 em = `upem`."""

    file: Path
    face: int
    font: hb.Font
    upem: int

    @property
    def name(self) -> str:
        """The file's name."""
        return self.file.name

    def has(self, text: str) -> bool:
        """Whether it has a shape for everything in `text` that has one."""
        return _letters(self.file, self.face).issuperset(map(ord, _UNSEEN.sub("", text)))


@cache
def typefaces(language: str, weight: int, folder: Path | None = None) -> tuple[Typeface, ...]:
    """Every face in the order in which they are asked, for a text in `language` (BCP 47).

    `folder` holds the fonts that a publication brings along.
    """
    noto = Path(str(resources.files("manimgx_fonts")))
    east_asian = Path(str(resources.files("manimgx_fonts_cjk"))) / _EAST_ASIAN
    others = [*sorted(noto.glob("NotoSans[A-Z]*.ttf")), noto / _EMOJI]
    own = sorted(folder.glob("*.[ot]t[cf]")) if folder else []
    index = _face(language)
    order = [(noto / _BASE, 0), *((file, 0) for file in others)]
    order.insert(len(order) if index is None else 0, (east_asian, index or 0))
    return tuple(_typeface(file, face, weight) for file, face in (*order, *((f, 0) for f in own)))


def typeface_of(cluster: str, faces: tuple[Typeface, ...], last: Typeface) -> Typeface | None:
    """The face that sets one grapheme cluster; None where none has it. Blanks stay with `last`."""
    if cluster.isspace() and last.name != _EMOJI:
        return last
    if has_emoji(cluster):
        faces = tuple(sorted(faces, key=lambda face: face.name != _EMOJI))
    return next((face for face in faces if face.has(cluster)), None)


def has_emoji(text: str) -> bool:
    """Whether something in `text` is to be shown as an emoji."""
    return not text.isascii() and _EMOJI_SHOWN.search(text) is not None


def unset(text: str, language: str, folder: Path | None = None) -> str | None:
    """The first grapheme cluster of `text` that no font here has; None where all can be set."""
    faces = typefaces(language, 400, folder)
    if faces[0].has(text):
        return None
    clusters = regex.findall(r"\X", text)
    return next((c for c in clusters if typeface_of(c, faces, faces[0]) is None), None)


def _face(language: str) -> int | None:
    """Which face of the East Asian collection; None where the text is in no such language."""
    parts = language.split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_FACES[tag] for tag in tags if tag in _FACES), None)


@cache
def _typeface(file: Path, face: int, weight: int) -> Typeface:
    opened = _opened(file, face)
    font = hb.Font(opened)
    font.set_variations({"wght": weight})
    return Typeface(file, face, font, opened.upem)


@cache
def _letters(file: Path, face: int) -> frozenset[int]:
    """The code points it has a shape for."""
    return frozenset(_opened(file, face).unicodes)


@cache
def _opened(file: Path, face: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(file)), face)
