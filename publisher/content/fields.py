"""The kinds of value that front matter holds: dates, identifiers, text by language."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    WithJsonSchema,
    model_validator,
)

from publisher.content import dates

# A date alone means the start of the working day, so that it never slips to the day before.
MORNING = time(9, 0)

# Longer than any address that a reader's browser is sure to take.
_LONGEST_ADDRESS = 2000
# What https://url.spec.whatwg.org/#url-code-points lets stand in an address as it is written.
_IN_ADDRESS = r"(?:%[0-9A-Fa-f]{2}|[^\s<>\"\[\]{}|\\^`%])"
_WEB = re.compile(rf"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]{{1,5}})?(?:[/?#]{_IN_ADDRESS}*)?")
_OTHER_ADDRESS = re.compile(rf"mailto:{_IN_ADDRESS}+@{_IN_ADDRESS}+|tel:[+]?[0-9().-]{{3,}}")
_LANGUAGE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
_ID = "[a-z0-9][a-z0-9-]{3,63}"


class Record(BaseModel):
    """A group of keys in a file; a key that nobody knows is an error, not a silence.

    A key with nothing after its colon counts as absent.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}


def _visible(value: str) -> str:
    """`value` on one line; what only looks like text (a zero-width space) is none."""
    line = re.sub(r"[ \t\n\x85\u2028\u2029]+", " ", value)
    if not any(letter.isprintable() and not letter.isspace() for letter in line):
        message = "empty to the eye; write something here, or delete the key"
        raise ValueError(message)
    return line


def _language_tag(value: str) -> str:
    if not re.fullmatch(_LANGUAGE, value):
        message = "not a language tag; write one like en, es or pt-BR (BCP 47)"
        raise ValueError(message)
    return value


def _language_or_any(value: str) -> str:
    return value and _language_tag(value)


def _web_address(value: str) -> str:
    if len(value) > _LONGEST_ADDRESS or not _WEB.fullmatch(value):
        message = "not a web address; write one as your browser shows it, as https://example.org/a"
        raise ValueError(message)
    return value


def _reachable(value: str) -> str:
    if len(value) <= _LONGEST_ADDRESS and _OTHER_ADDRESS.fullmatch(value):
        return value
    if value.startswith(("mailto:", "tel:")):
        message = "not an address; write it as mailto:team@example.org or tel:+441632960000"
        raise ValueError(message)
    return _web_address(value)


def _id(value: str) -> str:
    if not re.fullmatch(_ID, value):
        message = "not an id; write 4 to 64 small letters, digits and hyphens"
        raise ValueError(message)
    return value


def _text_like(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern})$"})


Text = Annotated[str, Field(min_length=1)]
Line = Annotated[Text, AfterValidator(_visible)]
Day = Annotated[date, BeforeValidator(dates.day), _text_like(dates.DAY_PATTERN)]
When = Annotated[
    date | datetime,
    BeforeValidator(dates.when),
    _text_like(f"{dates.DAY_PATTERN}|{dates.MOMENT_PATTERN}"),
]
Language = Annotated[str, AfterValidator(_language_tag), _text_like(_LANGUAGE)]
WebAddress = Annotated[str, AfterValidator(_web_address), _text_like("https?://.+")]
Address = Annotated[str, AfterValidator(_reachable), _text_like("(https?://|mailto:|tel:).+")]
Id = Annotated[str, AfterValidator(_id), _text_like(_ID)]


def _by_language(value: object) -> object:
    if isinstance(value, str):
        return {"": value}
    if value and isinstance(value, dict):
        return value
    message = "not text; write it in one language, or by language below the key as `en: Research`"
    raise ValueError(message)


class Localised(RootModel[dict[str, str]]):
    """A text in one language, or one by language: `Research` or `{en: Research, es: …}`."""

    model_config = ConfigDict(frozen=True)
    root: Annotated[
        dict[Annotated[str, AfterValidator(_language_or_any)], Line],
        BeforeValidator(_by_language),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {
                        "type": "object",
                        "minProperties": 1,
                        "propertyNames": {"pattern": f"^{_LANGUAGE}$"},
                        "additionalProperties": {"type": "string", "minLength": 1},
                    },
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
    """The instant that a date (09:00 that day) or a date-time (in `zone` if it says none) means."""
    if not isinstance(when, datetime):
        return datetime.combine(when, MORNING, zone)
    return when if when.tzinfo else when.replace(tzinfo=zone)


def last_moment(when: date | datetime, zone: ZoneInfo) -> datetime:
    """The last instant that "until then" means: of a date alone the end of that day."""
    if isinstance(when, datetime):
        return moment(when, zone)
    return datetime.combine(when, time.max, zone)
