"""What somebody agrees to who signs an article off: its words, references, pictures and posts.

In parts, each a name and a text, so that what was changed since can be told. How the file is
written makes no difference: the order of its keys, comments, where lines of a paragraph break.
Nor do keys that say nothing to a reader about the matter, such as dates or `status`; a key that
is new to the front matter counts, until somebody says here that it does not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from publisher.content.article import Article, FrontMatter
from publisher.content.front_matter import split, validate
from publisher.content.located import parse
from publisher.content.masking import fences, without_comments
from publisher.content.publication import Publication
from publisher.content.source import Source, decode
from publisher.finding import Finding
from publisher.social import snippets
from publisher.social.composing import ADDRESS

Parts = Mapping[str, str]

TEXT = "text"
REFERENCE, PICTURE, POST = "reference", "picture", "post"

# Told apart as parts of their own, or no words about the matter.
_ELSEWHERE = frozenset({"references", "topics"})  # topics: as hashtags of the posts
_NO_MATTER = {"id", "date", "updated", "status", "reviewer", "reviewed", "review_due", "consent"}
_NO_MATTER |= {"lobbying", "translation_of", "aliases"}
_KEYS = FrontMatter.model_fields.keys() - _ELSEWHERE - _NO_MATTER
# When a post goes out is not what it says.
_TIMES = frozenset({"not_before", "not_after", "after", "at"})

_PROSE = re.compile(r"[^\W\d_][^|\n]*")


def parts(publication: Publication, article: Article, raw: bytes) -> dict[str, str]:
    """The parts of an article whose file holds `raw`; of each picture its digest.

    A file that is no article has none.
    """
    source = decode(article.path, raw)
    split_up = split(source) if isinstance(source, Source) else source
    if isinstance(split_up, Finding):
        return {}
    return {
        **_front_matter(article),
        TEXT: unwrapped(without_comments(split_up[2])),
        **{
            f"{REFERENCE} {r.key}": "\n".join(_lines(r.model_dump(mode="json")))
            for r in article.references
        },
        **_pictures(publication, article),
        **_posts(publication, article),
    }


def digests(whole: Parts) -> dict[str, str]:
    """The SHA-256 of each part."""
    return {
        name: hashlib.sha256(f"{name}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
        for name, text in whole.items()
    }


def as_it_was(article: Article, raw: bytes) -> Article | None:
    """The article with the front matter that `raw`, its file of then, has; None for no article.

    Its pictures are left out: what they were nobody looks up.
    """
    source = decode(article.path, raw)
    split_up = split(source) if isinstance(source, Source) else source
    if isinstance(split_up, Finding):
        return None
    located = parse(article.path, split_up[0])
    meta = located if isinstance(located, Finding) else validate(FrontMatter, located)
    if not isinstance(meta, FrontMatter):
        return None
    return article.model_copy(update=dict(meta) | {"pictures": {}})


def unwrapped(body: str) -> str:
    """Markdown with each paragraph of plain prose on one line, however it was broken."""
    if "<pre" in body:
        return body
    code = {line for span in fences(body) for line in _lines_of(body, *span)}
    lines: list[str] = []
    goes_on = False
    for number, line in enumerate(body.split("\n")):
        is_prose = number not in code and bool(_PROSE.fullmatch(line))
        if is_prose and goes_on:
            lines[-1] = f"{lines[-1].rstrip()} {line}"
        else:
            lines.append(line)
        goes_on = is_prose and not line.endswith(("  ", "\\"))
    return "\n".join(line.rstrip() if not line.endswith("  ") else line for line in lines).strip()


def _lines_of(body: str, start: int, end: int) -> range:
    return range(body.count("\n", 0, start), body.count("\n", 0, end) + 1)


def _front_matter(article: Article) -> dict[str, str]:
    told = article.model_dump(mode="json", include=_KEYS)
    found = {key: "\n".join(_lines(value)) for key, value in sorted(told.items())}
    return {key: text for key, text in found.items() if text}


def _lines(value: object, name: str = "") -> Iterator[str]:
    """Yield a line for each value in a group or list, under the name it has there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _TIMES:
                yield from _lines(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _lines(inner, f"{name}.{number}" if name else str(number))
    elif value not in (None, ""):
        yield f"{name}: {value}" if name else str(value)


def _pictures(publication: Publication, article: Article) -> dict[str, str]:
    return {
        f"{PICTURE} {name}": hashlib.sha256((publication.root / path).read_bytes()).hexdigest()
        for name, path in sorted(article.pictures.items())
    }


def _posts(publication: Publication, article: Article) -> dict[str, str]:
    """The text of every post, as it would go out were the article out today.

    The site's own address is left out, so that a new domain voids nothing.
    """
    alone = replace(publication, articles=(article,), drafts=True)
    composed = snippets.compose(snippets.stories(alone, lambda _: ("", "")))
    return {
        f"{POST} {each.channel} {each.occasion}": "\n".join(
            (
                each.text.replace(each.shown, ADDRESS),
                each.link.removeprefix(publication.site_url),
            )
        )
        for each in composed.snippets
    }
