"""Five hundred articles broken at random: none gives a traceback, none stops another."""

import copy
import json
import random
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.content.publication import Publication
from tests.content.paper import article, load, put

FULL: dict[str, Any] = {
    "id": "full-0001",
    "title": "One",
    "description": "What a fever is for, when to wait with one at home, and when to call us.",
    "date": "2026-05-01",
    "updated": "2026-05-02T09:00+01:00",
    "status": "ready",
    "pillar": "research",
    "audience": ["patients", "clinicians"],
    "topics": ["sleep", "words"],
    "authors": ["team"],
    "reviewer": "readers",
    "reviewed": "2026-04-01",
    "review_due": "2028-04-01",
    "references": [{"doi": "10.1000/a", "title": "A", "authors": ["Roe J"], "year": 2011}],
    "study_type": "cohort",
    "disclosures": {"team": "none"},
    "consent": [{"record": "C-1", "scope": "words", "expires": "2028-01-01"}],
    "lobbying": {"approved_by": "Board", "date": "2026-04-01", "record": "L-1"},
    "corrections": [{"date": "2026-05-02", "note": "One word"}],
    "image": "a.png",
    "alt": "A",
    "caption": "A",
    "credit": "A",
    "next_step": {"text": "Call", "url": "tel:+441632960000"},
    "lang": "en",
    "aliases": ["old/one/"],
    "social": {"hook": "A", "hashtags": ["A"], "channels": ["x"], "bluesky": "{url}"},
}
BODY = "Words with [a link](one.md), ![a picture](a.png), `code` and a note.[^1]\n\n[^1]: Here.\n"
GARBAGE = (
    b"\0", b"\xff\xfe", b"\xe9", b"\xef\xbb\xbf", b"\t", b"\r", b"---\n", b"...\n", b"--- x\n",
    b"&a [*a, *a]", b"*a", b"!!python/object:os.system x", b"<<: {a: b}\n", b"? [a]\n", b": ",
    b"- - - -", b"[" * 99, b"{{", b"}}", b"%", b"@", b"`", b'"', b"'", b"#", b"|", b">", b"> " * 90,
    b"](", b"](http://[", b"](../../../../etc/passwd)", b"![](%00)", b"```\n", b"<!--", b"-->",
    b"<div>" * 120, b"<a href='one.md'", "👩‍⚕️\u202e\u2028\x85".encode(), b"2026-02-30", b"~",
)  # fmt: skip


def written(data: Any) -> str:
    return f"---\n{yaml.safe_dump(data, sort_keys=False, allow_unicode=True)}---\n\n{BODY}"


