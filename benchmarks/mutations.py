"""`python3 -m benchmarks.mutations`: many broken articles, and what they do to the checks.

Each seed is one mutant of a sample article (tests/checks/mutations.py). It ends with 1 where a
check fails, takes longer than a second, or points beside the text.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.checks.mutations import faults


def main() -> None:
    """Check the mutants and print what goes wrong."""
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--mutants", type=int, default=10_000, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed")
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(asked.first, asked.first + asked.mutants):
            for fault in faults(seed, Path(folder)):
                wrong += 1
                sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{asked.mutants:,} mutants, {wrong:,} faults\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
