"""Links to former addresses, and former addresses that lead to others."""

from publisher.site.audit.redirect_chain import find
from tests.site.audit.small import URL, article, links, page, redirect, small, told

TEXTS = article("hands", more="aliases: [older/, old/]\n") | article("soap", "[It](/old/)")
FILES = {
    "index.html": page(links("articles/hands/")),
    "articles/hands/index.html": page(),
    "articles/soap/index.html": page(links("/old/", "/old/#words", "/articles/hands/")),
    "old/index.html": redirect(f"{URL}articles/hands/"),
}


def test_a_link_to_a_former_address_is_told_where_it_is_written(tmp_path):
    (finding,) = find(small(tmp_path, TEXTS, FILES))
    message = "`old/` is a former address, and leads on to `articles/hands/`"
    assert told([finding]) == [("warning", "content/articles/soap.md:13:6", message)]
    assert finding.fix == f"write the file that stands there now, or {URL}articles/hands/"


def test_a_former_address_that_leads_to_another_is_told_at_its_article(tmp_path):
    files = FILES | {
        "articles/soap/index.html": page(),
        "older/index.html": redirect(f"{URL}old/"),
    }
    message = "`old/` is a former address, and leads on to `articles/hands/`"
    assert told(find(small(tmp_path, TEXTS, files))) == [
        ("warning", "content/articles/hands.md:11:11", message)
    ]
