"""What a person posts where we do not: the text, the picture, and where to paste them."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.social.channels import channels
from publisher.social.story import Snippet


@dataclass(frozen=True, slots=True)
class ByHand:
    """One post that is due; `picture` is an address, `compose` opens the network's own form."""

    article: str
    channel: str
    occasion: str
    text: str
    picture: str
    alt: str
    compose: str


def by_hand(snippet: Snippet) -> ByHand:
    """The post of `snippet`, to be sent by hand."""
    compose = channels()[snippet.channel].compose_link(snippet)
    card = snippet.card
    return ByHand(
        snippet.article,
        snippet.channel,
        snippet.occasion,
        snippet.text,
        card.image,
        card.alt,
        compose,
    )
