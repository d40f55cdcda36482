"""Colour as the only sign of what is meant.

One man in twelve cannot tell red from green, and a screen reader tells no colour. Name what is
meant as well: with a word, a sign, a pattern.

Source: WCAG 2.2, 1.4.1 Use of Color (https://www.w3.org/TR/WCAG22/#use-of-color).

Flags: Fill in the fields marked in red.
Flags: The green bars are the clinics that answered.
Flags: The values in red are bad.
Flags (es): Rellene los campos marcados en rojo.
Passes: Fill in the fields marked in red with a star.
Passes: The skin may show red areas, and the stool may be black.
Passes: The values in red are bad, and have a star. The dust results in red eyes.
Passes: The room was painted in green.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_RED = r"(?:red|green|blue|yellow|orange|purple|pink|amber|grey|gray)"
_ROJO = r"(?:rojo|verde|azul|amarillo|naranja|morado|rosa|gris)"
# In most articles none of them stands at all.
_COLOURS = frozenset(
    "red green blue yellow orange purple pink amber grey gray rojo verde azul amarillo naranja "  # noqa: SIM905
    "morado rosa gris roja amarilla morada".split()
)
_ONLY = {
    "en": re.compile(
        rf"\b(?:marked|shown|highlighted|displayed|listed|indicated|shaded|coloured|colored|flagged)"
        rf" (?:up )?in (?:light |dark |bright )?{_RED}\b(?![ -](?:ink|pen|light))"
        rf"|\b(?:fields|items|words|rows|cells|columns|entries|boxes|lines|bars|dots|text|questions)"
        rf" (?:that are |which are )?in {_RED}\b"
        r"|\b(?:[Tt]he|[Aa]ll|[Tt]hose|[Aa]ny) (?:values|numbers|figures|results|scores|readings"
        rf"|dates|days|names|levels|sections|parts|steps|places) (?:that are |which are )?in {_RED}"
        rf"(?=[.,;:)]| (?:is|are|were|means?|shows?|needs?|must|should|can|may)\b)"
        rf"|\b[Tt]he {_RED} (?:bars?|rows?|cells?|columns?|buttons?|text|fields?)\b"
        rf"|\b[Tt]he (?:dark |light )?{_RED} "
        rf"(?:areas?|circles?|curves?|dots?|lines?|sections?|slices?|zones?) "
        r"(?:shows?|means?|marks?|indicates?|represents?|stands? for)\b"
        rf"|(?i:\b{_RED} (?:means|indicates|stands for)\b)|\bin bold {_RED}\b",
    ),
    "es": re.compile(
        rf"\b(?:marcad|señalad|resaltad|indicad|sombread|mostrad)[oa]s?"
        rf" (?:en|de|con) (?:color )?{_ROJO}\b"
        r"|\b(?:campos|valores|números|cifras|fechas|filas|casillas|columnas|palabras|barras|líneas)"
        rf" en (?:color )?{_ROJO}\b"
        rf"|\b(?:aparecen?|figuran?|se muestran?|están?) en (?:color )?{_ROJO}\b"
        rf"|\b(?:[Ll]a (?:línea|barra|zona)|[Ee]l punto) (?:{_ROJO}|roja|amarilla|morada)\b",
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
    if pattern is None or _COLOURS.isdisjoint(document.stems):
        return
    for passage in document.prose:
        for colour in pattern.finditer(passage.text) if _has_colour(passage) else ():
            sentence = passage.sentence_at(colour.start())
            if not _BESIDE.search(sentence.text):
                message = f"“{colour[0]}”: who cannot see the colour does not know what is meant"
                yield found(passage, colour.start(), message, "name it with a word or a sign too")


def _has_colour(passage: Passage) -> bool:
    return not _COLOURS.isdisjoint(passage.stems)
