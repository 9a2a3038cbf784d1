"""How near two measures are: by the unusual words that both have, their headings, and their places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt

from lawcheck.comparing.coverage.measures import Measure
from lawcheck.records import dataclass, field
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_RUN = Pattern(f"[{HAN}]+")
# A pair with one of these says little.
_FUNCTION = frozenset("的了和与及等对在为以将由并或其各要有于按")
# The weights were measured on three pairs of documents that were judged by hand (147 measures, 136 links), each alone:
# doubling or halving one of them moves the result by no more than 0.03.
_SHARE_WEIGHT = 0.5
_HEADING_WEIGHT = 0.2
_ABOVE_WEIGHT = 0.1
_NAMED_WEIGHT = 0.3
_FEWEST_NAMED = 0.3
_PLACE_WEIGHT = 0.1
# Headings count as far as the measures themselves have something in common.
_HEADING_NEEDS = 8


@dataclass(slots=True)
class _Known:
    """A measure by its runs of characters, with how much they weigh together."""

    place: float
    said: dict[str, float] = field(default_factory=dict)
    heading: dict[str, float] = field(default_factory=dict)
    above: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0
    heading_weight: float = 0.0
    above_weight: float = 0.0


class Kinship:
    """The nearness of every measure of one side to those of the other: 0 and below for nothing in common."""

    def __init__(self, superior: Sequence[Measure], own: Sequence[Measure]) -> None:
        grams = [[_grams(part) for part in (m.said, m.heading, m.above)] for m in (*superior, *own)]
        counts = Counter(gram for parts in grams for gram in set().union(*parts))
        total = len(grams) + 1
        # A run that few measures have says far more than one that many have.
        self._weights = {gram: log(total / count) ** 2 for gram, count in counts.items()}
        known = [self._known(parts) for parts in grams]
        self._superior, self._own = known[: len(superior)], known[len(superior) :]
        for side in (self._superior, self._own):
            for index, one in enumerate(side):
                one.place = index / len(side)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self._own):
            for gram in one.said:
                self._places[gram].append(index)

    def _known(self, parts: Sequence[set[str]]) -> _Known:
        said, heading, above = ({gram: self._weights[gram] for gram in part} for part in parts)
        return _Known(0.0, said, heading, above, *(sum(part.values()) for part in (said, heading, above)))

    def of(self, index: int) -> dict[int, float]:
        """The nearness of a measure of the superior to the measures of the own document that share words with it."""
        one = self._superior[index]
        shared: defaultdict[int, float] = defaultdict(float)
        for gram, weight in one.said.items():
            for place in self._places[gram]:
                shared[place] += weight
        return {place: self._nearness(one, self._own[place], weight) for place, weight in shared.items()}

    def _nearness(self, one: _Known, other: _Known, shared: float) -> float:
        alike = shared / sqrt(one.weight * other.weight)
        counts = min(1.0, alike * _HEADING_NEEDS)
        named = _overlap(other.heading, (one.said, one.heading)) / (other.heading_weight or 1.0)
        return (
            alike
            + _SHARE_WEIGHT * shared / one.weight
            + _HEADING_WEIGHT * counts * _cosine(one.heading, one.heading_weight, other.heading, other.heading_weight)
            + _ABOVE_WEIGHT * counts * _cosine(one.heading, one.heading_weight, other.above, other.above_weight)
            + _NAMED_WEIGHT * max(0.0, named - _FEWEST_NAMED)
            - _PLACE_WEIGHT * abs(one.place - other.place)
        )

    def covered(self, index: int, own: Iterable[int]) -> float:
        """How much of what a measure of the superior says stands in measures of the own document, from 0 to 1."""
        one = self._superior[index]
        sides = [part for place in own for part in (self._own[place].said, self._own[place].heading)]
        return _overlap(one.said, sides) / one.weight if one.weight else 0.0


def _overlap(part: dict[str, float], others: Iterable[dict[str, float]]) -> float:
    found = set().union(*others)
    return sum(weight for gram, weight in part.items() if gram in found)


def _cosine(one: dict[str, float], one_weight: float, other: dict[str, float], other_weight: float) -> float:
    if not one_weight or not other_weight:
        return 0.0
    return sum(weight for gram, weight in one.items() if gram in other) / sqrt(one_weight * other_weight)


def _grams(text: str) -> set[str]:
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
