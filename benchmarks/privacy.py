"""How well the privacy checks find: recall by kind, false alarms, articles a second.

    python -m benchmarks.privacy FOLDER_OR_FILE …

A `.txt` file holds texts, each after a line `===QUERY===`, and after `===PHI_TAGS===` the
identifiers in it, one JSON object a line with `identifier_type` and `value`; a text without any is
one that must pass. Every `.md` below a folder is an article in which nothing should be found.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publisher.checks import findings_of_text
from publisher.content.publication import Publication
from publisher.content.source import Source
from publisher.finding import Finding
from tests.checks.publications import publication_in

Tagged = tuple[str, list[tuple[str, str]]]
# How much of a tagged value a finding must hold to count as having found it.
_SHARE = 0.5


def main(paths: list[Path]) -> None:
    """Print one line of figures for each file of texts and each folder of articles."""
    with tempfile.TemporaryDirectory() as folder:
        publication = publication_in(Path(folder))
        for path in paths:
            measure: Callable[[Publication, Path], object] = (
                articles if path.is_dir() else tagged_texts
            )
            sys.stdout.write(f"{path}: {measure(publication, path)}\n")


@dataclass
class Figures:
    """What was found of tagged texts: of texts by kind, and of identifiers by kind."""

    texts: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        kinds = (f"{name} {self.hit[name]}/{self.there[name]}" for name in sorted(self.there))
        return f"{dict(self.texts)}; found: {', '.join(kinds)}"

    def flagged(self, kind: str) -> float:
        """The share of the texts of a kind (“with identifiers”, “without”) that are flagged."""
        return self.texts[f"{kind}, flagged"] / self.texts[kind]

    def recall(self, *names: str) -> float:
        """The share of the identifiers of some kinds that are found."""
        return sum(self.hit[name] for name in names) / sum(self.there[name] for name in names)


def tagged_texts(publication: Publication, path: Path) -> Figures:
    """What is found of a file of tagged texts."""
    figures = Figures()
    for text, tags in _tagged(path):
        secrets = [finding.secret for finding in _found(publication, "reply.md", text)]
        kind = "with identifiers" if tags else "without"
        figures.texts[kind] += 1
        figures.texts[f"{kind}, flagged"] += bool(secrets)
        for name, value in tags:
            figures.there[name] += 1
            figures.hit[name] += any(_holds(secret, value) for secret in secrets)
    return figures


def articles(publication: Publication, folder: Path) -> str:
    """What is found in the articles below a folder, and how fast."""
    texts = [(file.name, file.read_text("utf-8", "replace")) for file in folder.rglob("*.md")]
    begun = time.process_time()
    found = [_found(publication, f"content/articles/{name}", text) for name, text in texts]
    seconds = time.process_time() - begun
    words = sum(len(text.split()) for _, text in texts)
    findings, flagged = sum(map(len, found)), sum(map(bool, found))
    return (
        f"{len(texts)} articles of {words} words: {flagged} flagged, {findings} findings, "
        f"{1000 * findings / max(1, words):.3f} per 1,000 words, {len(texts) / seconds:.0f}/s"
    )


def _found(publication: Publication, path: str, text: str) -> list[Finding]:
    source = Source(path, text, text.encode())
    return findings_of_text(source, publication, lambda check: check.startswith("privacy-"))


def _holds(secret: str, value: str) -> bool:
    return value in secret or (secret in value and len(secret) >= _SHARE * len(value))


def _tagged(path: Path) -> Iterator[Tagged]:
    for part in path.read_text("utf-8").split("===QUERY===")[1:]:
        text, _, tags = part.partition("===PHI_TAGS===")
        lines = [json.loads(line) for line in tags.splitlines() if line.strip()]
        yield text.strip(), [(tag["identifier_type"], tag["value"]) for tag in lines]


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
