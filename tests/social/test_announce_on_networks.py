"""`publisher announce` as it runs, on real networks and faithful fakes."""

import re
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.announcing import (
    AT_ONCE,
    BEGUN,
    CHANNELS,
    NOW,
    Site,
    commit,
    environment,
    named,
    program,
    publication,
    run,
)
from tests.social.networks import Networks
from tests.social.places import PLACES, Place
from tests.social.repositories import clone, git


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


@pytest.fixture
def places(world: Networks) -> dict[str, Place]:
    return {key: PLACES[key](world) for key in ("bluesky", "facebook", "linkedin", "mastodon")}


@pytest.fixture
def secrets(world: Networks, places: dict[str, Place]) -> dict[str, str]:
    given = {name: value for place in places.values() for name, value in place.environ.items()}
    return world.environment | given


@pytest.fixture
def everywhere(
    world: Networks, places: dict[str, Place], secrets: dict[str, str]
) -> tuple[dict[str, Place], dict[str, str]]:
    """Every network, X too, where posts cost money."""
    x = PLACES["x"](world)
    return places | {"x": x}, secrets | x.environ


PAID = {"channels": CHANNELS | {"x": {"send": "api", "monthly_budget": 1000}}}


def begun(folder: Path, site: Site, count: int, secrets: dict[str, str], **settings) -> Path:
    """A publication that has run once, before its articles came out, and shows them now."""
    publication(folder, site, dict(named(n) for n in range(count)), **(AT_ONCE | settings))
    assert run(folder, "announce", now=BEGUN, **secrets).returncode == 0
    site.show(folder)
    return folder


def test_what_is_due_goes_out_once_on_every_network(tmp_path: Path, site: Site, everywhere):
    places, secrets = everywhere
    folder = begun(tmp_path / "one", site, 1, secrets, **PAID)
    for hours, said in ((0, "x asks 20 US cents for this\n"), (2, ""), (24, "")):
        done = run(folder, "announce", now=NOW + timedelta(hours=hours), **secrets)
        assert (done.returncode, done.stderr) == (0, said)
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 1)
    assert git(folder, "rev-list", "--count", "ledger") == str(1 + 1 + 2 * len(places))


def test_a_network_that_is_broken_stops_no_other_and_the_next_run_completes(
    tmp_path: Path, site: Site, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 1, secrets)
    broken = places["mastodon"].write
    world.faults({"match": broken, "answer": {"status": 503, "body": "Bad Gateway"}})
    first = run(folder, "announce", now=NOW, **secrets)
    assert first.returncode == 1
    assert "unknown: number-0 on mastodon (launch): Mastodon says: status 503" in first.stdout
    counted = {key: len(place.texts()) for key, place in places.items()}
    assert counted == {"bluesky": 1, "facebook": 1, "linkedin": 1, "mastodon": 0}
    second = run(folder, "announce", now=NOW + timedelta(hours=1), **secrets)
    assert (second.returncode, second.stderr) == (
        0,
        "it had not gone out and will be sent: article-0 on mastodon (launch)\n",
    )
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 1)


def test_an_answer_that_was_lost_is_found_by_the_next_run(
    tmp_path: Path, site: Site, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 1, secrets)
    world.faults(*({"match": place.write, "lost": True} for place in places.values()))
    assert run(folder, "announce", now=NOW, **secrets).returncode == 1
    second = run(folder, "announce", now=NOW + timedelta(minutes=1), **secrets)
    assert second.returncode == 0
    assert second.stderr.count("it had gone out: article-0 on ") == len(places)
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 1)


