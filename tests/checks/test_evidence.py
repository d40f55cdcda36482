"""What the examples on the checks' own pages leave open: near misses, places, and time."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.checks import findings, findings_of_text
from publisher.content.source import Source
from tests.checks.reply import PUBLICATION
from tests.content.paper import article, load, put

PATH = "content/articles/2026/one.md"


def told(check: str, text: str) -> list[str]:
    source = Source("reply.md", text, text.encode())
    found = findings_of_text(source, PUBLICATION, lambda name: name == check)
    return [f"{each.line}:{each.column} {each.message}" for each in found]


def of_article(check: str, root: Path, keys: Mapping[str, str | None], body: str) -> list[str]:
    publication = load(put(root, {PATH: article(keys, body)}))
    found = findings(publication, {}, lambda name: name == check)
    return [f"{each.line}:{each.column} {each.message}" for each in found]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Walking cut the risk of dying by 32 percent.", "32 percent"),
        ("Those who walked had a 25 percent lower chance of a stroke.", "25 percent"),
        ("Women are 5-8 times more likely to have thyroid disease.", "8 times more"),
        ("The vaccine cuts the risk of disease in half.", "in half"),
        ("The shots were 63% effective against flu.", "63%"),
        ("A diet like this may reduce the risk of cancer by nearly half.", "half"),
        ("Smoking doubles the risk of a stroke.", "doubles the risk"),
        ("It brought a threefold rise in infections.", "threefold"),
        ("The tablets halved the number of deaths.", "halved the number of deaths"),
        ("Symptoms improved by about a third.", "a third"),
        ("They saw a reduction in deaths of 20 percent.", "20 percent"),
        ("It led to an increase of about 12% in the risk of falls.", "12%"),
    ],
)
def test_the_size_of_an_effect_wants_its_source(text: str, size: str):
    (finding,) = told("evidence-number", text)
    assert finding.endswith(f"“{size}” tells how much, and no source stands in this paragraph")


@pytest.mark.parametrize(
    "text",
    [
        "About 30 percent of people with diabetes have high blood pressure.",
        "Colon cancer deaths have dropped by more than 50 percent since 1970.",
        "The clinic for stroke patients is open 20 percent longer this year.",
        "Take the tablet three times a day for the pain.",
        "Raise the insulin dose by 10% if your blood sugar stays high.",
        "Funding for cancer research rose by 12 percent.",
        "It reduces life expectancy, with a survival rate of 75.9%.",
        "Does it cut the risk of a stroke by 30%?",
        "Imagine a tablet that cuts the risk of a stroke by 30%.",
        "In our survey, pain had fallen by 30%.",
        "That does not mean that it is 100 percent effective against infection.",
        "> It lowered my pain by 50%.",
        "“It lowered my pain by 50%,” she said.",
        "It lowers the risk of a stroke by 30% (Example et al., 2020).",
        "It lowers the risk of a stroke by 30% [12].",
        "It lowers the risk of a stroke by 30%.<sup>4</sup>",
        "It lowers the risk of a stroke by 30% (doi:10.1000/xyz).",
        "[One trial](https://example.com/trial) tells:\n\n- the risk of a stroke fell by 30%",
        "[One trial](https://example.com/t) tells.\n\nThe researchers saw strokes fall by 30%.",
        "[One trial](https://example.com/t) saw 30%.\n\n## So\n\nStrokes fall by 30%.",
    ],
)
def test_what_is_no_effect_or_has_its_source_passes(text: str):
    assert told("evidence-number", text) == []


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Caminar reduce un 30 % el riesgo de infarto.", "30 %"),
        ("El tabaco triplica el riesgo de ictus.", "triplica el riesgo"),
        ("Las mujeres tienen tres veces más riesgo de anemia.", "tres veces más"),
        ("La vacuna es eficaz en un 95 % contra la gripe.", "95 %"),
    ],
)
def test_spanish_is_read_as_well(text: str, size: str, tmp_path):
    (finding,) = of_article("evidence-number", tmp_path, {"lang": "es"}, f"{text}\n")
    assert f"“{size}”" in finding


def test_a_link_within_the_publication_is_no_source():
    text = "It lowers the [risk of a stroke](/articles/strokes/) by 30%."
    assert told("evidence-number", text) == [
        "1:57 “30%” tells how much, and no source stands in this paragraph"
    ]


def test_a_heading_ends_what_a_source_speaks_for():
    text = "[A trial](https://example.com/t) found this.\n\n## And\n\nThe study cut deaths by 40%."
    assert len(told("evidence-number", text)) == 1


def test_one_paragraph_has_one_finding():
    text = "It cuts the risk of a stroke by 30% and of death by 20%. Infections fell by 10%."
    assert len(told("evidence-number", text)) == 1


def test_a_title_and_a_post_may_tell_a_number_that_the_text_gives_a_source_for(tmp_path):
    keys = {"title": "Walking cuts the risk of a stroke by 30%"}
    number = "“30%” tells how much, and no source stands in this paragraph"
    assert of_article("evidence-number", tmp_path, keys, "Words.\n") == [f"3:45 {number}"]
    sourced = "It does.[^walk]\n\n[^walk]: Example, 2020.\n"
    assert of_article("evidence-number", tmp_path, keys, sourced) == []


def test_a_key_point_is_a_claim_and_a_credit_is_none(tmp_path):
    number = "“30%” tells how much, and no source stands in this paragraph"
    keys = {"key_points": "[Walking cuts the risk of a stroke by 30%]"}
    assert of_article("evidence-number", tmp_path, keys, "Words.\n") == [f"11:51 {number}"]
    keys = {"credit": "The team that cut deaths by 30%"}
    assert of_article("evidence-number", tmp_path, keys, "Words.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Experts say that naps help.",
        "A good deal of research suggests that naps help.",
        "Naps are clinically proven to help.",
    ],
)
def test_nameless_experts_are_told(text: str):
    assert len(told("evidence-studies", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Few studies show that naps help.",
        "We do not know what research shows.",
        "Do studies show that naps help?",
        "Studies show that naps help, says Dr. Example.",
        "It was published in The Lancet. Researchers found that naps help.",
        "In our survey, research shows up as a worry.",
        "Studies show that naps help:\n\n- [one](https://example.com/a)",
    ],
)
def test_studies_that_are_denied_or_named_pass(text: str):
    assert told("evidence-studies", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our programme cures arthritis.",
        "It is completely safe.",
        "A test without side effects.",
        "The miracle pill is here.",
        "It is 100% effective.",
    ],
)
def test_a_promise_is_told(text: str):
    assert len(told("evidence-absolutes", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Treatment cures over 95% of people with hepatitis C.",
        "Finding a cure for cancer has long been a dream.",
        "No drug is without side effects.",
        "It was sold as a miracle pill.",
        "Is there a cure for it?",
        "It was thrown around like a “miracle cure”.",
        "We give hope, care and cures.",
        "In the 19th century it was a cure for everything.",
        "Our team joined the Race for the Cure.",
        "The 21st Century Cures Act became law.",
    ],
)
def test_what_is_denied_doubted_or_a_name_is_no_promise(text: str):
    assert told("evidence-absolutes", text) == []


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("How to cure cancer: 10 foods", 1),
        ("The risk of pursuing miracle cures for cancer", 0),
        ("Is there a miracle cure?", 0),
    ],
)
def test_a_title_is_read_as_a_sentence(title: str, number: int, tmp_path):
    keys = {"title": f'"{title}"'}
    assert len(of_article("evidence-absolutes-title", tmp_path, keys, "Words.\n")) == number


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("See doi:10.1000/ab.c-d. And see doi:10.1000/xyz!", []),
        ("(See doi:10.1000/xyz.)", ["1:10 “10.1000/xyz.” is no DOI"]),
        ("(See doi:10.1000/xyz).", []),
        ("See *doi:10.1000/xyz*, then.", []),
        ("See doi:10.1000/a(b)c.d.", []),
        ("See https://doi.org/10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2 there.", []),
        ("See doi:10.1000/xyz — it is good.", []),
        ("See doi:10.1000/xyz—it is good.", ["1:9 “10.1000/xyz—it” is no DOI"]),
        ("See [it](https://doi.org/10.1000/xyz—).", ["1:26 “10.1000/xyz—” is no DOI"]),
        ("See [it](https://doi.org/10.1000/xyz%E2%80%94).", ["1:26 “10.1000/xyz—” is no DOI"]),
        ("See 10.1000/S0140–6736(20)1.", ["1:5 “10.1000/S0140–6736(20)1” is no DOI"]),
        ("See https://site.example/doi/full/10.1000/a–b and 10.5 to 10.1000.", []),
        ("See PMID: 1234567890.", ["1:11 “1234567890” is no PMID"]),
        ("See PMC 3139693 and PMCID: PMC3139693.", []),
        ("See NCT012345678.", ["1:8 “012345678” is no NCT"]),
        ("See ISBN 0-306-40615-2 and ISBN-13: 978-0-306-40615-7.", []),
        ("See ISBN 0-306-40615-3.", ["1:10 “0-306-40615-3” is no ISBN"]),
    ],
)
def test_an_identifier_is_right_or_told_where_it_stands(text: str, wrong: list[str]):
    assert told("evidence-identifier", text) == wrong


def test_footnotes_are_told_at_their_first_place():
    text = "One[^a] and[^b].\n\nTwo[^b] `[^code]`.\n\n[^a]: A.\n[^c]: C.\n"
    assert told("evidence-footnote-missing", text) == ["1:12 the footnote [^b] is nowhere written"]
    assert told("evidence-footnote-unnamed", text) == [
        "6:1 the footnote [^c] is named nowhere in the text"
    ]


REFERENCES = "[{doi: 10.1000/a, title: Naps}, {pmid: 12345, title: Walks, authors: [Roe J]}]"


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        ("Words.", ["11:14 none of the 2 works listed here is named in the text"]),
        ("See Naps.", ["11:45 “Walks” is listed here, and the text never names it"]),
        ("See [it](https://doi.org/10.1000/A), and Roe and colleagues.", []),
        ("See naps, and PMID 12345.", []),
    ],
)
def test_a_listed_work_is_named_by_identifier_title_or_author(body, findings, tmp_path):
    keys = {"references": REFERENCES}
    told = of_article("evidence-unused", tmp_path, keys, f"{body}\n")
    assert [each.partition(" ")[2] for each in told] == [e.partition(" ")[2] for e in findings]
    assert all(each.startswith("11:") for each in told)


UNITS = [
    *("cure ", "studies show ", "30%\n\n", "reduces a ", "by 30 % lower risk ", "[^a", "[^a]", "a"),
    *("PMID ", "doi:10.1", "ISBN 9-", "doubles the ", "Roe and ", "2 in ", "the cure for "),
]


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_however_long_holds_the_checks_up(unit: str):
    text = unit * (300_000 // len(unit))
    source = Source("reply.md", text, text.encode())
    findings_of_text(source, PUBLICATION, lambda name: name == "evidence-none")  # reads the text
    began = time.process_time()
    findings_of_text(source, PUBLICATION, lambda name: name.startswith("evidence-"))
    assert time.process_time() - began < 10
