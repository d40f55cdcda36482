"""Code blocks as Python-Markdown finds them.

Its `fenced_code` knows a fence only at the very start of a line, and after it only a language
(https://python-markdown.github.io/extensions/fenced_code_blocks/). In lists and quotations
code stands indented instead; what `:::python` says above indented code, a fence says.
"""

from __future__ import annotations

import re
import textwrap

from publisher.importing.body import Body, Found

_NESTED = re.compile(
    r"^(?P<prefix>(?:[ \t]*+>[ ]?+)++[ \t]*+|[ \t]++)(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n"
    r"(?P<inner>(?:(?![ \t>]*(?P=fence))[^\n]*\n)*?)"
    r"[ \t>]*(?P=fence)[`~]*[ \t]*$",
    re.MULTILINE,
)
_BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n"
    r"(?P<inner>(?:(?!(?P=fence)[`~]*[ \t]*$)[^\n]*\n)*)(?:(?P=fence)[`~]*[ \t]*$|[^\n]*\Z)",
    re.MULTILINE,
)
_KNOWN_INFO = re.compile(r"\.?[\w#.+-]*")
_LANGUAGE = re.compile(
    r"^(?: {4}|\t)(?::::|#!)(?P<language>[\w+-]+)[ \t]*\n"
    r"(?P<inner>(?:(?: {4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n(?= {4}|\t|[ \t]*\n))+)",
    re.MULTILINE,
)


def with_plain_fences(body: Body) -> Body:
    """The same code, where our Markdown sees that it is code."""
    body = body.sub(_LANGUAGE, _named, code=True)
    body = body.sub(_NESTED, _unnested, code=True)
    return body.sub(_BLOCK, _plain, code=True)


def as_indented(text: str) -> str:
    """`text` with every fenced block indented by four spaces, for use in a quotation."""
    return _BLOCK.sub(lambda found: f"\n{textwrap.indent(found['inner'].rstrip(), '    ')}\n", text)


def _unnested(found: Found) -> str:
    """A fence in a list or quotation as indented code; a little indented one without indent."""
    prefix, lines = found["prefix"], found["inner"].split("\n")[:-1]
    inner = textwrap.dedent("\n".join(_without(prefix, line) for line in lines))
    if ">" not in prefix and len(prefix.expandtabs(4)) < 4:  # noqa: PLR2004 - Markdown's own bound
        return f"{found['fence']}{found['info']}\n{inner}\n{found['fence']}"
    mark = prefix.rstrip()
    code = "\n".join(f"{prefix}    {line}".rstrip() for line in inner.split("\n"))
    return f"{mark}\n{code}\n{mark}"


def _without(prefix: str, line: str) -> str:
    if ">" in prefix:
        return re.sub(rf"^(?:[ \t]*>[ ]?){{1,{prefix.count('>')}}}", "", line)
    return line.removeprefix(prefix) if line.startswith(prefix) else line.lstrip()


def _named(found: Found) -> str:
    inner = textwrap.dedent(found["inner"].expandtabs(4)).strip("\n")
    return f"```{found['language']}\n{inner}\n```\n"


def _plain(found: Found) -> str:
    fence, info = found["fence"], found["info"].strip()
    if not _KNOWN_INFO.fullmatch(info):
        word = re.match(r"\{?[ ]*\.?([\w#+-]+)(?!=)", info)
        info = word[1] if word else ""
    last = "" if found[0].endswith("\n" + fence) else found[0].rpartition("\n")[2]
    inner = found["inner"] + ("" if re.fullmatch(r"[`~]*[ \t]*", last) else f"{last}\n")
    return f"{fence}{info}\n{inner}{fence}"
