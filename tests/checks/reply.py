"""A publication without a file, within which a text by itself is checked."""

from pathlib import Path

from publisher.content.publication import Publication
from tests.checks.publications import AS_OF, settings

PUBLICATION = Publication(
    root=Path(),
    content="content",
    name="Example Health",
    site_url="https://journal.example/",
    settings=settings(),
    as_of=AS_OF,
)
