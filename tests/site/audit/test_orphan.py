"""Articles that only the lists lead to, and pages that nothing leads to."""

from publisher.site.audit.orphan import find
from tests.site.audit.small import article, links, page, redirect, small, told

TEXTS = {
    **article("hands", more="aliases: [old-hands/]\n"),
    **article("soap"),
    **article("gone").copy(),
    "about.md": "---\ntitle: About\ndescription: Who we are, in one sentence.\n---\n\nWe.\n",
}
TEXTS["articles/gone.md"] = TEXTS["articles/gone.md"].replace("ready", "withdrawn")
FILES = {
    "index.html": page(links("about/", "articles/hands/", "articles/soap/")),
    "about/index.html": page(links("/articles/soap/")),
    "articles/hands/index.html": page(links("#words", "../hands/")),
    "articles/soap/index.html": page(links("../hands/")),
    "articles/gone/index.html": page(),
    "old-hands/index.html": redirect("https://journal.test/articles/hands/"),
    "404.html": page(),
}


def test_an_article_that_another_leads_to_is_no_orphan(tmp_path):
    assert list(find(small(tmp_path, TEXTS, FILES))) == []


def test_an_article_that_only_lists_lead_to_is_one_whatever_links_to_itself(tmp_path):
    lists = {"topics/hands/index.html": page(links("/articles/hands/", "/"))}
    alone = {"articles/soap/index.html": page(), "index.html": page(links("topics/hands/"))}
    files = FILES | lists | alone | {"about/index.html": page()}
    site = small(tmp_path, TEXTS, files)
    assert told(find(site)) == [
        ("warning", "content/about.md:2:1", "nothing leads from the front page to `about/`"),
        (
            "notice",
            "content/articles/hands.md:3:1",
            "only the lists lead to this article, no other article and no page",
        ),
        (
            "warning",
            "content/articles/soap.md:3:1",
            "nothing leads from the front page to `articles/soap/`",
        ),
    ]


def test_a_former_address_leads_on(tmp_path):
    files = FILES | {"articles/soap/index.html": page(links("/old-hands/"))}
    assert list(find(small(tmp_path, TEXTS, files))) == []
