"""What the tests of the checks say of the publication that their texts stand in."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from publisher.content.publication import Publication, load_publication
from publisher.settings import Organisation, Settings

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


def settings(name: str = "Example Health") -> Settings:
    organisation = Organisation(name=name)
    return Settings(publication_id=UUID(int=1), organisation=organisation, languages=("en", "es"))


def publication_in(root: Path, people: str = "") -> Publication:
    """A publication of nothing but its people, in an empty folder."""
    (root / "content").mkdir()
    (root / "content/people.yml").write_text(people)
    return load_publication(root, settings(), AS_OF, name="Example Health")
