"""The weekly report: `publisher references`, as text, as JSON and as an issue."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from publisher.cli import main
from tests.content.paper import article, put
from tests.looking_up.library import Answer, Library, update, work

PATH = "content/articles/2026/one.md"
TWO = "[{doi: 10.1000/naps, title: Short *naps*}, {doi: 10.1000/walks, title: Walks}]"
CONFIGURATION = """\
site_name: Journal
site_url: https://journal.test.example/
docs_dir: content
theme: {name: null, custom_dir: theme}
plugins:
  - publisher:
      publication_id: 5f0c0d3e-6a2b-4f57-9f0e-2b8f4f3c1a77
      organisation: {name: Test Trust, email: library@test.example}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    other = {"id": "draft-one", "title": "Draft", "status": "draft", "references": TWO}
    files = {
        "mkdocs.yml": CONFIGURATION,
        "theme/main.html": "",
        PATH: article({"references": TWO}),
        "content/articles/2026/draft.md": article(other),
    }
    monkeypatch.chdir(put(tmp_path, files))
    return tmp_path


def run(*arguments: str):
    command = ["references", "--as-of", "2026-06-01", *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


@pytest.fixture
def shelf(library: Library) -> Library:
    """One work that was retracted after a correction, one with which all is well."""
    notices = [
        update("correction", "10.1000/first", 2020, 1, 2),
        update("retraction", "10.1000/second", 2021, 3, 4),
    ]
    library.works |= {
        "10.1000/naps": work("Short naps", **{"updated-by": notices}),
        "10.1000/walks": work("Walks"),
    }
    return library


@pytest.mark.usefixtures("root")
def test_a_person_reads_what_became_of_which_work_and_where_it_is_cited(shelf: Library):
    ran = run()
    assert ran.exit_code == 1
    assert ran.stdout == (
        "2 works looked up; 1 need somebody\n"
        "\n"
        "doi:10.1000/naps was retracted: Short *naps*\n"
        "  retraction 2021-03-04 https://doi.org/10.1000/second\n"
        "  correction 2020-01-02 https://doi.org/10.1000/first\n"
        "  cited in content/articles/2026/one.md:11\n"
        "  = Find another work or take the claim out; `publisher correct` tells readers.\n"
    )
    assert all("mailto:library@test.example" in agent for agent in shelf.agents)


@pytest.mark.usefixtures("root", "shelf")
def test_machines_read_the_same_and_the_issue_with_it():
    ran = run("--format", "json")
    document = json.loads(ran.stdout)
    issue = document.pop("issue")
    assert ran.exit_code == 1
    assert document == {
        "works": [
            {
                "key": "doi:10.1000/naps",
                "title": "Short *naps*",
                "notices": [
                    {
                        "kind": "retraction",
                        "date": "2021-03-04",
                        "url": "https://doi.org/10.1000/second",
                    },
                    {
                        "kind": "correction",
                        "date": "2020-01-02",
                        "url": "https://doi.org/10.1000/first",
                    },
                ],
                "articles": [{"path": PATH, "title": "One", "line": 11}],
            }
        ],
        "looked_up": 2,
        "not_looked_up": [],
    }
    assert issue["title"] == "Works that we cite were retracted or corrected"
    assert issue["body"] == run("--format", "issue").stdout
    assert issue["body"] == (
        f"{issue['marker']}\n"
        "### Short \\*naps\\*\n\n"
        "doi:10.1000/naps was retracted. Find another work or take the claim out; "
        "`publisher correct` tells readers.\n\n"
        "- [retraction of 2021-03-04](<https://doi.org/10.1000/second>)\n"
        "- [correction of 2020-01-02](<https://doi.org/10.1000/first>)\n\n"
        "It is cited in:\n\n"
        "- One (`content/articles/2026/one.md`, line 11)\n\n"
        "This issue closes by itself when nothing is left.\n"
    )


@pytest.mark.usefixtures("root")
def test_where_all_is_well_there_is_no_issue(library: Library):
    library.works |= {"10.1000/naps": work("Short naps"), "10.1000/walks": work("Walks")}
    ran = run("--format", "json")
    assert ran.exit_code == 0
    assert json.loads(ran.stdout) == {
        "works": [],
        "looked_up": 2,
        "not_looked_up": [],
        "issue": None,
    }
    assert run("--format", "issue").stdout == ""


@pytest.mark.usefixtures("root")
def test_a_service_that_does_not_answer_is_told_and_fails_nothing(library: Library):
    library.works |= {"10.1000/naps": Answer(b"", 500), "10.1000/walks": work("Walks")}
    ran = run()
    assert ran.exit_code == 0
    assert ran.stdout == (
        "2 works looked up; 0 need somebody\n"
        f"not looked up: {library.place} answered with status 500\n"
    )
