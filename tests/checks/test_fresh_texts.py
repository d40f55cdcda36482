"""Texts as somebody writes them, of which no check's own page tells."""

from pathlib import Path

import pytest

from publisher.checks import findings
from publisher.content.publication import load_publication
from publisher.finding import in_turn
from tests.checks.publications import AS_OF, settings

SETTINGS = settings("Riverside Hospital")
ARTICLE = """\
---
title: "{title}"
authors: [editorial-team]
{more}---

{body}
"""


def told(check: str, root: Path, body: str, title="Example", **header: str) -> list[str]:
    folder = root / "content/articles/2026"
    folder.mkdir(parents=True)
    (root / "content/people.yml").write_text("editorial-team: {name: Team, kind: team}\n")
    more = "".join(f"{key}: {value}\n" for key, value in header.items())
    text = ARTICLE.format(title=title, more=more, body=body)
    (folder / "example.md").write_text(text, "utf-8")
    publication = load_publication(root, SETTINGS, AS_OF, name="Riverside Hospital")
    found = in_turn(findings(publication, {}, lambda name: name == check))
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("words-ageing", "An elderly lady rang the ward at night."),
        ("words-bragging", "Our hospital offers unmatched expertise in heart surgery."),
        ("words-bragging", "Our renowned surgeons do it every day."),
        ("words-bragging", "Our doctors are among the best in the nation."),
        ("words-disability", "Special needs children come in the morning."),
        ("words-hiv", "Half of all HIV carriers do not know it."),
        ("words-mental-health", "Mental patients wait too long."),
        ("words-obesity", "She is obese and has a sore knee."),
        ("words-press-release", "The hospital is pleased to welcome two surgeons."),
        ("words-press-release", "Riverside, a leader in heart care, opens a clinic."),
        ("words-substance-use", "She came back after being clean for six months."),
        ("words-suicide-line", "She had wanted to end her life."),
        ("words-suicide-line", "He hanged himself in March."),
        ("words-suicide-method", "He shot himself in the garage. Call 988."),
        ("words-suicide-wording", "His suicide attempt was unsuccessful. Call 988."),
        ("words-jargon", "The patient had dyspnea at night."),
        ("evidence-absolutes", "The cream is guaranteed to clear your skin."),
        ("evidence-absolutes", "It works for everyone, every time."),
        ("evidence-studies", "According to a new study, naps help the heart."),
        ("evidence-studies", "Numerous studies link sleep to weight."),
        ("evidence-number", "Deaths fell by half with the new drug."),
        ("evidence-benefit-only", "Trulicity lowers blood sugar with one jab a week."),
        (
            "evidence-preprint",
            "Read [it](https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3500000).",
        ),
        ("law-campaign", "A vote for Jane Roe is a vote for safe staffing."),
        ("law-campaign", "Senator Cole does not deserve another term."),
        ("law-lobbying", "HB 2020 will close rural hospitals. Call your legislators today."),
        (
            "law-testimonial",
            "As a nurse at Riverside Hospital I say we give the best care anywhere.",
        ),
        ("law-material-tie", "Use our discount code WARD10 for the scale."),
        ("form-alt", "![untitled-1](a.png)"),
        ("form-alt-words", "![Graphic showing a heart](a.png)"),
        ("form-colour-only", "The red line shows deaths and the other one births."),
        ("form-colour-only", "Red means stop taking it."),
        ("form-embed", '<audio src="https://cdn.example/f.mp3"></audio>'),
        ("form-script", '<svg onload="count()"></svg>'),
        ("form-link-text", "[Download](https://example.org/form.pdf)"),
        ("form-heading-order", "### First\n\nText."),
    ],
)
def test_a_text_is_flagged_that_no_page_shows(check: str, text: str, tmp_path: Path):
    assert len(told(check, tmp_path, text)) == 1


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("words-suicide-line", "Antes pensaba en quitarse la vida."),
        ("words-suicide-method", "Se suicidó con una sobredosis de pastillas. Llama al 024."),
        ("words-suicide-method", "Se tiró por la ventana y murió por suicidio. Llama al 024."),
        ("words-suicide-wording", "Hay una epidemia de suicidios. Llama al 024."),
        ("evidence-absolutes", "La crema no tiene efectos secundarios."),
        ("evidence-studies", "Según un estudio reciente, la siesta ayuda."),
        ("evidence-number", "Caminar reduce el riesgo de ictus en un 30 %."),
        ("form-colour-only", "Los campos obligatorios aparecen en rojo."),
        ("form-link-text", "Para más datos, [pinche aquí](https://example.org/a)."),
    ],
)
def test_a_spanish_text_is_flagged_that_no_page_shows(check: str, text: str, tmp_path: Path):
    assert len(told(check, tmp_path, text, lang="es")) == 1


