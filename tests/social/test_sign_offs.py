"""Which change voids a sign-off, how that is said, and what is kept of what was read."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.checks import findings
from publisher.content.publication import Publication
from publisher.social.parts import parts, unwrapped
from publisher.social.records import Approval
from publisher.social.sign_offs import SignOffs, Verdict, commit_with, signed
from publisher.social.snapshot import SignOff, Snapshot
from tests.content.paper import ARTICLE, PEOPLE, article, lines, load
from tests.social.repositories import IDENTITY, NOON, clone, git

PICTURE = "content/articles/2026/soap.png"
KEYS = {
    "pillar": "education",
    "references": "[{doi: 10.1000/xyz, title: Soap}, {pmid: '12345'}]",
    "social": "{hook: Wash your hands becuase it works., hashtags: [soap]}",
    "image": "soap.png",
    "alt": "Soap",
}
BODY = """\
You may recieve 10 mg of [this](https://example.org/soap).
Do not take more
than that.

<!-- publisher: ignore[words-sentence] it is short -->
"""


def written(keys: dict[str, str | None] | None = None, body: str = BODY) -> str:
    return article({**KEYS, **(keys or {})}, body)


@pytest.fixture
def read(tmp_path: Path) -> Publication:
    """A publication in git, with one article and its picture."""
    publication = load(tmp_path / "paper", {ARTICLE: written(), PICTURE: b"a picture"})
    git(publication.root, "init", "--quiet", "--initial-branch=main")
    commit(publication.root)
    return publication


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, *IDENTITY, "commit", "--quiet", "--message", "Write")


def agreed(publication: Publication) -> Approval:
    (one,) = publication.articles
    return signed(publication, one, commit_with(publication, one), by="readers", at=NOON)


def judged(
    publication: Publication, approval: Approval, files: Mapping[str, str | bytes] | None = None
) -> Verdict:
    now = load(publication.root, files or {})
    (one,) = now.articles
    return SignOffs(now, Snapshot("this", approvals={"abcd-efgh": approval})).of(one)


def test_what_was_signed_off_stands(read: Publication):
    assert judged(read, agreed(read)) == Verdict(SignOff.VALID)


@pytest.mark.parametrize(
    ("left", "since"),
    [
        ("2026-11-23", ()),
        ("2026-11-22", ("`readers` had left on 2026-11-22, before agreeing on 2026-11-23",)),
    ],
)
def test_who_had_left_signs_off_nothing(read: Publication, left: str, since: tuple[str, ...]):
    people = {"content/people.yml": PEOPLE + f"  left: {left}\n"}
    expected = Verdict(SignOff.VOID if since else SignOff.VALID, since)
    assert judged(read, agreed(read), people) == expected


def test_the_record_has_the_digest_of_each_part_and_no_text(read: Publication):
    record = agreed(read).told()
    assert list(record["parts"]) == [
        "alt", "audience", "authors", "description", "image", "pillar", "social", "title",
        "text", "reference doi:10.1000/xyz", "reference pmid:12345", "picture soap.png",
        "post bluesky launch", "post facebook launch", "post instagram launch",
        "post linkedin launch", "post mastodon launch", "post threads launch", "post x launch",
    ]  # fmt: skip
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in record["parts"].values())
    assert record["commit"] == git(read.root, "rev-parse", "HEAD")
    assert record["path"] == ARTICLE
    words = {word for word in re.findall(r"\w{5,}", BODY) if word != "https"}
    assert not words & set(re.findall(r"\w+", json.dumps(record)))


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "draft"},
        {"date": "2026-05-02"},
        {"updated": "2026-05-20"},
        {"reviewer": "readers", "reviewed": "2026-05-20", "review_due": "2028-05-20"},
        {"aliases": "[old/]"},
        {"social": KEYS["social"].replace("}", ", not_before: 2026-05-20}")},
        {"social": KEYS["social"].replace("becuase", "because")},
    ],
)
def test_dates_and_what_says_nothing_about_the_matter_leave_it_standing(read, changes):
    assert judged(read, agreed(read), {ARTICLE: written(changes)}) == Verdict(SignOff.VALID)


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("recieve", "receive"),
        BODY.replace("more\nthan", "more than"),
        BODY.replace("more\nthan", "more\r\nthan"),
        BODY.replace("it is short", "it is clear"),
        BODY.partition("<!--")[0],
    ],
)
def test_spelling_line_breaks_and_comments_leave_it_standing(read, body):
    assert judged(read, agreed(read), {ARTICLE: written(body=body)}) == Verdict(SignOff.VALID)


@pytest.mark.parametrize(
    ("old", "new", "since"),
    [
        ("10 mg", "100 mg", "1 number"),
        ("may", "must", "1 word"),
        ("not ", "", "1 word"),
        ("example.org/soap", "example.org/oil", "1 link"),
        ("[this](https://example.org/soap).\n", "it twice!\n", "1 link, 2 words, 2 marks"),
        ("You may", "May you", "2 words"),
        ("more\nthan", "than\nmore", "the order of words in the text"),
        ("more\nthan", "more\n\nthan", "1 break"),
    ],
)
def test_a_change_of_the_text_voids_it_and_is_counted(read, old: str, new: str, since: str):
    found = judged(read, agreed(read), {ARTICLE: written(body=BODY.replace(old, new))})
    assert (found.state, str(found)) == (SignOff.VOID, since)


@pytest.mark.parametrize(
    ("keys", "since"),
    [
        ({"title": "Two"}, "1 word"),
        ({"references": "[{doi: 10.1000/xyz, title: Soap}]"}, "1 reference"),
        ({"references": KEYS["references"].replace("Soap", "Saop")}, "1 reference"),
        ({"social": "{hook: Wash your feet because it works., hashtags: [soap]}"},
         "2 words, 7 posts"),
        ({"social": KEYS["social"].replace("[soap]", "[oil]")}, "1 word, 7 posts"),
        ({"social": KEYS["social"].replace("}", ", channels: [bluesky]}")},
         "1 number, 2 words, 2 marks, 6 posts"),
        ({"topics": "[words]"}, "5 posts"),
        ({"key_points": "[Soap works.]"}, "`key_points`"),
        ({"disclosures": "none"}, "`disclosures`"),
    ],
)  # fmt: skip
def test_a_change_of_anything_else_that_was_read_voids_it(read, keys, since: str):
    found = judged(read, agreed(read), {ARTICLE: written(keys)})
    assert (found.state, str(found)) == (SignOff.VOID, since)


def test_another_picture_under_the_same_name_voids_it(read: Publication):
    found = judged(read, agreed(read), {PICTURE: b"another picture"})
    assert found == Verdict(SignOff.VOID, ("1 picture",))


def test_whoever_becomes_an_author_has_not_signed_it_off(read: Publication):
    found = judged(read, agreed(read), {ARTICLE: written({"authors": "[team, readers]"})})
    assert found == Verdict(SignOff.VOID, ("`readers` has become an author",))


def test_what_is_not_in_git_any_more_is_void_by_any_change(read: Publication):
    approval = agreed(read)
    respelled = {ARTICLE: written(body=BODY.replace("recieve", "receive"))}
    for gone in (
        approval.changed(commit=None),
        approval.changed(commit="1" * 40),
        approval.changed(path="content/elsewhere.md"),
    ):
        assert judged(read, gone, respelled) == Verdict(SignOff.VOID, ("the text",))


@pytest.mark.parametrize("nonsense", [b"No front matter", b"---\ntitel: One\n---\n", b"\xff"])
def test_what_is_no_article_in_git_is_not_what_was_signed(read: Publication, nonsense):
    approval = agreed(read)
    whole = (read.root / ARTICLE).read_bytes()
    (read.root / ARTICLE).write_bytes(nonsense)
    commit(read.root)
    other = approval.changed(commit=git(read.root, "rev-parse", "HEAD"))
    respelled = {ARTICLE: whole.replace(b"recieve", b"receive")}
    assert judged(read, other, respelled) == Verdict(SignOff.VOID, ("the text",))


def test_what_git_has_counts_only_if_it_is_what_was_signed(read: Publication):
    approval = agreed(read)
    text = written(body=BODY.replace("10 mg", "100 mg").replace("recieve", "receive"))
    (read.root / ARTICLE).write_text(text.replace("receive", "recieve"))
    commit(read.root)
    forged = approval.changed(commit=git(read.root, "rev-parse", "HEAD"))
    assert judged(read, forged, {ARTICLE: text}) == Verdict(SignOff.VOID, ("the text",))


def test_a_text_that_is_not_committed_is_signed_by_its_digests_alone(read: Publication):
    now = load(read.root, {ARTICLE: written(body="Wash your hands, patinet.\n")})
    approval = agreed(now)
    assert approval.commit is None
    assert judged(read, approval) == Verdict(SignOff.VALID)
    respelled = {ARTICLE: written(body="Wash your hands, patient.\n")}
    assert judged(read, approval, respelled) == Verdict(SignOff.VOID, ("the text",))


def test_a_shallow_clone_fetches_what_was_signed_and_stays_shallow(read: Publication, tmp_path):
    approval = agreed(read)
    (read.root / ARTICLE).write_text(written(body=BODY.replace("recieve", "receive")))
    commit(read.root)
    git(read.root, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitHub
    copy = replace(read, root=clone(read.root, tmp_path / "copy", "--depth=1"))
    assert git(copy.root, "rev-list", "--count", "HEAD") == "1"
    assert judged(copy, approval) == Verdict(SignOff.VALID)
    assert git(copy.root, "rev-list", "--count", "HEAD") == "1"


def test_an_approval_of_before_there_were_parts_is_read_and_voided_by_any_change(read):
    (one,) = read.articles
    old = Approval.decoded("approvals/abcd-efgh.json", json.dumps(
        {"version": 1, "digest": one.digest, "by": "readers", "at": "2026-05-01T09:00:00Z"}
    ).encode())  # fmt: skip
    assert judged(read, old) == Verdict(SignOff.VALID)
    respelled = {ARTICLE: written(body=BODY.replace("recieve", "receive"))}
    assert judged(read, old, respelled) == Verdict(SignOff.VOID, ("the file",))


def test_a_new_domain_voids_nothing(read: Publication):
    approval = agreed(read)
    moved = replace(read, site_url="https://elsewhere.example/")
    (one,) = moved.articles
    known = Snapshot("this", approvals={"abcd-efgh": approval})
    assert SignOffs(moved, known).of(one) == Verdict(SignOff.VALID)


def test_an_article_without_a_sign_off_has_none(read: Publication):
    (one,) = read.articles
    judge = SignOffs(read, Snapshot("this"))
    assert judge.of(one) == judge.of(one) == Verdict(SignOff.NONE)
    assert judge.void() == {}


def test_the_check_says_by_what_a_sign_off_is_void(read: Publication):
    known = Snapshot("this", approvals={"abcd-efgh": agreed(read)})

    def found(body: str, **keys: str) -> list[str]:
        now = load(read.root, {ARTICLE: written({**keys}, body)})
        now = replace(now, void=SignOffs(now, known).void())
        return lines(findings(now, {}, lambda check: check == "signoff-void"))

    assert found(BODY) == []
    changed = BODY.replace("may", "must").replace("10 mg", "100 mg")
    assert found(changed) == [
        (
            f"{ARTICLE}:1:1 signoff-void: it was changed after it was signed off; since then: "
            "1 number, 1 word; have it read again: `publisher approve one --as PERSON` records it"
        )
    ]
    assert found(changed, status="draft") == []
    assert found(changed, pillar="community") == []


def test_a_file_that_is_no_article_has_no_parts(read: Publication):
    (one,) = read.articles
    assert parts(read, one, b"No front matter") == {}
    assert parts(read, one, b"\xff") == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("One\ntwo", "One two"),
        ("One\ntwo\n", "One two"),
        ("One \ntwo", "One two"),
    ],
)
def test_a_paragraph_is_the_same_however_its_lines_break(one: str, other: str):
    assert unwrapped(one) == unwrapped(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("One  \ntwo", "One two"),
        ("One\\\ntwo", "One\\ two"),
        ("One\n\ntwo", "One two"),
        ("# One\ntwo", "# One two"),
        ("One\n- two", "One - two"),
        ("One\n    two", "One two"),
        ("a | b\n--|--\nc | d\ne | f", "a | b\n--|--\nc | d e | f"),
        ("```\none\ntwo\n```", "```\none two\n```"),
        ("<pre>\none\ntwo</pre>", "<pre>\none two</pre>"),
    ],
)
def test_lines_that_mean_something_are_kept(one: str, other: str):
    assert unwrapped(one) != unwrapped(other)
