"""Marks that Material's extensions of Markdown knew, and that ours leaves as they are written.

https://facelessuser.github.io/pymdown-extensions/: caret, critic, keys, mark and tilde.
"""

from __future__ import annotations

import re

from publisher.importing.body import Body, Found
from publisher.importing.notes import Notes, shown

_MARKS = (
    ("a suggestion for a change", r"\{(?P<mark>\+\+|--|~~|==|>>)[^{}\n]+\}"),
    ("a press of keys", r"(?<![\w+])\+\+[\w\"'-]+(?:\+[\w\"'-]+)*\+\+(?![\w+])"),
    ("a highlight", r"(?<!=)==(?=[^\s=])[^\n=]+(?<=[^\s=])==(?!=)"),
    ("an insertion", r"(?<!\^)\^\^(?=[^\s^])[^\n^]+(?<=[^\s^])\^\^(?!\^)"),
    ("a deletion", r"(?<!~)~~(?=[^\s~])[^\n~]+(?<=[^\s~])~~(?!~)"),
    ("a subscript", r"(?<!~)~(?=[^\s~])[^\s~]+~(?!~)"),
    ("a superscript", r"(?<![\^\[])\^(?=[^\s^])[^\s^\]]+\^(?!\^)"),
)
_MARK = re.compile("|".join(f"(?P<m{n}>{pattern})" for n, (_, pattern) in enumerate(_MARKS)))


def tell_marks(body: Body, notes: Notes) -> None:
    """Tell each mark that readers will see as it is typed."""
    for match in _MARK.finditer(body.masked):
        found = Found(body, match)
        what = next(what for n, (what, _) in enumerate(_MARKS) if found[f"m{n}"])
        said = f"{what} (`{shown(found[0])}`) stays as it is typed"
        notes.warning("markup", found.line, said, "say it in plain Markdown, HTML or words")
