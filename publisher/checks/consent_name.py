"""A name, or anything else that tells who it is, in `consent:`.

The record itself is kept elsewhere, and git never forgets: here stands only its number, which means
nothing to anybody who cannot open the cabinet. A medical record number, a date of birth or initials
are no such number. In words, say what was agreed to and for what, without saying with whom.

Source: 45 CFR 164.514(b)(2)(i)(A), (H), (R) and (c)
(https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-E/section-164.514).

Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: Maria Lopez, scope: words, expires: 2028-03-14}]
    ---

    Words.
Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: the story of Maria Lopez, expires: 2028-03-14}]
    ---

    Words.
Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: MRN 4471902, scope: words, expires: 2028-03-14}]
    ---

    Words.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: Words and picture, by: Example Health, to: the public,
        purpose: to be shown on LinkedIn and YouTube, expires: the end of the campaign}]
    ---

    Words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._stories import is_given
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

# A few capitals that say which cabinet, and a number. What counts as a person's own is none: a
# number of a medical record, of social security, a date.
_OPAQUE = re.compile(
    r"(?:(?:[A-Z]{1,4}|CONSENT|RELEASE|RECORD|FORM)[ ./_-]{0,2})?\d[\d./_-]{0,24}(?<=\d)[A-Z]?"
)
_OWN = re.compile(
    r"MRN|SSN|DOB|NHS|\d{3}-\d{2}-\d{4}|\d{4}[-./]\d\d[-./]\d\d|\d\d?[-./]\d\d?[-./](?:\d\d){1,2}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*+")
_TELLING = re.compile(r"@|\d{5}|\d[-./ ]\d{2,}[-./ ]\d")
# Words in capitals that are nobody's name.
_KNOWN = frozenset(
    "i facebook instagram linkedin youtube bluesky mastodon threads x tiktok twitter internet web "  # noqa: SIM905
    "january february march april may june july august september october november december english "
    "spanish hospital clinic trust health healthcare university foundation center centre "
    "department school college institute office team media communications marketing network "
    "part hipaa cfr words word picture pictures photograph photographs photo photos story stories "
    "video film voice text name website site newsletter public readers networks to for the a an "
    "all our until end use first written signed".split()
)


def check(document: Document) -> Iterator[Found]:
    """Yield each value of `consent:` that may tell who it is."""
    organisation = document.publication.settings.organisation.name
    known = {*_KNOWN, *(word.lower() for word in _WORD.findall(organisation))}
    known |= {word.lower() for word in _WORD.findall(document.publication.name)}
    for passage in document.passages:
        keys = passage.name.split(".")
        if keys[0] != "consent":
            continue
        if keys[-1] == "record" and not _is_opaque(passage.text):
            message = "the consent's record is not an opaque number"
            yield _found(passage, 0, message, "write the number of the record, as `record: C-0042`")
        elif keys[-1] != "record" and (at := _name(passage.text, known)) is not None:
            message = "this consent holds what may tell who it is"
            yield _found(passage, at, message, "say what was agreed to, not by whom")


def _found(passage: Passage, at: int, message: str, fix: str) -> Found:
    return found(passage, at, message, fix, passage.text)


def _is_opaque(text: str) -> bool:
    return bool(_OPAQUE.fullmatch(text)) and not _OWN.search(text)


def _name(text: str, known: set[str]) -> int | None:
    """Where something stands in `text` that may be a name, or a way to reach somebody."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) and (telling := _TELLING.search(text)):
        return telling.start()
    for word in _WORD.finditer(text):
        written = re.sub(r"[’']s$", "", word[0])
        if written.lower() in known or not _is_capital(written):
            continue
        first = not text[: word.start()].strip()
        if not first or is_given(written) or written != word[0] or _followed(text, word.end()):
            return word.start()
    return None


def _is_capital(word: str) -> bool:
    return word[0].isupper() or not word[0].islower()  # scripts without capitals, too


def _followed(text: str, end: int) -> bool:
    """Whether the next word, too, is in capitals: `Maria Lopez`."""
    return bool(re.match(r" [^\W\d_a-z]", text[end : end + 2])) and text[end + 1].isupper()
