"""`publisher check --site` on a site that was built and then broken."""

import json
import os
from pathlib import Path

import pytest

from tests.running import AS_OF, copy_sample, publisher, write_article

# All audits but the one that asks other servers: tests stay on this machine.
OURS = ("broken-link", "duplicate-description", "duplicate-title", "missing-picture", "orphan")
SELECT = [part for name in (*OURS, "redirect-chain") for part in ("--select", f"form-{name}")]

FRONT = """id: {slug}-one
title: {slug}
description: A description that is long enough for search engines and for {slug} as well.
status: ready
date: 2026-01-01
pillar: community
audience: staff
topics: [measurement]
authors: [editorial-team]
aliases: [old-{slug}/]"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """The sample with two articles more, of which one links to where nothing is, built."""
    folder = copy_sample(tmp_path_factory.mktemp("site") / "publication")
    write_article(folder, "2026/soap.md", FRONT.format(slug="soap"))
    body = "[Soap](/old-soap/), [foam](soap.md#foam)."
    write_article(folder, "2026/hands.md", FRONT.format(slug="hands"), body)
    assert publisher(folder, "build", "--as-of", AS_OF).returncode == 0
    (folder / "site/articles/the-first-hour/a-steady-light.png").unlink(missing_ok=True)
    return folder


def check(folder: Path, *arguments: str):
    return publisher(folder, "check", "--as-of", AS_OF, "--site", *SELECT, *arguments)


def test_the_sample_publication_has_nothing_to_mend(tmp_path):
    folder = copy_sample(tmp_path / "publication")
    publisher(folder, "build", "--as-of", AS_OF)
    assert check(folder).stdout == "nothing to mend\n"


def test_what_is_wrong_is_told_beside_the_source(broken):
    run = check(broken, "--format", "json")
    found = json.loads(run.stdout)["findings"]
    place = "content/articles/2026/hands.md"
    in_hands = [f for f in found if f["path"] == place]
    assert [(f["check"], f["severity"], f["line"], f["column"]) for f in in_hands] == [
        ("form-redirect-chain", "warning", 14, 8),
        ("form-broken-link", "error", 14, 28),
    ]
    assert run.returncode == 1


def test_every_format_and_path_works_with_it(broken):
    annotated = check(broken, "--format", "github", "content/articles/2026/hands.md").stdout
    assert "::error file=content/articles/2026/hands.md,line=14,col=28" in annotated
    sarif = json.loads(check(broken, "--format", "sarif").stdout)
    assert "form-broken-link" in {r["ruleId"] for r in sarif["runs"][0]["results"]}


def test_a_plain_check_does_not_look_at_the_site(broken):
    run = publisher(broken, "check", "--as-of", AS_OF)
    assert (run.returncode, run.stdout) == (0, "nothing to mend\n")


def test_a_site_that_is_not_there_or_too_old_is_said_with_how_to_make_it(tmp_path, broken):
    folder = copy_sample(tmp_path / "publication")
    run = check(folder)
    assert (run.returncode, run.stderr) == (
        2,
        "there is no site in site/; `publisher build` makes it\n",
    )
    article = broken / "content/articles/2026/soap.md"
    built = (broken / "site/index.html").stat().st_mtime
    os.utime(article, (built + 10, built + 10))
    told = "site/ is older than content/articles/2026/soap.md; `publisher build` makes it anew\n"
    assert check(broken).stderr == told
