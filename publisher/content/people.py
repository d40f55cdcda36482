"""People and teams: `content/people.yml`, key → person."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from publisher.content.fields import Day, Localised, Record, Text, WebAddress


class Person(Record):
    """Who writes or reviews. A team is an organisation and has no credentials.

    `left` is the day on which the person left; their page stays, without ways to reach them.
    """

    name: Localised
    kind: Literal["person", "team"] = "person"
    credentials: tuple[Text, ...] = ()
    role: Localised | None = None
    bio: Localised | None = None
    url: WebAddress | None = None
    same_as: tuple[WebAddress, ...] = ()
    github: str | None = Field(default=None, pattern=r"^[A-Za-z0-9-]{1,39}$")
    fediverse: str | None = Field(default=None, pattern=r"^@[\w.-]+@[\w.-]+$")
    photo: Text | None = None
    left: Day | None = None

    @model_validator(mode="after")
    def _teams_hold_no_credentials(self) -> Person:
        if self.kind == "team" and self.credentials:
            message = "a team has no credentials; write them with the persons in it"
            raise ValueError(message)
        return self
