"""What the lines of an example that begin with `Where` can say, each made so on disk.

`Where articles/2026/soap.md reads` is followed by the lines of that file; the other sentences are
those of `_SENTENCES`. Paths begin in content/; the example itself is articles/2026/example.md. A
text without front matter gets a whole one, so that nothing but its words is looked at.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from publisher.checks._page import Example
from publisher.social.records import Published
from tests.checks.web import Answer, Web
from tests.content.paper import article
from tests.desk import CONFIGURATION, NOON, ROOT, ledger, run
from tests.site.photographs import jpeg, motif, saved
from tests.site.test_cleaning_documents import WORD, archive
from tests.social.repositories import IDENTITY, git

PLACE = "articles/2026/example.md"
BESIDE = {
    "people.yml": "editorial-team: {name: Editorial team, kind: team}\n"
    "patient-safety-team: {name: Patient safety team, kind: team}",
    "topics.yml": "hands: {name: Clean hands}",
}


@dataclass
class Stage:
    """The publication in which one example stands, and the web around it; `lost` is of its site."""

    root: Path
    web: Web
    place: str = PLACE
    lost: list[str] = field(default_factory=list)

    @property
    def example(self) -> Path:
        return self.root / "content" / self.place

    def text(self, path: str, text: str) -> None:
        if path.endswith((".md", ".markdown")) and not text.startswith("---"):
            name = Path(path).stem
            own = {"id": f"{name[:8].lower()}-0001", "title": f"On {name}", "topics": "[hands]"}
            text = article(own | {"authors": "[editorial-team]"}, text)
        self.file(path, f"{text}\n".encode())

    def file(self, path: str, content: bytes) -> None:
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def move(self, path: str) -> None:
        old, self.place = self.example, path
        self.example.parent.mkdir(parents=True, exist_ok=True)
        old.rename(self.example)

    def recode(self, encoding: str) -> None:
        self.example.write_bytes(self.example.read_text("utf-8").encode(encoding))

    def letter(self, written: str, meant: str) -> None:
        self.change(written, chr(int(meant, 16)))

    def repeat(self, times: str) -> None:
        *before, last = self.example.read_text("utf-8").splitlines()
        lines = [*before, *[last] * int(times.replace(",", ""))]
        self.example.write_text("\n".join(lines), "utf-8")

    def link(self, path: str, to: str) -> None:
        (self.root / "content" / path).symlink_to(to)

    def answer(self, address: str, status: str, to: str | None) -> None:
        self.web.answers[address] = Answer(int(status), headers={"Location": to} if to else {})

    def work(self, address: str, title: str) -> None:
        if address.startswith("doi:"):
            self.web.work(address.removeprefix("doi:"), title)
        else:
            self.web.answers[address] = Answer(200, f"<title>{title}</title>".encode())

    def commit(self) -> None:
        git(self.root, "init", "--quiet", "--initial-branch=main")
        git(self.root, "add", ".")
        git(self.root, *IDENTITY, "commit", "--quiet", "--message", "Begin")

    def sign_off(self) -> None:
        self.commit()
        agreed = run(self.root, "approve", "example", "--as", "patient-safety-team")
        assert agreed.exit_code == 0, agreed.output

    def change(self, old: str, new: str) -> None:
        self.example.write_text(self.example.read_text("utf-8").replace(old, new), "utf-8")

    def published(self, key: str) -> None:
        path, since = f"content/{self.place}", NOON - timedelta(days=9)
        self.commit()
        ledger(self.root).publish({key: Published(path=path, slug="example", since=since)})


_FILES = {
    "a picture as its camera wrote it": jpeg(),
    "a scan": bytes(128) + b"DICM",
    "a picture": saved(motif(), "PNG"),
    "a program": b"MZ",
    "a text": b"No picture",
    "a document with comments": archive(WORD | {"word/comments.xml": "<w:comments/>"}),
    "a document without comments": archive(WORD),
}
_SENTENCES: dict[str, Callable[..., None]] = {
    r"its place is (.*), in Latin-1": lambda s, at: s.move(os.fsdecode(at.encode("latin-1"))),
    r"its place is ([^,]*)": Stage.move,
    r"it is saved as (UTF-8|UTF-16|Windows-1252)": Stage.recode,
    r"(.) is the invisible character U\+([0-9A-F]{4})": Stage.letter,
    r"its last line stands ([\d,]+) times": Stage.repeat,
    r"(\S+) is a link to (\S+)": Stage.link,
    rf"(\S+) is ({'|'.join(_FILES)})": lambda s, path, kind: s.file(path, _FILES[kind]),
    r"(https://\S+) answers (\d+)(?: to (\S+))?": Stage.answer,
    r"(\S+) is “(.*)”": Stage.work,
    r"it was published as (\S+)": Stage.published,
    r"it was signed off as it stands": Stage.sign_off,
    r"“(.*)” has become “(.*)” since then": Stage.change,
    r"the site has lost (\S+)": lambda s, name: s.lost.append(name),
}
_WHERE = re.compile(r"^Where ", re.MULTILINE)


def has_surroundings(example: Example) -> bool:
    """Whether more is told than a text."""
    return bool(_WHERE.search(example.text))


def stage(root: Path, web: Web, told: str) -> Stage:
    """The publication below `root` in which an example stands, as it tells."""
    text, *wheres = (part.rstrip("\n") for part in _WHERE.split(told))
    (root / "mkdocs.yml").write_text(CONFIGURATION)
    (root / "theme").symlink_to(ROOT / "theme")
    made = Stage(root, web)
    for path, content in (BESIDE | {PLACE: text}).items():
        made.text(path, content)
    for where in wheres:
        _make_so(made, where)
    return made


def _make_so(made: Stage, where: str) -> None:
    if reads := re.fullmatch(r"(\S+) reads\n(.*)", where, re.DOTALL):
        made.text(reads[1], reads[2])
        return
    for pattern, act in _SENTENCES.items():
        if found := re.fullmatch(pattern, where):
            act(made, *found.groups())
            return
    message = f"nothing here knows how to make it so that {where}"
    raise ValueError(message)
