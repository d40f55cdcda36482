"""SVG: what is drawn, without comments, editors' notes and anything from elsewhere.

Editors write the names of files, folders and people into namespaces of their own; only the
elements and attributes of https://www.w3.org/TR/SVG2/ stay, and of these none that loads.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from publisher.site.cleaning import _raster
from publisher.site.cleaning._fault import UnreadableError, told_as

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_LEFT_OUT = frozenset({"metadata", "script", "foreignObject", "iframe"})
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"@(?:import|namespace)[^;]*;?")
_LOADED = re.compile(
    r"url\(\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^)]*))\s*\)", re.IGNORECASE
)
_DATA = re.compile(
    r"data:image/(?P<kind>[\w.+-]+)(?:;(?!base64)[^,;]*)*(?P<coded>;base64)?,(?P<text>.*)",
    re.DOTALL | re.IGNORECASE,
)
_SUFFIXES = {"avif": ".avif", "gif": ".gif", "jpeg": ".jpg", "jpg": ".jpg", "png": ".png"}
_SUFFIXES |= {"webp": ".webp", "svg+xml": ".svg"}
_DEEPEST = 4  # drawings in drawings


_COLUMN = 800  # pixels that a drawing without a width of its own is given, as wide as text is
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


def extent(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a clean drawing; None where it says neither size nor shape."""
    root = etree.fromstring(data)
    said = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if said[0] and said[1]:
        return round(float(said[0][1])), round(float(said[1][1]))
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", root.get("viewBox", "").strip()))
        return _COLUMN, round(_COLUMN * height / width)
    except (ValueError, ZeroDivisionError):
        return None


def cleaned(data: bytes, depth: int = 0) -> bytes:
    """Raises UnreadableError for what is no SVG, or declares entities."""
    with told_as("is not a drawing that can be shown, or is broken off"):
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(data, parser)
        if root.tag != f"{{{_SVG}}}svg":
            message = "is no SVG"
            raise UnreadableError(message)
        declared: Any = root.getroottree().docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):
            message = "declares entities of its own, which may unpack without end"
            raise UnreadableError(message)
        for element in list(root.iter()):
            _mend(element, depth)
        etree.cleanup_namespaces(root)
        return etree.tostring(root, encoding="utf-8")


def _mend(element: etree._Element, depth: int) -> None:
    name = etree.QName(element)
    parent = element.getparent()
    if (name.namespace != _SVG or name.localname in _LEFT_OUT) and parent is not None:
        _drop(element, parent)
        return
    if name.localname == "style":
        element.text = _styled(element.text or "", depth)
    for key, value in element.items():
        kept = _attribute(name.localname, etree.QName(key), str(value), depth)
        if kept is None:
            del element.attrib[key]
        else:
            element.set(key, kept)


def _drop(element: etree._Element, parent: etree._Element) -> None:
    """Take an element out; the words after it stay."""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _attribute(element: str, key: etree.QName, value: str, depth: int) -> str | None:
    """An attribute as it may stand; None for one that goes."""
    name = key.localname
    if key.namespace not in {None, _XLINK, _XML} or name == "base":
        return None
    if name.startswith(("on", "data-")):
        return None
    if name in {"href", "src"}:
        is_link = element == "a" and re.match(r"(https?|mailto):", value)
        return value if is_link else _inside(value, depth)
    return _styled(value, depth) if "url(" in value.lower() or name == "style" else value


def _styled(css: str, depth: int) -> str:
    """CSS without comments, and without what it would load."""

    def loaded(found: re.Match[str]) -> str:
        address = found["double"] or found["single"] or found["bare"] or ""
        kept = _inside(address.strip(), depth)
        return "none" if kept is None else f'url("{kept}")'

    return _LOADED.sub(loaded, _IMPORT.sub("", _COMMENT.sub("", css)))


def _inside(address: str, depth: int) -> str | None:
    """An address within the drawing itself, a picture that lies in it cleaned; else None."""
    if address.startswith("#"):
        return address
    found = _DATA.fullmatch(address.strip())
    if found is None or found["kind"].lower() not in _SUFFIXES or depth >= _DEEPEST:
        return None
    kind = found["kind"].lower()
    made = base64.b64encode(_clean(_SUFFIXES[kind], depth)(_plain(found))).decode()
    return f"data:image/{kind};base64,{made}"


def _clean(suffix: str, depth: int) -> Callable[[bytes], bytes]:
    if suffix == ".svg":
        return lambda data: cleaned(data, depth + 1)
    return lambda data: _raster.cleaned(data, suffix)


def _plain(found: re.Match[str]) -> bytes:
    """The bytes of a data: URI (RFC 2397)."""
    written = unquote_to_bytes(found["text"])
    if not found["coded"]:
        return written
    try:
        return base64.b64decode(b"".join(written.split()))
    except binascii.Error as problem:
        message = "holds a picture that cannot be read"
        raise UnreadableError(message) from problem
