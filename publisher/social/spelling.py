"""Whether nothing but spelling changed between two texts, so that a sign-off survives it.

A doubt is a no: then somebody reads the text again, which costs minutes; a dose that changes under
a sign-off costs more. What may change is a word in small letters that no dictionary has, into a
common one that is one slip of the finger away and that nothing else could have been meant by.
Nothing else may: no digit, mark, capital, address, code or line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

_FILE = Path(__file__).with_name("guarded.yml")

_LINK = re.compile(
    r"""\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+[^()]*+\)  # where the words before it lead
    |\[[^\[\]\n]*+\]:[^\n]*+                               # that, or a note, at the text's end
    |\]\[[^\[\]\n]*+\]|\[\^[^\[\]\n]*+\]                   # what names it
    |<[^<>\n]*+>                                           # HTML, or an address
    |(?:https?://|www\.|mailto:|tel:)[^\s<>]++|[\w.+-]{1,64}+@[\w.-]{1,255}+""",
    re.VERBOSE,
)
_TOKEN = re.compile(
    rf"""(?P<link>{_LINK.pattern})
    |(?P<code>`[^`]*+`)
    |(?P<number>[^\W_]*\d[^\W_]*+(?:[.,:/][^\W_]*\d[^\W_]*+)*+)
    |(?P<word>[^\W\d_]++(?:['-][^\W\d_]++)*+)
    |(?P<space>\s++)
    |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)

# Zipf frequency, https://pypi.org/project/wordfreq/: 3 is a word in a million, 4 ten in a million.
# What is commoner than the first may be a word of its own, and then may not change; what is rarer
# than the second is in no dictionary.
_MAY_BE_A_WORD, _UNHEARD_OF = 3.1, 1.5
# By so much the word that was meant is commoner than any other that could have been.
_DISTANCE = 2.0
_SHORTEST = 3
_VOWELS = "aeiouy"


class Token(NamedTuple):
    """A piece of a text that changes as a whole."""

    kind: str
    text: str


def tokens(text: str) -> list[Token]:
    """The text in pieces: words, numbers with their units, links, code, spaces and marks."""
    plain = text.replace("’", "'").replace("\r\n", "\n")
    return [Token(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(plain)]


def is_spelling_only(before: str, after: str, language: str = "en") -> bool:
    """Whether the texts, in `language` (BCP 47), differ in the spelling of words alone, or not."""
    old, new = tokens(before), tokens(after)
    if len(old) != len(new):
        return False
    changed = {pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]}
    return all(_is_slip(*pair, language.partition("-")[0]) for pair in changed)


def differences(before: str, after: str) -> Counter[str]:
    """How many words, numbers, links and so on, by kind, a reader of `before` has not seen so.

    None where only their order is another.
    """
    old, new = Counter(tokens(before)), Counter(tokens(after))
    gone, come = old - new, new - old
    return _by_kind(gone) | _by_kind(come)


def _by_kind(found: Counter[Token]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for token, number in found.items():
        kinds[token.kind] += number
    return kinds


def _is_slip(old: Token, new: Token, language: str) -> bool:
    if old.kind != "word" or new.kind != "word":
        return False
    wrong, right = old.text, new.text
    if not (wrong.isalpha() and right.isalpha() and wrong.islower() and right.islower()):
        return False
    if min(len(wrong), len(right)) < _SHORTEST:
        return False
    guarded = _guarded(language)
    return (
        guarded is not None
        and not (guarded(wrong) or guarded(right))
        and _meant(wrong, right, language)
    )


def _meant(wrong: str, right: str, language: str) -> bool:
    """Whether `right` is what somebody meant who wrote `wrong`, and nothing else can be.

    Two letters that changed places, or one that was doubled or not, are the surest signs.
    """
    slip, word = _frequency(wrong, language), _frequency(right, language)
    sure, vowels, any_one = _swapped(wrong), _other_vowels(wrong), _one_off(wrong, language)
    if right in sure:
        others, least, apart, most = sure, 3.5, 1.2, _MAY_BE_A_WORD
    elif right in vowels:
        others, least, apart, most = any_one | sure, 4.0, 2.0, _MAY_BE_A_WORD
    elif right in any_one:
        others, least, apart, most = any_one | sure, 3.0, 1.5, _UNHEARD_OF
    else:
        return False
    rivals = (_frequency(other, language) for other in others - {wrong, right})
    return slip < most and word >= max(least, slip + apart) and max(rivals) < word - _DISTANCE


def _swapped(word: str) -> set[str]:
    """What was meant where two neighbours changed places, or a letter was doubled, or not."""
    pairs = [(word[:at], word[at:]) for at in range(len(word))]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in pairs if len(b) > 1}
    single = {a + b[1:] for a, b in pairs if len(b) > 1 and b[0] == b[1]}
    return swapped | single | {a + b[0] + b for a, b in pairs}


def _other_vowels(word: str) -> set[str]:
    pairs = [(word[:at], word[at:]) for at in range(len(word))]
    return {a + vowel + b[1:] for a, b in pairs if b[0] in _VOWELS for vowel in _VOWELS}


def _one_off(word: str, language: str) -> set[str]:
    """What was meant where one letter is missing, too many, or another."""
    pairs = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = _letters(language)
    return {
        *(a + b[1:] for a, b in pairs),
        *(a + letter + b for a, b in pairs for letter in letters),
        *(a + letter + b[1:] for a, b in pairs for letter in letters),
    }


def _letters(language: str) -> str:
    return "abcdefghijklmnopqrstuvwxyz" + ("áéíñóúü" if language == "es" else "")


def _frequency(word: str, language: str) -> float:
    from wordfreq import zipf_frequency  # noqa: PLC0415 - it reads a large list, rarely needed

    return float(zipf_frequency(word, language))


@cache
def _guarded(language: str) -> Callable[[str], bool] | None:
    """What says whether a word is guarded; None for a language that we have no list of."""
    lists = yaml.safe_load(_FILE.read_text("utf-8")).get(language)
    if lists is None:
        return None
    words, starts, ends = (tuple(lists[key].split()) for key in ("words", "starts", "ends"))
    return lambda word: (
        word in words or word.startswith(starts) or word.removesuffix("s").endswith(ends)
    )
