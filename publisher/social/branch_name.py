"""Which branch is the ledger on? The hourly run asks this before it installs anything.

It runs as a script, `python3 -I publisher/social/branch_name.py`, with nothing but Python itself.
So mkdocs.yml is not parsed: what counts is `branch` below `ledger`, or between its braces.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# What a publication has that sets none; the same as in publisher/settings/.
BRANCH = "ledger"

_KEY = r"""["']?branch["']?\s*:\s*["']?([\w/-]+)"""
_IN_BRACES = re.compile(rf"""^[^#\n]*\bledger["']?\s*:\s*\{{[^}}#]*?{_KEY}""", re.MULTILINE)
# Below it is what lies deeper than the key itself, between empty lines too.
_BELOW = re.compile(
    r"""^([ -]*)["']?ledger["']?\s*:[ \t]*(?:#[^\n]*)?\n"""
    rf"""(?:\1[ ]+[^\n]*\n|[ \t]*\n)*?\1[ ]+{_KEY}""",
    re.MULTILINE,
)


def branch_name(configuration: str) -> str:
    """Return the ledger's branch as the text of mkdocs.yml says, else the one that is usual."""
    found = _IN_BRACES.search(configuration) or _BELOW.search(configuration)
    return found[found.re.groups] if found else BRANCH


if __name__ == "__main__":
    sys.stdout.write(f"{branch_name(Path('mkdocs.yml').read_text('utf-8', 'replace'))}\n")
