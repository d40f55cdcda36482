"""What is wrong with text that is no YAML, in words for somebody who has never heard of it."""

from __future__ import annotations

import re

import yaml

from publisher.finding import Finding, error


class TooDeepError(yaml.MarkedYAMLError):
    """Nesting without end, noticed at `event`."""

    def __init__(self, event: yaml.Event) -> None:
        """Remember where `event` stands."""
        super().__init__()
        self.problem_mark = event.start_mark  # type: ignore[assignment] # the C parser's own kind


_AS_KEYS = "write it as `key: value`, each key at the same indent as the others"
_QUOTE = "put the whole value in double quotes"

# A part of what libyaml says → what was found, what to write. The first that fits is told.
_FAULTS = (
    (
        "while scanning a quoted scalar",
        "a quotation mark opens here and does not close",
        "write the closing one, or take this one away",
    ),
    (
        "while parsing a flow",
        "a bracket or brace is open here that does not close as it should",
        f"write a list as [one, two]; if the bracket is text, {_QUOTE}",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes has a meaning of its own, and this is none",
        "write two backslashes, or none",
    ),
    (
        "block sequence entries are not allowed",
        "a list does not begin on the line of its key",
        f"write each `- value` on a line of its own below; if the hyphen is text, {_QUOTE}",
    ),
    (
        "while scanning an a",  # an anchor or an alias
        "a value that begins with `*` or `&` is no text to YAML but a command",
        _QUOTE,
    ),
    (
        "ing a tag",
        "a value that begins with `!` is no text to YAML but a command",
        _QUOTE,
    ),
    (
        "while scanning a block scalar",
        "a value that begins with `|` or `>` stands on the lines below",
        f"if the sign is text, {_QUOTE}",
    ),
    (
        "expected '-' indicator",
        "this line belongs neither to the list above nor to a key",
        "begin it with `- ` below the others, or write it as `key: value`",
    ),
    (
        "expected <document start>",
        "a line above this one (`...`) ended the front matter",
        "delete the line `...`",
    ),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor part of what stands above",
        _AS_KEYS,
    ),
    (
        "while parsing a block mapping",
        "this line is neither `key: value` nor part of what stands above",
        _AS_KEYS,
    ),
)

# Where what is told of begins, while libyaml's own mark is at the place where it gave up.
_OPENED_EARLIER = ("quoted scalar", "parsing a flow", "could not find expected ':'")


def not_yaml(path: str, text: str, problem: yaml.YAMLError, first_line: int) -> Finding:
    """The finding for what the parser says of `text`, whose first line is `first_line`."""
    context, said = getattr(problem, "context", ""), getattr(problem, "problem", str(problem))
    said = f"{context} {said}" if context else said
    mark = getattr(problem, "problem_mark", None)
    earlier = getattr(problem, "context_mark", None)
    if earlier and any(sign in said for sign in _OPENED_EARLIER):
        mark = earlier
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if line >= len(lines):  # the parser's mark for the end of a text that ends within a line
        line, column = len(lines) - 1, len(lines[-1])
    before, found = lines[line][:column], lines[line][column : column + 1]
    message, fix = _TOO_DEEP if isinstance(problem, TooDeepError) else _told(said, before, found)
    return error("front-matter-yaml", path, (line + first_line, column + 1), message, fix)


_TOO_DEEP = (
    "brackets or indents are nested deeper here than any key needs",
    "write each key at the beginning of its line",
)


def _told(said: str, before: str, found: str) -> tuple[str, str]:
    if "tab character" in said or ("cannot start any token" in said and found == "\t"):
        return "a tab stands here", "indent with spaces"
    if "mapping values are not allowed" in said:
        return _second_colon(before)
    if "while parsing a block mapping" in said and before.rstrip().endswith(('"', "'")):
        message = "text goes on here after a closing quotation mark"
        return message, f'{_QUOTE}, and write \\" for one inside it'
    for sign, message, fix in _FAULTS:
        if sign in said:
            return message, fix
    if found and ("cannot start any token" in said or "expected node content" in said):
        return f"a value cannot begin with `{found}`", f'{_QUOTE}, as "{found}…"'
    return f"this cannot be read as front matter ({said})", f"if it is text, {_QUOTE}"


def _second_colon(before: str) -> tuple[str, str]:
    if ": " in before:
        message = "a second colon with a space after it stands in this line"
        return message, f'{_QUOTE}, as title: "Sleep: a primer"'
    message = "a key cannot stand here: it is indented, or the line above is no `key: value`"
    return message, "begin every key at the same indent, and write a colon after it"


# What no person is known by: one word in small letters, a day, a number of few digits.
_NOBODYS = re.compile(r"[a-z_-]*|\d{1,4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
# Less would be found in any other message, too.
_LEAST = 4


def own_words(value: object) -> str:
    """A value as a message quotes it, if it may name somebody: the `secret` of its finding.

    Whoever writes into the wrong line may write anything there, a patient's number, too.
    """
    if value is None or isinstance(value, bool | dict | list | tuple):
        return ""
    text = " ".join(str(value).split())
    return "" if len(text) < _LEAST or _NOBODYS.fullmatch(text) else short(text)


def short(text: str) -> str:
    """`text`, cut where it would not fit a line of a message."""
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 - fits a line
