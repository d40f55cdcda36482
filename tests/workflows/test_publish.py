"""publish.yml from the clone to the site."""

import hashlib

import pytest

SENTENCE = "\nThis sentence was added.\n"


@pytest.fixture
def published(installed):
    """The publication as it is, pushed and published."""
    ran = installed.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "success",
        "deploy": "success",
        "tell": "skipped",
        "keep": "skipped",
    }, [job.log for job in ran.values()]
    return installed


def results(ran):
    return {key: job.result for key, job in ran.items()}


def digest_of(site):
    files = {
        f"./{file.relative_to(site).as_posix()}": hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file() and file != site / "digest.txt"
    }
    names = sorted(files, key=str.encode)
    lines = "".join(f"{files[name]}  {name}\n" for name in names)
    return hashlib.sha256(lines.encode()).hexdigest()


def test_a_push_puts_the_site_and_its_digest_online(published):
    assert (published.pages / "index.html").is_file()
    assert (published.pages / "digest.txt").read_text() == digest_of(published.pages) + "\n"


def test_a_site_that_has_not_changed_is_not_sent_out_again_unless_somebody_asks(published):
    ran = published.runner("workflow_dispatch", inputs={"again": False}).run("publish.yml")
    assert ran["build"].log["Has the site changed?"] == "changed=false\n"
    assert (ran["build"].result, ran["deploy"].result) == ("success", "skipped")
    ran = published.runner("workflow_dispatch", inputs={"again": True}).run("publish.yml")
    assert ran["deploy"].result == "success"


def test_a_changed_article_changes_the_site(published):
    path = published.articles()[0]
    published.append(path, SENTENCE)
    assert published.runner("push").run("publish.yml")["deploy"].result == "success"
    pages = "".join(page.read_text("utf-8") for page in published.pages.rglob("index.html"))
    assert SENTENCE.strip() in pages


@pytest.mark.parametrize("missing", ["answer", "digest"])
def test_where_the_live_digest_cannot_be_read_the_site_is_sent_out(published, missing):
    if missing == "answer":
        (published.answers / "GET-repos-organisation-publication-pages.json").unlink()
    else:
        (published.pages / "digest.txt").unlink()
    assert published.runner("push").run("publish.yml")["deploy"].result == "success"


def test_an_article_with_a_fault_is_left_out_the_rest_goes_out_and_a_person_is_told(published):
    broken, good = published.articles()[:2]
    published.edit(broken, "\nstatus: ready\n", "\nstatus: reddy\n")
    published.append(good, SENTENCE)
    ran = published.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "success",
        "deploy": "success",
        "tell": "failure",
        "keep": "skipped",
    }
    assert f"::error file={broken}," in ran["build"].log["Check the articles"]
    pages = "".join(page.read_text("utf-8") for page in published.pages.rglob("index.html"))
    assert SENTENCE.strip() in pages
    assert ran["tell"].log["An article needs you"].startswith("::error title=An article needs you")


def test_a_configuration_that_cannot_be_read_leaves_the_site_as_it_was(published):
    before = digest_of(published.pages)
    published.edit("mkdocs.yml", "time_zone:", "time_zoned:")
    ran = published.runner("push").run("publish.yml")
    assert results(ran) == {
        "decide": "success",
        "build": "failure",
        "deploy": "skipped",
        "tell": "skipped",
        "keep": "skipped",
    }
    assert "::error title=No site was built::" in ran["build"].log["Build the site"]
    assert digest_of(published.pages) == before
