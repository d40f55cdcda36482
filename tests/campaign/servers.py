"""Every network in this process: small servers of Bluesky and Mastodon beside the fakes we have.

They do what the real ones do where it matters for "exactly once": a Bluesky record is put where
none is, the same again changes nothing; a Mastodon server keeps an Idempotency-Key for one hour.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import SecretStr

from publisher._exchange import Response, Sending
from tests.social.fakes.facebook import Facebook
from tests.social.fakes.linkedin import LinkedIn
from tests.social.fakes.speaking import Reply, Request
from tests.social.fakes.x import X

FEDIVERSE = "mastodon.example"
_POSTS = "app.bsky.feed.post"


class Bluesky:
    """One repository, as the reference server keeps it."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}

    def answer(self, request: Request) -> Reply:
        name = request.path.removeprefix("/xrpc/com.atproto.")
        if name.startswith("server."):
            tokens = {"accessJwt": "access", "refreshJwt": "refresh"}
            return Reply(200, {"did": "did:plc:one", "handle": "one.test"} | tokens)
        if name == "repo.uploadBlob":
            return Reply(200, {"blob": {"$type": "blob", "ref": {"$link": "bafy"}}})
        if name == "repo.putRecord":
            return self._put(request.json())
        if name == "repo.getRecord":
            return Reply(200, self._shown(request.query["rkey"]))
        newest = sorted(self.records, reverse=True)
        return Reply(200, {"records": [self._shown(key) for key in newest]})

    def _put(self, body: Any) -> Reply:
        assert (body["swapRecord"], body["collection"]) == (None, _POSTS)
        standing = self.records.setdefault(body["rkey"], body["record"])
        if standing != body["record"]:
            return Reply(400, {"error": "InvalidSwap", "message": "Record was at another"})
        return Reply(200, self._shown(body["rkey"]))

    def _shown(self, key: str) -> dict[str, Any]:
        uri = f"at://did:plc:one/{_POSTS}/{key}"
        return {"uri": uri, "cid": "bafy", "value": self.records[key]}

    def links(self) -> list[str]:
        return [record["embed"]["external"]["uri"] for record in self.records.values()]


class Mastodon:
    """One account; `now` is the server's own clock."""

    refuses_duplicates = True

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.statuses: list[dict[str, str]] = []
        self.keys: dict[str, tuple[datetime, dict[str, str]]] = {}

    def answer(self, request: Request) -> Reply:
        match request.method, request.path.removeprefix("/api/"):
            case "POST", "v1/statuses":
                return Reply(200, self._post(request))
            case "POST", "v2/media":
                return Reply(200, {"id": "media-1"})
            case "GET", "v2/instance":
                return Reply(200, {"configuration": {}})
            case "GET", "v1/accounts/verify_credentials":
                return Reply(200, {"id": "1", "username": "one"})
            case _:
                return Reply(200, list(reversed(self.statuses)))

    def _post(self, request: Request) -> dict[str, str]:
        key = request.headers["Idempotency-Key"]
        moment, status = self.keys.get(key, (self.now() - timedelta(days=1), {}))
        if not self.refuses_duplicates or self.now() - moment > timedelta(hours=1):
            number = str(len(self.statuses) + 1)
            url = f"https://{FEDIVERSE}/@one/{number}"
            status = {"id": number, "url": url, "content": request.json()["status"]}
            self.statuses.append(status)
        self.keys[key] = (self.now(), status)
        return status

    def links(self) -> list[str]:
        return [status["content"] for status in self.statuses]


class Servers:
    """All networks and the publication's own site, by the name of their host."""

    def __init__(
        self,
        now: Callable[[], datetime],
        pages: Callable[[str], Response],
        *,
        refuse_duplicates: bool,
    ) -> None:
        self.bluesky, self.mastodon = Bluesky(), Mastodon(now)
        self.linkedin, self.facebook, self.x = LinkedIn(), Facebook(), X()
        for one in (self.mastodon, self.linkedin, self.facebook, self.x):
            one.refuses_duplicates = refuse_duplicates
        self.pages = pages
        self.hosts: dict[str, Any] = {
            "bsky.social": self.bluesky,
            FEDIVERSE: self.mastodon,
            "api.linkedin.com": self.linkedin,
            "www.linkedin.com": self.linkedin,
            "graph.facebook.com": self.facebook,
            "api.x.com": self.x,
        }

    def close(self) -> None:
        for fake in (self.linkedin, self.facebook, self.x):
            fake.server_close()

    def links(self) -> dict[str, list[str]]:
        """The links that readers see on each network, one for each post."""
        return {
            "bluesky": self.bluesky.links(),
            "facebook": [post.link for post in self.facebook.posts],
            "linkedin": [post.body["content"]["article"]["source"] for post in self.linkedin.posts],
            "mastodon": self.mastodon.links(),
            "x": [post.text for post in self.x.posts],
        }

    def exchange(self, sending: Sending) -> Response:
        """Answer as the network does, without a line between."""
        parts = urlsplit(sending.url)
        if parts.netloc not in self.hosts:
            return self.pages(sending.url)
        query = dict(parse_qsl(parts.query)) | dict(sending.params or {})
        headers, body = _written(sending)
        request = Request(sending.method, parts.path, query, headers, body)
        reply: Reply = self.hosts[parts.netloc].answer(request)
        said = b"" if reply.said is None else json.dumps(reply.said).encode()
        answered = Message()
        for name, value in reply.headers:
            answered[name] = value
        return Response(reply.status, dict(reply.headers), said)


def _written(sending: Sending) -> tuple[Message, bytes]:
    headers = Message()
    for name, value in sending.headers.items():
        headers[name] = value.get_secret_value() if isinstance(value, SecretStr) else value
    if sending.json is not None:
        headers["Content-Type"] = "application/json"
        return headers, json.dumps(sending.json, default=SecretStr.get_secret_value).encode()
    if sending.form is not None and sending.files is None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return headers, urlencode(sending.form).encode()
    return headers, sending.data or b""
