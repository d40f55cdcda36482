"""All the networks on this machine: real servers and faithful fakes, reached by their own names.

A proxy stands between, so that the production code with its https addresses is what runs. What
must be set for that is in `Networks.environment`, for this process or for one that is started.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.running import ROOT
from tests.social.fakes.bluesky_view import BlueskyView
from tests.social.fakes.facebook import Facebook
from tests.social.fakes.linkedin import LinkedIn
from tests.social.fakes.x import X

SERVERS = ROOT / "tests/social/servers"
FROM_WHEELS = ROOT / ".venv/servers/bin"
FEDIVERSE = "mastodon.example"
FEDIVERSE_TOKEN = "mock_token"
_PATIENCE = 120  # seconds until a server must have started


@dataclass
class Networks:
    """What is running, and where."""

    pds: str
    mastodon: str
    view: BlueskyView
    linkedin: LinkedIn
    facebook: Facebook
    x: X
    proxy: str
    authority: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"HTTPS_PROXY": self.proxy, "REQUESTS_CA_BUNDLE": str(self.authority)}

    def faults(self, *faults: dict[str, Any]) -> None:
        """Spoil what comes next, as tests/social/servers/routes.py says."""
        self._control("PUT", faults)

    def passed(self) -> list[str]:
        """Method and address of each request since faults were set last."""
        passed: list[str] = self._control("GET", None).json()
        return passed

    def _control(self, method: str, said: Any) -> requests.Response:
        through = {"http": self.proxy}
        url = "http://faults.test/"
        return requests.request(method, url, json=said, proxies=through, timeout=10)

    def bluesky_account(self, handle: str) -> str:
        """Make an account on the PDS; the app password."""
        root = f"http://{self.pds}/xrpc/com.atproto.server."
        mail = f"{handle}@example.org"
        made = requests.post(
            f"{root}createAccount",
            json={"handle": handle, "email": mail, "password": "hunter2"},
            timeout=30,
        )
        made.raise_for_status()
        fields = {"Authorization": f"Bearer {made.json()['accessJwt']}"}
        app = {"name": "publisher"}
        password = requests.post(f"{root}createAppPassword", json=app, headers=fields, timeout=30)
        return str(password.json()["password"])

    def bluesky_records(self, handle: str) -> list[dict[str, Any]]:
        """The account's posts as the server keeps them, newest first."""
        answer = requests.get(
            f"http://{self.pds}/xrpc/com.atproto.repo.listRecords",
            params={"repo": handle, "collection": "app.bsky.feed.post", "limit": "100"},
            timeout=30,
        )
        records: list[dict[str, Any]] = answer.json()["records"]
        return records

    def mastodon_statuses(self) -> list[dict[str, Any]]:
        """The account's statuses, newest first."""
        fields = {"Authorization": f"Bearer {FEDIVERSE_TOKEN}"}
        root = f"http://{self.mastodon}/api/v1/accounts/"
        me = requests.get(f"{root}verify_credentials", headers=fields, timeout=30).json()
        newest = requests.get(
            f"{root}{me['id']}/statuses", params={"limit": "40"}, headers=fields, timeout=30
        )
        statuses: list[dict[str, Any]] = newest.json()
        return statuses

    def forget(self) -> None:
        """Empty every network but the PDS, where each test has an account of its own."""
        requests.post(f"http://{self.mastodon}/api/v1/_mock/reset", timeout=30).raise_for_status()
        self.view.known.clear()
        self.linkedin.posts.clear()
        self.facebook.posts.clear()
        self.facebook.scraped.clear()
        self.x.posts.clear()
        self.x.read_only = False
        self.faults()


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Networks]:
    """Start everything, and stop it again; `folder` keeps their data."""
    pds, directory, mastodon, proxy = (f"127.0.0.1:{port}" for port in _free_ports(4))
    with contextlib.ExitStack() as stack:
        view, linkedin, facebook, x = BlueskyView(), LinkedIn(), Facebook(), X()
        for fake in (view, linkedin, facebook, x):
            stack.enter_context(fake)
        routes = {
            "bsky.social": pds,
            "public.api.bsky.app": view.place,
            FEDIVERSE: mastodon,
            "api.linkedin.com": linkedin.place,
            "www.linkedin.com": linkedin.place,
            "graph.facebook.com": facebook.place,
            "api.x.com": x.place,
        }
        ports = [place.partition(":")[2] for place in (pds, directory, mastodon, proxy)]
        commands = (
            (ports[0], ["node", str(SERVERS / "pds.mjs"), str(folder / "pds"), *ports[:2]]),
            (ports[2], [f"{FROM_WHEELS}/mastodon_mock", *_mastodon(ports[2])]),
            (ports[3], [f"{FROM_WHEELS}/mitmdump", *_proxy(folder, ports[3])]),
        )
        for _, command in commands:
            stack.enter_context(_started(command, folder, routes))
        for port, command in commands:
            _wait_for(int(port), command[0], folder)
        yield Networks(
            pds, mastodon, view, linkedin, facebook, x,
            f"http://{proxy}", folder / "mitm/mitmproxy-ca-cert.pem",
        )  # fmt: skip


def _mastodon(port: str) -> list[str]:
    told = ["--host", "127.0.0.1", "--port", port, "--domain", FEDIVERSE]
    return ["serve", "--in-memory", *told, "--log-level", "error"]


def _proxy(folder: Path, port: str) -> list[str]:
    return [
        "--quiet", "--listen-host", "127.0.0.1", "--listen-port", port,
        "--set", f"confdir={folder / 'mitm'}", "--set", "connection_strategy=lazy",
        "--scripts", str(SERVERS / "routes.py"),
    ]  # fmt: skip


@contextlib.contextmanager
def _started(command: list[str], folder: Path, routes: dict[str, str]) -> Iterator[None]:
    log = folder / f"{Path(command[0]).name}.log"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "ROUTES": json.dumps(routes),
        "PDS_RATE_LIMITS_ENABLED": "false",
    }
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=out, stderr=out, start_new_session=True
        ) as process,
    ):
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_for(port: int, name: str, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    log = (folder / f"{Path(name).name}.log").read_text(errors="replace")
    message = f"{name} did not start:\n{log[-3000:]}"
    raise TimeoutError(message)


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in held]
