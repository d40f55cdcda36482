"""Front matter in the four ways that blogs write it: YAML, TOML, JSON and header lines."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from publisher.importing.values import Value, as_value

_YAML = re.compile(r"(?sm)---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"(?sm)\+\+\+[ \t]*\n(?P<block>.*?)^\+\+\+[ \t]*(?:\n|\Z)")
_LINES = re.compile(
    r"(?P<block>(?:[A-Za-z][\w-]*:(?:[ \t].*)?(?:\n|\Z)(?:[ \t]{4,}\S.*(?:\n|\Z))*)+)"
)
_LINE = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*(?:\n[ \t]{4,}\S.*)*)", re.MULTILINE)
# Header lines have no marks around them; one of these makes them front matter, not prose.
_TELLTALE = frozenset({"title", "date", "slug", "category", "tags"})

# Deeper than any front matter, shallow enough that nothing recurses out of its stack.
_MAX_DEPTH = 30


class BrokenError(Exception):
    """Front matter that cannot be read: what is wrong, and on which line of the file."""

    def __init__(self, line: int, message: str) -> None:
        """`line` counts from 1."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Header:
    """Keys (in small letters, without `-` and `_`) and values; `lines` is where each stands.

    `form` is `yaml`, `toml`, `json`, `lines` or empty; `names` are the keys as written;
    `twice` are the keys that stand more than once.
    """

    form: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    twice: tuple[str, ...] = ()


def split(text: str) -> tuple[Header, int, str]:
    """A file's front matter, the line on which its body begins, and its body.

    Raises:
        BrokenError: there is front matter, and it cannot be read.
    """
    blank = re.match(r"\s*", text)
    start = blank.end() if blank else 0
    for form, pattern in (("yaml", _YAML), ("toml", _TOML), ("lines", _LINES)):
        if found := pattern.match(text, start):
            first_line = text.count("\n", 0, found.start("block")) + 1
            data = _read(form, found["block"], first_line)
            if form == "lines" and not _TELLTALE & data.keys():
                break
            return _header(form, data, found["block"], first_line), *_rest(text, found.end())
    if text.startswith(("---\n", "+++\n"), start):
        raise BrokenError(
            1, f"the front matter begins with `{text[start : start + 3]}`, but never ends"
        )
    if text.startswith("{", start) and not text.startswith(("{{", "{%"), start):
        return _split_json(text, start)
    return Header(), 1, text


def read_data(form: str, text: str) -> dict[str, Value]:
    """A whole file of YAML, TOML or JSON; for settings and lists of authors.

    Raises:
        BrokenError: it cannot be read.
    """
    return _read(form, text, 1)


def _rest(text: str, start: int) -> tuple[int, str]:
    return text.count("\n", 0, start) + 1, text[start:]


def _split_json(text: str, start: int) -> tuple[Header, int, str]:
    try:
        data, end = json.JSONDecoder().raw_decode(text, start)
    except json.JSONDecodeError as problem:
        raise BrokenError(problem.lineno, f"this is not valid JSON: {problem.msg}") from problem
    except RecursionError as problem:
        raise BrokenError(1, "the brackets are nested too deep") from problem
    block = text[start:end]
    first_line = text.count("\n", 0, start) + 1
    header = _header("json", _mapping(as_value(data), first_line), block, first_line)
    return header, *_rest(text, end)


def _read(form: str, block: str, first_line: int) -> dict[str, Value]:
    try:
        return _mapping(as_value(_READERS[form](block)), first_line)
    except yaml.MarkedYAMLError as problem:
        line = first_line + (problem.problem_mark.line if problem.problem_mark else 0)
        raise BrokenError(line, f"this is not valid YAML: {problem.problem}") from problem
    except tomllib.TOMLDecodeError as problem:
        at = re.search(r"at line (\d+)", str(problem))
        line = first_line - 1 + int(at[1]) if at else first_line
        raise BrokenError(line, f"this is not valid TOML: {problem}") from problem
    except (ValueError, yaml.YAMLError) as problem:
        raise BrokenError(first_line, f"this cannot be read: {problem}") from problem
    except RecursionError as problem:
        raise BrokenError(first_line, "the brackets are nested too deep") from problem


def _mapping(value: Value, line: int) -> dict[str, Value]:
    if value == "":
        return {}
    if not isinstance(value, dict):
        raise BrokenError(line, "keys and values were expected here")
    return value


class _TrapError(yaml.MarkedYAMLError):
    """YAML that is legal and yet never meant in front matter."""

    def __init__(self, problem: str, event: yaml.Event) -> None:
        super().__init__(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type] # libyaml's own kind of mark


_ALIAS = "an alias (`*name`) stands here; write the value out in full instead"
_DEEP = "brackets or indents are nested too deep"


def _yaml(text: str) -> object:
    """YAML whose every value stays as it was typed; tags mean nothing, aliases are refused."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _TrapError(_ALIAS, event)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise _TrapError(_DEEP, event)
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds texts, lists, mappings


def _lines(text: str) -> object:
    return {key.lower(): " ".join(value.split()) for key, value in _LINE.findall(text)}


_READERS: dict[str, Callable[[str], object]] = {
    "yaml": _yaml,
    "toml": tomllib.loads,
    "json": json.loads,
    "lines": _lines,
}


def _header(form: str, data: dict[str, Value], block: str, first_line: int) -> Header:
    values, names, lines = {}, {}, {}
    for name, value in data.items():
        key = re.sub(r"[-_\s]", "", name).lower()
        values[key], names[key] = value, name
        lines[key] = first_line + block.count("\n", 0, _place(form, name, block))
    # In TOML and JSON a key at the margin may belong to a table.
    is_flat = form in {"yaml", "lines"}
    written = Counter(re.findall(r"(?m)^([\w-]+)[ \t]*:", block) if is_flat else ())
    twice = tuple(key for key, count in written.items() if count > 1 and key in data)
    return Header(form, values, names, lines, twice)


def _place(form: str, name: str, block: str) -> int:
    """Where a key of the first level is written: a table's head, the margin, or anywhere."""
    key = rf"[\"']?{re.escape(name)}[\"']?[ \t]*"
    table = rf"^[ \t]*\[\[?[ \t]*{key}[\].]" if form == "toml" else r"(?!)"
    for pattern in (table, rf"^{key}[:=.]", rf"^[ \t{{]*{key}[:=.]"):
        if found := re.search(pattern, block, re.MULTILINE | re.IGNORECASE):
            return found.start()
    return 0
