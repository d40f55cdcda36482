"""The weekly report: which works behind what is published were retracted or corrected.

One report for all articles, the same text for the same facts. It goes to a person as text, to
machines as JSON, and into the one issue that a workflow keeps open while there is something to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from publisher.looking_up import LookedUp
from publisher.looking_up.told import Kind, Notice
from publisher.social.issues import Issue, plain

_DONE = {
    Kind.RETRACTION: "was retracted",
    Kind.CONCERN: "has an expression of concern",
    Kind.CORRECTION: "was corrected",
}
_WHAT_TO_DO = {
    Kind.RETRACTION: "Find another work or take the claim out; `publisher correct` tells readers.",
    Kind.CONCERN: "Read the notice, and say in the article what is in doubt.",
    Kind.CORRECTION: "Read the notice, and see that what we say still stands.",
}
_TITLE = "Works that we cite were retracted or corrected"


@dataclass(frozen=True)
class Entry:
    """One work with its notices, and the articles (path, title, line) that rest on it."""

    key: str
    title: str
    notices: tuple[Notice, ...]
    articles: tuple[tuple[str, str, int], ...]

    @property
    def kind(self) -> Kind:
        """The gravest of its notices."""
        return self.notices[0].kind


@dataclass(frozen=True)
class Report:
    """What was found, the gravest first, how many works were asked about, and who kept silent."""

    entries: tuple[Entry, ...]
    asked: int
    problems: tuple[str, ...]


def report(works: Iterable[LookedUp]) -> Report:
    """Put together what was looked up; articles that tell their readers themselves are left out."""
    looked = list(works)
    by_work: dict[str, list[LookedUp]] = {}
    for each in looked:
        if each.told and each.told.notices and not each.is_said:
            by_work.setdefault(each.work.key, []).append(each)
    entries = sorted(map(_entry, by_work.values()), key=_gravity)
    problems = sorted({each.problem for each in looked if each.problem})
    return Report(tuple(entries), len({each.work.key for each in looked}), tuple(problems))


def _entry(same: Sequence[LookedUp]) -> Entry:
    first = same[0]
    notices = first.told.notices if first.told else ()
    title = first.work.title or (first.told.title if first.told else "") or first.work.key
    articles = sorted({(one.article.path, one.article.title, one.place[0]) for one in same})
    return Entry(first.work.key, title, notices, tuple(articles))


def _gravity(entry: Entry) -> tuple[int, str]:
    return list(Kind).index(entry.kind), entry.key


def as_text(found: Report) -> str:
    """The report for a person at a terminal."""
    lines = [f"{found.asked} works looked up; {len(found.entries)} need somebody"]
    for entry in found.entries:
        lines += ["", f"{entry.key} {_DONE[entry.kind]}: {entry.title}"]
        lines += [f"  {_when(notice)}" for notice in entry.notices]
        lines += [f"  cited in {path}:{line}" for path, _, line in entry.articles]
        lines.append(f"  = {_WHAT_TO_DO[entry.kind]}")
    lines += [f"not looked up: {problem}" for problem in found.problems]
    return "\n".join(lines) + "\n"


def _when(notice: Notice) -> str:
    return " ".join(filter(None, (notice.kind.value, notice.date, notice.url)))


def as_document(found: Report) -> dict[str, Any]:
    """The report for machines; `issue` is None where there is nothing to do."""
    told = issue(found)
    return {
        "works": [
            {
                "key": entry.key,
                "title": entry.title,
                "notices": [notice.model_dump(mode="json") for notice in entry.notices],
                "articles": [
                    {"path": path, "title": title, "line": line}
                    for path, title, line in entry.articles
                ],
            }
            for entry in found.entries
        ],
        "looked_up": found.asked,
        "not_looked_up": list(found.problems),
        "issue": {"marker": told.marker, "title": told.title, "body": told.body} if told else None,
    }


def issue(found: Report) -> Issue | None:
    """The issue, whose marker changes where its text does."""
    if not found.entries:
        return None
    parts = [part for entry in found.entries for part in _section(entry)]
    parts += [f"Not looked up this time: {plain(problem)}." for problem in found.problems]
    text = "\n\n".join(parts)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    marker = f"<!-- publisher: references {digest} -->"
    end = "This issue closes by itself when nothing is left."
    return Issue(marker, _TITLE, f"{marker}\n{text}\n\n{end}\n")


def _section(entry: Entry) -> list[str]:
    """What a clinician must know of one work, in Markdown in which nothing is obeyed."""
    articles = "\n".join(
        f"- {plain(title)} (`{path}`, line {line})" for path, title, line in entry.articles
    )
    notices = "\n".join(f"- {_linked(notice)}" for notice in entry.notices)
    return [
        f"### {plain(entry.title)}",
        f"{plain(entry.key)} {_DONE[entry.kind]}. {_WHAT_TO_DO[entry.kind]}",
        notices,
        "It is cited in:",
        articles,
    ]


def _linked(notice: Notice) -> str:
    said = " of ".join(filter(None, (notice.kind.value, notice.date)))
    return f"[{said}](<{notice.url}>)" if notice.url else said
