"""One foreign article, read and rewritten, before it has a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from publisher.content.article import Audience, Pillar, Status
from publisher.importing.addresses import Old, clean, filled, made
from publisher.importing.arrival import Arrival
from publisher.importing.body import Body
from publisher.importing.convert import converted
from publisher.importing.files import Files
from publisher.importing.headings import first_heading
from publisher.importing.keys import Meta, read_meta
from publisher.importing.notes import shown
from publisher.importing.places import id_of
from publisher.importing.site import Site
from publisher.importing.slugs import from_words, slugify, without_date
from publisher.importing.source import Foreign
from publisher.importing.summary import description

# What Hugo's themes and Material take for the lead picture of a page bundle by its name.
_LEAD_PICTURES = ("feature", "cover", "thumbnail", "hero")
# These make an address of the title, the others of the file's name.
_NAMED_BY_TITLE = frozenset({"material", "pelican"})
# What is told of an article, and of no page.
_OF_AN_ARTICLE = frozenset({"import-key", "import-language", "import-kept-back"})
_LIQUID = re.compile(r"\{%|\{\{-?\s*(?:site|page)\.|\|\s*(?:relative_|absolute_)?url\s*\}\}")


def usual_generator(articles: Iterable[Foreign]) -> str:
    """The generator that most of `articles` look made for, for those that do not show it."""
    hints = Counter(hint for foreign in articles if (hint := _hint(foreign)))
    return hints.most_common(1)[0][0] if hints else ""


def arrive(foreign: Foreign, site: Site, source: Path, usual: str, now: datetime) -> Arrival | None:
    """What becomes of `foreign`; None, and told, where it is a page rather than an article."""
    generator = site.generator or _hint(foreign) or usual
    place = site.place(foreign.file.resolve(), foreign.path)
    meta = _meta(foreign, place, now, generator)
    if not meta.date and not meta.is_draft:
        _pass_over(foreign)
        return None
    title = _title(foreign, meta)
    files = Files(source.resolve(), site, foreign.file.resolve())
    aliases = _aliases(foreign, meta, title, generator, site)
    image = _lead_picture(foreign, meta, files)
    body = Body.of(foreign.body, foreign.body_line)
    body = converted(body, generator, _variables(site, title, aliases), files, foreign.notes)
    _tell_left_behind(foreign, files)
    arrival = Arrival(
        foreign,
        meta,
        id_of(foreign.path),
        title,
        _description(foreign, meta, body),
        aliases,
        body,
        files,
        place,
        image,
    )
    arrival.keys = _keys(arrival)
    return arrival


def _meta(foreign: Foreign, place: PurePosixPath, now: datetime, generator: str) -> Meta:
    meta = read_meta(foreign, place, now, spaced=generator == "jekyll")
    if generator == "pelican" and meta.slug:  # which pairs translations by their slugs
        return replace(meta, group=meta.group or f"slug {meta.slug}")
    return meta


def _pass_over(foreign: Foreign) -> None:
    notes = foreign.notes
    notes.found[:] = [f for f in notes.found if f.check not in _OF_AN_ARTICLE]
    what = "has neither a date nor a word that it is a draft, so it is a page, not an article"
    if not foreign.header.form:
        what = "has no front matter and no date, so it is a page, not an article"
    notes.warning("passed-over", 1, f"this {what}", "write `date:` in it if it is an article")


def _tell_left_behind(foreign: Foreign, files: Files) -> None:
    for name in files.left_behind() if foreign.is_bundle else ():
        message = f"`{name}` beside it is not shown in it and did not come along"
        foreign.notes.notice("picture", 1, message)


def _title(foreign: Foreign, meta: Meta) -> str:
    if title := meta.title or first_heading(foreign.body):
        return title
    title = from_words(without_date(foreign.name))
    foreign.notes.warning("title", 1, f"there is no title; it was called “{shown(title)}”")
    return title


def _variables(site: Site, title: str, aliases: tuple[str, ...]) -> dict[str, str]:
    """What Liquid in the text may fill in; what nobody told is not among it."""
    variables = {
        "site.baseurl": site.base,
        "site.url": site.url.removesuffix(site.base),
        "page.title": title,
    }
    if site.title:
        variables["site.title"] = site.title
    if aliases:
        variables["page.url"] = f"/{aliases[0]}"
    return variables


def _hint(foreign: Foreign) -> str:
    if {"_posts", "_drafts"} & set(foreign.path.parts[:-1]):
        return "jekyll"
    if isinstance(foreign.header.values.get("date"), dict):
        return "material"
    if by_form := {"lines": "pelican", "toml": "hugo", "json": "hugo"}.get(foreign.header.form):
        return by_form
    if "{{<" in foreign.body or "{{%" in foreign.body:
        return "hugo"
    if _LIQUID.search(foreign.body):
        return "jekyll"
    return "material" if re.search(r"^(?:!!!|\?\?\?\+?) \w", foreign.body, re.MULTILINE) else ""


def _aliases(
    foreign: Foreign, meta: Meta, title: str, generator: str, site: Site
) -> tuple[str, ...]:
    old = _old(foreign, meta, title, generator, site)
    given = meta.is_draft and "permalink" in foreign.given.keys  # it was never there
    permalinks = () if given else meta.permalinks
    if generator == "jekyll":
        permalinks = tuple(filled(address, old) for address in permalinks)
    stated = []
    for address in (*permalinks, *meta.redirects):
        if path := clean(address, site.base):
            stated.append(path)
        else:
            line = foreign.header.lines.get("permalink") or foreign.header.lines.get("url", 1)
            said = f"no redirect can be made from `{shown(address)}`"
            foreign.notes.warning("address", line, said, "write it under `aliases:`, without host")
    if meta.is_draft or permalinks:
        return tuple(dict.fromkeys(stated))
    by_default = (clean(a) for a in made(old, generator, site.permalinks, site.blog))
    return tuple(dict.fromkeys([*(a for a in by_default if a), *stated]))


def _old(foreign: Foreign, meta: Meta, title: str, generator: str, site: Site) -> Old:
    name = without_date(foreign.name)
    return Old(
        site.place(foreign.file.resolve(), foreign.path),
        name,
        title,
        meta.slug or (slugify(title) if generator in _NAMED_BY_TITLE else ""),
        meta.day,
        tuple(slugify(name) for name in meta.categories),
        name != foreign.name,
        foreign.is_bundle,
        site.language_in_address(meta.language),
    )


def _lead_picture(foreign: Foreign, meta: Meta, files: Files) -> str:
    """The name that the lead picture has beside the article, empty where there is none."""
    if meta.picture is None:
        beside = files.beside(*_LEAD_PICTURES) if foreign.is_bundle else None
        return files.name_of(beside.name) or "" if beside else ""
    if name := files.name_of(meta.picture.address):
        return name
    picture = meta.picture
    words = "; ".join(filter(None, (picture.alt, picture.caption, picture.credit)))
    foreign.notes.warning(
        "picture",
        meta.picture.line,
        f"there is no file for the lead picture `{shown(meta.picture.address)}`"
        + (f" ({shown(words)})" if words else ""),
        "put it beside the article and name it under `image:`, with `alt:`",
    )
    return ""


def _description(foreign: Foreign, meta: Meta, body: Body) -> str:
    said = description(meta.summaries, body.text)
    whole = next((summary for summary in meta.summaries if summary.startswith(said)), "")
    if said and len(whole) > len(said):
        rest = shown(whole[len(said) :].strip())
        line = min(foreign.header.lines.values(), default=1)
        foreign.notes.notice("description", line, f"the summary was cut before “{rest}”")
    return said


def _keys(arrival: Arrival) -> dict[str, object]:
    """Our front matter, but for what depends on other articles."""
    meta, picture = arrival.meta, arrival.meta.picture
    keys: dict[str, object] = {
        "title": arrival.title,
        "description": arrival.description,
        "date": meta.date,
        "updated": meta.updated,
        "status": str(Status.DRAFT if meta.is_draft or meta.is_kept_back else Status.READY),
        "pillar": str(Pillar.COMMUNITY),
        "audience": str(Audience.PATIENTS),
        "review_due": meta.review_due,
        "image": arrival.image,
        "lang": meta.language,
    }
    if arrival.image and picture:
        keys |= {"alt": picture.alt, "caption": picture.caption, "credit": picture.credit}
    return keys
