"""What runs in a reader's browser, asks them for something, or dresses the text.

Scripts, event handlers, forms and styles written into a text are refused. A script can read
along, a form sends what a patient writes to nobody knows whom, and a style of its own breaks the
contrast that others need.

Source: OWASP, cross site scripting prevention
(https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html);
WCAG 2.2, 1.4.3 Contrast.

Flags: <script>count()</script>
Flags: <style>p { color: red }</style>
Flags: <p onclick="count()">Press here.</p>
Flags: <p style="color:red">Take care.</p>
Flags: <form action="https://example.org/"><input name="symptoms"></form>
Flags: [Press](javascript:count())
Passes: The form is on paper, the script of the film is below, and the style is plain.
Passes: `<script>` is how a program begins in a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._form_markup import Markup, Tag, markup
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_RUNS = frozenset({"script", "noscript", "template"})
_ASKS = frozenset({"form", "input", "select", "textarea", "button", "datalist", "option"})
_DRESSES = frozenset({"style", "link", "base", "meta"})
_RUN = re.compile(r"\s*(?P<scheme>javascript|vbscript|data)\s*:", re.IGNORECASE)
_TO_TEAM = "delete it; link to a page of a service that your privacy officer knows"


def check(document: Document) -> Iterator[Found]:
    """Yield each script, handler, form and style in the text."""
    for passage in document.of(Kind.ADDRESS):
        if run := _RUN.match(passage.text):
            message = f"an address that begins with `{run['scheme'].lower()}:` is refused"
            yield found(passage, 0, message, "write the address of a page")
    yield from _elements(markup(document))


def _elements(written: Markup) -> Iterator[Found]:
    for tag in written.tags:
        if not tag.closes and (told := _fault(tag)):
            yield written.found(tag.start, *told)
    styled = [tag for tag in written.tags if "style" in tag.attributes]
    if styled:
        more = f" ({len(styled) - 1} more below)" if len(styled) > 1 else ""
        message = f"`style` is refused: the theme says how pages look{more}"
        yield written.found(styled[0].start, message, "delete each `style`")


def _fault(tag: Tag) -> tuple[str, str] | None:
    if tag.name in _RUNS:
        return f"`<{tag.name}>` is refused: pages run nothing", "delete it, with all that is in it"
    if tag.name in _ASKS:
        return f"`<{tag.name}>` is refused: pages ask for nothing", _TO_TEAM
    if tag.name in _DRESSES:
        return f"`<{tag.name}>` is refused: the theme says how pages look", "delete it"
    handlers = [name for name in tag.attributes if name.startswith("on") and len(name) > 3]  # noqa: PLR2004 - `on` and an event
    if handlers:
        return f"`{handlers[0]}` is refused: pages run nothing", f"delete `{handlers[0]}`"
    return None
