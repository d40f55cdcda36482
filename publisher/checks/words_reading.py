"""A text that is harder to read than its audience should have it.

Many adults read at grade 8 or below, and everybody does who is worried or tired. Patients
are warned for above grade 8, policy makers and staff above 12; clinicians have no target, and of
several audiences the plainest counts. One finding for an article, which says of each of its three
hardest sentences the line and what makes it hard; above grade 20 it says “above college”. Long
sentences and rare words count alike, a name is no rare word, nor is “fever” or “cough”, and a short
text must be further off, as its grade is less sure and one finding weighs more: one of less than
400 words is told two grades above. English only, from 100 words.

A grade is a thermometer: it finds a fever and names no illness. A low one proves nothing.

Source: AMA and NIH advice on grades 6 and 8, as told by Rooney and others 2021
(https://doi.org/10.1177/2374373521998847); CDC Clear Communication Index
(https://www.cdc.gov/ccindex/index.html); NHS digital service manual, "How we write"
(https://service-manual.nhs.uk/content/how-we-write), on the limits of such formulas.

Flags: ---
    title: Hypertension
    authors: [editorial-team]
    audience: patients
    ---

    Hypertension constitutes a predominantly asymptomatic cardiovascular abnormality, necessitating
    longitudinal pharmacological intervention alongside substantial behavioural modification.
    Insufficient therapeutic adherence considerably increases cerebrovascular complications,
    particularly among individuals presenting additional comorbidities. Antihypertensive medications
    demonstrate comparable effectiveness, although individual tolerability characteristics determine
    appropriate selection. Multidisciplinary consultation facilitates personalised pharmaceutical
    optimisation. Regular ambulatory monitoring establishes comprehensive documentation regarding
    circadian variability, thereby supporting appropriate therapeutic decisions. Nutritional
    recommendations emphasise reduced sodium consumption, moderate alcohol restriction, and
    increased vegetable intake. Psychological interventions additionally complement conventional
    management. Cardiovascular rehabilitation programmes incorporate supervised physical activity,
    educational instruction, and continuous psychosocial accompaniment. Definitive recommendations
    invariably require individualised professional assessment, accompanied by comprehensible
    communication concerning anticipated benefits.
Passes: ---
    title: High blood pressure
    authors: [editorial-team]
    audience: patients
    ---

    You cannot feel high blood pressure. That is why we check it each time you come. If it stays
    high for years, it can harm your heart, your eyes and your brain. There is much that you can do.
    Eat less salt. Walk for half an hour on most days. If you smoke, we can help you stop. Some
    people need pills as well. They work well, and most people feel no different. Take them each
    day, also when you feel fine. If they make you dizzy, call us. We will find others that suit you
    better. You can check your own blood pressure at home. Sit still for five minutes first. Write
    the numbers down and bring them when you come.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._words_reading import FAR_ABOVE, Measured, frequency, reading
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_LONG_SENTENCE = 25
# What lies above is no school's.
_HIGHEST_GRADE = 20
_WORDS_NAMED = 3


def check(document: Document) -> Iterator[Found]:
    """Yield one finding where the grade is surely above the target."""
    told = reading(document)
    if told is None or told.target is None or not told.is_hard:
        return
    hardest = told.hardest
    far = "far harder" if told.grade > told.target + FAR_ABOVE else "harder"
    level = f"at grade {told.grade:.0f}" if told.grade <= _HIGHEST_GRADE else "above college"
    message = f"this reads {level}, {far} than grade {told.target}, which its readers should find"
    fix = f"begin with {'; '.join(map(_why, hardest))}"
    yield found(hardest[0].passage, hardest[0].start, message, fix)


def _why(sentence: Measured) -> str:
    """The line of a sentence and what makes it hard: its length, and its rarest words."""
    line, _ = sentence.passage.place(sentence.start)
    length = [f"{sentence.words} words"] if sentence.words > _LONG_SENTENCE else []
    rarest = sorted(dict.fromkeys(sentence.rare), key=frequency)[:_WORDS_NAMED]
    words = [f"“{word}”" for word in rarest]
    many = 5 * sentence.long > sentence.words
    reasons = length + (words or ["many long words"] * many) or ["much in little room"]
    return f"line {line}: {', '.join(reasons)}"
