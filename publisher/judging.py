"""What follows from the raw findings: how much each weighs here, and which are let stand."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from publisher.checks import checks, rules
from publisher.content.publication import Publication
from publisher.content.source import Source, files_below, read_source
from publisher.content.suppressions import Suppression, misplaced, misspelt, suppressions
from publisher.finding import Finding, Severity
from publisher.settings import Weight

CHECK = "form-suppression"


def judge(
    findings: Iterable[Finding], publication: Publication, wanted: Callable[[str], bool]
) -> list[Finding]:
    """The findings as they count in this publication, in order.

    Of checks that are not `wanted` nobody can say whether a suppression of them was of use.
    """
    stopping = _stopping(publication)
    weighed = [*_weighed(findings, publication.settings.checks, stopping)]
    judged: list[Finding] = []
    used: set[tuple[str, int, str]] = set()
    sources = list(_sources(publication))
    stands = _suppressions(sources)
    for finding in weighed:
        over = [
            each
            for each in stands.get(finding.path, ())
            if each.reason
            and each.covers(finding.check, finding.line)
            and _lowerable(finding.check)
        ]
        used |= {(finding.path, each.line, finding.check) for each in over}
        if not over or finding in stopping:
            judged.append(finding)
    if wanted(CHECK):
        own = [*_idle(stands, used, wanted), *_misplaced(sources)]
        judged += _weighed(own, publication.settings.checks)
    return sorted(judged, key=lambda finding: finding.sort_key)


def unknown_checks(weights: Mapping[str, Weight], families: Iterable[str]) -> list[str]:
    """What to say of each name in mkdocs.yml's `checks:` that is neither check nor family."""
    known = [*rules(), *families]
    return [f"`{name}` is no check; {_meant(name, known)}" for name in weights if name not in known]


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else "`publisher checks` lists them"


def _stopping(publication: Publication) -> frozenset[Finding]:
    """The errors for which a file is not read: untold, nobody would know why it is missing."""
    read = {each.path for each in publication.articles}
    read |= {each.path for each in publication.pages}
    errors = (each for each in publication.findings if each.severity is Severity.ERROR)
    return frozenset(each for each in errors if each.path not in read)


def _weighed(
    findings: Iterable[Finding],
    weights: Mapping[str, Weight],
    stopping: frozenset[Finding] = frozenset(),
) -> Iterator[Finding]:
    """Yield each finding with the severity that mkdocs.yml gives its check, or its family."""
    for finding in findings:
        weight = weights.get(finding.check) or _of_family(finding.check, weights)
        if weight is None or finding in stopping or not _lowerable(finding.check):
            yield finding
        elif weight.severity != "off":
            yield replace(finding, severity=Severity(weight.severity))


def _lowerable(check: str) -> bool:
    """Whether a publication may let this check's findings stand, or make less of them."""
    return getattr(checks().get(check), "LOWERABLE", True)


def _of_family(check: str, weights: Mapping[str, Weight]) -> Weight | None:
    return next((weights[key] for key in weights if check.startswith(f"{key}-")), None)


def _suppressions(sources: Iterable[Source]) -> dict[str, tuple[Suppression, ...]]:
    found = {each.path: tuple(suppressions(each.path, each.text)) for each in sources}
    return {path: each for path, each in found.items() if each}


def _sources(publication: Publication) -> Iterator[Source]:
    """Yield every text in which there may be a word to us."""
    for file in files_below(publication.root, publication.root / publication.content):
        if isinstance(file, Path) and file.suffix in {".md", ".yml"}:
            source = read_source(publication.root, file)
            if isinstance(source, Source):
                yield source


def _misplaced(sources: Iterable[Source]) -> Iterator[Finding]:
    """Yield comments that are misspelt, or in front matter in the form for Markdown.

    The latter are left out of its values.
    """
    for source in sources:
        for line in misplaced(source.path, source.text):
            message = "in front matter this comment does nothing"
            fix = "write `# publisher: ignore[check-id] reason` at the end of the line"
            yield Finding(CHECK, Severity.WARNING, source.path, line, 1, message, fix)
        for line, form in misspelt(source.path, source.text):
            message = "this is nearly a comment that lets a finding stand, and does nothing"
            place = (source.path, line, 1)
            yield Finding(CHECK, Severity.WARNING, *place, message, f"write `{form}`")


def _idle(
    stands: Mapping[str, tuple[Suppression, ...]],
    used: set[tuple[str, int, str]],
    wanted: Callable[[str], bool],
) -> Iterator[Finding]:
    """Yield what is wrong with the suppressions themselves."""
    for path, each in stands.items():
        for one in each:
            idle = [name for name in one.checks if (path, one.line, name) not in used]
            for message, fix in _faults(one, filter(wanted, idle)):
                yield Finding(CHECK, Severity.WARNING, path, one.line, 1, message, fix)


def _faults(one: Suppression, idle: Iterable[str]) -> Iterator[tuple[str, str]]:
    if not one.checks:
        yield "this comment names no check", "write `ignore[check-id] reason`"
    for name in idle:
        if any(rule.startswith(f"{name}-") for rule in rules()) and name not in rules():
            message = f"`{name}` is a family of checks and no check, so this comment does nothing"
            yield message, "name the check that found it; `publisher checks` lists them"
        elif name not in rules():
            yield f"`{name}` is no check, so this comment does nothing", _meant(name, rules())
        elif not _lowerable(name):
            yield (
                f"`{name}` cannot be let stand, so this comment does nothing",
                "delete the comment",
            )
        elif not one.reason:
            message = f"no reason stands after `ignore[{name}]`, so it does nothing"
            yield message, "say why in a few words"
        else:
            yield f"`{name}` finds nothing here any more", "delete the comment"
