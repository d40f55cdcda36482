"""`publisher check` as it is run: what counts, what is let stand, what is kept secret."""

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt
from PIL import Image

from publisher.checks import checks, rules
from publisher.finding import Finding, Severity
from publisher.job_summary import as_summary
from publisher.settings import GRAVE, WARNING_ALREADY
from tests.running import AS_OF, copy_sample, publisher, write_article

LONG = (
    "We ask everybody who comes to the ward in the evening, whoever they are and whatever they "
    "bring, to wash their hands at the door before they greet anyone at all."
)
DRAFT = "title: One\nauthors: [editorial-team]"
ONE = "2026/one.md"
PATH = f"content/articles/{ONE}"
NEARLY = "this is nearly a comment that lets a finding stand, and does nothing"
SELECT = ("--select", "words-sentence", "--select", "form-suppression")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_sample(tmp_path)


def configured(folder: Path, checks: str) -> None:
    file = folder / "mkdocs.yml"
    head, sign, rest = file.read_text().partition("  - publisher:\n")
    file.write_text(f"{head}{sign}      checks: {checks}\n{rest}")


def told(run: subprocess.CompletedProcess[str]) -> list[tuple[str, str, int]]:
    found = json.loads(run.stdout)["findings"]
    return [(f["check"], f["severity"], f["line"]) for f in found if f["path"] == PATH]


def check(folder: Path, *arguments: str, **environment: str):
    return publisher(folder, "check", PATH, "--format", "json", *SELECT, *arguments, **environment)


def test_a_warning_stops_nothing_and_an_error_does(folder: Path):
    write_article(folder, ONE, DRAFT, LONG)
    run = check(folder)
    assert (run.returncode, told(run)) == (0, [("words-sentence", "warning", 6)])
    configured(folder, "{words-sentence: error}")
    run = check(folder)
    assert (run.returncode, told(run)) == (1, [("words-sentence", "error", 6)])


@pytest.mark.parametrize("checks", ["{words: off}", "{words-sentence: off}"])
def test_what_is_off_is_not_told(folder: Path, checks: str):
    write_article(folder, ONE, DRAFT, LONG)
    configured(folder, checks)
    assert told(check(folder)) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"---\ntitle: Caf\xe9\n---\n", ("form-encoding", "error", 2)),
        (b"---\ntitle: [One\n---\n", ("front-matter-yaml", "error", 2)),
        (
            b"---\ntitle: One\nauthors: [editorial-team]\ndraft: true\n---\n",
            ("front-matter-key", "error", 4),
        ),
        (None, ("form-unreadable", "error", 1)),
    ],
)
def test_an_article_that_cannot_be_read_is_told_whatever_is_off(
    content: bytes | None, expected: tuple[str, str, int], folder: Path
):
    if content is None:
        (folder / PATH).symlink_to("nowhere.md")
    else:
        (folder / PATH).write_bytes(content)
    configured(folder, "{form: off, front-matter: off, form-encoding: notice}")
    assert expected in told(publisher(folder, "check", "--format", "json"))


def test_no_comment_silences_why_an_article_is_missing(folder: Path):
    key = "draft: true # publisher: ignore[front-matter-key] for later"
    write_article(folder, ONE, f"{DRAFT}\n{key}")
    assert told(publisher(folder, "check", PATH, "--format", "json")) == [
        ("front-matter-key", "error", 4)
    ]


def test_a_check_that_is_none_is_told_with_the_one_that_was_meant(folder: Path):
    write_article(folder, ONE, DRAFT)
    configured(folder, "{words-sentense: off}")
    run = check(folder)
    assert run.returncode == 2
    assert run.stderr == (
        "mkdocs.yml: checks: `words-sentense` is no check; did you mean `words-sentence`?\n"
    )


def test_an_error_of_privacy_weighs_less_only_for_a_reason(folder: Path):
    write_article(folder, ONE, DRAFT)
    configured(folder, "{privacy: warning}")
    run = check(folder)
    assert run.returncode == 2
    assert "`privacy` may weigh less only for a reason; write it as" in run.stderr
    reasoned = '{privacy: {severity: warning, reason: "our lawyers read it all"}}'
    write_article(folder, ONE, DRAFT)
    file = folder / "mkdocs.yml"
    file.write_text(file.read_text().replace("{privacy: warning}", reasoned))
    assert check(folder).returncode == 0


