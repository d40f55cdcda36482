"""`publisher build` as a person runs it, on a copy of the sample publication."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.running import AS_OF, copy_sample, publisher, write_article

EMBARGOED = "content/articles/2031/what-nurses-noticed.md"
DRAFT = "content/articles/2026/captions-before-music.md"


def digests(site: Path) -> dict[str, str]:
    return {
        str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def listed(site: Path) -> dict[str, list[str]]:
    """What each numbered page of a listing shows."""
    return {
        str(page.relative_to(site)): re.findall(r"<h2><a[^>]*>(.*?)</a>", page.read_text())
        for page in site.rglob("page/*/index.html")
    }


def text_of(site: Path) -> str:
    files = [f for f in site.rglob("*") if f.suffix in {".html", ".xml", ".json", ".txt"}]
    return "\n".join([*(str(f) for f in site.rglob("*")), *(f.read_text() for f in files)])


READY = """id: {id}
title: {title}
description: A description that is long enough for search engines and for every network too.
date: 2026-10-01
status: ready
pillar: community
audience: staff
topics: [plain-language]
authors: [editorial-team]"""


def test_two_builds_give_the_same_bytes_whatever_the_folder(tmp_path: Path):
    one, two = copy_sample(tmp_path / "one"), copy_sample(tmp_path / "a/longer path/to two")
    for folder in (one, two):
        assert publisher(folder, "build", "--as-of", AS_OF).returncode == 0
    assert digests(one / "site") == digests(two / "site")


def test_the_environment_of_the_machine_changes_no_byte(tmp_path: Path):
    one, two = copy_sample(tmp_path / "one"), copy_sample(tmp_path / "two")
    publisher(one, "build", "--as-of", AS_OF, TZ="Pacific/Auckland", LANG="tr_TR.UTF-8")
    publisher(two, "build", "--as-of", AS_OF, TZ="America/St_Johns", PYTHONHASHSEED="42")
    assert digests(one / "site") == digests(two / "site")


def test_plain_mkdocs_gives_the_same_pages(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    ours = digests(sample / "site")
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1795435200"}
    run = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--quiet", "--strict"],
        cwd=sample,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert digests(sample / "site") == ours


def test_drafts_and_embargoed_articles_leave_no_trace(sample: Path):
    (sample / "content/articles/2031/what-nurses-noticed").mkdir()
    secret = sample / "content/articles/2031/secret-drawing.png"
    secret.write_bytes((sample / "theme/assets/icon.png").read_bytes())
    text = (sample / EMBARGOED).read_text() + "\n![A secret](secret-drawing.png)\n"
    text = text.replace("authors: [", "authors: [secret-team, ")
    text = text.replace("disclosures:\n", "disclosures:\n  secret-team: none\n")
    (sample / EMBARGOED).write_text(text)
    with (sample / "content/people.yml").open("a") as people:
        people.write("\nsecret-team:\n  name: The secret team\n  kind: team\n")
    public = sample / "content/articles/2026/pay-for-being-understood.md"
    public.write_text(
        public.read_text() + "\nSee [the next one](../2031/what-nurses-noticed.md).\n"
    )
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    site = text_of(sample / "site")
    for trace in ("what-nurses-noticed", "secret", "captions-before-music", "2031"):
        assert trace not in site
    assert "See the next one." in site


def test_an_embargoed_article_appears_when_its_moment_has_come(sample: Path):
    run = publisher(sample, "build", "--as-of", "2031-05-12T05:00:00+00:00")
    assert run.returncode == 1  # by then all the others have waited too long for their review
    assert "what-nurses-noticed" not in run.stderr
    assert (sample / "site/articles/what-nurses-noticed/index.html").exists()


def test_one_broken_article_never_stops_another(sample: Path):
    file = write_article(sample, "2026/broken.md", "title: [\nstatus: ready")
    run = publisher(sample, "build", "--as-of", AS_OF)
    assert run.returncode == 1
    assert f"{file.relative_to(sample)}:" in run.stderr
    assert not (sample / "site/articles/broken").exists()
    assert (sample / "site/articles/the-first-hour/index.html").exists()


def test_strict_is_all_or_nothing(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    before = digests(sample / "site")
    write_article(sample, "2026/broken.md", "title: [\nstatus: ready")
    run = publisher(sample, "build", "--strict", "--as-of", AS_OF)
    assert run.returncode == 1
    assert "the old site stays" in run.stderr
    assert digests(sample / "site") == before


def test_a_build_that_fails_leaves_the_old_site_and_no_rubbish(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    before = digests(sample / "site")
    (sample / "theme/assets/brand.png").unlink()
    run = publisher(sample, "build", "--as-of", AS_OF)
    assert run.returncode == 2
    assert "there is no picture" in run.stderr
    assert "Traceback" not in run.stderr
    assert digests(sample / "site") == before
    assert [p.name for p in sample.iterdir() if p.name.startswith(".site")] == []


def test_a_mistake_in_the_configuration_is_named_and_ends_with_2(sample: Path):
    config = sample / "mkdocs.yml"
    config.write_text(config.read_text().replace("time_zone: Europe/London", "time_zone: London"))
    run = publisher(sample, "check")
    assert run.returncode == 2
    assert "time_zone" in run.stderr
    assert "Europe/London" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_empty_publication_builds(tmp_path: Path):
    folder = copy_sample(tmp_path / "empty")
    for file in sorted((folder / "content").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert (run.returncode, run.stderr.splitlines()[-1]) == (0, "0 articles are in site/")
    assert (folder / "site/index.html").exists()


def test_while_it_is_a_sample_every_page_says_so_and_is_not_indexed(sample: Path):
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    pages = list((sample / "site").rglob("*.html"))
    for page in pages:
        text = page.read_text()
        assert '<meta name="robots" content="noindex' in text, page
        said = "sample publication" in text or "publicación de muestra" in text
        assert said or 'http-equiv="refresh"' in text, page


def test_with_a_real_address_and_no_sample_neither_is_left(built: Path):
    left = {
        str(page.relative_to(built))
        for page in built.rglob("*.html")
        if "noindex" in (text := page.read_text()) and 'http-equiv="refresh"' not in text
    }
    assert left == {"404.html", "articles/the-best-hour-to-post/index.html"}
    assert "sample publication" not in text_of(built).lower().replace("this is a ", "")


def test_aliases_lead_on_to_the_article(built: Path):
    page = (built / "plain-language/index.html").read_text()
    assert 'http-equiv="refresh" content="0; url=https://journal.test/articles/' in page


def test_a_withdrawn_article_says_so_and_is_listed_nowhere(built: Path):
    page = (built / "articles/the-best-hour-to-post/index.html").read_text()
    assert "This article has been withdrawn." in page
    naming = [
        str(file.relative_to(built))
        for file in built.rglob("*")
        if file.suffix in {".html", ".xml", ".json"} and "the-best-hour-to-post" in file.read_text()
    ]
    assert naming == ["articles/the-best-hour-to-post/index.html"]


def test_one_new_article_changes_no_numbered_page(sample: Path):
    config = sample / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("sample: true", "sample: true\n      page_size: 2")
    )
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    before = listed(sample / "site")
    write_article(sample, "2026/one-more.md", READY.format(id="one-more", title="One more"))
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    after = listed(sample / "site")
    assert len(before) > 5
    assert {page: after[page] for page in before} == before


def test_a_hostile_title_comes_out_right_on_its_page(sample: Path):
    title = '</script><b>&amp; ]]> \u202e 👩‍⚕️ "quoted"'
    write_article(sample, "2026/hostile.md", READY.format(id="hostile", title=f"'{title}'"))
    assert publisher(sample, "build", "--as-of", AS_OF).returncode == 0
    page = (sample / "site/articles/hostile/index.html").read_text()
    assert "</script><b>" not in page
    assert "&lt;/script&gt;&lt;b&gt;&amp;amp; ]]&gt;" in page
