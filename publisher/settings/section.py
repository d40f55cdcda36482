"""What every part of the configuration has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A part of the configuration; a key that nobody knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
