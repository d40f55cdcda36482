"""X, as the documentation of its API 2 describes it; lengths by the library it names.

A request is signed (OAuth 1.0a) or bears a user token; the body of a post fits X's own schema.
"""

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from publisher.social.twitter_text import addresses, weighted_length
from tests.social.fakes.signed import Signatures
from tests.social.fakes.speaking import Fake, Reply, Request

TOKEN = "x-token"
# With signs that a signature must escape.
SECRETS = {
    "PUBLISHER_X_CONSUMER_KEY": "x-consumer-key",
    "PUBLISHER_X_CONSUMER_SECRET": "x+consumer/secret&1=",
    "PUBLISHER_X_ACCESS_TOKEN": "2244994945-x-access",
    "PUBLISHER_X_ACCESS_TOKEN_SECRET": "x~access%secret",
}
POST = Draft202012Validator(json.loads(Path(__file__).with_name("x_post.json").read_text("utf-8")))


@dataclass
class Posted:
    number: str
    text: str
    media: list[str]
    answers: str = ""
    replies: list[str] = field(default_factory=list)

    @property
    def links(self) -> list[str]:
        spans = addresses(self.text) if self.text.isascii() else _wide(self.text)
        return [self.text[start:end] for start, end in spans]


def _wide(text: str) -> list[tuple[int, int]]:
    """Places of addresses in a text beyond ASCII, where a unit is not a character."""
    units = text.encode("utf-16-le")
    as_units = "".join(map(chr, memoryview(units).cast("H")))
    return [
        (len(units[: 2 * a].decode("utf-16-le")), len(units[: 2 * b].decode("utf-16-le")))
        for a, b in addresses(as_units)
    ]


class X(Fake):
    refuses_duplicates = True

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[Posted] = []
        self.media: dict[str, bytes] = {}
        self.alts: dict[str, str] = {}
        self.signatures = Signatures("https://api.x.com", *SECRETS.values())
        self.read_only = False

    def answer(self, request: Request) -> Reply:
        by_token = request.headers["Authorization"] == f"Bearer {TOKEN}"
        if not by_token and self.signatures.fault(request):
            return _refusal(401, "Unauthorized")
        if self.read_only and request.method != "GET":
            return _refusal(403, "The app has no right to do that.", "oauth1-permissions")
        path = request.path.removeprefix("/2/")
        route = {
            "users/me": self._me,
            "users/2244994945/tweets": self._newest,
            "media/upload": self._upload,
            "media/metadata": self._metadata,
            "tweets": self._post,
        }.get(path)
        return route(request) if route else self._one(request, path.rpartition("/")[2])

    def _me(self, _request: Request) -> Reply:
        return Reply(200, {"data": {"id": "2244994945", "username": "samplehealth", "name": "S"}})

    def _upload(self, request: Request) -> Reply:
        body = request.json()
        assert body["media_category"] == "tweet_image"
        number = str(1880028106020515840 + len(self.media))
        self.media[number] = base64.b64decode(body["media"], validate=True)
        if len(self.media[number]) > 5_000_000:
            return _refusal(400, "media is too large")
        return Reply(200, {"data": {"id": number, "media_key": f"3_{number}"}})

    def _metadata(self, request: Request) -> Reply:
        body = request.json()
        if len(body["metadata"]["alt_text"]["text"]) > 1000:
            return _refusal(400, "alt_text is too long")
        self.alts[body["id"]] = body["metadata"]["alt_text"]["text"]
        return Reply(200, {"data": {"id": body["id"]}})

    def _post(self, request: Request) -> Reply:
        body = request.json()
        for fault in POST.iter_errors(body):
            return _refusal(400, fault.message)
        if weighted_length(body["text"]) > 280:
            return _refusal(403, "Your Tweet text is too long.")
        if self.refuses_duplicates and any(post.text == body["text"] for post in self.posts):
            message = "You are not allowed to create a Tweet with duplicate content."
            return _refusal(403, message)
        media = body.get("media", {}).get("media_ids", [])
        assert set(media) <= set(self.media)
        number = str(1460323737035677698 + len(self.posts))
        answers = body.get("reply", {}).get("in_reply_to_tweet_id", "")
        self.posts.append(Posted(number, body["text"], media, answers))
        return Reply(201, {"data": {"id": number, "text": body["text"]}})

    def _newest(self, request: Request) -> Reply:
        start = int(request.query.get("pagination_token", 0))
        stop = start + int(request.query["max_results"])
        told = [_told(post) for post in reversed(self.posts)]
        more = {"next_token": str(stop)} if told[stop:] else {}
        return Reply(200, {"data": told[start:stop], "meta": more})

    def _one(self, request: Request, number: str) -> Reply:
        post = next((post for post in self.posts if post.number == number), None)
        if request.method == "DELETE":
            self.posts = [kept for kept in self.posts if kept is not post]
            return Reply(200, {"data": {"deleted": post is not None}})
        if post is None:
            problem = {"title": "Not Found Error", "detail": f"Could not find tweet {number}."}
            return Reply(200, {"errors": [problem]})
        answers = sum(other.answers == number for other in self.posts)
        told = {"like_count": 4, "retweet_count": 1, "reply_count": answers, "quote_count": 0}
        return Reply(200, {"data": {"id": number, "public_metrics": told}})


def _told(post: Posted) -> dict[str, Any]:
    """As X tells it: the links in the text are X's own, those behind them stand in entities."""
    urls = [{"url": "https://t.co/x", "expanded_url": link} for link in post.links]
    return {"id": post.number, "text": "…", "entities": {"urls": urls}}


def _refusal(status: int, detail: str, problem: str = "") -> Reply:
    titles = {400: "Invalid Request", 401: "Unauthorized", 403: "Forbidden"}
    kind = f"https://api.x.com/2/problems/{problem}" if problem else "about:blank"
    return Reply(
        status, {"title": titles[status], "type": kind, "status": status, "detail": detail}
    )
