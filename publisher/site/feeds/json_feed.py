"""JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from typing import Any

from publisher.site.feeds._channel import Author, Channel, Entry
from publisher.site.views import Picture

NAME = "JSON Feed"
FILE = "feed.json"
MIME = "application/feed+json"
SCOPES = ("publication",)


def render(channel: Channel) -> bytes:
    """The channel as a JSON Feed document."""
    document: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.url,
        "description": channel.description,
        "icon": channel.icon,
        "authors": [_author(channel.author)],
        "language": channel.language,
        "items": [_item(entry) for entry in channel.entries],
    }
    if channel.hub:
        document["hubs"] = [{"type": "WebSub", "url": channel.hub}]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [_author(author) for author in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language,
    }
    return item | (_shown(entry.picture) if entry.picture else {})


def _shown(picture: Picture) -> dict[str, Any]:
    attachment = {
        "url": picture.address,
        "mime_type": picture.mime,
        "title": picture.alt,
        "size_in_bytes": picture.size,
    }
    return {"image": picture.address, "attachments": [attachment]}


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name} | ({"url": author.url} if author.url else {})
