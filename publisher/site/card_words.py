"""What a share card says, and how it is told to who cannot see it."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.site.drawing.layout import Wording
from publisher.site.words import words

# How many authors are named at most where there is no room for all.
_NAMED = 3


def wording(publication: Publication, article: Article, fonts: Path | None = None) -> Wording:
    """The words on an article's card, in the article's language."""
    language = article.language
    say = words(language)
    authors = [person.name.in_language(language) for _, person in publication.authors_of(article)]
    return Wording(
        title=_plain(article.title),
        language=language,
        name=_plain(publication.name),
        eyebrow=say.say(f"pillar_{article.pillar}") if article.pillar else "",
        bylines=tuple(map(_plain, bylines(authors, language))),
        right_to_left=say.direction == "rtl",
        fonts=fonts,
    )


def pillar_wording(publication: Publication, article: Article, fonts: Path | None) -> Wording:
    """The words on the picture that all articles of one pillar and language share."""
    say = words(article.language)
    name = _plain(publication.name)
    return Wording(
        title=say.say(f"pillar_{article.pillar}") if article.pillar else name,
        language=article.language,
        name=name,
        right_to_left=say.direction == "rtl",
        fonts=fonts,
    )


def bylines(authors: list[str], language: str) -> list[str]:
    """All of the authors, else the first of them and how many more, the longest first."""
    say = words(language)
    shorter = [
        say.say("authors_more", names=", ".join(authors[:named]), n=len(authors) - named)
        for named in range(min(_NAMED, len(authors) - 1), 0, -1)
    ]
    return [say.several(authors), *shorter] if authors else []


def alternative(on_card: Wording, picture: str = "") -> str:
    """The card's alternative text; `picture` is that of the picture on it."""
    say = words(on_card.language)
    if picture:
        return say.say("card_pictured", title=on_card.title, name=on_card.name, picture=picture)
    return say.say("card", title=on_card.title, name=on_card.name)


def _plain(text: str) -> str:
    """One line, with letters and their accents in one character: no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", normalize("NFC", text)).strip()
