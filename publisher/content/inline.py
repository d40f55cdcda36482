"""From a stretch of Markdown to the words a reader sees, and the addresses and alt texts in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from publisher.content.passages import Kind, Link, Mapped
from publisher.content.prose import INLINE, address_in

_TOKEN = re.compile(
    rf"""
    \\(?P<escape>[!-/:-@\[-`{{-~])
    | (?<!`)(?P<ticks>`++)(?P<code>[^`]{{1,2000}})(?P=ticks)(?!`)
    | \[\^(?P<note>[^\]\s]{{1,100}}+)\]
    | {INLINE}
    | \[(?P<named>[^\[\]\\]{{1,500}}+)\]\[[^\[\]\n]{{0,200}}+\]
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]++|[\w.+-]++@[\w.-]++)>
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*+)(?P<inside>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>
    | (?P<list>\{{:?[ ]*[.#A-Za-z][^{{}}\n]{{0,300}}+\}})
    | &(?P<entity>\#?\w{{1,32}}+);
    | (?P<mark>\*++|(?<!\w)_++|(?<!_)_++(?!\w)|~~|==|\^\^)
    | (?P<hidden>[\u00ad\u200b\u2060\ufeff]++)
    | (?P<space>[ ]*+[^\S ]\s*+|[ ]{{2,}}+)
    """,
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<key>alt|title|aria-label|href|src)\s*=\s*(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s[\"'](.*)[\"']\s*$", re.DOTALL)
_SHOWN = {"alt": Kind.ALT, "href": Kind.ADDRESS, "src": Kind.ADDRESS}
_IN_LINE = frozenset("a abbr b cite code em i mark q s small span strong sub sup time u".split())  # noqa: SIM905


@dataclass
class Inline:
    """What a stretch of Markdown holds: words, links, footnotes named, and what is seen beside.

    `beside` are (kind, text, offset in the file's text) of alt texts, titles and addresses.
    """

    words: Mapped = field(default_factory=Mapped)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    beside: list[tuple[Kind, str, int]] = field(default_factory=list)


def inline(text: str, offset: int) -> Inline:
    """Read `text`, which stands at `offset` of its file and has spaces for line prefixes."""
    reader = _Reader(text, offset)
    reader.read(0, len(text))
    return reader.found


class _Reader:
    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.found = Inline()

    def read(self, start: int, end: int) -> None:
        """Take in the text from `start` to `end`, piece by piece."""
        place = start
        for token in _TOKEN.finditer(self.text, start, end):
            self._say(self.text[place : token.start()], place)
            place = token.end()
            self._take(token)
        self._say(self.text[place:end], place)

    def _say(self, words: str, at: int) -> None:
        if words[:1] == " " and not self._is_apart():
            words, at = words[1:], at + 1
        self.found.words.add(words, self.offset + at)

    def _is_apart(self) -> bool:
        """Whether a space that follows is one: not at the beginning, and not after another."""
        pieces = self.found.words.pieces
        return bool(pieces) and not pieces[-1].endswith(" ")

    def _code(self, start: int, end: int) -> None:
        while (line := self.text.find("\n", start, end)) >= 0:
            self._say(f"{self.text[start:line]} ", start)
            start = line + 1
        self._say(self.text[start:end], start)

    def _show(self, kind: Kind, words: str, at: int) -> None:
        self.found.beside.append((kind, words, self.offset + at))

    def _take(self, token: re.Match[str]) -> None:
        at = token.start()
        if token["space"]:
            self._say(" ", at)
        elif token["escape"]:
            self._say(token["escape"], at + 1)
        elif token["code"]:
            self._code(*token.span("code"))
        elif token["note"]:
            self.found.notes.append(token["note"])
        elif token["label"] is not None:
            self._link(token)
        elif token["named"]:
            self.read(*token.span("named"))
        else:
            self._small(token)

    def _small(self, token: re.Match[str]) -> None:
        at = token.start()
        if token["auto"]:
            before, at = self.found.words.length, token.start("auto")
            self._say(token["auto"], at)
            self._lead(before, token["auto"], at)
        elif token["tag"]:
            self._tag(token)
        elif token["entity"]:
            character = unescape(token[0])
            self._say(" " if character.isspace() else character, at)
        elif token["mark"] and self._is_alone(token):
            self._say(token["mark"], at)

    def _is_alone(self, token: re.Match[str]) -> bool:
        """Whether a sign of emphasis stands between spaces, and so for itself."""
        before, after = self.text[max(0, token.start() - 1) : token.start()], token.end()
        return not (before + self.text[after : after + 1]).strip()

    def _lead(self, before: int, address: str, at: int) -> None:
        self.found.links.append(Link(before, self.found.words.length, address))
        self._show(Kind.ADDRESS, address, at)

    def _link(self, token: re.Match[str]) -> None:
        place, at = token["place"], token.start("place")
        address = address_in(place)
        address_at = at + max(0, place.find(address))  # behind a space, or a `<`
        if token["bang"]:
            self._show(Kind.ALT, token["label"], token.start("label"))
            self._show(Kind.ADDRESS, address, address_at)
        else:
            before = self.found.words.length
            self.read(*token.span("label"))
            self._lead(before, address, address_at)
        if title := _TITLE.search(place):
            self._show(Kind.CAPTION, title[1], at + title.start(1))

    def _tag(self, token: re.Match[str]) -> None:
        if token["tag"].lower() not in _IN_LINE:
            self._say(" ", token.start())
        for attribute in _ATTRIBUTE.finditer(self.text, *token.span("inside")):
            group = "single" if attribute["double"] is None else "double"
            kind = _SHOWN.get(attribute["key"].lower(), Kind.CAPTION)
            self._show(kind, unescape(attribute[group]), attribute.start(group))
