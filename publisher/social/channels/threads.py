"""Threads, over Meta's API.

Rules: https://developers.facebook.com/docs/threads/posts: at most 500 characters, of which an
emoji counts the bytes of its UTF-8; one hashtag becomes the topic; the first address becomes the
preview. What the documentation leaves open is counted the longer way: signs with an emoji form,
as ™, count their bytes too, and a letter and its combining accent count two.
"""

from __future__ import annotations

from urllib.parse import quote

import regex

from publisher.social.composing import Layout, composed
from publisher.social.graphemes import clusters
from publisher.social.story import Measure, Snippet, Story

NAME = "Threads"
LIMIT = 500
HASHTAGS = 1
LINKS = True
CREDENTIALS: tuple[str, ...] = ()
NEEDS: tuple[str, ...] = ()

_EMOJI = regex.compile(r"[\p{ExtPict}\p{Emoji_Presentation}\p{RI}\p{EMod}\u20e3]")


def length(text: str) -> int:
    """Count characters (code points), and of an emoji, whole sequences too, every byte."""
    if text.isascii():
        return len(text)
    return sum(
        len(cluster.encode("utf-8", "surrogatepass")) if _EMOJI.search(cluster) else len(cluster)
        for cluster in clusters(text)
    )


def measures(text: str) -> tuple[Measure, ...]:
    """Its one measure."""
    return (Measure("characters", length(text), LIMIT),)


def compose(story: Story) -> Snippet:
    """Return the post for `story`."""
    return composed(story, Layout("threads", measures, HASHTAGS))


def compose_link(snippet: Snippet) -> str:
    """Return where the post can be sent by hand; Threads puts the link behind the text."""
    parts = (part.replace(snippet.shown, "").strip() for part in snippet.text.split("\n\n"))
    text = "\n\n".join(filter(None, parts))
    said, link = quote(text, safe=""), quote(snippet.link, safe="")
    return f"https://www.threads.net/intent/post?text={said}&url={link}"
