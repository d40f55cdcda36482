"""curl, as far as our workflows use it: https://pages.example.org/ is the folder $FAKE_PAGES.

https://curl.se/docs/manpage.html: exit code 3 for what is no address, 6 for an unknown host. The
file $FAKE_PAGES_STATUS, where there is one, holds the status of an answer without content.
"""

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

parser = argparse.ArgumentParser()
for option in ("--silent", "--show-error", "--location"):
    parser.add_argument(option, action="store_true", required=True)
parser.add_argument("--max-time", type=int, required=True)
parser.add_argument("--output", type=Path, required=True)
parser.add_argument("--write-out", choices=["%{http_code}"], required=True)
parser.add_argument("address")
given = parser.parse_args()

address = urlsplit(given.address)
if address.hostname != "pages.example.org":
    sys.stdout.write("000")
    sys.stderr.write(f"curl: (6) Could not resolve host: {address.hostname}\n")
    sys.exit(6 if address.hostname else 3)
file = Path(os.environ["FAKE_PAGES"], address.path.removeprefix("/"))
broken = Path(os.environ["FAKE_PAGES_STATUS"])
if broken.exists():
    given.output.write_bytes(b"")
    sys.stdout.write(broken.read_text())
elif file.is_file():
    given.output.write_bytes(file.read_bytes())
    sys.stdout.write("200")
else:
    given.output.write_text("<h1>404</h1>\n")
    sys.stdout.write("404")
