"""A publication without a file, within which a text by itself is checked."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from publisher.content.publication import Publication
from publisher.settings import Organisation, Settings

PUBLICATION = Publication(
    root=Path(),
    content="content",
    name="Example Health",
    site_url="https://journal.example/",
    settings=Settings(publication_id=UUID(int=1), organisation=Organisation(name="Example Health")),
    as_of=datetime(2026, 6, 1, tzinfo=UTC),
)
