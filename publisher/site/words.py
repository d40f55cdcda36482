"""The words and dates that pages say around the articles, by language.

One file in `languages/` is one language; what it lacks is said in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from markupsafe import Markup


@dataclass(frozen=True)
class Words:
    """What the pages of one language (BCP 47) say around its articles.

    `spoken` is the language they say it in: English where nobody has written a file.
    """

    language: str
    spoken: str
    texts: dict[str, str]

    @property
    def locale(self) -> Locale:
        """How dates and lists are written: as the words around them."""
        return locale_of(self.spoken)

    @property
    def mark(self) -> Markup:
        """Attributes for an element that says these words on a page in another language."""
        if self.spoken == self.language:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(self.spoken, self.locale.text_direction)

    def say(self, key: str, **values: object) -> str:
        """The text named `key`, with its blanks filled in."""
        return self.texts[key].format(**values)

    def day(self, when: date | datetime) -> str:
        """A date as people of this language write it out."""
        return _day(when.date() if isinstance(when, datetime) else when, self.locale)

    def articles(self, count: int) -> str:
        """`1 article`, `12 articles`."""
        return self.say("one_article") if count == 1 else self.say("some_articles", n=count)

    def several(self, names: list[str]) -> str:
        """`A, B and C`."""
        return format_list(names, locale=self.locale)

    def name_of(self, language: str) -> str:
        """Another language's name, in that language itself."""
        return locale_of(language).get_display_name() or language

    def called(self, language: str) -> str:
        """Another language's name, in this one."""
        return locale_of(language).get_display_name(self.locale) or language

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`: how the page's own language runs."""
        return str(locale_of(self.language).text_direction)


@cache
def words(language: str) -> Words:
    """The words in `language`; what its file lacks, or all without a file, in English."""
    own = _texts(language.partition("-")[0]) | _texts(language)
    return Words(language, language if own else "en", _texts("en") | own)


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language tag, else for its base language, else English."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@cache
def _day(day: date, locale: Locale) -> str:
    return format_date(day, format="long", locale=locale)


@cache
def _texts(language: str) -> dict[str, str]:
    file = resources.files(__package__) / "languages" / f"{language}.yml"
    return dict(yaml.safe_load(file.read_text("utf-8"))) if file.is_file() else {}