MICE = """title: A fruit for the hearts of mice
authors: [editorial-team]
id: qxk3m-7tw2p
status: ready
date: 2026-03-02
pillar: {pillar}
study_type: animal
description: What a fruit does within a month, and what nobody knows of it.
social: {social}"""


@pytest.mark.parametrize(
    ("pillar", "social", "expected"),
    [
        ("community", "{}", []),
        ("research", "{hook: A fruit for a month.}", []),
        ("community", "{question: Would you eat it?}", [("evidence-animal", "warning", 10)]),
    ],
)
def test_nobody_is_blamed_for_the_words_that_a_post_asks_by_itself(
    pillar: str, social: str, expected: list[tuple[str, str, int]], folder: Path
):
    write_article(folder, ONE, MICE.format(pillar=pillar, social=social), "Words of mice.")
    run = publisher(folder, "check", PATH, "--format", "json", "--select", "evidence-animal")
    assert told(run) == expected


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 0), ("notice", 2)])
def test_what_only_warns_as_it_is_needs_a_reason_to_weigh_less_than_a_warning(
    severity: str, code: int, folder: Path
):
    write_article(folder, ONE, DRAFT)
    configured(folder, f"{{privacy-document: {severity}}}")
    assert check(folder).returncode == code


def test_the_settings_know_which_grave_checks_only_warn():
    told = {
        name
        for name, module in checks().items()
        if name.startswith(GRAVE) and module.SEVERITY is Severity.WARNING
    }
    assert told | {"privacy-document"} == WARNING_ALREADY


def test_a_comment_with_a_reason_lets_a_finding_stand(folder: Path):
    write_article(
        folder, ONE, DRAFT, f"{LONG} <!-- publisher: ignore[words-sentence] the law's words -->"
    )
    assert told(check(folder)) == []


def test_a_comment_without_reason_or_need_is_a_finding(folder: Path):
    body = f"{LONG} <!-- publisher: ignore[words-sentence] -->\n\n"
    body += "Short. <!-- publisher: ignore[words-sentence] no more -->\n\n"
    body += "Short. <!-- publisher: ignore[words-sentense] misspelt -->"
    write_article(folder, ONE, DRAFT, body)
    run = check(folder)
    assert told(run) == [
        ("form-suppression", "warning", 6),
        ("words-sentence", "warning", 6),
        ("form-suppression", "warning", 8),
    ]
    assert told(publisher(folder, "check", PATH, "--format", "json"))[-1:] == [
        ("form-suppression", "warning", 10)
    ]


def test_a_comment_that_names_a_family_is_told_to_name_the_check(folder: Path):
    write_article(folder, ONE, DRAFT, "Words. <!-- publisher: ignore[privacy] it is mine -->")
    run = publisher(folder, "check", PATH, "--format", "json")
    (found,) = json.loads(run.stdout)["findings"]
    assert (found["message"], found["fix"]) == (
        "`privacy` is a family of checks and no check, so this comment does nothing",
        "name the check that found it; `publisher checks` lists them",
    )


def test_a_baseline_leaves_only_what_is_new(folder: Path):
    file = write_article(folder, ONE, DRAFT, LONG)
    run = publisher(folder, "check", "--baseline", "--as-of", AS_OF)
    assert "1 finding is settled in .publisher-baseline.json; commit it" in run.stderr
    assert told(check(folder)) == []
    file.write_text(f"{file.read_text()}\nStudies show that it works.\n")
    assert told(publisher(folder, "check", PATH, "--format", "json")) == [
        ("evidence-studies", "warning", 8)
    ]


def test_a_misspelt_comment_is_told_with_what_to_write_instead(folder: Path):
    write_article(folder, ONE, DRAFT, f"{LONG} <!-- publisher: ingore[words-sentence] as it is -->")
    run = publisher(folder, "check", PATH, *SELECT)
    assert [line for line in run.stdout.splitlines() if not line.startswith("    |")] == [
        PATH,
        f"  {PATH}:6:1: warning: {NEARLY} [form-suppression]",
        "    = write `<!-- publisher: ignore[words-sentence] reason -->`",
        f"  {PATH}:6:1: warning: this sentence has 31 words [words-sentence]",
        "    = say it in two",
        "",
        "2 warnings",
    ]


