"""Links in a text: to articles that came along, to the old site, or to nothing any more."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from publisher.importing.arrival import Arrival
from publisher.importing.body import Body, Found
from publisher.importing.equals import FILE, NOWHERE, PAGE
from publisher.importing.index import Index
from publisher.importing.markup import ATTRIBUTES, attribute
from publisher.importing.notes import shown
from publisher.importing.pictures import ADDRESS, LABEL
from publisher.importing.site import Site

_LINK = re.compile(rf"(?<![\\!]){LABEL}{ADDRESS}", re.DOTALL)
_ANCHOR = re.compile(
    rf"(?is)<a\b{ATTRIBUTES}>(?P<label>(?:(?!<a\b|</a|\n[ \t]*\n).){{0,3000}})</a\s*>"
)
_LONE_ANCHOR = re.compile(rf"(?i)<a\b{ATTRIBUTES}>")
_HREF = re.compile(r"(\shref\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_LEFT = re.compile(rf"(?:\]\()?(?P<address>(?:{PAGE}|{FILE}|{NOWHERE})[^\s)\"'<>]*)\)?")
# Written without `https://`, as in `www.example.org/page`.
_HOST = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:gov|mil|com|org|net|edu|int|uk|us|eu))"
    r"(?:[/?#]\S*)?"
)
_SCHEME = re.compile(r"(?:https?|mailto|tel|sms|ftps?|geo|doi|xmpp|webcal):\S", re.IGNORECASE)
# A line that begins so is raw HTML to Python-Markdown, and no Markdown link works in it.
_RAW = re.compile(
    r"\s*</?(?:div|p|table|t[rdh]|thead|tbody|[uo]l|li|d[ltd]|blockquote|section|article|aside|figure"
    r"|figcaption|h[1-6]|center|details|summary|header|footer|nav|pre|hr|address)\b",
    re.IGNORECASE,
)


def with_links(arrival: Arrival, index: Index[Arrival], site: Site) -> Body:
    """The article's text with every link where it leads now; a dead one leaves its words."""
    links = _Links(arrival, index, site)
    body = arrival.body.sub(_LINK, links.markdown)
    body = body.sub(_LINK, links.markdown)  # a link in a link comes to light with the first
    body = body.sub(_ANCHOR, links.html)
    body = body.sub(_LONE_ANCHOR, links.lone)
    return body.sub(_LEFT, links.left)


