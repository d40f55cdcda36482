"""YAML with a memory of where each key stood, and validation that speaks of those places."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import frontmatter
import yaml
from pydantic import BaseModel, ValidationError

from publisher.content.source import NOT_XML, Source, error
from publisher.finding import Finding

Place = tuple[int, int]
KeyPath = tuple[str | int, ...]

# Deeper than any key of ours, shallow enough that nothing recurses out of its stack.
MAX_DEPTH = 12


class _Loader(yaml.CSafeLoader):
    """Safe YAML that leaves dates as the author wrote them, so that our own words explain them."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data, and the line and column (from 1, in the file) of each key path in it."""

    path: str
    data: Any
    places: Mapping[KeyPath, Place] = field(default_factory=dict)

    def place(self, keys: KeyPath) -> Place:
        """Where `keys` stands; for a missing key, where the nearest thing around it stands."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, (1, 1))

    def error(self, check: str, keys: KeyPath, message: str, fix: str) -> Finding:
        """An error at the place of `keys`."""
        line, column = self.place(keys)
        return error(check, self.path, line, message, fix, column)


def split(source: Source) -> tuple[str, int, str] | Finding:
    """Front matter, the line on which the body begins, and the body of a Markdown file."""
    handler = frontmatter.YAMLHandler()
    if not re.match(r"---[ \t]*\n", source.text):
        return error(
            "front-matter-missing", source.path, 1,
            f"the file begins with {_shown(source.text.partition(chr(10))[0])}, "
            "not with front matter",
            "begin it with a line `---`, then `title:` and `authors:`, then a line `---`",
        )
    try:
        block, body = handler.split(source.text)
    except ValueError:
        return error(
            "front-matter-open", source.path, 1,
            "the front matter begins with `---` but never ends",
            "write a line `---` after its last key",
        )
    before = source.text[: len(source.text) - len(body)]
    return block, before.count("\n") + 1, body


def read_yaml(path: str, text: str, first_line: int = 1) -> Located | list[Finding]:
    """Parse one YAML document whose first line is `first_line` of the file at `path`."""
    loader = _Loader(text)
    try:
        _refuse_traps(text)
        node = loader.get_single_node()
        located = Located(path, None, {(): (first_line, 1)})
        if node is None:
            return located
        places: dict[KeyPath, Place] = {}
        findings = list(_walk(path, node, (), first_line, places))
        if findings:
            return findings
        return Located(path, loader.construct_document(node), places)
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        return [_yaml_error(path, problem, first_line)]
    finally:
        loader.dispose()


class _TrapError(yaml.MarkedYAMLError):
    """YAML that is legal and yet never meant: an alias, or nesting without end."""


def _refuse_traps(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            problem = "an alias (`*name`) stands here; write the value out in full instead"
            raise _TrapError(problem=problem, problem_mark=event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problem = "the brackets or indents are nested deeper than any key needs"
            raise _TrapError(problem=problem, problem_mark=event.start_mark)


def _walk(
    path: str, node: yaml.Node, keys: KeyPath, first_line: int, places: dict[KeyPath, Place]
) -> Iterator[Finding]:
    """Note the place of every key below `node`; tell what YAML itself would let pass."""
    line, column = node.start_mark.line + first_line, node.start_mark.column + 1
    places.setdefault(keys, (line, column))
    if isinstance(node, yaml.ScalarNode) and NOT_XML.search(node.value):
        yield error(
            "form-control-character", path, line,
            f"the value of {_name(keys)} holds an invisible control character",
            "delete it, or the escape like \\x07 that stands for it",
            column,
        )
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _walk(path, child, (*keys, index), first_line, places)
    elif isinstance(node, yaml.MappingNode):
        for key_node, child in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            line = key_node.start_mark.line + first_line
            if (*keys, key) in places:
                yield error(
                    "front-matter-key-twice", path, line,
                    f"`{key}` stands here a second time; "
                    f"the first is on line {places[(*keys, key)][0]}",
                    "keep one of the two",
                )
            places[(*keys, key)] = (line, key_node.start_mark.column + 1)
            yield from _walk(path, child, (*keys, key), first_line, places)


def _yaml_error(path: str, problem: Exception, first_line: int) -> Finding:
    mark = getattr(problem, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    column = mark.column + 1 if mark else 1
    said = getattr(problem, "problem", None) or str(problem)
    fix = "a text with `:`, `#`, quotes or brackets in it goes in double quotes; "
    fix += "indent with spaces, never with tabs"
    return error("front-matter-yaml", path, line, f"this is not valid YAML: {said}", fix, column)


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], located: Located) -> Model | list[Finding]:
    """The model made of `located`, or a finding for every key that does not fit."""
    if not isinstance(located.data, dict):
        found = _shown(located.data)
        return [
            located.error(
                "front-matter-value", (), f"keys and values were expected, found {found}",
                "write one `key: value` a line",
            )
        ]
    try:
        return model.model_validate(located.data)
    except ValidationError as problem:
        return [_explain(located, model, detail) for detail in problem.errors()]


def _explain(located: Located, model: type[BaseModel], detail: Any) -> Finding:
    keys = _written(located, detail["loc"], missing=detail["type"] == "missing")
    name = _name(keys)
    kind, found = detail["type"], _shown(detail["input"])
    context = detail.get("ctx", {})
    if kind == "missing":
        return located.error(
            "front-matter-missing", keys, f"{name} is missing", f"add `{keys[-1]}:` with a value"
        )
    if kind == "extra_forbidden":
        return located.error(
            "front-matter-key", keys, f"{name} is no key that we know", _similar(model, str(keys[-1]))
        )
    if kind == "value_error":
        message, _, fix = str(context["error"]).partition("; write ")
        return located.error(
            "front-matter-value", keys, f"{name} is {found}: {message}", f"write {fix}" if fix else ""
        )
    return located.error(
        "front-matter-value", keys, f"{name} is {found}", _expected(kind, context, detail["msg"])
    )


def _written(located: Located, loc: KeyPath, *, missing: bool) -> KeyPath:
    """The part of pydantic's location that stands in the file (it also names union members)."""
    keys: KeyPath = ()
    for part in loc:
        if (*keys, part) in located.places or (missing and part is loc[-1]):
            keys = (*keys, part)
    return keys