def test_after_one_that_is_let_stand_the_next_is_told(folder: Path):
    other = LONG.replace("evening", "afternoon")
    stands = " <!-- publisher: ignore[words-sentence] the law's words -->"
    write_article(folder, ONE, DRAFT, f"{LONG}{stands}\n\n{other}")
    assert told(check(folder)) == [("words-sentence", "warning", 8)]
    write_article(folder, ONE, DRAFT, f"{LONG}{stands}\n\n{other}{stands}")
    assert told(check(folder)) == []


def test_a_word_that_is_let_stand_once_is_told_where_it_stands_again(folder: Path):
    word = "An elderly lady rang the ward at night."
    stands = "<!-- publisher: ignore[words-ageing] as she calls herself -->"
    write_article(folder, ONE, DRAFT, f"{word} {stands}\n\n{word}\n\n{word}")
    run = publisher(folder, "check", PATH, "--format", "json", "--select", "words-ageing")
    assert told(run) == [("words-ageing", "warning", 8)]


def test_a_story_that_is_let_stand_hides_no_other_story(folder: Path):
    stands = "<!-- publisher: ignore[consent-missing] she is made up -->"
    first = f"One of our patients told us that the letter had frightened her. {stands}"
    body = f"{first}\n\nAnother of our patients told us that he was admitted with a fever."
    write_article(folder, ONE, DRAFT, body)
    run = publisher(folder, "check", PATH, "--format", "json", "--select", "consent-missing")
    assert told(run) == [("consent-missing", "error", 8)]


def test_a_new_long_sentence_is_told_beside_one_that_is_settled(folder: Path):
    file = write_article(folder, ONE, DRAFT, f"{LONG}\n\n{LONG.replace('evening', 'day')}")
    publisher(folder, "check", "--baseline", "--as-of", AS_OF)
    assert told(check(folder)) == []
    shorter = LONG.replace("whoever they are and whatever they bring, ", "at whatever hour, ")
    file.write_text(f"{file.read_text()}\n{shorter.replace('We ask', 'Now we kindly ask')}\n")
    assert told(check(folder)) == [("words-sentence", "warning", 10)]


def test_an_article_that_is_moved_keeps_what_is_settled(folder: Path):
    file = write_article(folder, "2026/two.md", f"{DRAFT}\nid: abcde-fghjk", LONG)
    publisher(folder, "check", "--baseline", "--as-of", AS_OF)
    file.rename(folder / PATH)
    assert told(check(folder)) == []


def test_a_baseline_that_knows_articles_by_their_paths_still_holds(folder: Path):
    file = write_article(folder, ONE, DRAFT, LONG)
    publisher(folder, "check", "--baseline", "--as-of", AS_OF)
    file.write_text(file.read_text().replace(DRAFT, f"{DRAFT}\nid: abcde-fghjk"))
    assert told(check(folder)) == []


