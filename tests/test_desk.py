"""What the desk does to an article in its life, as a person runs it."""

from pathlib import Path

import pytest

from publisher.verbs import correct
from tests.desk import TITLES, desk, ledger, posted, run, text_of
from tests.social.repositories import git
from tests.social.test_answering import Network

ONE = "content/articles/2026/one.md"


@pytest.fixture
def folder(tmp_path):
    return desk(tmp_path / "publication")


@pytest.fixture
def bluesky(monkeypatch):
    """Bluesky as an account that remembers; we post to every other network by hand."""
    network = Network()
    accounts = {"bluesky": network}
    monkeypatch.setattr(correct, "account", lambda key, _given, _settings: accounts.get(key))
    return network


def test_a_correction_is_written_and_its_networks_are_offered(folder, bluesky):
    posted(folder, "one", "bluesky", "threads")
    translation = text_of("one").replace(
        "id: one-0001", "id: uno-0001\nlang: es\ntranslation_of: one-0001"
    )
    (folder / "content/articles/2026/uno.md").write_text(translation)
    ran = run(folder, "correct", "one", "--note", "It is 20 seconds,\n not 2.")
    assert (ran.exit_code, ran.stdout) == (
        0,
        (
            f"{ONE}: the note is written. Commit it, and the site says so.\n"
            "The same in `es` is content/articles/2026/uno.md: is it wrong there too?\n"
            "bluesky: https://bluesky.example/one\n"
            "  → publisher correct one --reply bluesky | --delete bluesky | --leave bluesky\n"
            "threads: https://threads.example/one\n"
            "  → publisher correct one --reply threads | --delete threads | --leave threads\n"
        ),
    )
    assert (folder / ONE).read_text() == text_of("one").replace(
        "\n---\n\nW",
        '\ncorrections:\n  - date: 2026-06-01\n    note: "It is 20 seconds, not 2."\n---\n\nW',
    )
    bluesky.there = False
    ran = run(folder, "correct", "one", "--leave", "threads", "--delete", "bluesky")
    assert (ran.exit_code, ran.stdout.splitlines()[1:]) == (
        0,
        ["bluesky: taken back", "threads: left as it is"],
    )


@pytest.mark.usefixtures("bluesky")
def test_every_network_is_tried_and_what_needs_somebody_ends_with_one(folder):
    posted(folder, "one", "bluesky", "threads")
    ran = run(folder, "correct", "one", "--note", "It is 20 seconds.", "--reply", "all")
    assert ran.exit_code == 1
    assert "bluesky: posted: https://bluesky.example/r1\n" in ran.stdout
    assert "threads: answer https://threads.example/one there yourself with:\n" in ran.stdout
    assert "Correction: It is 20 seconds." in ran.stdout


def test_the_same_note_given_again_is_the_same_correction(folder, bluesky):
    posted(folder, "one", "bluesky")
    for verb in ("correct", "withdraw"):
        given = (verb, "one", "--note", f"Wrong, says {verb}.", "--reply", "bluesky")
        first, text = run(folder, *given), (folder / ONE).read_text()
        again = run(folder, *given)
        assert (first.exit_code, again.exit_code, (folder / ONE).read_text()) == (0, 0, text)
        assert again.stdout == (
            f"{ONE}: the note stands there already.\n"
            "bluesky: was decided before: posted, https://bluesky.example/r1\n"
        )
    assert len(bluesky.replies) == 2


def test_what_a_hold_stopped_is_said_again_after_it_and_only_once(folder, bluesky):
    posted(folder, "one", "bluesky")
    given = ("correct", "one", "--note", "It is 20 seconds.", "--reply", "bluesky")
    run(folder, "hold", "--reason", "A colleague has died")
    assert run(folder, *given).exit_code == 1
    run(folder, "resume")
    assert run(folder, *given).exit_code == 0
    assert (folder / ONE).read_text().count("It is 20 seconds.") == 1
    assert len(bluesky.replies) == 1


def test_a_note_alone_does_not_withdraw(folder):
    run(folder, "correct", "one", "--note", "The advice was wrong.")
    assert run(folder, "withdraw", "one", "--note", "The advice was wrong.").exit_code == 0
    assert "status: withdrawn" in (folder / ONE).read_text()


def test_a_withdrawn_article_says_so_and_why_and_nothing_else_changes(folder, bluesky):
    posted(folder, "one", "bluesky")
    ran = run(folder, "withdraw", "one", "--note", "The advice was wrong.", "--reply", "bluesky")
    assert ran.exit_code == 0, ran.output
    assert (folder / ONE).read_text() == text_of("one").replace(
        "status: ready", "status: withdrawn"
    ).replace(
        "\n---\n\nW",
        '\ncorrections:\n  - date: 2026-06-01\n    note: "The advice was wrong."\n---\n\nW',
    )
    ((_, post),) = bluesky.replies
    assert post.snippet.text.startswith("We have withdrawn this article; please do not rely on it.")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["one"], 2, "has no correction yet; write one, as: --note"),
        (["one", "--note", " "], 2, "say what was wrong and what is right"),
        (["nine", "--note", "No."], 1, "no article `nine` can be read"),
        (["one", "--note", "No.", "--reply", "all", "--leave", "all"], 2, "choose one of reply,"),
    ],
)
def test_what_makes_no_sense_is_told(folder, arguments, code, said):
    posted(folder, "one", "bluesky")
    ran = run(folder, "correct", *arguments)
    assert (ran.exit_code, said in ran.stderr) == (code, True), ran.output


def test_a_renamed_article_is_found_at_its_old_address_and_git_knows_the_move(folder):
    linking = folder / "content/articles/2026/two.md"
    linking.write_text(linking.read_text() + "\n[One](one.md)\n")
    ran = run(folder, "rename", "one", "the-first")
    assert (ran.exit_code, ran.stdout) == (
        0,
        (
            f"{ONE} is content/articles/2026/the-first.md now, and articles/one/ leads there; "
            "commit both\n"
            "content/articles/2026/two.md:15: the link goes to `one.md`, which this publication "
            "does not have; write the path to its file from this one, as ../2026/other-article.md\n"
        ),
    )
    moved = folder / "content/articles/2026/the-first.md"
    assert moved.read_text() == text_of("one").replace(
        "\n---\n\nW", "\naliases:\n  - articles/one/\n---\n\nW"
    )
    assert f"{ONE} -> {moved.relative_to(folder)}" in git(folder, "status", "--porcelain")


def test_an_article_in_a_folder_of_its_own_is_renamed_with_all_that_lies_there(folder):
    bundle = folder / "content/articles/2026/own/index.md"
    bundle.parent.mkdir()
    bundle.write_text(text_of("one").replace("one-0001", "own-0001"))
    ran = run(folder, "rename", "own", "their-own")
    assert ran.exit_code == 0, ran.output
    moved = folder / "content/articles/2026/their-own/index.md"
    assert "aliases:\n  - articles/own/\n" in moved.read_text()
    assert not bundle.parent.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nine", "ten"], 1, "no article `nine` can be read"),
        (["one", "A b"], 2, "`A b` is no address"),
        (["one", "two"], 1, "there is an article at `articles/two/` already"),
    ],
)
def test_a_name_that_cannot_be_given_is_told(folder, arguments, code, said):
    ran = run(folder, "rename", *arguments)
    assert (ran.exit_code, said in ran.stderr) == (code, True), ran.output
    assert Path(folder / ONE).read_text() == text_of("one")
    assert TITLES["one"] in (folder / ONE).read_text()
    assert ledger(folder).read().commit is None
