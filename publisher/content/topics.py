"""What articles are about: `content/topics.yml`, key → topic."""

from __future__ import annotations

from publisher.content.fields import Localised, Record


class Topic(Record):
    """A subject with a page and a feed of its own.

    `medical` marks a subject of medicine rather than of communication: pages about it are told
    to search engines as https://schema.org/MedicalWebPage.
    """

    name: Localised
    description: Localised | None = None
    hashtag: Localised | None = None
    medical: bool = False
