"""Hugo's shortcodes, `{{< name … >}}` and `{{% name … %}}`, as Markdown.

Syntax: https://gohugo.io/content-management/shortcodes/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.importing.body import Body, Found
from publisher.importing.equals import Tag
from publisher.importing.notes import Notes
from publisher.importing.tags import Mark, expand

_SHORTCODE = re.compile(
    r"\{\{[<%]\s*(?P<close>/?)\s*(?P<name>[\w./-]+)"
    r"(?P<arguments>(?:\"(?:\\.|[^\"\\])*\"|(?![>%]\}\})[^\"])*+)[>%]\}\}",
    re.DOTALL,
)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?"
    r"(?:\"(?P<double>(?:\\.|[^\"\\])*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`]+))",
    re.DOTALL,
)
_SHOWN = re.compile(r"\{\{([<%])/\*\s*(.*?)\s*\*/([>%])\}\}")


def without_shortcodes(body: Body, notes: Notes) -> Body:
    """Every shortcode as what it showed; what has no equal is kept in a comment and told."""
    body = expand(body, _marks(body), notes, "shortcode")
    # Written with `/*`, a shortcode was shown to readers and not run, in code as well.
    return body.sub(_SHOWN, lambda found: f"{{{{{found[1]} {found[2]} {found[3]}}}}}", code=True)


def _marks(body: Body) -> Iterator[Mark]:
    for match in _SHORTCODE.finditer(body.masked):
        found = Found(body, match)
        positional, named = arguments(found["arguments"].removesuffix("/"))
        tag = Tag(found["name"].lower(), positional, named)
        yield Mark(tag, match.start(), match.end(), bool(found["close"]))


def arguments(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """A shortcode's positional and named arguments."""
    positional, named = [], {}
    for found in _ARGUMENT.finditer(text):
        double, raw, bare = found["double"], found["raw"], found["bare"]
        value = bare or raw or re.sub(r"\\(.)", r"\1", double or "")
        if found["key"]:
            named[found["key"].lower()] = value
        else:
            positional.append(value)
    return tuple(positional), named
