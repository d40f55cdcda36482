"""What our pages ask of Python-Markdown beyond its own extensions.

Tables align by class instead of `style`, which a strict Content-Security-Policy blocks; local
pictures say their size, so that the page does not jump, and load when they come near.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from publisher.site.pictures import measure


class ArticleExtension(Extension):
    """Python-Markdown extension; `folder` is where the text's relative pictures lie."""

    folder = Path()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register below MkDocs' own link rewriting, which has priority 0."""
        md.treeprocessors.register(_TidyElements(md, self), "publisher", 5)


class _TidyElements(Treeprocessor):
    def __init__(self, md: Markdown, extension: ArticleExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "img":
                self._size(element)
            elif element.tag in ("td", "th"):
                _align(element)

    def _size(self, image: Element) -> None:
        image.set("loading", "lazy")
        image.set("decoding", "async")
        source = unquote(image.get("src", ""))
        if ":" in source or source.startswith("/"):
            return
        if measured := measure(self.extension.folder / source):
            image.set("width", str(measured.width))
            image.set("height", str(measured.height))


def _align(cell: Element) -> None:
    style = cell.attrib.pop("style", "")
    if found := re.fullmatch(r"text-align: (left|center|right);?", style):
        cell.set("class", f"align-{found[1]}")
