"""A word that makes a person of a mental illness, or a joke of one.

An illness is something a person has, not what they are. Words such as “the mentally ill” keep
people from asking for help. Names, titles of works and quotations are left as they are.

Source: NHS digital service manual, "Inclusive content: mental health"
(https://service-manual.nhs.uk/content/inclusive-content/mental-health); APA, "Bias-Free Language:
Disability" (https://apastyle.apa.org/style-grammar-guidelines/bias-free-language/disability).

Flags: Schizophrenics are more often victims than offenders.
Flags: The schizophrenic was brought by his sister.
Flags: We care for the mentally ill of the county.
Passes: The schizophrenic episode was over in May.
Passes: People with schizophrenia are more often victims than offenders.
Passes: We care for people with a mental illness from all of the county.
Passes: The National Alliance on Mental Illness runs a helpline.
Passes: “They called me a psycho,” he says.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-mental-health"):
        yield advised(passage, phrase, f"“{phrase.text}” makes a person of an illness")
