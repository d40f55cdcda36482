"""What a review at GitHub does to the sign-offs, in real repositories."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from publisher.reviewing import Desk, Event, ReviewError, person_at
from publisher.social.ledger import Ledger
from publisher.social.sign_offs import SignOffs
from tests.content.paper import ARTICLE, SETTINGS, article, load
from tests.social.repositories import IDENTITY, NOON, clone, git

PEOPLE = """\
team: {name: Team, kind: team, github: the-team}
readers: {name: Readers, kind: team}
nurse: {name: A nurse, credentials: [RN], github: A-Nurse}
gone: {name: Gone, credentials: [MD], github: gone, left: 2025-12-31}
twin: {name: Twin, github: twins}
other-twin: {name: Other twin, github: twins}
"""
OTHER = "content/articles/2026/other.md"
PULL = "https://github.com/organisation/publication/pull/2"


def event(head: str, base: str, **changes: Any) -> dict[str, Any]:
    """As GitHub's documentation shows one, without the keys that say nothing here."""
    review = {
        "id": 80,
        "node_id": "PRR_kwDO",
        "user": {"login": "a-nurse", "id": 2, "type": "User"},
        "body": None,
        "commit_id": head,
        "submitted_at": "2026-05-20T10:00:00Z",
        "state": "approved",
        "html_url": f"{PULL}#pullrequestreview-80",
        "pull_request_url": "https://api.github.com/repos/organisation/publication/pulls/2",
        "author_association": "COLLABORATOR",
        "_links": {},
    }
    action = changes.pop("action", "submitted")
    return {
        "action": action,
        "review": review | changes,
        "pull_request": {
            "html_url": PULL,
            "number": 2,
            "head": {"ref": "soap", "sha": head},
            "base": {"ref": "main", "sha": base},
        },
        "repository": {"full_name": "organisation/publication"},
        "sender": {"login": "a-nurse"},
    }


@dataclass
class Place:
    """GitHub's repository, and the main branch as the workflow has checked it out."""

    origin: Path
    main: Path
    base: str

    def pull(self, files: Mapping[str, str | bytes | None], branch: str = "soap") -> str:
        """Push a branch that changes `files`, None taking one away; its newest commit."""
        git(self.origin, "checkout", "--quiet", "-B", branch, self.base)
        for path, content in files.items():
            file = self.origin / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        head = self.commit()
        git(self.origin, "checkout", "--quiet", "main")
        return head

    def commit(self) -> str:
        git(self.origin, "add", "--all")
        git(self.origin, *IDENTITY, "commit", "--quiet", "--message", "Write")
        return git(self.origin, "rev-parse", "HEAD")

    def told(self, given: dict[str, Any]) -> list[str]:
        file = self.main.parent / "event.json"
        file.write_text(json.dumps(given))
        publication = load(self.main, {"content/people.yml": PEOPLE}, drafts=True)
        return list(Desk(publication, self.ledger).record(Event.read(file)))

    @property
    def ledger(self) -> Ledger:
        return Ledger.of(self.main, SETTINGS, lambda: NOON)

    def stand(self, files: Mapping[str, str | bytes] | None = None) -> dict[str, str]:
        """How the sign-offs stand once `files` are merged, by slug."""
        publication = load(self.main, {"content/people.yml": PEOPLE, **(files or {})})
        judge = SignOffs(publication, self.ledger.read()).of
        return {each.slug: judge(each).state.value for each in publication.articles}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    origin = tmp_path / "origin"
    texts = {ARTICLE: article(), OTHER: article({"id": "wxyz-2345", "title": "Other"})}
    load(origin, {"content/people.yml": PEOPLE, **texts})
    git(origin, "init", "--quiet", "--initial-branch=main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitHub
    made = Place(origin, tmp_path / "main", "")
    made.base = made.commit()
    clone(origin, made.main)
    return made


NEW = article({"title": "Soap"}, "Wash your hands.\n")


def test_who_approves_a_pull_request_signs_off_what_changed_in_it(place: Place):
    head = place.pull({ARTICLE: NEW, "docs/notes.md": "Notes"})
    assert place.told(event(head, place.base)) == [
        f"{ARTICLE}: approved by nurse in {PULL}#pullrequestreview-80"
    ]
    approval = place.ledger.read().approvals["abcd-efgh"]
    assert {key: approval.told()[key] for key in ("by", "at", "commit", "path", "review")} == {
        "by": "nurse",
        "at": "2026-05-20T10:00:00Z",
        "commit": head,
        "path": ARTICLE,
        "review": f"{PULL}#pullrequestreview-80",
    }
    assert place.stand() == {"one": "void", "other": "none"}
    assert place.stand({ARTICLE: NEW}) == {"one": "valid", "other": "none"}
    assert place.stand({ARTICLE: NEW.replace("hands", "feet")}) == {"one": "void", "other": "none"}
    assert git(place.main, "status", "--porcelain", "docs") == ""


def test_what_came_to_the_main_branch_meanwhile_is_not_signed_off(place: Place):
    head = place.pull({ARTICLE: NEW})
    (place.origin / OTHER).write_text(article({"id": "wxyz-2345", "title": "Changed"}))
    place.base = place.commit()
    assert place.told(event(head, place.base)) == [
        f"{ARTICLE}: approved by nurse in {PULL}#pullrequestreview-80"
    ]


def test_a_new_picture_is_signed_off_with_its_article(place: Place):
    shown = article({"image": "soap.png", "alt": "Soap"})
    place.base = place.pull({ARTICLE: shown, "content/articles/2026/soap.png": b"one"}, "earlier")
    head = place.pull({"content/articles/2026/soap.png": b"two"})
    assert place.told(event(head, place.base))[0].startswith(f"{ARTICLE}: approved")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"user": {"login": "stranger"}},
         ["nobody in people.yml has the account `stranger` and is still here"]),
        ({"user": {"login": "gone"}},
         ["nobody in people.yml has the account `gone` and is still here"]),
        ({"user": {"login": "twins"}},
         ["nobody in people.yml has the account `twins` and is still here"]),
        ({"user": None}, ["nobody in people.yml has the account `` and is still here"]),
        ({"user": {"login": "the-team"}},
         [f"{ARTICLE}: `team` is an author of it; somebody else must agree"]),
        ({"state": "commented"}, []),
        ({"action": "edited"}, []),
    ],
)  # fmt: skip
def test_only_a_yes_of_somebody_known_who_did_not_write_it_counts(place: Place, changes, told):
    head = place.pull({ARTICLE: NEW})
    assert place.told(event(head, place.base, **changes)) == told
    assert place.ledger.read().approvals == {}


