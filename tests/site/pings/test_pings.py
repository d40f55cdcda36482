"""What is sent to whom after a deploy, and what of it did not arrive."""

import json
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from publisher import _http
from publisher.site import pings
from publisher.site.digests import Digests
from publisher.site.pings import index_now
from tests.services import Service
from tests.site.example import PUBLICATION

KEY = "0b8f4e0e1f6b4b4e8f6e6f3a52c7d201"
SITE = "https://journal.test.example/"
NOTHING = Digests()
NOW = Digests("1", {"": "1", "articles/señal/": "1"}, {"feed.xml": "1"})


def with_settings(**update):
    return replace(PUBLICATION, settings=PUBLICATION.settings.model_copy(update=update))


def test_search_engines_are_told_as_indexnow_has_it():
    told, *_ = pings.messages(PUBLICATION, NOTHING, NOW)
    assert (told.service, told.to) == ("IndexNow", "https://api.indexnow.org/indexnow")
    assert told.mime == "application/json; charset=utf-8"
    assert json.loads(told.body) == {
        "host": "journal.test.example",
        "key": KEY,
        "keyLocation": f"{SITE}{KEY}.txt",
        "urlList": [SITE, f"{SITE}articles/se%C3%B1al/"],
    }
    assert told.about == (SITE, f"{SITE}articles/se%C3%B1al/")


def test_the_key_stands_above_every_page_that_it_speaks_for():
    below = replace(PUBLICATION, site_url="https://trust.test.example/journal/")
    told, *_ = pings.messages(below, NOTHING, NOW)
    document = json.loads(told.body)
    assert index_now.key_file(below) == {f"{KEY}.txt": KEY.encode()}
    folder = document["keyLocation"].removesuffix(f"{KEY}.txt")
    assert folder == "https://trust.test.example/journal/"
    assert all(url.startswith(folder) for url in document["urlList"])


def test_no_message_holds_more_addresses_than_are_allowed():
    many = Digests("1", {f"{number:05d}/": "1" for number in range(20_001)})
    told = pings.messages(PUBLICATION, NOTHING, many)
    assert [len(message.about) for message in told] == [10_000, 10_000, 1]
    assert len({url for message in told for url in message.about}) == 20_001


def test_the_hub_is_told_of_each_feed():
    feeds = Digests("1", {}, {"feed.xml": "1", "atom.xml": "1"})
    told = pings.messages(PUBLICATION, NOTHING, feeds)
    assert [(message.service, message.to, parse_qs(message.body.decode())) for message in told] == [
        (
            "WebSub",
            "https://pubsubhubbub.appspot.com/",
            {"hub.mode": ["publish"], "hub.url": [url], "hub.topic": [url]},
        )
        for url in (f"{SITE}atom.xml", f"{SITE}feed.xml")
    ]


def test_what_stands_there_already_is_not_told():
    assert pings.messages(PUBLICATION, NOW, NOW) == []


@pytest.mark.parametrize(
    ("update", "services"),
    [({"hub": ""}, {"IndexNow"}), ({"index_now": False}, {"WebSub"}), ({"sample": True}, set())],
)
def test_who_is_told_is_set_in_mkdocs_yml(update, services):
    told = pings.messages(with_settings(**update), NOTHING, NOW)
    assert {message.service for message in told} == services


def test_without_indexnow_there_is_no_key():
    assert index_now.key_file(with_settings(index_now=False)) == {}


def test_a_placeholder_address_tells_nobody():
    placeholder = replace(PUBLICATION, site_url="https://publication.example.org/")
    assert pings.messages(placeholder, NOTHING, NOW) == []


@pytest.fixture
def service(monkeypatch):
    """IndexNow as https://www.indexnow.org/documentation describes it, and a hub, in one."""
    with Service() as service:
        monkeypatch.setattr(index_now, "ENDPOINT", f"{service.url}indexnow")
        yield service


def tell(service):
    publication = with_settings(hub=f"{service.url}hub")
    return [pings.send(m, SITE) for m in pings.messages(publication, NOTHING, NOW)]


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_message_that_arrives_is_sent_once_in_our_name(service, status):
    service.status = status
    assert tell(service) == ["", ""]
    assert [(r.method, r.path) for r in service.requests] == [
        ("POST", "/indexnow"),
        ("POST", "/hub"),
    ]
    for request in service.requests:
        agent = request.headers["User-Agent"]
        assert agent.startswith("healthcare-publisher/")
        assert agent.endswith(f" (+{SITE})")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, "it calls the message malformed"),
        (403, "it does not find the key on the site, or another one"),
        (422, "it says that these addresses do not belong to the site"),
        (429, "it was asked too often"),
        (500, "the answer has status 500"),
        (301, "the answer has status 301"),
    ],
)
def test_a_refusal_is_told_in_words_and_not_repeated(service, status, reason):
    answer = (status, {"Location": "/elsewhere", "Retry-After": "1"})
    service.paths = {"/indexnow": answer, "/hub": answer}
    assert tell(service) == [reason, f"the answer has status {status}"]
    assert len(service.requests) == 2


def test_who_cannot_be_reached_is_told(service, monkeypatch):
    monkeypatch.setattr(_http, "TIMEOUT", (1, 1))
    service.shutdown()
    service.server_close()
    host = service.url.split("/")[2]
    assert tell(service) == [f"{host} cannot be reached; is this computer online?"] * 2
