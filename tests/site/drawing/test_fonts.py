"""Which letters can be set."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from publisher.site.drawing.fonts import typeface_of, typefaces, unset

# A title's beginning in every script that a publication of ours is written in.
TITLES = {
    "en": "Plain words — “first”, it's 5 µg…", "es": "¿Qué? ¡Niño!", "de": "Größe ẞ",
    "pl": "Zażółć",
    "vi": "Ế ề ữ Ợ đ", "el": "Η απλή λέξη", "uk": "Просте слово ґїє", "sr": "Ђорђе",
    "hy": "Պարզ բառ",
    "ka": "მარტივი", "ar": "كلمة بسيطة، ١٢٣", "fa": "واژه‌های ساده", "ur": "سادہ لفظ ٹڈڑ",
    "he": "מילה פשוטה",
    "hi": "सरल शब्द क्षि", "mr": "सोपा शब्द", "bn": "সহজ শব্দ", "pa": "ਸਰਲ ਸ਼ਬਦ", "gu": "સરળ શબ્દ",
    "or": "ସରଳ ଶବ୍ଦ", "ta": "எளிய சொல்", "te": "సరళ పదం", "kn": "ಸರಳ ಪದ", "ml": "ലളിതം", "si": "සරල",
    "th": "คำง่าย", "lo": "ຄຳງ່າຍ", "my": "ရိုးရှင်း", "km": "ពាក្យ", "am": "ቀላል ቃል", "zh": "简单的词",
    "zh-Hant": "簡單的詞", "ja": "やさしい言葉", "ko": "쉬운 말", "emoji": "👩‍⚕️ 🇪🇸 ❤️ 👍🏽 1️⃣ 🫀 ✓ →",
}  # fmt: skip


@pytest.mark.parametrize("language", TITLES)
def test_every_script_we_publish_in_has_its_letters(language):
    assert unset(TITLES[language], language) is None


def test_a_letter_that_no_font_has_is_named():
    assert unset("Plain ᚠ runes", "en") == "ᚠ"


def test_a_font_that_the_publication_brings_along_is_asked_last(tmp_path: Path):
    noto = Path(str(resources.files("manimgx_fonts")))
    shutil.copy(noto / "NotoSansThai[wght].ttf", tmp_path / "Own.ttf")
    assert [face.name for face in typefaces("en", 700, tmp_path)][-1] == "Own.ttf"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("a", "en", "NotoSans[wght].ttf"),
        ("字", "en", "NotoSansCJK-VF.otf.ttc"),
        ("a", "ja", "NotoSansCJK-VF.otf.ttc"),
        ("ا", "ar", "NotoSansArabic[wght].ttf"),
        ("❤️", "en", "NotoEmoji[wght].ttf"),
        (" ", "en", "NotoSans[wght].ttf"),
    ],
    ids=ascii,
)
def test_the_font_follows_from_letter_and_language(text, language, name):
    faces = typefaces(language, 700)
    found = typeface_of(text, faces, faces[0])
    assert found is not None
    assert found.name == name


def test_chinese_japanese_and_korean_have_their_own_shapes():
    faces = {tag: typefaces(tag, 700)[0].font.face for tag in ("ja", "ko", "zh", "zh-TW", "zh-HK")}
    assert {tag: face.get_name(1) for tag, face in faces.items()} == {
        "ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "zh": "Noto Sans CJK SC",
        "zh-TW": "Noto Sans CJK TC", "zh-HK": "Noto Sans CJK HK",
    }  # fmt: skip
