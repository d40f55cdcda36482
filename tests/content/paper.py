"""A small publication on disk, and what is told of it, on 1 June 2026."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from publisher.content.publication import Publication, load_publication
from publisher.finding import Finding
from publisher.settings import read_settings

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
SITE = "https://journal.test.example/"
ARTICLE = "content/articles/2026/one.md"
PEOPLE = "team:\n  name: Team\n  kind: team\nreaders:\n  name: Readers\n  kind: team\n"
TOPICS = "sleep:\n  name: Sleep\nwords:\n  name: Plain words\n"

_read, _reasons = read_settings(
    {
        "publication_id": "5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77",
        "organisation": {"name": "Test Trust"},
        "languages": ["en", "es"],
    }
)
assert _read, _reasons
SETTINGS = _read

# A ready article in which nothing is to be mended; a test changes one thing about it.
WHOLE = {
    "id": "abcd-efgh",
    "title": "One",
    "description": "What a fever is for, when to wait with one at home, and when to call us "
    "about it.",
    "date": "2026-05-01",
    "status": "ready",
    "pillar": "community",
    "audience": "patients",
    "topics": "[sleep]",
    "authors": "[team]",
}


def article(changes: Mapping[str, str | None] | None = None, body: str = "Words.\n") -> str:
    """The whole article with `changes`, each a key's YAML (None: without the key)."""
    keys = {key: value for key, value in (WHOLE | dict(changes or {})).items() if value is not None}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n\n{body}"


def put(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path → content) below `root`, with people and topics beside them."""
    beside: dict[str, str | bytes] = {"content/people.yml": PEOPLE, "content/topics.yml": TOPICS}
    for path, content in (beside | dict(files)).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def load(
    root: Path,
    files: Mapping[str, str | bytes] | None = None,
    *,
    drafts: bool = False,
    at: datetime = AS_OF,
) -> Publication:
    """The publication below `root`, after `files` have been put there."""
    return load_publication(put(root, files or {}), SETTINGS, at, site_url=SITE, drafts=drafts)


def lines(findings: Iterable[Finding]) -> list[str]:
    """Findings as a person would read them aloud; an id that is offered is shown as `…`."""
    told = (f"{f.path}:{f.line}:{f.column} {f.check}: {f.message}; {f.fix}" for f in findings)
    return [re.sub(r"`id: [2-9a-z]{5}-[2-9a-z]{5}`", "`id: …`", line) for line in told]


def told(root: Path, content: str | bytes) -> list[str]:
    """What is told of one article, without its path."""
    found = lines(load(root, {ARTICLE: content}).findings)
    return [line.removeprefix(f"{ARTICLE}:") for line in found]


def load_as_it_is(root: Path) -> Publication:
    """The publication below `root`, to which nothing is added."""
    return load_publication(root, SETTINGS, AS_OF, site_url=SITE)
