"""What only one article can have: its address, its id, its former addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from publisher.content.addresses import ROOT_FILES
from publisher.content.article import Article, Status
from publisher.content.ids import id_for
from publisher.content.reading import Read
from publisher.finding import Finding


def clashes(reads: Iterable[Read[Article]]) -> Iterator[tuple[Read[Article], Finding]]:
    """Articles that claim an id or address that another has, with the finding.

    What is withheld or a draft takes nothing away from the others; then the older has it, and of
    two of one day the one with the shorter name: a copy is called after what it is a copy of.
    """
    owners: dict[str, str] = {}
    for read in sorted(reads, key=_standing):
        article = read.text
        claims: list[tuple[str, tuple[str, ...], str, str]] = [
            ("front-matter-slug-twice", (), article.address, "rename one of the two files")
        ]
        if article.id:
            offered = id_for(article.path, article.digest)
            fix = f"if this is a copy, write `id: {offered}` instead; if that is, delete its id"
            claims.append(("front-matter-id-twice", ("id",), f"id {article.id}", fix))
        for check, keys, claim, fix in claims:
            owner = owners.setdefault(claim, article.path)
            if owner != article.path:
                message = f"`{claim}` belongs to {owner} already"
                yield read, read.located.error(check, keys, message, fix)


def _standing(read: Read[Article]) -> tuple[bool, bool, datetime, int, str]:
    """Who stands first in the queue for an address: articles that readers may have seen."""
    article, path = read.text, read.text.path
    return read.withheld, article.status is Status.DRAFT, article.published, len(path), path


def as_address(alias: str) -> str:
    """A former address as the address of a page: a folder, or a file with its ending."""
    return alias if alias.endswith(".html") else alias.rstrip("/") + "/"


def alias_clashes(
    reads: Iterable[Read[Article]], taken: Mapping[str, str]
) -> Iterator[tuple[Read[Article], int, Finding]]:
    """Former addresses that are another page's, or another article's former address.

    `taken` maps the address of each page to its source. Yields each article with the index
    of the alias, and the finding.
    """
    owners = dict(taken) | {as_address(name): "the site itself" for name in ROOT_FILES}
    for read in sorted(reads, key=lambda read: read.withheld):
        for index, alias in enumerate(read.text.aliases):
            address = as_address(alias)
            if address in owners:
                owner = owners[address]
                message = f"the former address `{alias}` is that of {owner} already"
                keys = ("aliases", index)
                fix = "delete it from the list"
                yield read, index, read.located.error("front-matter-alias", keys, message, fix)
            else:
                owners[address] = read.text.path
