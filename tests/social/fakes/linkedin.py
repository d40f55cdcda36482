"""LinkedIn, as its documentation and its users describe it.

Posts API, Images API, little text, and the 422 of a duplicate (Arisamiga/Linkedin-RSS#5).
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from tests.social.fakes.speaking import Fake, Reply, Request

TOKEN = "linkedin-token"
AUTHOR = "urn:li:organization:2414183"
# An escaped sign, a hashtag, a mention; and a reserved sign of none of these, where the post ends.
_LITTLE = re.compile(r"\\(.)|(#\w+)|(@\[[^]]*\]\(urn:[^)]*\))|([|{}@\[\]()<>#\\*_~])")


def as_shown(commentary: str) -> str:
    """What readers see of it: cut at the first reserved sign that is not escaped."""
    shown, at = "", 0
    for mark in _LITTLE.finditer(commentary):
        shown += commentary[at : mark.start()]
        if mark[4]:
            return shown
        shown += mark[1] or mark[2] or mark[3]
        at = mark.end()
    return shown + commentary[at:]


@dataclass
class Posted:
    urn: str
    body: dict[str, Any]
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return as_shown(self.body["commentary"])


class LinkedIn(Fake):
    upload_host = "www.linkedin.com"
    refuses_duplicates = True

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[Posted] = []
        self.images: dict[str, bytes] = {}

    def answer(self, request: Request) -> Reply:
        if request.headers["Authorization"] != f"Bearer {TOKEN}":
            message = "The token used in the request has expired"
            return _refusal(401, "EXPIRED_ACCESS_TOKEN", message)
        if request.path.startswith("/dms-uploads/"):
            self.images[f"urn:li:image:{request.path.rpartition('/')[2]}"] = request.body
            return Reply(201)
        if not re.fullmatch("20[0-9]{4}", request.headers["LinkedIn-Version"] or ""):
            return _refusal(400, "VERSION_MISSING", "A version must be present")
        if request.headers["X-Restli-Protocol-Version"] != "2.0.0":
            return _refusal(400, "ILLEGAL_ARGUMENT", "Invalid protocol version")
        return self._rest(request, unquote(request.path.removeprefix("/rest/")))

    def _rest(self, request: Request, path: str) -> Reply:
        route = {
            "POST images": self._image,
            "POST posts": self._post,
            "GET posts": self._find,
            "GET organizations/2414183": self._name,
        }.get(f"{request.method} {path}")
        return route(request) if route else self._one(request, *path.split("/"))

    def _name(self, _request: Request) -> Reply:
        return Reply(200, {"localizedName": "Sample Health Trust"})

    def _one(self, request: Request, room: str, urn: str, *more: str) -> Reply:
        standing = {post.urn: post for post in self.posts}
        if urn not in standing:
            return _refusal(404, "NOT_FOUND", f"{urn} is not found")
        if room == "posts" and request.headers["X-RestLi-Method"] == "DELETE":
            self.posts.remove(standing[urn])
            return Reply(204)
        if more == ("comments",) and request.method == "GET":
            return Reply(200, {"elements": _comments(standing[urn], request.query)})
        if more == ("comments",):
            assert request.json()["actor"] == AUTHOR
            standing[urn].comments.append(request.json()["message"]["text"])
            name = f"urn:li:comment:({urn},{len(standing[urn].comments)})"
            return Reply(201, None, (("x-restli-id", name),))
        kinds = {kind: {"reactionType": kind, "count": 2} for kind in ("LIKE", "PRAISE")}
        count = {"count": len(standing[urn].comments)}
        return Reply(200, {"reactionSummaries": kinds, "commentSummary": count})

    def _image(self, request: Request) -> Reply:
        assert request.query == {"action": "initializeUpload"}
        assert request.json()["initializeUploadRequest"]["owner"] == AUTHOR
        number = f"C{len(self.images)}"
        place = f"https://{self.upload_host}/dms-uploads/{number}"
        value = {"uploadUrl": place, "image": f"urn:li:image:{number}"}
        return Reply(200, {"value": value})

    def _post(self, request: Request) -> Reply:
        body = request.json()
        article = body["content"]["article"]
        if len(body["commentary"].encode("utf-16-le")) // 2 > 3000:
            return _refusal(422, "FIELD_LENGTH_TOO_LONG", "commentary is too long")
        if article.get("thumbnail", "urn:li:image:") not in {"urn:li:image:", *self.images}:
            return _refusal(400, "INVALID_IMAGE_ID", "no such image")
        assert (body["author"], body["lifecycleState"]) == (AUTHOR, "PUBLISHED")
        assert (body["visibility"], body["distribution"]["feedDistribution"]) == (
            "PUBLIC",
            "MAIN_FEED",
        )
        for post in self.posts:
            if self.refuses_duplicates and post.body["commentary"] == body["commentary"]:
                return _duplicate(post.urn)
        urn = f"urn:li:share:{7141138937766391808 + len(self.posts)}"
        self.posts.append(Posted(urn, body))
        return Reply(201, None, (("x-restli-id", urn),))

    def _find(self, request: Request) -> Reply:
        assert request.headers["X-RestLi-Method"] == "FINDER"
        assert (request.query["q"], request.query["author"]) == ("author", AUTHOR)
        start, count = (int(request.query[name]) for name in ("start", "count"))
        newest = [{"id": post.urn} | post.body for post in reversed(self.posts)]
        return Reply(200, {"elements": newest[start : start + count]})


def _comments(post: Posted, query: dict[str, str]) -> list[dict[str, Any]]:
    """The page of comments that `query` asks for; readers write below a post too."""
    told = [
        {
            "actor": AUTHOR,
            "commentUrn": f"urn:li:comment:({post.urn},{number})",
            "message": {"attributes": [], "text": text},
        }
        for number, text in enumerate(post.comments, start=1)
    ]
    reader = {"actor": "urn:li:person:reader", "message": {"attributes": [], "text": "Thank you!"}}
    start, count = (int(query[name]) for name in ("start", "count"))
    return [reader, *told][start : start + count]


def _refusal(status: int, code: str, message: str) -> Reply:
    return Reply(status, {"status": status, "code": code, "message": message})


def _duplicate(urn: str) -> Reply:
    about = {"description": "Duplicate post is detected", "input": {}, "code": "DUPLICATE_POST"}
    kind = "com.linkedin.content.common.exception.BadRequestResponseException"
    said = {
        "errorDetailType": "com.linkedin.common.error.BadRequest",
        "message": f"{kind}: Content is a duplicate of {urn}",
        "errorDetails": {"inputErrors": [about]},
        "status": 422,
    }
    return Reply(422, said)
