"""Articles as nobody should write them, and what must hold of every check that reads one.

A seed makes one mutant of a sample article: bytes flipped, lines doubled, markup that never
closes, long runs, deep nesting, noise, front matter mangled, a megabyte. `faults(seed, folder)`
reads it as `publisher check` does and says what went wrong.
"""

import os
import random
import re
import time
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from itertools import islice
from pathlib import Path
from types import ModuleType

from publisher.checks import checks
from publisher.checks._document import Document, Found, documents
from publisher.content.publication import Publication, load_publication
from publisher.content.source import MAX_BYTES
from tests.checks.publications import AS_OF, settings
from tests.running import ROOT

LARGEST = 450_000  # letters; what is larger is not read
# Seconds of the processor: for one check of one text, and for making passages of it before.
# On a machine that others share, five times as long: a pattern that goes astray takes minutes.
_PATIENCE = 5 if os.environ.get("CI") else 1
LONGEST, LONGEST_READING = 1.0 * _PATIENCE, 3.0 * _PATIENCE
SETTINGS = settings()

# Beside the sample's articles: one that has some of everything, for a check to find.
EVERYTHING = """\
---
id: ever-ything
title: A patient of ours
description: What one of our patients told us, and what we have done about it since she came to us.
date: 2026-03-14
status: ready
pillar: education
audience: [patients]
topics: [plain-language]
authors: [editorial-team]
disclosures: {editorial-team: Paid for talks by Examplon Devices}
references:
  - {doi: 10.1000/xyz123, title: A trial, year: 2019}
social:
  hook: "Jane Example, 93, of 12 Example Street told us: call 555-0142."
---

Jane Example, a 93-year-old teacher from Little Example, came to our ward on 14 March 2025; her
number there was MRN 00123456 and her telephone is 555-0142. Mail jane.example@example.com.[^1]

## What **she** said

> "You saved my life, and I *highly* recommend this hospital!" she said of Dr. Ana Sample.

| Name | Born |
|---|---|
| J. Example | 3/14/1932 |

- It cuts the risk by 50 %, studies show, and [click here](http://example.org/a?utm_source=b).
- Addicts who commit suicide are wheelchair-bound. Vote for Jane Example for Congress.

![Image of a nurse](https://example.org/IMG_2034.JPG) <span onclick="x()" style="color:red">H.R.
1234 is good: tell Congress. Examplon Devices made it.</span> `code` &amp; \\*stars\\*

[^1]: See <https://user:secret@example.org/patients/123-45-6789>, DOI 10.1000/xyz123.
"""

OPENINGS = (
    "<div ", '<a href="', "<p style='", "[", "![", "](", "[^", "(", "**", "_", "`", "```\n",
    "~~~\n", "<!--", "{: ", "{", '"', "“", "'", "| a |\n|", "\\", "&#", "<https://", "$",
    "*[", ": ", "!!! ",
)  # fmt: skip
RUNS = (
    *"aA1 .,-_*#>|`'\"[]()<>&@:/\\\t\n=~+éß漢ิ😀",
    "a@", "1-", "1.", "A. ", "Dr. ", "http://a.", "Vote for ", "A b", "a'", "ab-", "(1) ", "10.1/",
    "1,", "+1 ", "1/1/", "<a>", "[a](b)", "**a**", "- ", "| ", "“a” ", "\n\n", "\n> ", "x=1;",
    "a.b@", "Jane ", "J. K. ", "Mr. ", "de la ", "no ", "%", "50 % ", "1 in ", "H.R. ",
)  # fmt: skip
NOISE = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x590, 0x6FF), (0x2000, 0x206F), (0x3000, 0x30FF),
    (0xE000, 0xE010), (0xFE00, 0xFE0F), (0x1F300, 0x1F6FF), (0xE0100, 0xE01EF),
)  # fmt: skip
MANGLED = (
    ("---\n", ""), (": ", ":"), (":", ": :"), ("\n", "\n\t"), ("title:", "title: &a [*a]\nx:"),
    ("title:", "title: !!python/name:os.system\nx:"), ("[", ""), ("]", ""), ("- ", "-"),
    ("date:", "date: 2026-99-99\nx:"), ('"', ""), ("title:", "? title\n:"), ("authors", "title"),
    ("id:", "<<: {a: b}\nid:"), ("title: ", "title: |\n  "), ("title: ", "title: >-\n\n   "),
    ("title: ", 'title: "\\u004a\\x61ne \\\n  '), ("---\n\n", "...\n\n"), ("{", "{{"),
)  # fmt: skip


@cache
def samples() -> tuple[str, ...]:
    """The sample's own articles and pages, and one that has some of everything, twice."""
    files = sorted((ROOT / "content").rglob("*.md"))
    return (*(file.read_text("utf-8") for file in files), EVERYTHING, EVERYTHING)


