"""Tables that everybody can read: a caption, headings that say what they head, and a way to scroll.

A paragraph `Table: words`, directly before or after a table, is its caption. Each table lies in a
region that takes the keyboard's focus, so that one wider than the screen can be scrolled.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from publisher.site.words import Words

# Python-Markdown's marks for what it puts in later, which has no place in an attribute.
_STASHED = re.compile("\x02[a-z]+:\\d+\x03")


def caption_tables(root: Element, say: Words) -> None:
    """Move each caption into its table."""
    mark = re.compile(rf"\s*(?:Table|{re.escape(say.say('table'))}):\s*", re.IGNORECASE)
    for parent in [element for element in root.iter() if element.find("table") is not None]:
        for table in parent.findall("table"):
            place = list(parent).index(table)
            near = [parent[at] for at in (place - 1, place + 1) if 0 <= at < len(parent)]
            words = next((one for one in near if _captions(one, mark)), None)
            if words is not None:
                parent.remove(words)
                words.text = mark.sub("", words.text or "", count=1)
                words.tag, words.tail = "caption", "\n"
                table.insert(0, words)


def _captions(element: Element, mark: re.Pattern[str]) -> bool:
    return element.tag == "p" and bool(mark.match(element.text or ""))


def wrap_table(table: Element, say: Words) -> None:
    """Put a scrollable region around `table`, in its place."""
    for heading in table.iter("th"):
        heading.set("scope", "col")
    caption = table.find("caption")
    words = "" if caption is None else _STASHED.sub("", "".join(caption.itertext())).strip()
    inner = Element("table", table.attrib)
    inner.text, inner[:] = table.text, list(table)
    tail = table.tail
    table.clear()
    table.tag, table.tail = "div", tail
    for name, value in (
        ("class", "table"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", words or say.say("table")),
    ):
        table.set(name, value)
    table.append(inner)
