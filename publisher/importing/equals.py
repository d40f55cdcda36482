"""What the shortcodes, tags and includes of other generators become here: plain Markdown.

A tag is known by its name, whichever generator it comes from; the names are data. What has
no equal here is left to the caller, who keeps and tells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from publisher.importing.fences import as_indented

# Addresses that only later steps can make real; no article ever keeps one.
PAGE = "import-page:"
FILE = "import-file:"
NOWHERE = "import-nowhere:"


@dataclass(frozen=True, slots=True)
class Tag:
    """A shortcode, Liquid tag or include; `inner` is None where it has no closing part."""

    name: str
    positional: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    inner: str | None = None

    def get(self, *names: str, place: int | None = None) -> str:
        """The first named argument that is not empty, else the one at `place`."""
        for name in names:
            if value := self.named.get(name, "").strip():
                return value
        there = place is not None and -len(self.positional) <= place < len(self.positional)
        return self.positional[place].strip() if there and place is not None else ""


_KINDS: tuple[tuple[str, str], ...] = (
    ("comment", r"comment|todo"),
    ("film", r"(?:.*[-_/])?(?:youtube|youtu|yt|vimeo)(?:[-_].*)?"),
    (
        "post",
        r"(?:.*[-_/])?(?:tweet|twitter|x|instagram|facebook|fb)(?:[-_](?:video|post|simple))?",
    ),
    ("gist", r"gist"),
    ("page", r"ref|relref|post_url|link|doc"),
    ("picture", r"(?:.*[-_/])?(?:img|images?|figure|fig|picture|photo|imgproc)(?:[-_].*)?"),
    ("file", r"(?:.*[-_/])?(?:file|static|asset)(?:[-_].*)?|asset_path|attachment|download"),
    ("quote", r"(?:.*[-_])?quote(?:[-_].*)?|epigraph|testimonial"),
    ("callout", r"note|notice|callout|alert|admonition|tip|info|hint|warning|caution|danger"),
    ("callout", r"important|success|message|infobox|box|panel|banner|card|aside|highlight-box"),
    ("callout", r"accordion|details|expand|collapse|spoiler"),
    ("button", r"(?:.*[-_])?(?:button|btn|cta)"),
    ("code", r"highlight|code|codeblock|code-block|prism"),
    ("frame", r"iframe|embed|audio|video"),
    ("inside", r"rows?|columns?|cols?|grid|div|section|center|centered|tabs?|steps?|wrapper|lead"),
    ("inside", r"raw|rawhtml|html|markdown|markdownify|md|container|block|span|small|large"),
    ("nothing", r"toc|clear|clearfix|br|more|hr-space|table-of-contents|table_of_contents"),
)
_NAMES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def kind_of(name: str) -> str:
    """What a tag of this name is, or empty where nobody knows."""
    bare = re.sub(r"\.(html?|md|njk|liquid)$", "", name).rsplit("/", 1)[-1]
    return next((kind for kind, names in _NAMES if names.fullmatch(bare)), "")


def equal(tag: Tag) -> str | None:
    """Markdown that says what `tag` showed; None where there is no equal."""
    write = _WRITERS.get(kind_of(tag.name))
    return write(tag) if write else None


def address_of(tag: Tag) -> str | None:
    """The address that `tag` stands for where it is written inside a link or picture."""
    kind, said = kind_of(tag.name), tag.get("path", "src", "file", "url", "name", place=0)
    if not said or kind not in {"page", "file", "picture"}:
        return None
    return PAGE + quote(said, safe="/#:?=&") if kind == "page" else _file_at(said)


def film(address: str, title: str = "") -> str | None:
    """A link to a film, from its embedding address or id; None where it is no known film."""
    for host, pattern, page in _FILMS:
        if found := re.search(pattern, address):
            name = f"{_label(title)} ({host})" if title else f"Video ({host})"
            return f"[{name}]({page}{found[1]})"
    return None


def picture(address: str, alt: str, caption: str = "", link: str = "") -> str:
    """A picture, with its caption below and a link around it where there are such."""
    shown = f"![{_label(alt)}]({_target(address)})"
    shown = f"[{shown}]({_target(link)})" if link else shown
    return f"{shown}\n\n{_emphasised(caption.strip())}" if caption.strip() else shown


def _emphasised(text: str) -> str:
    """`text` in the mark that it does not use itself; plain where it uses both."""
    mark = next((mark for mark in "*_" if mark not in text), "")
    return f"{mark}{text}{mark}"


def quoted(text: str, title: str = "") -> str:
    """`text` as a block quotation, with a bold title."""
    lines = ([f"**{title}**", ""] if title else []) + as_indented(text.strip()).strip("\n").split(
        "\n"
    )
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _film(tag: Tag) -> str | None:
    host = "vimeo" if "vimeo" in tag.name.lower() else "youtube"
    said = tag.get("id", "video_id", "videoid", "video", "url", "src", "link", place=0)
    address = said if "/" in said else f"{host}:{said}"
    return film(address, tag.get("title", "caption", "alt", "label"))


def _post(tag: Tag) -> str | None:
    said = tag.get("url", "href", "src", "link", "id", place=-1)
    user = tag.get("user", "username") or (tag.positional[0] if len(tag.positional) > 1 else "")
    if said.startswith("http"):
        return f"[{said}]({said})"
    if "instagram" in tag.name and said:
        return f"[Post (Instagram)](https://www.instagram.com/p/{said}/)"
    if said.isdigit():
        who = f"Post by @{user}" if user else "Post (X)"
        return f"[{who}](https://x.com/{user or 'i/web'}/status/{said})"
    return None


def _gist(tag: Tag) -> str | None:
    said = "/".join(part for part in tag.positional[:2] if "." not in part) or tag.get("id")
    return f"[Gist {said}](https://gist.github.com/{said})" if said else None


def _page(tag: Tag) -> str | None:
    address = address_of(tag)
    return f"[{tag.get('title', 'text', place=0)}]({address})" if address else None


def _picture(tag: Tag) -> str | None:
    address = tag.get(*_PICTURE_ADDRESSES, place=0)
    if not address:
        return None
    last = -1 if tag.positional[1:] else None
    alt = tag.get("alt", "alt_text", "image_alt", "description", place=last)
    alt = "" if alt.endswith("=") else alt  # what a broken attribute leaves behind
    caption = tag.get("caption", "title", "figcaption") or (tag.inner or "").strip()
    credit = tag.get("attr", "credit", "attribution")
    caption = f"{caption} ({credit})" if caption and credit else caption or credit
    around = tag.get("link", "href") or (tag.get("url") if tag.get("image", "src") else "")
    return picture(_file_at(address), alt or caption, caption, around)


def _file_at(address: str) -> str:
    if re.match(r"(?:https?:)?//[^/]", address):
        return _target(address)
    return FILE + quote(address.replace("\\_", "_"), safe="/#:?=&")


def _file(tag: Tag) -> str | None:
    address = address_of(tag)
    label = tag.get("label", "title", "text") or (tag.inner or "").strip()
    return f"[{_label(label or tag.get('file', place=0))}]({address})" if address else None


def _quote(tag: Tag) -> str | None:
    text = tag.inner or tag.get("text", "quote", "content", place=0)
    who = tag.get("cite", "author", "source", "attribution", "name")
    return quoted(f"{text.strip()}\n\n— {who}" if who else text) if text.strip() else None


def _callout(tag: Tag) -> str | None:
    text = tag.inner if tag.inner is not None else tag.get("text", "content", "body", "message")
    title = tag.get("title", "heading", "header", "summary", "label")
    if not title and tag.inner is not None and re.search(r"\s|^[A-Z]", tag.get(place=-1)):
        title = tag.get(place=-1)
    return quoted(text, title) if text.strip() else None


def _button(tag: Tag) -> str | None:
    address = tag.get("href", "url", "link", "relref", "ref", "page", place=0)
    label = (tag.inner or "").strip() or tag.get("text", "label", "title", "content", place=1)
    return f"[{_label(label)}]({_target(address)})" if address and label else None


def _code(tag: Tag) -> str | None:
    if tag.inner is None:
        return None
    language = re.sub(r"[^\w+#-]", "", tag.get("lang", "language", place=0))
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`{3,}", tag.inner))])
    inner = re.sub(r"\A[ \t]*\n", "", tag.inner).rstrip()
    return f"{fence}{language}\n{inner}\n{fence}"


def _frame(tag: Tag) -> str | None:
    address = tag.get("src", "url", "file", "mp4", "link", place=0)
    title = tag.get("title", "caption", "alt")
    if shown := film(address, title):
        return shown
    whole = re.match(r"https?://[^\s/]+", address)
    return f"[{_label(title) or whole[0]}]({_target(address)})" if whole else None


def _inside(tag: Tag) -> str | None:
    title = tag.get("title", "name", "label", "header")
    inner = (tag.inner or "").strip()
    return f"**{title}**\n\n{inner}" if title and inner else inner or None


_YOUTUBE = r"youtube(?:-nocookie)?\.com/(?:embed/|v/|watch\?(?:.*&)?v=|shorts/)|youtu\.be/"
_PICTURE_ADDRESSES = ("src", "image", "url", "path", "file", "image_path", "img", "uid", "name")
_FILMS = (
    ("YouTube", rf"(?:{_YOUTUBE}|^youtube:)([\w-]{{6,}})", "https://www.youtube.com/watch?v="),
    ("Vimeo", r"(?:vimeo\.com/(?:video/|channels/\w+/)?|^vimeo:)(\d{5,})", "https://vimeo.com/"),
)

_WRITERS: dict[str, Callable[[Tag], str | None]] = {
    "film": _film,
    "post": _post,
    "gist": _gist,
    "page": _page,
    "picture": _picture,
    "file": _file,
    "quote": _quote,
    "callout": _callout,
    "button": _button,
    "code": _code,
    "frame": _frame,
    "inside": _inside,
}


def _label(text: str) -> str:
    """A text that can stand between square brackets."""
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", " ".join(text.split()))


def _target(address: str) -> str:
    """An address that can stand between round brackets."""
    return re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", address.strip())
