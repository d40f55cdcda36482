"""The beginning of an article: a valid draft with the next questions in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from publisher.content.article import Audience, Pillar, Status
from publisher.content.ids import id_for
from publisher.content.publication import Publication
from publisher.content.source import forbidden


def draft(title: str, author: str, article_id: str) -> str:
    """The text of a new article: valid as it stands, with what comes next in comments."""
    title = " ".join("".join(letter for letter in title if not forbidden(letter)).split())
    return f"""---
id: {article_id}  # never changes, whatever else does
title: {json.dumps(title, ensure_ascii=False)}
authors: [{json.dumps(author)}]
status: draft  # write `ready` when all below is filled in

# What will a reader know afterwards? 50 to 160 characters, in whole sentences.
# description:

# What kind of article is it? {", ".join(Pillar)}
# pillar:

# For whom is it? {", ".join(Audience)}
# audience:

# What is it about? Keys of content/topics.yml.
# topics: []

# On which day shall it come out? A day in the future keeps it secret until then.
# date: 2026-03-14

# Who reads it before it goes out? A key of content/people.yml, not an author.
# Needed for research, advocacy, education and statement.
# reviewer:

# What does it rest on? `publisher cite 10.1000/xyz` writes an entry.
# references: []

# What can a reader do now?
# next_step:
#   text: Ask our team
#   url: https://…

# What do you say to a follower in one breath, and what do you ask them?
# social:
#   hook:
#   question:
---

Begin with what matters most to the reader.
"""


def begun(text: str, moment: datetime, title: str, author: str, article_id: str) -> str:
    """A draft that somebody prepared, as the beginning of an article that comes out at `moment`.

    A date alone would mean 09:00, and what cannot wait may have to be said at night.
    """
    keys = [f"id: {article_id}  # never changes, whatever else does"]
    keys += [f"title: {json.dumps(title, ensure_ascii=False)}"]
    keys += [f"date: {moment:%Y-%m-%dT%H:%M}", f"authors: [{json.dumps(author)}]"]
    first, _, rest = text.partition("\n")
    return "\n".join([first, *keys, rest])


def with_id(text: str, article_id: str) -> str:
    """An article's text with `id` written as its first key; line ends and the rest stay."""
    return re.sub(r"\A(\ufeff?---[ \t]*(\r?\n))", rf"\g<1>id: {article_id}\g<2>", text, count=1)


def write_ids(
    publication: Publication, meant: Callable[[Path], bool] = lambda _file: True
) -> list[str]:
    """Write an id into each `meant` article that needs one and has none; the paths of these."""
    without = [
        article
        for article in publication.articles
        if article.id is None
        and article.status is not Status.DRAFT
        and meant(publication.root / article.path)
    ]
    for article in without:
        file = publication.root / article.path
        text = with_id(file.read_bytes().decode("utf-8"), id_for(article.path, article.digest))
        file.write_bytes(text.encode("utf-8"))
    return [article.path for article in without]
