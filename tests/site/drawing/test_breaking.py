"""Where lines may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.site.drawing.breaking import clusters, pieces


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Say it plainly", "en", ["Say ", "it ", "plainly"]),
        ("a well-known COVID-19 either/or", "en",
         ["a ", "well-", "known ", "COVID-19 ", "either/", "or"]),
        ("12\N{NO-BREAK SPACE}mg a day", "en", ["12\N{NO-BREAK SPACE}mg ", "a ", "day"]),
        ("Vraiment ? « Oui »", "fr", ["Vraiment ? ", "« Oui »"]),
        ("super\N{SOFT HYPHEN}long", "en", ["super\N{SOFT HYPHEN}", "long"]),
        ("쉬운 말을 먼저", "ko", ["쉬운 ", "말을 ", "먼저"]),
        ("今日は良い天気です。", "ja", ["今日は", "良い", "天気です。"]),
        ("先用简单的词。", "zh-Hans", ["先", "用", "简单", "的", "词。"]),
        ("先用簡單的詞。", "zh-TW", ["先用", "簡單", "的", "詞。"]),
        ("วันนี้อากาศดี", "th", ["วัน", "นี้", "อากาศ", "ดี"]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 8 else None,
)  # fmt: skip
def test_a_line_ends_where_readers_expect_it(text, language, expected):
    assert pieces(text, language) == expected


@given(st.text("あいっー、。「」（）！ア漢字 a-", max_size=30))
def test_no_line_begins_with_a_closing_mark_nor_ends_with_an_opening_one(text):
    parts = pieces(text, "ja")
    assert "".join(parts) == text
    assert [part for part in parts[1:] if part[0] in "、。」）！っー"] == []
    assert [part for part in parts[:-1] if part.rstrip()[-1:] in {"「", "（"}] == []


@given(st.text(max_size=30), st.sampled_from(["en", "ja", "th", "zh"]))
def test_nothing_is_lost_by_breaking(text, language):
    assert "".join(pieces(text, language)) == text


def test_a_grapheme_is_never_split():
    family, flag, ksha = "👩‍👩‍👧", "🇪🇸", "क्षि"
    assert clusters(f"{family}{flag}{ksha}!") == [family, flag, f"{ksha}!"]
