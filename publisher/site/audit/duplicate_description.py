"""A page whose description another page of the same language has already.

Warning: in a list of search results nobody can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.finding import Finding
from publisher.site.audit._repeated import repetitions
from publisher.site.audit._site import Site

CHECK = "form-duplicate-description"


def find(site: Site) -> Iterator[Finding]:
    """Each page that repeats the description of one before it, in the order of addresses."""
    return repetitions(site, CHECK, "description", lambda page: page.description)
