"""One file of the publication as the checks see it, and what they find in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from publisher.checks._in_pictures import in_pictures, is_photograph
from publisher.content.article import Article
from publisher.content.blocks import body_passages
from publisher.content.front_matter import split
from publisher.content.located import Located, Place, parse
from publisher.content.passages import PROSE, WORDS, Kind, Passage
from publisher.content.publication import Publication
from publisher.content.scalars import value_passages
from publisher.content.source import Source, files_below, read_source, shown_path
from publisher.finding import Finding, Turn

_LANG = re.compile(r"^lang:[ \t]*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.MULTILINE)

# More of one kind than any text has in which a person lets one stand after the other.
_MOST_WAITING = 200
_TAKEN_OUT = (
    "`publisher check --fix` takes it out; if it was pushed already, docs/privacy-officer.md "
    "says what to do"
)


class Found(NamedTuple):
    """What a check has found: where, in words for a clinician, and what to write instead.

    `secret` is what must be repeated nowhere but on the writer's own screen; neither message nor
    fix of a privacy check holds it, and where another check's message would, it is blotted out.
    """

    path: str
    place: Place
    message: str
    fix: str
    secret: str = ""
    turn: Turn | None = None


@dataclass(frozen=True, eq=False)
class Document:
    """One file: its passages in reading order, and the article that it is, if it is one.

    `article` is None for standing pages, people.yml, topics.yml, drafts of statements, a text
    from standard input, and for an article whose front matter cannot be read. `header` is the
    front matter, or a YAML file as a whole; `body` the Markdown, whose first line is `body_line`.
    """

    path: str
    publication: Publication
    header: str
    body: str
    body_line: int
    passages: tuple[Passage, ...]
    article: Article | None = None

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages of its text that are read as sentences."""
        return tuple(each for each in self.passages if each.kind in PROSE)

    @cached_property
    def words(self) -> tuple[Passage, ...]:
        """All passages that are written in words: headings, values, alt texts and posts, too."""
        return tuple(each for each in self.passages if each.kind in WORDS)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words, from which it is plain that most lists have nothing in it."""
        return frozenset().union(*(each.stems for each in self.words))

    def of(self, *kinds: Kind) -> tuple[Passage, ...]:
        """The passages of these kinds."""
        return tuple(each for each in self.passages if each.kind in kinds)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of its body; the first is line `body_line` of the file."""
        return tuple(self.body.split("\n"))

    @cached_property
    def language(self) -> str:
        """The language that it is written in (BCP 47)."""
        return self.passages[0].language if self.passages else self.publication.settings.language

    @cached_property
    def _located(self) -> Located:
        located = parse(self.path, self.header)
        return Located(self.path, None) if isinstance(located, Finding) else located

    def place(self, *keys: str | int) -> Place:
        """Where a key of the front matter stands; for a missing one, the nearest around it."""
        return self._located.place(keys)

    def found(self, place: Place, message: str, fix: str, secret: str = "") -> Found:
        """What was found at a line and column of the file."""
        return Found(self.path, place, message, fix, secret)


def found(passage: Passage, offset: int, message: str, fix: str, secret: str = "") -> Found:
    """What was found at the character `offset` of a passage."""
    if passage.kind is Kind.IN_PICTURE:
        message = f"in the file of the {passage.name}: {message}"
        fix = _TAKEN_OUT if is_photograph(passage.path) else fix
    return Found(passage.path, passage.place(offset), message, fix, secret)


def in_turn(told: Iterable[Found], room: int, queue: str = "") -> Iterator[Found]:
    """What was found, the worst first, of which so many are told at once as there is `room` for.

    When a writer lets one stand, or a baseline holds it, the next one of its `queue` takes its
    place.
    """
    for rank, each in enumerate(islice(told, room + _MOST_WAITING)):
        yield each._replace(turn=Turn(rank, room, queue))


def document(
    source: Source,
    publication: Publication,
    article: Article | None = None,
    language: str | None = None,
    posts: Iterable[Passage] = (),
) -> Document:
    """The document of a file's text: Markdown with front matter or without, or YAML."""
    path = source.path
    if path.endswith((".yml", ".yaml")):
        header, body, line = source.text, "", 1
    else:
        parts = split(source)
        header, line, body = ("", 1, source.text) if isinstance(parts, Finding) else parts
    said = language or (article.language if article else _said(header, publication))
    passages = [
        Passage(path, Kind.NAME, PurePosixPath(path).as_posix(), said),
        *value_passages(path, header, 1, said),
        *body_passages(path, body, line, said),
        *posts,
    ]
    read = Document(path, publication, header, body, line, tuple(passages), article)
    _ = read.stems  # the index that all checks of words look into
    return read


def _said(header: str, publication: Publication) -> str:
    """The language of a text that nobody has validated: a draft, a statement, an unreadable one."""
    tag = _LANG.search(header)
    return tag[1] if tag else publication.settings.language


def documents(
    publication: Publication, posts: Mapping[str, tuple[Passage, ...]]
) -> Iterator[Document]:
    """Yield every text below the content folder, the drafts and the unreadable ones, too.

    Then comes what is written in pictures, each by itself. `posts` are what would go out to the
    networks, by the path of their article.
    """
    root, articles = publication.root, {each.path: each for each in publication.articles}
    languages = {page.path: page.lang for page in publication.pages}
    for file in files_below(root, root / publication.content):
        if isinstance(file, Path) and file.suffix in {".md", ".yml"}:
            source = read_source(root, file)
            if isinstance(source, Source):
                path = shown_path(root, file)
                yield document(
                    source,
                    publication,
                    articles.get(path),
                    languages.get(path),
                    posts.get(path, ()),
                )
    for words in in_pictures(publication):
        yield Document(words.path, publication, "", "", 1, (words,))
