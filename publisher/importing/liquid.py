"""Liquid, as Jekyll and Eleventy have it: `{% tag … %}` and `{{ output | filter }}`, as Markdown.

Syntax: https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from publisher.importing.body import MASK, Body, Found
from publisher.importing.equals import NOWHERE, Tag
from publisher.importing.kept import kept
from publisher.importing.notes import Notes, shown
from publisher.importing.tags import Mark, expand, in_address, in_tag

_RAW = re.compile(
    r"(?s)\{%-?\s*raw\s*-?%\}(?P<text>(?:(?!\{%-?\s*raw\b).)*?)\{%-?\s*endraw\s*-?%\}"
)
_HIGHLIGHT = re.compile(
    r"(?s)\{%-?\s*highlight\b(?P<language>[^%]*?)-?%\}[ \t]*\n?"
    r"(?P<code>(?:(?!\{%-?\s*highlight\b).)*?)\{%-?\s*endhighlight\s*-?%\}"
)
_TAG = re.compile(
    r"(?<!\{)\{%-?\s*(?P<name>\w+)(?P<arguments>(?:\"[^\"]*\"|'[^']*'|(?!-?%\})[^\"'])*+)-?%\}",
    re.DOTALL,
)
_OUTPUT = re.compile(
    r"\{\{(?![<%])-?(?P<inside>(?:\"[^\"]*\"|'[^']*'|(?!\}\})[^\"'{])*+)\}\}", re.DOTALL
)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]+)\s*[=:](?!//)\s*)?(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s,\"']+))"
)
_LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")
# Filters that change nothing a reader would see in a text or an address.
_SILENT = frozenset(
    {
        "url",
        "relative_url",
        "absolute_url",
        "escape",
        "xml_escape",
        "uri_escape",
        "cgi_escape",
        "strip",
        "safe",
        "markdownify",
        "htmlbaseurl",
        "slash",
    }
)


def without_liquid(body: Body, variables: Mapping[str, str], notes: Notes) -> Body:
    """Every tag and output as what it showed; what has no equal is kept in a comment and told.

    `variables` are the values of `site.title`, `page.title` and the like.
    """
    body = body.sub(_HIGHLIGHT, _fenced, code=True)
    body = body.sub(_RAW, _shown_raw, code=True)
    body = body.sub(_OUTPUT, lambda found: _output(found, variables, notes))
    return expand(body, _marks(body, variables), notes, "liquid")


def _fenced(found: Found) -> str:
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`{3,}", found["code"]))])
    language = found["language"].split()[:1]
    start = "" if not found.before.strip() else "\n\n"
    return f"{start}{fence}{''.join(language)}\n{found['code'].rstrip()}\n{fence}"


def _shown_raw(found: Found) -> str:
    """Raw text is shown as it is: in code without marks, elsewhere safe from later steps."""
    inner = found["text"]
    in_code = found.body.masked[found.match.start()] == MASK
    if in_code or "```" in inner or "~~~" in inner:
        return inner
    return re.sub(r"\{(?=[{%])|(?<=\{)[{%]", lambda c: f"&#{ord(c[0])};", inner)


def _output(found: Found, variables: Mapping[str, str], notes: Notes) -> str:
    value = _value(found["inside"], variables)
    if value is not None:
        return value
    start = found.match.start()
    before = found.body.text[max(0, start - 2000) : start]
    if in_address(before):
        return NOWHERE
    notes.warning(
        "liquid",
        found.line,
        f"nobody here can fill in `{shown(found[0])}`",
        "write what readers saw at this place",
    )
    return "" if in_tag(before) else kept(found[0])


def _value(expression: str, variables: Mapping[str, str]) -> str | None:
    first, *filters = re.split(r"\|(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)", expression.strip("- \n\t"))
    value = _term(first.strip(), variables)
    for words in filters:
        name, _, argument = (part.strip() for part in words.strip().partition(":"))
        other = _term(argument, variables) if argument else ""
        if value is None or other is None:
            return None
        if name in {"prepend", "append"}:
            value = other + value if name == "prepend" else value + other
        elif name not in _SILENT:
            return None
    return value


def _term(text: str, variables: Mapping[str, str]) -> str | None:
    if literal := _LITERAL.fullmatch(text):
        return literal[1] if literal[1] is not None else literal[2]
    return variables.get(text)


def _marks(body: Body, variables: Mapping[str, str]) -> Iterator[Mark]:
    for match in _TAG.finditer(body.masked):
        found = Found(body, match)
        name = found["name"].lower()
        closes = name.startswith("end") and name != "end"
        positional, named = _arguments(found["arguments"], variables)
        if name in {"include", "include_relative", "include_cached", "render", "shortcode"}:
            name, positional = (positional[0].lower() if positional else name), positional[1:]
        tag = Tag(name.removeprefix("end") if closes else name, positional, named)
        yield Mark(tag, match.start(), match.end(), closes)


def _arguments(text: str, variables: Mapping[str, str]) -> tuple[tuple[str, ...], dict[str, str]]:
    positional, named = [], {}
    for found in _ARGUMENT.finditer(text):
        bare = variables.get(found["bare"] or "", found["bare"])
        value = next((v for v in (found["double"], found["single"], bare) if v is not None), "")
        if found["key"]:
            named[found["key"].lower()] = value
        else:
            positional.append(value)
    return tuple(positional), named
