"""What is kept between builds, and what is not."""

from pathlib import Path

from publisher.site.cache import Cache


def test_the_same_ingredients_are_made_once(tmp_path: Path):
    cache, made = Cache(tmp_path / "kept"), []

    def make() -> bytes:
        made.append(1)
        return b"cake"

    assert [cache.kept(make, b"flour", "egg") for _ in range(2)] == [b"cake", b"cake"]
    assert made == [1]


def test_where_one_ingredient_ends_and_the_next_begins_counts(tmp_path: Path):
    cache = Cache(tmp_path)
    assert cache.kept(lambda: b"first", "ab", "c") == b"first"
    assert cache.kept(lambda: b"second", "a", "bc") == b"second"


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    for cache in (Cache(tmp_path / "file"), Cache(None)):
        assert cache.kept(lambda: b"made", "x") == b"made"


def test_nothing_half_written_is_left(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.kept(lambda: b"made", "x")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"made"]
