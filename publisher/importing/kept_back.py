"""What the foreign blog kept from its readers: no import may publish it.

Hugo's rules: https://gohugo.io/content-management/front-matter/ (`expiryDate`, `publishDate`,
`headless`) and https://gohugo.io/content-management/build-options/.
"""

from __future__ import annotations

from datetime import UTC, datetime

from publisher.importing.dates import when
from publisher.importing.notes import shown
from publisher.importing.source import Foreign
from publisher.importing.taken import Keys
from publisher.importing.values import is_false, is_true, plain

_HIDDEN = frozenset(
    {"draft", "hidden", "private", "unpublished", "skip", "pending", "trash", "unlisted"}
)
_EMBARGOES = ("publishdate", "pubdate", "published")
_ENDS = ("expirydate", "unpublishdate", "expires", "expiry")
_SECRETS = ("headless", "private", "unlisted", "hidden")
_FIX = "it came in as a draft; write `status: ready` only if it may be read now"


def is_draft(keys: Keys, foreign: Foreign) -> bool:
    """Whether the article, or the folder it is in, says that it is a draft."""
    _, draft = keys.take("draft")
    _, status = keys.take("status")
    published = keys.header.values.get("published", "")
    if is_true(published) or is_false(published):
        keys.kept.add("published")
    hidden = plain(status).lower() in _HIDDEN
    folders = {"_drafts", "drafts"} & set(foreign.path.parts[:-1])
    return is_true(draft) or is_false(published) or hidden or bool(folders)


def embargo(keys: Keys, now: datetime) -> str:
    """The ISO date before which the old site would not show it; empty if that has come."""
    for name in _EMBARGOES:
        stated = when(plain(keys.header.values.get(name, "")))
        if stated and _moment(stated) > now:
            keys.kept.add(name)
            return stated
    return ""


def review_due(keys: Keys, now: datetime) -> str:
    """The ISO day on which the old site meant the text to end; empty where it named none.

    The article had been published, and readers and links come to its address: it stays, and
    says on its page that a new look is due. A day that is past is told.
    """
    for name in _ENDS:
        end = when(plain(value)) if (value := keys.header.values.get(name)) else ""
        if end:
            keys.kept.add(name)
            if _moment(end) <= now:
                said = f"`{keys.header.names[name]}: {shown(value)}` is past, so a review is due"
                fix = "read it again, or write `status: draft` to keep it from readers"
                keys.notes.warning("review-due", keys.line(name), said, fix)
            return end[:10]
    return ""


def is_kept_back(keys: Keys) -> bool:
    """Whether the old site showed it on no page or list, or may have; each reason is told."""
    reasons = [*_unreadable(keys), *_unlisted(keys)]
    for name, why in reasons:
        keys.kept.add(name)
        said = f"`{keys.header.names[name]}: {shown(keys.header.values[name])}`"
        keys.notes.warning("kept-back", keys.line(name), f"{said}: {why}", _FIX)
    return bool(reasons)


def _unreadable(keys: Keys) -> list[tuple[str, str]]:
    """An embargo or an end that nobody can read may hold, or be past."""
    found = []
    for names, why in ((_ENDS, "past"), (_EMBARGOES, "to come")):
        for name in names:
            value = keys.header.values.get(name, "")
            stated = value and not (is_true(value) or is_false(value))
            if stated and when(plain(value)) is None:
                found.append((name, f"this day cannot be read without doubt, and may be {why}"))
    return found


def _unlisted(keys: Keys) -> list[tuple[str, str]]:
    values = keys.header.values
    secrets = (name for name in _SECRETS if is_true(values.get(name, "")))
    found = [(name, "the old site listed it nowhere") for name in secrets]
    if is_false(values.get("output", "")):  # what Jekyll's settings say of a collection
        found.append(("output", "the old site made no page of it"))
    build = values.get("build", "")
    if isinstance(build, dict):
        render, listed = plain(build.get("render", "")), plain(build.get("list", ""))
        if render.lower() in {"never", "link"} or is_false(render):
            found.append(("build", "the old site made no page of it"))
        elif listed.lower() == "never" or is_false(listed):
            found.append(("build", "the old site listed it nowhere"))
    return found


def _moment(stated: str) -> datetime:
    """An ISO date or date-time; without a zone it is UTC, as Hugo has it."""
    moment = datetime.fromisoformat(stated)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
