"""A word that makes a person of a substance, or a sin of an illness.

Who reads “addict” or “clean” about people like themselves is less likely to ask for help, and
clinicians who read it treat them worse. Names of organisations, titles of works and what stands in
quotation marks are left as they are: people choose how they speak of themselves.

Source: NIDA, "Words Matter: Preferred Language for Talking About Addiction"
(https://nida.nih.gov/research-topics/addiction-science/words-matter-preferred-language-talking-about-addiction);
Kelly and Westerhoff 2010 (https://doi.org/10.1016/j.drugpo.2009.10.010).

Flags: The ward now has a room where addicts can rest.
Flags: Addicts come.
Flags: He has been clean for three years.
Passes: The ward now has a room where people with a substance use disorder can rest.
Passes: He has been in recovery for three years.
Passes: The National Institute on Drug Abuse paid for the study.
Passes: “I am an addict,” she says, “and I am proud of ten years.”
Passes: Keep the wound clean and dry.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.finding import Severity

SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Found]:
    """Yield each word of the list, once for each better word."""
    for passage, phrase in ours(document, "words-substance-use"):
        yield advised(passage, phrase, f"“{phrase.text}” speaks of a person as of a substance")
