"""A check's page: the rule, why it is one, its source, and examples that run as tests.

It is the docstring of the check's own file, or, of what is found elsewhere, a file in `pages/`.
The first line is the rule. A paragraph that begins with `Source:` says where it stands written.
`Flags:` and `Passes:` begin an example each, to the end of the line; what follows indented below
goes on with it. An example that begins with `---` is a whole file with front matter, any other
a body. `Flags (es):` says its language. The last lines of an example may begin with `Where`,
and tell what is so around it: tests/checks/surroundings.py lists what they can say.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from publisher.finding import Severity

_EXAMPLE = re.compile(
    r"^(?P<verdict>Flags|Passes)(?: \((?P<language>[A-Za-z-]+)\))?:[ \t]*"
    r"(?P<text>.*(?:\n(?:[ \t].*)?$)*)",
    re.MULTILINE,
)
_SEVERITY = re.compile(rf"^Severity: ({'|'.join(Severity)})\n\n", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A text that the check flags, or that it lets pass."""

    flagged: bool
    language: str
    text: str


@dataclass(frozen=True)
class CheckPage:
    """What there is to read about a check; `severity` is None where that differs by case."""

    rule: str
    explanation: str = ""
    severity: Severity | None = None
    examples: tuple[Example, ...] = ()

    @property
    def flagged(self) -> list[str]:
        """The examples in which something is found."""
        return [example.text for example in self.examples if example.flagged]

    @property
    def passed(self) -> list[str]:
        """The examples in which nothing is found."""
        return [example.text for example in self.examples if not example.flagged]


def page_of(module: ModuleType) -> CheckPage:
    """The page that a check's docstring is."""
    return _read(inspect.cleandoc(module.__doc__ or ""), module.SEVERITY)


def page_in(text: str) -> CheckPage:
    """The page that a file of `pages/` is, with a line `Severity:` where each finding has that."""
    weight = _SEVERITY.search(text)
    return _read(_SEVERITY.sub("", text), Severity(weight[1]) if weight else None)


def _read(said: str, severity: Severity | None) -> CheckPage:
    first = _EXAMPLE.search(said)
    rule, _, explanation = (said[: first.start()] if first else said).partition("\n\n")
    rule = " ".join(rule.split())
    return CheckPage(rule, explanation.strip(), severity, tuple(_examples(said)))


def _examples(said: str) -> Iterator[Example]:
    for found in _EXAMPLE.finditer(said):
        text = inspect.cleandoc(f"{found['text']}\n")
        yield Example(found["verdict"] == "Flags", found["language"] or "en", text)
