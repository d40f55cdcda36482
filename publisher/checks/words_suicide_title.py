"""Suicide in a title or a hook, where it tells of a death and not of help.

A headline is read by many who never see the line that helps. What is about help, prevention,
talking, warning signs or research may say in its title what it is about.

Source: WHO, "Preventing suicide: a resource for media professionals", update 2023
(https://www.who.int/publications/i/item/9789240076846): be careful with headlines; Samaritans'
Media Guidelines (https://www.samaritans.org/about-samaritans/media-guidelines/).

Flags: ---
    title: A nurse's suicide shakes the whole ward
    authors: [editorial-team]
    ---

    Text.
Passes: ---
    title: How to talk with a friend about suicide
    authors: [editorial-team]
    ---

    Text.
Passes: A nurse's suicide shook the whole ward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._words_suicide import mentions
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_HELPS = re.compile(
    r"\b(?:ask\w*|aware\w*|care|coping|crisis|gene|grie[fv]\w*|guid\w+|help\w*|hope\w*|how to|"
    r"ideation|lifeline|lines?|listen\w*|prevent\w*|recover\w*|report\w*|research\w*|risk|"
    r"safe\w*|signs?|speak\w*|support\w*|surviv\w+|talk\w*|thoughts?|treat\w*|understand\w*|what|writ\w+|"
    r"apoy\w+|ayud\w+|cómo|esperanza|habl\w+|ideación|línea|pensamientos|preven\w+|qué|riesgo|"
    r"señales|sobreviv\w+)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each title and hook that tells of a suicide."""
    for passage, phrase in mentions(document):
        if _is_headline(passage) and not _HELPS.search(passage.text):
            message = "this headline tells of a suicide"
            fix = "name the person or the help, and keep the death for the text"
            yield found(passage, phrase.start, message, fix)


def _is_headline(passage: Passage) -> bool:
    return passage.kind in {Kind.TITLE, Kind.POST} or passage.name.startswith("social.")
