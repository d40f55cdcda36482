"""What a program costs: processor time, time on the clock, memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class FailedError(Exception):
    """A contender that did not build what it should have; it has no result."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds (user and system), seconds on the clock, and peak memory in MB.

    Processor time counts the program and all it started and waited for; memory is that of the
    largest of these processes, the pages it had in memory at its worst moment.
    """

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder`, its output kept in `output.txt` there.

    The kernel counts this process's own memory as the least that a child ever had, so it must
    stay smaller than what it measures. Raises FailedError unless the program ends with 0.
    """
    log = folder / "output.txt"
    with log.open("wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text("utf-8", "replace")[-2000:]
        message = f"`{' '.join(command)}` ended with {process.returncode}:\n{said}"
        raise FailedError(message)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
