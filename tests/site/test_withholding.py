"""What must not get out is not in the site, and everything else is; by real builds."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from publisher.site.due import due
from publisher.site.plugin import PublisherPlugin
from publisher.social.records import Published
from tests.content.paper import article, put
from tests.desk import NOON, desk, ledger, posted, run
from tests.running import ROOT

STORY = "content/articles/2026/story.md"
WORDS = "One of our patients told us that the zebra letter had frightened her."
LAST_DAY = datetime(2026, 6, 30, 12, tzinfo=UTC)
CONSENT = (
    "[{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank, "
    "expires: 2026-06-30}]"
)
NEUTRAL = "This page is not available"


def story(**changes: str | None) -> str:
    keys = {"id": "story-0001", "title": "The zebra letter", "image": "zebra.png", "alt": "Dots"}
    keys |= {"aliases": "[2019/zebra/]", "pillar": "research", "reviewer": "readers"}
    keys |= {"date": "2026-05-15"}
    links = "[the same](/articles/one/), [the other](one.md)"
    return article(keys | changes, f"{WORDS}\n\nSee {links}.\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = desk(tmp_path / "publication")
    shutil.copy(ROOT / "content/articles/2025/put-the-plain-word-first/one-clear-line.png", folder)
    picture = (folder / "one-clear-line.png").read_bytes()
    body = "See [that](/articles/story/) and [this](story.md).\n"
    one = article({"id": "one-0001", "title": "One"}, body)
    same = story(id="cuento-001", lang="es", translation_of="story-0001", aliases=None, image=None)
    translated = same.replace(WORDS, "Palabras llanas.").replace("The zebra letter", "La carta")
    put(
        folder,
        {
            STORY: story(),
            "content/articles/2026/zebra.png": picture,
            "content/articles/2026/one.md": one,
            "content/articles/2026/cuento.md": translated,
        },
    )
    return folder


def build(folder: Path, at: datetime = NOON, *more: str) -> Result:
    return run(folder, "build", *more, at=at)


def files(folder: Path) -> dict[str, str]:
    """Path → digest of every file of the site."""
    site = folder / "site"
    found = sorted(file for file in site.rglob("*") if file.is_file())
    return {f.relative_to(site).as_posix(): sha256(f.read_bytes()).hexdigest() for f in found}


def traces(folder: Path, *words: str) -> list[str]:
    """The files of the site whose name or content holds one of `words`."""
    site = folder / "site"
    return [
        path
        for path in files(folder)
        if any(w in path or w.encode() in (site / path).read_bytes() for w in words)
    ]


def text(folder: Path, path: str) -> str:
    return (folder / "site" / path).read_text("utf-8")


def published(folder: Path, name: str = "story", path: str = STORY) -> None:
    """Record that the article has come out."""
    about = Published(path=path, slug=name, since=NOON - timedelta(days=3))
    ledger(folder).publish({f"{name}-0001": about})


def test_a_story_without_consent_leaves_no_trace_and_stops_nothing(folder: Path):
    built = build(folder)
    assert built.exit_code == 1
    assert f"{STORY} is withheld: `publisher check` says what is to be mended" in built.output
    assert "4 articles are in " in built.output
    assert traces(folder, "zebra", "articles/story") == []
    assert "<p>See that and this.</p>" in text(folder, "articles/one/index.html")
    assert "La carta" in text(folder, "articles/cuento/index.html")
    assert 'hreflang="en"' not in text(folder, "articles/cuento/index.html")


def test_where_it_had_been_published_a_page_says_that_nothing_is_there_and_no_reason(folder: Path):
    published(folder)
    build(folder)
    assert traces(folder, "zebra") == []
    assert traces(folder, "articles/story") == ["articles/story/index.html"]
    page = text(folder, "articles/story/index.html")
    assert f"<h1>{NEUTRAL}</h1>" in page
    assert '<meta name="robots" content="noindex, follow' in page
    assert "consent" not in page
    assert "Team" not in page


def test_with_consent_it_is_published_and_from_the_day_after_the_last_it_is_not(folder: Path):
    put(folder, {STORY: story(consent=CONSENT)})
    assert "zebra letter had frightened" in _after(folder, LAST_DAY)
    assert NEUTRAL in _after(folder, LAST_DAY + timedelta(hours=13))


def _after(folder: Path, at: datetime) -> str:
    build(folder, at)
    return text(folder, "articles/story/index.html")


def test_the_hourly_run_builds_on_the_day_after_the_last(folder: Path):
    put(folder, {STORY: story(consent=CONSENT)})
    midnight = datetime(2026, 7, 1, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert due(folder, midnight - 3 * hour, midnight - hour) == ""
    assert due(folder, midnight - hour, midnight) == f"{STORY} names {midnight}"


def test_a_consent_that_is_taken_back_takes_the_translation_along(folder: Path):
    revoked = CONSENT.replace("}]", ", revoked: 2026-05-30}]")
    es = (folder / "content/articles/2026/cuento.md").read_text("utf-8")
    put(
        folder,
        {
            STORY: story(consent=revoked),
            "content/articles/2026/cuento.md": es.replace(
                "lang: es", f"lang: es\nconsent: {CONSENT}"
            ),
        },
    )
    build(folder)
    assert "Esta página no está disponible" in text(folder, "articles/cuento/index.html")
    assert traces(folder, "zebra", "La carta", "Palabras") == []


def test_what_lapses_takes_along_its_translation_and_its_picture_wherever_it_is_shown(folder: Path):
    put(
        folder,
        {
            STORY: story(consent=CONSENT),
            "content/articles/2026/one.md": article(
                {"id": "one-0001", "title": "One", "image": "zebra.png", "alt": "Stripes"},
                "Before.\n\n![Stripes](zebra.png)\n",
            ),
        },
    )
    build(folder, LAST_DAY)
    assert "La carta" in text(folder, "articles/cuento/index.html")
    assert traces(folder, "zebra")
    told = build(folder, LAST_DAY + timedelta(days=1)).output
    assert "content/articles/2026/cuento.md is withheld" in told
    assert "Esta página no está disponible" in text(folder, "articles/cuento/index.html")
    assert traces(folder, "zebra", "La carta", "Palabras") == []
    assert "Before." in text(folder, "articles/one/index.html")
    check = run(folder, "check", at=LAST_DAY + timedelta(days=1)).output
    reason = f"`zebra.png` is shown by {STORY}, to which the consent no longer holds"
    assert f"content/articles/2026/one.md:11:1: error: {reason}" in check
    assert f"the consent to {STORY}, which this translates, no longer holds" in check


def test_no_comment_and_no_weight_lets_what_has_lapsed_stand(folder: Path):
    kept = "\n  - record: C-0042 # publisher: ignore[consent-lapsed] we like it"
    kept += "\n    expires: 2026-05-30"
    settings = folder / "mkdocs.yml"
    weight = "      checks: {consent-lapsed: {severity: warning, reason: x}}\n"
    settings.write_text(settings.read_text() + weight)
    put(folder, {STORY: story(consent=kept)})
    build(folder)
    assert NEUTRAL in text(folder, "articles/story/index.html")
    told = run(folder, "check").output
    assert "`consent-lapsed` cannot be let stand, so this comment does nothing" in told


def test_what_is_built_upon_the_last_site_is_what_is_built_from_nothing(folder: Path):
    put(folder, {STORY: story(consent=CONSENT)})
    build(folder, LAST_DAY)
    build(folder, LAST_DAY + timedelta(days=1))
    warm = files(folder)
    shutil.rmtree(folder / "site")
    shutil.rmtree(folder / ".cache")
    build(folder, LAST_DAY + timedelta(days=1))
    assert files(folder) == warm


def test_an_article_that_cannot_be_read_any_more_leaves_its_address(folder: Path):
    published(folder, "two", "content/articles/2026/two.md")
    put(
        folder,
        {
            "content/articles/2026/two.md": "---\ntitle: [\n---\n\nWords.\n",
            STORY: story(consent=CONSENT),
        },
    )
    build(folder)
    assert NEUTRAL in text(folder, "articles/two/index.html")


def test_a_standing_page_is_withheld_too(folder: Path):
    page = f"---\ntitle: Stories\ndescription: What we were told.\n---\n\n{WORDS}\n"
    put(folder, {STORY: story(consent=CONSENT), "content/stories.md": page})
    built = build(folder)
    assert "content/stories.md is withheld" in built.output
    assert traces(folder, "stories") == []


def test_the_site_s_own_audit_finds_nothing_amiss_at_the_address(folder: Path):
    second = story(id="second-001", title="Second", consent=CONSENT, image=None, aliases=None)
    put(folder, {STORY: story(consent=CONSENT), "content/articles/2026/second.md": second})
    build(folder, LAST_DAY + timedelta(days=1))
    audits = ("form-broken-link", "form-missing-picture", "form-orphan", "form-redirect-chain")
    select = [part for audit in audits for part in ("--select", audit)]
    told = run(folder, "check", "--site", *select, at=LAST_DAY + timedelta(days=1))
    assert "articles/story/" not in told.output
    assert "articles/second/" not in told.output


def test_mkdocs_by_itself_warns_and_withholds_as_well(folder: Path):
    program = Path(sys.executable).with_name("mkdocs")
    clean = {"PATH": str(program.parent), "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    clock = {"SOURCE_DATE_EPOCH": str(int(NOON.timestamp())), "LANG": "C.UTF-8"}
    built = subprocess.run(
        [program, "build"],
        cwd=folder,
        env=clean | clock,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{STORY}:17: this tells of one patient's care, without a consent" in built.stderr
    assert traces(folder, "zebra") == []


def test_a_preview_with_drafts_shows_it_to_its_author(folder: Path, monkeypatch):
    monkeypatch.setattr(PublisherPlugin, "drafts", True)
    build(folder)
    assert "zebra letter had frightened" in text(folder, "articles/story/index.html")


def test_its_posts_are_listed_with_the_command_that_deletes_each(
    folder: Path, tmp_path, monkeypatch
):
    put(folder, {STORY: story(consent=CONSENT)})
    posted(folder, "story", "bluesky", "mastodon")
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    later = LAST_DAY + timedelta(days=1)
    why = "To be deleted, for the consent no longer holds: story on"
    lines = []
    for network in ("bluesky", "mastodon"):
        lines.append(f"{why} {network}: https://{network}.example/story")
        lines.append(f"  → publisher withdraw story --delete {network}")
    assert "To be deleted" not in build(folder, LAST_DAY).output
    for verb in ("build", "announce", "status"):
        told = run(folder, verb, at=later)
        assert told.exit_code == 1
        assert [line for line in told.output.splitlines() if line in lines] == lines, verb
    assert summary.read_text("utf-8").count("`publisher withdraw story --delete bluesky`") == 2


def test_a_post_that_is_left_by_decision_is_listed_no_more(folder: Path):
    put(folder, {STORY: story(consent=CONSENT)})
    posted(folder, "story", "instagram")
    later = LAST_DAY + timedelta(days=1)
    told = run(folder, "withdraw", "story", "--delete", "instagram", at=later)
    assert "delete https://instagram.example/story there yourself" in told.output
    run(folder, "withdraw", "story", "--leave", "instagram", "--delete", "bluesky", at=later)
    assert "To be deleted" not in run(folder, "status", at=later).output


def test_a_withheld_article_is_not_announced_and_does_not_count_as_published(folder: Path):
    told = run(folder, "announce", "--dry-run", "--only", "story")
    assert "it has an error to mend first" in told.output
    run(folder, "announce")
    assert "story-0001" not in ledger(folder).read().articles
    assert "one-0001" in ledger(folder).read().articles
