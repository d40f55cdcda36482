"""Standing pages: `content/*.md` (about, editorial policy, privacy, contact)."""

from __future__ import annotations

from pydantic import Field

from publisher.content.fields import Language, Record, Text


class PageFrontMatter(Record):
    """The front matter of a standing page."""

    title: Text
    description: Text
    lang: Language | None = None


class StandingPage(PageFrontMatter):
    """A standing page as it was read; `path` is relative to the publication's root."""

    path: str = Field(exclude=True)
    slug: str = Field(exclude=True)
    body: str = Field(exclude=True)
    body_line: int = Field(exclude=True)
