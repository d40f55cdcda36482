"""Findings as the summary of a job at GitHub, for a clinician who follows the link from there.

Written into the file that GITHUB_STEP_SUMMARY names:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from publisher.diagnostics import discreet, has_errors, plain, summary
from publisher.finding import Finding, Severity

# GitHub refuses a summary above 1 MiB.
_MOST = 900_000
# A code span, from so many backticks to the next as many, or a sign that Markdown obeys.
_CODE_OR_SIGN = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`++).{1,2000}?(?<!`)(?P=ticks)(?!`))|[\\*_{}\[\]<>#|!@&~`]"
)


def as_summary(findings: Sequence[Finding], source: str = "") -> str:
    """Markdown for a job's summary: for each file what to mend first, in a clinician's words.

    `source` is the address below which the files can be read, as GitHub has them at one commit.
    """
    if not findings:
        return "## Nothing to mend\n\nThe check has read every article and post.\n"
    told = [f"## To look at: {summary(findings)}\n"]
    if has_errors(findings):
        told.append("An **error** has to be mended before the article goes out. ")
    told.append("A warning is advice: you decide.\n")
    by_path = groupby(discreet(findings), key=lambda finding: finding.path)
    ranked = sorted(((path, [*group]) for path, group in by_path), key=lambda each: _rank(each[1]))
    for path, group in ranked:
        told.append(f"\n### {_inert(path)}\n\n")
        told += [_point(finding, source) for finding in sorted(group, key=lambda f: _rank([f]))]
    return _cut("".join(told))


def _cut(text: str) -> str:
    if len(text.encode()) <= _MOST:
        return text
    kept = text.encode()[:_MOST].decode("utf-8", "ignore").rpartition("\n")[0]
    return f"{kept}\n\nAnd more: `publisher check` tells all.\n"


def _rank(findings: Sequence[Finding]) -> int:
    """How grave the gravest of `findings` is; 0 is the gravest."""
    return min([*Severity].index(finding.severity) for finding in findings)


def _point(finding: Finding, source: str) -> str:
    place = f"line {finding.line}"
    if source:
        place = f"[{place}]({source}{quote(finding.path)}?plain=1#L{finding.line})"
    fix = f" → {_inert(finding.fix)}" if finding.fix else ""
    name = f"**{finding.severity}**" if finding.severity is Severity.ERROR else finding.severity
    return f"- {name}, {place}: {_inert(finding.message)}.{fix} `{finding.check}`\n"


def _inert(text: str) -> str:
    """`text` so that Markdown and HTML take it for words: it may come out of anybody's file.

    Code spans stay as they are, for within them nothing is obeyed and nothing can be escaped; a
    backtick that begins none is escaped, so that what is one here is one there.
    """
    return _CODE_OR_SIGN.sub(lambda m: m[0] if m["code"] else f"\\{m[0]}", plain(text))