def mutated(text: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(text) + 1), chance.randint(1, 40)
        match chance.randrange(6):
            case 0:
                text = text[:at] + chance.choice(GARBAGE) + text[at:]
            case 1:
                text = text[:at] + text[at + length :]
            case 2:
                text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
            case 3:
                text = text[:at] + text[at : at + length] * 2 + text[at + length :]
            case 4:
                text = text[: chance.randint(len(text) // 2, len(text))]
            case _:
                lines = text.splitlines(keepends=True)
                chance.shuffle(lines)
                text = b"".join(lines) if chance.random() < 0.1 else text
    return text


def each_is_read_or_named(publication: Publication, paths: Iterable[str]) -> None:
    read = {text.path for text in publication.articles}
    named = {finding.path for finding in publication.findings}
    assert set(paths) - read - named == set()
    ends: dict[str, int] = {}
    for finding in publication.findings:
        file = publication.root / finding.path
        ends.setdefault(finding.path, file.read_bytes().replace(b"\r", b"\n").count(b"\n") + 1)
        assert 1 <= finding.line <= ends[finding.path], finding
        assert finding.column >= 1, finding
        assert finding.message, finding
        assert finding.fix, finding
        assert finding.check.startswith(("front-matter-", "form-")), finding


@pytest.mark.parametrize("seed", range(4))
def test_bytes_broken_at_random(tmp_path: Path, seed: int):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    whole = {
        f"content/articles/2026/whole-{n}.md": written(
            FULL | {"id": f"whole-{n}", "aliases": [f"old/{n}/"]}
        )
        for n in range(10)
    }
    broken = {
        f"content/articles/2027/broken-{n:03}.md": mutated(
            written(FULL | {"id": f"broken-{n}", "aliases": [f"older/{n}/"]}).encode(), chance
        )
        for n in range(500)
    }
    pictures = {f"content/articles/{year}/a.png": b"" for year in (2026, 2027)}
    publication = load(tmp_path, {**whole, **broken, **pictures})
    each_is_read_or_named(publication, broken)
    assert whole.keys() <= {text.path for text in publication.articles}


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in `data`, the outer ones first."""
    if isinstance(data, dict):
        inner = list(data.items())
    else:
        inner = list(enumerate(data)) if isinstance(data, list) else []
    below = [place for key, value in inner for place in places(value, (*path, key))]
    return [path, *below] if path else below


OTHER: tuple[Any, ...] = (
    None, True, False, 0, -1, 42, 10**17, 3.5, "", " ", "x", "no", "2026-13-45", "\u200b", "../up",
    "x" * 5000, [], [[]], [None], ["x"] * 3, [{}], {}, {"x": {}}, {"": ""}, {"en": "x", 1: "y"},
)  # fmt: skip


def swapped(chance: random.Random) -> tuple[str, Any]:
    """A full article in which one value is of another type, stands elsewhere, or has gone."""
    data = copy.deepcopy(FULL)
    *outer, last = chance.choice(places(data))
    inner: Any = data
    for key in outer:
        inner = inner[key]
    match chance.randrange(4):
        case 0:
            del inner[last]
        case 1 if isinstance(inner, dict):
            last = chance.choice([str(last).upper(), f"{last}s", "__class__", "x" * 100])
            inner[last] = 1
        case 2:
            inner[last] = copy.deepcopy(data[chance.choice(list(data))])
        case _:
            inner[last] = copy.deepcopy(chance.choice(OTHER))
    return str(outer[0] if outer else last), data


@pytest.mark.parametrize("seed", range(4))
def test_values_of_another_type_are_told_at_their_key(tmp_path: Path, seed: int):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    files: dict[str, str | bytes] = {"content/articles/2026/a.png": b""}
    keys: dict[str, str] = {}
    for n in range(500):
        path = f"content/articles/2026/swapped-{n:03}.md"
        keys[path], data = swapped(chance)
        own = {"id": f"swapped-{n}", "aliases": [f"old/{n}/"]}
        files[path] = written(data | {k: v for k, v in own.items() if data.get(k) == FULL[k]})
    publication = load(tmp_path, files | {"content/articles/2026/one.md": article()})
    each_is_read_or_named(publication, keys)
    told = [
        f for f in publication.findings if f.check in ("front-matter-value", "front-matter-key")
    ]
    assert len(told) > 100
    for finding in told:
        rows = (tmp_path / finding.path).read_text("utf-8").splitlines()[: finding.line]
        above = [found[1] for row in rows if (found := re.match(r"([^\s:'?-][^:]*):", row))]
        assert above[-1] == keys[finding.path], finding


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(list(FULL)) | st.text(max_size=8),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
            ),
            max_leaves=6,
        ),
        max_size=6,
    )
)
def test_front_matter_of_any_shape_is_read_or_named(data: dict[str, Any]):
    with tempfile.TemporaryDirectory() as folder:
        path = "content/articles/2026/any.md"
        text = f"---\n{json.dumps(data, ensure_ascii=False)}\n---\n{BODY}"
        publication = load(put(Path(folder), {path: text.encode("utf-8", "surrogatepass")}))
        each_is_read_or_named(publication, [path])


@settings(max_examples=300)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_bytes_of_any_kind_are_read_or_named(noise: bytes, at: int):
    with tempfile.TemporaryDirectory() as folder:
        path = "content/articles/2026/any.md"
        text = written(FULL).encode()
        publication = load(put(Path(folder), {path: text[:at] + noise + text[at:]}))
        each_is_read_or_named(publication, [path])


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_lists_of_people_of_any_kind_are_read_or_named(text: str):
    with tempfile.TemporaryDirectory() as folder:
        files = {
            f"content/{name}.yml": text.encode("utf-8", "surrogatepass")
            for name in ("people", "topics")
        }
        publication = load(put(Path(folder), files), files)
        each_is_read_or_named(publication, [])
