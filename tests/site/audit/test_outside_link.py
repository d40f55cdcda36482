"""Links to other sites: asked politely, remembered, told, and never failing anything."""

import json
import ssl
import subprocess
import threading
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from publisher import _http
from publisher.site.audit import _asking, _memory, outside_link
from publisher.site.audit.outside_link import find
from tests.services import Service
from tests.site.audit.small import AS_OF, article, links, page, small, told

TEXT = "content/articles/hands.md:13:"


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(_asking, "PAUSE", 0.02)
    monkeypatch.setattr(_http, "TIMEOUT", (2, 0.5))


@pytest.fixture
def other():
    """Another site; its `paths` say what each of them answers."""
    with Service() as service:
        yield service


def linking(folder: Path, *urls: str, as_of=AS_OF):
    """A site with one article that links to `urls`, one after the other on its first line."""
    files = {"index.html": page(), "articles/hands/index.html": page(links(*urls))}
    body = " ".join(f"[Read]({url})" for url in urls)
    return small(folder, article("hands", body), files, as_of)


def column(urls, number):
    """Where the next address after the first `number` of `urls` is written."""
    return TEXT + str(8 + sum(len(f"{url}) [Read](") for url in urls[:number]))


def asked(service):
    return [(request.method, request.path) for request in service.requests]


def test_a_page_that_is_there_is_asked_for_once_by_its_head(tmp_path, other):
    other.paths["/a"] = (200, {})
    assert list(find(linking(tmp_path, f"{other.url}a"))) == []
    (request,) = other.requests
    assert (request.method, request.path) == ("HEAD", "/a")
    agent = request.headers["User-Agent"]
    assert agent.startswith("healthcare-publisher/")
    assert agent.endswith(" (+https://journal.test/)")
    assert "Cookie" not in request.headers
    assert "Referer" not in request.headers


@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_page_that_is_gone_is_a_warning_where_it_is_written(tmp_path, other, status):
    other.paths |= {"/a": (status, {}), "/b": (200, {})}
    url = f"{other.url}a"
    assert told(find(linking(tmp_path, url, f"{other.url}b"))) == [
        ("warning", f"{TEXT}8", f"{url} leads nowhere: the answer has status {status}")
    ]
    assert asked(other) == [("HEAD", "/a"), ("GET", "/a"), ("HEAD", "/b")]


def test_a_server_that_refuses_a_head_is_asked_for_the_page(tmp_path, other):
    other.paths["/a"] = lambda request: (405 if request.method == "HEAD" else 200, {})
    assert list(find(linking(tmp_path, f"{other.url}a"))) == []
    assert asked(other) == [("HEAD", "/a"), ("GET", "/a")]


def test_a_page_that_has_moved_for_good_is_a_notice_with_its_new_address(tmp_path, other):
    other.paths |= {
        "/a": (301, {"Location": "/b"}),
        "/b": (308, {"Location": "/c"}),
        "/c": (200, {}),
        "/d": (302, {"Location": "/c"}),
    }
    found = list(find(linking(tmp_path, f"{other.url}a", f"{other.url}d")))
    assert told(found) == [("notice", f"{TEXT}8", f"{other.url}a has moved for good")]
    assert found[0].fix == f"write {other.url}c"


def test_a_page_that_has_moved_to_nowhere_is_gone(tmp_path, other):
    other.paths |= {"/a": (301, {"Location": "/b"}), "/b": (404, {})}
    assert [severity for severity, _, _ in told(find(linking(tmp_path, f"{other.url}a")))] == [
        "warning"
    ]


@pytest.mark.parametrize("status", [401, 403, 405, 406, 429, 451, 503, 999])
def test_who_turns_programs_away_says_nothing_of_the_page(tmp_path, other, status):
    other.paths["/a"] = (status, {})
    assert list(find(linking(tmp_path, f"{other.url}a"))) == []


