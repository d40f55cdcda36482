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


def is_kept_back(keys: Keys, now: datetime) -> bool:
    """Whether the old site no longer showed it, or on no page or list; each reason is told."""
    reasons = [*_expired(keys, now), *_unreadable(keys), *_unlisted(keys)]
    for name, why in reasons:
        keys.kept.add(name)
        said = f"`{keys.header.names[name]}: {shown(keys.header.values[name])}`"
        keys.notes.warning("kept-back", keys.line(name), f"{said}: {why}", _FIX)
    return bool(reasons)


def _expired(keys: Keys, now: datetime) -> list[tuple[str, str]]:
    found = []
    for name in _ENDS:
        end = when(plain(value)) if (value := keys.header.values.get(name)) else ""
        if end and _moment(end) > now:
            keys.kept.add(name)
            said = f"`{keys.header.names[name]}: {shown(value)}` takes nothing down here"
            keys.notes.warning("kept-back", keys.line(name), said, "withdraw the article that day")
        elif end:
            found.append((name, "the old site had taken it down"))
        elif end is None:
            found.append((name, "this day cannot be read without doubt, and may be past"))
    return found


def _unreadable(keys: Keys) -> list[tuple[str, str]]:
    """An embargo that nobody can read may still hold."""
    values = {name: keys.header.values.get(name, "") for name in _EMBARGOES}
    return [
        (name, "this day cannot be read without doubt, and may be to come")
        for name, value in values.items()
        if value and not (is_true(value) or is_false(value)) and when(plain(value)) is None
    ]


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
