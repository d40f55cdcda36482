"""`publisher ping` as a person and the workflow run it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from publisher.cli import main
from publisher.site.pings import index_now
from tests.running import AS_OF, copy_sample, publisher
from tests.services import Service

SITE = "https://journal.test/p/"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sample publication with an address of its own, built."""
    folder = copy_sample(tmp_path_factory.mktemp("ping") / "publication")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", "sample: false")
    config.write_text(text.replace("https://publication.example.org/", SITE))
    assert publisher(folder, "build", "--as-of", AS_OF).returncode == 0
    return folder


@pytest.fixture
def told(built, monkeypatch):
    """The publication, and a service that is all the services it tells."""
    config = built / "mkdocs.yml"
    whole = config.read_text()
    with Service() as service:
        config.write_text(
            whole.replace("sample: false", f"sample: false\n      hub: {service.url}")
        )
        monkeypatch.setattr(index_now, "ENDPOINT", f"{service.url}indexnow")
        monkeypatch.chdir(built)
        yield service
    config.write_text(whole)


def ping(*arguments, before="{}"):
    """Run the command in this process, with a list from `before`."""
    Path("before.json").write_text(before)
    return CliRunner().invoke(main, ["ping", "--before", "before.json", *arguments])


def listed():
    return json.loads(Path("site/digests.json").read_text())


def test_the_first_time_everything_is_told(told):
    ran = ping("--format", "json")
    assert (ran.exit_code, ran.stderr) == (0, "")
    messages = json.loads(ran.stdout)["messages"]
    assert messages[0] == {
        "service": "IndexNow",
        "to": f"{told.url}indexnow",
        "about": sorted(SITE + address for address in listed()["pages"]),
        "sent": True,
        "problem": "",
    }
    assert [message["about"] for message in messages[1:]] == [
        [SITE + address] for address in sorted(listed()["feeds"])
    ]
    assert len(told.requests) == len(messages)


def test_only_what_changed_is_told(told):
    before = listed()
    before["pages"]["about/"] = before["feeds"]["feed.xml"] = "another"
    ran = ping(before=json.dumps(before))
    assert ran.stdout == (
        f"IndexNow, {told.url}indexnow\n  {SITE}about/\nWebSub, {told.url}\n  {SITE}feed.xml\n"
    )
    assert len(told.requests) == 2


def test_the_same_list_tells_nobody(told):
    ran = ping(before=Path("site/digests.json").read_text())
    assert (ran.exit_code, ran.stdout, told.requests) == (0, "nothing to tell\n", [])


def test_a_dry_run_sends_nothing(told):
    ran = ping("--dry-run", "--format", "json")
    messages = json.loads(ran.stdout)["messages"]
    assert (ran.exit_code, told.requests) == (0, [])
    assert {(message["sent"], message["problem"]) for message in messages} == {(False, "")}
    assert ping("--dry-run").stdout.startswith(f"IndexNow, {told.url}indexnow\n  {SITE}\n")


def test_what_did_not_arrive_is_told_and_the_rest_goes_out(told):
    told.paths["/indexnow"] = (403, {})
    ran = ping()
    assert ran.exit_code == 1
    assert ran.stdout.startswith(
        f"IndexNow, {told.url}indexnow: not sent, it does not find the key on the site, "
        "or another one\n"
    )
    assert len(told.requests) == 1 + len(listed()["feeds"])


@pytest.mark.parametrize("before", ["<html>", "[]"])
def test_what_is_no_list_ends_the_command(told, before):
    ran = ping(before=before)
    assert (ran.exit_code, told.requests) == (2, [])
    assert ran.stderr == "before.json: this is no list of digests, as `publisher build` writes it\n"


def test_a_site_that_was_never_built_and_a_list_that_is_not_there_end_the_command(tmp_path):
    folder = copy_sample(tmp_path / "publication")
    (folder / "before.json").write_text("{}")
    for name in ("before.json", "nowhere.json"):
        run = publisher(folder, "ping", "--before", name)
        assert run.returncode == 2
        assert "No such file or directory; `publisher build` writes digests.json" in run.stderr


def test_a_sample_tells_nobody(tmp_path):
    folder = copy_sample(tmp_path / "publication")
    assert publisher(folder, "build", "--as-of", AS_OF).returncode == 0
    (folder / "before.json").write_text("{}")
    run = publisher(folder, "ping", "--before", "before.json")
    assert (run.returncode, run.stdout) == (0, "nothing to tell\n")


def test_the_key_stands_at_the_sites_root(built):
    key = "5f0c0d3e6a2b4f579f0e2b8f4f3c1a77"
    assert (built / f"site/{key}.txt").read_text() == key
