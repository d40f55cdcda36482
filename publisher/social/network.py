"""How a network is asked, and what its answers mean for a post: out, not out, or unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Protocol

from pydantic import SecretStr

from publisher._exchange import Fields, LostError, Response, Sending, exchange
from publisher._http import UnreachableError
from publisher.social.account import (
    A_WHILE,
    CredentialsError,
    GoneError,
    LaterError,
    PostingError,
    RefusedError,
    UnknownError,
)
from publisher.social.story import Measure
from publisher.social.waiting import retry_after

_LONGEST_WORDS = 300
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)

# The code and the words of a refusal, out of an answer's JSON.
Fault = Callable[[Any], tuple[str, str]]


class Sign(Protocol):
    """Proves who we are anew in each request, by what is signed with `secrets`."""

    @property
    def secrets(self) -> tuple[SecretStr, ...]:
        """What an answer may repeat of it."""

    def __call__(self, method: str, url: str, params: Mapping[str, str]) -> SecretStr:
        """Return the Authorization field of one request."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network's API: its name, its root, the fields of every request, and its manners.

    `fault` reads a refusal. `credentials` are the names of our secrets. Where the status does not
    say so, `expired` are codes that mean those, `busy` a rate limit, `gone` a post that is none.
    `sign` proves who we are where no field that stays the same can.
    """

    name: str
    root: str
    fault: Fault
    credentials: tuple[str, ...]
    headers: Fields = field(default_factory=dict)
    expired: frozenset[str] = frozenset()
    busy: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    sign: Sign | None = None

    @property
    def way_out(self) -> str:
        """What a person does about secrets that the network does not take."""
        return f"renew {' and '.join(self.credentials)} as docs/accounts.md says"

    def ask(self, method: str, path: str, headers: Fields | None = None, **what: Any) -> Response:  # noqa: ANN401 - as Sending
        """Send what shows nothing to a reader: whatever goes wrong, it can be tried later."""
        try:
            return self._accepted(self._exchanged(method, path, headers, what))
        except UnreachableError as problem:
            message = f"{self.name}: {problem}"
            raise LaterError(message, A_WHILE) from None
        except _BrokenError as problem:
            raise LaterError(str(problem), problem.retry_after) from None

    def tell(self, method: str, path: str, headers: Fields | None = None, **what: Any) -> Response:  # noqa: ANN401 - as Sending
        """Send what a reader will see: where the answer leaves it open, it is unknown."""
        try:
            return self._accepted(self._exchanged(method, path, headers, what))
        except LostError as problem:
            message = f"{self.name}: {problem}; it may have gone out all the same"
            raise UnknownError(message) from None
        except UnreachableError as problem:
            message = f"{self.name}: {problem}"
            raise LaterError(message, A_WHILE) from None
        except _BrokenError as problem:
            message = f"{problem}; it may have gone out all the same"
            raise UnknownError(message) from None

    def _exchanged(
        self, method: str, path: str, headers: Fields | None, what: dict[str, Any]
    ) -> Response:
        url = path if path.startswith("https://") else self.root + path
        fields = {**self.headers, **(headers or {})}
        if self.sign is None:
            return exchange(Sending(method, url, fields, **what))
        fields["Authorization"] = self.sign(method, url, what.get("params") or {})
        return exchange(Sending(method, url, fields, **what, hidden=self.sign.secrets))

    def _accepted(self, answer: Response) -> Response:
        """Return the answer of a network that did as it was asked."""
        if answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return answer
        code, words = self._fault(answer)
        said = f"{self.name} says: {words[:_LONGEST_WORDS]}"
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS or code in self.busy:
            raise LaterError(said, retry_after(answer.headers, datetime.now(UTC)))
        if answer.status == HTTPStatus.UNAUTHORIZED or code in self.expired:
            message = f"{said}; {self.way_out}"
            raise CredentialsError(message)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise _BrokenError(said, retry_after(answer.headers, datetime.now(UTC)))
        if answer.status in _GONE or code in self.gone:
            raise GoneError(said, code)
        raise RefusedError(said, code)

    def _fault(self, answer: Response) -> tuple[str, str]:
        plain = f"status {answer.status}"
        try:
            code, words = self.fault(answer.said())
        except (ValueError, TypeError, LookupError, AttributeError):
            code, words = "", ""
        return code or str(answer.status), words or plain


class _BrokenError(PostingError):
    """The network's own fault (5xx): what it did before it broke is open."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


def refuse_too_long(name: str, measures: Iterable[Measure]) -> None:
    """Raise RefusedError for a text that the network would refuse, or cut."""
    for measure in measures:
        if measure.excess:
            message = (
                f"the post for {name} has {measure.count:,} {measure.unit}; "
                f"{measure.limit:,} are allowed"
            )
            raise RefusedError(message, "too-long")
