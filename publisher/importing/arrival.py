"""An article on its way in: what was read, what it becomes, and where it will stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from publisher.importing.anchors import anchors
from publisher.importing.body import Body
from publisher.importing.files import Files
from publisher.importing.keys import Meta
from publisher.importing.source import Foreign


@dataclass
class Arrival:
    """`path` is relative to the publication's root, and empty until every article has a place.

    `place` is the source's path below the folder from which its old addresses were counted;
    `body` is the text with its links as they were, `linked` with its links as they are now;
    `aliases` are the addresses it had, relative to its old site's root, the likeliest first.
    """

    foreign: Foreign
    meta: Meta
    id: str
    title: str
    description: str
    aliases: tuple[str, ...]
    body: Body
    files: Files
    place: PurePosixPath
    image: str = ""
    slug: str = ""
    path: str = ""
    translation_of: str = ""
    exists: bool = False
    keys: dict[str, object] = field(default_factory=dict)
    linked: Body | None = None

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The fragments that lead to places in the text; asked for once the text is whole."""
        return anchors(self.body.text)
