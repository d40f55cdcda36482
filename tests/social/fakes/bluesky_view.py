"""Bluesky's public view of all servers, as far as we ask it: how posts were taken up."""

from tests.social.fakes.speaking import Fake, Reply, Request


class BlueskyView(Fake):
    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, tuple[int, int, int]] = {}

    def answer(self, request: Request) -> Reply:
        assert request.path == "/xrpc/app.bsky.feed.getPosts"
        names = ("likeCount", "repostCount", "replyCount")
        uri = request.query["uris"]
        counts = self.known.get(uri)
        post = {"uri": uri} | dict(zip(names, counts or (), strict=bool(counts)))
        return Reply(200, {"posts": [post] if counts else []})
