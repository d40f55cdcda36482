"""Quotations: what stands at the end of one is said of all of it.

`{: .pull }` makes it a pull quote, `{: lang=es }` says its language.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publisher.site.words import words


def part_all(root: Element) -> None:
    """Let each quotation below `root` be one of its own.

    Markdown takes quotations with only an empty line between them for one; a paragraph that says
    class or language is the end of a quotation.
    """
    for parent in {*root.findall(".//blockquote/..")}:
        _part(parent)


def _part(parent: Element) -> None:
    for place, quote in reversed(list(enumerate(parent))):
        if quote.tag != "blockquote":
            continue
        ends = [at for at, inner in enumerate(quote[:-1], 1) if _ends(inner)]
        for end in reversed(ends):
            rest = Element("blockquote")
            rest.extend(quote[end:])
            rest.tail, quote.tail = quote.tail, "\n"
            del quote[end:]
            parent.insert(place + 1, rest)


def _ends(inner: Element) -> bool:
    said = "pull" in inner.get("class", "").split() or inner.get("lang")
    return inner.tag == "p" and bool(said)


def lift(quote: Element, language: str) -> None:
    """Lift class and language from the last paragraph to `quote`, on a page in `language`."""
    last = quote[-1] if len(quote) else None
    if last is None or last.tag != "p":
        return
    classes = last.get("class", "").split()
    if "pull" in classes:
        quote.set("class", "pull")
        last.attrib.pop("class")
        if len(classes) > 1:
            last.set("class", " ".join(name for name in classes if name != "pull"))
    if spoken := last.attrib.pop("lang", None):
        quote.set("lang", spoken)
        if words(spoken).direction != words(language).direction:
            quote.set("dir", words(spoken).direction)
