"""A Facebook Page, as the Graph API's documentation describes it."""

from dataclasses import dataclass, field

from tests.social.fakes.speaking import Fake, Reply, Request

TOKEN = "facebook-token"
PAGE = "108400112233445"
VERSION = "v24.0"


@dataclass
class Posted:
    number: str
    text: str
    link: str
    carded: bool
    comments: list[str] = field(default_factory=list)


class Facebook(Fake):
    refuses_duplicates = True

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[Posted] = []
        self.scraped: set[str] = set()

    def answer(self, request: Request) -> Reply:
        _, version, *parts = request.path.split("/")
        sent = request.headers["Authorization"]
        if sent != f"Bearer {TOKEN}":
            return _refusal(401, 190, f"Malformed access token {sent.partition(' ')[2]}", 463)
        assert version == VERSION
        assert "access_token" not in request.query
        if request.method == "DELETE":
            return self._delete(parts[0])
        return self._post(request, parts) if request.method == "POST" else self._get(request, parts)

    def _post(self, request: Request, parts: list[str]) -> Reply:
        form = request.form()
        if parts == [""]:
            assert form["scrape"] == "true"
            self.scraped.add(form["id"])
            return Reply(200, {"id": form["id"], "type": "article"})
        if parts == [PAGE, "feed"]:
            return self._feed(form)
        post = self._standing(parts[0])
        if post is None:
            return _gone()
        post.comments.append(form["message"])
        return Reply(200, {"id": f"{post.number}_{len(post.comments)}"})

    def _feed(self, form: dict[str, str]) -> Reply:
        if len(form["message"].encode("utf-16-le")) // 2 > 63_206:
            return _refusal(400, 100, "Param message must be at most 63206 characters long")
        if self.refuses_duplicates and any(post.text == form["message"] for post in self.posts):
            message = "Duplicate status message"
            return _refusal(400, 506, message)
        number = f"{PAGE}_{1000 + len(self.posts)}"
        card = form["link"] in self.scraped
        self.posts.append(Posted(number, form["message"], form["link"], card))
        return Reply(200, {"id": number})

    def _get(self, request: Request, parts: list[str]) -> Reply:
        if parts == [PAGE]:
            return Reply(200, {"name": "Sample Health Trust", "id": PAGE})
        if parts == [PAGE, "feed"]:
            return self._newest(request)
        post = self._standing(parts[0])
        if post is None:
            return _gone()
        if parts[1:] == ["comments"]:
            return _comments(post)
        numbers = {"reactions": 3, "comments": len(post.comments)}
        summaries = {name: {"summary": {"total_count": n}} for name, n in numbers.items()}
        return Reply(200, {"id": post.number} | summaries)

    def _newest(self, request: Request) -> Reply:
        start, limit = int(request.query.get("after", 0)), int(request.query["limit"])
        newest = [{"id": post.number, "message": post.text} for post in reversed(self.posts)][
            start : start + limit
        ]
        if not newest:
            return Reply(200, {"data": []})
        after = str(start + limit)
        following = f"https://graph.facebook.com/{VERSION}/{PAGE}/feed?access_token={TOKEN}"
        paging = {"cursors": {"before": str(start), "after": after}, "next": following}
        return Reply(200, {"data": newest, "paging": paging})

    def _delete(self, number: str) -> Reply:
        post = self._standing(number)
        if post is None:
            return _gone()
        self.posts.remove(post)
        return Reply(200, {"success": True})

    def _standing(self, number: str) -> Posted | None:
        return next((post for post in self.posts if post.number == number), None)


def _comments(post: Posted) -> Reply:
    """All comments; readers write below a post too."""
    ours = [
        {"id": f"{post.number}_{number}", "message": text, "from": {"id": PAGE, "name": "Trust"}}
        for number, text in enumerate(post.comments, start=1)
    ]
    reader = {"id": f"{post.number}_999", "message": "Thank you!", "from": {"id": "77"}}
    return Reply(200, {"data": [reader, *ours]})


def _refusal(status: int, code: int, message: str, subcode: int | None = None) -> Reply:
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbC"}
    return Reply(status, {"error": error | ({"error_subcode": subcode} if subcode else {})})


def _gone() -> Reply:
    return _refusal(400, 100, "Unsupported request. Object does not exist", 33)
