"""Random texts that are hard to count: scripts, emoji and addresses, all at once.

Each function makes one text from a random generator, so that a seed repeats a whole run.
"""

from collections.abc import Callable
from random import Random

from publisher.social.twitter_patterns import top_level_domains

EMOJI = (
    "😀", "👩🏽‍⚕️", "👨‍👩‍👧‍👦", "🧑🏽‍🤝‍🧑🏻", "🫱🏻‍🫲🏿", "🇬🇧", "🇪", "1️⃣", "#️⃣", "*⃣",
    "❤️", "❤", "❤\ufe0e", "☺️", "©", "©️", "™", "™️", "🏳️‍🌈", "🏳‍🌈", "👁️‍🗨️",
    "👁‍🗨", "🦰", "🏻", "\u200d", "\ufe0f", "⛹🏽‍♀️", "⛹️‍♂️", "♀️", "🤦‍♂️", "🧬", "🩺",
    "🫀", "💉", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)  # fmt: skip
SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x587), (0x5D0, 0x5EA),
    (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x10A0, 0x10FF), (0x1100, 0x11FF),
    (0x1C80, 0x1CBF), (0x1E00, 0x1FFF), (0x2000, 0x20FF), (0x2100, 0x27FF), (0x2C60, 0x2C7F),
    (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xAD00), (0xA640, 0xA7FF), (0xFE00, 0xFE0F),
    (0xFF00, 0xFFEF), (0x1F000, 0x1FAFF), (0x1F1E6, 0x1F1FF), (0x20000, 0x20100), (0x0, 0x1F),
    (0x7F, 0x9F), (0x300, 0x36F), (0xD800, 0xDFFF), (0xFFF0, 0xFFFF), (0xE0000, 0xE007F),
    (0x0, 0x10FFFF),
)  # fmt: skip
PUNCTUATION = (
    " .,:;!?()[]{}<>-_/\\@#$%&*+=~^|'\"`…—\u2013「」。．｡、！？＠＃\t\n\r\u3000"
    "\u200b\u200c\u200e\u200f\u202a\u2066\u061c\u180e\ufeff\ufffe\uffff"
)
PATH = "abcXYZ019!*';:=+,.$/%#[]-\u2013_~@|&éñкиιΙ\u1fbe\u2c65ſK()?「<ƛ\ua7dc"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCZ0123456789-_"


def seeded(seed: int | str) -> Random:
    """Chance that repeats itself."""
    return Random(seed)  # noqa: S311 - repeatable is what it must be, not secret


def _character(chance: Random) -> str:
    return chr(chance.randint(*chance.choice(SCRIPTS)))


def _word(chance: Random, longest: int = 8) -> str:
    first, last = chance.choice(SCRIPTS)
    return "".join(chr(chance.randint(first, last)) for _ in range(chance.randint(1, longest)))


def _plain(chance: Random, longest: int = 8) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(1, longest)))


def _label(chance: Random) -> str:
    kinds = (
        (0.6, _plain),
        (0.9, lambda c: _word(c, 5)),
        (0.93, lambda c: _plain(c, 90)),
        (0.96, lambda c: _word(c, 70)),
        (1.0, lambda c: f"xn--{_plain(c)}"),
    )
    return _one_of(chance, kinds)


def _one_of(chance: Random, kinds: tuple[tuple[float, Callable[[Random], str]], ...]) -> str:
    drawn = chance.random()
    return next(make for upto, make in kinds if drawn <= upto)(chance)


def _top_level(chance: Random) -> str:
    known = chance.choice(top_level_domains())
    usual = chance.choice(["com", "co", "jp", "test", "рф", "xn--p1ai", "zip", "t.co", "co.uk"])
    name = known if chance.random() < 0.6 else usual
    forms = (str.upper, str.title, lambda n: n.replace("k", "\u212a").replace("s", "ſ"))
    return chance.choice(forms)(name) if chance.random() < 0.25 else name


def domain(chance: Random) -> str:
    """A host name, often one that cannot be."""
    return ".".join([*(_label(chance) for _ in range(chance.randint(1, 3))), _top_level(chance)])


