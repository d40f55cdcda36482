"""Absolute URLs, and which people have a page to point at."""

from __future__ import annotations

import re
from urllib.parse import quote

from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.site.views import Picture

# What RFC 3986 section 3.3 lets stand in a path; an address is a path as files are named, so a
# `%` in it is a percent sign and not the beginning of an escape.
_PATH = "/:@-._~!$&'()*+,;="


def absolute(publication: Publication, address: str) -> str:
    """The URL of an address relative to the site's root."""
    return publication.url(quote(address, safe=_PATH))


def picture_url(publication: Publication, picture: Picture) -> str:
    """The URL of a picture, which changes with the picture.

    Networks keep pictures by URL, so a new version is fetched anew, while every older URL leads
    to the same file still: servers of files pass over a query.
    """
    version = f"?v={picture.version}" if picture.version else ""
    return absolute(publication, picture.address) + version


def person_page(publication: Publication, key: str) -> str | None:
    """The URL of a person's page; None for who is named on no current article, and so has none."""
    for article in publication.current:
        if key in article.authors or key == article.reviewer:
            return absolute(publication, f"people/{key}/")
    return None


def profiles(person: Person) -> list[str]:
    """Where else a person is found; nowhere once they have left."""
    if person.left:
        return []
    found = [str(person.url or ""), *map(str, person.same_as)]
    if person.github:
        found.append(f"https://github.com/{person.github}")
    if person.fediverse:
        name, host = person.fediverse.removeprefix("@").split("@")
        found.append(f"https://{host}/@{name}")
    return list(dict.fromkeys(filter(None, found)))


# What RFC 3986 allows nowhere in an address, and authors paste all the same.
_NEVER = re.compile(r"[^!-~]|[\\^`{|}\"<>]")


def as_pasted(url: str) -> str:
    """An address as an author pasted it, with what may not stand in one as escapes."""
    start, mark, fragment = url.strip().partition("#")
    return _NEVER.sub(lambda found: quote(found[0]), start + mark + fragment.replace("#", "%23"))
