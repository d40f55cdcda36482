"""`status`, `approve`, `hold` and `resume` as a person runs them."""

import json
import re
from pathlib import Path

import pytest

from publisher.checks import findings
from publisher.cli import read
from publisher.outside import snapshot_of, with_sign_offs
from publisher.social.records import PostKey, State
from publisher.social.transitions import Outcome
from tests.content.paper import lines
from tests.running import AS_OF, copy_sample, publisher
from tests.social.repositories import ATTEMPT, IDENTITY, NOON, git, ledger, write_by_hand
from tests.test_reviewing import event as review

CLOCK = "1795435200"  # 23 November 2026, 12:00 UTC, as AS_OF
ARTICLE = "content/articles/2026/the-first-hour/index.md"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = copy_sample(tmp_path / "sample")
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def run(folder: Path, *arguments: str, code: int = 0) -> tuple[str, str]:
    ended = publisher(folder, *arguments, SOURCE_DATE_EPOCH=CLOCK)
    assert ended.returncode == code, ended.stderr
    return ended.stdout, ended.stderr


def id_of(folder: Path) -> str:
    found = re.search(r"^id: (\S+)", (folder / ARTICLE).read_text(), re.MULTILINE)
    assert found is not None
    return found[1]


def test_an_empty_ledger_says_so(sample: Path):
    assert run(sample, "status") == ("The ledger is empty: nothing was announced yet.\n", "")


def test_status_puts_first_what_waits_for_somebody(sample: Path):
    article, by = id_of(sample), ledger(sample, remote=None, run="4f1a")
    posted, failed, lost = (PostKey(article, name) for name in ("bluesky", "linkedin", "x"))
    outcome = Outcome(State.POSTED, id="1", url="https://social.example/1")
    by.settle(posted, by.claim(posted, ATTEMPT), outcome)
    by.settle(failed, by.claim(failed, ATTEMPT), Outcome(State.FAILED, reason="Too long."))
    by.claim(lost, ATTEMPT)
    by.start_channels(["bluesky"])
    told, _ = run(sample, "status", code=1)
    assert told == (
        "Unknown: the-first-hour on x (launch), 2026-11-23 12:00 GMT; begun by run 4f1a, which "
        "has not said how it ended\n"
        "  → `publisher reconcile` asks the network; if you find it there yourself: `publisher "
        "announce --sent the-first-hour x URL`, else `publisher skip the-first-hour x --reason "
        '"…"`\n'
        "Failed: the-first-hour on linkedin (launch), 2026-11-23 12:00 GMT; Too long.\n"
        "  → put right what the network said, then `publisher release the-first-hour linkedin`, or "
        '`publisher skip the-first-hour linkedin --reason "…"`\n'
        "\n"
        "Posted: the-first-hour on bluesky (launch), 2026-11-23 12:00 GMT; "
        "https://social.example/1\n"
        "\n"
        "bluesky is used since 2026-11-23 12:00 GMT\n"
    )
    document = json.loads(run(sample, "status", "--format", "json", code=1)[0])
    assert list(document) == [
        "commit",
        "hold",
        "unreadable",
        "to_delete",
        "posts",
        "approvals",
        "articles",
        "channels",
        "statements",
        "past_holds",
    ]
    assert document["posts"][2] == {
        "article": article,
        "channel": "x",
        "occasion": "launch",
        "version": 1,
        "state": "unknown",
        "run": "4f1a",
        "at": "2026-11-23T12:00:00Z",
        "created": "2026-11-23T12:00:00Z",
        "key": ATTEMPT.key,
        "digest": ATTEMPT.digest,
    }


def test_an_answer_that_was_refused_has_a_way_out_of_its_own(sample: Path):
    article, by = id_of(sample), ledger(sample, remote=None, run="4f1a")
    failed = PostKey(article, "mastodon", "correction-2")
    by.settle(failed, by.claim(failed, ATTEMPT), Outcome(State.FAILED, reason="Too long."))
    told, _ = run(sample, "status", code=1)
    assert told == (
        "Failed: the-first-hour on mastodon (correction-2), 2026-11-23 12:00 GMT; Too long.\n"
        "  → put right what the network said, then `publisher correct the-first-hour --reply "
        "mastodon`, or `publisher correct the-first-hour --leave mastodon`\n"
    )


def test_a_damaged_record_is_told_by_path(sample: Path):
    ledger(sample, remote=None).start_channels(["bluesky"])
    write_by_hand(sample, "posts/abcd-1/x/launch.json", b"{}")
    told, _ = run(sample, "status", code=1)
    assert told == (
        "Cannot be read: posts/abcd-1/x/launch.json in the ledger is no record: state: Field "
        "required\n\nbluesky is used since 2026-11-23 12:00 GMT\n"
    )


