"""The front matter of a Markdown file: where it ends, what stands in it, whether it fits."""

from __future__ import annotations

import re
from typing import TypeVar

from frontmatter.default_handlers import YAMLHandler
from pydantic import BaseModel, ValidationError

from publisher.content.explaining import explain, shown
from publisher.content.located import Located, parse
from publisher.content.source import Source
from publisher.content.yaml_faults import own_words
from publisher.finding import Finding, error

__all__ = ["Located", "read_yaml", "split", "validate"]

_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_BEGIN = "begin the file with a line `---`, then `title:` and `authors:`, then a line `---`"


def split(source: Source) -> tuple[str, int, str] | Finding:
    """Front matter, the line on which the body begins, and the body of a Markdown file.

    The front matter begins with the line end of the file's first line.
    """
    opening = _OPENING.match(source.text)
    if opening is None:
        return _missing(source)
    closing = YAMLHandler.FM_BOUNDARY.search(source.text, opening.end())
    if closing is None:
        return error(
            "front-matter-open",
            source.path,
            (1, 1),
            "the front matter begins with `---` here and never ends",
            "write a line `---` after its last key",
        )
    after = source.text[closing.start() :].partition("\n")[2]  # the pattern takes blank lines too
    body = after.lstrip("\n")
    line = source.text.count("\n", 0, len(source.text) - len(body)) + 1
    return source.text[opening.end() : closing.start()], line, body


def _missing(source: Source) -> Finding:
    first = source.text.partition("\n")[0]
    fix, secret = _BEGIN, ""
    if not source.text.strip():
        message = "the file is empty"
    elif first.startswith("+++"):
        message = "this is front matter in TOML, as Hugo has it"
        fix = "bring the file in with `publisher import`, which turns it into YAML"
    elif not first.strip() and _OPENING.match(source.text.lstrip()):
        message = "an empty line stands before the front matter"
        fix = "delete it: the line `---` must be the first of the file"
    else:
        message = f"the file begins with {shown(first)}, not with front matter"
        secret = own_words(first)
    return error("front-matter-missing", source.path, (1, 1), message, fix, secret=secret)


def read_yaml(path: str, text: str, first_line: int = 1) -> Located | list[Finding]:
    """Parse one YAML document whose first line is `first_line` of the file at `path`."""
    located = parse(path, text, first_line)
    if isinstance(located, Finding):
        return [located]
    return list(located.findings) or located


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], located: Located) -> Model | list[Finding]:
    """The model made of `located`, or a finding for every key that does not fit."""
    if located.data is not None and not isinstance(located.data, dict):
        return [
            located.error(
                "front-matter-value",
                (),
                f"keys and values were expected here, found {shown(located.data)}",
                "write one `key: value` a line" + (", indented below it" if located.within else ""),
                secret=own_words(located.data),
            )
        ]
    try:
        return model.model_validate(located.data or {})
    except ValidationError as problem:
        return explain(located, model, problem)
