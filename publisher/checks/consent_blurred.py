"""A face made blurred, or a name changed, in place of a consent.

It is well meant, and does not help: friends and neighbours know the story, and the law asks for the
authorization before anybody but the patient sees it. With the consent, a name may of course be
changed.

Source: HHS Office for Civil Rights, "Guidance on Covered Health Care Providers and Restrictions on
Media Access to Protected Health Information about Individuals in Their Facilities", 5 May 2020
(https://www.hhs.gov/guidance/document/guidance-covered-health-care-providers-and-restrictions-media-access-protected-health);
ICMJE Recommendations, "Protection of research participants" (https://www.icmje.org/recommendations/).

Flags: ![A man in bed, his face blurred](bed.jpg)
Flags: Her name has been changed.
Flags: This is the story of Maria (not her real name).
Flags (es): Es un nombre ficticio.
Passes: The numbers in the old leaflet were blurred by the copier.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
        expires: 2028-03-14}]
    ---

    Her name has been changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._consents import HOW, of_patients
from publisher.checks._document import Document, Found, found
from publisher.checks._phrases import phrases
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_MESSAGE = "a blurred face or a changed name does not take the place of a consent"


def check(document: Document) -> Iterator[Found]:
    """Yield each place that says so, in a text without a consent."""
    if of_patients(document):
        return
    for passage in document.words:
        for each in phrases(passage, "consent-blurred"):
            yield found(passage, each.start, _MESSAGE, HOW)
