"""A picture with a title, alone in its paragraph, becomes a figure with a caption.

`![What it shows](file.png "Caption"){: credit="Who made it"}`
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from publisher.site.words import Words


def frame(paragraph: Element, say: Words) -> None:
    """Make a figure of `paragraph`, in its place, if it holds one picture and words for it."""
    if len(paragraph) != 1 or paragraph[0].tag != "img" or _has_words(paragraph):
        return
    image = paragraph[0]
    caption = image.get("title", "")
    credit = image.attrib.pop("credit", None) or paragraph.attrib.pop("credit", None)
    if not caption and not credit:
        return
    image.attrib.pop("title", None)
    image.tail = None
    paragraph.tag, paragraph.text = "figure", None
    below = SubElement(paragraph, "figcaption")
    below.text = caption
    if credit:
        below.text += " " if caption else ""
        _credit(below, credit, say)


def _has_words(paragraph: Element) -> bool:
    return bool((paragraph.text or "").strip() or (paragraph[0].tail or "").strip())


def _credit(caption: Element, credit: str, say: Words) -> None:
    small = SubElement(caption, "small")
    small.text = say.say("picture_credit", credit=credit)
    if say.spoken != say.language:
        small.set("lang", say.spoken)
        small.set("dir", say.locale.text_direction)
