"""What is wrong with a value, in words for somebody who has never seen YAML or pydantic.

What to write instead comes from the model: each field that is not plain text has an example,
which the JSON Schema shows to editors too.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from publisher.content.located import KeyPath, Located, name_of
from publisher.content.yaml_faults import short
from publisher.finding import Finding

Model = type[BaseModel]

_LIST = "write a list, one `- value` a line below the key"
_GROUP = "write keys and values, indented below the key"
_NUMBER = "write a number"
_QUOTED = "write text; a number or a yes/no that is meant as text goes in double quotes"
_CHOICES = ("enum", "literal_error")
_EXPECTED = {
    "string_type": _QUOTED,
    "string_too_short": "write something here, or delete the key",
    "string_too_long": "write less: at most {max_length} characters",
    "string_pattern_mismatch": "write it as it is printed",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": "name at least one",
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": "write a whole number",
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
}


def explain(located: Located, model: Model, problem: ValidationError) -> list[Finding]:
    """One finding for each place at which `located` does not fit `model`."""
    told: dict[tuple[int, int, str], Finding] = {}
    for detail in problem.errors(include_url=False):
        finding = _finding(located, model, detail)
        told.setdefault((finding.line, finding.column, finding.message), finding)
    return list(told.values())


def _finding(located: Located, model: Model, detail: ErrorDetails) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    keys = _written(located, detail["loc"], missing=kind == "missing")
    name = name_of(keys)
    own, info = _field(model, keys)
    if kind == "missing":
        lacks = "empty" if keys in located.places else "missing"
        verb = "write" if keys in located.places else "add"
        fix = f"{verb} `{detail['loc'][-1]}: {_example(info) or '…'}`"
        return located.error("front-matter-missing", keys, f"{name} is {lacks}", fix)
    if kind == "extra_forbidden":
        fix = similar(str(detail["loc"][-1]), list(own.model_fields) if own else [])
        return located.error("front-matter-key", keys, f"{name} is no key that we know", fix)
    found = detail["input"]
    message = f"{name} is {shown(found)}"
    if kind == "value_error":
        why, _, fix = str(context["error"]).partition("; write ")
        message = f"{name}: {why}" if isinstance(found, dict | list) else f"{message}: {why}"
        return located.error("front-matter-value", keys, message, f"write {fix}")
    fix = _expected(kind, context, detail["msg"])
    if (example := _example(info)) and kind not in _CHOICES:
        fix = f"{fix}, as `{_key(keys)}: {example}`"
    return located.error("front-matter-value", keys, message, fix)


def _written(located: Located, loc: KeyPath, *, missing: bool) -> KeyPath:
    """The part of pydantic's location that stands in the file (it also names union members)."""
    keys: KeyPath = ()
    for part in loc:
        if (*keys, part) in located.places or (missing and part is loc[-1]):
            keys = (*keys, part)
    return keys


def _expected(kind: str, context: Mapping[str, Any], said: str) -> str:
    if kind in _CHOICES:
        expected = str(context["expected"]).replace("'", "")
        return f"write one of {expected}" if " " in expected else f"write {expected}"
    if kind in _EXPECTED:
        return _EXPECTED[kind].format(**context)
    return said[0].lower() + said[1:]


def _field(model: Model, keys: KeyPath) -> tuple[Model | None, FieldInfo | None]:
    """The model that `keys` lead into, and the field that they lead to."""
    own: Model | None = model
    info: FieldInfo | None = None
    for key in keys:
        if isinstance(key, int):
            continue
        parent = own if info is None else _model_in(info.annotation)
        own, info = parent, (parent.model_fields.get(key) if parent else None)
    return own, info


def _model_in(annotation: object) -> Model | None:
    """The first model that an annotation such as `tuple[Reference, ...] | None` names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _example(info: FieldInfo | None) -> str:
    """The field's example as it stands behind its colon."""
    if info is None or not info.examples:
        return ""
    example = info.examples[0]
    return example if isinstance(example, str) else _in_line(example)


def _in_line(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_in_line(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_in_line, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value)


def _key(keys: KeyPath) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def similar(key: str, known: list[str]) -> str:
    """What to do about a word that is not among the `known`: the nearest, or all there are."""
    if near := difflib.get_close_matches(key.lower()[:60], known, n=1):
        return f"did you mean `{near[0]}`?"
    return f"delete it; the keys are {', '.join(known)}"


def shown(value: object) -> str:
    """A value as the author would recognise it, never longer than a line."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}` (a yes/no)"
    text = short(" ".join(str(value).split()))
    return f"`{text}`" if text else "empty"