def test_a_hold_stands_until_it_is_resumed(sample: Path):
    held = "A hold stands since 2026-11-23 12:00 GMT by desk: A colleague has died"
    assert run(sample, "hold", "--reason", "A colleague has died", "--by", "desk") == (
        f"{held}\n",
        "Nothing is announced until: publisher resume\n",
    )
    held += "; Something else"
    assert run(sample, "hold", "--reason", "Something else")[0] == f"{held}\n"
    assert run(sample, "status")[0] == f"{held}\n  → publisher resume\n"
    told, undo = run(sample, "resume", "--by", "desk")
    assert told == (
        "The hold of 2026-11-23 12:00 GMT is over: A colleague has died; Something else\n"
    )
    assert undo == 'To stop again: publisher hold --reason "…"\n'
    assert run(sample, "resume") == ("No hold stands.\n", "")
    assert run(sample, "status")[0] == (
        "A hold stood from 2026-11-23 12:00 GMT until 2026-11-23 12:00 GMT: A colleague has died; "
        "Something else\n"
    )
    (past,) = json.loads(run(sample, "status", "--format", "json")[0])["past_holds"]
    assert (past["by"], past["resumed_by"]) == ("desk", "desk")


def test_what_came_out_during_a_hold_is_listed_when_it_ends(sample: Path):
    publisher(sample, "hold", "--reason", "Outage", SOURCE_DATE_EPOCH="0")
    told, _ = run(sample, "resume")
    assert told.splitlines()[0] == "The hold of 1970-01-01 01:00 BST is over: Outage"
    assert f"Came out meanwhile: {ARTICLE}" in told.splitlines()


@pytest.mark.parametrize(
    ("actor", "author"),
    [("editor", "editor"), ("github-actions[bot]", "github-actions[bot]"), ("", "publisher")],
)
def test_the_history_says_who_had_it_written(sample: Path, actor: str, author: str):
    given = {"SOURCE_DATE_EPOCH": CLOCK, "GITHUB_ACTOR": actor}
    assert publisher(sample, "hold", "--reason", "Outage", **given).returncode == 0
    assert git(sample, "log", "-1", "--format=%an %cn", "ledger") == f"{author} publisher"


def test_a_name_cannot_write_history(sample: Path):
    actor = "a> 1 +0000\ncommitter b <b@b> 1 +0000"
    publisher(sample, "hold", "--reason", "Outage", SOURCE_DATE_EPOCH=CLOCK, GITHUB_ACTOR=actor)
    assert git(sample, "log", "-1", "--format=%cn %ct", "ledger") == f"publisher {CLOCK}"


def test_a_hold_needs_no_article_that_can_be_read(sample: Path):
    (sample / "content/people.yml").write_text("no: [yaml")
    assert run(sample, "hold", "--reason", "Outage")[0].startswith("A hold stands")


def test_a_hold_needs_a_reason(sample: Path):
    assert "say why" in run(sample, "hold", "--reason", " ", code=2)[1]


def test_an_approval_holds_until_the_article_changes_or_it_is_undone(sample: Path):
    told, undo = run(sample, "approve", "the-first-hour", "--as", "health-literacy-team")
    digest = json.loads(git(sample, "show", f"ledger:approvals/{id_of(sample)}.json"))["digest"]
    assert (
        told == f"{ARTICLE}: approved by health-literacy-team as it stands, digest {digest[:12]}\n"
    )
    assert undo == "To undo: publisher approve the-first-hour --undo\n"
    assert run(sample, "status")[0] == "Approval valid: the-first-hour\n"
    with (sample / ARTICLE).open("a") as file:
        file.write("\nOne more word.\n")
    assert run(sample, "status")[0] == (
        "Approval void: the-first-hour\n"
        "  since then: the text\n"
        "  → have it read again: publisher approve the-first-hour --as PERSON\n"
    )
    again = ("approve", "the-first-hour", "--undo")
    assert run(sample, *again)[0] == f"{ARTICLE}: the approval is undone\n"
    assert run(sample, *again)[0] == f"{ARTICLE}: there was no approval to undo\n"
    assert run(sample, "status")[0].startswith("The ledger is empty")


def test_spelling_leaves_an_approval_standing_and_a_word_does_not(sample: Path):
    file = sample / ARTICLE
    file.write_text(f"{file.read_text()}\nYou may recieve a call.\n")
    git(sample, "add", "--all")
    git(sample, *IDENTITY, "commit", "--quiet", "--message", "Write")
    run(sample, "approve", "the-first-hour", "--as", "health-literacy-team")
    file.write_text(file.read_text().replace("recieve", "receive"))
    assert run(sample, "status")[0] == "Approval valid: the-first-hour\n"
    file.write_text(file.read_text().replace("You may receive", "You must receive"))
    (approval,) = json.loads(run(sample, "status", "--format", "json")[0])["approvals"]
    assert (approval["validity"], approval["since"]) == ("void", ["2 words"])


