"""Whether work grows no faster than the text: told by its shape, never by a number of seconds.

Tests count the calls that Python makes, which are the same on every machine, however busy. What one call does inside,
such as the search of an expression, is no part of that: `python -m benchmarks.growth` runs the same tests by the clock.
"""

import cProfile
import gc
import os
import time
from collections.abc import Callable

TIMES = 8
# By the clock work is linear that takes up to so many times as long for eight times the text; quadratic takes 64 times.
BY_THE_CLOCK = "LAWCHECK_GROWTH_BY_THE_CLOCK"
MOST_TIME = 24
TICK = 0.01
TRIES = 8
COVERAGE = "slipcover.probe"
# Calls are exact; so many come on top where something is made once or begins anew now and then.
MOST_CALLS = 9
ONCE = 4_000
# Calls are dear to count: a small part of the size will do where it would show quadratic work.
PARTS = (32, TIMES, TIMES)
# What a test waits for comes within a second on a quiet machine; one that waits so long has failed.
PATIENCE = 300


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run` does little more than eight times the work for eight times the size."""
    if os.environ.get(BY_THE_CLOCK):
        run(size)  # what is made once and kept
        return _takes_linear_time(run, size)
    return any(_calls_grow_linearly(run, size, part) for part in PARTS)


def _calls_grow_linearly(run: Callable[[int], object], size: int, part: int) -> bool:
    """Whether it does from so small a part of the size on; what is bounded, as a sentence is, may do only later."""
    small = max(1, size // part)
    large = small * TIMES
    run(small)
    # A single call more for each pair of pieces would be too many.
    if part > TIMES and _calls(run, small) + ONCE > (TIMES**2 - MOST_CALLS) * small**2 / 2:
        return False
    # What is kept of a document is kept of both the second time; and coverage leaves lines alone that it has seen.
    return any(_calls(run, large) < MOST_CALLS * _calls(run, small) + ONCE for _ in range(2))


def _calls(run: Callable[[int], object], size: int) -> int:
    """How many functions are called, of Python and of C."""
    counter = cProfile.Profile(subcalls=False)
    # A search for garbage calls what was waiting to be finished, at some time or other.
    gc.disable()
    counter.enable()
    try:
        run(size)
    finally:
        counter.disable()
        gc.enable()
    # Coverage counts by calls of its own, until it has seen a line often enough.
    return sum(each.callcount for each in counter.getstats() if COVERAGE not in str(each.code))


def _takes_linear_time(run: Callable[[int], object], size: int) -> bool:
    """The time of this process alone counts, and other work on the machine can only add to it: the shortest is true."""
    small = large = float("inf")
    for _ in range(TRIES):
        small = min(small, _seconds(run, size), _seconds(run, size))
        large = min(large, _seconds(run, size * TIMES))
        if large < MOST_TIME * max(small, TICK):
            return True
    return False


def _seconds(run: Callable[[int], object], size: int) -> float:
    # The search for garbage goes through all that the tests before have left, which is no work of this one.
    gc.disable()
    try:
        start = time.process_time()
        run(size)
        return time.process_time() - start
    finally:
        gc.enable()


def wait_until(happens: Callable[[], object]) -> None:
    """Waits for something that happens by itself."""
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline, "it has not happened"
        time.sleep(0.01)
