"""Runs the command line in a process of its own and says what that costs."""

import resource
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


def run(arguments: Sequence[str]) -> Cost:
    """What one call of `lawcheck` costs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "lawcheck", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(arguments)}: exit status {done.returncode}")
    # The peak of this child alone: RUSAGE_CHILDREN keeps the highest of all, so documents run from small to large.
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, after.ru_maxrss * 1024)
