"""Dates as blogs write them."""

import pytest

from publisher.importing.dates import day_in, when


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-01-02", "2020-01-02"),
        ("2020/1/2", "2020-01-02"),
        ("2.1.2020", "2020-01-02"),
        ("2 January 2020", "2020-01-02"),
        ("Jan 2, 2020", "2020-01-02"),
        ("Jan. 2nd, 2020", "2020-01-02"),
        ("Sept 9, 2020", "2020-09-09"),
        ("Thursday, January 2, 2020", "2020-01-02"),
        ("2020-01-02 10:00", "2020-01-02T10:00:00"),
        ("2020-01-02T10:00:00Z", "2020-01-02T10:00:00Z"),
        ("2020-01-02 10:00:00 -0500", "2020-01-02T10:00:00-05:00"),
        ("2020-01-02 10:00:00 -4", "2020-01-02T10:00:00-04:00"),
        ("2020-01-02T10:00:00.123456+01:00", "2020-01-02T10:00:00+01:00"),
        ("Thu, 02 Jan 2020 10:00:00 GMT", "2020-01-02T10:00:00Z"),
        ("January 2, 2020 at 3:04 PM EST", "2020-01-02T15:04:00-05:00"),
        ("1 August 10:00", None),
        ("1 August 2020 12:30 am", "2020-08-01T00:30:00"),
        ("2020-02-30", None),
        ("2020-01-02 25:00", None),
        ("03/04/2020", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_read_only_if_it_can_be_but_one_day(written: str, expected: str | None) -> None:
    assert when(written) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("_posts/2020-01-02-title.md", "2020-01-02"),
        ("2020_1_2_title.md", "2020-01-02"),
        ("2020/01/02/title.md", "2020-01-02"),
        ("2020-01-02/index.md", "2020-01-02"),
        ("2020/01/title.md", None),
        ("post-12020-01-02.md", None),
        ("2020-13-02-title.md", None),
    ],
)
def test_a_path_names_a_day_at_the_start_of_a_name_only(path: str, expected: str | None) -> None:
    assert day_in(path) == expected
