"""What the tests of the checks say of the publication that their texts stand in."""

from datetime import UTC, datetime
from uuid import UUID

from publisher.settings import Organisation, Settings

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


def settings(name: str = "Example Health") -> Settings:
    organisation = Organisation(name=name)
    return Settings(publication_id=UUID(int=1), organisation=organisation, languages=("en", "es"))
