"""Hashtags: how a name becomes one, and where one stands in a text."""

import pytest

from publisher.social.hashtags import camel_case, hashtags, hashtags_in


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("health literacy", "HealthLiteracy"),
        ("#HealthLiteracy", "HealthLiteracy"),
        ("HealthLiteracy", "HealthLiteracy"),
        ("COVID-19", "COVID19"),
        ("mRNA vaccines", "mRNAVaccines"),
        ("salud pública", "SaludPública"),
        ("Alzheimer's disease", "AlzheimersDisease"),
        ("Alzheimer\u2019s disease", "AlzheimersDisease"),
        ("e\u0301tude", "Étude"),
        ("健康 リテラシー", "健康リテラシー"),
        ("محو الأمية", "محوالأمية"),
        ("हिन्दी", "हिन्दी"),
        ("snake_case", "Snake_case"),
        ("2026 goals", "2026Goals"),
        ("R&D", "RD"),
        ("💉 vaccines", "Vaccines"),
        ("2026", ""),
        ("_", ""),
        ("💉", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_a_hashtag_that_can_be_read_aloud(name, tag):
    assert camel_case(name) == tag


def test_a_hashtag_is_said_once_whatever_its_capitals():
    names = ["hand hygiene", "#handhygiene", "19", "HandHygiene", "Straße", "STRASSE"]
    assert hashtags(names) == ("HandHygiene", "Straße")


def test_hashtags_in_a_text_are_words_after_a_sign_and_nothing_else():
    text = "#One, (#two) #Dos_3! C# #4 a#b &#39; x/#y ##z #one #é\u0301 https://a.co/#frag"
    assert hashtags_in(text) == ("One", "two", "Dos_3", "é\u0301")
