"""Whose post an address is: each network's hosts, and what an address of a post looks like."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Where each network's posts lie. Mastodon has a server for everyone, and is known by the path.
HOSTS = {
    "bluesky": ("bsky.app",),
    "facebook": ("facebook.com", "fb.com", "fb.watch"),
    "instagram": ("instagram.com",),
    "linkedin": ("linkedin.com", "lnkd.in"),
    "threads": ("threads.net", "threads.com"),
    "x": ("x.com", "twitter.com"),
}
FEDIVERSE = "mastodon"
# What a person pastes, as an example for each.
EXAMPLES = {
    "bluesky": "https://bsky.app/profile/…/post/…",
    "facebook": "https://www.facebook.com/…/posts/…",
    "instagram": "https://www.instagram.com/p/…",
    "linkedin": "https://www.linkedin.com/posts/…",
    "mastodon": "https://your.server/@name/123…",
    "threads": "https://www.threads.com/@name/post/…",
    "x": "https://x.com/name/status/123…",
}

_ADDRESS = re.compile(r"https://[^\s<>()\[\]\"'`\\{}|^]+")
# Mastodon counts its posts; GoToSocial, which speaks the same, gives them a ULID.
_STATUS = re.compile(r"/(?:@[^/]+|users/[^/]+/statuses)/(?:[0-9]+|[0-9A-HJKMNP-TV-Z]{26})/?")
# Where a post is begun, which is no post yet.
_FORMS = ("/intent/", "/sharer/", "/sharing/")


def addresses(text: str) -> list[str]:
    """Return the web addresses in a text, each once, without what ends a sentence."""
    found = (address.rstrip(".,;:!?") for address in _ADDRESS.findall(text))
    return list(dict.fromkeys(found))


def network_of(address: str) -> str | None:
    """Return the network on which a post has that address, or None where it can be none's."""
    if not _ADDRESS.fullmatch(address):
        return None
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    for network, hosts in HOSTS.items():
        if any(host == own or host.endswith(f".{own}") for own in hosts):
            begun = parts.path in ("", "/") or parts.path.startswith(_FORMS)
            return None if begun else network
    return FEDIVERSE if _STATUS.fullmatch(parts.path) else None
