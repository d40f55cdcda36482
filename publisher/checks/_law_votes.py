"""Where a sentence asks for a vote for or against a person, and names no office.

It is put to the reader ("vote", "please vote", "you should vote"), and the name ends it, or a comma
or a reason comes next. Who is made "chair" or "nurse of the year" is no politician.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

from publisher.checks._stories import is_given

_NAME = (
    r"(?P<name>(?-i:(?:(?:Mr|Mrs|Ms|Dr|Sra?|Dra)\.?\ )?"
    r"(?:[^\W\d_a-z][\w'’-]{0,30}\.?\ ){0,3}[^\W\d_a-z][\w'’-]{1,30}))"
)
# What is put to the reader, or what the writer will do.
_PUT = r"""(?:^[\W\d]{0,5}|[:;,–—(]\ ?
    |\b(?:please|you|we|i|let['’]?s|let\ us|people|everybody|everyone|and|or|but|so|then|today
    |por\ favor)\ )
    (?:(?:to|will|would|should|must|can|do|don['’]t|not|never|also|all|please|help|no)\ ){0,3}"""
_ENDS = r"""(?=\s*+(?:[.!?;:)”"–—]|$)
    |,(?!\ (?:our|my|an?|the|nuestr[oa]|mi|el|la)\ (?!candidat|next|only|best))
    |\ (?:and|because|so|if|again|now|today|this|since|y|porque|si|hoy|este)\b)"""
_BY_NAME = re.compile(
    rf"""{_PUT}
    (?:vote\ (?:for|against)|(?:re-?)?elect|vot(?:a|e|en|ad|emos)\ (?:por|contra|a))
    \ {_NAME}{_ENDS}
    |^(?-i:Vote)\ {_NAME.replace("<name>", "<named>")}{_ENDS}""",
    re.IGNORECASE | re.VERBOSE,
)
_BY_PRONOUN = re.compile(
    rf"{_PUT}vote\ (?:for|against)\ (?:her|him)(?=[.!?;:,]|$)", re.IGNORECASE | re.VERBOSE
)
# So many family names are told from words; the names below are words of a slogan more often.
_MOST_FREQUENT = 10_000
_SLOGANS = frozenset({"best", "freedom", "hope", "joy", "justice", "love", "nurse", "peace"})


def asked_for(sentence: str) -> int | None:
    """Where a sentence asks for a vote for or against somebody, if it does."""
    if said := _BY_PRONOUN.search(sentence):
        return said.start()
    for said in _BY_NAME.finditer(sentence):
        if _is_person(said["name"] or said["named"]):
            return said.start()
    return None


def _is_person(name: str) -> bool:
    """Whether a name is a person's, by a title, a given name or a family name that is common."""
    words = [_plain(word) for word in name.split()]
    if words[0].rstrip(".") in {"mr", "mrs", "ms", "dr", "sr", "sra", "dra"}:
        return True
    return (len(words) > 1 and is_given(words[0])) or words[-1] in _family_names()


def _plain(word: str) -> str:
    """A word in small letters without its accents, as the census writes names."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(each for each in parts if not unicodedata.combining(each))


@cache
def _family_names() -> frozenset[str]:
    """The family names that the United States census of 1990 counted most often."""
    listed = (resources.files("names") / "dist.all.last").read_text("ascii").splitlines()
    names = (line.split()[0].lower() for line in listed[:_MOST_FREQUENT])
    return frozenset(names) - _SLOGANS