def _expected(kind: str, context: Mapping[str, Any], said: str) -> str:
    """What to write, in words for somebody who has never seen pydantic."""
    match kind:
        case "enum" | "literal_error":
            return f"write one of {context['expected']}"
        case "string_type":
            return "write text; a number, date or yes/no that is meant as text goes in quotes"
        case "string_too_short":
            return "write something here, or delete the key"
        case "string_pattern_mismatch":
            return f"write it in the form {context['pattern']}"
        case "list_type" | "tuple_type":
            return "write a list: one `- value` a line, or [value, value]"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "write keys and values, indented by two spaces"
        case "bool_type" | "bool_parsing":
            return "write true or false"
        case "int_type" | "int_parsing":
            return "write a whole number"
        case _:
            return said[0].lower() + said[1:]


def _similar(model: type[BaseModel], key: str) -> str:
    known = list(model.model_fields)
    if near := difflib.get_close_matches(key, known, n=1):
        return f"did you mean `{near[0]}`?"
    return f"delete it; the keys are {', '.join(known)}"


def _name(keys: KeyPath) -> str:
    path = ""
    for key in keys:
        path += f"[{key + 1}]" if isinstance(key, int) else f"{'.' if path else ''}{key}"
    return f"`{path}`" if path else "the file"


def _shown(value: object) -> str:
    """A value as the author would recognise it, never longer than a line."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}` (a yes/no value)"
    text = " ".join(str(value).split())
    return f"`{text[:57]}…`" if len(text) > 60 else f"`{text}`"  # noqa: PLR2004 - one line
