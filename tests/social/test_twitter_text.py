"""Our counting for X beside the official library's, on the same texts in the same run."""

import pytest

from publisher.social.twitter_patterns import top_level_domains
from publisher.social.twitter_text import weighted_length
from tests.social import hard_texts, oracle


def differences(texts):
    counts = zip(texts, map(weighted_length, texts), oracle.count(texts), strict=True)
    return [
        (text, ours, theirs.weighted) for text, ours, theirs in counts if ours != theirs.weighted
    ]


def test_ten_thousand_hard_texts_count_as_in_the_official_library():
    chance = hard_texts.seeded(280)
    assert differences([hard_texts.mixed(chance) for _ in range(10_000)]) == []


@pytest.mark.parametrize(
    "make",
    [
        hard_texts.address,
        hard_texts.domain,
        hard_texts.soup,
        hard_texts.emoji,
        hard_texts.units,
        hard_texts.dots,
    ],
    ids=lambda make: make.__name__,
)
def test_texts_of_one_hard_kind_count_as_in_the_official_library(make):
    chance = hard_texts.seeded(make.__name__)
    assert differences([make(chance) for _ in range(2_000)]) == []


def test_every_known_top_level_domain_makes_an_address():
    domains = top_level_domains()
    texts = [f"{start}example.{name}{end}" for name in domains for start in ("", "https://")
             for end in ("", "/a")]  # fmt: skip
    assert differences(texts) == []


def test_every_character_counts_alone_and_in_every_part_of_an_address():
    # Not each of the Han, Hangul and private characters, which no rule tells apart.
    planes = [
        *range(0x3500),
        *range(0x9F00, 0xAD00),
        *range(0xD700, 0xE100),
        *range(0xF800, 0x10000),
    ]
    planes += [*range(0x1F000, 0x1FB00), *range(0xE0000, 0xE0200)]
    shapes = [
        "%s",
        "a%s.com",
        "%sa.com",
        "a.com%s",
        "a.com/%s",
        "a.com/(%s)b",
        "a.com?%s",
        "https://a.%sb.jp",
    ]
    texts = ["\n".join(shape % chr(code) for shape in shapes) for code in planes]
    assert differences(texts) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("plain", 5),
        ("健康", 4),
        ("e\u0301", 1),
        ("👩🏽‍⚕️", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🧑🏽‍🤝‍🧑🏻", 8),
        ("🫱🏻‍🫲🏿", 9),
        ("see example.zip now", 31),
        ("https://example.org/" + "a" * 4_000, 23),
        ("https://example.org/" + "a" * 4_090, 4_110),
        (f"https://{'a' * 63}.com", 23),
        (f"https://{'a' * 64}.com", 76),
        ("https://t.co/abc123", 23),
        (f"https://t.co/{'a' * 41}", 54),
        ("健康.com", 8),
        ("https://健康.com", 23),
    ],
)  # fmt: skip
def test_known_texts_have_known_lengths(text, length):
    assert weighted_length(text) == length == oracle.count([text])[0].weighted


@pytest.mark.parametrize(
    "part", ["a", "a.", "日", "a-", "a_b.", "xn--", "(", "(a", "(a)", "!", "@a", ".co"]
)
def test_a_text_longer_than_any_post_is_never_counted_too_short(part):
    text = f"https://example.org/{part * 6_000}"
    assert weighted_length(text) >= oracle.count([text])[0].weighted
