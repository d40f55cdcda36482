"""What stands around a name and says who it is: patterns from the words of a language.

`before` ones are looked for at the end of what stands before a name, `after` ones at the beginning
of what stands after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from publisher.checks._privacy_care import NUMBER
from publisher.checks._privacy_words import alternatives, words

_BEFORE = {
    # Clinicians, officials and authors by title or by what they do.
    "mentor": r"\b(?i:{possessives})\s+(?:[\w-]+\s+)?(?i:{mentors})\b[\s,:]*$",
    "heads": r"\b(?i:head|chief|director|chair|dean|leader|manager|jef[ae]) (?:of|for|de) "
    r"(?:[\w’-]+ ){{0,3}}[\w’-]+, $",
    "written": r"(?:\b(?i:{works}) (?:by|de|por)|^(?:By|Por)) "
    r"(?:[A-Z][\w’.-]*(?: [A-Z][\w’.-]*){{0,3}},? (?:and|y) )?$",
    "of_office": r"\b(?:{offices})[’']s\s+$",
    "greeted": r"(?:^|[“\"(])(?i:{greetings})\s+$",
    "introduced": r"(?i:\b(?:{introduced}))[\s,:]*$|^[Nn]ame[’']?s?(?: is|:) $",
    "kin": r"(?i:\b(?:{mine}))\s+(?:[\w-]+\s+){{0,2}}(?:{relatives})[\s,:(]*"
    r"(?:(?i:{honorifics})\.?\s+)?$",
    "meets": r"(?i:\b(?:{meets}))\s+$",
    "signed": r"(?i:\b(?:{signed}))(?: \w+){{0,3}}[\s,:.!—–-]*(?:(?i:{honorifics})\.?\s+)?$",
    "title": r"\b(?:Dra?|Doctor|Doctora|Prof)\.?\s+$",
    "somewhere": r"\b(?i:{place})\s+(?:the\s+)?$",
    "of": r"\bof\s+$",
    "animal": r"\b(?:{animals}) (?:{named})\s+$",
    "desk": r"(?i:\b(?:{desks}))\s+$",
    "place": r"\b(?i:in|at|near|en|cerca de)\s+(?:the\s+)?$",
    "treated": r"(?i:\b{treated})\s+$",
    # Those who are cared for, and those near to them.
    "honorific": r"\b(?:(?i:{honorifics})|{addressed})\.?\s+(?:(?:{particles})\s+){{0,3}}$",
    "patient": r"\b(?:[Pp]atients?|Pts?|PT|Client|Resident|{patients})(?:[’']?s)?"
    r"(?:\s+(?i:{named}|is|was))?[\s,:(–—-]*$",
    "spotlight": r"\b(?i:{portraits})\s*[:–—-]\s*$",
    "baby": r"\b(?i:{babies})\s+$",
    "relative": r"(?:\b(?i:{possessives}|an?|una?)|[’']s)\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:{relatives})[\s,:(]*(?:(?i:{honorifics})\.?\s+)?$",
    "named": r"(?i:\b(?:{named}))[\s:,]*$",
    "cared": r"(?i:\b{prescribed})\s+$",
    "like": r"(?:[,(:;–—]|\b(?i:{like}))\s*$",
}
_AFTER = {
    "public": r",?\s*\(?(?:{credentials})\b\.?(?:\s?[’'‘]\d\d\b|(?![\w’']))"
    r"|, ?[A-Z]{{1,3}}[A-Za-z]? ?[’'‘]\d\d\b|\s+et al\b"
    r"|[’']?s?,?\s*\((?:19|20)\d\d[a-z]?\)|,? (?:19|20)\d\d[;:.]|\s+[A-Z]{{1,3}}[,.;]",
    "leads": r",?\s+(?:{who}\s+)?(?:(?:has|have|had|ha)\s+)?(?i:{leading})"
    r"\s+(?:[\w’'&-]+\s+){{0,6}}?(?i:{workplaces})\b",
    "introduced": r"\s+(?:{introduced_after})\b",
    "acts": r",?\s+who\b|,\s+(?:{articles})\s+(?:[\w-]+\s+)?(?:{patients})\b"
    r"|\s+(?:\w+ly\s+)?(?:{acts})\b"
    r"|[’']s\s+(?:\w+\s+){{0,2}}(?:{relatives}|{owned})\b",
    "role": r"\s*(?:,(?:\s*{is_was}\b)?|\(|{is_was}\b|—|–|-)\s*(?:{articles}\s+)?"
    r"(?:(?!{unlike}\b)[\w’'&/-]+\s+){{0,4}}?(?:(?i:{roles})|{callings})\b(?! \d)",
    "office": r"(?:, | \(|, of |, from | of | at |—| — | – )(?:the )?"
    r"(?:[A-Z][\w.&’-]* (?:of |and |for |the )*){{0,6}}(?:\([A-Z]{{2,}}|(?:{offices})\b)",
    "animal": r",? (?:the|an?|our|is an?) (?:[\w-]+ ){{0,4}}(?:{animals})\b",
    "thing": r"[ -](?:[A-Z][\w’&-]* ){{0,4}}?(?i:{things})\b",
    "owned_thing": r"(?:[’']s?|s[’'])\s+(?:\w+\s+)?(?i:{things})\b",
    "relative": r",?\s*(?:{possessives})\s+(?:[\w-]+\s+)?(?:{relatives})\b",
    "listed": r":\s+(?:\w+\s+)?(?:{events})\b",
    "family": r"(?:[’']s)?\s+(?:{families})\b",
    "age": r"\s*(?:,|\(|{is_was}\b)\s*(?:{now}\s+)?(?:{articles}\s+)?"
    r"(?:\d{{1,3}}\b(?![%.:\d])|{numbers}(?= years? old|[,.]))"
    r"(?!\s*(?:percent|%|[A-Z]))",
    "care": r"(?:,?\s+{who})?(?:\s+{verbs}|\s+\w+ly){{0,6}}\s+(?:{events}|{happened})\b",
    "owned": r"[’']s?\s+(?:[\w-]+\s+){{0,3}}?(?:{events}|{owned}|{relatives})\b",
    "seen": r"\s+(?:was|were|has been|had been)\s+(?:\w+ ){{0,2}}(?:seen|treated|examined"
    r"|operated on|cared for)\b[^.;]{{0,30}}\b(?:clinic|hospital|ward|practice|unit|emergency"
    r"|surgery|office|ER|ED|department)\b",
    "nickname": r"[”\"’)]?,?\s+(?:as|to) (?:{possessives} (?:friends|family|team|mates|patients"
    r"|neighbou?rs|kids)\b|(?:\w+ ){{1,3}}(?:knows?|calls?|called|knew) (?:him|her|them)\b)",
    "record": r"[\s,(]*(?:MRN|DOB|SSN|DNI|NSS|ID\b|#|[MF],? \d\d\b|\d+ ?(?:yo|y/o)\b)",
}
_FRAMED = (
    r"(?:(?:\b(?i:{possessives})|[’']s)\s+(?:[\w-]+\s+)?(?:{relatives})"
    r"|\b(?i:named|name is|called|llamad[oa]|se llama) (?:him |her )?),? ?"
    r"(?P<name>[A-Z][\w’-]+)(?= [a-z]|[,.;:!?’']|$)"
)
_SOMEBODY = r"\b(?i:{definite})\s+(?:[\w-]+\s+)?(?:{patients})\b(?!\s+(?:and|or|y|o)\b|[’'])"
_LISTED = ("credentials", "particles", "roles", "titles", "things", "offices")
_OWN = r"(?i:\b(?:{mine}))\s+(?:[\w-]+\s+)?(?:{relatives})\b"

# Callings by how they end: neurosurgeon, hepatologist, physiatrist.
_CALLING = re.compile(
    r"(?i:[a-z]{2,20}(?:ologist|ólog[oa]|surgeon|iatrist|iatrician|therapist|nurse|physician)s?)"
)
_EPITHETS = frozenset({"Big", "Little", "Old", "Young"})
_INITIAL = re.compile(r"[^\W\d_]\.")


class Frames:
    """The patterns of one language, by what they say."""

    def __init__(self, language: str) -> None:
        fill = _fill(language)
        self._before = {key: re.compile(text.format(**fill)) for key, text in _BEFORE.items()}
        self._after = {key: re.compile(text.format(**fill)) for key, text in _AFTER.items()}
        self._titles = frozenset(words("privacy-names", language)["titles"])
        self._roles = frozenset(
            word for key in ("roles", "famous") for word in words("privacy-names", language)[key]
        )
        self._named = frozenset(words("privacy-grammar", language)["named"])
        self.framed = re.compile(_FRAMED.format(**fill))
        self.invented = re.compile(rf"(?i)\b(?:{fill['invented']})")
        self.fiction = re.compile(rf"(?i)\b(?:{fill['fiction']})\b")
        listed = words("privacy-story", language)
        thanked = alternatives(listed["thanked"])
        self.thanked = re.compile(
            rf"^\W*(?i:{fill['greetings']}|{fill['written_to']})\b(?!:)[^.!?]{{0,40}}\b(?i:{thanked})\b"
        )
        self.grateful = re.compile(rf"(?i)\b(?:{'|'.join(listed['grateful'])})")
        self.clinician = re.compile(rf"(?i)\b(?:{'|'.join(listed['clinician'])})")
        self.career = re.compile(rf"(?i)\b(?:{'|'.join(listed['career'])})")
        self._somebody = re.compile(_SOMEBODY.format(**fill))
        self._own = re.compile(_OWN.format(**fill))

    def is_titled(self, before: str) -> bool:
        """Whether the last word of `before` is a title, as `Dr.`, or what somebody does."""
        words = before.split()
        if words and words[-1] in self._named:
            words.pop()  # “a doctor named”
        if words and (_INITIAL.fullmatch(words[-1]) or words[-1] in _EPITHETS):
            words.pop()
        last = words[-1].rstrip(".,") if words else ""
        return last in self._titles or last.lower() in self._roles or bool(_CALLING.fullmatch(last))

    def has_somebody(self, text: str) -> bool:
        """Whether a sentence tells of one patient who is not named."""
        return bool(self._somebody.search(text))

    def has_own(self, text: str) -> bool:
        """Whether a sentence tells of somebody who is near to the one who writes."""
        return bool(self._own.search(text))

    def before(self, text: str, *keys: str) -> bool:
        """Whether one of these stands at the end of `text`."""
        return any(self._before[key].search(text) for key in keys)

    def after(self, text: str, *keys: str) -> bool:
        """Whether one of these stands at the beginning of `text`."""
        return any(self._after[key].match(text) for key in keys)


@cache
def frames(language: str) -> Frames:
    """The frames of a language without its region."""
    return Frames(language)


def _fill(language: str) -> Mapping[str, str]:
    listed, care = words("privacy-names", language), words("privacy-care", language)
    grammar = words("privacy-grammar", language)
    kinds = ("events", "states", "soft", "body")
    return {
        **{key: f"(?:{'|'.join(each)})" for key, each in grammar.items()},
        **{key: alternatives(listed[key]) for key in _LISTED},
        **{key: alternatives(care[key]) for key in ("honorifics", "patients", "relatives")},
        "callings": _CALLING.pattern,
        "numbers": NUMBER,
        "events": alternatives([word for kind in kinds for word in care[kind]]),
    }
