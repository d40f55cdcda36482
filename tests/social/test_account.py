"""Secrets out of the environment, and what becomes of them."""

from datetime import date

import pytest

from publisher.social.account import CredentialsError, credentials, taken, token_days_left

TODAY = date(2026, 11, 24)


def test_only_our_own_variables_are_taken_and_an_empty_one_is_none():
    given = credentials(
        {"PUBLISHER_X_TOKEN": " abc\n", "PUBLISHER_MASTODON_TOKEN": "", "HOME": "/"}
    )
    assert {name: value.get_secret_value() for name, value in given.items()} == {
        "PUBLISHER_X_TOKEN": "abc"
    }
    assert "abc" not in repr(given)


@pytest.mark.parametrize("value", ["ab c", "ab\ncd", "abc\u201d", "ab\x00"])
def test_a_secret_that_was_pasted_wrong_is_named_and_not_shown(value):
    with pytest.raises(CredentialsError) as told:
        taken("PUBLISHER_X_TOKEN", credentials({"PUBLISHER_X_TOKEN": value}))
    assert str(told.value) == (
        "PUBLISHER_X_TOKEN holds a space or a sign that no such secret has; paste it again"
    )


@pytest.mark.parametrize(
    ("expires", "days"), [("2026-12-24", 30), ("2026-11-24", 0), ("2026-11-20", -4)]
)
def test_the_environment_says_until_when_a_token_holds(expires, days):
    given = credentials({"PUBLISHER_LINKEDIN_TOKEN_EXPIRES": expires})
    assert token_days_left("linkedin", given, TODAY) == days
    assert token_days_left("mastodon", given, TODAY) is None


def test_a_date_that_is_none_is_told():
    given = credentials({"PUBLISHER_LINKEDIN_TOKEN_EXPIRES": "soon"})
    with pytest.raises(CredentialsError, match="write one as 2027-01-31"):
        token_days_left("linkedin", given, TODAY)
