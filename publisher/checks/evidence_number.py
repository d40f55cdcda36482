"""How much something helps or harms is said without its source in the same paragraph.

"Cuts the risk by 30 %" is what readers remember and pass on, and what a regulator asks proof of.
Whoever reads it must be able to look it up where it stands: by a footnote, a link to the work, or
the name of one that is listed. Prices, doses, dates, opening hours and what a survey of your own
counted need none, and neither does a number that a sourced paragraph has told already.

Source: US Federal Trade Commission, Health Products Compliance Guidance, 2022
(https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance); NHS,
Standard for creating health content (https://service-manual.nhs.uk/content/standard-for-creating-health-content).

Flags: A daily walk lowers the risk of a heart attack by 30%.
Flags: People who smoke are three times more likely to have a stroke.
Flags (es): Caminar cada día reduce el riesgo de infarto en un 30 %.
Passes: A daily walk lowers the risk of a heart attack by 30%.[^walk]

    [^walk]: Example and colleagues, 2020.
Passes: A daily walk lowers the risk of a heart attack by
    [30%](https://doi.org/10.1000/xyz).
Passes: We asked 40 patients. Pain had dropped by 30% in our survey.
Passes: Your doctor may raise the dose by 50% if the pain comes back.
Passes: Our coffee is 100% effective at making your nurse smile.
Passes: The price of a stroke bed rose by 10% last year.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._evidence_effects import sourceless
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = "add a footnote or a link to the work in this paragraph, or leave the number out"


def check(document: Document) -> Iterator[Found]:
    """Yield each size of an effect for which a reader finds no source beside it."""
    for effect in sourceless(document):
        message = f"“{effect.text}” tells how much, and no source stands in this paragraph"
        yield found(effect.passage, effect.start, message, _FIX)
