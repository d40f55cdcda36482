"""One run of many, as a process of its own: `claiming.py FOLDER REMOTE RUN KEYS [settle]`.

It says `ready`, waits for a line, tries to claim every key, and prints those it won.
"""

import sys
from pathlib import Path

from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, State
from publisher.social.transitions import Outcome
from tests.social.repositories import ATTEMPT, ledger


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: str, remote: str, run: str, keys: str, *settle: str) -> None:
    one: Ledger = ledger(Path(folder), remote or None, run)
    say("ready")
    sys.stdin.readline()
    for number in range(int(keys)):
        key = PostKey(f"article-{number}", "bluesky")
        if record := one.claim(key, ATTEMPT):
            say(key.article)
            if settle:
                one.settle(key, record, Outcome(State.POSTED, id=f"{run}-{number}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
