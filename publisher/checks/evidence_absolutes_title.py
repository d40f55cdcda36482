"""A title that promises a cure, complete safety, or a miracle.

The title is what search engines, feeds and followers see, and for most readers all they see.
Nothing there says how sure it is.

Source: US Federal Trade Commission, Health Products Compliance Guidance, 2022
(https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance).

Flags: ---
    title: A Miracle Cure for Back Pain
    authors: [editorial-team]
    ---

    It was tried by 40 people.
Passes: ---
    title: Why there is no cure for back pain
    authors: [editorial-team]
    ---

    It was tried by 40 people.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._evidence_absolutes import promises
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield each promise in the title."""
    yield from promises(document.of(Kind.TITLE))
