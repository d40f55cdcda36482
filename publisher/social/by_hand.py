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
    card, text = snippet.card, pasted(snippet)
    return ByHand(
        snippet.article,
        snippet.channel,
        snippet.occasion,
        text,
        card.image,
        card.alt,
        compose,
    )


def pasted(snippet: Snippet) -> str:
    """The text as a person pastes it: where a short label carries the link, the link itself.

    Instagram makes no link of any address; there the readable one stays.
    """
    if not channels()[snippet.channel].LINKS:
        return snippet.text
    return snippet.text.replace(snippet.shown, snippet.link)
