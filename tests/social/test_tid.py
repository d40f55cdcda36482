"""Record keys, as https://atproto.com/specs/tid wants them."""

import re
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from publisher.social.tid import tid

CREATED = datetime(2026, 11, 24, 9, 30, 12, 345678, tzinfo=UTC)
LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2120, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - as hypothesis wants it


def test_a_post_has_the_same_key_in_every_run():
    assert tid(CREATED, "ab12-cd34/bluesky/launch") == "3n32dhqwcqqks"


def test_the_key_is_that_of_the_moment_in_any_zone():
    elsewhere = CREATED.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert tid(elsewhere, "a/bluesky/launch") == tid(CREATED, "a/bluesky/launch")


def test_a_ledger_that_keeps_whole_seconds_gives_the_same_key():
    assert tid(CREATED.replace(microsecond=0), "a/b/c") == tid(CREATED, "a/b/c")


def test_two_posts_of_one_second_have_two_keys():
    keys = {tid(CREATED, f"article-{number}/bluesky/launch") for number in range(10_000)}
    assert len(keys) == 10_000


@given(MOMENTS, st.text(max_size=40))
def test_every_key_is_valid_and_sorts_by_its_second(created, key):
    made = tid(created, key)
    assert re.fullmatch("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}", made)
    number = sum(LETTERS.index(letter) << 5 * at for at, letter in enumerate(reversed(made)))
    assert (number >> 10) // 1_000_000 == int(created.timestamp())
    assert made < tid(created + timedelta(seconds=1, microseconds=1), key)
