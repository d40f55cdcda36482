"""Praise of oneself: world-class, cutting-edge, number one.

Readers do not believe it, and a patient who was promised the best is owed it. A rank or a prize may
be told with who gave it and the year, or with a link to it. What stands in quotation marks or in a
name is left as it is, and so are the cells of tables, which hold examples and other people's words.

Source: AMA Code of Medical Ethics, opinion 9.6.1, "Advertising and Publicity"
(https://code-medical-ethics.ama-assn.org/ethics-opinions/advertising-publicity); Millar and others
2022, on words that hype (https://doi.org/10.1001/jamanetworkopen.2022.28676).

Flags: Our world-class team looks after you.
Flags: We were ranked No. 1 in the county.
Passes: Two nurses and a doctor look after you.
Passes: In 2025 the county's health department ranked us No. 1 in the county for clean hands.
Passes: A world-renowned gymnast had round red marks on his skin.
Passes: The World Class Foundation paid for the beds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._words import advised, ours
from publisher.content.passages import Kind, Passage, Sentence
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_RANK = "the rank"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Of whom an organisation speaks when it speaks of itself; others it may praise.
_OURSELVES = re.compile(
    r"\b(?:we|our|ours|us|hospitals?|clinics?|health system|doctors|surgeons|nurses|"
    r"physicians|staff|team|care|cent(?:er|re)|department|facilit(?:y|ies))\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield each boast, once for each humbler turn of phrase."""
    told = [each for each in document.words if each.kind is not Kind.CELL]
    name = document.publication.settings.organisation.name
    for passage, phrase in ours(document, "words-bragging", told):
        sentence = passage.sentence_at(phrase.start)
        if (_OURSELVES.search(sentence.text) or name in sentence.text) and not (
            phrase.said.startswith(_RANK) and _is_shown(passage, sentence)
        ):
            message = f"“{phrase.text}” praises without showing"
            yield advised(passage, phrase, message)


def _is_shown(passage: Passage, sentence: Sentence) -> bool:
    """Whether the year stands beside a rank, or a link or a footnote leads to who gave it."""
    end = sentence.start + len(sentence.text)
    linked = any(sentence.start <= link.start < end for link in passage.links)
    return linked or bool(passage.notes) or bool(_YEAR.search(sentence.text))
