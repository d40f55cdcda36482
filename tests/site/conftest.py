"""Copies of publications to break, builds of them to look at, and a server like GitHub Pages."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.running import AS_OF, ROOT, copy_sample, publisher

# https://docs.github.com/pages: no `.html` needed, folders by their index, 404.html for the rest.
NGINX = """
{user}
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  types {{
    text/html html; text/css css; text/xml xml; application/json json; image/png png;
    image/svg+xml svg; text/plain txt; text/javascript js;
  }}
  gzip on; gzip_comp_level 6; gzip_types text/css text/javascript application/json;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    error_page 404 /404.html;
    add_header LinkChecker "as fast as you can"; # it asks for this leave
    location / {{ try_files $uri $uri.html $uri/ =404; }}
  }}
}}
"""
# As few talks with the outside as Chromium can be told to have.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


def build(folder: Path) -> Path:
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample publication as the world would get it: a real address, and no sample."""
    folder = copy_sample(tmp_path_factory.mktemp("built") / "publication")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", "sample: false")
    config.write_text(text.replace("https://publication.example.org/", "https://journal.test/"))
    return build(folder)


@pytest.fixture(scope="session")
def built_synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own publication: hostile titles, right to left, persons with credentials."""
    folder = tmp_path_factory.mktemp("synthetic")
    shutil.copytree(ROOT / "tests/publication", folder / "tests/publication")
    shutil.copytree(ROOT / "theme", folder / "theme")
    return build(folder / "tests/publication")


@pytest.fixture(scope="session", params=["built", "built_synthetic"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the site, as GitHub Pages would."""
    with served(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """The address of nginx before `site`; it writes what it writes to `folder`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""  # who else may not read pytest's folders
    config.write_text(NGINX.format(folder=folder, port=port, site=site, user=user))
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert nginx, "nginx is missing; scripts/test installs it"
    server = subprocess.Popen([nginx, "-c", str(config), "-p", str(folder)])
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    message = "nginx does not answer"
    raise TimeoutError(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
    path = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()
