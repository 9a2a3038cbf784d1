"""Wildcards in the words of a call, for systems whose shells do not know them."""

from collections.abc import Iterable
from pathlib import Path

_WILDCARDS = frozenset("*?[")


def expanded(words: Iterable[str]) -> list[str]:
    """The words with the files in the place of each that is a pattern of some; the others as they are."""
    return [name for word in words for name in (_files(word) or [word])]


def _files(pattern: str) -> list[str]:
    if _WILDCARDS.isdisjoint(pattern):
        return []
    path = Path(pattern)
    try:
        return sorted(str(file) for file in Path(path.anchor).glob(str(path.relative_to(path.anchor))))
    except ValueError:  # no pattern: `**` beside something else
        return []
