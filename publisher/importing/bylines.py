"""Bylines as blogs write them: a name, and in healthcare often what its bearer has earned."""

from __future__ import annotations

import re

from publisher.importing.slugs import as_name

# MD, PhD, MPH, FRCP, Pharm.D.: at least two capitals, and never a word of a name.
CREDENTIAL = re.compile(r"(?:[A-Z][a-z]{0,4}\.?[- ]?){1,3}[A-Z]{1,4}\.?(?:\([A-Za-z]+\))?")
# Bylines that are no person's name.
_TEAM = re.compile(
    r"\d|\b(?:team|staff|editors?|office|group|agency|committee|department|council|network|center"
    r"|centre|hospital|institutes?|gov|blog|news|admin|authors?|guest|anonymous)\b",
    re.IGNORECASE,
)


def parted(byline: str) -> tuple[str, tuple[str, ...]]:
    """`Jane Roe, MD, PhD` as the name and the credentials; a text without such is all name."""
    name, *rest = (part.strip() for part in byline.split(","))
    if rest and all(CREDENTIAL.fullmatch(part) for part in rest):
        return name, tuple(rest)
    return byline, ()


def as_person(handle: str) -> str:
    """A key as a name; what has a space or a capital is a name already."""
    return handle if re.search(r"\s|[A-Z]|[^\x00-\x7f]", handle) else as_name(handle)


def kind(name: str) -> str:
    """`team` for what is no person's name: a team is an organisation to search engines."""
    return "team" if _TEAM.search(name) else "person"
