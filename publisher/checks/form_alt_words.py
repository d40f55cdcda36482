"""Alternative text that is too long to listen to, or begins with "image of".

A screen reader says "image" by itself, and reads the words in one go, with no way to stop and
look back: about 150 letters are what people listen to. More belongs in the text.

Source: W3C, images tutorial, tips and tricks (https://www.w3.org/WAI/tutorials/images/tips/).

Flags: ![Image of two nurses at a desk](desk.jpg)
Flags: ![A photo of a quiet ward](ward.jpg)
Flags (es): ![Foto de una sala tranquila](sala.jpg)
Flags: ![A map of the ground floor on which the way from the main door to the blood test room
    is drawn, first past the café on the left, then by the lift to the second floor, and then
    right to the end](map.png)
Passes: ![Two nurses at a desk](desk.jpg)
Passes: ![Pictures of food on a fridge door](fridge.jpg)
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found, found
from publisher.checks._form_words import listed
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.WARNING

MOST_LETTERS = 150


def check(document: Document) -> Iterator[Found]:
    """Yield each alternative text that is too long, or tells that a picture is a picture."""
    for passage in document.of(Kind.ALT):
        words = passage.text.strip().lower()
        number = len(passage.text.strip())
        if number > MOST_LETTERS:
            message = f"this alternative text has {number} letters"
            fix = f"say the main thing in at most {MOST_LETTERS}, and the rest in the text"
            yield found(passage, 0, message, fix)
        elif words.startswith(_openings(document.language)):
            message = "a screen reader says by itself that this is a picture"
            yield found(passage, 0, message, "begin with what is seen in it")


def _openings(language: str) -> tuple[str, ...]:
    return tuple(f"{opening} " for opening in listed("form-alt-openings", language))
