"""How far a call is, for a person who waits for many documents."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_Item = TypeVar("_Item")

# The bar is narrower than any complaint: one that comes meanwhile takes its place on the line.
_CELLS = 10
_WIDTH = len("[] 100%") + _CELLS


@contextmanager
def progress(items: Iterable[_Item], total: int) -> Iterator[Iterable[_Item]]:
    """The same items, with a bar on standard error while they are used where that is a terminal and they are many."""
    if total < 2 or not sys.stderr.isatty():
        yield items
        return
    try:
        yield _shown(items, total)
    finally:
        _draw(" " * _WIDTH)


def _shown(items: Iterable[_Item], total: int) -> Iterator[_Item]:
    _draw(_bar(0))
    before = 0
    for done, item in enumerate(items, 1):
        yield item
        percent = 100 * done // total
        if percent != before:
            _draw(_bar(percent))
            before = percent


def _bar(percent: int) -> str:
    full = percent * _CELLS // 100
    return f"[{'#' * full}{'-' * (_CELLS - full)}] {percent:3}%"


def _draw(line: str) -> None:
    """Leaves the cursor at the start of the line, for what is written next."""
    sys.stderr.write(f"{line}\r")
    sys.stderr.flush()
