"""A list with boxes to tick, which on the page are none.

Source: docs/writing.md; a form within a page is refused, see `form-script`.

Flags: - [ ] Bring your card
    - [x] Bring your glasses
Passes: - Bring your card
    - Bring your glasses
Passes: - [Bring your card](https://example.org/card)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._form_markup import markup
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_BOX = re.compile(r"^[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]++(?P<box>\[[ xX]\])[ \t]", re.MULTILINE)


def check(document: Document) -> Iterator[Found]:
    """Yield the first box of a text, and how many more there are."""
    written = markup(document)
    if "[ ]" in written.text or "[x]" in written.text or "[X]" in written.text:
        boxes = list(_BOX.finditer(written.text))
        if boxes:
            more = f" ({len(boxes) - 1} more below)" if len(boxes) > 1 else ""
            message = f"this box to tick is none on the page{more}"
            fix = "write a plain list, and say what is done in words"
            yield written.found(boxes[0].start("box"), message, fix)