@dataclass
class _Links:
    """Decides about the links of one article."""

    arrival: Arrival
    index: Index[Arrival]
    site: Site
    settled: set[str] = field(default_factory=set)

    def markdown(self, found: Found) -> str | None:
        """`[label](address "title")` with its new address, or the label alone."""
        address = (found["angled"] or found["bare"]).strip()
        new = self._resolved(address, found)
        if new is None:
            return found["label"]
        return None if new == address else f"[{found['label']}]({_target(new)}{found['title']})"

    def html(self, found: Found) -> str | None:
        """`<a href="address">label</a>` likewise; in a line of Markdown it becomes Markdown."""
        attributes, label = f" {found['attributes'].lstrip()}", found["label"]
        if not _HREF.search(attributes):
            return None
        new = self._resolved(attribute(attributes, "href").strip(), found)
        if new is None:
            return label
        if _is_article(new) and not self._in_raw_html(found):
            return f"[{' '.join(label.split())}]({_target(new)})"
        return f"<a{_with_href(attributes, new)}>{label}</a>"

    def lone(self, found: Found) -> str | None:
        """An `<a href=…>` that is never closed, or that holds too much, with its new address."""
        attributes = f" {found['attributes'].lstrip()}"
        if not _HREF.search(attributes):
            return None
        new = self._resolved(attribute(attributes, "href").strip(), found)
        return "<a>" if new is None else f"<a{_with_href(attributes, new)}>"

    def left(self, found: Found) -> str:
        """An address of another step that no link or picture has used, as in a link in a link."""
        self._tell(found, found["address"], "it stands in no link that can be read")
        return ""

    def _resolved(self, address: str, found: Found) -> str | None:
        """Where `address` leads now; None, and told, where it leads nowhere."""
        if address in self.arrival.files.found or address in self.settled:
            return address
        if PAGE in address:  # what stands before it is the old site's root, however written
            address = address[address.index(PAGE) :]
        if address.startswith("#") and len(address) > 1:
            new = self._fragment(self.arrival, unquote(address[1:]))
        elif NOWHERE in address:
            new = None
        elif address.startswith(PAGE):
            new = self._page(unquote(address.removeprefix(PAGE)))
        else:
            new = self._address(address.removeprefix(FILE))
        if new is None:
            self._tell(found, address, "it leads nowhere from here")
            return None
        self.settled.add(_target(new))
        return new

    def _page(self, path: str) -> str | None:
        """What Hugo's `ref`, Jekyll's `post_url` and Pelican's `{filename}` mean by `path`."""
        path, _, fragment = path.partition("#")
        entry = self.index.at_path(path, self.arrival.foreign.path.parent) or self.index.named(path)
        if entry is None and "/" in path:
            return self._address(_as_address(f"/{path.lstrip('/')}"))
        return self._to(entry, fragment) if entry else None

    def _address(self, address: str) -> str | None:
        if _SCHEME.match(address):
            return self._whole(address)
        if _HOST.fullmatch(address) and not address.endswith(".md"):
            return f"https://{address}"
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme or not (parts.netloc or parts.path):
            return None
        return f"https:{address}" if parts.netloc else self._path(address, parts)

    def _path(self, address: str, parts: SplitResult) -> str | None:
        path = unquote(parts.path)
        if entry := self._entry(path):
            return self._to(entry, parts.fragment)
        return self.site.absolute(self._from_root(path, address)) if self.site.url else None

    def _whole(self, address: str) -> str | None:
        """A whole address; if it is the old site's own, it may be an article that came along."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        own = self.site.host and parts.netloc.lower().removeprefix("www.") == self.site.host
        entry = self.index.at_address(unquote(parts.path)) if own else None
        return (self._to(entry, parts.fragment) or address) if entry else address

    def _entry(self, path: str) -> Arrival | None:
        folder = self.arrival.foreign.path.parent
        if entry := self.index.at_address(path) if path.startswith("/") else None:
            return entry
        if re.search(r"\.(md|markdown|mkd)$", path):
            return self.index.at_path(path, folder)
        for old in self.arrival.aliases:
            if entry := self.index.at_address(urljoin(f"/{old}", path)):
                return entry
        return self.index.at_path(path, folder)

    def _from_root(self, path: str, address: str) -> str:
        """A relative address counted from the old site's root, with its query and fragment."""
        rest = address[len(urlsplit(address)._replace(query="", fragment="").geturl()) :]
        if re.search(r"\.(md|markdown|mkd)$", path) and not path.startswith("/"):
            path = posixpath.normpath(posixpath.join(f"/{self.arrival.place.parent}", path))
        old = f"/{self.arrival.aliases[0]}" if self.arrival.aliases else "/"
        return urljoin(old, _as_address(path)) + rest

    def _to(self, entry: Arrival, fragment: str) -> str:
        target = posixpath.relpath(entry.path, posixpath.dirname(self.arrival.path))
        if entry is self.arrival:
            target = posixpath.basename(entry.path)
        found = self._fragment(entry, unquote(fragment)) if fragment else None
        return target + (found or "")

    def _fragment(self, entry: Arrival, name: str) -> str | None:
        known = entry.anchors
        found = known.get(name) or known.get(name.lower())
        return f"#{found}" if found else None

    def _in_raw_html(self, found: Found) -> bool:
        text, start = found.body.text, found.match.start()
        return _RAW.match(text, max(text.rfind("\n\n", 0, start) + 1, 0), start) is not None

    def _tell(self, found: Found, address: str, why: str) -> None:
        for mark in (PAGE, FILE, NOWHERE):
            address = address.replace(mark, "")
        self.arrival.foreign.notes.warning(
            "link",
            found.line,
            f"the link to `{shown(unquote(address))}` became plain text: {why}",
            "link to its whole address, if it has one still",
        )


def _with_href(attributes: str, address: str) -> str:
    return _HREF.sub(lambda href: f'{href[1]}"{_target(address)}"', attributes, count=1)


def _is_article(address: str) -> bool:
    return re.search(r"\.md(#|$)", address) is not None and "://" not in address


def _as_address(path: str) -> str:
    """A path to a Markdown file as the address that it had: `/a/b.md` was `/a/b/`."""
    if not re.search(r"\.(md|markdown|mkd)$", path):
        return path
    folder, name = posixpath.split(path)
    stem = name.rsplit(".", 1)[0]
    return f"{folder}/" if stem in {"index", "_index"} else f"{posixpath.join(folder, stem)}/"


def _target(address: str) -> str:
    return re.sub(r"[\s()<>\"]", lambda found: f"%{ord(found[0]):02X}", address)
