"""A consent that does not say all that makes it one.

An authorization is defective, and so none, where it does not say what may be told, who tells it, to
whom, for what, and until when. The line in `consent:` says the same, so that whoever publishes it
need not look into the record. What is told to the website's readers alone must not go out in posts.

Source: 45 CFR 164.508(b)(2) and (c)(1)
(https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-E/section-164.508).

Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, expires: 2028-03-14}]
    ---

    Words.
Flags: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the hospital, to: website, purpose: to thank,
        expires: 2028-03-14}]
    ---

    Words.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
        expires: 2028-03-14}]
    ---

    Words.
Passes: ---
    title: Example
    authors: [editorial-team]
    consent: [{record: R-7, about: staff, scope: picture, to: the public, expires: 2028-03-14}]
    ---

    Words.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.content.parts import About, Consent
from publisher.finding import Severity

SEVERITY = Severity.ERROR

_NEEDED = {
    "record": "the number under which it is kept",
    "scope": "what may be told or shown, as `scope: words and picture`",
    "by": "who tells it, as `by: the hospital`",
    "to": "to whom, as `to: [the public, website, networks]`",
    "purpose": "for what, as `purpose: to show how care is given here`",
    "expires": "its last day, or the event that ends it, as `expires: 2028-03-14`",
}
# What the release of a member of staff need not say: 164.508 is about those who were cared for.
_OF_PATIENTS = frozenset({"by", "purpose"})
# Words of `to` that do not reach as far as a post.
_AT_HOME = frozenset({"website", "the website", "our website", "site", "web", "sitio web"})


def check(document: Document) -> Iterator[Found]:
    """Yield what each consent of the article does not say."""
    article = document.article
    for number, each in enumerate(article.consent if article else ()):
        for key in _lacking(each):
            message = f"this consent does not say {key!r}, so it is none".replace("'", "`")
            place = document.place("consent", number, key)
            yield document.found(place, message, f"write {_NEEDED[key]}")
        if article and _stays_at_home(each) and article.social.channels != ():
            place = document.place("consent", number, "to")
            message = "this consent is for the website alone, and the article would go out in posts"
            yield document.found(place, message, "write `social: false`, or ask for more")


def _lacking(consent: Consent) -> Iterator[str]:
    for key in _NEEDED:
        needed = consent.about is not About.STAFF or key not in _OF_PATIENTS
        if needed and not getattr(consent, key):
            yield key


def _stays_at_home(consent: Consent) -> bool:
    return bool(consent.to) and {whom.lower() for whom in consent.to} <= _AT_HOME
