"""Reading what a network answered, whatever it answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from publisher._exchange import Response
from publisher.social.account import A_WHILE, LaterError, UnknownError
from publisher.social.links import leads_to


def read(answer: Response, *keys: str | int) -> Any:  # noqa: ANN401 - as json.loads
    """Return what stands at `keys` in an answer to `ask`, or None; no JSON: LaterError."""
    try:
        found = answer.said()
    except ValueError:
        message = "the network's answer was cut short, or is no JSON"
        raise LaterError(message, A_WHILE) from None
    return at(found, *keys)


def told(answer: Response, *keys: str | int) -> str:
    """Return the id at `keys` in an answer to `tell`; where there is none, it is unknown."""
    try:
        found = at(answer.said(), *keys)
    except ValueError:
        found = None
    if not isinstance(found, str) or not found:
        message = "the network's answer was cut short; the post may have gone out all the same"
        raise UnknownError(message)
    return found


def at(found: Any, *keys: str | int) -> Any:  # noqa: ANN401 - as json.loads
    """Return what stands at `keys` in JSON, or None."""
    for key in keys:
        try:
            found = found[key]
        except (LookupError, TypeError):
            return None
    return found


def counted(found: Any, *keys: str | int) -> int | None:  # noqa: ANN401 - as json.loads
    """Return the number at `keys` in JSON, or None."""
    number = at(found, *keys)
    return number if isinstance(number, int) else None


def texts(found: Any) -> Iterator[str]:  # noqa: ANN401 - as json.loads
    """Yield every text in JSON."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for value in found.values():
            yield from texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from texts(value)


def linking(posts: Iterable[Any], keys: tuple[str, ...], article: str, occasion: str) -> Any:  # noqa: ANN401 - as json.loads
    """Return the first of `posts`, that links to `article` below one of `keys`, or None."""
    for post in posts:
        said = texts([at(post, key) for key in keys])
        if any(leads_to(text, article, occasion) for text in said):
            return post
    return None
