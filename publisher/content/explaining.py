"""What is wrong with a value, in words for somebody who has never seen YAML or pydantic.

What to write instead comes from the model: each field that is not plain text has an example,
which the JSON Schema shows to editors too.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import replace
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from publisher.content.located import CONFIDENTIAL, KeyPath, Located
from publisher.content.parts import Consent
from publisher.content.yaml_faults import own_words, short
from publisher.finding import Finding

Model = type[BaseModel]

_LIST = "write a list"
_GROUP = "write keys and values, indented below the key"
_NUMBER = "write a number"
_EXPECTED = {
    "string_type": "write one text here",
    "string_too_short": "write something here, or delete the key",
    "too_long": "write less: at most {max_length} characters",
    "string_pattern_mismatch": "write it in this form",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": "name at least one",
    "too_many": "keep {max_length} of them at the most",
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
# More keys than anybody wants to hear.
_SAID_AT_ONCE = 12
_CHOICES = ("enum", "literal_error")


def explain(located: Located, model: Model, problem: ValidationError) -> list[Finding]:
    """One finding for each place at which `located` does not fit `model`."""
    details = problem.errors(include_url=False)
    deeper = {detail["loc"][:1] for detail in details if len(detail["loc"]) > 2}  # noqa: PLR2004 - key, kind, key
    told: dict[tuple[int, int, str], Finding] = {}
    for detail in details:
        if detail["type"] == "literal_error" and detail["loc"][:1] in deeper:
            continue  # `none` would do as well, but it is a line below that does not fit
        if detail["type"] == "missing" and located.refused(_written(located, detail)):
            continue
        finding = _finding(located, model, detail)
        if not CONFIDENTIAL.isdisjoint(detail["loc"][:1]):
            finding = _discreet(located, model, detail, finding)
        told.setdefault((finding.line, finding.column, finding.message), finding)
    return list(told.values())


def _finding(located: Located, model: Model, detail: ErrorDetails) -> Finding:
    keys = _written(located, detail)
    name, found = located.name(keys), detail["input"]
    own, info = _field(model, keys)
    if detail["type"] == "missing":
        lacks, verb = ("empty", "write") if keys in located.places else ("missing", "add")
        fix = f"{verb} `{detail['loc'][-1]}: {_example(info) or '…'}`"
        return located.error("front-matter-missing", keys, f"{name} is {lacks}", fix)
    if detail["type"] == "extra_forbidden":
        fix = similar(str(detail["loc"][-1]), list(own.model_fields) if own else [])
        message, secret = f"{name} is no key that we know", own_words(detail["loc"][-1])
        return located.error("front-matter-key", keys, message, fix, secret=secret)
    message, secret = f"{name} is {shown(found)}", own_words(found)
    if detail["type"] == "value_error":
        why, _, fix = str(detail["ctx"]["error"]).partition("; write ")
        message = f"{name}: {why}" if isinstance(found, dict) else f"{message}: {why}"
        return located.error("front-matter-value", keys, message, f"write {fix}", secret=secret)
    fix = _instead(detail, _key(keys), info)
    return located.error("front-matter-value", keys, message, fix, secret=secret)


def _discreet(located: Located, model: Model, detail: ErrorDetails, finding: Finding) -> Finding:
    """The same without the value that was found, which may be somebody's name; nor may its key."""
    keys = _written(located, detail)
    _, info = _field(model, keys)
    if finding.check == "front-matter-missing":
        return finding
    if finding.check == "front-matter-key":
        message, secret = f"{located.name(keys[:-1])} has a key that we do not know", keys[-1]
        fix = f"delete it; the keys are {', '.join(Consent.model_fields)}"
        return replace(finding, message=message, fix=fix, secret=str(secret))
    message, example = f"{located.name(keys)} does not hold what belongs there", _example(info)
    fix = f"write it as `{_key(keys)}: {example}`"
    if detail["type"] in _CHOICES:
        fix = _one_of(str(detail["ctx"]["expected"]), None)
    return replace(finding, message=message, fix=fix, secret=_in_line(detail["input"]))


