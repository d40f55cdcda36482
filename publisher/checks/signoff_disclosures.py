"""Every author says what interests they have; "none" is an answer.

`disclosures: none` speaks for all authors. Else there is a line for each of them; the reviewer may
have one, too. Silence is no answer: a reader cannot tell it from an interest that was kept quiet.
Research, advocacy and health education must have it; where another article has it, it is whole.

Source: ICMJE, "Disclosure of Financial and Non-Financial Relationships and Activities, and
Conflicts of Interest" (https://www.icmje.org/recommendations/browse/roles-and-responsibilities/author-responsibilities--conflicts-of-interest.html);
16 CFR 255.5 on material connections (https://www.ecfr.gov/current/title-16/section-255.5).

Flags:
    ---
    title: What a fever is for
    status: ready
    pillar: education
    authors: [editorial-team]
    ---
    A fever helps the body.
Flags:
    ---
    title: Our new garden
    status: ready
    pillar: community
    authors: [editorial-team, ward-nurse]
    disclosures:
      editorial-team: none
    ---
    It is open to all.
Passes:
    ---
    title: Our new garden
    status: ready
    pillar: community
    authors: [editorial-team, ward-nurse]
    disclosures:
      editorial-team: none
      ward-nurse: sells the bulbs
    ---
    It is open to all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.checks._document import Document, Found
from publisher.checks._signing import finished, lasting
from publisher.content.article import Article
from publisher.finding import Severity

SEVERITY = Severity.ERROR


def check(document: Document) -> Iterator[Found]:
    """Yield the authors who say nothing, and the lines that are nobody's."""
    article = finished(document)
    if article and isinstance(article.disclosures, dict):
        yield from _by_author(document, article, article.disclosures)
    elif (article := lasting(document)) and article.disclosures is None:
        message = "`disclosures` is missing; readers ask whom an author works for"
        fix = "write `disclosures: none`, or below it a line for each author"
        yield document.found(document.place("disclosures"), message, fix)


def _by_author(
    document: Document, article: Article, declared: Mapping[str, str]
) -> Iterator[Found]:
    for key in article.authors:
        if key not in declared:
            message = f"the author `{key}` has no line in `disclosures`"
            fix = f"write `{key}: none` there, or what readers should know"
            yield document.found(document.place("disclosures"), message, fix)
    for key in declared:
        # What is not in people.yml at all is told elsewhere.
        if key in document.publication.people and key not in {*article.authors, article.reviewer}:
            message = f"`{key}` has a line in `disclosures`, but is no author of this article"
            fix = "take the line out, or name them under `authors:`"
            yield document.found(document.place("disclosures", key), message, fix)
