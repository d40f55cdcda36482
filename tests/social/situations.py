"""Articles, a ledger and a moment as plain values, for what is decided from them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from publisher.content.article import Article
from publisher.settings import Settings
from publisher.social.due import Plan, plan
from publisher.social.records import Approval, Hold, PostKey, PostRecord, Published, Start, State
from publisher.social.rules import Situation
from publisher.social.snapshot import Snapshot
from publisher.social.wishes import wishes
from tests.content.paper import SETTINGS

# A Wednesday, in the afternoon in London.
NOW = datetime(2026, 6, 3, 14, tzinfo=UTC)
BEGUN = NOW - timedelta(days=300)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NETWORKS = ("bluesky", "mastodon")


def made(slug: str = "one", date: datetime | None = NOW - HOUR, **changes: Any) -> Article:
    """A ready article of a pillar that needs nobody's approval."""
    values: dict[str, Any] = {
        "id": f"{slug}-id",
        "title": slug,
        "authors": ("team",),
        "status": "ready",
        "pillar": "community",
        "date": date,
        "path": f"content/articles/2026/{slug}.md",
        "slug": slug,
        "language": "en",
        "published": date or NOW,
        "modified": date or NOW,
        "body": "Words.",
        "body_line": 1,
        "pictures": {},
        "digest": f"digest of {slug}",
    }
    return Article.model_validate(values | changes)


def record(state: State, at: datetime = NOW - DAY, run: str = "earlier", **more: Any) -> PostRecord:
    return PostRecord(state=state, run=run, at=at, **more)


def ledger(
    posts: dict[PostKey, PostRecord] | None = None, begun: datetime = BEGUN, **changes: Any
) -> Snapshot:
    """The ledger of a publication that has used its networks for long."""
    starts = {network: Start(since=begun) for network in NETWORKS}
    return replace(Snapshot(run="this", posts=posts or {}, starts=starts), **changes)


def seen(article: Article, since: datetime) -> dict[str, Published]:
    return {str(article.id): Published(path=article.path, slug=article.slug, since=since)}


def approved(article: Article, digest: str | None = None) -> dict[str, Approval]:
    agreed = Approval(digest=digest or article.digest, by="reviewers", at=NOW)
    return {str(article.id): agreed}


def over(since: datetime, until: datetime) -> tuple[Hold, ...]:
    return (Hold(reason="A storm", since=since, until=until),)


def settings(zone: str = "Europe/London", **announce: Any) -> Settings:
    free = {"quiet": {"from": "00:00", "until": "00:00"}, "spacing_minutes": 0}
    channels = announce.pop("channels", {})
    data = SETTINGS.model_dump(by_alias=True, mode="json") | {
        "channels": channels,
        "time_zone": zone,
        "announce": free | {"daily_maximum": 100} | announce,
    }
    return Settings.model_validate(data)


def decided(
    *articles: Article,
    snapshot: Snapshot | None = None,
    now: datetime = NOW,
    rules: Settings | None = None,
    networks: tuple[str, ...] = ("bluesky",),
    **more: Any,
) -> Plan:
    snapshot, rules = snapshot or ledger(), rules or settings()
    asked = [wish for one in articles for wish in wishes(one, networks, snapshot, rules.zone, now)]
    money, limit = more.pop("money", None), more.pop("limit", None)
    return plan(asked, Situation(snapshot, rules, now, **more), money=money, limit=limit)


def due(*articles: Article, **how: Any) -> list[str]:
    """What goes out, as `slug network occasion`."""
    return [
        f"{wish.article.slug} {wish.channel} {wish.occasion}"
        for wish in decided(*articles, **how).due
    ]


def reasons(*articles: Article, **how: Any) -> list[str]:
    """Why what does not go out does not."""
    return [waiting.reason for waiting in decided(*articles, **how).waiting]
