"""What the checks of evidence share: whether a passage names its source, and how it is said.

A passage names its source by a footnote, by a link to another site, by author and year, by a
number in brackets, by a journal and its year, or by the name of a work that the article lists. One
that goes on about the source of the one before ("They found …") needs no second note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from publisher.checks._document import Document
from publisher.checks._phrases import phrases
from publisher.content.passages import Kind, Passage, Sentence

# Where claims of our own stand; a footnote is itself the source, a quotation somebody else's word.
CLAIMS = (Kind.PARAGRAPH, Kind.LIST_ENTRY)

_CITATION = re.compile(
    r"""\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*+\]  # [12], [3, 4]
    | [.,%)”"]\d{1,3}(?:[,–-]\d{1,3})*+(?=\s|$)(?<!\d[.,]\d)(?<!\d[.,]\d\d)(?<!\d[.,]\d\d\d)
    | \b[^\W\d_a-z][\w'’-]++(?:\ et\ al\.?|\ (?:and|y|&)\ [^\W\d_a-z][\w'’-]++)?
      ,?\ \(?(?:19|20)\d\d[a-z]?\)  # (Example et al., 2020)
    | \b(?:Annals|BMJ|Circulation|Journal|JAMA|Lancet|Nature|NEJM|PLOS|Science)\b
      [^.;]{0,80}?\b(?:19|20)\d\d\b  # reported in The Lancet in February 2019
    | \b10\.\d{4,9}/\S | \bPMID:?\ ?\d | \bPMC\d | \bNCT\d
    """,
    re.VERBOSE,
)
# What makes somebody smile is nobody's health.
_PLAYFUL = re.compile(
    r"(?:\s?effective)?\s(?:at|in|for)\s(?:[\w’'-]{1,20}\s){1,5}"
    r"(?:smiles?|smiling|laugh|laughs|laughing|grin|giggle|blush)\b"
)
_WORD = re.compile(r"\w+")
# No sentence that people read is longer than this to both sides of a word.
_NEAR = 500
# No paragraph that people write says one thing more often.
MOST = 50


class Claim(NamedTuple):
    """A paragraph or entry of a list, and whether it names its source."""

    passage: Passage
    sourced: bool


@lru_cache(maxsize=2)
def claims(document: Document) -> tuple[Claim, ...]:
    """Every paragraph and entry of a list, in order; worth its time where one claims something."""
    return tuple(_claims(document))


def _claims(document: Document) -> Iterator[Claim]:
    before = introduced = False
    body = [each for each in document.passages if each.places[0][0] >= document.body_line]
    for passage in body:
        if passage.kind is Kind.HEADING:
            before = introduced = False
        if passage.kind not in CLAIMS:
            continue
        own = is_sourced(document, passage)
        below = passage.kind is Kind.LIST_ENTRY and introduced
        goes_on = before and any(_begins(passage, "evidence-goes-on"))
        sourced = own or below or goes_on
        if passage.kind is Kind.PARAGRAPH:
            introduced = sourced and passage.text.endswith(":")
        before = sourced
        yield Claim(passage, sourced)


def _begins(passage: Passage, name: str) -> Iterator[bool]:
    return (phrase.start == 0 for phrase in phrases(passage, name))


def is_sourced(document: Document, passage: Passage) -> bool:
    """Whether a passage itself says where its reader can look."""
    return bool(
        passage.notes
        or any(is_elsewhere(document, link.address) for link in passage.links)
        or _CITATION.search(passage.text)
        or _names_a_work(document, passage)
    )


def is_elsewhere(document: Document, address: str) -> bool:
    """Whether an address leads to a page of somebody else."""
    if not address.startswith(("http://", "https://")):
        return False
    try:
        return urlsplit(address).netloc != urlsplit(document.publication.site_url).netloc
    except ValueError:
        return False


def _names_a_work(document: Document, passage: Passage) -> bool:
    names = _names(document)
    return bool(names) and any(f" {name} " in f" {plain(passage.text)} " for name in names)


@lru_cache(maxsize=2)
def _names(document: Document) -> frozenset[str]:
    """How a text can name the works that its article lists: a title, or the first author."""
    listed = document.article.references if document.article else ()
    titles = {plain(work.title) for work in listed if work.title}
    authors = {plain(family(work.authors[0])) for work in listed if work.authors}
    return frozenset(name for name in titles | authors if name)


def family(author: str) -> str:
    """The family name of an author as a journal writes it, or an organisation's whole name."""
    name, _, initials = author.rpartition(" ")
    return name if name and initials.isupper() and len(initials) <= 4 else author  # noqa: PLR2004


def plain(text: str) -> str:
    """`text` as its words in small letters, one space apart."""
    return " ".join(_WORD.findall(text.casefold()))


def around(passage: Passage, offset: int) -> Sentence:
    """The sentence in which something stands; of one without end, what is near."""
    sentence = passage.sentence_at(offset)
    end = sentence.start + len(sentence.text)
    start = max(sentence.start, offset - _NEAR)
    return Sentence(passage.text[start : min(end, offset + _NEAR)], start)


def has(passage: Passage, sentence: Sentence, *names: str) -> bool:
    """Whether a sentence has a phrase of one of the lists `names`."""
    within = (sentence.start, sentence.start + len(sentence.text))
    return any(True for name in names for _ in phrases(passage, name, within))


def is_playful(text: str, end: int) -> bool:
    """Whether what is so effective, as the words up to `end` say, is to make somebody smile."""
    return bool(_PLAYFUL.match(text, end))


def is_asked(sentence: Sentence) -> bool:
    """Whether a sentence is a question, which claims nothing."""
    return sentence.text.rstrip("\"'”’») ").endswith("?")
