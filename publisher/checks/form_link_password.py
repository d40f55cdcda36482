"""A name and password within an address, for everybody to use.

Whoever reads the page, its source or its feed can sign in with them. Take them out, and change
the password, for what was public once is known.

Source: RFC 3986, sections 3.2.1 and 7.5 (https://www.rfc-editor.org/rfc/rfc3986#section-7.5).

Flags: The [rota](https://ward:letmein@example.org/rota) is online.
Passes: The [rota](https://example.org/rota) is online.
Passes: [A post](https://social.example/@ward/1) and [its map](https://example.org/@1:2,3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_USER = re.compile(
    r"[a-z][a-z0-9+.-]{1,15}://(?P<secret>[^\s/?#@:]{1,200}:[^\s/?#@]{1,200})@", re.IGNORECASE
)


def check(document: Document) -> Iterator[Found]:
    """Yield each address that holds a password, wherever it stands."""
    for passage in document.passages:
        if "://" in passage.text and "@" in passage.text:
            for user in _USER.finditer(passage.text):
                message = "this address holds a name and a password"
                fix = "take both out, and change the password"
                yield found(passage, user.start("secret"), message, fix, user["secret"])
