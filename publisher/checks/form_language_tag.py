"""A language tag that is none, or text that is plainly in another language than is said.

A screen reader speaks Spanish with an English voice when nobody tells it, and a browser offers no
translation. Say the language of an article in `lang`, that of a quotation in its element.

Source: WCAG 2.2, 3.1.1 Language of Page and 3.1.2 Language of Parts
(https://www.w3.org/TR/WCAG22/#language-of-parts); BCP 47 (https://www.rfc-editor.org/info/bcp47).

Flags: <p lang="english">Good morning.</p>
Flags: ---
    title: Antes de la visita
    authors: [editorial-team]
    lang: en
    ---

    Si tiene fiebre y no sabe qué hacer, llame a la clínica antes de venir, porque por la noche
    hay siempre una enfermera que le puede decir lo que es mejor para su hijo.
Flags: She told us what she had written to her family in the first days on the ward with us.

    > Aquí me tratan muy bien y todos los días viene una enfermera que habla con nosotros en
    > nuestra lengua, para que no tengamos miedo de lo que nos van a hacer.
Passes: <blockquote lang="es">Aquí me tratan muy bien y todos los días viene una enfermera que
    habla con nosotros en nuestra lengua, para que no tengamos miedo.</blockquote>
Passes: She said <i lang="es">buenos días</i> to everyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from publisher.checks._document import Document, Found, found
from publisher.checks._form_language import TOLD_APART, plainly_other
from publisher.checks._form_markup import Markup, Tag, markup
from publisher.content.passages import Kind, Passage
from publisher.finding import Severity

SEVERITY = Severity.WARNING

# RFC 5646, section 2.1, without what nobody writes by hand: extensions and grandfathered tags.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\{:?[^{}\n]*\blang=[^{}\n]*\}")


def check(document: Document) -> Iterator[Found]:
    """Yield tags that name no language, and text in another language than it says."""
    for passage in document.of(Kind.DATA):
        if passage.name == "lang" and (message := _no_language(passage.text)):
            yield found(passage, 0, message, _AS)
    written = markup(document)
    marked = list(_marked(written)) if "lang" in written.text else []
    for tag, _ in marked:
        if message := _no_language(tag.attributes["lang"]):
            yield written.found(tag.start, message, _AS)
        elif other := plainly_other(_bare(written, tag), tag.attributes["lang"]):
            message = f"this is marked as `{tag.attributes['lang']}`, and is plainly {_name(other)}"
            yield written.found(tag.start, message, f'write `lang="{other}"`')
    yield from _unmarked(document, written, marked)


_AS = "write one as en, es, pt-BR or zh-Hant"


def _no_language(tag: str) -> str:
    parts = _TAG.fullmatch(tag)
    known = parts and (parts["language"] in TOLD_APART or parts["language"].lower() in _languages())
    return "" if known else f"`{tag[:40]}` is no language tag"


@cache
def _languages() -> dict[str, str]:
    return {tag.lower(): name for tag, name in Locale("en").languages.items()}


def _name(language: str) -> str:
    return _languages()[language]


def _marked(written: Markup) -> Iterator[tuple[Tag, int]]:
    """Each element that says its language, and where it ends."""
    for tag in written.tags:
        if not tag.closes and "lang" in tag.attributes:
            yield tag, tag.end + len(written.words_within(tag))


def _bare(written: Markup, tag: Tag) -> str:
    return re.sub(r"<[^<>]*>", " ", written.words_within(tag))


def _unmarked(
    document: Document, written: Markup, marked: list[tuple[Tag, int]]
) -> Iterator[Found]:
    others = [
        (passage, other)
        for passage in document.prose
        if (other := plainly_other(passage.text, passage.language))
    ]
    if not others:
        return
    spans = [(written.line(tag.start), written.line(end)) for tag, end in marked]
    spans += [(line, line) for line in map(written.line, _lists(written))]
    others = [each for each in others if not _is_within(each[0], spans)]
    if 2 * len(others) > len(document.prose) and len({tongue for _, tongue in others}) == 1:
        first, other = others[0]
        message = f"the text is plainly {_name(other)}, not `{document.language}`"
        yield found(first, 0, message, f"write `lang: {other}` in the front matter")
        return
    for passage, other in others:
        message = f"this is plainly {_name(other)}, and is read out as `{document.language}`"
        yield found(passage, 0, message, f'put it into `<blockquote lang="{other}">`')


def _lists(written: Markup) -> Iterator[int]:
    return (each.start() for each in _MARKED.finditer(written.text))


def _is_within(passage: Passage, spans: list[tuple[int, int]]) -> bool:
    first, last = passage.places[0][0], passage.places[-1][0]
    return any(start <= last + 1 and end >= first for start, end in spans)
