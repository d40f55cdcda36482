"""The files that a search reads, made by Pagefind and kept until a text changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cbor2

from publisher import _pagefind
from publisher.content.article import Article
from publisher.site.cache import FOLDER, Cache
from publisher.site.plan import SitePlan
from publisher.site.search import FOLDER as SEARCH
from publisher.site.search import Text, document, indexes


def search_files(site: SitePlan) -> dict[str, bytes]:
    """Address → bytes of every index in every language, and of Pagefind's script, once.

    Raises PagefindError.
    """
    cache = Cache(site.publication.root / FOLDER)
    html = {page.view.address: page.html for page in site.pages}
    files: dict[str, bytes] = {}
    for view in site.views:
        if view.kind == "search":
            for folder, texts in indexes(site.publication, view.language).items():
                pages = [_page(site, text, html) for text in texts]
                made = _index(cache, pages, view.language)
                files[f"{SEARCH}{_pagefind.SCRIPT}"] = made.pop(_pagefind.SCRIPT)
                files |= {folder + name: content for name, content in made.items()}
    return files


def _page(site: SitePlan, text: Text, html: Mapping[str, str]) -> tuple[str, str]:
    address = text.address if isinstance(text, Article) else f"{text.slug}/"
    return address, document(site.publication, text, html[address])


def _index(cache: Cache, pages: Sequence[tuple[str, str]], language: str) -> dict[str, bytes]:
    parts = [part for page in pages for part in page]
    kept = cache.kept(
        lambda: cbor2.dumps(_pagefind.index(pages, language)), _pagefind.VERSION, language, *parts
    )
    files: dict[str, bytes] = cbor2.loads(kept)
    return files
