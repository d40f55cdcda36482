"""What is only spelling, and what may carry a dose, a limit or a life."""

import time
from collections import Counter

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from publisher.social.spelling import differences, is_spelling_only, tokens

SLIPS = """
teh the|recieve receive|beleive believe|patinet patient|hosptial hospital|becuase because
occured occurred|accomodate accommodate|seperate separate|definately definitely|wieght weight
treatement treatment|medcine medicine|prescribtion prescription|symtoms symptoms|docotr doctor
thier their|adn and
"""
NO_SLIPS = """
may must|must may|can could|should would|hypertension hypotension|hypotension hypertension
hyperglycemia hypoglycemia|prednisone prednisolone|prednisolone prednisone|cefalexin cefazolin
methanol ethanol|mg mcg|mg ml|micrograms milligrams|milligrams micrograms|grams grains
hydroxyzine hydralazine|clonidine clonazepam|ileum ilium|dysphasia dysphagia|afferent efferent
abduct adduct|palpation palpitation|perineal peroneal|ureter urethra|infection injection
infaction infection|infarction infraction|trail trial|causal casual|averse adverse|unclear nuclear
affect effect|statin station|colic comic|stoma storm|menses senses|lumber lumbar|mucus mucous
desert dessert|later latter|angel angle|increase decrease|increse increase|befor before
nto not|cna can|muts must|witout without|tabelt tablet|huors hours|hypetension hypertension
hypetension hypotension|prednisne prednisone|asprin aspirin|insuln insulin|metformn metformin
untill until|Micheal Michael|micheal Michael|Teh The|teh THE|nhs NHS|the teh|patient patinet
hosptial hospice|colour color|well we'll|its it's|cant can't
"""


