"""Articles that nobody wrote: plain sentences put together by chance, the same for one seed.

Each has about 650 words and what articles have: headings, lists, a table, a quotation,
footnotes, and links to other articles and to the web.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FIRST_DAY, DAYS = date(2020, 1, 1), 5 * 365
PILLARS = ("research", "advocacy", "education", "people", "community", "statement")
AUDIENCES = ("patients", "clinicians", "policy", "staff")
TOPICS = {f"topic-{number:02}": f"Topic {number:02}" for number in range(1, 21)}
TEAMS = {f"team-{number:02}": f"Team {number:02}" for number in range(1, 41)}


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split("|")]


_WHO = _phrases(
    """a nurse | the pharmacist | a new doctor | the night team | a porter | our library |
    the clinic | a volunteer | the front desk | a ward clerk | the safety team | a student |
    one of our interpreters | the outpatient team | a dietitian | the readers' panel"""
)
_DOES = _phrases(
    """explains | checks | writes down | reads aloud | asks about | goes through | simplifies |
    repeats | prints | translates | measures | reviews"""
)
_WHAT = _phrases(
    """the next step | each new medicine | the letter about the visit | what the test shows |
    the plan for going home | a leaflet about sleep | the question that was not asked |
    the number on the label | the route to the ward | a page of results | the picture on the sign |
    every word that needs a dictionary | the date of the check-up | a list of side effects"""
)
_WHEN = _phrases(
    """before anyone leaves | at the start of a shift | twice a week | without hurry |
    with somebody they trust | in fewer words than last year | while there is still time |
    after the second call | when the corridor is quiet | as early as possible |
    in the language of the family | so that nobody has to guess"""
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article; in `body`, `{article-17}` stands for the address of article number 17.

    `topics`, `authors` and `reviewer` are keys of TOPICS and TEAMS; `sources` are addresses.
    """

    number: int
    title: str
    slug: str
    description: str
    day: date
    pillar: str
    audience: str
    topics: tuple[str, ...]
    authors: tuple[str, ...]
    reviewer: str
    sources: tuple[str, ...]
    body: str

    @property
    def last_words(self) -> str:
        """What stands in this article's page and on no other."""
        return _last_words(self.number)

    def text(self, address: Callable[[int], str]) -> str:
        """The Markdown, in which `address` says where the article of a number is."""
        return re.sub(r"\{article-(\d+)\}", lambda found: address(int(found[1])), self.body)


def write_articles(count: int, seed: int = 1) -> list[Article]:
    """`count` articles numbered from 1, the oldest first, spread over five years now past."""
    chances = (Random(f"{seed}/{number}") for number in range(1, count + 1))  # noqa: S311 - no secret
    return [_article(chance, number, count) for number, chance in enumerate(chances, start=1)]


def _article(chance: Random, number: int, count: int) -> Article:
    title = f"{_sentence(chance)[:-1]} ({number})"
    sources = tuple(f"https://example.org/studies/{number}/{part}" for part in ("one", "two"))
    *authors, reviewer = chance.sample(list(TEAMS), chance.choice((2, 2, 3)))
    return Article(
        number=number,
        title=title,
        slug="-".join(re.findall(r"[a-z0-9]+", title.lower())),
        description=f"What it is like when {_clause(chance)}, and what we learned from that.",
        day=FIRST_DAY + timedelta(days=number * DAYS // count),
        pillar=chance.choice(PILLARS),
        audience=chance.choice(AUDIENCES),
        topics=tuple(chance.sample(list(TOPICS), 2)),
        authors=tuple(authors),
        reviewer=reviewer,
        sources=sources,
        body="\n\n".join(_blocks(chance, number, count, sources)) + "\n",
    )


def _blocks(chance: Random, number: int, count: int, sources: tuple[str, ...]) -> list[str]:
    first, second = (chance.randint(1, count) for _ in sources)
    return [
        f"{_paragraph(chance, 3)}[^one]",
        *_section(chance, _list(chance, "- ")),
        f"We wrote about [something like it]({{article-{first}}}) before. {_sentence(chance)}",
        *_section(chance, _table(chance)),
        f"> {_paragraph(chance, 2)}",
        *_section(chance, _list(chance, "1. ")),
        f"See [the other side of this]({{article-{second}}}) and [a guide]({sources[0]}).[^two]",
        *_section(chance, _paragraph(chance, 3)),
        _last_words(number),
        f"[^one]: {_sentence(chance)} [Read the study]({sources[0]}).",
        f"[^two]: {_sentence(chance)} [Read the study]({sources[1]}).",
    ]


def _last_words(number: int) -> str:
    return f"So ends article number {number}."


def _section(chance: Random, block: str) -> list[str]:
    return [f"## When {_clause(chance)}", _paragraph(chance, 3), block, _paragraph(chance, 2)]


def _list(chance: Random, mark: str) -> str:
    return "\n".join(f"{mark}**{chance.choice(_WHAT)}**: {_sentence(chance)}" for _ in range(3))


def _table(chance: Random) -> str:
    rows = (
        f"| {chance.choice(_WHAT)} | {chance.choice(_WHEN)} | {chance.randint(1, 99)} |"
        for _ in range(5)
    )
    return "\n".join(("| What | When | How many |", "|---|:---:|---:|", *rows))


def _paragraph(chance: Random, sentences: int) -> str:
    first, *others = (_sentence(chance) for _ in range(sentences))
    return " ".join([first, *others[:-1], f"*{others[-1]}*"])


def _sentence(chance: Random) -> str:
    clause = _clause(chance)
    return f"{clause[0].upper()}{clause[1:]}."


def _clause(chance: Random) -> str:
    return " ".join(chance.choice(part) for part in (_WHO, _DOES, _WHAT, _WHEN))
