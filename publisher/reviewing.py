"""A review at GitHub written down as a sign-off, or taken back.

The event is a file that GitHub made; the articles are read as data out of the commit that was
reviewed. Nothing of that commit is run or checked out: who is who and how the publication is set
up stand in the main branch, which is checked out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from publisher._git import GitError, git
from publisher.content.article import Article
from publisher.content.people import Person
from publisher.content.publication import Publication, load_publication
from publisher.social.ledger import Ledger
from publisher.social.sign_offs import signed

_Commit = Annotated[str, Field(pattern="^[0-9a-f]{40}([0-9a-f]{24})?$")]
_FILES = ("100644", "100755")  # no symbolic links, no other repositories


class ReviewError(Exception):
    """The event is none that we know, or its commits cannot be read."""


class _User(BaseModel):
    login: str


class _Review(BaseModel):
    state: str
    user: _User | None  # an account that was deleted
    commit_id: _Commit
    html_url: str
    submitted_at: datetime


class _Base(BaseModel):
    sha: _Commit


class _PullRequest(BaseModel):
    html_url: str
    base: _Base


class Event(BaseModel):
    """What GitHub says of a review.

    https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request_review
    """

    action: str
    review: _Review
    pull_request: _PullRequest

    @classmethod
    def read(cls, file: Path) -> Event:
        """The event in a file. Raises ReviewError for any other file."""
        try:
            return cls.model_validate_json(file.read_bytes())
        except (OSError, ValidationError) as problem:
            message = f"{file} holds no review as GitHub tells of one"
            raise ReviewError(message) from problem

    @property
    def approves(self) -> bool:
        """Whether it says yes."""
        return self.action == "submitted" and self.review.state.lower() == "approved"

    @property
    def refuses(self) -> bool:
        """Whether it asks for changes, which takes the same person's earlier yes back."""
        return self.action == "submitted" and self.review.state.lower() == "changes_requested"

    @property
    def login(self) -> str:
        """The account of whoever reviewed."""
        return self.review.user.login if self.review.user else ""


@dataclass(frozen=True)
class Desk:
    """Where reviews are written down: the main branch as it is checked out, and the ledger."""

    publication: Publication
    ledger: Ledger

    def record(self, event: Event) -> Iterator[str]:
        """Do what the event says; yield in sentences what was done, and what not and why.

        Raises ReviewError where the commits cannot be read, LedgerError where the ledger cannot.
        """
        if event.action == "dismissed":
            yield from self._undone(self.ledger.withdraw_review(event.review.html_url))
            return
        person = person_at(self.publication, event.login)
        if person is None:
            yield f"nobody in people.yml has the account `{event.login}` and is still here"
        elif event.refuses:
            prefix = f"{event.pull_request.html_url}#"
            yield from self._undone(self.ledger.withdraw_review(prefix, person))
        elif event.approves:
            yield from self._approve(event, person)

    def _undone(self, articles: list[str]) -> Iterator[str]:
        slugs = {article.id: article.slug for article in self.publication.articles}
        for article in articles:
            yield f"{slugs.get(article, article)}: the approval is taken back"

    def _approve(self, event: Event, person: str) -> Iterator[str]:
        review, paths = event.review, self._changed(event)
        with self._as_reviewed(review.commit_id) as reviewed:
            for article in reviewed.articles:
                if paths.isdisjoint({article.path, *article.pictures.values()}):
                    continue
                if fault := _fault(article, person):
                    yield f"{article.path}: {fault}"
                    continue
                how = {"by": person, "at": review.submitted_at, "review": review.html_url}
                approval = signed(reviewed, article, review.commit_id, **how)
                self.ledger.approve(article.id or "", approval)
                yield f"{article.path}: approved by {person} in {review.html_url}"

    def _changed(self, event: Event) -> frozenset[str]:
        """The files that differ since the pull request left the main branch."""
        root, commit, base = (
            self.publication.root,
            event.review.commit_id,
            event.pull_request.base.sha,
        )
        try:
            remote = self.publication.settings.ledger.remote
            git(
                root, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, commit, base
            )
            listed = git(root, "diff", "-z", "--name-only", "--no-renames", "--relative",
                         f"{base}...{commit}", "--", self.publication.content)  # fmt: skip
        except GitError as problem:
            message = f"the commit that was reviewed cannot be read: {problem}"
            raise ReviewError(message) from problem
        return frozenset(listed.decode("utf-8", "surrogateescape").split("\0"))

    @contextmanager
    def _as_reviewed(self, commit: str) -> Iterator[Publication]:
        """The publication as it stands in a commit, but for its people and settings."""
        own = self.publication
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, content in _files(own.root, commit, own.content):
                file = root / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            read = load_publication(
                root, own.settings, own.as_of, name=own.name, content=own.content,
                site_url=own.site_url, drafts=True,
            )  # fmt: skip
            yield replace(read, people=own.people)


def person_at(publication: Publication, login: str) -> str | None:
    """The key of the one person or team with an account at GitHub who has not left."""
    today = publication.today

    def here(person: Person) -> bool:
        has_it = (person.github or "").casefold() == login.casefold() != ""
        return has_it and (person.left is None or person.left > today)

    keys = [key for key, person in publication.people.items() if here(person)]
    return keys[0] if len(keys) == 1 else None


def _fault(article: Article, person: str) -> str | None:
    if article.id is None:
        return "it has no id yet; `publisher check --fix` writes one, and then it is approved again"
    if person in article.authors:
        return f"`{person}` is an author of it; somebody else must agree"
    return None


def _files(root: Path, commit: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file below a folder in a commit."""
    listing = git(root, "ls-tree", "-r", "-z", commit, "--", f"{folder}/")
    lines = (
        line.partition("\t") for line in listing.decode("utf-8", "surrogateescape").split("\0")
    )
    blobs = {path: about.split()[2] for about, _, path in lines if _is_file(about, path)}
    answer = git(root, "cat-file", "--batch", stdin="\n".join([*blobs.values(), ""]).encode())
    at = 0
    for path in blobs:
        start = answer.index(b"\n", at) + 1
        end = start + int(answer[at:start].split()[2])
        yield path, answer[start:end]
        at = end + 1


def _is_file(about: str, path: str) -> bool:
    """Whether an entry of a tree is a file that may be written; no link, and no way out."""
    parts = PurePosixPath(path)
    return about.startswith(_FILES) and not parts.is_absolute() and ".." not in parts.parts
