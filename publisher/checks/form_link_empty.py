"""A link without words, or one that leads nowhere yet.

A link without words can be neither seen nor heard. One to `#` or to nothing was left to be
filled in.

Source: WCAG 2.2, 2.4.4 Link Purpose (https://www.w3.org/TR/WCAG22/#link-purpose-in-context).

Flags: Ask us. [](https://example.org/ask)
Flags: [Ask us]()
Flags: [Ask us](#)
Flags: <a href="#">Ask us</a>
Flags: [Ask us](https://)
Passes: [Ask us](https://example.org/ask), or go to [the questions](#questions).
Passes: <a id="questions"></a>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._form_markup import Markup, markup
from publisher.checks._form_words import once
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_NOWHERE = re.compile(
    r"#|(?:https?:)?/{1,2}|https?:|(?:todo|tbd|xxx+|url|link)(?: here)?|…|\.{3}", re.IGNORECASE
)
_MAYBE = re.compile(
    rf"\[\s{{0,20}}+\]\(|\]\(\s{{0,20}}+(?:<?\s*>?|{_NOWHERE.pattern})\s{{0,20}}+[\)\"']",
    re.IGNORECASE,
)
_FIX = "write where it leads, or take the link away"


def check(document: Document) -> Iterator[Found]:
    """Yield links with nothing to press, and without a place to go, once for each fault."""
    yield from once(_faults(markup(document)))


def _faults(written: Markup) -> Iterator[Found]:
    for target in written.targets if _MAYBE.search(written.text) else ():
        if target.kind == "link" and (message := _fault(target.label, target.address)):
            yield written.found(target.start, message, _FIX)
    yield from _elements(written)


def _elements(written: Markup) -> Iterator[Found]:
    for tag in written.tags:
        if tag.name == "a" and not tag.closes and "href" in tag.attributes:
            label = written.words_within(tag)
            named = any(name in label or name in tag.attributes for name in ("aria-label", "alt="))
            if message := _fault(
                "words" if named else re.sub(r"<[^<>]*>", "", label), tag.attributes["href"]
            ):
                yield written.found(tag.start, message, _FIX)


def _fault(label: str, address: str) -> str:
    if not label.strip():
        return "this link has no words, so nobody can find it"
    address = address.strip()
    if not address:
        return "this link has no address"
    return f"this link leads nowhere: `{address}`" if _NOWHERE.fullmatch(address) else ""
