"""A small site, page by page, and the texts that it was made of."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from publisher.content.publication import load_publication
from publisher.finding import Finding
from publisher.settings import Settings
from publisher.site.audit._site import Site

URL = "https://journal.test/"
SETTINGS = Settings.model_validate(
    {"publication_id": "0b8f4e0e-1f6b-4b4e-8f6e-6f3a52c7d201", "organisation": {"name": "Trust"}}
)
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)

ARTICLE = """---
id: {slug}-one
title: The {slug}
description: A description that is long enough for search engines and for every network too.
date: 2026-01-01
status: ready
pillar: community
audience: staff
topics: [hands]
authors: [team]
{more}---

{body}
"""
HEAD = '<!doctype html><html lang="{language}"><head><title>{title}</title>{head}</head><body>'


def article(slug: str, body: str = "Words.", more: str = "") -> dict[str, str]:
    """The source of an article, by its path; its body begins on line 13 or later."""
    return {f"articles/{slug}.md": ARTICLE.format(slug=slug, body=body, more=more)}


def page(body: str = "", *, title: str = "", head: str = "", language: str = "en") -> str:
    return HEAD.format(title=title, head=head, language=language) + body + "</body></html>"


def links(*addresses: str) -> str:
    return "".join(f'<a href="{address}">Read</a>' for address in addresses)


def redirect(to: str) -> str:
    head = f'<meta http-equiv="refresh" content="0; url={to}">'
    return page(head=head, title="Moved")


def small(
    folder: Path, texts: dict[str, str], files: dict[str, str], as_of: datetime = AS_OF
) -> Site:
    """Write `texts` below content/ and `files` below site/, and read them."""
    people = "team:\n  name: Team\n  kind: team\n"
    texts = {"people.yml": people, "topics.yml": "hands:\n  name: Hands\n", **texts}
    for root, written in (("content", texts), ("site", files)):
        for path, text in written.items():
            file = folder / root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    publication = load_publication(folder, SETTINGS, as_of, site_url=URL)
    return Site(publication, folder / "site")


def told(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Severity, place and message of each."""
    return [(f.severity.value, f"{f.path}:{f.line}:{f.column}", f.message) for f in findings]
