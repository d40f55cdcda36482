"""Raw HTML in a foreign article: what would run, embed or break the page is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.importing.body import Body, Found, mask
from publisher.importing.equals import film
from publisher.importing.kept import kept
from publisher.importing.notes import Notes, shown

_INSIDE = r"(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*+"
ATTRIBUTES = rf"(?P<attributes>{_INSIDE})"
_FRAME = re.compile(rf"(?i)<iframe\b{ATTRIBUTES}>(?:[^<]{{0,2000}}</iframe\s*>)?")
_RUNNING = re.compile(
    r"<(?P<tag>script|style|object|applet|form|noscript|template)\b[^<>]*>"
    r"(?:(?:(?!<(?P=tag)\b).){0,20000}?</(?P=tag)\s*>)?",
    re.IGNORECASE | re.DOTALL,
)
_LONE = re.compile(
    rf"</?(?:script|style|object|applet|form|noscript|embed|meta|link|base|input|html|head|body|iframe"
    rf"|frame|frameset|template|button|select|textarea)\b{_INSIDE}>",
    re.IGNORECASE,
)
_TAG = re.compile(rf"<[a-zA-Z][\w-]*\b{_INSIDE}>")
_HANDLER = re.compile(r"\s+on[a-z]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
# The page has its own; within an article they only hold things together.
_PART_OF_PAGE = re.compile(r"(?i)<(?P<close>/?)(?:section|main)\b")
_FIRST_HEADING = re.compile(r"<(?P<close>/?)h1\b", re.IGNORECASE)
# Elements that hold others: one too many or too few of them moves what stands below.
_HOLDER = re.compile(
    rf"<(?P<close>/?)(?P<tag>div|section|article|aside|header|footer|nav|table|ul|ol|blockquote|figure"
    rf"|details|center|dl|fieldset)\b{_INSIDE}>",
    re.IGNORECASE,
)
_OPEN_TO_MARKDOWN = re.compile(
    rf"^ {{0,3}}<(?P<tag>div|section|article|aside|center|details|blockquote)\b{ATTRIBUTES}>"
    r"[ \t]*(?=\n[ \t]*\n)",
    re.IGNORECASE | re.MULTILINE,
)


def harmless(body: Body, notes: Notes, *, joined: bool) -> Body:
    """Films as links, scripts and forms in comments, and every element closed that is open.

    Unless `joined`, Markdown between blank lines within an element was Markdown to its old
    generator (https://spec.commonmark.org/0.31.2/#html-blocks), and is marked to stay so.
    """
    body = body.sub(_FRAME, lambda found: _frame(found, notes))
    for pattern in (_RUNNING, _LONE):
        body = body.sub(pattern, lambda found: _taken_out(found, notes))
    body = body.sub(_TAG, lambda found: _without_handlers(found, notes))
    body = body.sub(_PART_OF_PAGE, lambda found: f"<{found['close']}div")
    body = body.sub(_FIRST_HEADING, lambda found: f"<{found['close']}h2")
    body = _balanced(body, notes)
    return body if joined else body.sub(_OPEN_TO_MARKDOWN, _marked)


def with_closed_comments(body: Body, notes: Notes) -> Body:
    """A comment that begins and never ends would hide the rest of the article; it is text."""
    begin = 0
    while (start := body.text.find("<!--", begin)) >= 0:
        end = body.text.find("-->", start)
        if end < 0:
            break
        begin = end + len("-->")
    left = body.text[begin:].replace("<!--", "&!--")  # of the same length, and no comment
    masked = mask(body.text[:begin] + left)
    changes = []
    for found in re.finditer("&!--", masked[begin:]):
        start = begin + found.start()
        if body.text[start] == "<":
            changes.append((start, start + 1, "&lt;"))
            said = "a comment begins here with `<!--` and never ends; it was made visible"
            notes.warning("html", body.line(start), said, "end it with `-->`, or delete it")
    return body.replace(changes)


def attribute(attributes: str, name: str) -> str:
    """The value of an HTML attribute, empty where there is none."""
    found = re.search(
        rf"(?:^|\s){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", attributes, re.IGNORECASE
    )
    return next((value for value in found.groups() if value is not None), "") if found else ""


def _frame(found: Found, notes: Notes) -> str:
    address = attribute(found["attributes"], "src")
    address = f"https:{address}" if address.startswith("//") else address
    title = attribute(found["attributes"], "title")
    if link := film(address, title):
        return link
    host = re.match(r"https?://([^\s/\"<>()]+)", address)
    if host is None:
        return _taken_out(found, notes)
    notes.warning(
        "html",
        found.line,
        f"the page embedded from {host[1]} became a link to it",
        "say what it shows",
    )
    return f"[{title or host[1]}](<{address}>)"


def _taken_out(found: Found, notes: Notes) -> str:
    notes.warning(
        "html",
        found.line,
        f"`{shown(found[0])}` was taken out of the page",
        "link to it, or say in words what it did",
    )
    return kept(found[0])


def _without_handlers(found: Found, notes: Notes) -> str | None:
    if not _HANDLER.search(found[0]):
        return None
    notes.warning("html", found.line, f"the script in `{shown(found[0])}` was taken out")
    return _HANDLER.sub("", found[0])


def _balanced(body: Body, notes: Notes) -> Body:
    """Stray ends taken out, missing ends written at the end: nothing below the text moves."""
    open_tags: list[Found] = []
    stray: list[Found] = []
    for match in _HOLDER.finditer(body.masked):
        found = Found(body, match)
        if not found["close"]:
            open_tags.append(found)
            continue
        names = [other["tag"].lower() for other in open_tags]
        if found["tag"].lower() in names:
            place = len(names) - 1 - names[::-1].index(found["tag"].lower())
            del open_tags[place]
        else:
            stray.append(found)
    for found in [*stray, *open_tags]:
        what = "closes nothing; it is gone" if found["close"] else "was never closed; it is now"
        notes.warning("html", found.line, f"`{shown(found[0])}` {what}", "look at the page")
    ends = "".join(f"\n</{found['tag'].lower()}>" for found in reversed(open_tags))
    end = len(body.text)
    return body.replace([*_gone(stray), *([(end, end, ends)] if ends else [])])


def _marked(found: Found) -> str | None:
    if attribute(found["attributes"], "markdown"):
        return None
    return f'<{found["tag"]}{found["attributes"]} markdown="1">'


def _gone(stray: list[Found]) -> Iterator[tuple[int, int, str]]:
    for found in stray:
        yield found.match.start(), found.match.end(), ""
