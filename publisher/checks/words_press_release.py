"""The voice of a press release.

Nobody tells a friend that they are proud to announce something. Readers hear that an
organisation speaks of itself, and stop. Tell the news itself, and who it helps.

Source: NHS digital service manual, "Voice and tone"
(https://service-manual.nhs.uk/content/voice-and-tone); GOV.UK, "Content design: writing for GOV.UK"
(https://www.gov.uk/guidance/content-design/writing-for-gov-uk).

Flags: We are proud to announce that our new clinic opens on Monday.
Flags: Example Health is a leading provider of eye care.
Passes: Our new clinic opens on Monday.
Passes: Example Health examines the eyes of 4,000 people a year.
Passes: We are proud of how our nurses handled that night.
Passes: “We are thrilled to announce it,” says the fund.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-press-release"):
        yield advised(passage, phrase, f"“{phrase.text}” is how a press release speaks")