def _path(chance: Random) -> str:
    kinds = (
        (0.5, lambda c: "".join(c.choices(PATH, k=c.randint(1, 8)))),
        (0.65, lambda c: f"({''.join(c.choices(PATH, k=c.randint(0, 5)))})"),
        (0.75, lambda c: f"/{_word(c, 4)}"),
        (0.85, lambda c: f"@{_plain(c)}/"),
        (1.0, lambda c: c.choice(["..", ").", ".", "%20", "(a(b)c)", "(((", "))"])),
    )
    return "/" + "".join(_one_of(chance, kinds) for _ in range(chance.randint(0, 6)))


def address(chance: Random) -> str:
    """A web address with or without scheme, port, path and query."""
    schemes = ["http://", "https://", "HTTP://", "hTTps://", "ftp://", "//", "https:/", "httpſ://"]
    text = chance.choice([*schemes, "", "", "", ""])
    short = ["t.co/abc", "t.co", "T.CO/aBc9", f"t.co/{_plain(chance, 50)}", "t.co:80/abc"]
    text += domain(chance) if chance.random() < 0.9 else chance.choice(short)
    text += f":{chance.randint(0, 99999)}" if chance.random() < 0.2 else ""
    text += _path(chance) if chance.random() < 0.5 else ""
    if chance.random() < 0.3:
        text += "?" + "".join(chance.choices(f"{PATH}?", k=chance.randint(0, 10)))
    return text


def mixed(chance: Random) -> str:
    """A post of everything: words of many scripts, emoji, addresses, mentions, hashtags."""
    kinds = (
        (0.3, address),
        (0.4, lambda c: c.choice(EMOJI)),
        (0.5, _word),
        (0.6, _plain),
        (0.65, lambda c: f"@{_plain(c)}"),
        (0.7, lambda c: f"#{_word(c)}"),
        (0.8, lambda c: c.choice(PUNCTUATION)),
        (0.85, _character),
        (1.0, domain),
    )
    return "".join(
        _one_of(chance, kinds) + (chance.choice(PUNCTUATION) if chance.random() < 0.4 else "")
        for _ in range(chance.randint(1, 12))
    )


def soup(chance: Random) -> str:
    """Characters that make and break addresses, in no order."""
    return "".join(chance.choices("aA1.-_/:@#?&=%()éжιK日。 com", k=chance.randint(1, 60)))


def emoji(chance: Random) -> str:
    """Emoji, and the parts of which they are made."""
    parts = [*"".join(EMOJI), *"0#*\u20e3\u2640\u2642\u2695", *map(chr, range(0x1F440, 0x1F500, 7))]
    return "".join(chance.choices([*parts, *EMOJI], k=chance.randint(1, 20)))


def units(chance: Random) -> str:
    """Any UTF-16 code unit, halves of pairs too."""
    return "".join(
        chr(chance.randint(0, 0xFFFF)) if chance.random() < 0.5 else _character(chance)
        for _ in range(chance.randint(1, 40))
    )


def dots(chance: Random) -> str:
    """Labels and full stops."""
    kinds = ((0.4, lambda c: _word(c, 3)), (0.7, lambda c: _plain(c, 4)), (1.0, _top_level))
    labels = ".".join(_one_of(chance, kinds) for _ in range(chance.randint(2, 8)))
    return labels + chance.choice(["", "/", "/a", "?x", ".", "。"])


def indic(chance: Random) -> str:
    """Consonants, vowel signs, viramas and joiners of three Indic scripts."""
    codes = [*range(0x900, 0xA00), *range(0xD00, 0xD80), 0x200C, 0x200D, 0x94D, 0x94D]
    return "".join(map(chr, chance.choices(codes, k=chance.randint(1, 10))))


def hangul(chance: Random) -> str:
    """Jamo and syllables, with what must and must not part them."""
    codes = [*range(0x1100, 0x1200), *range(0xAC00, 0xAC40), *range(0xA960, 0xA980), 13, 10, 0x600]
    return "".join(map(chr, chance.choices([*codes, 0x308, 0x200D], k=chance.randint(1, 30))))
