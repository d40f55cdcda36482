"""The style of the site: what Material has for text like ours, the brand, and the theme.

Material's own stylesheet is for software documentation: 22 KB compressed, of which a page of ours
needs a tenth. Left out is what can match nothing here: its header, search, tabs and dialogs,
which our page skeleton does not have, and the extensions of Markdown that mkdocs.yml does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import tinycss2

from publisher.settings import Brand
from publisher.site.colours import BLACK, LEAST, WHITE, colour, hexadecimal, ink_on, legible, mixed

# The grounds that text stands on; the same as in theme/assets/publication.css.
LIGHT = ("#fdfcfa", "#f4f2ec")
DARK = ("#14191b", "#1e2528")

# On a dark ground a colour that barely passes looks dull.
ON_DARK = 7.0

# The theme's own sheets: for pages, and for feeds as a browser shows them.
THEME_SHEETS = ("assets/publication.css", "assets/feed.css")
# Where the brand's own fonts are named.
FONTS = "assets/fonts.css"

# Classes that an extension of Python-Markdown or PyMdown writes; all others are Material's own.
_NOTES = (
    "admonition|note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote"
)
_CODE = r"highlight(table)?|linenos?|linenodiv|linenums|code|filename|hll|[a-z]{1,3}\d?"
_CLASSES = {
    "admonition": f"admonition-title|{_NOTES}",
    "codehilite": _CODE,
    "pymdownx.arithmatex": "arithmatex",
    "pymdownx.critic": "critic|block",
    "pymdownx.details": _NOTES,
    "pymdownx.emoji": "emojione|twemoji|gemoji",
    "pymdownx.highlight": _CODE,
    "pymdownx.keys": "keys|key-.*",
    "pymdownx.tasklist": "task-list(-.*)?",
}
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_NEVER = re.compile(
    r"\[data-|\[hidden\]|\[role=columnheader\]|\[align|#__|\[id=__|:host|dialog|summary|iframe"
    r"|::-webkit-"
)
_NEEDLESS = re.compile("-(?:webkit|moz|ms)-|transition")
_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Style:
    """The finished style: `pages` stands within each page, so that none waits for a second answer.

    `files`, address → bytes, are the sheets beside it, of which `fonts` are those that pages link
    to: a font's address in a page would hang on where the page stands.
    """

    pages: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    fonts: tuple[str, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether it brings small pictures along, as `data:` addresses."""
        return "data:image" in self.pages


def style(material: Iterable[str], brand: Brand, theme: Path, extensions: Sequence[str]) -> Style:
    """The site's style of Material's sheets, the brand, and the two sheets in the theme's folder.

    `extensions` are the names of Markdown's extensions as mkdocs.yml says them.
    """
    own, feed = ((theme / sheet).read_text("utf-8") for sheet in THEME_SHEETS)
    colours, faces = list(_of_brand(brand)), "".join(_faces(brand))
    pages = "".join((*_of_material(material, extensions, own), *colours, own))
    # `@namespace` must come first in a sheet, so that the brand comes last.
    files = {THEME_SHEETS[1]: "".join((feed, *colours, faces)).encode()}
    fonts = (FONTS,) if faces else ()
    return Style(_small(pages), files | {sheet: faces.encode() for sheet in fonts}, fonts)


