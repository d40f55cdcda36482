"""What kramdown, Goldmark, Pelican and Material add to Markdown, said in plain Markdown."""

from __future__ import annotations

import re
import textwrap

from publisher.importing.body import Body, Found
from publisher.importing.equals import FILE, PAGE, quoted
from publisher.importing.kept import kept
from publisher.importing.notes import Notes, shown

_MORE = re.compile(r"(?im)^[ \t]*<!--\s*(?:more|excerpt|truncate)\s*-->[ \t]*\n?")
_CONTENTS = re.compile(
    r"^[ \t]*(?:[-*+1.]+[ \t]+\S.*\n[ \t]*\{:[ \t]*toc[^}\n]*\}|\[(?:TOC|\[_TOC_\])\])[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"(?<![ \t])[ \t]*(?<!\\)\{(?P<colon>::?)?[ \t]*(?P<words>/?[^{}\n%<]*)\}(?P<end>[ \t]*\n)?"
)
_IS_ATTRIBUTES = re.compile(r"(?:\s*(?:[#.][A-Za-z][\w:-]*|[\w:-]+=(?:\"[^\"]*\"|'[^']*')))+\s*")
_AFTER_PICTURE = re.compile(
    r"(?:\s*(?:[#.][A-Za-z][\w:-]*|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}]+)))+\s*"
)
_COMMENT = re.compile(r"\{::comment\}(?P<text>(?:(?!\{::comment).)*?)\{:/(?:comment)?\}", re.DOTALL)
_SCHEME = re.compile(
    r"[{|](?P<kind>filename|static|attach|photo|index|author|category|tag)[}|](?P<path>[^\s)\"'>]*)"
)
_ADMONITION = re.compile(
    r"^(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+(?P<type>[\w-]+)(?:[ \t]+[\w -]+?)?"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*\n"
    r"(?P<inner>(?:(?:(?P=indent)(?:    |\t)[^\n]*|[ \t]*)(?:\n|\Z))+)",
    re.MULTILINE,
)
_CONTENT_TAB = re.compile(
    r"^(?P<indent>[ \t]*)===[!+]?[ \t]+\"(?P<title>[^\"\n]*)\"[ \t]*\n"
    r"(?P<inner>(?:(?:(?P=indent)(?:    |\t)[^\n]*|[ \t]*)(?:\n|\Z))+)",
    re.MULTILINE,
)
_GITHUB_ALERT = re.compile(r"^(?P<quote>[ \t]*>[ \t]*)\[!(?P<type>[A-Z]+)\][ \t]*$", re.MULTILINE)
_ICON = re.compile(r":(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^}\n]*\})?[ \t]?")
_SNIPPET = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*\"?[^\n]*$", re.MULTILINE)


def in_plain_markdown(body: Body, notes: Notes) -> Body:
    """The text without what only its own generator understood; what is lost is told."""
    body = body.sub(_MORE, lambda _: "", code=True)  # a mark for listings; readers never saw it
    body = body.sub(_CONTENTS, lambda found: _told(found, notes, "a table of contents"))
    body = body.sub(_SCHEME, _pelican_address)
    body = body.sub(_ICON, lambda found: _told(found, notes, "an icon"))
    body = body.sub(_SNIPPET, lambda found: _told(found, notes, "another file's text", keep=True))
    # What stands in one of these may hold code, so code counts here; its marks are nothing
    # that prose would begin with.
    for pattern in (_ADMONITION, _CONTENT_TAB):
        body = body.sub(pattern, _block, code=True)
    body = body.sub(_COMMENT, lambda found: kept(found["text"], "comment:"), code=True)
    body = body.sub(_GITHUB_ALERT, lambda f: f"{f['quote']}**{f['type'].capitalize()}**\n>")
    return body.sub(_ATTRIBUTES, lambda found: _attributes(found, notes))


def _told(found: Found, notes: Notes, what: str, *, keep: bool = False) -> str:
    notes.notice("markup", found.line, f"{what} (`{shown(found[0])}`) was left out")
    return kept(found[0]) if keep else ""


def _pelican_address(found: Found) -> str:
    kind, path = found["kind"], found["path"]
    if kind == "filename":
        return PAGE + path
    return f"{FILE}{path}" if kind in {"static", "attach", "photo"} else f"/{kind}/{path}"


def _block(found: Found | re.Match[str]) -> str:
    """An admonition as a quotation, a tab as its title and text; those inside it as well."""
    inner = textwrap.dedent(found["inner"].replace("\t", "    "))
    for pattern in (_ADMONITION, _CONTENT_TAB):
        inner = pattern.sub(_block, inner)
    title = found["title"] or ""
    is_tab = found[0].lstrip().startswith("=")
    text = f"**{title}**\n\n{inner.strip()}" if is_tab else quoted(inner, title)
    return textwrap.indent(text, found["indent"]) + "\n\n"


def _attributes(found: Found, notes: Notes) -> str | None:
    """An id stays, for links lead to it; classes and the rest were for another theme."""
    words = found["words"].strip()
    known = _AFTER_PICTURE if found.before.endswith(")") else _IS_ATTRIBUTES
    if not found["colon"] and not known.fullmatch(words):
        return None
    ids = re.findall(r"(?:^|\s)#([\w:-]+)", words)
    is_heading = re.match(r" {0,3}#{1,6}[ \t]", found.before) is not None
    left = re.sub(r"(?:^|\s)#[\w:-]+", "", words).strip() if ids and is_heading else words
    if left:
        notes.notice("markup", found.line, f"the attributes `{{{left}}}` were left out")
    if not found.before.strip() and found["end"]:
        return ""  # the whole line
    return (f" {{ #{ids[0]} }}" if ids and is_heading else "") + found["end"].lstrip(" \t")
