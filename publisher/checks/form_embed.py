"""What another site would show or count within the page, or that follows a reader's click.

Whoever opens a page about an illness tells nobody of it: pages load nothing from elsewhere, so a
frame, film or picture of another server is not shown, and readers miss it without a word. An
address that carries a campaign's or a person's number tells where they came from.

Source: HHS, Office for Civil Rights, bulletin on online tracking technologies, March 2024, as far
as it stands since American Hospital Association v. Becerra, N.D. Tex., 20 June 2024; FTC Act,
section 5.

Flags: <iframe src="https://video.example/1"></iframe>
Flags: <video src="https://video.example/1.mp4" controls></video>
Flags: <picture><source srcset="https://pictures.example/1.webp"></picture>
Flags: <img src="https://count.example/p.gif" width="1" height="1" alt="">
Flags: Read [the leaflet](https://example.org/fever?utm_source=ward&utm_medium=mail).
Flags: Read [the leaflet](https://example.org/fever?fbclid=abc).
Passes: Read [the leaflet](https://example.org/fever?page=2).
Passes: <video src="film.mp4" controls></video>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._form_markup import Markup, Tag, markup
from publisher.checks._form_words import once
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_FRAMES = frozenset({"iframe", "frame", "embed", "object", "applet", "portal"})
_SHOWN = {"img": "picture", "picture": "picture", "source": "film or picture", "video": "film"}
_SHOWN |= {"audio": "recording", "track": "track of captions"}
_ELSEWHERE = re.compile(r"(?:^|[\s,])(?:https?:)?//", re.IGNORECASE)
_TRACKED = re.compile(
    r"[?&;](?P<key>utm_[a-z]{2,20}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|"
    r"mc_[ce]id|_hsenc|_hsmi|mkt_tok|oly_enc_id|vero_id|yclid)=",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield what is fetched from elsewhere, and addresses that follow a reader."""
    for passage in document.of(Kind.ADDRESS):
        if "=" in passage.text and (tracked := _TRACKED.search(passage.text)):
            message = f"`{tracked['key']}` in this address tells where a reader came from"
            yield found(passage, tracked.start("key"), message, "end the address before it")
    yield from once(_elements(markup(document)))


def _elements(written: Markup) -> Iterator[Found]:
    for tag in written.tags:
        if tag.closes:
            continue
        if tag.name in _FRAMES:
            message = f"`<{tag.name}>` is not shown: pages load nothing from elsewhere"
            yield written.found(
                tag.start, message, "link to what it shows, and say in words what that is"
            )
        elif tag.name in _SHOWN and (message := _fault(tag)):
            fix = "put a copy beside the article if its licence allows, or link to it"
            yield written.found(tag.start, message, fix)


def _fault(tag: Tag) -> str:
    addresses = [tag.attributes.get(name, "") for name in ("src", "srcset", "poster")]
    if not any(_ELSEWHERE.search(address) for address in addresses):
        return ""
    if tag.attributes.get("width") in ("0", "1") or tag.attributes.get("height") in ("0", "1"):
        return "this picture is too small to see: it only counts who reads, and is not shown"
    return f"this {_SHOWN[tag.name]} lies on another server and is not shown"
