"""An article that asks its reader nothing and invites to nothing.

Who has read to the end wants to do something: ask, write, book, tell a friend. A question, a next
step or a word of invitation is enough. Only articles that are ready and have 100 words of text or
more are asked for one.

Source: CDC Clear Communication Index, on the call to action and on directions for what to do
(https://www.cdc.gov/ccindex/index.html); AHRQ, PEMAT, on actionability
(https://www.ahrq.gov/health-literacy/patient-education/pemat.html).

Flags: ---
    id: k7q4-plm2
    title: A new ward
    description: The hospital opened a ward of twelve beds on the third floor, with a garden.
    date: 2026-03-14
    status: ready
    pillar: community
    audience: patients
    topics: [wards]
    authors: [editorial-team]
    disclosures: none
    ---

    The hospital opened a ward of twelve beds on the third floor. Each bed stands at a window. The
    rooms hold two beds each, with a curtain between them. A garden lies behind the house, with a
    bench and a tree. Nurses of the ward chose the lamps, the walls' colour and the chairs. The old
    ward had one long room with sixteen beds, and a bell at each. Nobody slept well in it. The
    builders worked for two years and the ward stayed open for all of that time. Visitors find a
    room of their own at the end of the hall, with tea and a shelf of books for those who wait.
Passes: The hospital opened a ward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import length
from publisher.content.article import Article, Status
from publisher.finding import Severity

SEVERITY = Severity.WARNING

FEWEST_WORDS = 100
# A question, or a verb where it calls upon the reader.
_INVITES = re.compile(
    r"[?¿]|(?:^|[.!:,;…][\"”’)]?\s|\b(?:please|can|could|may|might|should|must|and|or|then|"
    r"want to|like to|wish to|how to|invited? (?:you )?to|por favor|puede[sn]?|y|o)\s)\s*"
    r"(?:ask|book|bring|call|check|choose|come|contact|do|download|e-?mail|find|follow|get|give|go|"
    r"help|join|keep|learn|let|look|make|phone|read|register|see|send|share|sign|speak|start|stay|subscribe|"
    r"take|talk|tell|text|think|try|use|visit|volunteer|watch|write|"
    r"apúnt\w+|comparte\w*|consult\w+|cont[aá]ct\w+|cuént\w+|escríb\w+|escucha\w*|habl[ae]\w*|"
    r"inscríb\w+|llam[ae]\w*|pregunt[ae]\w*|prueb[ae]\w*|reserv[ae]\w*|suscríb\w+|únete|visit[ae]\w*)\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield one finding for an article that is ready and leaves its reader standing."""
    article = document.article
    if (
        article
        and article.status is Status.READY
        and length(document) >= FEWEST_WORDS
        and not _invites_by_key(article)
        and not any(_INVITES.search(each.text) for each in document.words)
    ):
        message = "nothing in it asks the reader, or invites to anything"
        fix = "end on a question, or say in `next_step` what a reader can do now"
        yield document.found(document.place("title"), message, fix)


def _invites_by_key(article: Article) -> bool:
    return bool(article.next_step or (article.social and article.social.question))
