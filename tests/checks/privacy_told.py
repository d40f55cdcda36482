"""What the privacy checks tell of a text, as the kind and the words of each finding."""

from publisher.checks import findings_of_text
from publisher.content.publication import Publication
from publisher.content.source import Source


def told(publication: Publication, text: str) -> list[tuple[str, str]]:
    found = findings_of_text(
        Source("reply.md", text, text.encode()), publication, lambda check: check[:8] == "privacy-"
    )
    return [(finding.check.removeprefix("privacy-"), finding.secret) for finding in found]
