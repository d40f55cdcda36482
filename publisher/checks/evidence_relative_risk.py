"""A change of risk is told as a share, and nowhere how large the risk was.

"Halves the risk" can mean from 20 in 100 to 10, or from 2 in a million to 1. Give both numbers of
how many people, out of how many; then everybody can weigh it.

Source: Gigerenzer et al., "Helping doctors and patients make sense of health statistics",
Psychological Science in the Public Interest 2007 (https://doi.org/10.1111/j.1539-6053.2008.00033.x).

Flags: The tablet lowers the risk of a stroke by 50%.[^tablet]

    [^tablet]: Example and colleagues, 2020.
Passes: The tablet lowers the risk of a stroke by 50%, from 2 in 100 people to 1 in 100.[^tablet]

    [^tablet]: Example and colleagues, 2020.
Passes: The tablet lowers blood pressure by 5%.[^tablet]

    [^tablet]: Example and colleagues, 2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._evidence import has
from publisher.checks._evidence_effects import Effect, effects, sourceless
from publisher.finding import Severity

SEVERITY = Severity.WARNING

_NUMBER = (
    r"(?:\d[\d.,]*+|one|two|three|four|five|six|seven|eight|nine|ten|un[ao]?|dos|tres|cuatro|cinco)"
)
_SHARE = r"[\d.,]{1,6}\s?(?:%|per\s?cent|por\s?ciento)"
_ABSOLUTE = re.compile(
    # 2 in 100, one person of a thousand
    rf"\b{_NUMBER}\s(?:\w+\s){{0,3}}?(?:in|out\sof|of|per|por|de)\s(?:every\s|cada\s)?"
    r"(?:\d[\d.,]*+|a\s|hundred|thousand|million|one\s|ten\b|cien|mil\b|diez)"
    # from 2 % to 1 %, 2 % compared with 1 %
    rf"|\b(?:from|de)\s{_SHARE}\s(?:to|al?)\s[\d.,]"
    rf"|\b{_SHARE}[^.;]{{0,80}}?(?:compared\s(?:with|to)|versus|vs\.?|against)\s[^.;]{{0,60}}?{_SHARE}"
    r"|\bpercentage\spoints?\b|\bpuntos\sporcentuales\b|\bnumber\sneeded\sto\s(?:treat|harm)\b"
    r"|\babsolute(?:ly)?\s(?:risk|terms|numbers|difference|reduction|increase)|\briesgo\sabsoluto\b",
    re.IGNORECASE,
)


def check(document: Document) -> Iterator[Found]:
    """Yield the first change of a risk in an article that says nowhere how large the risk is."""
    without = sourceless(document)
    changes = [
        effect
        for effect in effects(document)
        if not effect.is_above and effect not in without and _is_of_a_risk(effect)
    ]
    if changes and not any(_ABSOLUTE.search(each.text) for each in document.words):
        yield from in_turn(map(_told, changes), room=1)


def _told(effect: Effect) -> Found:
    message = f"“{effect.text}” says how a risk changes, not how large it is"
    fix = "add both numbers, as “from 2 in 100 people to 1 in 100”"
    return found(effect.passage, effect.start, message, fix)


def _is_of_a_risk(effect: Effect) -> bool:
    """Whether it says how a risk changes; how well a vaccine works is told as a share rightly."""
    after = effect.passage.text[effect.start : effect.start + len(effect.text) + 15]
    works = "effective" in after or "efficacy" in after
    return not works and has(effect.passage, effect.sentence, "evidence-risks")
