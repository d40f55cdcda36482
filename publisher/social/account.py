"""What every network's account can do, and the plain values and errors that it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from pydantic import SecretStr

from publisher.social.story import Snippet

# The environment's secrets by name, which print as asterisks wherever they are printed.
Credentials = Mapping[str, SecretStr]

PREFIX = "PUBLISHER_"

# Seconds to wait where a network does not say how long.
A_WHILE = 15 * 60


@dataclass(frozen=True, slots=True)
class Post:
    """What goes out.

    `created` (with a zone) and `key` (article/channel/occasion) are stored with the claim, so that
    a later try sends exactly the same. `picture` is the card's; `alt` says what it shows.
    """

    snippet: Snippet
    picture: bytes | None
    picture_type: str
    alt: str
    created: datetime
    key: str

    @property
    def occasion(self) -> str:
        """Why it goes out: `launch`, `again-1`, `correction`, `statement`."""
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the network calls a post, and where a reader sees it."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How a post was taken up; None where the network does not tell."""

    likes: int | None
    reposts: int | None
    replies: int | None


class PostingError(Exception):
    """Why a network did not do what it was asked, in words for a communications lead."""


class RefusedError(PostingError):
    """The network said no, and nothing went out; `code` is its own name for the reason."""

    def __init__(self, message: str, code: str = "") -> None:
        """`message` as it is shown."""
        super().__init__(message)
        self.code = code


class GoneError(RefusedError):
    """What was asked for is no longer there, or never was."""


class LaterError(PostingError):
    """Nothing went out, and a later try may do; not before `retry_after` seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        """`message` as it is shown."""
        super().__init__(message)
        self.retry_after = retry_after


class UnknownError(PostingError):
    """It may have gone out: the network's answer was lost, cut short or makes no sense."""


class CredentialsError(PostingError):
    """What proves who we are is wrong, has expired or may not do this; nothing went out."""


class Account(Protocol):
    """An account on a network; each method raises a PostingError when it cannot do its work."""

    def whoami(self) -> str:
        """Return the account's name as the network gives it."""

    def post(self, post: Post) -> Receipt:
        """Send `post`."""

    def reply(self, receipt: Receipt, post: Post) -> Receipt:
        """Send `post` as an answer below the one of `receipt`."""

    def find(self, article: str, occasion: str = "launch") -> Receipt | None:
        """Return the account's newest post that links to `article` on that occasion."""

    def counts(self, receipt: Receipt) -> Counts | None:
        """Return how the post was taken up, or None where it is no longer there."""

    def delete(self, receipt: Receipt) -> None:
        """Take the post back; one that is no longer there is taken back already."""


@runtime_checkable
class Commented(Protocol):
    """An account whose answers are no posts of its own but comments below one."""

    def comment(self, receipt: Receipt, article: str, occasion: str) -> Receipt | None:
        """Return the account's comment below `receipt` that links to `article` on that occasion."""


def answer_below(account: Account, receipt: Receipt, article: str, occasion: str) -> Receipt | None:
    """Return the answer below the post of `receipt`, if the network has it, from where it lies."""
    if isinstance(account, Commented):
        return account.comment(receipt, article, occasion)
    return account.find(article, occasion)


def credentials(environ: Mapping[str, str]) -> Credentials:
    """Return our part of the environment; an empty value, as GitHub hands over, is none."""
    return {
        name: SecretStr(value.strip())
        for name, value in environ.items()
        if name.startswith(PREFIX) and value.strip()
    }


def missing(needed: tuple[str, ...], given: Credentials) -> list[str]:
    """Return the names of those in `needed` that are not given."""
    return [name for name in needed if name not in given]


def taken(name: str, given: Credentials) -> SecretStr:
    """Return one of the secrets, if it can be one.

    Raises CredentialsError for a space, a line break or a letter beyond ASCII in its midst.
    """
    secret = given[name]
    if not all("!" <= sign <= "~" for sign in secret.get_secret_value()):
        message = f"{name} holds a space or a sign that no such secret has; paste it again"
        raise CredentialsError(message)
    return secret


def bearer(token: SecretStr) -> SecretStr:
    """Return `token` as an Authorization field bears it (RFC 6750)."""
    return SecretStr(f"Bearer {token.get_secret_value()}")


def token_days_left(channel: str, given: Credentials, today: date) -> int | None:
    """Return how many days the network's token still holds, where the environment says until when.

    That is PUBLISHER_<CHANNEL>_TOKEN_EXPIRES, a date; raises CredentialsError where it is none.
    """
    name = f"{PREFIX}{channel.upper()}_TOKEN_EXPIRES"
    if name not in given:
        return None
    try:
        return (date.fromisoformat(given[name].get_secret_value()) - today).days
    except ValueError:
        message = f"{name} is no date; write one as 2027-01-31"
        raise CredentialsError(message) from None
