"""The authors of a text that people act on say what stands behind their names.

Whoever reads about health asks first who says so. A person who writes research, advocacy or health
education has `credentials` in people.yml: a degree, a licence, or an office. A team has none of its
own.

Source: JAMA 1997, Silberg et al., "Assessing, controlling, and assuring the quality of medical
information on the Internet": authors, their affiliations and relevant credentials
(https://doi.org/10.1001/jama.1997.03540390074039).

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [ward-nurse]
    ---
    A fever helps the body.
Passes:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [paediatric-nurse, editorial-team]
    ---
    A fever helps the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.checks._document import Document, Found
from publisher.checks._signing import lasting
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield each author who is a person and has no credentials."""
    article = lasting(document)
    for at, key in enumerate(article.authors if article else ()):
        person = document.publication.people.get(key)
        if person and person.kind == "person" and not person.credentials:
            message = f"`{key}` has no `credentials` in people.yml"
            fix = "write there what stands behind the name, as [RN] or [MD, PhD]"
            yield document.found(document.place("authors", at), message, fix)
