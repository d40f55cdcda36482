"""One repository of the AT Protocol, as the account's own server keeps it.

Source: the lexicons `com.atproto.server.*` and `com.atproto.repo.*` (https://docs.bsky.app/docs/
category/http-reference). An expired session is a status 400 there, and a missing record too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import SecretStr

from publisher._exchange import Response
from publisher.social.account import CredentialsError, GoneError, RefusedError, bearer
from publisher.social.answers import read, told
from publisher.social.network import Network

EXPIRED = "ExpiredToken"
_WRONG = frozenset({"AuthMissing", "InvalidToken", "AccountTakedown"})
_GONE = frozenset({"RecordNotFound"})
# How far back records are read, newest first: pages, and records on each.
_PAGES, _PAGE = 5, 100


def _fault(said: Any) -> tuple[str, str]:  # noqa: ANN401 - as json.loads
    return said["error"], said.get("message", "")


class Repository:
    """A repository by app password. Its session is made once (the server allows 300 a day)."""

    def __init__(
        self, name: str, server: str, login: Mapping[str, SecretStr], credentials: tuple[str, ...]
    ) -> None:
        """`login` has `identifier` and `password`; nothing is asked of `server` yet."""
        root = f"{server}/xrpc/com.atproto."
        self._network = Network(name, root, _fault, credentials, expired=_WRONG, gone=_GONE)
        self._login = login
        self._did, self._access, self._refresh = "", SecretStr(""), SecretStr("")

    @property
    def handle(self) -> str:
        """The account's name, as the server gives it."""
        return str(read(self._call(self._network.ask, "GET", "server.getSession"), "handle"))

    def upload(self, data: bytes, media_type: str) -> Any:  # noqa: ANN401 - as json.loads
        """Upload a file and return what a record calls it."""
        fields = {"Content-Type": media_type}
        sent = self._call(self._network.ask, "POST", "repo.uploadBlob", fields, data=data)
        return read(sent, "blob")

    def put(self, collection: str, key: str, record: Mapping[str, Any]) -> tuple[str, bool]:
        """Write a record where none is; return its address, and whether it is this very one.

        The same again changes nothing; where another stands already, that one's address.
        """
        place = {"repo": self._own(), "collection": collection, "rkey": key}
        body = place | {"record": record, "swapRecord": None}
        try:
            put = self._call(self._network.tell, "POST", "repo.putRecord", json=body)
        except RefusedError as refusal:
            if refusal.code != "InvalidSwap":
                raise
            return f"at://{self._did}/{collection}/{key}", False
        return told(put, "uri"), True

    def get(self, uri: str) -> Any:  # noqa: ANN401 - as json.loads
        """Return a record with `uri`, `cid` and `value`, or None."""
        try:
            return read(self._call(self._network.ask, "GET", "repo.getRecord", params=_place(uri)))
        except GoneError:
            return None

    def newest(self, collection: str) -> Iterator[Any]:
        """Yield the collection's records, as far back as we look."""
        where = {"repo": self._own(), "collection": collection, "limit": str(_PAGE)}
        for _ in range(_PAGES):
            page = self._call(self._network.ask, "GET", "repo.listRecords", params=where)
            yield from read(page, "records") or ()
            if not (cursor := read(page, "cursor")):
                return
            where["cursor"] = cursor

    def delete(self, uri: str) -> None:
        """Delete a record; the server does not mind when there is none."""
        self._call(self._network.tell, "POST", "repo.deleteRecord", json=_place(uri))

    def _own(self) -> str:
        """Return the account's DID, for which a session is made the first time."""
        if not self._did:
            self._begin("server.createSession", json=self._login)
        return self._did

    def _begin(self, name: str, **what: Any) -> None:  # noqa: ANN401 - as Sending
        session = self._network.ask("POST", name, **what)
        self._did = str(read(session, "did"))
        self._access = SecretStr(str(read(session, "accessJwt")))
        self._refresh = SecretStr(str(read(session, "refreshJwt")))

    def _begin_anew(self) -> None:
        try:
            self._begin("server.refreshSession", headers=_bearer(self._refresh))
        except (RefusedError, CredentialsError):
            self._begin("server.createSession", json=self._login)

    def _call(
        self,
        send: Callable[..., Response],
        method: str,
        name: str,
        fields: Mapping[str, str] | None = None,
        **what: Any,  # noqa: ANN401 - as Sending
    ) -> Response:
        self._own()
        try:
            return send(method, name, {**_bearer(self._access), **(fields or {})}, **what)
        except RefusedError as refusal:
            if refusal.code != EXPIRED:
                raise
        self._begin_anew()
        try:
            return send(method, name, {**_bearer(self._access), **(fields or {})}, **what)
        except RefusedError as refusal:
            if refusal.code != EXPIRED:
                raise
            message = f"{refusal}, of a session made just now; {self._network.way_out}"
            raise CredentialsError(message) from None


def _bearer(token: SecretStr) -> dict[str, SecretStr]:
    return {"Authorization": bearer(token)}


def _place(uri: str) -> dict[str, str]:
    """The parts of at://repo/collection/rkey."""
    return dict(
        zip(("repo", "collection", "rkey"), uri.removeprefix("at://").split("/"), strict=True)
    )
