"""How near two measures are: by the unusual words that both have, and their headings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import sqrt

from lawcheck.comparing.coverage.character_runs import runs_of, weights_of
from lawcheck.comparing.coverage.measures import Measure
from lawcheck.records import dataclass, field

# The weights were set by ten pairs of documents that were judged by hand, so what is measured on these is what they can
# do at best. Doubling or halving one of them moves the result by no more than 0.05.
_SHARE_WEIGHT = 0.5
_HEADING_WEIGHT = 0.15
_ABOVE_WEIGHT = 0.25
_NAMED_WEIGHT = 0.2
_NAMES_WEIGHT = 0.2
_ALL_HEADINGS = _HEADING_WEIGHT + _ABOVE_WEIGHT + _NAMED_WEIGHT + _NAMES_WEIGHT
# Whatever their headings, measures that are no nearer have nothing to do with each other.
_FAR = 0.05
# So much of a measure stands in a copy of it.
COPIED = 0.9
# Headings that have so much in common are the same.
_SAME_HEADING = 0.8
# So many times at most a run of a measure leads to another one; so many of these are then looked at.
_MOST_VISITED = 256
_MOST_FOUND = 64
_WORD = 2
# Headings count as far as the measures themselves have something in common.
_HEADING_NEEDS = 6


@dataclass(slots=True)
class _Known:
    """A measure by its runs of characters, with how much they weigh together."""

    said: dict[str, float] = field(default_factory=dict)
    heading: dict[str, float] = field(default_factory=dict)
    above: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0
    heading_weight: float = 0.0
    above_weight: float = 0.0


class Kinship:
    """The nearness of every measure of one side to those of the other: 0 and below for nothing in common."""

    def __init__(self, superior: Sequence[Measure], own: Sequence[Measure]) -> None:
        grams = [[runs_of(part) for part in (m.said, m.heading, m.above)] for m in (*superior, *own)]
        self._weights = weights_of(said | heading for said, heading, _ in grams)
        known = [self._known(parts) for parts in grams]
        self._superior, self._own = known[: len(superior)], known[len(superior) :]
        self._said, self._headed = [one.said for one in self._own], [one.heading for one in self._own]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._headings: defaultdict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self._own):
            for gram in one.said:
                self._places[gram].append(index)
            for gram in one.heading:
                self._headings[gram].append(index)

    def _known(self, parts: Sequence[set[str]]) -> _Known:
        said, heading, above = ({gram: self._weights[gram] for gram in part if gram in self._weights} for part in parts)
        return _Known(said, heading, above, *(sum(part.values()) for part in (said, heading, above)))

    def of(self, index: int) -> dict[int, float]:
        """The nearness of a measure of the superior to the measures of the own document that share words with it."""
        one = self._superior[index]
        shared = _shared(one, self._places, self._said)
        near = {place: self._nearness(one, self._own[place], weight) for place, weight in shared.items()}
        return near | self._named_so(index, near)

    def _named_so(self, index: int, near: dict[int, float]) -> dict[int, float]:
        """The first measures below headings that say all of this one: a short sentence may stand as a heading."""
        one = self._superior[index]
        shared = _shared(one, self._headings, self._headed)
        found: dict[int, float] = {}
        for place in sorted(shared):
            if shared[place] >= COPIED * one.weight and self._own[place].heading not in map(self._heading_of, found):
                found[place] = max(near.get(place, 0.0), shared[place] / one.weight)
        return found

    def _heading_of(self, place: int) -> dict[str, float]:
        return self._own[place].heading

    def _nearness(self, one: _Known, other: _Known, shared: float) -> float:
        alike = shared / sqrt(one.weight * other.weight)
        counts = min(1.0, alike * _HEADING_NEEDS)
        near = alike + _SHARE_WEIGHT * shared / one.weight
        if near + counts * _ALL_HEADINGS < _FAR:
            return near
        named = _overlap(other.heading, (one.said, one.heading)) / (other.heading_weight or 1.0)
        names = _overlap(one.heading, (other.said, other.heading)) / (one.heading_weight or 1.0)
        headings = _cosine(one.heading, one.heading_weight, other.heading, other.heading_weight)
        section = _cosine(one.heading, one.heading_weight, other.above, other.above_weight)
        return near + counts * (
            _HEADING_WEIGHT * headings + _ABOVE_WEIGHT * section + _NAMED_WEIGHT * named + _NAMES_WEIGHT * names
        )

    def own_part(self, index: int, place: int, nearer: int) -> float:
        """How much of what a measure of the superior says stands in one of the own document, and not in another of the
        superior that is nearer to it: what two measures have in common is no sign that a copy of one takes up both."""
        one, other = self._superior[index], self._own[place]
        if self.covered(index, [place]) >= COPIED:
            return 1.0
        rival = self._superior[nearer]
        left = sum(
            weight
            for gram, weight in one.said.items()
            if (gram in other.said or gram in other.heading) and gram not in rival.said
        )
        return left / one.weight if one.weight else 0.0

    def words_of_both(self, index: int, place: int) -> int:
        """How many words of two characters, without a character in common, both measures or their headings have."""
        one, other = self._superior[index], self._own[place]
        met: set[str] = set()
        words = 0
        for word in sorted({*one.said, *one.heading} & {*other.said, *other.heading}):
            if len(word) == _WORD and not met & set(word):
                met |= set(word)
                words += 1
        return words

    def is_section_of(self, index: int, place: int) -> bool:
        """Whether a measure of the own document hangs under the heading that one of the superior has."""
        one, other = self._superior[index], self._own[place]
        return _cosine(one.heading, one.heading_weight, other.above, other.above_weight) >= _SAME_HEADING

    def covered(self, index: int, own: Iterable[int]) -> float:
        """How much of what a measure of the superior says stands in measures of the own document, from 0 to 1."""
        one = self._superior[index]
        sides = [part for place in own for part in (self._own[place].said, self._own[place].heading)]
        return _overlap(one.said, sides) / one.weight if one.weight else 0.0


def _shared(
    one: _Known, places: Mapping[str, Sequence[int]], others: Sequence[Mapping[str, float]]
) -> Mapping[int, float]:
    """How much of what a measure says others say too, by their places; of very many others, those that share most.

    The rarest runs lead to the others. When they have led to enough of them, what these share besides is summed up, and
    common runs, which nearly all have, are looked up in no more: so ten times as many measures take ten times as long.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    left = _MOST_VISITED
    for gram in sorted(one.said, key=lambda gram: (-one.said[gram], gram)):
        found = places.get(gram, ())
        for place in found[:left]:
            shared[place] += one.said[gram]
        left -= len(found)
        if left < 0:
            nearest = nlargest(_MOST_FOUND, shared, key=lambda place: (shared[place], -place))
            return {place: sum(w for run, w in one.said.items() if run in others[place]) for place in nearest}
    return shared


def _overlap(part: dict[str, float], others: Iterable[dict[str, float]]) -> float:
    found = set().union(*others)
    return sum(weight for gram, weight in part.items() if gram in found)


def _cosine(one: dict[str, float], one_weight: float, other: dict[str, float], other_weight: float) -> float:
    if not one_weight or not other_weight:
        return 0.0
    return sum(weight for gram, weight in one.items() if gram in other) / sqrt(one_weight * other_weight)
