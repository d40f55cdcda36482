"""How long to wait, as each network says it."""

from datetime import UTC, datetime

import pytest

from publisher.social.waiting import retry_after

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 900),
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "Tue, 24 Nov 2026 09:02:00 GMT"}, 120),
        ({"Retry-After": "0"}, 1),
        ({"RateLimit-Reset": str(int(NOW.timestamp()) + 300)}, 300),
        ({"X-RateLimit-Reset": "2026-11-24T09:05:00.000Z"}, 300),
        ({"X-Rate-Limit-Reset": str(int(NOW.timestamp()) - 5)}, 1),
        ({"Retry-After": "soon"}, 900),
    ],
)
def test_a_network_says_how_long_to_wait_in_one_of_many_ways(headers, seconds):
    assert retry_after(headers, NOW) == seconds
