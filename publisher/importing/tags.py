"""Tags in a text, alone or in pairs, and what becomes of each: the same for every generator."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from publisher.importing.body import Body
from publisher.importing.equals import NOWHERE, Tag, address_of, equal, kind_of
from publisher.importing.kept import kept
from publisher.importing.notes import Notes, shown

# Stand on lines of their own, with a blank line around them.
_BLOCKS = frozenset({"quote", "callout", "code", "inside"})

_IN_ADDRESS = re.compile(
    r"(?:\]\(\s*<?|\b(?:href|src|poster|action|srcset|data)\s*=\s*[\"']?|^ {0,3}\[[^\]\n]+\]:\s*<?)"
    r"[^\s\"'<>()]*\Z",
    re.MULTILINE,
)
_IN_TAG = re.compile(r"<[a-zA-Z][^<>]*\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """One tag as it stands in the text: what it is, from where to where, and whether it closes."""

    tag: Tag
    start: int
    end: int
    closes: bool = False


@dataclass(slots=True)
class _Node:
    """An opening mark and, where there is one, the mark that closes it."""

    open: Mark
    close: Mark | None = None

    @property
    def end(self) -> int:
        return self.close.end if self.close else self.open.end


def expand(body: Body, marks: Iterator[Mark], notes: Notes, check: str) -> Body:
    """Put in place of each tag what it showed; keep in a comment and tell what has no equal."""
    writer = _Writer(body, _paired(marks), notes, check)
    return body.replace(writer.changes())


def in_address(before: str) -> bool:
    """Whether the text ends where the address of a link, picture or element is being written."""
    return _IN_ADDRESS.search(before[-400:]) is not None


def in_tag(before: str) -> bool:
    """Whether the text ends inside an HTML tag."""
    return _IN_TAG.search(before[-2000:]) is not None


def _paired(marks: Iterator[Mark]) -> list[_Node]:
    nodes: list[_Node] = []
    waiting: list[_Node] = []
    names: Counter[str] = Counter()
    for mark in marks:
        if mark.closes and names[mark.tag.name]:
            while waiting[-1].open.tag.name != mark.tag.name:
                names[waiting.pop().open.tag.name] -= 1
            names[mark.tag.name] -= 1
            waiting.pop().close = mark
            continue
        nodes.append(_Node(mark))
        if not mark.closes:
            waiting.append(nodes[-1])
            names[mark.tag.name] += 1
    return nodes


@dataclass
class _Writer:
    """Writes what stands for each node, the inner ones first."""

    body: Body
    nodes: list[_Node]
    notes: Notes
    check: str
    next: int = 0

    def changes(self) -> Iterator[tuple[int, int, str]]:
        while self.next < len(self.nodes):
            node = self.nodes[self.next]
            yield node.open.start, node.end, self._written(node)

    def _written(self, node: _Node) -> str:
        self.next += 1
        text, mark = self.body.text, node.open
        first = self.next
        inner = self._inner(node) if node.close else None
        kind = kind_of(mark.tag.name)
        if node.close and kind in {"code", "comment"}:
            inner = text[mark.end : node.close.start]
            self._forget(first)
        before = text[max(0, mark.start - 2000) : mark.start]
        if in_address(before):
            return address_of(mark.tag) or NOWHERE + quote(text[mark.start : node.end], safe="")
        if kind == "comment":
            return kept(inner or text[mark.start : mark.end], "comment:")
        if kind in _BLOCKS and kind != "code" and inner:
            inner = textwrap.dedent(inner)
        new = None if in_tag(before) else equal(replace(mark.tag, inner=inner))
        if new is None:
            return self._unknown(node, inner, hidden=in_tag(before))
        return self._apart(new, node) if kind in _BLOCKS or "\n\n" in new else new

    def _inner(self, node: _Node) -> str:
        pieces, done = [], node.open.end
        end = node.close.start if node.close else done
        while self.next < len(self.nodes) and self.nodes[self.next].open.start < end:
            child = self.nodes[self.next]
            pieces += [self.body.text[done : child.open.start], self._written(child)]
            done = child.end
        return "".join(pieces) + self.body.text[done:end]

    def _forget(self, first: int) -> None:
        """What stands in code is no tag: nothing of it is told."""
        lines = {self.body.line(node.open.start) for node in self.nodes[first : self.next]}
        told = f"import-{self.check}"
        self.notes.found[:] = [
            f for f in self.notes.found if f.line not in lines or f.check != told
        ]

    def _unknown(self, node: _Node, inner: str | None, *, hidden: bool) -> str:
        source = self.body.text[node.open.start : node.open.end]
        self.notes.warning(
            self.check,
            self.body.line(node.open.start),
            f"there is no equal for `{shown(source)}`"
            + ("; what it encloses stays" if inner is not None else ""),
            "see what readers lost, and say it in words, a link or a picture",
        )
        if hidden:
            return inner or ""
        close = node.close
        end = kept(self.body.text[close.start : close.end]) if close else ""
        return kept(source) + (inner or "") + end

    def _apart(self, new: str, node: _Node) -> str:
        text, at, end = self.body.text, node.open.start, node.end
        before = text[max(0, at - 2) : at]
        after = text[end : end + 2]
        start = "\n\n"[len(before) - len(before.rstrip("\n")) :] if before.strip("\n") else ""
        stop = "\n\n"[len(after) - len(after.lstrip("\n")) :] if after.strip("\n") else ""
        return start + new + stop