def test_four_runs_started_together_on_four_clones_post_each_article_once(
    tmp_path: Path, site: Site, everywhere
):
    places, secrets = everywhere
    folder = begun(tmp_path / "one", site, 3, secrets, **PAID)
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), str(tmp_path / "remote.git"))
    clones = [clone(tmp_path / "remote.git", tmp_path / f"clone-{n}") for n in range(4)]
    processes = [
        subprocess.Popen(
            program("announce"),
            cwd=one,
            env=environment(one, NOW, **secrets),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for one in clones
    ]
    told = [process.communicate(timeout=300)[0] for process in processes]
    assert [line for text in told for line in text.splitlines() if "Traceback" in line] == []
    for key, place in places.items():
        assert len(place.texts()) == 3, key
        assert len(set(place.texts())) == 3, key
    assert [process.returncode for process in processes] == [0] * 4
    posted = re.findall(r"^posted: (number-\d on \w+)", "".join(told), re.MULTILINE)
    assert sorted(posted) == sorted(f"number-{n} on {key}" for n in range(3) for key in places)


def test_a_hold_set_from_another_clone_stops_a_run_between_two_posts(
    tmp_path: Path, site: Site, world: Networks, places: dict[str, Place], secrets: dict[str, str]
):
    only = {key: value for key, value in secrets.items() if "MASTODON" in key or "FACEBOOK" in key}
    only |= {key: value for key, value in secrets.items() if not key.startswith("PUBLISHER")}
    folder = begun(tmp_path / "one", site, 10, only)
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), str(tmp_path / "remote.git"))
    sender, other = (clone(tmp_path / "remote.git", tmp_path / name) for name in ("a", "b"))
    world.faults({"match": places["mastodon"].write, "late": 12})  # time enough to set a hold
    process = subprocess.Popen(
        program("announce"),
        cwd=sender,
        env=environment(sender, NOW, **only),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def count() -> int:
        return len(places["mastodon"].texts()) + len(places["facebook"].texts())

    until = time.monotonic() + 120
    while count() < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert run(other, "hold", "--reason", "A colleague has died").returncode == 0
    held = count()
    told = process.communicate(timeout=300)[0]
    assert 2 <= held <= count() <= held + 1 < 20
    assert process.returncode == 0, told
    assert told.count("; after `publisher resume` it waits for `publisher release number-") >= 17
    assert told.count("a hold stands since 2026-06-03 14:00 UTC: A colleague has died") >= 17


def test_what_came_due_during_a_hold_waits_for_a_person(
    tmp_path: Path, site: Site, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 2, secrets)
    hours = [NOW + timedelta(hours=n) for n in range(5)]
    assert run(folder, "hold", "--reason", "A storm", now=hours[0]).returncode == 0
    assert run(folder, "announce", now=hours[1], **secrets).returncode == 0
    assert run(folder, "resume", now=hours[2]).returncode == 0
    waiting = run(folder, "announce", now=hours[3], **secrets)
    assert waiting.returncode == 0
    assert "`publisher release number-0 facebook` lets it go out" in waiting.stdout
    assert {key: place.texts() for key, place in places.items()} == {key: [] for key in places}
    assert run(folder, "release", "number-0", "mastodon", now=hours[3]).returncode == 0
    skipped = run(folder, "skip", "number-1", "--reason", "Old news", now=hours[3])
    assert skipped.stdout == "".join(
        f"Skipped: number-1 on {key} (launch)\n"
        for key in ("bluesky", "facebook", "linkedin", "mastodon")
    )
    assert run(folder, "announce", now=hours[4], **secrets).returncode == 0
    counted = {key: len(place.texts()) for key, place in places.items()}
    assert counted == {"bluesky": 0, "facebook": 0, "linkedin": 0, "mastodon": 1}


def test_edits_of_every_kind_announce_nothing_again(
    tmp_path: Path, site: Site, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 3, secrets)
    assert run(folder, "announce", now=NOW, **secrets).returncode == 0
    articles = folder / "content/articles"
    (articles / "2026/number-0.md").rename(articles / "2026/something-else.md")
    (articles / "2025").mkdir()
    (articles / "2026/number-1.md").rename(articles / "2025/number-1.md")
    for number, file in enumerate(sorted(articles.rglob("*.md"))):
        text = file.read_text().replace("title: Number", "title: Still number")
        text = text.replace("date: 2026-06-01", "date: 2026-06-03").replace(
            "Words.", "Better words."
        )
        file.write_text(text.replace("12:0", f"1{number}:0"))
    commit(folder)
    site.show(folder)
    later = run(folder, "announce", now=NOW + timedelta(days=1), **secrets)
    assert later.returncode == 0
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 3)


def test_a_copy_with_a_new_id_is_told_which_lines_to_add(
    tmp_path: Path, site: Site, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 1, secrets)
    assert run(folder, "announce", now=NOW, **secrets).returncode == 0
    old = folder / "content/articles/2026/number-0.md"
    new = old.with_name("number-zero.md")
    new.write_text(old.read_text().replace("article-0", "zero-zero"))
    old.unlink()
    commit(folder)
    site.show(folder)
    for hours in (1, 2):
        told = run(folder, "announce", now=NOW + timedelta(hours=hours), **secrets)
        assert told.returncode == 0
        assert (
            "it looks like content/articles/2026/number-0.md, which was published and is gone; "
            "write `id: article-0` in the place of its own and `aliases: [articles/number-0/]`, "
            "or if it is another article, `publisher release number-zero`"
        ) in told.stdout
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 1)


def test_a_page_that_is_not_live_is_left_for_the_next_run(
    tmp_path: Path, site: Site, places: dict[str, Place], secrets: dict[str, str]
):
    folder = begun(tmp_path / "one", site, 1, secrets)
    page = site.pages.pop("/articles/number-0/")
    first = run(folder, "announce", now=NOW, **secrets)
    assert first.returncode == 1
    assert "articles/number-0/ answers with status 404; the next run looks again" in first.stdout
    assert {key: place.texts() for key, place in places.items()} == {key: [] for key in places}
    site.pages["/articles/number-0/"] = page
    assert run(folder, "announce", now=NOW, **secrets).returncode == 0
    assert {key: len(place.texts()) for key, place in places.items()} == dict.fromkeys(places, 1)


def test_planted_secrets_are_found_nowhere(tmp_path: Path, site: Site, everywhere):
    """But in the header fields of requests, which the fakes and servers have read."""
    _, secrets = everywhere
    folder = begun(tmp_path / "one", site, 1, secrets, **PAID)
    summary = tmp_path / "summary.md"
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    wrong = {
        name: f"wrong-{number}-secret" for number, name in enumerate(secrets) if "TOKEN" in name
    }
    told = [
        run(folder, *arguments, now=NOW + timedelta(hours=hours), **(given | github))
        for hours, (given, arguments) in enumerate(
            [
                (secrets | wrong, ("announce", "--format", "json")),
                (secrets, ("announce",)),
                (secrets, ("status", "--format", "json")),
                (secrets, ("reconcile",)),
            ]
        )
    ]
    assert [done.returncode for done in told] == [1, 0, 0, 0]
    shown = "".join(done.stdout + done.stderr for done in told) + summary.read_text()
    kept = git(folder, "log", "--all", "--patch")
    named = re.compile("TOKEN|PASSWORD|_X_")
    planted = {v for given in (secrets, wrong) for k, v in given.items() if named.search(k)}
    assert len(planted) == 13
    assert [value for value in planted if value in shown or value in kept] == []
    assert "renew PUBLISHER_MASTODON_TOKEN as docs/accounts.md says" in shown