def test_a_check_knows_which_sign_offs_are_void(sample: Path):
    def found() -> list[str]:
        publication = read(str(sample / "mkdocs.yml")).publication
        told = snapshot_of(publication.root, publication.settings, lambda: NOON)
        return lines(findings(with_sign_offs(publication, told), {}, is_void))

    def is_void(check: str) -> bool:
        return check == "signoff-void"

    file = sample / ARTICLE
    file.write_text(file.read_text().replace("pillar: behind-the-scenes", "pillar: education", 1))
    assert found() == []
    run(sample, "approve", "the-first-hour", "--as", "health-literacy-team")
    assert found() == []
    file.write_text(f"{file.read_text()}\nOne more word.\n")
    assert found() == [
        (
            f"{ARTICLE}:1:1 signoff-void: it was changed after it was signed off; since then: the "
            "text; have it read again: `publisher approve the-first-hour --as PERSON` records it"
        )
    ]


def test_an_approval_given_elsewhere_says_when_and_where_it_is_kept(sample: Path):
    given = ("approve", "the-first-hour", "--as", "health-literacy-team")
    run(sample, *given, "--proxy", "--date", "2026-11-20", "--kept-at", "Minutes of 20 November")
    record = json.loads(git(sample, "show", f"ledger:approvals/{id_of(sample)}.json"))
    assert {key: record[key] for key in ("by", "proxy", "agreed", "kept_at")} == {
        "by": "health-literacy-team",
        "proxy": True,
        "agreed": "2026-11-20",
        "kept_at": "Minutes of 20 November",
    }
    assert "--proxy needs --date" in run(sample, *given, "--proxy", code=2)[1]
    assert "go with --proxy" in run(sample, *given, "--kept-at", "Minutes", code=2)[1]


def test_a_proxy_writes_down_no_day_to_come_and_nothing_of_a_patient(sample: Path):
    given = ("approve", "the-first-hour", "--as", "health-literacy-team", "--proxy")
    kept = ("--kept-at", "Mailbox of the editors, 14 March")
    assert run(sample, *given, "--date", "2026-11-24", *kept, code=2)[1].endswith(
        "Error: --date 2026-11-24 is still to come; write the day on which they agreed\n"
    )
    for place in ("e-mail of our patient Maria Lopez MRN 66778899", "chart, MRN 66778899"):
        told = run(sample, *given, "--date", "2026-11-23", "--kept-at", place, code=2)[1]
        assert "Error: --kept-at tells of a patient: " in told
        assert not {"Lopez", "66778899"} & set(told.replace(",", " ").split())
    run(sample, *given, "--date", "2026-11-23", *kept)


def test_a_review_at_github_is_written_down_from_its_event(sample: Path):
    event = sample.parent / "event.json"
    event.write_text("{}")
    assert run(sample, "approve", "--github-review", str(event), code=1)[1] == (
        f"{event} holds no review as GitHub tells of one\n"
    )
    event.write_text(json.dumps(review("1" * 40, "2" * 40)))
    assert run(sample, "approve", "--github-review", str(event))[0] == (
        "nobody in people.yml has the account `a-nurse` and is still here\n"
    )
    assert "name an article by path, slug or id" in run(sample, "approve", code=2)[1]


def test_only_somebody_known_who_did_not_write_it_may_approve(sample: Path):
    author = re.search(r"^authors: \[([\w-]+)", (sample / ARTICLE).read_text(), re.MULTILINE)
    assert author is not None
    with (sample / "content/people.yml").open("a") as people:
        people.write("\ngone: {name: Gone, kind: team, left: 2026-03-31}\n")
    for words, fault in (
        (("the-first-hour", "--as", "gone"), "`gone` left on 2026-03-31; somebody who is there"),
        (("the-first-hour", "--as", "nobody"), "`nobody` is not in people.yml"),
        (("the-first-hour", "--as", author[1]), "is an author of it; somebody else must agree"),
        (("the-first-hour",), "say who agrees, with --as"),
    ):
        assert fault in run(sample, "approve", *words, code=2)[1]
    told = run(sample, "approve", "nothing", "--as", "health-literacy-team", code=1)[1]
    assert told == "no article `nothing` can be read; name one by path, slug or id\n"


def test_a_ledger_that_cannot_be_reached_ends_every_verb_with_1(tmp_path: Path):
    folder = copy_sample(tmp_path / "sample")
    for words in (("status",), ("hold", "--reason", "Outage"), ("resume",)):
        ended = publisher(folder, *words, "--config", "mkdocs.yml", SOURCE_DATE_EPOCH=CLOCK)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr.startswith("the ledger needs a git repository: fatal: not a git repo")
    assert AS_OF.startswith("2026-11-23T12:00:00")
