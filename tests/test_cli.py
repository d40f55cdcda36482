"""What each verb prints, and how it ends."""

import json
import re
from pathlib import Path

import pytest

from tests.running import AS_OF, copy_sample, publisher, write_article

VERBS = (
    "announce",
    "approve",
    "build",
    "channels",
    "check",
    "cite",
    "correct",
    "drill",
    "feeds",
    "handover",
    "hold",
    "import",
    "new",
    "ping",
    "reconcile",
    "release",
    "rename",
    "resume",
    "schema",
    "serve",
    "skip",
    "snippets",
    "statement",
    "status",
    "withdraw",
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


def findings(folder: Path, *arguments: str) -> list[dict[str, object]]:
    run = publisher(folder, "check", "--format", "json", "--as-of", AS_OF, *arguments)
    document = json.loads(run.stdout)
    assert run.returncode == (1 if document["counts"]["error"] else 0)
    found: list[dict[str, object]] = document["findings"]
    return found


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_with_an_example(tmp_path: Path, verb: str):
    run = publisher(tmp_path, verb, "--help")
    assert run.returncode == 0
    assert f"Example: publisher {verb}" in run.stdout


def test_the_sample_publication_has_nothing_to_mend(sample: Path):
    assert findings(sample) == []


def test_a_new_draft_is_valid_as_it_stands(sample: Path):
    run = publisher(sample, "new", "What: a “fever” is #for", "--author", "editorial-team")
    assert run.returncode == 0, run.stderr
    file = sample / run.stdout.strip()
    assert file.read_text().startswith("---\nid: ")
    assert findings(sample) == []


def test_a_draft_never_overwrites_another(sample: Path):
    first = publisher(sample, "new", "Twice").stdout.strip()
    before = (sample / first).read_text()
    run = publisher(sample, "new", "Twice")
    assert run.returncode == 1
    assert "there is an article here already" in run.stderr
    assert (sample / first).read_text() == before


def test_a_draft_stays_a_draft_in_a_publication_without_people(sample: Path):
    (sample / "content/people.yml").unlink()
    run = publisher(sample, "new", "Alone")
    assert run.returncode == 0
    assert "editorial-team" in (sample / run.stdout.strip()).read_text()


def test_fix_writes_the_missing_id_and_nothing_else(sample: Path):
    file = sample / "content/articles/2026/the-first-hour/index.md"
    whole = file.read_text()
    file.write_bytes(re.sub(r"id: .*\n", "", whole, count=1).replace("\n", "\r\n").encode())
    assert [f["check"] for f in findings(sample)] == ["front-matter-missing"]
    assert findings(sample, "--fix") == []
    fixed = file.read_bytes().decode()
    assert re.sub(r"id: .*\r\n", "", fixed) == re.sub(r"id: .*\n", "", whole).replace("\n", "\r\n")


def test_select_and_paths_narrow_what_is_told(sample: Path):
    write_article(sample, "2026/one.md", "title: One\nauthors: [nobody]\nstatus: draft")
    write_article(sample, "2026/two.md", "titel: Two\nauthors: [editorial-team]")
    assert {f["path"] for f in findings(sample)} == {
        "content/articles/2026/one.md",
        "content/articles/2026/two.md",
    }
    one = findings(sample, "content/articles/2026/one.md")
    assert {f["check"] for f in one} == {"front-matter-unknown"}
    assert findings(sample, "--select", "form") == []
    chosen = findings(sample, "--select", "front-matter-key")
    assert {f["path"] for f in chosen} == {"content/articles/2026/two.md"}


def test_json_has_the_keys_that_machines_rely_on(sample: Path):
    write_article(sample, "2026/one.md", "title: One\nauthors: [nobody]\nstatus: draft")
    (finding,) = findings(sample)
    assert finding == {
        "check": "front-matter-unknown",
        "severity": "error",
        "path": "content/articles/2026/one.md",
        "line": 3,
        "column": 11,
        "message": "`nobody` is not in people.yml",
        "fix": "add `nobody` to people.yml",
    }


def test_snippets_have_the_keys_that_machines_rely_on(sample: Path):
    run = publisher(sample, "snippets", "--format", "json", "--as-of", AS_OF, "the-first-hour")
    assert run.returncode == 0, run.stderr
    posts = json.loads(run.stdout)["snippets"]
    assert [post["channel"] for post in posts] == [
        "bluesky",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "threads",
        "x",
    ]
    for post in posts:
        assert list(post) == [
            "article",
            "channel",
            "text",
            "length",
            "limit",
            "url",
            "link",
            "hashtags",
            "card",
        ]
        assert post["length"] <= post["limit"]
        assert post["url"] == "https://publication.example.org/articles/the-first-hour/"
        assert f"utm_source={post['channel']}&utm_medium=social" in post["link"]
        assert list(post["card"]) == ["title", "description", "image", "alt"]


def test_snippets_show_what_an_embargoed_article_will_say(sample: Path):
    run = publisher(sample, "snippets", "what-nurses-noticed", "--as-of", AS_OF)
    assert run.returncode == 0
    assert "── Bluesky" in run.stdout
    everything = publisher(sample, "snippets", "--as-of", AS_OF)
    assert "what-nurses-noticed" not in everything.stdout


def test_one_unknown_article_does_not_hide_the_posts_of_another(sample: Path):
    run = publisher(sample, "snippets", "nothing-here", "the-first-hour")
    assert run.returncode == 1
    assert "no article `nothing-here`" in run.stderr
    assert "── Mastodon" in run.stdout


def test_a_post_that_cannot_fit_is_an_error_with_its_count(sample: Path):
    file = sample / "content/articles/2026/the-first-hour/index.md"
    hook = "We begin with what we know. " * 20
    file.write_text(re.sub(r"hook: .*", f"hook: {hook}", file.read_text()))
    told = [f for f in findings(sample) if f["check"] == "social-length"]
    assert told
    assert all(f["path"] == "content/articles/2026/the-first-hour/index.md" for f in told)
    assert all("are allowed" in str(f["message"]) for f in told)


def test_the_schema_is_one_json_document(tmp_path: Path):
    for kind in ("article", "page", "people", "topics"):
        document = json.loads(publisher(tmp_path, "schema", kind).stdout)
        assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_wrong_usage_ends_with_2(sample: Path):
    assert publisher(sample, "check", "--format", "xml").returncode == 2
    assert publisher(sample, "check", "--as-of", "tomorrow").returncode == 2
    assert publisher(sample, "check", "--config", "nowhere.yml").returncode == 2
    assert publisher(sample, "cite", "not-an-identifier").returncode == 2


def test_output_for_machines_is_alone_on_standard_output(sample: Path):
    run = publisher(sample, "feeds", "--format", "json")
    listed = json.loads(run.stdout)["feeds"]
    assert {
        "title": "Sample Health Journal (Atom)",
        "url": "https://publication.example.org/atom.xml",
    } in listed
    assert "\x1b" not in publisher(sample, "check").stdout
