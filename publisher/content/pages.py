"""Standing pages: `content/*.md` (about, editorial policy, privacy, contact)."""

from __future__ import annotations

from pydantic import Field

from publisher.content.fields import Language, Line, Record


class PageFrontMatter(Record):
    """The front matter of a standing page."""

    title: Line = Field(description="The page's title, as readers see it")
    description: Line = Field(description="What stands on the page, in a sentence")
    lang: Language | None = Field(None, description="The page's language (BCP 47)", examples=["es"])


class StandingPage(PageFrontMatter):
    """A standing page as it was read; `path` is relative to the publication's root.

    `pictures` maps each local file the page shows, as written, to its path.
    """

    path: str = Field(exclude=True)
    slug: str = Field(exclude=True)
    body: str = Field(exclude=True)
    body_line: int = Field(exclude=True)
    pictures: dict[str, str] = Field(default_factory=dict, exclude=True)
