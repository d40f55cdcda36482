"""What stands in an article's front matter as a group of keys of its own."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from publisher.content import dates
from publisher.content.fields import (
    Address,
    Day,
    Language,
    Line,
    Record,
    Text,
    WebAddress,
    When,
)


class Correction(Record):
    """What was wrong, and when it was put right."""

    date: Day = Field(description="The day of the correction", examples=["2026-03-14"])
    note: Line = Field(description="What was wrong, and what is right")


class NextStep(Record):
    """The one thing a reader can do now."""

    text: Line = Field(description="What to do: book, ask, write, call")
    url: Address = Field(description="Where", examples=["https://example.org/appointments"])


class Film(Record):
    """A film on another site: its picture here links there, so that nobody is followed from here.

    Captions and transcript are required (WCAG 2.2, 1.2.1 to 1.2.3: who cannot hear it, or cannot
    see it, reads it).
    """

    url: WebAddress = Field(
        description="Where the film is shown", examples=["https://example.org/film"]
    )
    poster: Line = Field(
        description="A picture of it: a file beside the article", examples=["film.jpg"]
    )
    alt: Line = Field(description="What somebody who cannot see that picture must know")
    captions: Annotated[tuple[Language, ...], Field(min_length=1)] = Field(
        description="The languages in which the film has captions", examples=[["en"]]
    )
    transcript: Text = Field(
        description="All that is said, and what is seen that matters; after `|`, line by line"
    )


class About(StrEnum):
    """Whose consent it is."""

    PATIENT = "patient"
    STAFF = "staff"
    RELATIVE = "relative"
    DECEASED = "deceased-with-representative"


def _day_or_event(value: object) -> object:
    """A day where one is meant, digits and all; an event in words is left as it is."""
    if isinstance(value, str) and re.search(r"[^\W\d_]{2}", value) and not _DATED.search(value):
        return value
    return dates.day(value)


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _number_as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_NUMBER = BeforeValidator(_number_as_text, json_schema_input_type=Line | int)
_DATED = re.compile(r"\b(?:1[89]|2[01])\d\d\b")
_EXPIRY = BeforeValidator(_day_or_event, json_schema_input_type=str)
_WHOM = BeforeValidator(_one_or_more, json_schema_input_type=Line | tuple[Line, ...])


class Consent(Record):
    """Where a person's written consent is kept: an opaque number, never a name or the record.

    What an authorization must say: 45 CFR 164.508(c)(1). What is missing here is told by the
    check `consent-incomplete`, which knows for whom it is needed.
    """

    record: Annotated[Line, _NUMBER] | None = Field(
        None,
        description="The number of the record, which tells nobody who it is",
        examples=["C-0042"],
    )
    about: About = Field(About.PATIENT, description="Whose consent it is", examples=["patient"])
    scope: Line | None = Field(
        None, description="What the person agreed to", examples=["words and picture"]
    )
    by: Line | None = Field(
        None, description="Who discloses it: the organisation", examples=["the hospital"]
    )
    to: Annotated[tuple[Line, ...], _WHOM] = Field(
        (), description="To whom: the public, website, networks", examples=[["the public"]]
    )
    purpose: Line | None = Field(
        None, description="For what", examples=["to show how care is given here"]
    )
    expires: Annotated[Day | Line, _EXPIRY] | None = Field(
        None, description="The last day of the consent, or the event", examples=["2028-03-14"]
    )
    revoked: Day | None = Field(
        None, description="The day on which it was taken back", examples=["2026-03-14"]
    )
    programme: Literal["substance-use"] | None = Field(
        None, description="The consent under 42 CFR Part 2, for a substance-use programme"
    )

    def has_lapsed(self, today: date) -> bool:
        """Whether it no longer holds on a day: past its last one, or taken back."""
        past = isinstance(self.expires, date) and self.expires < today
        return past or (self.revoked is not None and self.revoked <= today)


class Lobbying(Record):
    """Who approved a call to act on legislation, and where that is recorded."""

    approved_by: Line = Field(description="Who approved it")
    date: Day = Field(description="The day of the approval", examples=["2026-03-14"])
    record: Line = Field(description="Where the approval is kept")


class Again(Record):
    """A later post of the same article. Any further key is a channel's own text, as in Social."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    after: Annotated[int, Field(ge=1, le=3650)] | None = Field(
        None, description="How many days after the first post", examples=[7]
    )
    at: When | None = Field(
        None, description="The day or moment of the post", examples=["2026-03-21T09:00"]
    )
    text: Text = Field(
        description="The post's first words, other than the first time", examples=["Still true."]
    )

    @model_validator(mode="after")
    def _has_one_time(self) -> Again:
        if (self.after is None) == (self.at is None):
            message = "one time is needed; write either `after: 7` (days) or `at: 2026-03-21`"
            raise ValueError(message)
        return self

    @property
    def texts(self) -> dict[str, str]:
        """Channel → the author's own text for it."""
        return dict(self.__pydantic_extra__ or {})


class Social(Record):
    """How an article is announced. Any further key is a channel's own text, with `{url}` in it."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    hook: Text | None = Field(None, description="The post's first words; else the description")
    question: Text | None = Field(None, description="What you ask a follower")
    hashtags: tuple[Line, ...] = Field(
        (), description="Hashtags beside those of the topics", examples=[["HealthLiteracy"]]
    )
    channels: tuple[Line, ...] | None = Field(
        None, description="Only these networks; [] for none", examples=[["bluesky", "linkedin"]]
    )
    not_before: When | None = Field(
        None, description="No post before this", examples=["2026-03-14T09:00"]
    )
    not_after: When | None = Field(None, description="No post after this", examples=["2026-03-28"])
    again: Annotated[tuple[Again, ...], Field(max_length=9)] = Field(
        (),
        description="Later posts of the same article, each with words of its own",
        examples=[[{"after": 7, "text": "Still true."}]],
    )

    @property
    def texts(self) -> dict[str, str]:
        """Channel → the author's own text for it."""
        return dict(self.__pydantic_extra__ or {})
