"""Posts as the announcement hands them to a network."""

import io
from datetime import UTC, datetime

from PIL import Image

from publisher.social.account import Post
from publisher.social.channels import channels
from publisher.social.story import Snippet
from tests.social.hard_texts import seeded
from tests.social.stories import story

CREATED = datetime(2026, 11, 24, 9, 30, 12, 345678, tzinfo=UTC)
FAMILY = "👨‍👩‍👧‍👦"
# Where the family stands: at the very end of what the network takes, or at 299.
# (mastodon-mock counts an address in full, which Mastodon does not.)
_PLACE = {"bluesky": 299, "facebook": 299, "linkedin": 299, "mastodon": 160, "x": 140}
_HOSTILE = "手を洗う (20 [秒]) {mL} | <5 @a #1 غسل اليدين ينقذ ~ \\ {url} "


def png(width: int = 40, height: int = 20, *, noise: bool = False) -> bytes:
    """A picture, which noise makes impossible to compress."""
    data = seeded(7).randbytes(width * height * 3) if noise else bytes(width * height * 3)
    made = io.BytesIO()
    Image.frombytes("RGB", (width, height), data).save(made, "PNG")
    return made.getvalue()


def post_of(snippet: Snippet, occasion: str = "launch", picture: bytes | None = None) -> Post:
    key = f"{snippet.article}/{snippet.channel}/{occasion}"
    return Post(snippet, picture, "image/png", snippet.card.alt, CREATED, key)


def post(channel: str, occasion: str = "launch", picture: bytes | None = None, **changes) -> Post:
    """The post of a story for a channel, on an occasion."""
    snippet = channels()[channel].compose(story(occasion=occasion, **changes))
    return post_of(snippet, occasion, picture)


def hostile(channel: str) -> Post:
    """What breaks posts elsewhere: scripts, signs that networks reserve, a family, a long link."""
    module = channels()[channel]
    url = "https://journal.example.org/articles/a/"
    link = module.compose(story(url=url)).link
    url = url.replace("/a/", f"/{'a' * (301 - len(link))}/")
    shown = module.compose(story(url=url)).shown
    room = _PLACE[channel] - module.length(_HOSTILE.replace("{url}", shown))
    text = _HOSTILE + "a" * max(0, room - 1) + FAMILY + "."
    made = post(channel, url=url, texts={channel: text})
    assert len(made.snippet.link) == 300
    assert not any(measure.excess for measure in module.measures(made.snippet.text))
    return made
