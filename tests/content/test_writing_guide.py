"""docs/writing.md: every key is in it, and everything in it is valid."""

import re
from pathlib import Path
from typing import Any

from PIL import Image

from publisher.content.article import FrontMatter
from publisher.content.front_matter import validate
from publisher.content.located import Located, parse
from publisher.content.pages import PageFrontMatter
from publisher.content.parts import Again, Consent, Film, NextStep, Social
from publisher.content.people import Person
from publisher.content.references import IDENTIFIERS, Reference
from publisher.content.topics import Topic
from publisher.site.markdown import render
from tests.content.paper import ARTICLE, article, lines, load

GUIDE = (Path(__file__).parents[2] / "docs/writing.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml(?: (\w+))?\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
(TEXT,) = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
FRONT_MATTER = "".join(text for kind, text in BLOCKS if not kind)


def located(text: str) -> Located:
    found = parse("docs/writing.md", text)
    assert isinstance(found, Located)
    assert found.findings == ()
    return found


def entries(kind: str) -> dict[str, Any]:
    (text,) = (text for found, text in BLOCKS if found == kind)
    data = located(text).data
    assert isinstance(data, dict)
    return data


def test_the_examples_together_are_one_article_with_every_key():
    whole = located(FRONT_MATTER)
    assert isinstance(whole.data, dict)
    assert validate(FrontMatter, whole) == FrontMatter.model_validate(whole.data)
    assert set(whole.data) == set(FrontMatter.model_fields)
    assert set(whole.data["social"]) - {"bluesky"} == set(Social.model_fields)
    later = {key for one in whole.data["social"]["again"] for key in one}
    assert later - {"bluesky"} == set(Again.model_fields)
    assert set(whole.data["next_step"]) == set(NextStep.model_fields)
    assert set(whole.data["film"]) == set(Film.model_fields)
    assert {key for one in whole.data["consent"] for key in one} == set(Consent.model_fields)
    assert {key for one in whole.data["references"] for key in one} | set(IDENTIFIERS) == set(
        Reference.model_fields
    )


def test_every_kind_of_person_and_topic_is_an_example():
    for kind, model in (("people", Person), ("topics", Topic)):
        found = entries(kind)
        assert {key for entry in found.values() for key in entry} == set(model.model_fields)
        for entry in found.values():
            model.model_validate(entry)


def test_the_keys_of_standing_pages_are_named():
    last = GUIDE.split("A standing page")[1]
    assert set(re.findall(r"`(\w+)`", last)) == set(PageFrontMatter.model_fields)


def test_the_article_of_the_guide_has_nothing_to_be_told(tmp_path: Path):
    """But for its original, which is not here."""
    people = "".join(
        f"{key}: {{name: A, kind: team}}\n"
        for key in ("health-literacy-team", "patient-safety-team")
    )
    publication = load(
        tmp_path,
        {
            ARTICLE: f"---\n{FRONT_MATTER}---\n\nWords.\n",
            "content/articles/2026/fever.png": b"",
            "content/articles/2026/fever-film.jpg": b"",
            "content/people.yml": people,
            "content/topics.yml": "health-literacy: {name: A}\n",
        },
    )
    assert [line.partition("; ")[0] for line in lines(publication.findings)] == [
        f"{ARTICLE}:61:1 front-matter-unknown: no article has the id `h3x9-zw5t`",
    ]


def test_the_text_of_the_guide_shows_what_it_says(tmp_path: Path):
    folder = tmp_path / "content/articles/2026"
    folder.mkdir(parents=True)
    Image.new("RGB", (90, 60)).save(folder / "fever.png")
    publication = load(tmp_path, {ARTICLE: article(body=TEXT)})
    assert publication.findings == ()
    html = render(publication, ["attr_list", "tables"], {}).html[ARTICLE]
    assert re.findall(r"<(?:figcaption|small|caption|blockquote).*?>(?:[^<]*)", html) == [
        "<figcaption>Drink, rest, wait. ",
        "<small>Picture: Our staff",
        "<caption>When to call",
        '<blockquote class="pull" lang="es">\n',
    ]


def test_the_guide_is_a_page_and_not_a_book():
    assert len(GUIDE.split()) < 1300
