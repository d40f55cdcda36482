"""JSON Schemas of what stands in `content/`, for editors that check while one types."""

from __future__ import annotations

from typing import Any

from publisher.content.article import FrontMatter
from publisher.content.pages import PageFrontMatter
from publisher.content.people import Person
from publisher.content.topics import Topic

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = ("article", "page", "people", "topics")


def schema(kind: str) -> dict[str, Any]:
    """The schema of an article's or a page's front matter, of people.yml or of topics.yml."""
    match kind:
        case "article":
            own = FrontMatter.model_json_schema()
        case "page":
            own = PageFrontMatter.model_json_schema()
        case "people":
            own = _by_key(Person.model_json_schema())
        case _:
            own = _by_key(Topic.model_json_schema())
    return {"$schema": DIALECT, **own, "title": f"publisher: {kind}"}


def _by_key(entry: dict[str, Any]) -> dict[str, Any]:
    definitions = entry.pop("$defs", {})
    return {"type": "object", "additionalProperties": entry, "$defs": definitions}
