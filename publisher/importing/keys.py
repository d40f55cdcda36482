"""From foreign keys to ours: what each generator calls a title, a date, an author, a picture.

A key that is taken is a key that was kept; every other one is told, with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publisher.importing.dates import day_in, when
from publisher.importing.header import Header
from publisher.importing.notes import Notes, shown
from publisher.importing.source import Foreign
from publisher.importing.values import Value, is_false, is_true, plain, texts

_DATES = ("date", "publishdate", "pubdate", "datepublished", "published", "created", "posted")
_CHANGES = ("lastmod", "lastmodifiedat", "updated", "modified", "dateupdated", "datemodified",
            "lastupdated", "updatedat", "lastmodified", "lastmodifieddate")  # fmt: skip
_SUMMARIES = ("description", "summary", "excerpt", "deck", "subtitle", "abstract", "lead", "teaser",
              "metadescription")  # fmt: skip
_TOPICS = ("topics", "topic", "tags", "tag", "categories", "category", "keywords")
_AUTHORS = ("authors", "author", "byline", "writers", "creator")
_PICTURES = ("image", "featuredimage", "cover", "coverimage", "thumbnail", "ogimage", "hero",
             "heroimage", "header", "banner", "primaryimage", "images", "featureimage", "feature",
             "socialimage", "photo")  # fmt: skip
_PICTURE_ADDRESSES = ("src", "url", "path", "image", "file", "feature", "uid", "filename", "teaser",
                      "overlayimage")  # fmt: skip
_WORDS_ON_PICTURES = {
    "alt": ("alt", "imagealt", "alttext", "imagealttext", "imageaccessibility", "coveralt"),
    "caption": ("caption", "imagecaption", "imagefigcaption", "figcaption", "imagetitle"),
    "credit": ("credit", "imagecredit", "photocredit", "attribution", "imageattribution"),
}
_PERMALINKS = ("permalink", "url")
_REDIRECTS = ("aliases", "alias", "redirectfrom")
_GROUPS = ("translationkey", "translationid", "translationof", "pageid", "i18nkey")
_HIDDEN = frozenset({"draft", "hidden", "private", "unpublished", "skip"})


@dataclass(frozen=True)
class LeadPicture:
    """The picture that front matter names, as written there, and its words."""

    address: str
    line: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Meta:
    """What a foreign article's front matter and file name tell, in our terms.

    `day` is the ISO day by which the old address went; `authors` are as written; `permalinks`
    are where the article says it was, `redirects` where it had been before; `group` is equal in
    translations of one text.
    """

    title: str
    summaries: tuple[str, ...]
    date: str
    updated: str
    is_draft: bool
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


@dataclass
class _Keys:
    """Front matter, and which of its keys found a place with us."""

    header: Header
    notes: Notes
    kept: set[str] = field(default_factory=set)

    def take(self, *names: str) -> tuple[str, Value]:
        """The first of `names` that has a value, and the value."""
        for name in names:
            if value := self.header.values.get(name):
                self.kept.add(name)
                return name, value
        return "", ""

    def take_all(self, *names: str) -> list[Value]:
        """The values of all of `names` that have one."""
        return [value for name in names if (value := self.take(name)[1])]

    def line(self, name: str) -> int:
        """Where a key stands."""
        return self.header.lines.get(name, 1)

    def tell_rest(self) -> None:
        """A notice for every key that nobody took."""
        for name, value in self.header.values.items():
            if name not in self.kept and value not in ("", [], {}):
                said = f"kept nothing of `{self.header.names[name]}: {shown(value)}`"
                self.notes.notice("key", self.line(name), said)


def read_meta(foreign: Foreign, *, splits_on_spaces: bool) -> Meta:
    """Everything that `foreign` tells of itself; notes say what was left behind.

    With `splits_on_spaces` a text of several words is several topics, as Jekyll has it.
    """
    keys = _Keys(foreign.header, foreign.notes)
    date, changed = _dates(keys, foreign)
    categories = _topics(keys.take_all("categories", "category"), splits_on_spaces)
    topics = _topics(keys.take_all(*_TOPICS), splits_on_spaces)
    title = plain(keys.take("title")[1])
    summaries = [text for value in _summaries(keys) if (text := plain(value))]
    meta = Meta(
        title=title,
        summaries=tuple(dict.fromkeys(summaries)),
        date=date,
        updated=changed,
        is_draft=_is_draft(keys, foreign),
        topics=tuple(dict.fromkeys([*topics, *_folder_topics(foreign)])),
        categories=tuple(categories),
        authors=_authors(keys),
        picture=_picture(keys),
        language=_language(keys, foreign),
        group=plain(keys.take(*_GROUPS)[1]),
        slug=plain(keys.take("slug")[1]).strip("/"),
        permalinks=_addresses(keys, _PERMALINKS),
        redirects=_addresses(keys, _REDIRECTS),
        day=date[:10] or day_in(foreign.path.as_posix()) or "",
    )
    keys.tell_rest()
    return meta


def _addresses(keys: _Keys, names: tuple[str, ...]) -> tuple[str, ...]:
    found = (address for value in keys.take_all(*names) for address in texts(value, "\n"))
    return tuple(address for address in found if not is_false(address) and not is_true(address))


def _dates(keys: _Keys, foreign: Foreign) -> tuple[str, str]:
    stated = keys.header.values.get("date")
    if isinstance(stated, dict):  # Material's `date: {created: …, updated: …}`
        keys.kept.add("date")
        created, changed = stated.get("created", ""), stated.get("updated", "")
        date = _when(keys, "date", created) if created else ""
        return date, _when(keys, "date", changed) if changed else ""
    if any(is_true(value) or is_false(value) for value in [keys.header.values.get("published", "")]):
        names = tuple(name for name in _DATES if name != "published")
    else:
        names = _DATES
    name, value = keys.take(*names)
    date = _when(keys, name, value) if name else ""
    name, value = keys.take(*_CHANGES)
    return date or day_in(foreign.path.as_posix()) or "", _when(keys, name, value) if name else ""


def _when(keys: _Keys, name: str, value: Value) -> str:
    if found := when(plain(value)):
        return found
    keys.notes.warning(
        "date", keys.line(name),
        f"`{keys.header.names[name]}: {shown(value)}` is no date that can be read without doubt",
        "write it in the imported article, as 2026-03-14",
    )  # fmt: skip
    return ""


def _is_draft(keys: _Keys, foreign: Foreign) -> bool:
    _, draft = keys.take("draft")
    _, status = keys.take("status")
    published = keys.header.values.get("published", "")
    if is_true(published) or is_false(published):
        keys.kept.add("published")
    hidden = plain(status).lower() in _HIDDEN
    return (
        is_true(draft) or is_false(published) or hidden
        or bool({"_drafts", "drafts"} & set(foreign.path.parts[:-1]))
    )  # fmt: skip


def _summaries(keys: _Keys) -> list[Value]:
    """Every summary there is, the best first; only the taken one counts as kept."""
    values = keys.header.values
    found = [(name, values[name]) for name in _SUMMARIES if values.get(name)]
    first = plain(found[0][1]) if found else ""
    keys.kept |= {name for name, value in found if plain(value) == first}
    return [value for _, value in found]


def _topics(values: list[Value], splits_on_spaces: bool) -> list[str]:
    found: list[str] = []
    for value in values:
        spaced = splits_on_spaces and isinstance(value, str) and not re.search("[,;]", value)
        found += texts(value, r",;\s" if spaced else ",;")
    return list(dict.fromkeys(found))


def _folder_topics(foreign: Foreign) -> list[str]:
    """Jekyll: the folders above `_posts` are categories; Pelican: the first folder is one."""
    folders = foreign.path.parts[:-1]
    if "_posts" in folders:
        return list(folders[: folders.index("_posts")])
    if foreign.header.form == "lines" and not foreign.header.values.get("category"):
        return [folder for folder in folders[:1] if folder not in {"posts", "articles", "blog"}]
    return []


def _authors(keys: _Keys) -> tuple[Value, ...]:
    name, value = keys.take(*_AUTHORS)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return (value,)
    # A single `author` may be "Last, First"; only lists of several use the comma otherwise.
    names: list[Value] = [*texts(value, ";,&" if name == "authors" and ";" not in value else ";")]
    return tuple(names)


def _language(keys: _Keys, foreign: Foreign) -> str:
    name, value = keys.take("lang", "language", "locale")
    tag = plain(value) or foreign.language
    parts = tag.replace("_", "-").split("-")
    known = parts[0].lower() + "".join(
        f"-{part.title() if len(part) == 4 else part.upper()}"  # noqa: PLR2004 - a script's length
        for part in parts[1:]
    )
    if not tag or re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", known):
        return known
    keys.notes.warning("key", keys.line(name), f"`{shown(tag)}` is no language tag", "write `lang:`")
    return ""


def _picture(keys: _Keys) -> LeadPicture | None:
    for name in _PICTURES:
        value = keys.header.values.get(name, "")
        if isinstance(value, list) and value:
            value = value[0]
        words = value if isinstance(value, dict) else {}
        words = {re.sub(r"[-_]", "", key).lower(): word for key, word in words.items()}
        address = _first(words, _PICTURE_ADDRESSES) if words else plain(value)
        if not address or is_true(address) or is_false(address):
            continue
        keys.kept.add(name)
        told = {key: _first(words, names) for key, names in _WORDS_ON_PICTURES.items()}
        for key, names in _WORDS_ON_PICTURES.items():
            told[key] = told[key] or plain(keys.take(*names)[1])
        return LeadPicture(address, keys.line(name), **told)
    return None


def _first(words: dict[str, Value], names: tuple[str, ...]) -> str:
    return next((plain(words[name]) for name in names if plain(words.get(name, ""))), "")
