"""curl, as far as our workflows use it: https://pages.example.org/ is the folder $FAKE_PAGES.

https://curl.se/docs/manpage.html: exit code 6 for an unknown host, 22 for --fail and an error.
"""

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

parser = argparse.ArgumentParser()
for option in ("--silent", "--show-error", "--fail", "--location"):
    parser.add_argument(option, action="store_true", required=True)
parser.add_argument("--max-time", type=int, required=True)
parser.add_argument("address")
given = parser.parse_args()

address = urlsplit(given.address)
if address.hostname != "pages.example.org":
    sys.stderr.write(f"curl: (6) Could not resolve host: {address.hostname}\n")
    sys.exit(6)
file = Path(os.environ["FAKE_PAGES"], address.path.removeprefix("/"))
if not file.is_file():
    sys.stderr.write("curl: (22) The requested URL returned error: 404\n")
    sys.exit(22)
sys.stdout.write(file.read_text("utf-8"))
