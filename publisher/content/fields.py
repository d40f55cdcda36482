"""The kinds of value that front matter holds: dates, identifiers, text by language."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    WithJsonSchema,
)

# A date alone means the start of the working day, so that it never slips to the day before.
MORNING = time(9, 0)

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|[+-]\d\d:?\d\d)?"
)
_EXPECTED_DATE = "a date that exists, as 2026-03-14, or with a time, as 2026-03-14T09:00+01:00"


class Record(BaseModel):
    """A group of keys in a file; a key that nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _day(value: Any) -> date:
    text = str(value).strip()
    if isinstance(value, str | date) and _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    message = "not a day; write a date that exists, as 2026-03-14"
    raise ValueError(message)


def _when(value: Any) -> date | datetime:
    if isinstance(value, date):  # datetime is one too
        return value
    text = value.strip() if isinstance(value, str) else ""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if parts := _MOMENT.fullmatch(text):
            return datetime.fromisoformat(f"{parts[1]}T{parts[2]}{parts[3] or ''}")
    except ValueError:
        pass
    message = f"not a date; write {_EXPECTED_DATE}"
    raise ValueError(message)


def _language_tag(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", value):
        message = "not a language tag; write one like en, es or pt-BR (BCP 47)"
        raise ValueError(message)
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?", value):
        message = "not a web address; write one that begins with https://"
        raise ValueError(message)
    return value


def _reachable(value: str) -> str:
    if re.match(r"(mailto|tel):\S+$", value):
        return value
    return _web_address(value)


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{3,63}", value):
        message = "not an id; write 4 to 64 small letters, digits and hyphens"
        raise ValueError(message)
    return value


def _dates_as_text(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


Text = Annotated[str, Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_day), _dates_as_text(_DATE.pattern)]
When = Annotated[
    date | datetime,
    BeforeValidator(_when),
    _dates_as_text(f"({_DATE.pattern}|{_MOMENT.pattern})"),
]
Language = Annotated[str, AfterValidator(_language_tag)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Address = Annotated[str, AfterValidator(_reachable)]
Id = Annotated[str, AfterValidator(_id)]


class Localised(RootModel[dict[str, str]]):
    """A text in one language, or one by language: `Research` or `{en: Research, es: …}`."""

    model_config = ConfigDict(frozen=True)
    root: Annotated[
        dict[str, Text],
        BeforeValidator(lambda value: {"": value} if isinstance(value, str) else value),
        Field(min_length=1),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "object", "additionalProperties": {"type": "string"}},
                ]
            }
        ),
    ]

    def in_language(self, language: str) -> str:
        """The text in `language`, else in its base language, else the first that there is."""
        texts = self.root
        for tag in (language, language.partition("-")[0], "", "en"):
            if tag in texts:
                return texts[tag]
        return next(iter(texts.values()))


def moment(when: date | datetime, zone: ZoneInfo) -> datetime:
    """The instant meant by a date (09:00 that day) or a date-time (in `zone` where it says none)."""
    if not isinstance(when, datetime):
        return datetime.combine(when, MORNING, zone)
    return when if when.tzinfo else when.replace(tzinfo=zone)
