"""The tables that are carried are those of the packages, and stand beside their licences."""

import json
import subprocess
from pathlib import Path

import publisher.social
from tests.social.oracle import HERE, NODE, TWITTER_TEXT

DATA = Path(publisher.social.__path__[0]) / "data"


def test_the_tables_are_the_official_ones():
    command = [str(NODE), str(HERE / "tables.js"), str(TWITTER_TEXT)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == {
        "domains": (DATA / "twitter-text" / "domains.txt").read_text(encoding="utf-8").split(),
        "emoji": (DATA / "twemoji-parser" / "emoji.txt").read_text(encoding="utf-8").strip(),
    }


def test_each_table_stands_beside_its_licence():
    for package, licence in (("twitter-text", "LICENSE"), ("twemoji-parser", "LICENSE.md")):
        carried = (DATA / package / licence).read_text(encoding="utf-8")
        assert carried == (TWITTER_TEXT.parent / package / licence).read_text(encoding="utf-8")
