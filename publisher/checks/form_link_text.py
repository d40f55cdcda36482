"""Words of a link that do not say where it leads.

Many readers have the links of a page read to them as a list, without the words around them:
"here, here, read more". Say in the link what is found there.

Source: WCAG 2.2, 2.4.4 Link Purpose (https://www.w3.org/TR/WCAG22/#link-purpose-in-context);
W3C technique G91; 3.2.4 Consistent Identification.

Flags: To book a visit, [click here](https://example.org/book).
Flags: [Read more](https://example.org/fever)
Flags (es): Para pedir cita, haga clic [aquí](https://example.org/cita).
Flags: See [https://example.org/fever/in/children](https://example.org/fever/in/children).
Flags: Read the [report](https://example.org/a) and then the [report](https://example.org/b).
Passes: [Book a visit](https://example.org/book), or read [how we treat a
    fever](https://example.org/fever).
Passes: Write to <team@example.org>, or look at [example.org](https://example.org/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._form_words import listed, once
from publisher.content.passages import Kind, Link, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

# The name of a site alone, www.example.org, is short enough to be heard.
_ADDRESS = re.compile(r"https?://\S++|www\.[^\s/]++/\S++", re.IGNORECASE)
_PUNCTUATION = " .,:;!?»«“”\"'›>→…()[]"
_SHOWN = 40
# In a note stand addresses, and a cell has its row and column to tell what it means.
_OF_THEIR_OWN = frozenset({Kind.NOTE, Kind.CELL, Kind.ADDRESS})


def check(document: Document) -> Iterator[Found]:
    """Yield links whose words say nothing, once for each, and those that lead to two places."""
    yield from once(_faults(document))


def _faults(document: Document) -> Iterator[Found]:
    places: dict[str, str] = {}
    empty = listed("form-link-words", document.language)
    for passage, link in _links(document):
        words = " ".join(passage.text[link.start : link.end].split())
        said = words.strip(_PUNCTUATION).lower()
        if said in empty:
            message = f"the link “{words[:_SHOWN]}” does not say where it leads"
            yield found(passage, link.start, message, "make the words that name the page the link")
        elif _ADDRESS.fullmatch(words):
            message = "the words of this link are an address, which is read out letter by letter"
            yield found(passage, link.start, message, "write the name of the page as the link")
        elif _is_common(words) and _place(link) != places.setdefault(said, _place(link)):
            places[said] = _place(link)
            message = f"“{words[:_SHOWN]}” leads to another place here than further up"
            yield found(passage, link.start, message, "say in each link what is found there")


def _links(document: Document) -> Iterator[tuple[Passage, Link]]:
    for passage in document.passages:
        if passage.kind in _OF_THEIR_OWN:
            continue
        for link in passage.links:
            yield passage, link


def _is_common(words: str) -> bool:
    """Whether words name a thing, as "the report": a name may have a page here and a page there."""
    return words.islower() and len(words) > 1


def _place(link: Link) -> str:
    """Where a link leads, whatever the ways to write it."""
    address = link.address.partition("#")[0].partition("?")[0].lower()
    address = address.removeprefix("http://").removeprefix("https://").removeprefix("www.")
    return address.removesuffix("index.html").rstrip("/")
