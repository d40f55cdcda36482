"""A link that begins with `http://`: what is read there can be seen and changed on its way.

Which page about an illness somebody reads is their own affair. Nearly every site answers to
`https://` today, and browsers warn of the others. One notice tells of all in a text.

Source: RFC 9110, section 4.2.2 (https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2);
OMB M-15-13, "HTTPS-Only" (https://https.cio.gov/).

Flags: Our [leaflet on fever](http://example.org/fever) tells more.
Passes: Our [leaflet on fever](https://example.org/fever) tells more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.NOTICE

_OPEN = re.compile(r"http://(?!localhost|127\.|\[::1\])[\w-]", re.IGNORECASE)


def check(document: Document) -> Iterator[Found]:
    """Yield the first address that is not protected on its way, and how many more there are."""
    open_ones = [each for each in document.of(Kind.ADDRESS) if _OPEN.match(each.text)]
    if open_ones:
        more = f" ({len(open_ones) - 1} more in this text)" if len(open_ones) > 1 else ""
        message = f"this address begins with `http://`, so others can read along{more}"
        yield found(open_ones[0], 0, message, "begin it with `https://`, and try whether it opens")