def _small(css: str) -> str:
    """CSS without comments, line breaks and the spaces around its signs; what is quoted stays."""
    parts = re.split(r"(\"[^\"\n]*\"|'[^'\n]*')", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    parts[::2] = (
        re.sub(r"\s*([{};,>])\s*|(?<=:)\s+|(\s)\s*", r"\1\2", part) for part in parts[::2]
    )
    return re.sub(r";}", "}", "".join(parts)).strip()


def _of_material(sheets: Iterable[str], extensions: Sequence[str], own: str) -> Iterator[str]:
    known = "|".join(["md-typeset", *(_CLASSES[name] for name in extensions if name in _CLASSES)])
    text = re.compile(known)
    parsed = (tinycss2.parse_stylesheet(sheet, True, True) for sheet in sheets)  # noqa: FBT003
    kept = list(chain.from_iterable(_for_us(sheet, text) for sheet in parsed))
    return _with_properties_in_use(kept, own)


def _of_brand(brand: Brand) -> Iterator[str]:
    """Colours and type."""
    yield _colours(brand, dark=False)
    yield _colours(brand, dark=True)


def _for_us(rules: Sequence[Any], text: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """(Selectors with what is around them, declarations) of what can match on a page of ours."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = tinycss2.serialize(rule.prelude).split(",")
            kept = [selector for selector in selectors if _matches(selector, text)]
            if kept:
                yield ",".join(kept), tinycss2.serialize(rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            query = tinycss2.serialize(rule.prelude)
            inner = tinycss2.parse_rule_list(rule.content, True, True)  # noqa: FBT003 - its signature
            for selectors, declarations in _for_us(inner, text):
                yield f"@media{query}{{{selectors}", f"{declarations}}}"


def _matches(selector: str, text: re.Pattern[str]) -> bool:
    classes = [name.replace("\\", "") for name in _CLASS.findall(selector)]
    return not _NEVER.search(selector) and all(text.fullmatch(name) for name in classes)


def _with_properties_in_use(rules: list[tuple[str, str]], own: str) -> Iterator[str]:
    """The rules, without custom properties that neither they nor our `own` sheet read."""
    blocks = [(selectors, _declarations(block)) for selectors, block in rules]
    used = _in_use([declared for _, block in blocks for declared in block], own)
    for selectors, block in blocks:
        kept = [declared for declared in block if _is_read(declared, used)]
        if kept:
            end = "}" if selectors.startswith("@media") else ""
            yield f"{selectors}{{{';'.join(kept)}}}{end}\n"


def _in_use(declarations: list[str], own: str) -> set[str]:
    """Names of the custom properties that are read; one may be read by another alone."""
    used, before = set(_PROPERTY.findall(own)), -1
    while len(used) > before:
        before = len(used)
        for declared in declarations:
            if _is_read(declared, used):
                used |= set(_PROPERTY.findall(declared))
    return used


def _is_read(declared: str, used: set[str]) -> bool:
    return not declared.startswith("--") or declared.split(":", 1)[0] in used


def _declarations(block: str) -> list[str]:
    """The declarations of a block, but for those of one browser alone and for what only moves."""
    parsed = tinycss2.parse_declaration_list(block.removesuffix("}"), True, True)  # noqa: FBT003
    declared = (one for one in parsed if one.type == "declaration")
    return [one.serialize() for one in declared if not _NEEDLESS.match(one.lower_name)]


def _faces(brand: Brand) -> Iterator[str]:
    for face in brand.faces:
        yield (
            f'@font-face{{font-family:"{face.family}";src:url("{face.address}");'
            f"font-weight:{face.weight};font-style:{face.style};font-display:optional}}\n"
        )


def _colours(brand: Brand, *, dark: bool) -> str:
    wanted = (brand.colour_dark or brand.colour) if dark else brand.colour
    grounds = map(colour, DARK if dark else LIGHT)
    own = legible(colour(wanted), *grounds, least=ON_DARK if dark else LEAST)
    told = {
        "brand": own,
        "brand-deep": mixed(own, WHITE if dark else BLACK, 0.25),
        "on-brand": ink_on(own),
    }
    declared = "".join(f"--{name}:{hexadecimal(of)};" for name, of in told.items())
    if dark:
        return f"@media screen and (prefers-color-scheme:dark){{:root{{{declared}}}}}\n"
    stacks = f"--serif:{brand.headings};--text:{brand.text};--sans:{brand.labels};"
    return f":root{{{declared}{stacks}}}\n"
