"""A promise that medicine cannot keep: a cure, complete safety, no side effects, a miracle.

People in need believe it, and leave off what helps. Say what was found, in how many, and what can
go wrong. What is denied, doubted, asked, quoted or told of the past passes; a cure that is one,
as of hepatitis C, is told with its numbers ("more than 95 in 100 people").

Source: US Federal Trade Commission, Health Products Compliance Guidance, 2022
(https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance).

Flags: Our clinic cures back pain.
Flags: The tablet is 100 % safe.
Flags: This treatment has no side effects.
Flags (es): El tratamiento es 100 % seguro.
Passes: There is no cure for the common cold.
Passes: No medicine is 100 % safe.
Passes: This is by no means a miracle cure.
Passes: Hand hygiene is the cure for complacency, and it is risk-free to ask a question.
Passes: Our coffee is 100% effective at making your nurse smile.
Passes: Some of these cancers can be cured if they are found early.
Passes: Beware of anybody who sells a miracle cure.
Passes: The cure rate was 90 in 100. We ate cured ham, and read the 21st Century Cures Act.
Passes: “It cured me,” he wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_absolutes import promises
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each promise in the text and above it; those in a title are another check's."""
    yield from promises(passage for passage in document.words if passage.kind is not Kind.TITLE)