def test_a_reply_is_read_from_standard_input(folder: Path):
    command = ["publisher", "check", "-", "--format", "json"]
    run = subprocess.run(
        command, cwd=folder, input=f"Thank you.\n\n{LONG}\n", capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    found = json.loads(run.stdout)["findings"]
    assert [(f["path"], f["check"], f["line"]) for f in found] == [("-", "words-sentence", 3)]


STORY = """\
---
title: A letter
authors: [editorial-team]
consent:
  - {{record: C-0042, scope: words, by: the hospital, to: the public, purpose: to thank,
     {until}}}
---

One of our patients told us that the letter had frightened her.
"""


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("expires: 2028-03-14", []),
        ("expires: 2025-03-14", [("consent-lapsed", 5)]),
        ("expire: 2028-03-14", [("front-matter-key", 6), ("consent-missing", 9)]),
    ],
)
def test_an_article_on_standard_input_is_read_with_its_consent(
    until: str, expected: list[tuple[str, int]], tmp_path: Path
):
    command = ["publisher", "check", "-", "--as-of", AS_OF, "--format", "json"]
    run = subprocess.run(
        [*command, "--select", "consent", "--select", "front-matter"], cwd=tmp_path,
        input=STORY.format(until=until), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [(f["check"], f["line"]) for f in json.loads(run.stdout)["findings"]] == expected


def test_a_reply_is_checked_anywhere_and_in_its_language(tmp_path: Path):
    command = ["publisher", "check", "-", "--language", "es", "--format", "json"]
    run = subprocess.run(
        command, cwd=tmp_path, input="El suicidio es más frecuente en primavera.\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = json.loads(run.stdout)["findings"]
    assert [(f["path"], f["check"]) for f in found] == [("-", "words-suicide-line")]
    assert run.returncode == 1


def test_a_text_that_is_too_long_is_refused_and_not_cut(tmp_path: Path):
    text = "Wash your hands before every meal.\n\n" * 28_000 + "Mrs. Alvarez had a stroke.\n"
    run = publisher(tmp_path, "check", "-", typed=text)
    assert run.returncode == 1
    assert run.stdout == (
        "-\n"
        "  -:1:1: error: the text has more than 500,000 bytes, so none of it was read "
        "[form-size]\n"
        "    = check it in parts that have fewer\n"
        "\n"
        "1 error\n"
    )
    run = publisher(tmp_path, "check", "-", "--select", "words", typed="a" * 499_999 + "\n")
    assert (run.returncode, run.stdout) == (0, "nothing to mend\n")


@pytest.mark.parametrize("typed", ["", " \n\n"])
def test_an_empty_standard_input_is_no_clean_bill_of_health(typed: str, tmp_path: Path):
    run = publisher(tmp_path, "check", "-", typed=typed)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "there was nothing to read on standard input\n"


@pytest.mark.parametrize(
    "beside", [("content",), ("--fix",), ("--baseline",), ("--site",), ("--online", "content")]
)
def test_standard_input_goes_alone(beside: tuple[str, ...], folder: Path):
    run = publisher(folder, "check", "-", *beside, typed="Thank you.\n")
    said = ", ".join(reversed(beside))
    assert run.returncode == 2
    assert run.stderr.endswith(
        f"Error: `-` reads standard input and nothing else; leave out {said}\n"
    )


def test_a_language_beside_files_is_a_mistake(folder: Path):
    run = publisher(folder, "check", "content", "--language", "es")
    assert run.returncode == 2
    assert run.stderr.endswith("Error: --language goes with `-`; a file says `lang:` itself\n")


def test_a_baseline_settles_no_more_than_is_selected(folder: Path):
    two, both = "2026/two.md", f"{LONG} Studies show that it works."
    write_article(folder, ONE, DRAFT, both)
    write_article(folder, two, DRAFT, both)
    families = ("--select", "words-sentence", "--select", "evidence")
    run = publisher(folder, "check", PATH, "--baseline", "--select", "words", "--format", "json")
    assert run.stderr == "1 finding is settled in .publisher-baseline.json; commit it\n"
    run = publisher(folder, "check", "--format", "json", *families)
    left = [(f["check"], Path(f["path"]).name) for f in json.loads(run.stdout)["findings"]]
    assert [each for each in left if each[1] in {"one.md", "two.md"}] == [
        ("evidence-studies", "one.md"),
        ("words-sentence", "two.md"),
        ("evidence-studies", "two.md"),
    ]


def test_github_gets_a_summary_that_a_clinician_understands(folder: Path):
    write_article(folder, ONE, DRAFT, LONG)
    summary = folder / "summary.md"
    run = publisher(
        folder, "check", PATH, "--format", "github", *SELECT,
        GITHUB_STEP_SUMMARY=str(summary), GITHUB_SERVER_URL="https://github.com",
        GITHUB_REPOSITORY="example/journal", GITHUB_SHA="abc",
    )  # fmt: skip
    place = "file=content/articles/2026/one.md,line=6,col=1,title=words-sentence"
    assert run.stdout == f"::warning {place}::this sentence has 31 words. say it in two\n"
    address = "https://github.com/example/journal/blob/abc/content/articles/2026/one.md"
    assert summary.read_text() == (
        "## To look at: 1 warning\n"
        "A warning is advice: you decide.\n\n"
        "### content/articles/2026/one.md\n\n"
        f"- warning, [line 6]({address}?plain=1#L6): this sentence has 31 words. → say it in two "
        "`words-sentence`\n"
    )


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("begin this one with `##`", "begin this one with `##`"),
        ("`<script>` is refused, *here*", r"`<script>` is refused, \*here\*"),
        ("``a ` b`` and <b>", r"``a ` b`` and \<b\>"),
        ("`a`<script>`", r"`a`\<script\>\`"),
        ("``a` <script> `b", r"\`\`a` <script> `b"),
        ("a \\`<b>`", r"a \\`<b>`"),
        ("`a``<b>", r"\`a\`\`\<b\>"),
    ],
)
def test_a_summary_escapes_signs_but_not_within_code(message: str, shown: str):
    found = Finding("form-html", Severity.NOTICE, "a_b.md", 1, 1, message)
    told = as_summary([found])
    assert told.endswith(f"### a\\_b.md\n\n- notice, line 1: {shown}. `form-html`\n")
    page = MarkdownIt("commonmark").render(told)
    assert "<script>" not in page
    assert "<b>" not in page


