"""`python3 -m benchmarks.campaign`: many schedules of faults, and what they left on the networks.

Each seed is one schedule (tests/campaign/schedules.py): runs that are killed, lose answers and are
refused, alone and four at once, then runs until all is quiet. It ends with 1 where a reader would
see a post twice, or never with nobody told.
"""

from __future__ import annotations

import argparse
import sys

from tests.campaign.schedules import play, told


def main() -> None:
    """Play the schedules and print what they show."""
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.campaign", description=__doc__)
    parser.add_argument("--schedules", type=int, default=500, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed")
    asked = parser.parse_args()
    verdicts = [play(seed) for seed in range(asked.first, asked.first + asked.schedules)]
    sys.stdout.write(told(verdicts))
    sys.exit(any(verdict.duplicates or verdict.lost for verdict in verdicts))


if __name__ == "__main__":
    main()
