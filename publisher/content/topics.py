"""What articles are about: `content/topics.yml`, key → topic."""

from __future__ import annotations

from pydantic import Field

from publisher.content.fields import Localised, Record


class Topic(Record):
    """A subject with a page and a feed of its own.

    `medical` marks a subject of medicine rather than of communication: pages about it are told
    to search engines as https://schema.org/MedicalWebPage.
    """

    name: Localised = Field(
        description="The topic's name, or one by language", examples=["Plain language"]
    )
    description: Localised | None = Field(
        None, description="A sentence about it, or one by language"
    )
    hashtag: Localised | None = Field(
        None, description="Its hashtag without #, or one by language", examples=["PlainLanguage"]
    )
    medical: bool = Field(
        default=False, description="Whether it is a subject of medicine", examples=[True]
    )
