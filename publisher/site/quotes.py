"""Quotations: what stands at the end of one is said of all of it.

`{: .pull }` makes it a pull quote, `{: lang=es }` says its language.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publisher.site.words import words


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
