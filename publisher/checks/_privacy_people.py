"""Whose care a document tells of: which of the people it names are patients or near to one.

Not every name: a clinician by title or credentials, an author, a cited researcher and an official
are public. A person is linked to care by how the sentence stands to the name (“Maria, 34,”, “patient
Wei Zhang”, “Anna’s surgery”, “Mr. Smith, who was admitted”), and stays so through the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from publisher.checks._privacy_care import Line, Sort
from publisher.checks._privacy_names import Name, names
from publisher.checks._privacy_story import told
from publisher.checks._privacy_words import alternatives, group, words

_NEARBY = 70
DEBUG = False
ENOUGH = 4
_REACH = 6
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands."""

    line: Line
    name: Name

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.line.text[max(0, self.name.start - _NEARBY) : self.name.start]

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.line.text[self.name.end : self.name.end + _NEARBY]


@dataclass(frozen=True)
class _Frames:
    """What stands around a name and says who it is."""

    public_before: re.Pattern[str]
    public_after: re.Pattern[str]
    role_before: re.Pattern[str]
    role_after: re.Pattern[str]
    thing_after: re.Pattern[str]
    owned_thing: re.Pattern[str]
    place_before: re.Pattern[str]
    title_before: re.Pattern[str]
    honorific_before: re.Pattern[str]
    patient_before: re.Pattern[str]
    relative_before: re.Pattern[str]
    relative_after: re.Pattern[str]
    named_before: re.Pattern[str]
    age_after: re.Pattern[str]
    care_after: re.Pattern[str]
    owned_after: re.Pattern[str]
    record_after: re.Pattern[str]
    like_before: re.Pattern[str]
    given_before: re.Pattern[str]
    family_after: re.Pattern[str]


@cache
def _frames(language: str) -> _Frames:
    listed, care = words("privacy-names", language), words("privacy-care", language)
    events = alternatives([*care["events"], *care["states"], *care["soft"], *care["body"]])
    relatives = alternatives(care["relatives"])
    grammar = {
        key: f"(?:{'|'.join(each)})" for key, each in words("privacy-grammar", language).items()
    }
    roles, titles = alternatives(listed["roles"]), alternatives(listed["titles"])
    fill = {
        "credentials": alternatives(listed["credentials"]),
        "roles": roles,
        "titles": titles,
        "things": alternatives(listed["things"]),
        "honorifics": alternatives(care["honorifics"]),
        "patients": alternatives(care["patients"]),
        "relatives": relatives,
        "events": events,
        **grammar,
    }
    patterns = {
        "public_before": r"\b(?:{titles})\.?\s+(?:[A-Z]\.\s*)?$",
        "public_after": r"^,?\s*\(?(?:{credentials})\b\.?(?![\w’'])|^\s+et al\b|^[’']?s?,?\s*\((?:19|20)\d\d[a-z]?\)|^,? (?:19|20)\d\d[;:.]|^\s+[A-Z]{{1,3}}[,.;]",
        "role_before": r"(?i:\b(?:{roles})),?\s+$",
        "role_after": r"^\s*(?:,|\(|{is_was}\b|—|–|-)\s*(?:{articles}\s+)?(?:(?!{unlike}\b)[\w’'&/-]+\s+){{0,4}}?(?i:{roles})\b",
        "thing_after": r"^[ -](?:[\w’&-]+ ){{0,2}}?(?i:{things})\b",
        "owned_thing": r"^(?:[’']s?|s[’'])\s+(?:\w+\s+)?(?i:{things})\b",
        "place_before": r"\b(?i:{place})\s+(?:the\s+)?$",
        "title_before": r"\b(?:Dr|Dra|Doctor|Prof)\.?\s+$",
        "honorific_before": r"\b(?i:{honorifics})\.?\s+$",
        "patient_before": r"(?i:\b(?:{patients})s?(?:[’']s?)?(?:\s+{named})?)[\s,:(–—-]*$",
        "relative_before": r"(?i:(?:\b{possessives}|[’']s)\s+(?:[\w-]+\s+){{0,2}}(?:{relatives}))[\s,:(]*$",
        "relative_after": r"^,?\s*(?:{possessives})\s+(?:[\w-]+\s+)?(?:{relatives})\b",
        "named_before": r"(?i:\b(?:{named}))[\s:,]*$",
        "age_after": r"^\s*(?:,|\(|{is_was}\b)\s*(?:{now}\s+)?(?:{articles}\s+)?\d{{1,3}}\b(?![%.:\d])(?!\s*(?:percent|%|[A-Z]))",
        "care_after": r"^(?:,?\s+{who})?(?:\s+{verbs}|\s+\w+ly)*\s+(?:{events}|{happened})\b",
        "owned_after": r"^[’']s?\s+(?:[\w-]+\s+){{0,3}}?(?:{events}|{owned}|{relatives})\b",
        "record_after": r"^[\s,(]*(?:MRN|DOB|SSN|DNI|NSS|ID\b|#|[MF],? \d\d\b|\d+ ?(?:yo|y/o)\b)",
        "family_after": r"^(?:[’']s)?\s+(?i:famil(?:y|ies)|children|sisters|brothers|twins|household)\b",
        "given_before": r"(?i:\b{prescribed})\s+$",
        "like_before": r"(?:[,(:;–—]|\b(?i:{like}))\s*$",
    }
    return _Frames(**{key: re.compile(text.format(**fill)) for key, text in patterns.items()})


