"""An article: its front matter, checked key by key, and where its text stands."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from publisher.content.fields import Address, Day, Id, Language, Record, Text, When
from publisher.content.references import Reference
from publisher.finding import Finding, Severity

DESCRIPTION_LENGTH = range(50, 161)


class Status(StrEnum):
    """Where an article is in its life."""

    DRAFT = "draft"
    READY = "ready"
    WITHDRAWN = "withdrawn"


class Pillar(StrEnum):
    """What kind of communication an article is."""

    RESEARCH = "research"
    ADVOCACY = "advocacy"
    EDUCATION = "education"
    PEOPLE = "people"
    RECOGNITION = "recognition"
    BEHIND_THE_SCENES = "behind-the-scenes"
    COMMUNITY = "community"
    STATEMENT = "statement"


# Pillars whose articles a second person must have read and signed off.
REVIEWED_PILLARS = frozenset(
    {Pillar.RESEARCH, Pillar.ADVOCACY, Pillar.EDUCATION, Pillar.STATEMENT}
)


class Audience(StrEnum):
    """For whom an article is written; sets how plainly."""

    PATIENTS = "patients"
    CLINICIANS = "clinicians"
    POLICY = "policy"
    STAFF = "staff"


class StudyType(StrEnum):
    """What the research is that an article tells of."""

    TRIAL = "trial"
    COHORT = "cohort"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    REVIEW = "review"
    MODEL = "model"
    ANIMAL = "animal"
    CELL = "cell"


class Correction(Record):
    """What was wrong, and when it was put right."""

    date: Day
    note: Text


class NextStep(Record):
    """The one thing a reader can do now."""

    text: Text
    url: Address


class Consent(Record):
    """Where a person's written consent is kept: an opaque number, never a name or the record."""

    record: Text
    scope: Text
    expires: Day


class Lobbying(Record):
    """Who approved a call to act on legislation, and where that is recorded."""

    approved_by: Text
    date: Day
    record: Text


class Social(Record):
    """How an article is announced. Any further key is a channel's own text, with `{url}` in it."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    hook: Text | None = None
    question: Text | None = None
    hashtags: tuple[Text, ...] = ()
    channels: tuple[Text, ...] | None = None
    not_before: When | None = None
    not_after: When | None = None

    @property
    def texts(self) -> dict[str, str]:
        """Channel → the author's own text for it."""
        return dict(self.__pydantic_extra__ or {})


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _former_address(value: str) -> str:
    """An address below the site's root: what a link to the old site had after its host."""
    address = value.lstrip("/")
    if not re.fullmatch(r"[^\s?#\\:]+", address) or {"..", "."} & set(address.split("/")):
        message = "not an address below this site; write it without host, as 2019/old-name/"
        raise ValueError(message)
    return address


def _no_channels(value: Any) -> Any:
    return {"channels": []} if value is False else value


class FrontMatter(Record):
    """Everything that may stand above an article's text."""

    id: Id | None = None
    title: Text
    description: Text | None = None
    date: When | None = None
    updated: When | None = None
    status: Status = Status.DRAFT
    pillar: Pillar | None = None
    audience: Annotated[tuple[Audience, ...], BeforeValidator(_one_or_more)] = ()
    topics: tuple[Text, ...] = ()
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    reviewer: Text | None = None
    reviewed: Day | None = None
    review_due: Day | None = None
    references: tuple[Reference, ...] = ()
    study_type: StudyType | None = None
    disclosures: dict[str, Text] | Literal["none"] | None = None
    consent: tuple[Consent, ...] = ()
    lobbying: Lobbying | None = None
    corrections: tuple[Correction, ...] = ()
    image: Text | None = None
    alt: Text | None = None
    caption: Text | None = None
    credit: Text | None = None
    next_step: NextStep | None = None
    lang: Language | None = None
    translation_of: Id | None = None
    aliases: tuple[Annotated[str, AfterValidator(_former_address)], ...] = ()
    social: Annotated[Social, BeforeValidator(_no_channels)] = Social()


class Article(FrontMatter):
    """An article as it was read, with what follows from where it stands.

    `path` is the source, relative to the publication's root; `language` and `published` are
    `lang` and `date` with the publication's own language and time zone filled in; `body` is
    Markdown, whose first line is line `body_line` of the file; `pictures` maps each local file
    the article shows, as written, to its path; `digest` is the SHA-256 of source and pictures.
    """

    path: str
    slug: str
    language: str
    published: datetime
    modified: datetime
    body: str
    body_line: int
    pictures: dict[str, str]
    digest: str

    @property
    def is_withdrawn(self) -> bool:
        """Whether the page only says that the article was withdrawn."""
        return self.status is Status.WITHDRAWN

    @property
    def is_bundle(self) -> bool:
        """Whether the article is `<slug>/index.md` with its pictures beside it."""
        return self.path.endswith("/index.md")

    @property
    def address(self) -> str:
        """The page's address relative to the site's root; without the year, so that it stays."""
        return f"articles/{self.slug}/"

    @property
    def lead_picture(self) -> str | None:
        """The lead picture's path in the publication."""
        return self.pictures.get(self.image) if self.image else None

    def finding(
        self, check: str, message: str, fix: str, severity: Severity = Severity.ERROR, line: int = 1
    ) -> Finding:
        """A finding about this article."""
        return Finding(check, severity, self.path, line, 1, message, fix)


def is_public(status: Status, published: datetime, as_of: datetime) -> bool:
    """Whether an article's page may be seen: not a draft, and its date has come."""
    return status is not Status.DRAFT and published <= as_of
