"""Colour as the only sign of what is meant.

One man in twelve cannot tell red from green, and a screen reader tells no colour. Name what is
meant as well: with a word, a sign, a pattern.

Source: WCAG 2.2, 1.4.1 Use of Color (https://www.w3.org/TR/WCAG22/#use-of-color).

Flags: Fill in the fields marked in red.
Flags: The green bars are the clinics that answered.
Flags (es): Rellene los campos marcados en rojo.
Passes: Fill in the fields marked in red with a star.
Passes: The skin may show red areas, and the stool may be black.
Passes: The room was painted in green.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_RED = r"(?:red|green|blue|yellow|orange|purple|pink|amber|grey|gray)"
_ROJO = r"(?:rojo|verde|azul|amarillo|naranja|morado|rosa|gris)"
_COLOURS = f"{_RED}|{_ROJO}".replace("(?:", "").replace(")", "").split("|")
_ONLY = {
    "en": re.compile(
        rf"\b(?:marked|shown|highlighted|displayed|listed|indicated|shaded|coloured|colored|flagged)"
        rf" (?:up )?in (?:light |dark |bright )?{_RED}\b(?![ -](?:ink|pen|light))"
        rf"|\b(?:fields|items|words|rows|cells|columns|entries|boxes|lines|bars|dots|text|questions)"
        rf" (?:that are |which are )?in {_RED}\b"
        rf"|\b[Tt]he {_RED} (?:bars?|rows?|cells?|columns?|buttons?|text|fields?)\b",
    ),
    "es": re.compile(
        rf"\b(?:marcad|señalad|resaltad|indicad|sombread|mostrad)[oa]s?"
        rf" (?:en|de|con) (?:color )?{_ROJO}\b"
        rf"|\b(?:campos|filas|casillas|columnas|palabras|barras|líneas) en (?:color )?{_ROJO}\b",
    ),
}
_BESIDE = re.compile(
    r"\b(?:star|asterisk|bold|italics?|underlined?|dashed|dotted|striped|label(?:l?ed)?|"
    r"sign|symbol|icon|word|letter|number(?:ed)?|asterisco|negrita|símbolo|signo|letra)\b|[*†‡✓✗]",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each sentence in which a colour alone says what is meant."""
    pattern = _ONLY.get(document.language.partition("-")[0])
    for passage in document.prose if pattern and _has_colour(document.body) else ():
        for colour in pattern.finditer(passage.text) if pattern else ():
            sentence = passage.sentence_at(colour.start())
            if not _BESIDE.search(sentence.text):
                message = f"“{colour[0]}”: who cannot see the colour does not know what is meant"
                yield found(passage, colour.start(), message, "name it with a word or a sign too")


def _has_colour(text: str) -> bool:
    """Whether a colour stands in it at all, for in most articles none does."""
    return any(f" {colour}" in text for colour in _COLOURS)
