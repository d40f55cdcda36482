"""Titles and descriptions that stand twice."""

import pytest

from publisher.site.audit import duplicate_description, duplicate_title
from tests.site.audit.small import article, page, redirect, small, told

TEXTS = article("hands") | article("soap")
KINDS = [("title", duplicate_title), ("description", duplicate_description)]


def saying(text, language="en"):
    head = f'<meta name="description" content="{text}">'
    return page(title=text, head=head, language=language)


@pytest.mark.parametrize(("what", "audit"), KINDS)
def test_what_another_page_says_is_told_unless_both_are_texts_which_their_check_tells(
    tmp_path, what, audit
):
    files = {
        "articles/hands/index.html": saying("Wash your hands"),
        "articles/soap/index.html": saying("wash  your Hands"),
        "topics/hands/index.html": saying("Wash your hands"),
    }
    assert told(audit.find(small(tmp_path, TEXTS, files))) == [
        (
            "warning",
            "content/topics.yml:1:1",
            f"`topics/hands/` has the same {what} as `articles/hands/`",
        ),
    ]


@pytest.mark.parametrize(("what", "audit"), KINDS)
def test_translations_further_pages_and_redirects_repeat_nothing(tmp_path, what, audit):
    del what
    files = {
        "archive/index.html": saying("All"),
        "archive/page/1/index.html": saying("All"),
        "es/archive/index.html": saying("All", "es"),
        "one/index.html": redirect("https://journal.test/archive/"),
        "two/index.html": redirect("https://journal.test/archive/"),
        "empty/index.html": page(),
        "void/index.html": page(),
        "404.html": saying("All"),
    }
    assert list(audit.find(small(tmp_path, TEXTS, files))) == []
