"""The list of what each address holds: a change of what readers see shows, and no other does."""

import json

import pytest

from publisher.site.digests import Changes, Digests, changes, of_site, read, write

PAGE = """<!doctype html><html><head><title>Wash</title>
<meta name="description" content="Why we wash">
<meta name="robots" content="index, follow"></head>
<body class="kind-article"><nav><a href="/topics/">Topics</a></nav>
<main id="main"><h1>Wash</h1><p title="a > b">Twenty seconds, <a href="../soap/">with soap</a>.</p>
<img src="hands.png" alt="Two hands"></main><footer>Trust</footer></body></html>"""


@pytest.fixture
def site(tmp_path):
    """A page, a feed, a page that is not to be listed, a style, and a folder's file."""
    files = {
        "index.html": PAGE,
        "old/index.html": PAGE.replace("index, follow", "noindex, follow"),
        "a/file.html": PAGE,
        "feed.xml": "<rss/>",
        "style.css": "a {}",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def listed(site):
    return of_site(site, frozenset({"feed.xml"}))


def test_pages_that_may_be_listed_and_feeds_stand_in_it(site):
    found = listed(site)
    assert (list(found.pages), list(found.feeds)) == ([""], ["feed.xml"])


def test_it_is_written_at_the_root_and_read_again_and_does_not_count_itself(site):
    before = listed(site)
    for _ in range(2):
        write(site, ["feed.xml"])
        assert read((site / "digests.json").read_text()) == before == listed(site)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>Wash", "<title>Wash!"),
        ("Why we wash", "Why we all wash"),
        ("Twenty seconds", "Thirty seconds"),
        ("../soap/", "../water/"),
        ("hands.png", "sink.png"),
        ("Two hands", "Two wet hands"),
    ],
)
def test_what_a_reader_sees_changes_a_pages_digest(site, old, new):
    before = listed(site)
    assert old in PAGE
    (site / "index.html").write_text(PAGE.replace(old, new))
    assert changes(before, listed(site)) == Changes(("",), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="kind-article"', 'class="kind-story"'),
        ('<a href="/topics/">Topics</a>', '<a href="/people/">People</a>'),
        ("<footer>Trust", "<footer>Our trust"),
        ("<h1>Wash</h1>", '<h1 class="big">\n  Wash\n</h1>'),
        ("index, follow", "index, follow, max-image-preview:large"),
        ("seconds, ", "seconds,\n"),
    ],
)
def test_what_a_reader_does_not_see_changes_only_the_sites(site, old, new):
    before = listed(site)
    assert old in PAGE
    (site / "index.html").write_text(PAGE.replace(old, new))
    now = listed(site)
    assert changes(before, now) == Changes((), ())
    assert now.site != before.site


@pytest.mark.parametrize("change", ["content", "name", "gone", "new"])
def test_any_file_changes_the_sites_digest(site, change):
    before = listed(site)
    style = site / "style.css"
    match change:
        case "content":
            style.write_text("b {}")
        case "name":
            style.rename(site / "print.css")
        case "gone":
            style.unlink()
        case "new":
            (site / "more.css").write_text("")
    assert listed(site).site != before.site


def test_pages_that_are_new_changed_or_gone_and_feeds_that_are_not_gone_are_told():
    before = Digests("1", {"a/": "1", "b/": "1", "c/": "1"}, {"feed.xml": "1", "gone.xml": "1"})
    now = Digests("2", {"d/": "1", "b/": "2", "a/": "1"}, {"new.xml": "1", "feed.xml": "2"})
    assert changes(before, now) == Changes(("b/", "c/", "d/"), ("feed.xml", "new.xml"))
    assert changes(now, now) == Changes((), ())


def test_nothing_before_makes_everything_new():
    now = Digests("2", {"": "1"}, {"feed.xml": "2"})
    assert changes(read("{}"), now) == Changes(("",), ("feed.xml",))


@pytest.mark.parametrize("text", ["", "<html>", "[]", "1", "null", '{"pages": 1}', "[" * 100_000])
def test_what_is_no_list_is_told_in_one_sentence(text):
    with pytest.raises(ValueError, match=r"^this is no list of digests, as `publisher build`"):
        read(text)


def test_an_address_of_any_script_stands_in_it_as_it_is(site):
    (site / "ידיים").mkdir()
    (site / "ידיים/index.html").write_text(PAGE)
    write(site, [])
    assert "ידיים/" in json.loads((site / "digests.json").read_text())["pages"]
