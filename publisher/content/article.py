"""An article: its front matter, checked key by key, and where its text stands."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from publisher.content.fields import Day, Id, Language, Line, Record, When
from publisher.content.parts import Consent, Correction, Film, Lobbying, NextStep, Social
from publisher.content.references import Reference

DESCRIPTION_LENGTH = range(50, 161)
MOST_KEY_POINTS = 5

# Longest name of a file or folder, in bytes, that every file system takes with `index.html` near.
_LONGEST_NAME = 200
_NO_HOST = {"pattern": "^/?[^:?#]+$"}


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
REVIEWED_PILLARS = frozenset({Pillar.RESEARCH, Pillar.ADVOCACY, Pillar.EDUCATION, Pillar.STATEMENT})


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


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _former_address(value: str) -> str:
    """An address below the site's root: what a link to the old site had after its host."""
    address = value.lstrip("/")
    parts = address.removesuffix("/").split("/")
    if (
        not re.fullmatch(r"[^\s?#\\:\"<>|*]+", address)
        or {"", ".", ".."} & set(parts)
        or any(part.endswith(".html") for part in parts[:-1])
        or max(len(part.encode()) for part in parts) > _LONGEST_NAME
    ):
        message = "not an address below this site; write it without host, as 2019/old-name/"
        raise ValueError(message)
    return address


def _disclosed(value: object) -> object:
    if value == "none" or isinstance(value, dict):
        return value
    message = "neither `none` nor a line for each author; write `disclosures: none`, "
    message += "or below it, indented, lines like `editorial-team: none`"
    raise ValueError(message)


def _no_channels(value: object) -> object:
    return {"channels": []} if value is False else value


_ONE_OR_MORE = BeforeValidator(_one_or_more, json_schema_input_type=Audience | tuple[Audience, ...])
_SOCIAL_OR_NOT = BeforeValidator(_no_channels, json_schema_input_type=Social | Literal[False])


class FrontMatter(Record):
    """Everything that may stand above an article's text."""

    id: Id | None = Field(
        None, description="Never changes; `publisher check --fix` writes it", examples=["k7q4-plm2"]
    )
    title: Annotated[Line, Field(max_length=300)] = Field(
        description="The article's title, as readers see it"
    )
    description: Line | None = Field(
        None, description="What a reader will know afterwards, in 50 to 160 characters"
    )
    date: When | None = Field(
        None,
        description="The day on which it comes out; a future day keeps it secret until then",
        examples=["2026-03-14"],
    )
    updated: When | None = Field(
        None, description="The day on which the text was last changed", examples=["2026-03-14"]
    )
    status: Status = Field(
        Status.DRAFT, description="`ready` when all is filled in", examples=["draft"]
    )
    pillar: Pillar | None = Field(None, description="What kind of article it is")
    audience: Annotated[tuple[Audience, ...], _ONE_OR_MORE] = Field(
        (), description="For whom it is written", examples=[["patients"]]
    )
    topics: tuple[Line, ...] = Field(
        (), description="What it is about: keys of topics.yml", examples=[["plain-language"]]
    )
    authors: tuple[Line, ...] = Field(
        min_length=1, description="Who wrote it: keys of people.yml", examples=[["editorial-team"]]
    )
    reviewer: Line | None = Field(
        None, description="Who read it before it went out: a key of people.yml, no author"
    )
    reviewed: Day | None = Field(None, description="The day of the review", examples=["2026-03-14"])
    review_due: Day | None = Field(
        None, description="The day by which it is to be read again", examples=["2028-03-14"]
    )
    references: tuple[Reference, ...] = Field(
        (), description="What it rests on", examples=[[{"doi": "10.1000/xyz"}]]
    )
    study_type: StudyType | None = Field(None, description="What the research told of is")
    disclosures: Annotated[
        dict[str, Line] | Literal["none"] | None, BeforeValidator(_disclosed)
    ] = Field(
        None,
        description="Conflicts of interest by author; `none` is an answer",
        examples=["none"],
    )
    consent: tuple[Consent, ...] = Field(
        (),
        description="Where the consent of persons in text or pictures is kept",
        examples=[
            [
                {
                    "record": "C-0042",
                    "scope": "words",
                    "by": "the hospital",
                    "to": ["the public"],
                    "purpose": "to show how care is given here",
                    "expires": "2028-03-14",
                }
            ]
        ],
    )
    lobbying: Lobbying | None = Field(
        None,
        description="Who approved a call to act on legislation",
        examples=[{"approved_by": "Legal office", "date": "2026-03-14", "record": "L-7"}],
    )
    corrections: tuple[Correction, ...] = Field(
        (),
        description="What was wrong and has been put right",
        examples=[[{"date": "2026-03-14", "note": "We named the wrong clinic."}]],
    )
    image: Line | None = Field(
        None, description="The lead picture: a file beside the article", examples=["picture.png"]
    )
    alt: Line | None = Field(
        None, description="What somebody who cannot see the lead picture must know"
    )
    caption: Line | None = Field(None, description="The words below the lead picture")
    credit: Line | None = Field(None, description="Who made the lead picture")
    key_points: Annotated[tuple[Line, ...], Field(max_length=MOST_KEY_POINTS)] = Field(
        (),
        description="What to remember, in one to five short sentences",
        examples=[["A fever helps the body.", "Call us when a baby under three months has one."]],
    )
    film: Film | None = Field(
        None,
        description="A film elsewhere, with captions and with its words written out",
        examples=[
            {
                "url": "https://example.org/film",
                "poster": "film.jpg",
                "alt": "A nurse shows how to hold a thermometer",
                "captions": ["en"],
                "transcript": "Hold it under the tongue.",
            }
        ],
    )
    next_step: NextStep | None = Field(
        None,
        description="What a reader can do now",
        examples=[{"text": "Ask our team", "url": "https://example.org/ask"}],
    )
    lang: Language | None = Field(
        None, description="The article's language (BCP 47)", examples=["es"]
    )
    translation_of: Id | None = Field(
        None, description="The `id` of the original, if this is a translation"
    )
    aliases: tuple[
        Annotated[str, AfterValidator(_former_address), Field(json_schema_extra=_NO_HOST)], ...
    ] = Field((), description="Former addresses, which lead here", examples=[["2019/old-name/"]])
    social: Annotated[Social, _SOCIAL_OR_NOT] = Field(
        Social(),
        description="How it is announced; `false` for not at all",
        examples=[{"hook": "Anyone can be lost."}],
    )


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

    @property
    def film_poster(self) -> str | None:
        """The path in the publication of the picture that stands for the film."""
        return self.pictures.get(self.film.poster) if self.film else None


def is_public(status: Status, published: datetime, as_of: datetime) -> bool:
    """Whether an article's page may be seen: not a draft, and its date has come."""
    return status is not Status.DRAFT and published <= as_of
