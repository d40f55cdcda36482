"""From foreign keys to ours: what each generator calls a title, a date, an author, a picture.

A key that is taken is a key that was kept; every other one is told, with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from publisher.importing.bylines import CREDENTIAL
from publisher.importing.dates import day_in, when
from publisher.importing.kept_back import embargo, is_draft, is_kept_back, review_due
from publisher.importing.lead_picture import LeadPicture, lead_picture
from publisher.importing.notes import shown
from publisher.importing.source import Foreign
from publisher.importing.taken import Keys
from publisher.importing.values import Value, is_false, is_true, language_tag, plain, texts

_DATES = ("date", "publishdate", "pubdate", "datepublished", "published", "created", "posted")
_CHANGES = (
    "lastmod",
    "lastmodifiedat",
    "updated",
    "modified",
    "dateupdated",
    "datemodified",
    "lastupdated",
    "updatedat",
    "lastmodified",
    "lastmodifieddate",
)
_SUMMARIES = (
    "description",
    "summary",
    "excerpt",
    "deck",
    "subtitle",
    "abstract",
    "lead",
    "teaser",
    "metadescription",
)
_CATEGORIES = ("categories", "category")
_TOPICS = ("topics", "topic", "tags", "tag", "categories", "category", "keywords")
_AUTHORS = ("authors", "author", "byline", "writers", "creator")
_PERMALINKS = ("permalink", "url")
_REDIRECTS = ("aliases", "alias", "redirectfrom")
_GROUPS = ("translationkey", "translationid", "translationof", "pageid", "i18nkey")


@dataclass(frozen=True)
class Meta:
    """What a foreign article's front matter and file name tell, in our terms.

    `is_kept_back` is true where the old site showed it to nobody, though it is no draft;
    `review_due` is the ISO day on which the old site meant it to end;
    `day` is the ISO day by which the old address went; `authors` are as written; `permalinks`
    are where the article says it was, `redirects` where it had been before; `group` is equal in
    translations of one text.
    """

    title: str
    summaries: tuple[str, ...]
    date: str
    updated: str
    is_draft: bool
    is_kept_back: bool
    review_due: str
    topics: tuple[str, ...]
    categories: tuple[str, ...]
    authors: tuple[Value, ...]
    picture: LeadPicture | None
    language: str
    group: str
    slug: str
    permalinks: tuple[str, ...]
    redirects: tuple[str, ...]
    day: str


def read_meta(foreign: Foreign, place: PurePosixPath, now: datetime, *, spaced: bool) -> Meta:
    """Everything that `foreign` tells of itself; notes say what was left behind.

    `place` is below its generator's folder; where `spaced`, each word is a topic, as in Jekyll.
    """
    keys = Keys(foreign.header, foreign.notes, foreign.given)
    date, changed = _dates(keys, foreign, now)
    topics = _topics(keys.take_all(*_TOPICS), spaced=spaced)
    categories = _topics(keys.take_all(*_CATEGORIES), spaced=spaced)
    folders = _folder_topics(foreign, place)
    meta = Meta(
        title=plain(keys.take("title")[1]),
        summaries=tuple(dict.fromkeys(filter(None, map(plain, _summaries(keys))))),
        date=date,
        updated=changed,
        is_draft=is_draft(keys, foreign),
        is_kept_back=is_kept_back(keys),
        review_due=review_due(keys, now),
        topics=tuple(dict.fromkeys([*topics, *folders])),
        categories=tuple(dict.fromkeys([*folders, *categories])),
        authors=_authors(keys),
        picture=lead_picture(keys),
        language=_language(keys, foreign),
        group=plain(keys.take(*_GROUPS)[1]),
        slug=plain(keys.take("slug")[1]).strip("/"),
        permalinks=_addresses(keys, _PERMALINKS),
        redirects=_addresses(keys, _REDIRECTS),
        day=date[:10] or day_in(foreign.path.as_posix()) or "",
    )
    keys.tell_rest()
    return meta


def _addresses(keys: Keys, names: tuple[str, ...]) -> tuple[str, ...]:
    found = (address for value in keys.take_all(*names) for address in texts(value, "\n"))
    return tuple(address for address in found if not is_false(address) and not is_true(address))


def _dates(keys: Keys, foreign: Foreign, now: datetime) -> tuple[str, str]:
    stated = keys.header.values.get("date")
    if isinstance(stated, dict):  # Material's `date: {created: …, updated: …}`
        keys.kept.add("date")
        created, changed = stated.get("created", ""), stated.get("updated", "")
        date = _when(keys, "date", created) if created else ""
        return date, _when(keys, "date", changed) if changed else ""
    if any(
        is_true(value) or is_false(value) for value in [keys.header.values.get("published", "")]
    ):
        names = tuple(name for name in _DATES if name != "published")
    else:
        names = _DATES
    name, value = keys.take(*names)
    date = embargo(keys, now) or (_when(keys, name, value) if name else "")
    name, value = keys.take(*_CHANGES)
    return date or day_in(foreign.path.as_posix()) or "", _when(keys, name, value) if name else ""


def _when(keys: Keys, name: str, value: Value) -> str:
    if found := when(plain(value)):
        return found
    keys.notes.warning(
        "date",
        keys.line(name),
        f"`{keys.header.names[name]}: {shown(value)}` is no date that can be read without doubt",
        "write it in the imported article, as 2026-03-14",
    )
    return ""


def _summaries(keys: Keys) -> list[Value]:
    """Every summary there is, the best first; only the taken one counts as kept."""
    values = keys.header.values
    found = [(name, values[name]) for name in keys.own_first(_SUMMARIES) if values.get(name)]
    first = plain(found[0][1]) if found else ""
    keys.kept |= {name for name, value in found if plain(value) == first}
    return [value for _, value in found]


def _topics(values: list[Value], *, spaced: bool) -> list[str]:
    found: list[str] = []
    for value in values:
        is_spaced = spaced and isinstance(value, str) and not re.search("[,;]", value)
        found += texts(value, r",;\s" if is_spaced else ",;")
    return list(dict.fromkeys(found))


def _folder_topics(foreign: Foreign, place: PurePosixPath) -> list[str]:
    """Jekyll: the folders above `_posts` are categories; Pelican: the first folder is one."""
    folders = place.parts[:-1]
    if "_posts" in folders:
        return list(folders[: folders.index("_posts")])
    if foreign.header.form == "lines" and not foreign.header.values.get("category"):
        return [folder for folder in folders[:1] if folder not in {"posts", "articles", "blog"}]
    return []


def _authors(keys: Keys) -> tuple[Value, ...]:
    name, value = keys.take(*_AUTHORS)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return (value,)
    # A single `author` may be "Last, First"; only lists of several use the comma otherwise.
    names: list[str] = []
    for part in texts(value, ";,&" if name == "authors" and ";" not in value else ";"):
        if names and CREDENTIAL.fullmatch(part):
            names[-1] += f", {part}"
        else:
            names.append(part)
    return tuple(names)


def _language(keys: Keys, foreign: Foreign) -> str:
    name, value = keys.take("lang", "language", "locale")
    tag = plain(value) or foreign.language
    known = language_tag(tag)
    if known or not tag:
        return known
    keys.notes.warning(
        "key", keys.line(name), f"`{shown(tag)}` is no language tag", "write `lang:`"
    )
    return ""
