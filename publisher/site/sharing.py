"""Links with which a reader passes an article on: plain addresses, nobody's script or counter.

Each opens the network's own window for writing a post. Sources: Bluesky,
https://docs.bsky.app/docs/advanced-guides/intent-links; Mastodon,
https://share.joinmastodon.org (the text stands behind `#`, so that no server reads it); Threads,
https://developers.facebook.com/docs/threads/threads-web-intents; X,
https://developer.x.com/en/docs/x-for-websites/web-intents/overview; e-mail, RFC 6068.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

_NETWORKS = (
    ("Bluesky", "https://bsky.app/intent/compose?text={both}"),
    ("Mastodon", "https://share.joinmastodon.org/#text={both}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("Threads", "https://www.threads.com/intent/post?text={title}&url={url}"),
    ("X", "https://x.com/intent/post?text={title}&url={url}"),
)
_MAIL = "mailto:?subject={title}&body={both}"


def share_links(title: str, url: str, mail: str) -> Iterator[tuple[str, str]]:
    """(Name, address) for each network, and last for e-mail, which is called `mail`."""
    parts = {
        "title": quote(title, safe=""),
        "url": quote(url, safe=""),
        "both": quote(f"{title} {url}", safe=""),
    }
    for name, address in (*_NETWORKS, (mail, _MAIL)):
        yield name, address.format(**parts)
