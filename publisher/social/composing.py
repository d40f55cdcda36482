"""How every network's post is put together: of whole parts, never of cut ones.

A sentence cut short can lose its dose, its "not" or its "in mice". So what does not fit goes as
a whole and in one order: the hashtags from the last one on, then the question. The hook and the
link always stay; where those two are too long, the snippet says so by its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publisher.social.hashtags import hashtags, hashtags_in
from publisher.social.links import tracked
from publisher.social.story import Card, Measure, Snippet, Story

ADDRESS = "{url}"


@dataclass(frozen=True, slots=True)
class Layout:
    """What one network wants.

    `measures` counts a text, the network's main unit first. `hashtags` is how many it bears.
    `shown` gives the address as a reader sees it, from the canonical one and the tracked link.
    """

    channel: str
    measures: Callable[[str], tuple[Measure, ...]]
    hashtags: int
    shown: Callable[[str, str], str] = lambda _url, link: link
    ends_with_link: bool = False


def composed(story: Story, layout: Layout) -> Snippet:
    """Compose the post: the author's own text for the network, else the parts that fit."""
    link = tracked(story, layout.channel)
    shown = layout.shown(story.url, link)
    if own := story.texts.get(layout.channel):
        text = own.replace(ADDRESS, shown)
    else:
        text = _fitting(story, layout, shown)
    main = layout.measures(text)[0]
    return Snippet(
        article=story.article,
        channel=layout.channel,
        text=text,
        length=main.count,
        limit=main.limit,
        url=story.url,
        link=link,
        hashtags=hashtags_in(text),
        card=Card(story.title, story.description, story.image, story.alt),
        shown=shown,
        language=story.language,
        occasion=story.occasion,
    )


def _fitting(story: Story, layout: Layout, shown: str) -> str:
    """Return the longest text that fits, else the shortest there is."""
    text = ""
    for question, tags in _choices(story, layout.hashtags):
        line = " ".join(f"#{tag}" for tag in tags)
        ending = (line, shown) if layout.ends_with_link else (shown, line)
        text = "\n\n".join(filter(None, (story.hook, question, *ending)))
        if not any(measure.excess for measure in layout.measures(text)):
            break
    return text


def _choices(story: Story, most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield question and hashtags, less each time; a hashtag in a sentence is not said twice."""
    said = hashtags_in(f"{story.hook} {story.question}")
    tags = hashtags((*said, *story.hashtags))[len(said) : max(most, len(said))]
    for kept in range(len(tags), -1, -1):
        yield story.question, tags[:kept]
    yield "", ()
