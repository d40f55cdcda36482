"""Identifiers of works as people write them in a text: a DOI, a PMID, PMCID, NCT or ISBN.

A word processor makes dashes of hyphens, and a sentence goes on after a DOI with a dash and no
space. A DOI may hold other signs than these by its handbook, but none that is registered holds a
dash: https://www.crossref.org/documentation/member-setup/constructing-your-dois/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from publisher.content.references import DASHES, is_isbn


class Form(NamedTuple):
    """How an identifier begins, how it looks when it is right, and what to write."""

    begun: re.Pattern[str]
    right: re.Pattern[str]
    fix: str


class Identifier(NamedTuple):
    """What stands at `start` of a text in place of an identifier of the kind `sign`."""

    sign: str
    value: str
    start: int
    is_right: bool
    fix: str


_FORMS = {
    "doi": Form(
        re.compile(
            r"(?:\b(?:doi:\s?|doi\.org/)|(?<![\w./-])(?=10\.\d{4,9}/))"
            r"(?P<value>10[^\s<>\"“”]{0,500})",
            re.IGNORECASE,
        ),
        re.compile(rf"10\.\d{{4,9}}(?:\.\d+)*+/[^\s{DASHES}]*[^\s.,;:{DASHES}]"),
        "write it as 10.1000/xyz, without a full stop at its end",
    ),
    "pmid": Form(
        re.compile(r"\bPMID:?\s?(?P<value>\w{1,20})"),
        re.compile(r"[1-9]\d{0,8}"),
        "write its one to nine digits, as PMID 29590045",
    ),
    "pmc": Form(
        re.compile(r"\bPMC(?:ID:?\s?(?:PMC)?)?\s?(?P<value>\d\w{0,20})"),
        re.compile(r"[1-9]\d{0,8}"),
        "write its digits right after PMC, as PMC3139693",
    ),
    "nct": Form(
        re.compile(r"\bNCT\s?(?P<value>\d\w{0,20})"),
        re.compile(r"\d{8}"),
        "write NCT and eight digits, as NCT01234567",
    ),
    "isbn": Form(
        re.compile(r"\bISBN(?:-1[03])?:?\s?(?P<value>\d[\dXx -]{8,20}[\dXx])"),
        re.compile(r""),
        "write its 10 or 13 digits as printed in the book",
    ),
}
# What must stand in a text, in small letters, so that one of a kind can.
_SIGNS = {name: (name,) for name in _FORMS} | {"doi": ("doi", "10.")}
# Where an identifier ends and the sentence goes on.
_CLOSING = re.compile(r"(?:[)\]}*_’”]|&gt;)+[.,;:]*+$|[,;:]$")
# A dash as a text or HTML has it, what comes after it, and whether that is no more of a word.
_DASH = re.compile(rf"(?P<dash>[{DASHES}]|&[mn]dash;)(?:(?P<last>(?=[)'.,;:]*\Z))|(?P<next>\w?))")
_OF_SENTENCES = "—―"
# A DOI in Markdown with its brackets in pairs, and the link that it is the address of.
_SIGN = r"[^\s<>\"'“”\[\]|`()]"
_IN_MARKDOWN = re.compile(
    r"(?:(?P<link>(?:\]\([ \t]*<?|<|\]:[ \t]*<?|=[ \t]*[\"'])https?://(?:dx\.)?doi\.org/)"
    r"|\bdoi(?:\.org/|:[ \t]?)|(?<![\w./-])(?=10\.\d{4,9}/))"
    rf"(?P<value>10\.\d{{4,9}}(?:\.\d{{1,9}})*+/(?:{_SIGN}|\({_SIGN}{{0,100}}\)){{1,500}}+)",
    re.IGNORECASE,
)


def identifiers(text: str, *, address: bool = False) -> Iterator[Identifier]:
    """Yield each identifier in a text, or in an address, kind by kind."""
    signs = text.lower()
    for name, form in _FORMS.items():
        if any(sign in signs for sign in _SIGNS[name]):
            for begun in form.begun.finditer(text):
                value = _bare(unquote(begun["value"]) if address else begun["value"])
                if not address and begun["value"].endswith(value):
                    value = value.rstrip(".!?…")  # of the sentence, where no bracket closes it
                right = is_isbn(value) if name == "isbn" else bool(form.right.fullmatch(value))
                fix = _fix(value, address=address) if name == "doi" else form.fix
                yield Identifier(name, value, begun.start("value"), right, fix)


def _bare(value: str) -> str:
    """The identifier without the brackets that the sentence has around it."""
    closing = _CLOSING.search(value)
    if closing and (closing[0][0] != ")" or value.count("(") < value.count(")")):
        return value[: closing.start()]
    return value


def _fix(value: str, *, address: bool) -> str:
    mended = _without_dashes(value, address=address)
    meant, space, _ = mended.partition(" ")
    if mended != value and _FORMS["doi"].right.fullmatch(meant):
        return f"write it as {meant}" + (", then a space, then the dash" if space else "")
    if _DASH.search(value):
        return "write a hyphen where the DOI has one, and a space before a dash of the sentence"
    return _FORMS["doi"].fix


def with_plain_dois(text: str, masked: str) -> str:
    """Markdown whose DOIs end before a dash of the sentence, and have hyphens for other dashes.

    Where either can be meant, as in `10.1000/a–b`, nothing changes, nor in what is `masked`.
    """
    pieces, done = [], 0
    for found in _IN_MARKDOWN.finditer(masked):
        start, end = found.span("value")
        pieces += [text[done:start], _without_dashes(found["value"], address=bool(found["link"]))]
        done = end
    return "".join([*pieces, text[done:]])


def _without_dashes(value: str, *, address: bool) -> str:
    """A DOI, with what follows it without a space, as it is meant as far as that is certain."""

    def instead(found: re.Match[str]) -> str:
        dash, last, after = unescape(found["dash"]), found["last"] is not None, found["next"] or ""
        if address:
            return "" if last else f"-{after}" if dash not in _OF_SENTENCES else found[0]
        if dash in _OF_SENTENCES or (dash == "–" and not after):
            return f" {found['dash']}{' ' if after else ''}{after}"
        return f"-{after}" if after.isdecimal() or (after and dash != "–") else found[0]

    return _DASH.sub(instead, value)
