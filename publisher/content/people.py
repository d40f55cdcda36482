"""People and teams: `content/people.yml`, key → person."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from publisher.content.fields import Day, Line, Localised, Record, WebAddress
from publisher.content.parts import NextStep


class Person(Record):
    """Who writes or reviews. A team is an organisation and has no credentials.

    `left` is the day on which the person left; their page stays, without ways to reach them.
    """

    name: Localised = Field(
        description="The name readers see, or one by language", examples=["Editorial team"]
    )
    kind: Literal["person", "team"] = Field(
        "person", description="A team is an organisation, without credentials"
    )
    credentials: tuple[Line, ...] = Field(
        (), description="What stands behind the name", examples=[["RN", "PhD"]]
    )
    role: Localised | None = Field(None, description="What they do here, or that by language")
    bio: Localised | None = Field(None, description="Two sentences about them, or by language")
    url: WebAddress | None = Field(
        None, description="Their own page", examples=["https://example.org/team"]
    )
    same_as: tuple[WebAddress, ...] = Field(
        (),
        description="Pages elsewhere about the same person or team",
        examples=[["https://orcid.org/0000-0002-1825-0097"]],
    )
    github: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9-]{1,39}$",
        description="Their account's name at GitHub",
        examples=["health-literacy"],
    )
    contact: tuple[NextStep, ...] = Field(
        (),
        description="How to reach them, or to book an appointment: words, and where they lead",
        examples=[[{"text": "Book an appointment", "url": "tel:+441632960000"}]],
    )
    fediverse: str | None = Field(
        None,
        pattern=r"^@[\w.-]+@[\w.-]+$",
        description="Their account in the fediverse (Mastodon)",
        examples=["@team@social.example.org"],
    )
    photo: Line | None = Field(
        None, description="A picture below content/", examples=["people/team.jpg"]
    )
    left: Day | None = Field(
        None, description="The day on which they left", examples=["2026-03-14"]
    )

    def had_left(self, day: date) -> bool:
        """Whether they were gone by a day; on their last one they are still there."""
        return self.left is not None and self.left < day

    @model_validator(mode="after")
    def _teams_hold_no_credentials(self) -> Person:
        if self.kind == "team" and self.credentials:
            message = "a team has no credentials; write them with the persons in it"
            raise ValueError(message)
        return self
