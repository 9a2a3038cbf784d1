"""Runs the command line in a process of its own and says what that costs."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """CPU seconds, wall seconds and peak memory in bytes."""

    cpu: float
    wall: float
    memory: int


LAWCHECK = (sys.executable, "-m", "lawcheck")


def run(arguments: Sequence[str], command: Sequence[str] = LAWCHECK, cores: int = 0) -> Cost:
    """What one call of `lawcheck`, or of another command, costs; on so many cores where a number is given."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=(lambda: os.sched_setaffinity(0, set(range(cores)))) if cores else None,
    )
    # With what its own processes took; their memory counts as the peak of the largest.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit status {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)
