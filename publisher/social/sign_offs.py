"""Whether a sign-off still stands, and if not, by which change it is void.

The ledger keeps digests of the parts that were read and the commit in which they stood, never a
text. Where digests differ, the text of then is read back from git, and counts only if it has the
digest that was signed: docs/decisions/0011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from publisher._git import GitError, git
from publisher.content.article import Article
from publisher.content.publication import Publication
from publisher.social.parts import PICTURE, POST, REFERENCE, TEXT, Parts, as_it_was, digests, parts
from publisher.social.records import Approval
from publisher.social.snapshot import SignOff, Snapshot
from publisher.social.spelling import differences, is_spelling_only

# These parts never change by spelling alone.
_WHOLE = frozenset({REFERENCE, PICTURE})
# What is counted, in the order in which it is told: one, and several.
_COUNTED = {
    "link": ("link", "links"),
    "number": ("number", "numbers"),
    "word": ("word", "words"),
    "code": ("piece of code", "pieces of code"),
    "mark": ("mark", "marks"),
    "space": ("break", "breaks"),
    REFERENCE: ("reference", "references"),
    PICTURE: ("picture", "pictures"),
    POST: ("post", "posts"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a sign-off stands; `since` are the changes by which it is void, as `2 words`."""

    state: SignOff
    since: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As a person says it after "since then"."""
        return ", ".join(self.since)


def verdict(approval: Approval, now: Parts, then: Parts, language: str) -> Verdict:
    """How an approval with parts stands, where the article's are `now` and read back as `then`."""
    new, old = digests(now), digests(then)
    signed = approval.parts or {}
    changed = [name for name in {**signed, **new} if new.get(name) != signed.get(name)]
    known = {name: then[name] for name in changed if old.get(name, "") == signed.get(name)}
    if all(_is_respelled(name, known.get(name), now.get(name), language) for name in changed):
        return Verdict(SignOff.VALID)
    return Verdict(SignOff.VOID, tuple(_told(changed, known, now)))


def _is_respelled(name: str, old: str | None, new: str | None, language: str) -> bool:
    if old is None or new is None or name.partition(" ")[0] in _WHOLE:
        return False
    return is_spelling_only(old, new, language)


def _told(changed: list[str], known: Parts, now: Parts) -> Iterator[str]:
    """Yield what changed: named where only that is known, else counted."""
    counted: Counter[str] = Counter()
    for name in changed:
        kind = name.partition(" ")[0]
        if kind in _COUNTED:
            counted[kind] += 1
        elif name not in known or name not in now:
            yield "the text" if name == TEXT else f"`{name}`"
        elif found := differences(known[name], now[name]):
            counted += found
        else:
            yield f"the order of words in {'the text' if name == TEXT else f'`{name}`'}"
    if len(counted) > 1:
        del counted["space"]  # between the words that came or went
    for kind, (one, several) in _COUNTED.items():
        if number := counted[kind]:
            yield f"{number} {one if number == 1 else several}"


@dataclass(frozen=True)
class SignOffs:
    """The sign-offs of a publication, judged by its files as they lie there now."""

    publication: Publication
    snapshot: Snapshot
    _judged: dict[str, Verdict] = field(default_factory=dict, repr=False, compare=False)

    def of(self, article: Article) -> Verdict:
        """How an article's sign-off stands."""
        if article.path not in self._judged:
            self._judged[article.path] = self._judge(article)
        return self._judged[article.path]

    def void(self) -> Mapping[str, str]:
        """What changed since, by the path of each article whose sign-off is void."""
        verdicts = ((a.path, self.of(a)) for a in self.publication.articles if a.id)
        return {path: str(each) for path, each in verdicts if each.state is SignOff.VOID}

    def _judge(self, article: Article) -> Verdict:
        approval = self.snapshot.approvals.get(article.id or "")
        state = self.snapshot.approval_of(article)
        if approval is None:
            return Verdict(state)
        if approval.by in article.authors:
            return Verdict(SignOff.VOID, (f"`{approval.by}` has become an author",))
        if left := self._had_left(approval):
            return Verdict(SignOff.VOID, (left,))
        if approval.parts is None:  # written before there were any
            return Verdict(state, () if state is SignOff.VALID else ("the file",))
        raw = (self.publication.root / article.path).read_bytes()
        now = parts(self.publication, article, raw)
        if digests(now) == approval.parts:
            return Verdict(SignOff.VALID)
        return verdict(approval, now, self._then(article, approval), article.language)

    def _had_left(self, approval: Approval) -> str | None:
        """That who agreed had left before, in words, if so; later they may well have left."""
        person, zone = self.publication.people.get(approval.by), self.publication.settings.zone
        day = approval.agreed or approval.at.astimezone(zone).date()
        if person and person.had_left(day):
            return f"`{approval.by}` had left on {person.left}, before agreeing on {day}"
        return None

    def _then(self, article: Article, approval: Approval) -> Parts:
        """The parts as they were signed; none where git does not have them any more."""
        raw = read_back(self.publication, approval)
        old = as_it_was(article, raw) if raw is not None else None
        return parts(self.publication, old, raw) if old and raw is not None else {}


def read_back(publication: Publication, approval: Approval) -> bytes | None:
    """The file that was signed, from git, here or where the ledger is; None where it is gone."""
    if approval.commit is None or approval.path is None:
        return None
    asked = partial(git, publication.root)
    with suppress(GitError):
        return asked("show", f"{approval.commit}:./{approval.path}")
    with suppress(GitError):
        shallow = asked("rev-parse", "--is-shallow-repository").strip() == b"true"
        depth = ["--depth=1"] if shallow else []  # which would make a whole clone shallow
        remote = publication.settings.ledger.remote
        asked(
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            *depth,
            remote,
            approval.commit,
        )
        return asked("show", f"{approval.commit}:./{approval.path}")
    return None


def signed(
    publication: Publication, article: Article, commit: str | None, **how: object
) -> Approval:
    """The approval of an article as it lies there, which stands so in `commit`, if in one.

    `how` is the rest of the record: who agreed, when, and by which way.
    """
    raw = (publication.root / article.path).read_bytes()
    whole = digests(parts(publication, article, raw))
    about = {"digest": article.digest, "parts": whole, "commit": commit, "path": article.path}
    return Approval.model_validate(about | how)


def commit_with(publication: Publication, article: Article) -> str | None:
    """The commit that is checked out, if the article's file stands in it as it lies there."""
    raw = (publication.root / article.path).read_bytes()
    with suppress(GitError):
        if git(publication.root, "show", f"HEAD:./{article.path}") == raw:
            return git(publication.root, "rev-parse", "HEAD").decode().strip()
    return None
