"""Five hundred articles broken at random, and the rest of the publication beside them."""

import json
import random
import re
from datetime import datetime
from pathlib import Path

import pytest

from publisher.content.publication import load_publication
from publisher.settings import read_settings
from tests.running import AS_OF, ROOT, copy_sample, publisher

SEEDS = (20261123, 7)
GARBAGE = (
    b"\x00",
    b"\xff\xfe",
    b"\xe9",
    b"\t",
    b"---\n",
    b"...\n",
    b"&a [*a, *a]",
    b"{{",
    b"}}",
    b"[[",
    b"]](",
    b"](http://[",
    b"```\n",
    b"<!--",
    b"<script>",
    b"</div>",
    b"\r",
    b"\x1b[31m",
    b"> " * 90,
    b": : :",
    b"- - - -",
    b"!!python/object:os.system x",
    "👩‍⚕️\u202e\u2028".encode(),
    b"%",
    b'"',
    b"'",
    b"<a name=x>",
    b"<img>",
    b"[^1]: ",
    b"|--|\n",
    b"&#0;",
    b"*[a]: b\n",
    b"{: #id .c x=}",
)


def broken(text: bytes, chance: random.Random) -> bytes:
    """`text` with one to twelve things done to it, the first where the front matter stands."""
    for turn in range(chance.randint(1, 12)):
        end = min(len(text), 900) if turn == 0 else len(text)
        at = chance.randrange(end + 1)
        match chance.randrange(5):
            case 0:
                text = text[:at] + chance.choice(GARBAGE) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 60) :]
            case 2:
                text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
            case 3:
                text = text[:at] + text[max(0, at - 80) : at] + text[at:]
            case _:
                lines = text.splitlines(keepends=True)
                chance.shuffle(lines[:8])
                text = b"".join(lines[: chance.randint(1, len(lines) or 1)])
    return text


@pytest.mark.parametrize("seed", SEEDS)
def test_none_gives_a_traceback_and_none_stops_another(tmp_path: Path, seed: int):
    folder = copy_sample(tmp_path / "broken")
    whole = {f.parent.name for f in (ROOT / "content/articles").rglob("index.md")}
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    sources = [f.read_bytes() for f in sorted((ROOT / "content/articles").rglob("*.md"))]
    for number in range(500):
        own_id = f"id: broken-{number:03}".encode()
        text = broken(re.sub(rb"(?m)^id: .*$", own_id, chance.choice(sources), count=1), chance)
        target = folder / f"content/articles/2027/broken-{number:03}.md"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(text)

    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    for name in whole:
        assert (folder / f"site/articles/{name}/index.html").exists(), name

    checked = publisher(folder, "check", "--format", "json", "--as-of", AS_OF)
    assert (checked.returncode, checked.stderr) == (1, "")
    named = {f["path"] for f in json.loads(checked.stdout)["findings"] if f["line"] >= 1}
    settings, _ = read_settings(
        {"publication_id": "5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77", "organisation": {"name": "A"}}
    )
    assert settings
    publication = load_publication(folder, settings, datetime.fromisoformat(AS_OF))
    read = {article.path for article in publication.articles}  # a draft may have stayed whole
    for number in range(500):
        path = f"content/articles/2027/broken-{number:03}.md"
        assert path in named | read, path
