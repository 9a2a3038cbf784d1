"""Whether work grows no faster than the text: told by its shape, never by a number of seconds."""

import gc
import time
from collections.abc import Callable

TIMES = 8
# Quadratic work takes 64 times as long for eight times the text.
MOST = 24
TICK = 0.01
TRIES = 8
# What a test waits for comes within a second on a quiet machine; one that waits so long has failed.
PATIENCE = 300


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run` takes little more than eight times as long for eight times the size.

    The time of this process alone counts, and other work on the machine can only add to it: of all tries the shortest
    is nearest to the truth, of the small size as of the large one.
    """
    run(size)
    small = large = float("inf")
    for _ in range(TRIES):
        small = min(small, _taken(run, size), _taken(run, size))
        large = min(large, _taken(run, size * TIMES))
        if large < MOST * max(small, TICK):
            return True
    return False


def _taken(run: Callable[[int], object], size: int) -> float:
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
