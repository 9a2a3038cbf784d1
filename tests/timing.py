"""Whether work grows no faster than the text: told by its shape, never by a number of seconds."""

import time
from collections.abc import Callable

TIMES = 8
# Quadratic work takes 64 times as long for eight times the text.
MOST = 24
TICK = 0.01
TRIES = 4


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run` takes little more than eight times as long for eight times the size; a busy machine has tries."""
    run(size)
    return any(_best(run, size * TIMES) < MOST * max(_best(run, size), TICK) for _ in range(TRIES))


def _best(run: Callable[[int], object], size: int) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        run(size)
        best = min(best, time.process_time() - start)
    return best
