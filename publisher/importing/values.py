"""Values of foreign front matter: texts, lists and groups of them, and nothing else.

Every format is read into this one shape, so that `no`, `007` and `2020-01-02` stay what the
author typed.
"""

from __future__ import annotations

import html
import re
from datetime import date, datetime, time
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"(?<![\w*`])(\*\*|__|\*|_|`)(?=\S)([^*_`]+)(?<=\S)\1(?![\w*`])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")


def as_value(data: object) -> Value:
    """Any data of YAML, TOML or JSON as texts, lists and groups."""
    if isinstance(data, dict):
        return {str(key): as_value(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [as_value(value) for value in data]
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, date | datetime | time):
        return data.isoformat()
    return "" if data is None else str(data)


def plain(value: Value) -> str:
    """A text as readers saw it: entities decoded, markup and line breaks gone."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(_TAG.sub("", value))
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return " ".join(text.split())


def texts(value: Value, separators: str = ",;") -> list[str]:
    """The texts in a list, or in one text with separators between them."""
    if isinstance(value, dict):
        return [key for key in value if key.strip()]
    parts = re.split(f"[{separators}]", value) if isinstance(value, str) else value
    found = [plain(part) for part in parts if isinstance(part, str)]
    return list(dict.fromkeys(text for text in found if text))


def is_true(value: Value) -> bool:
    """Whether a text says yes, in the words of YAML, TOML and JSON."""
    return isinstance(value, str) and value.strip().lower() in {"true", "yes", "on", "1"}


def is_false(value: Value) -> bool:
    """Whether a text says no."""
    return isinstance(value, str) and value.strip().lower() in {"false", "no", "off", "0"}


def language_tag(text: str) -> str:
    """`es_mx` as `es-MX`, the form of BCP 47; empty where it is no such tag."""
    language, *others = text.strip().replace("_", "-").split("-")
    # A script has four letters, and a capital first.
    rest = (part.title() if len(part) == 4 else part.upper() for part in others)  # noqa: PLR2004
    tag = "-".join([language.lower(), *rest])
    return tag if _LANGUAGE.fullmatch(tag) else ""
