"""A page whose title another page of the same language has already.

Warning: in a list of search results nobody can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding
from publisher.site.audit._repeated import repetitions
from publisher.site.audit._site import Site

CHECK = "form-duplicate-title"


def find(site: Site) -> Iterator[Finding]:
    """Each page that repeats the title of one before it, in the order of addresses."""
    return repetitions(site, CHECK, "title", lambda page: page.title)