@pytest.mark.parametrize("status", [429, 503])
def test_who_is_busy_is_left_alone_until_tomorrow(tmp_path, other, status):
    other.paths |= {"/a": (200, {}), "/b": (status, {"Retry-After": "3600"}), "/c": (404, {})}
    urls = [f"{other.url}{name}" for name in "abc"]
    for _ in range(2):
        assert list(find(linking(tmp_path, *urls))) == []
    assert asked(other) == [("HEAD", "/a"), ("HEAD", "/b")]
    other.paths["/b"] = (200, {})
    tomorrow = linking(tmp_path, *urls, as_of=AS_OF + timedelta(days=1))
    assert [place for _, place, _ in told(find(tomorrow))] == [column(urls, 2)]


def test_good_answers_hold_for_thirty_days_and_bad_ones_for_one(tmp_path, other):
    other.paths |= {"/good": (200, {}), "/bad": (404, {})}
    urls = (f"{other.url}good", f"{other.url}bad")
    expected = [("warning", "404")]
    for days, heads in ((0, ["/bad", "/good"]), (0, []), (1, ["/bad"]), (29, ["/bad"])):
        other.requests.clear()
        site = linking(tmp_path, *urls, as_of=AS_OF + timedelta(days=days))
        assert [(s, message[-3:]) for s, _, message in told(find(site))] == expected
        assert [path for method, path in asked(other) if method == "HEAD"] == heads
    other.requests.clear()
    list(find(linking(tmp_path, *urls, as_of=AS_OF + timedelta(days=30))))
    assert ("HEAD", "/good") in asked(other)


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"a": 1}', '{"a": {"day": "never"}}'])
def test_a_memory_that_cannot_be_read_is_no_memory(tmp_path, kept):
    file = tmp_path / _memory.FILE
    file.parent.mkdir(parents=True)
    file.write_text(kept)
    assert _memory.recall(tmp_path, AS_OF.date()) == {}


def test_a_memory_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / ".cache").write_text("a file where a folder should be")
    _memory.remember(tmp_path, {"a": (date(2026, 6, 1), _asking.Verdict(200))})


def test_a_server_is_asked_for_one_page_after_the_other_with_a_pause(tmp_path, other, monkeypatch):
    monkeypatch.setattr(_asking, "PAUSE", 0.1)
    at_once, times = threading.Semaphore(1), []

    def answer(_request):
        assert at_once.acquire(blocking=False), "two at once"
        times.append(time.monotonic())
        time.sleep(0.05)
        at_once.release()
        return 200, {}

    other.paths |= {f"/{name}": answer for name in "abc"}
    assert list(find(linking(tmp_path, *(f"{other.url}{name}" for name in "abc")))) == []
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 2
    assert all(gap >= 0.15 for gap in gaps)


def test_no_more_are_asked_in_a_run_than_the_limit(tmp_path, other, monkeypatch):
    monkeypatch.setattr(outside_link, "LIMIT", 2)
    other.paths |= {f"/{name}": (200, {}) for name in "abc"}
    urls = [f"{other.url}{name}" for name in "abc"]
    assert told(find(linking(tmp_path, *urls))) == [
        ("notice", "mkdocs.yml:1:1", "links to other sites that are left for the next run: 1")
    ]
    assert list(find(linking(tmp_path, *urls))) == []
    assert sorted(asked(other)) == [("HEAD", "/a"), ("HEAD", "/b"), ("HEAD", "/c")]


def test_a_server_that_does_not_answer_in_time_is_told(tmp_path, other):
    def slow(_request):
        time.sleep(1.5)
        return 200, {}

    other.paths |= {"/a": (200, {}), "/slow": slow}
    url, host = f"{other.url}slow", other.url.split("/")[2]
    assert told(find(linking(tmp_path, f"{other.url}a", url))) == [
        ("warning", column([f"{other.url}a"], 1), f"{url}: {host} did not answer in time")
    ]


def test_a_server_that_is_gone_is_told(tmp_path, other):
    with Service() as gone:
        url = f"{gone.url}a"
    other.paths["/a"] = (200, {})
    ((severity, _, message),) = told(find(linking(tmp_path, f"{other.url}a", url)))
    assert severity == "warning"
    assert message.startswith(f"{url}: 127.0.0.1:")


