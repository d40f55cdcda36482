"""What the checks of wording share: whose words a phrase is, and how often a thing is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._phrases import Phrase, listed, phrases
from publisher.content.located import Place
from publisher.content.passages import Kind, Passage, Sentence, Word
from publisher.finding import Turn

# A run of words with capital letters: a name, or a title of a work.
_CAPITALS = re.compile(
    r"[A-Z0-9][\w’'.-]*+(?:,? (?:(?:of|on|for|and|the|in|to|with|against|de|del|la|y|&) ){0,2}"
    r"[A-Z][\w’'.-]*+)++"
)
# Where every word has a capital letter, only one of these makes a run of them a name.
_OF_NAMES = re.compile(
    r"\b(?:Act|Administration|Agency|Alliance|Anonymous|Association|Cent(?:er|re)|Charity|Clinic|"
    r"Coalition|College|Commission|Committee|Council|Day|Department|Foundation|Fund|Group|"
    r"Hospital|Institute|Institutes|Journal|League|Lifeline|Line|Ministry|Month|Network|Office|"
    r"Organi[sz]ation|Programme|Program|Project|Resource|Samaritans|Service|Services|Society|"
    r"Trust|Union|University|Week)\b"
)
# The words before a phrase that is spoken of, or denied, and not used.
_NOT_USED = re.compile(
    r"\b(?:avoid\w*|don[’']t|isn[’']t|aren[’']t|instead of|label\w*|never|no|not|phrases?|"
    r"rather than|so-called|stigma\w*|stop|terms?|wording|words?|evit\w+|nunca|palabras?|"
    r"término\w*)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
_WINDOW = 120
# More of one advice than any text has in which a person lets one word stand after the other.
_MOST_ALIKE = 20
# A reply, a post: less than any article.
A_FEW_LINES = 150
# Below this one finding weighs so much that only what stands out is told.
SHORT_ARTICLE = 600


def ours(
    document: Document,
    name: str,
    among: Iterable[Passage] | None = None,
    *,
    quoted: bool = False,
) -> Iterator[tuple[Passage, Phrase]]:
    """Yield what a text has of a list, where it is its own word.

    Not its own are words in quotation marks (unless `quoted` ones are wanted), in the name of an
    organisation or the title of a work, in footnotes, which hold such titles, and words that are
    only spoken of, as in “we no longer say …”. `among` are the passages to look at, or all.
    """
    told: Counter[str] = Counter()
    for passage, phrase in listed_in(document, name, among):
        if told[phrase.said] < _MOST_ALIKE and _is_own(passage, phrase, quoted=quoted):
            told[phrase.said] += 1
            yield passage, phrase


def advised(passage: Passage, phrase: Phrase, message: str) -> Found:
    """A word of a list and what to write instead, of which each advice is given once."""
    told = found(passage, phrase.start, message, f"write {phrase.said}")
    return told._replace(turn=Turn(0, 1, phrase.said))


def listed_in(
    document: Document, name: str, among: Iterable[Passage] | None = None
) -> Iterator[tuple[Passage, Phrase]]:
    """Yield all that a text has of a list, but for its footnotes."""
    entries = listed(name, document.language.partition("-")[0])
    if not entries.keys().isdisjoint(document.stems):
        for passage in document.words if among is None else among:
            if passage.kind is not Kind.NOTE:
                for phrase in phrases(passage, name):
                    yield passage, phrase


def _is_own(passage: Passage, phrase: Phrase, *, quoted: bool) -> bool:
    return not (
        (not quoted and passage.is_quoted(phrase.start))
        or is_in_name(passage, phrase)
        or is_spoken_of(passage, phrase)
    )


def is_spoken_of(passage: Passage, phrase: Phrase) -> bool:
    """Whether the words before a phrase deny it or speak of it."""
    return bool(_NOT_USED.search(passage.text, max(0, phrase.start - 70), phrase.start))


def is_in_name(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a part of a name or of a title, to judge by the capital letters."""
    if not passage.text[phrase.start].isupper():
        return False
    first = max(0, phrase.start - _WINDOW)
    around = passage.text[first : phrase.end + _WINDOW]
    for run in _CAPITALS.finditer(around):
        if first + run.start() <= phrase.start and phrase.end <= first + run.end():
            return bool(_OF_NAMES.search(run[0])) or not _is_title_case(passage.text)
    return False


def _is_title_case(text: str) -> bool:
    long = [word for word in text[:300].split() if len(word) > 3]  # noqa: PLR2004
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def sentences_and_words(passage: Passage) -> Iterator[tuple[Sentence, list[Word]]]:
    """Yield each sentence of a passage with the words in it."""
    words = iter(passage.words)
    word = next(words, None)
    for sentence in passage.sentences:
        end = sentence.start + len(sentence.text)
        inside: list[Word] = []
        while word is not None and word.start < end:
            inside.append(word)
            word = next(words, None)
        yield sentence, inside


def is_markup(document: Document, passage: Passage) -> bool:
    """Whether a passage stands in HTML, whose cells and quotations look like one paragraph."""
    line, _ = passage.place()
    return document.lines[line - document.body_line].lstrip(" >").startswith("<")


def length(document: Document) -> int:
    """How many words of running text a document has."""
    return sum(len(passage.words) for passage in document.prose)


def is_short(document: Document) -> bool:
    """Whether a text has little room for findings, and is more than a few lines."""
    return A_FEW_LINES <= length(document) < SHORT_ARTICLE


def lines_of(places: Iterable[Place], here: int = 0) -> str:
    """The lines of some places in words, as `lines 3, 8 and 12`; `here` is “this line”."""
    lines = sorted({line for line, _ in places})
    others = [str(line) for line in lines if line != here]
    named = f"line {others[-1]}" if others else ""
    if len(others) > 1:
        named = f"lines {', '.join(others[:-1])} and {others[-1]}"
    again = "this line again" if here in lines else ""
    return " and ".join(filter(None, (again, named)))
