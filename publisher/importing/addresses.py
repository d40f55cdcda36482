"""The addresses at which an article could be read before, so that old links still arrive.

Patterns as the generators document them:
https://jekyllrb.com/docs/permalinks/, https://gohugo.io/content-management/urls/,
https://docs.getpelican.com/en/stable/settings.html#url-settings and
https://squidfunk.github.io/mkdocs-material/plugins/blog/#config.post_url_format
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_JEKYLL = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
_PELICAN = "{slug}.html"
_PELICAN_TRANSLATION = "{slug}-{lang}.html"
_MATERIAL = "{date}/{slug}"


@dataclass(frozen=True)
class Old:
    """What an old address is made of.

    `place` is the article's path below the folder that addresses are counted from; `name` is
    the file's name without date; `day` is an ISO date or empty; `slug` the one that the
    article told, else empty; `language` the one that its address named, else empty.
    """

    place: PurePosixPath
    name: str
    title: str
    slug: str
    day: str
    categories: tuple[str, ...]
    day_in_name: bool
    is_bundle: bool
    language: str = ""


def made(old: Old, generator: str, permalinks: dict[str, str], blog: str) -> Iterator[str]:
    """Every address that `generator` would have given by itself, the likeliest first."""
    if generator == "jekyll":
        yield from _jekyll(old, permalinks.get("", ""))
    elif generator == "pelican":
        yield _filled(_pelican_pattern(old, permalinks), old)
    elif generator == "material":
        pattern = permalinks.get("", _MATERIAL)
        yield f"{blog}/{_filled(pattern.replace('{date}', '{date:%Y/%m/%d}'), old)}/"
    else:
        yield from _hugo(old, permalinks)
    if old.day_in_name and old.day and generator != "jekyll":
        yield f"{old.day.replace('-', '/')}/{old.slug or old.name}/"


def clean(address: str, base: str = "") -> str | None:
    """An address relative to the site's root, or None where no file could stand there."""
    try:
        path = unquote(urlsplit(re.sub(r"^/{2,}", "/", address.strip())).path)
    except ValueError:
        return None
    if base and (path == base or path.startswith(f"{base}/")):
        path = path[len(base) :]
    path = re.sub(r"/{2,}", "/", path).lstrip("/")
    path = re.sub(r"(?:^|(?<=/))index\.html$", "", path)
    parts = path.rstrip("/").split("/")
    if not parts[0] or any(part in {"", ".", ".."} for part in parts):
        return None
    if re.search(r"[\s\\:#*?\"<>|\x00-\x1f\x7f{}]", path) or max(map(len, parts)) > 150:  # noqa: PLR2004 - file systems end names at 255 bytes
        return None
    ends = path.endswith("/") or re.search(r"\.html?$", path)
    return path if ends else f"{path}/"


def _jekyll(old: Old, pattern: str) -> Iterator[str]:
    if pattern:
        yield _coloned(_JEKYLL.get(pattern, pattern), old)
        return
    yield _coloned(_JEKYLL["pretty"], old)
    yield _coloned(_JEKYLL["date"], old)


def _pelican_pattern(old: Old, permalinks: dict[str, str]) -> str:
    if old.language:
        return permalinks.get("lang", _PELICAN_TRANSLATION)
    return permalinks.get("", _PELICAN)


def _hugo(old: Old, permalinks: dict[str, str]) -> Iterator[str]:
    section = old.place.parts[0] if len(old.place.parts) > 1 else ""
    named = old.language.lower()
    folder = f"{named}/" if named and section != named else ""
    if pattern := permalinks.get(section, permalinks.get("/", "")):
        yield folder + _coloned(pattern, old).lstrip("/")
        return
    folders = old.place.parent.parent if old.is_bundle else old.place.parent
    name = folders / (old.slug or _last(old))
    yield f"{folder}{name.as_posix().lower().replace(' ', '-')}/"


def filled(permalink: str, old: Old) -> str:
    """A permalink of Jekyll's, in which an article may name a style or use its marks as well."""
    pattern = _JEKYLL.get(permalink, permalink)
    return _coloned(pattern, old) if re.search(r":[a-z]", pattern) else permalink


def _last(old: Old) -> str:
    return old.place.parent.name if old.is_bundle else old.place.name.split(".")[0]


def _coloned(pattern: str, old: Old) -> str:
    """A pattern of Jekyll or Hugo, as `/:year/:title/`, filled in."""
    year, month, day = [*old.day.split("-"), "", "", ""][:3]
    slug, folder = old.slug or old.name, old.place.parts[0] if len(old.place.parts) > 1 else ""
    words = {
        "year": year,
        "month": month,
        "day": day,
        "title": slug,
        "slug": slug,
        "short_year": year[2:],
        "i_month": month.lstrip("0"),
        "i_day": day.lstrip("0"),
        "categories": "/".join(old.categories),
        "filename": _last(old),
        "contentbasename": _last(old),
        "slugorcontentbasename": old.slug or _last(old),
        "section": folder,
        "sections": "/".join(old.place.parent.parts),
        "output_ext": ".html",
        "collection": folder.removeprefix("_"),
        "path": "/".join(old.place.with_suffix("").parts[1:]),
        "name": _last(old),
    }
    filled = re.sub(r":(\w+)", lambda found: words.get(found[1], "{unknown}"), pattern)
    return filled if "." in filled.rsplit("/", 1)[-1] or filled.endswith("/") else f"{filled}/"


def _filled(pattern: str, old: Old) -> str:
    """A pattern of Pelican or Material, as `posts/{date:%Y}/{slug}/`, filled in."""
    year, month, day = [*old.day.split("-"), "", "", ""][:3]
    parts = {"%Y": year, "%y": year[2:], "%m": month, "%d": day}
    category = "/".join(old.categories[:1])
    words = {
        "slug": old.slug or old.name,
        "file": _last(old),
        "lang": old.language.lower(),
        "category": category,
        "categories": category,
    }

    def fill(found: re.Match[str]) -> str:
        if found[1] == "date":
            return re.sub(r"%[Yymd]", lambda part: parts[part[0]], found[2] or f"{old.day}")
        return words.get(found[1], "{unknown}")

    return re.sub(r"\{(\w+)(?::([^}]*))?\}", fill, pattern)
