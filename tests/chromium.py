"""Chromium as the tests start it: quiet, and with nobody to talk to but this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
# As few talks with the outside as Chromium can be told to have.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def program() -> str:
    """Where Chromium is."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "chromium is missing; scripts/test installs it"
    return path


def only(host: str = "", port: int = 0) -> tuple[str, ...]:
    """Arguments that let Chromium find nobody but loopback and, behind `port` there, `host`."""
    known = f"MAP {host}:443 127.0.0.1:{port}, " if host else ""
    # The certificate is the test's own.
    trust = ("--ignore-certificate-errors",) if host else ()
    return (*trust, f"--host-resolver-rules={known}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


@contextmanager
def chromium(*arguments: str, **environment: str) -> Iterator[Browser]:
    """A browser that closes at the end; `environment` is added to what it inherits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(),
            args=[*QUIET, *(arguments or only())],
            env={**os.environ, **environment},
        )
        yield browser
        browser.close()