@pytest.mark.parametrize(
    ("check", "title", "header"),
    [
        ("words-clickbait", "The one habit that is destroying your knees", {}),
        ("words-clickbait", "You have been brushing your teeth wrong all your life", {}),
        ("words-suicide-title", "Second nurse kills herself in a month", {}),
        ("evidence-absolutes-title", "Weight loss with no side effects", {}),
        ("evidence-causal", "A dog keeps your heart healthy", {"study_type": "cohort"}),
        ("evidence-animal", "New hope for dementia", {"study_type": "animal"}),
    ],
)
def test_a_title_is_flagged_that_no_page_shows(
    check: str, title: str, header: dict[str, str], tmp_path: Path
):
    assert len(told(check, tmp_path, "Call 988.", title, **header)) == 1


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("words-suicide-line", "The minister shot himself in the foot with that remark."),
        ("words-jargon", "One common problem is pinkeye – conjunctivitis."),
        ("words-jargon", "Colorectal cancer is found earlier now."),
        ("words-press-release", "Two counties have committed to providing a bus."),
        ("words-bragging", "The town sent an award-winning team of gardeners."),
        ("evidence-absolutes", "There is no cure for a cold."),
        ("evidence-number", "It cut deaths by 20 %, said The Lancet in February 2019."),
        ("form-colour-only", "The red line on the skin may grow."),
        ("evidence-number", "Deaths were 30 times greater than the number on certificates."),
        ("privacy-name", "Anna B. Major, RN, a stroke nurse, has treated many patients."),
        ("privacy-phone", "Patient Advice and Liaison Service (PALS) 020 8909 5439"),
    ],
)
def test_a_text_passes_that_an_editor_would_let_pass(check: str, text: str, tmp_path: Path):
    assert told(check, tmp_path, text) == []


@pytest.mark.parametrize(
    ("check", "title", "body"),
    [
        ("words-clickbait", "The risk of pursuing miracle cures", "Words."),
        ("evidence-animal", "What makes us sick", "Rats and mice eat crumbs. Mice come in winter."),
    ],
)
def test_a_title_passes_that_an_editor_would_let_pass(
    check: str, title: str, body: str, tmp_path: Path
):
    assert told(check, tmp_path, body, title) == []


def test_a_fault_that_comes_back_is_told_once(tmp_path: Path):
    links = "[Ask](#) us, [write](#) to us, or [ring](#) us."
    assert told("form-link-empty", tmp_path, links) == [
        "this link leads nowhere: `#` (2 more below)"
    ]


LONG = (
    "Before you come to the clinic for the test of your blood please make sure that you have had "
    "nothing to eat since midnight, and bring the card that we gave you with you on the day. "
)


def test_a_long_sentence_is_told_in_a_few_lines_and_not_in_a_short_article(tmp_path: Path):
    short = "We wash our hands at the door. " * 30
    assert told("words-sentence", tmp_path / "lines", LONG) == ["this sentence has 37 words"]
    assert told("words-sentence", tmp_path / "article", LONG + short) == []


def test_a_text_that_is_hard_as_a_whole_has_no_second_finding_of_length(tmp_path: Path):
    hard = (
        "Multidisciplinary cardiovascular rehabilitation facilitates pharmaceutical optimisation. "
    )
    body = hard * 60 + LONG * 2
    assert len(told("words-reading", tmp_path / "grade", body, audience="patients")) == 1
    assert told("words-paragraph", tmp_path / "paragraph", body, audience="patients") == []
    assert told("words-jargon", tmp_path / "jargon", body, audience="patients") == []
