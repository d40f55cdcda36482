"""A picture without words for who cannot see it.

A screen reader says the words of `alt` in the picture's place; without them it says nothing, or
spells the file's name. A picture that only decorates says so: `<img src="leaf.png" alt="">`.

Source: WCAG 2.2, success criterion 1.1.1 Non-text Content
(https://www.w3.org/TR/WCAG22/#non-text-content); 45 CFR 84.84 asks it of clinics that take
federal money.

Flags: ![](ward.jpg)
Flags: ![IMG_2034.JPG](ward.jpg)
Flags: ![Photo](ward.jpg)
Flags (es): ![imagen](sala.jpg)
Flags: <img src="ward.jpg">
Passes: ![A nurse writes the time of the visit on a board](ward.jpg)
Passes: <img src="leaf.png" alt="">
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from publisher.checks._document import Document, Found, found
from publisher.checks._form_markup import Markup, Tag, markup
from publisher.checks._form_words import listed
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "say what somebody who cannot see the picture must know"
_FILE = re.compile(r"\S{1,200}\.(?:avif|gif|jpe?g|png|svg|tiff?|webp|heic)", re.IGNORECASE)
_NAMES = frozenset({"alt", "aria-label", "aria-labelledby"})
_WORDLESS = re.compile(r"!\[\s*+\]\(")
_CAMERA = re.compile(
    r"(?:img|dsc[fn]?|image|picture|screen[ _-]?shot|photo|foto|captura)[ _-]*\d[\d _.-]*+",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each picture whose alternative text is missing, or says nothing."""
    for passage in document.of(Kind.ALT):
        if _says_nothing(passage.text, document.language):
            message = "this alternative text is only a name, and tells nothing of the picture"
            yield found(passage, 0, message, _FIX)
    yield from _missing(markup(document))


def _says_nothing(alt: str, language: str) -> bool:
    words = alt.strip()
    if _FILE.fullmatch(words) or _CAMERA.fullmatch(words):
        return True
    return words.strip(" .:_-0123456789").lower() in listed("form-alt-names", language)


def _missing(written: Markup) -> Iterator[Found]:
    for target in written.targets if _WORDLESS.search(written.text) else ():
        if target.kind == "picture" and not target.label.strip():
            name = PurePosixPath(target.address).name[:80]
            message = f"the picture `{name}` has no alternative text"
            yield written.found(target.start, message, f"{_FIX}: `![words]({name})`")
    for tag in written.tags:
        if tag.name == "img" and _NAMES.isdisjoint(tag.attributes) and not _is_unseen(tag):
            fix = f'{_FIX} in `alt`, or write `alt=""` if it only decorates'
            yield written.found(tag.start, "this picture has no `alt`", fix)


def _is_unseen(tag: Tag) -> bool:
    """Whether it is a pixel that only counts readers, of which form-embed tells."""
    return not {tag.attributes.get("width"), tag.attributes.get("height")}.isdisjoint({"0", "1"})