def test_sarif_says_what_each_check_is(folder: Path):
    write_article(folder, ONE, DRAFT, LONG)
    run = publisher(folder, "check", PATH, "--format", "sarif", *SELECT)
    document = json.loads(run.stdout)
    schema = Path(__file__).parent / "content/data/sarif-2.1.0-rtm.5.json"
    jsonschema.validate(document, json.loads(schema.read_text()))
    assert document["runs"][0]["tool"]["driver"]["rules"] == [
        {
            "id": "words-sentence",
            "shortDescription": {"text": rules()["words-sentence"]},
        }
    ]


def test_identifiers_are_written_as_they_are_cited(folder: Path):
    references = (
        "references:\n"
        "  - doi: https://doi.org/10.1056/NEJMoa2034577.\n"
        '  - doi: "doi:10.1016/S0140–6736(20)30183–5"\n'
        "  - doi: 10.1001/jama.2020.1585 — # a dash\n"
        '  - doi: "10.1001/jama.2020.1586—"\n'
        "  - pmid: https://pubmed.ncbi.nlm.nih.gov/33301246/\n"
        "  - nct: https://clinicaltrials.gov/study/nct04368728"
    )
    file = write_article(folder, ONE, f"{DRAFT}\n{references}", "Words – since 2019–2021.")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    run = publisher(folder, "check", "--fix", PATH)
    assert f"{PATH}: wrote identifiers as they are cited\n" in run.stderr
    assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n")
    assert file.read_text() == (
        f"---\n{DRAFT}\nreferences:\n"
        "  - doi: 10.1056/NEJMoa2034577\n"
        "  - doi: 10.1016/S0140-6736(20)30183-5\n"
        "  - doi: 10.1001/jama.2020.1585 # a dash\n"
        "  - doi: 10.1001/jama.2020.1586\n"
        '  - pmid: "33301246"\n'
        "  - nct: NCT04368728\n"
        "---\n\nWords – since 2019–2021.\n"
    )


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("See doi:10.1000/ab.1—which is good.", "See doi:10.1000/ab.1 — which is good."),
        ("[Ours](https://doi.org/10.1000/ab.1—)", "[Ours](https://doi.org/10.1000/ab.1)"),
        ("[a](https://doi.org/10.1000/b–c)—and 1–2", "[a](https://doi.org/10.1000/b-c)—and 1–2"),
        ("[^a]\r\n\r\n[^a]: 10.1000/S01–67(2)1.", "[^a]\r\n\r\n[^a]: 10.1000/S01-67(2)1."),
        ("(see doi:10.1000/ab.1—)", "(see doi:10.1000/ab.1 —)"),
    ],
)
def test_a_doi_in_the_text_no_longer_runs_into_a_dash(body: str, mended: str, folder: Path):
    file = write_article(folder, ONE, DRAFT)
    head = file.read_bytes().replace(b"Words.\n", b"")
    file.write_bytes(head + body.encode())
    only = ("check", PATH, "--select", "evidence-identifier")
    assert publisher(folder, *only).returncode == 1
    run = publisher(folder, *only, "--fix")
    assert (run.returncode, run.stdout) == (0, "nothing to mend\n")
    assert run.stderr == f"{PATH}: wrote identifiers as they are cited\n"
    assert file.read_bytes() == head + mended.encode()