def test_who_is_who_is_asked_of_the_main_branch_alone(place: Place):
    people = PEOPLE.replace("A-Nurse", "intruder").replace("github: the-team", "github: a-nurse")
    head = place.pull({ARTICLE: NEW, "content/people.yml": people})
    assert place.told(event(head, place.base, user={"login": "intruder"})) == [
        "nobody in people.yml has the account `intruder` and is still here"
    ]


def test_nothing_that_a_pull_request_brings_is_run_or_written_elsewhere(place: Place):
    secret = place.main.parent / "secret"
    secret.write_text("secret")
    (place.origin / "content/articles/2026/link.png").symlink_to(secret)
    traps: dict[str, str | bytes | None] = {
        ARTICLE: article({"image": "link.png", "alt": "A secret"}),
        "mkdocs.yml": "hooks: [hook.py]\n",
        "hook.py": "raise SystemExit('run')\n",
        ".gitattributes": "* export-ignore filter=run\n",
    }
    head = place.pull(traps)
    told = place.told(event(head, place.base))
    # The link is left out, so the article shows a picture that is not there.
    assert told == [f"{ARTICLE}: approved by nurse in {PULL}#pullrequestreview-80"]
    assert "picture link.png" not in (place.ledger.read().approvals["abcd-efgh"].parts or {})
    assert not (place.main / "hook.py").exists()


def test_an_article_without_an_id_waits_for_one(place: Place):
    head = place.pull({OTHER: article({"id": None})})
    assert place.told(event(head, place.base)) == [
        (
            f"{OTHER}: it has no id yet; `publisher check --fix` writes one, and then it is "
            "approved again"
        )
    ]


def test_a_review_that_is_dismissed_takes_back_what_it_gave_and_nothing_else(place: Place):
    head = place.pull({ARTICLE: NEW, OTHER: None})
    gone = {"action": "dismissed", "state": "dismissed"}
    yes = event(head, place.base)
    place.told(yes)
    other = event(head, place.base, html_url=f"{PULL}#pullrequestreview-81", **gone)
    assert place.told(other) == []
    assert place.stand({ARTICLE: NEW})["one"] == "valid"
    assert place.told(event(head, place.base, **gone)) == ["one: the approval is taken back"]
    assert place.stand({ARTICLE: NEW})["one"] == "none"
    place.told(yes)
    place.told(event(head, place.base, html_url=f"{PULL}#pullrequestreview-81"))
    assert place.told(event(head, place.base, **gone)) == []
    assert place.stand({ARTICLE: NEW})["one"] == "valid"


def test_who_asks_for_changes_takes_their_own_yes_back(place: Place):
    head = place.pull({ARTICLE: NEW})
    place.told(event(head, place.base))
    no = {"state": "changes_requested", "html_url": f"{PULL}#pullrequestreview-82"}
    assert place.told(event(head, place.base, user={"login": "the-team"}, **no)) == []
    assert place.told(event(head, place.base, **no)) == ["one: the approval is taken back"]
    assert place.ledger.read().approvals == {}


def test_a_file_that_is_no_event_says_so(tmp_path: Path):
    file = tmp_path / "event.json"
    for content in ("", "{}", json.dumps(event("--upload-pack=x", "0" * 40))):
        file.write_text(content)
        with pytest.raises(ReviewError, match="holds no review as GitHub tells of one"):
            Event.read(file)


def test_a_commit_that_is_gone_says_so(place: Place):
    with pytest.raises(ReviewError, match="the commit that was reviewed cannot be read"):
        place.told(event("1" * 40, place.base))


def test_nobody_has_an_empty_account(tmp_path: Path):
    assert person_at(load(tmp_path), "") is None
