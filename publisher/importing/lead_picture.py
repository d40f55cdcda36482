"""The lead picture, as the themes of other generators name it in front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publisher.importing.notes import shown
from publisher.importing.taken import Keys
from publisher.importing.values import Value, is_false, is_true, plain

_PICTURES = (
    "image",
    "featuredimage",
    "cover",
    "coverimage",
    "thumbnail",
    "ogimage",
    "hero",
    "heroimage",
    "header",
    "banner",
    "primaryimage",
    "images",
    "featureimage",
    "feature",
    "socialimage",
    "photo",
)
_ADDRESSES = (
    "src",
    "url",
    "path",
    "image",
    "file",
    "feature",
    "uid",
    "filename",
    "teaser",
    "overlayimage",
)
_WORDS = {
    "alt": ("alt", "imagealt", "alttext", "imagealttext", "imageaccessibility", "coveralt"),
    "caption": ("caption", "imagecaption", "imagefigcaption", "figcaption", "imagetitle"),
    "credit": ("credit", "imagecredit", "photocredit", "attribution", "imageattribution"),
}


@dataclass(frozen=True)
class LeadPicture:
    """The picture that front matter names, as written there, and its words."""

    address: str
    line: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


def lead_picture(keys: Keys) -> LeadPicture | None:
    """The first key that names a picture, as a text, a list or a group; its words may be keys."""
    for name in keys.own_first(_PICTURES):
        value = keys.header.values.get(name, "")
        if isinstance(value, list) and value:
            value = value[0]
        group = _small(value)
        address = _first(group, _ADDRESSES) if group else plain(value)
        if address and not is_true(address) and not is_false(address):
            keys.kept.add(name)
            words = {
                key: _first(group, names) or plain(keys.take(*names)[1])
                for key, names in _WORDS.items()
            }
            _tell_rest(keys, name, group, {address, *words.values()})
            return LeadPicture(address, keys.line(name), **words)
    return None


def _small(value: Value) -> dict[str, Value]:
    group = value if isinstance(value, dict) else {}
    return {re.sub(r"[-_]", "", key).lower(): word for key, word in group.items()}


def _first(group: dict[str, Value], names: tuple[str, ...]) -> str:
    return next((plain(group[name]) for name in names if plain(group.get(name, ""))), "")


def _tell_rest(keys: Keys, name: str, group: dict[str, Value], kept: set[str]) -> None:
    for key, value in group.items():
        if value and plain(value) not in kept:
            said = f"kept nothing of `{name}.{key}: {shown(value)}`"
            keys.notes.notice("key", keys.line(name), said)
