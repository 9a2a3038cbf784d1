"""The short runs of characters that a text is known by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_RUN = Pattern(f"[{HAN}]+")
# A pair with one of these says little.
_FUNCTION = frozenset("的了和与及等对在为以将由并或其各要有于按")


def runs_of(text: str) -> set[str]:
    """The runs of two and three Han characters of a text."""
    found = set()
    for run in _RUN.finditer(text):
        word = run[0]
        for at in range(len(word) - 1):
            if word[at] not in _FUNCTION and word[at + 1] not in _FUNCTION:
                found.add(word[at : at + 2])
            if at + 3 <= len(word):
                found.add(word[at : at + 3])
    return found


def weights_of(sets: Iterable[set[str]]) -> Mapping[str, float]:
    """How much each run says: one that few texts have says far more than one that many have."""
    counts: Counter[str] = Counter()
    total = 1
    for runs in sets:
        counts.update(runs)
        total += 1
    return {run: log(total / count) ** 2 for run, count in counts.items()}
