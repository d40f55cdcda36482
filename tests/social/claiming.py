"""One run of many, as a process of its own: `claiming.py FOLDER REMOTE RUN KEYS [settle]`.

It says `ready`, waits for a line, tries to claim every key, and prints those it won. It imports
nothing of the tests, so that it starts wherever they lie.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from publisher.social.branch import Branch
from publisher.social.ledger import Ledger
from publisher.social.records import PostKey, State
from publisher.social.transitions import Attempt, Outcome

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: str, remote: str, run: str, keys: str, *settle: str) -> None:
    one = Ledger(Branch(Path(folder), "ledger", remote or None), lambda: NOON, run)
    say("ready")
    sys.stdin.readline()
    for number in range(int(keys)):
        key = PostKey(f"article-{number}", "bluesky")
        if record := one.claim(key, Attempt("3mabcdefghijk", NOON, "5d" * 32)):
            say(key.article)
            if settle:
                one.settle(key, record, Outcome(State.POSTED, id=f"{run}-{number}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
