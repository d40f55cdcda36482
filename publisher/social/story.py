"""The plain values that pass through composing: a story goes in, a snippet comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LAUNCH = "launch"
STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Story:
    """Everything of one article that a post is made of.

    `url` is the canonical address and `image` the card picture's, or empty. `hook` is what the
    post opens with and `hook_key` the front-matter key that it came from. `hashtags` are names
    as written, the author's before the topics'. `channels` are the only ones it goes to, or
    None for all; `texts` maps a channel to the author's own text for it, with `{url}` in it.
    `path` is the source file, relative to the publication, and `place` the front-matter key that
    `texts` stand below. `occasion` is why it goes out, first of all at its `launch`; the link
    tells it.
    """

    article: str
    path: str
    url: str
    title: str
    description: str
    language: str
    pillar: str
    hook: str
    hook_key: str
    question: str = ""
    hashtags: tuple[str, ...] = ()
    channels: tuple[str, ...] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    image: str = ""
    alt: str = ""
    occasion: str = LAUNCH
    place: str = "social"

    def goes_to(self, channel: str) -> bool:
        """Whether the author lets this story go to `channel`."""
        return self.channels is None or channel in self.channels


@dataclass(frozen=True, slots=True)
class Card:
    """The preview that a network shows below a post; `image` is an absolute URL or empty."""

    title: str
    description: str
    image: str
    alt: str


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a text is in one unit, and how long it may be."""

    unit: str
    count: int
    limit: int

    @property
    def excess(self) -> int:
        """By how much the text must become shorter; 0 when it fits."""
        return max(0, self.count - self.limit)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One post as it would go out.

    `text` is what a reader will see, before a network's own escaping. `url` is the canonical
    address, `link` the same with the parameters that tell where a reader came from, and `shown`
    what stands for it in the text. `hashtags` are those in the text, without `#`. `language` is
    that of the text (BCP 47). `occasion` is that of the story.
    """

    article: str
    channel: str
    text: str
    length: int
    limit: int
    url: str
    link: str
    hashtags: tuple[str, ...]
    card: Card
    shown: str
    language: str
    occasion: str = LAUNCH