def pairs(listed: str) -> list[list[str]]:
    """Each `before after` of a list."""
    return [pair.split() for pair in listed.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize(("wrong", "right"), pairs(SLIPS))
def test_a_slip_of_the_finger_is_only_spelling(wrong: str, right: str):
    text = "Wash your hands, {} 20 seconds, before [you eat](https://example.org/soap)."
    assert is_spelling_only(text.format(wrong), text.format(right))
    assert not is_spelling_only(text.format(right), text.format(wrong))


@pytest.mark.parametrize(("before", "after"), pairs(NO_SLIPS))
def test_what_may_mean_something_else_is_more_than_spelling(before: str, after: str):
    text = "Before you eat, {} here."
    assert not is_spelling_only(text.format(before), text.format(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Take 10 mg.", "Take 100 mg."),
        ("Take 10 mg.", "Take 10 mcg."),
        ("Take 10mg.", "Take 10ml."),
        ("Take 1.5 ml.", "Take 15 ml."),
        ("Take 1,000 units.", "Take 1.000 units."),
        ("Take vitamin B12.", "Take vitamin B6."),
        ("Do not take it.", "Do take it."),
        ("You may take it.", "You must take it."),
        ("Call 111.", "Call 112."),
        ("See [us](a.md).", "See [us](b.md)."),
        ("See [us](recieve.md).", "See [us](receive.md)."),
        ("See https://example.org/recieve", "See https://example.org/receive"),
        ("Write to recieve@example.org", "Write to receive@example.org"),
        ("See [us][recieve].\n\n[recieve]: a", "See [us][receive].\n\n[receive]: a"),
        ("It helps.[^recieve]", "It helps.[^receive]"),
        ("<em>recieve</em> <b class='recieve'>", "<em>recieve</em> <b class='receive'>"),
        ("Type `recieve`.", "Type `receive`."),
        ("Let us eat, children.", "Let us eat children."),
        ("It helps?", "It helps."),
        ("One.\n\nTwo.", "One. Two."),
        ("- One", "One"),
        ("It is **not** so.", "It is not so."),
        ("It helps.", "It helps. It helps."),
        ("It helps.", ""),
    ],
)
def test_no_digit_unit_mark_link_or_line_may_change(before: str, after: str):
    assert not is_spelling_only(before, after)


@pytest.mark.parametrize(
    ("before", "after", "only"),
    [
        ("El tratameinto es largo.", "El tratamiento es largo.", True),
        ("Una pacinete espera.", "Una paciente espera.", True),
        ("Debe tomarlo.", "Debo tomarlo.", False),
        ("No lo tome.", "Lo tome.", False),
        ("Esta cerrado.", "Está cerrado.", False),
        ("Hiperglucemia.", "Hipoglucemia.", False),
        ("Tome prednisona.", "Tome prednisolona.", False),
    ],
)
def test_spanish_has_its_own_dictionary_and_its_own_guard(before: str, after: str, only: bool):  # noqa: FBT001
    assert is_spelling_only(before, after, "es") is only
    assert is_spelling_only(before, after, "es-MX") is only


def test_of_a_language_without_a_guard_nothing_is_only_spelling():
    assert not is_spelling_only("Wir recieve es.", "Wir receive es.", "de")
    assert is_spelling_only("Wie es ist.", "Wie es ist.", "de")


def test_an_apostrophe_is_the_same_however_it_is_drawn():
    assert is_spelling_only("It isn't recieved.", "It isn’t received.")


WORDS = st.sampled_from(
    "take may must not 10 100 mg mcg the a patient before after hypertension hypotension "  # noqa: SIM905
    "prednisone prednisolone once twice daily left right [us](a) [us](b) https://a.example "
    "teh recieve Ann . , ( ) \n\n - ` < > zinc water".split()
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_what_is_only_spelling_changes_nothing_but_words_in_small_letters(before: str, after: str):
    if is_spelling_only(before, after):
        old, new = tokens(before), tokens(after)
        changed = [(o, n) for o, n in zip(old, new, strict=True) if o != n]
        assert all({o.kind, n.kind} == {"word"} for o, n in changed)
        assert all(o.text.islower() and o.text in {"teh", "recieve"} for o, _ in changed)


@given(TEXTS)
def test_the_same_text_is_only_spelling_and_has_no_differences(text: str):
    assert is_spelling_only(text, text)
    assert differences(text, text) == Counter()


@given(TEXTS, TEXTS, WORDS)
def test_one_more_word_is_never_only_spelling(before: str, after: str, word: str):
    assert not is_spelling_only(f"{before} {after}", f"{before} {word} {after}")


@given(st.text())
@example("](a(" * 50)
@example("1.1," * 50)
def test_tokens_are_the_whole_text(text: str):
    assert "".join(token.text for token in tokens(text)) == (
        text.replace("’", "'").replace("\r\n", "\n")
    )


@given(st.text(alphabet="0123456789.,/:", min_size=1), st.text(alphabet="0123456789.,/:"))
def test_no_number_becomes_another(one: str, other: str):
    assume(one != other)
    assert not is_spelling_only(f"Take {one} of it.", f"Take {other} of it.")


@settings(deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9), st.data())
def test_a_word_that_is_known_never_changes(letters: str, data: st.DataObject):
    known = data.draw(
        st.sampled_from(["fever", "salt", "serum", "renal", "tibia", "colon", "dose"])
    )
    assume(letters != known)
    assert not is_spelling_only(known, letters)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "a." * 20_000,
        "](" * 20_000,
        "[" * 20_000,
        "`" * 99999,
        "<" * 20_000,
        "1a" * 20_000,
        "](a(" * 20_000,
        "1." * 20_000,
        "a@" * 20_000,
        "teh " * 20_000,
    ],
)
def test_no_text_takes_long(text: str):
    start = time.process_time()
    assert is_spelling_only(text, text)
    assert not is_spelling_only(text, f"{text}!")
    assert time.process_time() - start < 2


def test_differences_are_counted_by_kind():
    assert differences(
        "Take [this](a) now, 10 mg of it.", "Take [this](b) then, 100 mg of it!"
    ) == Counter(link=1, word=1, number=1, mark=1)
    assert differences("One two.", "Two one.") == Counter(word=2)
    assert differences("one two.", "two one.") == Counter()
