"""Pictures in a text: those whose file is there come with it, the others leave their words."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from publisher.importing.body import Body, Found
from publisher.importing.equals import FILE, NOWHERE
from publisher.importing.files import Files
from publisher.importing.kept import kept
from publisher.importing.markup import ATTRIBUTES, attribute
from publisher.importing.notes import Notes, shown
from publisher.importing.slugs import from_words, slugify

LABEL = r"\[(?P<label>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\](?:\((?:[^\s()\\]|\\.)*+\))?)*+)\]"
ADDRESS = (
    r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))"
    r"(?P<title>\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*\)"
)
_SPACED = re.compile(
    r"\]\([ \t]*(?P<path>[^\s()<>\"']+(?: [^\s()<>\"']+){1,20}\.\w{2,4})"
    r"(?P<title>\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_LINK = re.compile(rf"(?<![\\!]){LABEL}{ADDRESS}", re.DOTALL)
_PICTURE = re.compile(rf"(?<!\\)!{LABEL}{ADDRESS}", re.DOTALL)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\n^][^\]\n]*)\]:[ \t]*\n?[ \t]*<?(?P<address>[^\s<>]+)>?"
    r"(?P<title>[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_REFERENCE = re.compile(
    r"(?<!\\)(?P<bang>!?)\[(?P<label>(?:[^\[\]\\]|\\.)+)\](?:\[(?P<key>[^\]\n]*)\])?(?![\[(:])"
)
_IMAGE = re.compile(rf"(?i)<img\b{ATTRIBUTES}>")
_SHOWN = re.compile(rf"(?i)<(?P<tag>source|video|audio|track)\b{ATTRIBUTES}>")
_HTML_LINK = re.compile(rf"(?i)<a\b{ATTRIBUTES}>")
_OTHER_SIZES = re.compile(r"(?i)\s+(?:srcset|sizes)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_REMOTE = re.compile(r"(?:https?:)?//[^\s/]", re.IGNORECASE)


def with_pictures(body: Body, files: Files, notes: Notes) -> Body:
    """Every picture by the name that it has beside the article, or else its words.

    Documents that the text links to, and whose file is there, come along as well.
    """
    # Python-Markdown takes an address with spaces as it is; nobody else does.
    body = body.sub(_SPACED, lambda found: f"](<{found['path']}>{found['title']})")
    body = _inlined(body)
    body = body.sub(_LINK, lambda found: _link(found, files))
    body = body.sub(_HTML_LINK, lambda found: _html_link(found, files))
    body = body.sub(_PICTURE, lambda found: _picture(found, files, notes))
    body = body.sub(_IMAGE, lambda found: _image(found, files, notes))
    return body.sub(_SHOWN, lambda found: _film(found, files, notes))


def _inlined(body: Body) -> Body:
    """References to addresses within the old site, written out where they are used."""
    local: dict[str, str] = {}
    for match in _DEFINITION.finditer(body.masked):
        found = Found(body, match)
        if not re.match(r"(?:https?:)?//|mailto:|tel:", found["address"]):
            local[_key(found["label"])] = f"({found['address']}{found['title'].rstrip()})"

    def use(found: Found) -> str | None:
        address = local.get(_key(found["key"] or found["label"]))
        return f"{found['bang']}[{found['label']}]{address}" if address else None

    def drop(found: Found) -> str | None:
        return "" if _key(found["label"]) in local else None

    return body.sub(_DEFINITION, drop).sub(_REFERENCE, use) if local else body


def _key(label: str) -> str:
    return " ".join(label.lower().split())


def _link(found: Found, files: Files) -> str | None:
    name = files.name_of(found["angled"] or found["bare"])
    return f"[{found['label']}]({name}{found['title']})" if name else None


def _html_link(found: Found, files: Files) -> str | None:
    name = files.name_of(attribute(found["attributes"], "href").strip())
    return f"<a{_with(found['attributes'], 'href', name)}>" if name else None


def _picture(found: Found, files: Files, notes: Notes) -> str | None:
    address, alt = found["angled"] or found["bare"], found["label"]
    if name := files.name_of(address):
        return f"![{alt}]({name}{found['title']})"
    if _is_remote(address):
        return f"![{alt}](https:{address}{found['title']})" if address[0] == "/" else None
    _tell(found, address, notes)
    path = unquote(address.removeprefix(FILE))
    in_link = found.before.endswith("[") and found.after.startswith("](")
    if _says_nothing(alt, path):
        alt = from_words(PurePosixPath(path).stem) if in_link else ""
    absolute = files.site.absolute(path) if path.startswith("/") else None
    if absolute and "](" not in alt and not in_link:
        return f"[{alt or shown(PurePosixPath(path).name)}]({_target(absolute)})"
    words = f"*{alt.strip()}*" if alt.strip() and not re.search(r"[*\n]", alt) else alt
    apart = "\n\n" if words and not found.before.strip() and found.after.strip() else ""
    return words + kept(path, "picture:") + apart


def _says_nothing(alt: str, path: str) -> bool:
    """Whether words for a picture are none, or only its file's name again."""
    return not alt.strip() or slugify(alt) == slugify(PurePosixPath(path).stem)


def _image(found: Found, files: Files, notes: Notes) -> str | None:
    attributes = found["attributes"]
    address, alt = attribute(attributes, "src").strip(), attribute(attributes, "alt").strip()
    if name := files.name_of(address):
        return f"<img{_with(attributes, 'src', name)}>"
    if _is_remote(address):
        return f"<img{_with(attributes, 'src', 'https:' + address)}>" if address[0] == "/" else None
    _tell(found, address, notes)
    path = unquote(address.removeprefix(FILE))
    words = "" if _says_nothing(alt, path) else f"<em>{escape(unescape(alt), quote=False)}</em>"
    return words + kept(path, "picture:")


def _film(found: Found, files: Files, notes: Notes) -> str | None:
    """A film or sound: the addresses that lead nowhere go, the rest stays as it was."""
    attributes = found["attributes"]
    for name in ("src", "poster"):
        address = attribute(attributes, name).strip()
        if not address or _is_remote(address):
            continue
        new = files.name_of(address) or ""
        attributes = _with(attributes, name, new)
        if not new:
            _tell(found, address, notes)
    return f"<{found['tag']}{attributes}>"


def _is_remote(address: str) -> bool:
    try:
        return _REMOTE.match(address) is not None and bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _with(attributes: str, name: str, value: str) -> str:
    """`attributes` with `name` set to `value`, or without it; variants of other sizes go."""
    new = f' {name}="{value}"' if value else ""
    pattern = rf"(?i)\s+{name}\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)"
    attributes = re.sub(pattern, lambda _: new, f" {attributes.lstrip()}", count=1)
    return _OTHER_SIZES.sub("", attributes)


def _target(address: str) -> str:
    return quote(address, safe="/#:?=&%")


def _tell(found: Found, address: str, notes: Notes) -> None:
    said = "a picture whose address only the old site could work out"
    if address and NOWHERE not in address:
        said = f"there is no file for the picture `{shown(address.removeprefix(FILE))}`"
    notes.warning(
        "picture",
        found.line,
        f"{said}; its words stay",
        "put the file beside the article and show it as ![what it shows](name.png)",
    )