class People:
    """The people of one document: who is public, and who is linked to care."""

    def __init__(self, lines: Iterable[Line], public: Iterable[str], language: str) -> None:
        self.frames = _frames(language)
        self.lines = list(lines)
        self.numbers = {id(line): number for number, line in enumerate(self.lines)}
        lines = self.lines
        self.mentions = [Mention(line, name) for line in lines for name in names(line.text)]
        self.mentions = [each for each in self.mentions if not self._is_thing(each)]
        self.public = set(group("privacy-names", "known", "en"))
        self.public |= {part for name in public for part in _parts(name)}
        self.public |= {
            part for each in self.mentions if self._is_public(each) for part in each.name.parts[-1:]
        }

    def linked(self) -> Iterator[Mention]:
        """Yield each mention of somebody whose care the document tells of."""
        known = self._told()
        for _ in range(2):  # the second time with those in reach of the first
            self._reach(known)
            for each in self.mentions:
                if self._is_linked(each):
                    known.update(each.name.parts or (each.name.text,))
        for each in self.mentions:
            parts = each.name.parts or (each.name.text,)
            if self._is_linked(each) or (
                known.intersection(parts) and each.name.sure and not self._is_open(each)
            ):
                yield each

    def _reach(self, known: set[str]) -> None:
        """Mark the sentences that stand around those in which somebody known is named."""
        for each in self.mentions:
            if known.intersection(each.name.parts):
                number = self.numbers[id(each.line)]
                for line in self.lines[max(0, number - _REACH) : number + _REACH + 1]:
                    line.reached = True
                for line in self.lines[max(0, number - _BESIDE) : number + _BESIDE + 1]:
                    line.near = True

    def _told(self) -> set[str]:
        """The parts of the names of those of whom a story is told."""
        at: dict[int, set[str]] = {}
        spoken: dict[str, set[str]] = {}
        sure: dict[str, int] = {}
        for each in self.mentions:
            if not each.name.sure or not each.name.parts or self._is_open(each):
                continue
            if _LONG_AGO.search(each.line.text):
                self.public.update(each.name.parts)
                continue
            at.setdefault(self.numbers[id(each.line)], set()).update(each.name.parts)
            for part in each.name.parts:
                spoken.setdefault(part, set()).add(each.name.text)
                sure[part] = sure.get(part, 0) + (2 if each.name.sure > 1 else 1)
        known: set[str] = set()
        for part, texts in spoken.items():
            if sure[part] < 2:
                continue
            total = told(self.lines, at, [part], texts)
            if DEBUG:
                print("      story", part, sure[part], total)
            if total >= ENOUGH:
                known.add(part)
        return known

    def _is_thing(self, each: Mention) -> bool:
        """Whether a disease, a score, a hospital or a place only bears the name."""
        frames, after = self.frames, each.after
        if frames.thing_after.search(after):
            return True
        if each.name.sure < 2 and frames.owned_thing.search(after):
            return True
        return each.name.sure < 3 and bool(frames.place_before.search(each.before))

    def _is_public(self, each: Mention) -> bool:
        frames = self.frames
        return bool(
            each.name.sure
            and (
                frames.public_before.search(each.before)
                or frames.public_after.search(each.after)
                or frames.role_before.search(each.before)
                or frames.role_after.search(each.after)
            )
            and not frames.age_after.search(each.after)
        )

    def _is_open(self, each: Mention) -> bool:
        """Whether somebody is named as a clinician, author or official."""
        return self._is_public(each) or bool(self.public.intersection(each.name.parts[-1:]))

    def _is_linked(self, each: Mention) -> bool:
        if self.frames.title_before.search(each.before):
            return each.line.strong and bool(_DAY.search(each.line.text))
        if self._is_open(each) or not (each.name.sure or _initials(each)):
            return False
        return self._is_framed(each) or self._is_told(each)

    def _is_framed(self, each: Mention) -> bool:
        """Whether what stands right around the name links it to care."""
        frames, line, before, after = self.frames, each.line, each.before, each.after
        if frames.record_after.search(after):
            return True
        acts = each.name.sure > 1 and (
            frames.care_after.search(after) or frames.owned_after.search(after)
        )
        if line.care and (
            acts
            or frames.family_after.search(after)
            or (each.name.sure > 2 and frames.given_before.search(before))
        ):
            return True
        if not (line.about or line.reached or self._is_caring(each)):
            return False
        return bool(
            acts
            or frames.patient_before.search(before)
            or frames.relative_before.search(before)
            or frames.relative_after.search(after)
            or frames.named_before.search(before)
            or frames.honorific_before.search(before)
            or frames.age_after.search(after)
            or frames.family_after.search(after)
        )

    def _is_caring(self, each: Mention) -> bool:
        """Whether one of the sentences around is about one person's care."""
        number = self.numbers[id(each.line)]
        around = self.lines[max(0, number - _BESIDE) : number + _BESIDE + 1]
        return each.line.one > 0 and any(line.linked for line in around)

    def _is_told(self, each: Mention) -> bool:
        """Whether a sentence that is surely about one person's care names somebody."""
        if each.line.care and _SHORTENED.fullmatch(each.name.text):
            return True
        if not each.line.strong:
            return False
        if each.name.sure > 2:
            return not self.frames.place_before.search(each.before)
        if each.after[:1] in {":", "#"}:
            return False
        return each.name.sure > 0 and bool(self.frames.like_before.search(each.before))


_LONG_AGO = re.compile(r"\b(?:1[0-8]\d\d|19[0-5]\d)\b")
# “Anna S.” is how somebody is written of who shall not be known.
_SHORTENED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)? [^\W\d_]\.")
_DAY = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]{2,8}\b|\d{4}-\d\d-\d\d|\b[A-Z][a-z]{2,8} (?:19|20)\d\d\b"
)


def _initials(each: Mention) -> bool:
    return False


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip(".,").lower() for part in name.split() if len(part) > 2)
