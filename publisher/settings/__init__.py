"""The whole configuration: what stands in mkdocs.yml under `plugins: [publisher: {...}]`.

Secrets never stand here; they come from the environment.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    ValidationError,
    model_validator,
)

from publisher.settings.networks import Channels
from publisher.settings.section import Section

# The address that stands in a fresh mkdocs.yml; while it does, nothing may be indexed.
PLACEHOLDER_SITE_URL = "https://publication.example.org/"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"`{name}` is no time zone; write one like Europe/London"
        raise ValueError(message) from error
    return name


def _inside(path: str) -> str:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        message = f"`{path}` must be a path below the theme folder"
        raise ValueError(message)
    return path


_COLOUR = "^#[0-9a-fA-F]{6}$"
_FONTS = r"""^[\w\s"',-]+$"""
_SERIF = 'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif'
_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'


class Organisation(Section):
    """Who publishes: shown in the footer and told to search engines."""

    name: str = Field(min_length=1)
    legal_name: str = ""
    url: HttpUrl | None = None
    logo: Annotated[str, AfterValidator(_inside)] = "assets/icon.png"
    email: str = ""
    same_as: tuple[HttpUrl, ...] = ()
    type: str = Field(default="MedicalOrganization", pattern=r"^[A-Z][A-Za-z]+$")


class Face(Section):
    """A font of your own: one file below the theme folder."""

    family: str = Field(pattern=r"^[\w -]+$")
    file: Annotated[str, AfterValidator(_inside)]
    weight: str = Field(default="400", pattern=r"^[1-9]00( [1-9]00)?$")
    style: Literal["normal", "italic"] = "normal"

    @property
    def address(self) -> str:
        """Where it is served, as the stylesheet in `assets/` must say it."""
        return f"../{quote(self.file)}"


class Brand(Section):
    """How the publication looks. Fonts are named as CSS does, the first that a reader has counts.

    `colour` marks links and signs; where it could not be read it is made darker, or lighter.
    """

    colour: str = Field(default="#0b5f62", pattern=_COLOUR)
    colour_dark: str | None = Field(default=None, pattern=_COLOUR)
    headings: str = Field(default=_SERIF, pattern=_FONTS)
    text: str = Field(default=_SERIF, pattern=_FONTS)
    labels: str = Field(default=_SANS, pattern=_FONTS)
    faces: tuple[Face, ...] = ()


class LedgerSettings(Section):
    """Where it is kept what was announced: a branch of its own, docs/ledger.md.

    `remote` is used where the repository has it; empty, the ledger stays in this repository alone.
    """

    branch: str = Field(default="ledger", pattern=r"^[\w-]+(/[\w-]+)*$")
    remote: str = Field(default="origin", pattern=r"^([\w-][\w.-]*)?$")


WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Quiet(Section):
    """When nothing is announced: each day `from` one time `until` another, and on whole days.

    Times are those of the clock on the wall, and may pass midnight; the same twice is never.
    """

    since: time = Field(default=time(20), alias="from")
    until: time = time(8)
    days: tuple[Weekday, ...] = ()

    @model_validator(mode="after")
    def _leaves_room(self) -> Quiet:
        if set(self.days) == set(WEEK):
            message = "all seven days are quiet, so nothing would ever be announced"
            raise ValueError(message)
        return self


class Announce(Section):
    """When posts go out. Spacing and maximum are for each network by itself.

    `live_minutes` is how long one run waits for new pages to appear on the site.
    """

    quiet: Quiet = Quiet()
    spacing_minutes: int = Field(default=60, ge=0, le=10_080)
    daily_maximum: int = Field(default=4, ge=1)
    live_minutes: int = Field(default=10, ge=0, le=60)


# Families whose errors may weigh less only for a reason that stands beside it.
GRAVE = ("privacy", "consent", "law")
# Those of their checks that only warn as they are.
WARNING_ALREADY = frozenset(
    {"consent-blurred", "law-material-tie", "law-testimonial"}
    | {"privacy-document", "privacy-picture-trace"}
)


class Weight(Section):
    """How much the findings of a check, or of a family of checks, weigh here; and why."""

    severity: Literal["error", "warning", "notice", "off"]
    reason: str = ""


def _weight(value: object) -> object:
    """A word alone is a severity; and YAML's `off` is a boolean to most of its parsers."""
    told = value if isinstance(value, dict) else {"severity": value}
    return told | {"severity": "off"} if told.get("severity") is False else told


def _reasoned(checks: dict[str, Weight]) -> dict[str, Weight]:
    for name, weight in checks.items():
        usual = {"error", "warning"} if name in WARNING_ALREADY else {"error"}
        if name.startswith(GRAVE) and weight.severity not in usual and not weight.reason:
            message = f"`{name}` may weigh less only for a reason; write it as "
            message += f"`{name}: {{severity: {weight.severity}, reason: …}}`"
            raise ValueError(message)
    return checks


class Settings(Section):
    """Everything a publication can set; all but three keys have a default.

    `emergency_number` is what readers call when it cannot wait; `mistakes_to` is where they report
    a mistake, a web or mail address, else the organisation's e-mail, else the contact page.

    `publication_id` is frozen on the first day: feed ids hang on it, so that a new domain
    re-announces nothing (RFC 4287 section 4.2.6: an id must never change).
    """

    publication_id: UUID
    organisation: Organisation
    description: str | dict[str, str] = ""
    sample: bool = False
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    languages: tuple[str, ...] = Field(default=("en",), min_length=1)
    brand: Brand = Brand()
    ledger: LedgerSettings = LedgerSettings()
    channels: Channels = Channels()
    announce: Announce = Announce()
    checks: Annotated[
        dict[str, Annotated[Weight, BeforeValidator(_weight)]], AfterValidator(_reasoned)
    ] = Field(default_factory=dict)
    picture: Annotated[str, AfterValidator(_inside)] = "assets/brand.png"
    picture_alt: str = ""
    fediverse: str = Field(default="", pattern=r"^(@[\w.-]+@[\w.-]+)?$")
    emergency_number: str = Field(default="", pattern=r"^[0-9 +-]*$")
    mistakes_to: str = Field(default="", pattern=r"^((https?://|mailto:)\S+)?$")
    page_size: int = Field(default=24, ge=2, le=200)
    feed_entries: int = Field(default=20, ge=1, le=500)
    # Who is told after a deploy: docs/being-found.md. An empty `hub` tells no hub.
    hub: str = Field(default="https://pubsubhubbub.appspot.com/", pattern=r"^(https?://\S+)?$")
    index_now: bool = True

    @property
    def zone(self) -> ZoneInfo:
        """The publication's own time zone."""
        return ZoneInfo(self.time_zone)

    def description_in(self, language: str) -> str:
        """What the publication is about, in `language` or else in its first one."""
        if isinstance(self.description, str):
            return self.description
        return self.description.get(language) or self.description.get(self.language, "")

    @property
    def language(self) -> str:
        """The publication's first language (BCP 47)."""
        return self.languages[0]


def as_of() -> datetime:
    """The one clock, in UTC: SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/) or now.

    Raises ValueError, in one sentence, when that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as problem:
        message = f"SOURCE_DATE_EPOCH is `{epoch}`; set it to whole seconds since 1970, or unset it"
        raise ValueError(message) from problem


def read_settings(options: dict[str, Any]) -> tuple[Settings | None, list[str]]:
    """Validate the plugin's options: the settings, or else every reason why not."""
    try:
        return Settings.model_validate(options), []
    except ValidationError as error:
        return None, [
            f"{'.'.join(str(part) for part in detail['loc']) or 'publisher'}: {detail['msg']}"
            for detail in error.errors()
        ]