@pytest.mark.parametrize(
    "body",
    [
        "See https://doi.org/10.1000/a–b there.",
        "See [it](https://doi.org/10.1000/ab.1—which).",
        "See doi:10.1000/ab.1 — since 2019–2021 it is good.",
        "Write `doi:10.1000/ab.1—` so.\r\n\r\n```\r\ndoi:10.1000/ab.1—which\r\n```\r\n",
        "<!-- doi:10.1000/ab.1—which --> [it](https://site.example/doi/10.1000/ab.1—which)",
    ],
)
def test_a_dash_that_can_mean_two_things_stays(body: str, folder: Path):
    file = write_article(folder, ONE, DRAFT)
    text = file.read_bytes() + body.encode()
    file.write_bytes(text)
    publisher(folder, "check", PATH, "--fix", "--select", "evidence-identifier")
    assert file.read_bytes() == text


def test_a_picture_no_longer_tells_where_it_was_taken_and_looks_the_same(folder: Path):
    file = folder / "content/articles/2026/leg.jpg"
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
    Image.new("RGB", (60, 40), "red").save(file, exif=exif)
    with Image.open(file) as picture:
        pixels = picture.tobytes()
    run = publisher(folder, "check", "--select", "privacy-picture", "--format", "json")
    assert [f["message"] for f in json.loads(run.stdout)["findings"]] == [
        "this picture's file tells where it was taken"
    ]
    run = publisher(folder, "check", "--fix", "--select", "privacy-picture")
    assert run.stderr.endswith("leg.jpg: took out what the file told beside what is seen\n")
    assert (run.returncode, run.stdout) == (0, "nothing to mend\n")
    with Image.open(file) as picture:
        assert picture.tobytes() == pixels
        assert not picture.getexif()


@pytest.mark.parametrize(("form", "file"), [("markdown", "checks.md"), ("training", "training.md")])
def test_what_docs_say_of_the_checks_is_what_the_checks_say(form: str, file: str):
    root = Path(__file__).parents[1]
    run = publisher(root, "checks", "--format", form)
    assert (root / "docs" / file).read_text() == run.stdout, (
        f"publisher checks --format {form} > docs/{file}"
    )


def test_a_check_has_a_page(folder: Path):
    run = publisher(folder, "checks", "words-sentence")
    assert run.stdout.startswith("words-sentence (warning)\n\nA sentence of more than 25 words.\n")
    run = publisher(folder, "checks", "words-sentense")
    assert run.returncode == 2
    assert "`words-sentense` is no check; `publisher checks` lists them" in run.stderr


def test_an_article_in_a_language_that_is_not_read_is_told_so_once(folder: Path):
    body = "Mme Martin a eu un infarctus.\n\nElle va mieux."
    write_article(folder, ONE, f"{DRAFT}\nlang: fr", body)
    run = publisher(folder, "check", PATH, "--select", "form-language-unread")
    assert run.stdout == (
        f"{PATH}\n"
        f"  {PATH}:4:1: notice: the checks know the words of English and Spanish, not of `fr`: for "
        "patients this was read with the English lists, for its wording not at all "
        "[form-language-unread]\n"
        "    | lang: fr\n"
        "    = have somebody who speaks it read it for names, dates, places and how it is said\n"
        "\n"
        "1 notice\n"
    )
    assert run.returncode == 0


COVERS = "<!-- publisher: ignore[privacy-name] consent C-0042 covers the name -->"


@pytest.mark.parametrize("guide", ["privacy-officer.md", "writing.md"])
def test_a_name_that_a_consent_covers_is_let_stand_as_the_guides_say(guide: str, folder: Path):
    assert COVERS in (Path(__file__).parents[1] / "docs" / guide).read_text()
    head, _, body = STORY.format(until="expires: 2028-03-14").removeprefix("---\n").partition("---")
    named = body.strip().replace("One of our patients", "Our patient Mrs. Alvarez")
    only = ("check", PATH, "--as-of", AS_OF, "--select", "privacy", "--select", "consent")
    write_article(folder, ONE, head.strip(), named)
    assert told(publisher(folder, *only, "--format", "json")) == [("privacy-name", "error", 9)]
    write_article(folder, ONE, head.strip(), f"{named} {COVERS}")
    assert publisher(folder, *only).stdout == "nothing to mend\n"