def mutant(seed: int) -> bytes:
    """The bytes of the article that a seed makes."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    text = chance.choice(samples())
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(WAYS)(text, chance)
    raw = text.encode("utf-8", "replace")
    return _flipped(raw, chance) if chance.random() < 0.1 else raw


def _flipped(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _letters(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 200)):
        letters[chance.randrange(len(letters))] = chance.choice(text)
    return "".join(letters)


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice(([lines[at]] * 2, [], [lines[at], chance.choice(lines)]))
        lines = lines or [""]
    return "\n".join(lines)


def _opened(text: str, chance: random.Random) -> str:
    return _put(text, chance.choice(OPENINGS) * chance.choice((1, 2, 30, 199)), chance)


def _run(text: str, chance: random.Random) -> str:
    return _put(text, chance.choice(RUNS) * chance.choice((10, 300, 5_000, 60_000)), chance)


def _nested(text: str, chance: random.Random) -> str:
    depth = chance.choice((3, 20, 150, 3_000))
    start, end = chance.choice(
        [("> ", ""), ("  - ", ""), ("<div>", "</div>"), ("[", "](a)"), ("(", ")"), ("*", "*"),
         ("“", "”"), ("[a](", ")"), ("{", "}"), ("<q>", "</q>"), ("    ", ""), ("1. ", "")]
    )  # fmt: skip
    return _put(text, f"\n\n{start * depth}Jane Example{end * depth}\n\n", chance)


def _noise(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 40)):
        noise = (chr(chance.randint(*chance.choice(NOISE))) for _ in range(chance.randint(1, 30)))
        text = _put(text, "".join(noise), chance)
    return text


def _mangled(text: str, chance: random.Random) -> str:
    what, instead = chance.choice(MANGLED)
    return text.replace(what, instead, chance.choice((1, 2, -1)))


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))] or "-"


def _joined(text: str, _chance: random.Random) -> str:
    """All of it on one line, but for the front matter."""
    head, end, body = text.rpartition("\n---\n")
    return f"{head}{end}\n{' '.join(body.split())}\n"


def _huge(text: str, chance: random.Random) -> str:
    """As long as what is read may be, rarely."""
    if chance.random() > 0.1:
        return text
    _, _, body = text.rpartition("\n---\n")
    return (text + (body or "a ") * (MAX_BYTES // len(body or "a ")))[:LARGEST]


def _put(text: str, piece: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]}{piece}{text[at:]}"[:LARGEST]


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _letters, _lines, _opened, _run, _nested, _noise, _mangled, _cut, _joined, _huge,
)  # fmt: skip


def faults(seed: int, folder: Path) -> list[str]:
    """What goes wrong when the mutant of a seed is checked in an empty `folder`."""
    file = folder / "content/articles/2026/mutant.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    for name in ("people.yml", "topics.yml"):
        (folder / "content" / name).write_bytes((ROOT / "content" / name).read_bytes())
    file.write_bytes(mutant(seed))
    return [f"seed {seed}: {fault}" for fault in _faults(folder)]


def _faults(folder: Path) -> Iterator[str]:
    try:
        publication = load_publication(folder, SETTINGS, AS_OF, name="Example Health")
        began = time.process_time()
        read = [each for each in documents(publication, {}) if each.path.endswith("mutant.md")]
    except Exception:  # noqa: BLE001 - whatever it is, it is told
        yield f"reading fails: {traceback.format_exc()}"
        return
    if (took := time.process_time() - began) > LONGEST_READING:
        yield f"reading takes {took:.1f} s"
    for name, module in checks().items():
        for document in read:
            yield from (f"{name}: {fault}" for fault in _faults_of(module, publication, document))


def _faults_of(module: ModuleType, publication: Publication, document: Document) -> Iterator[str]:
    began = time.process_time()
    try:
        one = hasattr(module, "check")
        found = list(module.check(document) if one else module.check_publication(publication))
    except Exception:  # noqa: BLE001 - as above
        yield traceback.format_exc()
        return
    took = time.process_time() - began
    if took > LONGEST:
        yield f"takes {took:.1f} s"
    text = (publication.root / document.path).read_bytes().decode("utf-8").lstrip("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wrong = ((_wrong_place(each, lines), each) for each in found if each.path == document.path)
    yield from islice((f"{why}: {each}"[:500] for why, each in wrong if why), 1)


def _wrong_place(found: Found, lines: list[str]) -> str:
    line, column = found.place
    if not 1 <= line <= len(lines):
        return f"line {line} of {len(lines)}"
    if not 1 <= column <= len(lines[line - 1]) + 1:
        return f"column {column} of {len(lines[line - 1]) + 1} in line {line}"
    begins = re.search(r"\w+", _bare(found.secret))
    here = unescape(_decoded("\n".join(lines[line - 1 : line + 2])[column - 1 :]))
    if begins and not re.match(rf"\W*{re.escape(begins[0])}", _bare(here)):
        return f"line {line}, column {column} holds {here[:40]!r}"
    return ""


def _decoded(text: str) -> str:
    """With the letters that a quoted value of YAML writes as numbers: `\\u004a`, `\\x61`."""
    return re.sub(r"\\(?:u(\w{4})|x(\w{2}))", lambda of: chr(int(of[1] or of[2], 16)), text)


def _bare(text: str) -> str:
    """Without the signs that a reader does not see, which may stand within a word."""
    return re.sub(r"[*_`<>~=^\\\[\]\u00ad\u200b\u2060\ufeff]", "", text)
