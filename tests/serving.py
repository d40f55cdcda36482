"""A web server that behaves as GitHub Pages does, on this machine alone: nginx."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

# https://docs.github.com/pages: no `.html` needed, folders by their index, 404.html for the rest;
# what it compresses, and for how long it lets browsers keep a file, as its answers show.
NGINX = """
{user}
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  types {{
    text/html html; text/css css; text/javascript js mjs; text/xml xml; text/plain txt;
    application/json json; application/wasm wasm; application/pdf pdf;
    image/png png; image/jpeg jpg jpeg; image/webp webp; image/avif avif; image/svg+xml svg;
    image/x-icon ico; font/woff2 woff2;
  }}
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/javascript text/xml text/plain application/json;
  gzip on; gzip_comp_level 6; gzip_vary on;
  gzip_types text/css text/javascript text/xml text/plain application/json application/wasm
    image/svg+xml;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port}{secure};
    root {site};
    error_page 404 /404.html;
    add_header Cache-Control max-age=600;
    add_header Access-Control-Allow-Origin *;
    add_header LinkChecker "as fast as you can"; # it asks for this leave
    location / {{ try_files $uri $uri.html $uri/ =404; }}
  }}
}}
"""


@contextmanager
def serve(site: Path, folder: Path, host: str = "") -> Iterator[int]:
    """Serve `site` at the port that is given back, over TLS and HTTP/2 when `host` is named.

    `folder` takes what nginx writes, and the certificate, which nobody has reason to trust.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    secure = _secure(host, folder) if host else ""
    user = "user root;" if os.geteuid() == 0 else ""  # who else may not read pytest's folders
    config = folder / "nginx.conf"
    config.write_text(
        NGINX.format(folder=folder, port=port, site=site, user=user, secure=secure), "utf-8"
    )
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert nginx, "nginx is missing; scripts/test installs it"
    server = subprocess.Popen([nginx, "-c", str(config), "-p", str(folder)])
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def _secure(host: str, folder: Path) -> str:
    pem = folder / "certificate.pem"
    trustme.CA().issue_cert(host).private_key_and_cert_chain_pem.write_to_path(pem)
    return f" ssl http2; ssl_certificate {pem}; ssl_certificate_key {pem}"


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    message = "nginx does not answer"
    raise TimeoutError(message)
