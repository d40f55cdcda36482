"""An article that speaks of suicide or self-harm and names no crisis line.

Whoever reads about suicide may be near it, also where it is only a number in passing. The line
must stand in the article itself, since a post, a feed and a print carry no footer. Any line that
we know counts (publisher/checks/phrases/crisis-lines.yml), or an address that leads to one. The
name of an organisation alone, a suicide gene, euthanasia and assisted suicide do not need it.

Source: WHO, "Preventing suicide: a resource for media professionals", update 2023
(https://www.who.int/publications/i/item/9789240076846): where to seek help; Recommendations for
Reporting on Suicide (https://reportingonsuicide.org/recommendations/); Samaritans' Media
Guidelines (https://www.samaritans.org/about-samaritans/media-guidelines/).

Flags: Among farmers suicide is more common than among bakers.
Flags (es): El suicidio es más frecuente en primavera.
Passes: Among farmers suicide is more common than among bakers. If you think of it yourself, call or
    text 988 at any hour.
Passes: Self-harm is hard to talk about. You can [ring somebody now](tel:116123).
Passes (es): El suicidio es más frecuente en primavera. Si piensas en ello, llama al 024.
Passes: The American Foundation for Suicide Prevention paid for the study.
Passes: The vector holds a suicide gene.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found, in_turn
from publisher.checks._phrases import Phrase
from publisher.checks._words_suicide import has_crisis_line, mentions
from publisher.content.passages import Passage
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_FIX = {
    "en": "add a line such as: “If you think of suicide, you can talk to somebody now: call or "
    "text 988 in the United States and Canada, 116 123 in the United Kingdom and Ireland, or find "
    "your country's line at findahelpline.com”",
    "es": "add a line such as: “Si piensas en el suicidio, puedes hablar ahora con alguien: llama "
    "al 024 en España o al 988 (opción 2) en Estados Unidos, o busca la línea de tu país en "
    "findahelpline.com”",
}


def check(document: Document) -> Iterator[Found]:
    """Yield the first place where an article without a crisis line speaks of suicide."""
    if document.path.endswith((".yml", ".yaml")):
        return  # people and topics have no room for it, and the pages they stand on are articles
    spoken = mentions(document)
    if spoken and not has_crisis_line(document):
        yield from in_turn((_told(*each) for each in spoken), room=1)


def _told(passage: Passage, phrase: Phrase) -> Found:
    fix = _FIX.get(passage.language.partition("-")[0], _FIX["en"])
    return found(passage, phrase.start, "this speaks of suicide and names no crisis line", fix)