def _instead(detail: ErrorDetails, key: str, info: FieldInfo | None) -> str:
    """What to write in place of a value, with an example where there is one."""
    kind, found, example = detail["type"], detail["input"], _example(info)
    if kind in _CHOICES:
        return _one_of(str(detail["ctx"]["expected"]), found)
    if kind == "string_type" and isinstance(found, bool | int | float) and not example:
        return f'if it is meant as text, put it in double quotes, as `{key}: "{_in_line(found)}"`'
    if kind == "string_type" and found is None:
        kind = "string_too_short"
    if kind == "too_long" and isinstance(found, list | tuple):
        kind = "too_many"
    if kind in ("list_type", "tuple_type") and _is_word(found) and info and not _model_in(info):
        example = f"[{found}]"
    fix = _EXPECTED[kind].format(**detail.get("ctx", {})) if kind in _EXPECTED else detail["msg"]
    return f"{fix}, as `{key}: {example}`" if example else fix


def _is_word(found: object) -> bool:
    return isinstance(found, str) and bool(re.fullmatch(r"[\w -]{1,40}", found))


def _one_of(expected: str, found: object) -> str:
    choices = expected.replace("'", "")
    names = choices.replace(" or ", ", ").split(", ")
    near = difflib.get_close_matches(str(found).lower()[:60], names, n=1)
    meant = f"did you mean `{near[0]}`? " if near and isinstance(found, str) else ""
    return f"{meant}write one of {choices}" if len(names) > 1 else f"write {choices}"


def _written(located: Located, detail: ErrorDetails) -> KeyPath:
    """The part of pydantic's location that stands in the file (it also names union members)."""
    keys: KeyPath = ()
    for index, part in enumerate(detail["loc"], start=1):
        absent = detail["type"] == "missing" and index == len(detail["loc"])
        if absent or (*keys, part) in located.places:
            keys = (*keys, part)
    return keys


def _field(model: Model, keys: KeyPath) -> tuple[Model | None, FieldInfo | None]:
    """The model that `keys` lead into, and the field that they lead to."""
    own: Model | None = model
    info: FieldInfo | None = None
    for key in keys:
        if isinstance(key, int):
            continue
        parent = own if info is None else _model_in(info)
        own, info = parent, (parent.model_fields.get(key) if parent else None)
    return own, info


def _model_in(annotation: object) -> Model | None:
    """The first model that an annotation such as `tuple[Reference, ...] | None` names."""
    if isinstance(annotation, FieldInfo):
        annotation = annotation.annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _example(info: FieldInfo | None) -> str:
    """The field's example as it stands behind its colon."""
    if info is None or not info.examples:
        return ""
    return _in_line(info.examples[0])


def _in_line(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_in_line(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_in_line, value)) + "]"
    as_it_is = isinstance(value, str) and value[:1].isalnum()
    return str(value) if as_it_is else json.dumps(value)


def _key(keys: KeyPath) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


# What other programs and people call our keys.
_ELSEWHERE = {
    "author": "authors",
    "byline": "authors",
    "categories": "topics",
    "category": "topics",
    "cover": "image",
    "draft": "status: draft",
    "excerpt": "description",
    "featured_image": "image",
    "keywords": "topics",
    "language": "lang",
    "lastmod": "updated",
    "last_modified_at": "updated",
    "modified": "updated",
    "permalink": "aliases",
    "published": "date",
    "redirect_from": "aliases",
    "summary": "description",
    "tags": "topics",
    "thumbnail": "image",
}
_ADDRESS = ("slug", "url", "address")


def similar(key: str, known: list[str]) -> str:
    """What to do about a word that is not among the `known`: the nearest, or all there are."""
    ours = _ELSEWHERE.get(key.lower(), "")
    if ours.partition(":")[0] in known:
        return f"write `{ours}` instead"
    if key.lower() in _ADDRESS and "aliases" in known:
        return "delete it: the name of the file is the article's address"
    if near := difflib.get_close_matches(key.lower()[:60], known, n=1):
        return f"did you mean `{near[0]}`?"
    if len(known) > _SAID_AT_ONCE:
        return "delete it; `publisher schema` lists the keys that there are"
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
    text = " ".join(str(value).split())
    if text and not any(letter.isprintable() for letter in text):
        return "invisible"
    return f"`{short(text)}`" if text else "empty"
