"""The steps by which a foreign text becomes one of ours, in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from publisher.importing.body import Body
from publisher.importing.dialects import in_plain_markdown
from publisher.importing.fences import with_plain_fences
from publisher.importing.files import Files
from publisher.importing.headings import below_the_title
from publisher.importing.liquid import without_liquid
from publisher.importing.lists import rearranged
from publisher.importing.marks import tell_marks
from publisher.importing.markup import harmless, with_closed_comments
from publisher.importing.notes import Notes
from publisher.importing.pictures import with_pictures
from publisher.importing.shortcodes import without_shortcodes

# Both read Markdown by Python-Markdown, as we do.
_LIKE_OURS = frozenset({"material", "pelican"})
_NO_LIQUID = frozenset({"material", "hugo"})
_NO_SHORTCODES = frozenset({"material", "pelican", "jekyll"})


def converted(
    body: Body, generator: str, variables: Mapping[str, str], files: Files, notes: Notes
) -> Body:
    """The text with its pictures; only its links are as they were, until all have a place.

    `variables` are what Liquid may fill in, `page.title` among them.
    """
    body = with_closed_comments(body, notes)
    if generator not in _NO_LIQUID:
        body = without_liquid(body, variables, notes)
    if generator not in _NO_SHORTCODES:
        body = without_shortcodes(body, notes)
    body = in_plain_markdown(body, notes)
    if generator == "material":
        tell_marks(body, notes)
    body = harmless(body, notes, joined=generator in _LIKE_OURS)
    body = below_the_title(body, variables["page.title"], tight=generator in _LIKE_OURS)
    body = body if generator in _LIKE_OURS else rearranged(body)
    body = with_plain_fences(body)
    return with_pictures(body, files, notes)


def tidy(text: str) -> str:
    """`text` without blank lines at its ends, and with one line break after the last line."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", text).rstrip() + "\n"
