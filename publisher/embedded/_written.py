"""What somebody wrote into a picture: in bytes, and in XML, as which SVG is drawn and XMP noted.

Sources: https://www.w3.org/TR/SVG2/struct.html#DescriptionAndTitleElements; ISO 16684-1, 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

# Elements and attributes, of whatever namespace, that hold words: of drawings,
_NAMES = frozenset({"text", "title", "desc", "foreignObject", "alt", "label", "docname"})
_NAMES |= {"aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "data-name"}
# and of what is noted beside a photograph.
_NAMES |= {"description", "subject", "caption", "Headline", "Instructions", "PersonInImage"}
_NAMES |= {"ImageDescription", "UserComment", "DocumentName", "Event", "notes", "comment"}


def decoded(raw: bytes) -> str:
    """The words of `raw`, which are UTF-8 or else Latin-1."""
    raw = raw.strip(b"\0 ")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def in_xml(data: bytes) -> Iterator[str]:
    """Yield each run of words, comments too; of what is broken off, what can be read."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(data, parser)
    if root is None:
        return
    everything = root.getroottree()
    for comment in everything.iter(etree.Comment):
        yield comment.text or ""
    for element in everything.iter("*"):
        if _local(element.tag) in _NAMES:
            yield "".join(map(str, element.itertext()))
        for key, value in element.attrib.items():
            if _local(str(key)) in _NAMES:
                yield str(value)


def _local(name: str) -> str:
    """A name without its namespace, declared or not."""
    return name.rpartition("}")[2].rpartition(":")[2]
