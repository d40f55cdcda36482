"""The consents that an article names, and what the checks of them share."""

from __future__ import annotations

from publisher.checks._document import Document
from publisher.content.parts import About, Consent

HOW = (
    "tell it of patients in general, or get a signed authorization and name its number in "
    "`consent:` (docs/writing.md)"
)


def of_patients(document: Document) -> tuple[Consent, ...]:
    """The consents of those who were cared for, or of who speaks for them."""
    return tuple(each for each in _all(document) if each.about is not About.STAFF)


def of_staff(document: Document) -> tuple[Consent, ...]:
    """The releases of members of staff."""
    return tuple(each for each in _all(document) if each.about is About.STAFF)


def _all(document: Document) -> tuple[Consent, ...]:
    return document.article.consent if document.article else ()
