"""Grapheme clusters beside those of JavaScript's own segmenter, which Bluesky's server uses."""

import pytest

from publisher.social.graphemes import clusters, count
from tests.social import hard_texts, oracle


@pytest.mark.parametrize(
    "make",
    [hard_texts.mixed, hard_texts.emoji, hard_texts.indic, hard_texts.hangul],
    ids=lambda make: make.__name__,
)
def test_hard_texts_count_as_in_javascript(make):
    chance = hard_texts.seeded(make.__name__)
    texts = [make(chance) for _ in range(2_000)]
    # Halves of UTF-16 pairs cannot be posted to Bluesky, whose texts are UTF-8. Characters newer
    # than Node's Unicode are no mistake of either side.
    texts = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in texts]
    found = zip(texts, map(count, texts), oracle.count(texts), strict=True)
    known = [(text, ours, theirs) for text, ours, theirs in found if theirs.known]
    assert len(known) > len(texts) / 4
    assert [(text, ours) for text, ours, theirs in known if ours != theirs.graphemes] == []


def test_clusters_are_the_text_and_nothing_else():
    chance = hard_texts.seeded(29)
    texts = [hard_texts.mixed(chance) for _ in range(500)]
    assert ["".join(clusters(text)) for text in texts] == texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("👩🏽‍⚕️👨‍👩‍👧‍👦", ["👩🏽‍⚕️", "👨‍👩‍👧‍👦"]),
        ("🇬🇧🇪🇸🇫", ["🇬🇧", "🇪🇸", "🇫"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("क्ष", ["क्ष"]),
        ("\u0950\u094dक", ["\u0950\u094d", "क"]),
    ],
)
def test_known_texts_have_known_clusters(text, expected):
    assert clusters(text) == expected
    assert count(text) == len(expected)


def test_conjuncts_can_be_counted_apart_as_older_software_does():
    assert count("क्षत्र", conjuncts=False) == 4
    assert count("क्षत्र") == 2
