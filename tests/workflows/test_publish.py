"""publish.yml from the clone to the site, and to those who follow it."""

import pytest

from publisher.site import digests
from tests.services import Service

SENTENCE = "\nThis sentence was added.\n"


@pytest.fixture
def published(installed):
    """The publication as it is, pushed and published."""
    ran = installed.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "success",
        "deploy": "success",
        "ping": "success",
        "announce": "success",
        "alarm": "success",
        "remind": "skipped",
        "tell": "skipped",
        "keep": "skipped",
    }, [job.log for job in ran.values()]
    return installed


def results(ran):
    return {key: job.result for key, job in ran.items()}


def listed(site):
    return digests.read((site / "digests.json").read_text())


def test_a_push_puts_the_site_and_its_list_online(published):
    assert (published.pages / "index.html").is_file()
    feeds = listed(published.pages).feeds
    assert {"feed.xml", "atom.xml", "feed.json"} <= feeds.keys()
    assert listed(published.pages) == digests.of_site(published.pages, frozenset(feeds))


def test_a_site_that_has_not_changed_is_not_sent_out_again_unless_somebody_asks(published):
    ran = published.runner("workflow_dispatch", inputs={"again": False}).run("publish.yml")
    assert ran["build"].log["Has the site changed?"] == "changed=false\nknown=true\n"
    assert (ran["build"].result, ran["deploy"].result) == ("success", "skipped")
    ran = published.runner("workflow_dispatch", inputs={"again": True}).run("publish.yml")
    assert ran["deploy"].result == "success"


def test_a_changed_article_changes_the_site(published):
    path = published.articles()[0]
    published.append(path, SENTENCE)
    assert published.runner("push").run("publish.yml")["deploy"].result == "success"
    pages = "".join(page.read_text("utf-8") for page in published.pages.rglob("index.html"))
    assert SENTENCE.strip() in pages


def break_nothing(github):
    (github.pages / "digests.json").unlink()


def break_answer(github):
    (github.answers / "GET-repos-organisation-publication-pages.json").unlink()


def break_server(github):
    (github.answers / "pages-status").write_text("503")


@pytest.mark.parametrize(
    ("break_it", "known"),
    [(break_nothing, "true"), (break_answer, "false"), (break_server, "false")],
)
def test_where_the_live_list_cannot_be_read_the_site_is_sent_out(published, break_it, known):
    break_it(published)
    ran = published.runner("push").run("publish.yml")
    assert ran["deploy"].result == "success"
    assert ran["build"].outputs["known"] == known
    assert ran["ping"].result == ("success" if known == "true" else "skipped")


TELL = "Tell search engines and feed readers what changed"


@pytest.fixture
def followed(installed):
    """The publication, no sample any more, and a hub that says what it was told."""
    with Service() as hub:
        settings = f"sample: false\n      index_now: false\n      hub: {hub.url}"
        installed.edit("mkdocs.yml", "sample: true", settings)
        installed.edit(
            "mkdocs.yml", "https://publication.example.org/", "https://pages.example.org/"
        )
        installed.runner("push").run("publish.yml")
        yield installed, hub


def test_a_hub_is_told_of_the_feeds_that_a_deploy_changed_and_of_no_other(followed):
    github, hub = followed
    first = hub.told()
    assert {form["hub.url"] for form in first} == {
        f"https://pages.example.org/{address}" for address in listed(github.pages).feeds
    }
    before = listed(github.pages)
    github.append(next(path for path in github.articles() if "/2026/" in path), SENTENCE)
    github.runner("push").run("publish.yml")
    changed = digests.changes(before, listed(github.pages)).feeds
    assert 0 < len(changed) < len(first)
    assert [form["hub.url"] for form in hub.told()[len(first) :]] == [
        f"https://pages.example.org/{address}" for address in changed
    ]


def test_a_deploy_of_what_stands_there_already_tells_nobody(followed):
    github, hub = followed
    told = len(hub.told())
    ran = github.runner("workflow_dispatch", inputs={"again": True}).run("publish.yml")
    assert (ran["deploy"].result, ran["ping"].log[TELL]) == ("success", "nothing to tell\n")
    assert len(hub.told()) == told


def test_who_cannot_be_told_stops_nothing(followed):
    github, hub = followed
    hub.status = 503
    github.append(github.articles()[0], SENTENCE)
    ran = github.runner("push").run("publish.yml")
    assert {"deploy": "success", "ping": "success"}.items() <= results(ran).items()
    assert "not sent, the answer has status 503\n" in ran["ping"].log[TELL]
    assert "::warning title=Not everybody was told::" in ran["ping"].log[TELL]


def test_an_article_with_a_fault_is_left_out_the_rest_goes_out_and_a_person_is_told(published):
    broken, good = published.articles()[:2]
    published.edit(broken, "\nstatus: ready\n", "\nstatus: reddy\n")
    published.append(good, SENTENCE)
    ran = published.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "success",
        "deploy": "success",
        "ping": "success",
        "announce": "success",
        "alarm": "success",
        "remind": "skipped",
        "tell": "failure",
        "keep": "skipped",
    }
    assert f"::error file={broken}," in ran["build"].log["Check the articles"]
    pages = "".join(page.read_text("utf-8") for page in published.pages.rglob("index.html"))
    assert SENTENCE.strip() in pages
    assert ran["tell"].log["An article needs you"].startswith("::error title=An article needs you")


def test_a_configuration_that_cannot_be_read_leaves_the_site_as_it_was(published):
    before = listed(published.pages)
    published.edit("mkdocs.yml", "time_zone:", "time_zoned:")
    ran = published.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "failure",
        "deploy": "skipped",
        "ping": "skipped",
        "announce": "skipped",
        "alarm": "skipped",
        "remind": "skipped",
        "tell": "skipped",
        "keep": "skipped",
    }
    assert "::error title=No site was built::" in ran["build"].log["Build the site"]
    assert listed(published.pages) == before
