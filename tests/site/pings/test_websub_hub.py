"""A reader's program follows a feed through a real hub (PyPI `flask-websub`), and is told."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
import pytest
import requests
from flask import Flask, request
from flask_websub.hub import Hub, SQLite3HubStorage
from werkzeug.serving import make_server

from publisher.site import pings
from publisher.site.digests import Digests
from tests.site.example import PUBLICATION
from tests.site.feeds.test_feeds import DOCUMENTS


class AtOnce:
    """Celery, as far as the hub needs it: a task that is put off is done at once."""

    def task(self, *, bind: bool = False, **_options: Any) -> Callable[[Any], Any]:
        def made(function: Any) -> Any:
            function.delay = lambda *given: function(*([None] if bind else []), *given)
            return function

        return made


@pytest.fixture
def served():
    """A Flask application on loopback, and its address."""
    app = Flask(__name__)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield app, f"http://127.0.0.1:{server.port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_who_follows_a_feed_gets_it_when_the_hub_is_told(served, tmp_path):
    app, address = served
    settings = PUBLICATION.settings.model_copy(update={"hub": f"{address}hub"})
    publication = replace(PUBLICATION, settings=settings, site_url=address)
    received = []

    @app.get("/feed.xml")
    def feed() -> Any:
        links = f'<{address}hub>; rel="hub", <{address}feed.xml>; rel="self"'
        return DOCUMENTS["feed.xml"], {"Link": links, "Content-Type": "application/rss+xml"}

    @app.get("/reader")
    def confirm() -> str:
        return request.args["hub.challenge"]

    @app.post("/reader")
    def receive() -> str:
        received.append(request.data)
        return ""

    app.config["PUBLISH_SUPPORTED"] = True
    hub = Hub(SQLite3HubStorage(str(tmp_path / "hub.sqlite3")), AtOnce())
    app.register_blueprint(hub.build_blueprint("/hub"))
    follow = {"hub.mode": "subscribe", "hub.topic": f"{address}feed.xml"}
    follow["hub.callback"] = f"{address}reader"
    subscribed = requests.post(f"{address}hub", follow, timeout=10)
    assert subscribed.status_code == 202

    (told,) = pings.messages(publication, Digests(), Digests("1", {}, {"feed.xml": "1"}))
    assert pings.send(told, address) == ""
    assert received == [DOCUMENTS["feed.xml"]]
    assert feedparser.parse(received[0]).entries