def test_without_a_network_one_notice_is_told_and_nothing_is_remembered(tmp_path):
    with Service() as one, Service() as two:
        urls = (f"{one.url}a", f"{two.url}a")
    ((severity, place, message),) = told(find(linking(tmp_path, *urls)))
    assert (severity, place) == ("notice", "mkdocs.yml:1:1")
    assert message.startswith("no other site could be reached (127.0.0.1:")
    assert message.endswith("; links not looked at: 2")
    assert not (tmp_path / _memory.FILE).exists()


def test_a_certificate_that_is_not_valid_is_told(tmp_path, other):
    pem = tmp_path / "key.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost"
    subprocess.run([*command.split(), "-keyout", pem, "-out", pem], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    other.socket = context.wrap_socket(other.socket, server_side=True)
    url = other.url.replace("http:", "https:")
    assert told(find(linking(tmp_path, url))) == [
        ("warning", f"{TEXT}8", f"{url}: {url.split('/')[2]} has a certificate that is not valid")
    ]


def test_a_doi_is_asked_of_its_register_alone(tmp_path, monkeypatch):
    looked = []

    def look(url, site_url, *, follow):
        looked.append((url, site_url, follow))
        status = 404 if url.endswith("10.1000/gone") else 302
        return _http.Found(status, url, moved=False)

    monkeypatch.setattr(_http, "look", look)
    references = "references:\n  - doi: 10.1000/here\n  - doi: 10.1000/gone\n"
    urls = [f"https://doi.org/10.1000/{name}" for name in ("here", "gone")]
    files = {"index.html": page(), "articles/hands/index.html": page(links(*urls))}
    site = small(tmp_path, article("hands", more=references), files)
    message = f"{urls[1]} leads nowhere: the answer has status 404"
    assert told(find(site)) == [("warning", "content/articles/hands.md:13:10", message)]
    assert looked == [(url, "https://journal.test/", False) for url in sorted(urls)]


def test_only_what_is_written_in_a_text_is_asked(tmp_path, other):
    share = f"{other.url}compose?text=Wash"
    files = {
        "index.html": page(links(share)),
        "articles/hands/index.html": page(
            links(share, "mailto:a@journal.test", "tel:+44", "/about/", "https://journal.test/")
        ),
    }
    texts = article("hands", "[Write](mailto:a@journal.test) or [call](tel:+44).")
    assert list(find(small(tmp_path, texts, files))) == []
    assert other.requests == []


def test_what_many_pages_link_to_is_asked_and_told_once(tmp_path, other):
    other.paths["/a"] = (404, {})
    url = f"{other.url}a"
    texts = article("hands", f"[Read]({url}#one)") | article("soap", f"[Read]({url}#two)")
    files = {
        f"articles/{slug}/index.html": page(links(f"{url}#{part}"))
        for slug, part in (("hands", "one"), ("soap", "two"))
    }
    site = small(tmp_path, texts, files | {"index.html": page()})
    assert [place for _, place, _ in told(find(site))] == [f"{TEXT}8"]
    assert asked(other) == [("HEAD", "/a"), ("GET", "/a")]


def test_an_address_that_no_server_can_have_is_told(tmp_path, other):
    other.paths["/a"] = (200, {})
    url = f"http://{'a' * 70}.test/"
    ((severity, _, message),) = told(find(linking(tmp_path, f"{other.url}a", url)))
    assert (severity, message.partition(": ")[0]) == ("warning", url)


def test_the_memory_says_what_was_answered_and_when(tmp_path, other):
    other.paths["/a"] = (404, {})
    list(find(linking(tmp_path, f"{other.url}a")))
    assert json.loads((tmp_path / _memory.FILE).read_text()) == {
        f"{other.url}a": {"day": "2026-06-01", "status": 404, "moved_to": "", "problem": ""}
    }
