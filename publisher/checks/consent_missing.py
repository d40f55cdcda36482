"""A story or a picture of one patient, and no consent to it.

What one person went through here is theirs, with their name or without it: the neighbours know who
fell off the ladder in May. To publish it needs a signed authorization; a provider paid $182,000
in 2025 for success stories without. General talk of patients needs none. Neither does what nobody
lived through, where the text says that it is made up.

Source: 45 CFR 164.508(a)(1), (b), (c)
(https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-E/section-164.508);
HHS Office for Civil Rights, resolution with Cadia Healthcare Facilities, 30 September 2025.

Flags: One of our patients told us that the letter had frightened her.
Flags: A 34-year-old teacher came to our clinic in spring. She was diagnosed with lupus.
Flags: Last year Maria Lopez was admitted to the hospital with a fever.
Flags: I was diagnosed with breast cancer two years ago, and the team here looked after me.
Flags: Ana Torres could not lift her arm for a year. Last week she threw a ball to her son.
Flags: A man of 40 came in on a Friday. He could not walk. He had lost 30 pounds.
Flags: The only child in Yellville with cystic fibrosis was treated by us.
Flags: The head teacher of Elm Street School was treated for depression.
Flags: ---
    title: Example
    authors: [editorial-team]
    pillar: people
    ---

    Mr. Ben Other, our head porter, had a stroke last year and was treated on our ward.
Flags: ![A patient in bed smiles at a nurse](ward.jpg)
Flags (es): Una de nuestras pacientes nos contó que la carta la había asustado.
Passes: Our patients told us that the letters frightened them.
Passes: If a patient was admitted with a fever, ask when it began.
Passes: Imagine that a woman of 60 was diagnosed with diabetes today. What would she ask?
Passes: ![Drawing of a patient in bed](ward.png)
Passes: Write to us in our patient portal.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent:
      - {record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
         expires: 2028-03-14}
    ---

    One of our patients told us that the letter had frightened her.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._consents import HOW, of_patients
from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._pictured import patients
from publisher.checks._privacy import analysis
from publisher.checks._stories import stories
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield the first place that tells of one patient, and each picture that shows one."""
    if of_patients(document):
        return
    message = "this tells of one patient's care, without a consent"
    told = (found(passage, offset, message, HOW) for passage, offset in _told(document))
    yield from in_turn(told, room=1)
    for passage, offset in patients(document):
        message = "this picture shows a patient, without a consent"
        yield found(passage, offset, message, HOW.replace("tell it of", "show"))


def _told(document: Document) -> Iterator[tuple[Passage, int]]:
    """Yield each passage and place in it at which one person's care is told, named or not."""
    told = list(stories(document))
    yield from told
    line = analysis(document).told
    if not told and line is not None and line.passage.kind is not Kind.DATA:
        yield line.passage, line.start
