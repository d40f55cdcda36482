"""The posts of an announcement: their words, their picture, and the page that they lead to."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from publisher.content.article import Article
from publisher.overview import Overview
from publisher.social import snippets
from publisher.social.account import Post
from publisher.social.channels import channels
from publisher.social.ledger import Ledger
from publisher.social.live import Page
from publisher.social.story import LAUNCH, Snippet
from publisher.social.wishes import Wish


@dataclass(frozen=True)
class Posting:
    """What was written, as the networks get it; the ledger's clock says when."""

    overview: Overview
    ledger: Ledger

    def snippet(self, wish: Wish) -> Snippet:
        """The post of `wish` as a reader will see it."""
        picture = self.overview.cards.url_and_alt
        stories = snippets.stories(self.overview.publication, picture, [wish.article])
        told = {story.occasion: story for story in stories}
        # A statement says what its launch would have said.
        story = told.get(wish.occasion) or replace(told[LAUNCH], occasion=wish.occasion)
        return channels()[wish.channel].compose(story)

    def post(self, wish: Wish) -> Post:
        """The post of `wish` with its picture, as a network gets it."""
        cards = self.overview.cards
        picture, file = cards.of(wish.article), cards.file(wish.article)
        data = file.getvalue() if isinstance(file, io.BytesIO) else file.read_bytes()
        key = f"{wish.key.article}/{wish.key.channel}/{wish.key.occasion}"
        return Post(self.snippet(wish), data, picture.mime, picture.alt, self.ledger.clock(), key)

    def page(self, article: Article) -> Page:
        """What must be on the site before `article` is announced."""
        picture, _ = self.overview.cards.url_and_alt(article)
        return Page(self.overview.publication.url_of(article), article.digest, picture)
