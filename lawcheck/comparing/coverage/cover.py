"""Which measures of superior documents the own document takes up, how far, and what is lost or changed on the way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from heapq import nlargest
from itertools import accumulate
from math import sqrt

from lawcheck.comparing.coverage.gaps import in_gaps
from lawcheck.comparing.coverage.kinship import COPIED, Kinship
from lawcheck.comparing.coverage.losses import Altered, What, altered, lost
from lawcheck.comparing.coverage.measures import CoveredFile, Measure, measures_of
from lawcheck.comparing.coverage.named_matters import named_together
from lawcheck.comparing.coverage.reasons import shared_words
from lawcheck.records import dataclass

# Measured on the pairs of kinship.py. A measure counts as taken up from here on, and others belong to it as well that
# are nearly as sure as the surest one, or nearer to it than to any other.
_TAKEN_UP = 0.065
_ALSO = 0.1
_NEAREST_TO_IT = 0.2
# Where one says all of it, what others have in common with it adds nothing.
_BESIDE_COPY = 0.17
_BESIDE_SUREST = 0.75
# What one measure has in common with so many others, each that near, says little.
_OTHERS = 3
_USUAL = 0.05
# So much of what a measure says stands in another one, and not only because a nearer one says it too.
_OWN_PART = 0.02
# One that is nearer to another measure is nearer by so much than others are.
_STANDS_OUT = 1.5
# So near at least to one measure of an item are those that carry the item out in a section of their own.
_IN_SECTION = 0.05
# How much of what a measure says the others say too where it is taken up in full.
_FULL = 0.25


class Degree(StrEnum):
    """How far a measure is taken up."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CoverageLink:
    """A measure of a superior and those that take it up, by their places in `Coverage`.

    `lost` are words that none of them has: figures, time limits, members of lists. `words` are unusual words that the
    nearest one shares with it.
    """

    superior: int
    own: tuple[int, ...]
    degree: Degree
    lost: tuple[str, ...] = ()
    altered: tuple[Altered, ...] = ()
    words: tuple[str, ...] = ()
    same_heading: bool = False

    @property
    def is_less(self) -> bool:
        """Whether something is missing or weaker than the superior wants it."""
        return self.degree is Degree.NONE or bool(self.lost) or any(change.weaker for change in self.altered)


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The measures of the superiors and of the own document; a link for each that is a task; own ones in no link."""

    superiors: tuple[CoveredFile, ...]
    file: CoveredFile
    superior: tuple[Measure, ...]
    own: tuple[Measure, ...]
    links: tuple[CoverageLink, ...]
    own_only: tuple[int, ...]


def cover(superiors: Sequence[CoveredFile], file: CoveredFile) -> Coverage:
    """What becomes of every measure of the superiors in the own document."""
    sides = [measures_of(superior) for superior in superiors]
    own = measures_of(file)
    links: list[CoverageLink] = []
    for superior, offset in zip(sides, accumulate(map(len, sides), initial=0), strict=False):
        links += _links(superior, own, offset)
    linked = {index for link in links for index in link.own}
    own_only = tuple(index for index, measure in enumerate(own) if measure.is_task and index not in linked)
    return Coverage(tuple(superiors), file, tuple(m for side in sides for m in side), own, tuple(links), own_only)


def _links(superior: Sequence[Measure], own: Sequence[Measure], offset: int) -> Iterator[CoverageLink]:
    """The links of one superior, whose measures begin at an offset of all."""
    places = [index for index, measure in enumerate(own) if measure.is_task]
    kinship = Kinship(superior, [own[index] for index in places])
    near = [kinship.of(index) if measure.is_task else {} for index, measure in enumerate(superior)]
    rivals: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for index, others in enumerate(near):
        for place, value in others.items():
            rivals[place].append((value, index))
    nearest = {place: nlargest(_OTHERS + 1, found) for place, found in rivals.items()}
    sections = _sections(superior, kinship, nearest)
    named = named_together(superior, [own[index] for index in places])
    told: defaultdict[int, set[str | Altered]] = defaultdict(set)
    chosen = {
        index: _taken_up(index, near, nearest, kinship) for index, measure in enumerate(superior) if measure.is_task
    }
    beside = {index: [place for place in sections[index] if place not in places] for index, places in chosen.items()}
    held = {index: [*places, *beside[index]] for index, places in chosen.items()}
    chosen |= {index: [place] for index, place in in_gaps(held, near, kinship)}
    for index, first in chosen.items():
        measure = superior[index]
        further = beside[index] if first or beside[index] else list(named.get(index, ()))
        taken, in_section = ([own[places[place]] for place in some] for some in (first, further))
        link = _link(measure, taken, in_section, kinship.covered(index, first + further), told[measure.item])
        yield CoverageLink(offset + index, tuple(sorted(places[place] for place in first + further)), *link)


def _taken_up(
    index: int, near: Sequence[dict[int, float]], nearest: Mapping[int, Sequence[tuple[float, int]]], kinship: Kinship
) -> list[int]:
    """The measures that take one up by what they say, the surest first."""
    own_ones = {place for place, value in near[index].items() if value >= nearest[place][0][0]}
    sure: dict[int, float] = {}
    for place, value in near[index].items():
        sureness = _sureness(value, index, nearest[place])
        is_mine = sureness >= _TAKEN_UP and (
            place in own_ones or kinship.own_part(index, place, nearest[place][0][1]) >= _OWN_PART
        )
        if is_mine:
            sure[place] = sureness
    chosen = _chosen(near[index], sure, own_ones)
    if chosen and chosen[0] not in own_ones and kinship.covered(index, chosen) < COPIED:
        return chosen if _stands_out(chosen, near[index]) else []
    return chosen


def _sections(
    superior: Sequence[Measure], kinship: Kinship, nearest: Mapping[int, Sequence[tuple[float, int]]]
) -> Mapping[int, Sequence[int]]:
    """The measures below a heading that an item of the superior has, nearest to this item, by its first measure.

    Where the own document makes a section of an item, all of the section carries out what the item begins with.
    """
    firsts: dict[int, int] = {}
    for index, measure in enumerate(superior):
        if measure.is_task:
            firsts.setdefault(measure.item, index)
    sections: defaultdict[int, list[int]] = defaultdict(list)
    for place in sorted(nearest):
        value, index = nearest[place][0]
        first = firsts[superior[index].item]
        if value >= _IN_SECTION and kinship.is_section_of(first, place):
            sections[first].append(place)
    return sections


def _sureness(value: float, index: int, nearest: Sequence[tuple[float, int]]) -> float:
    """How surely one measure takes another one up: it is near to it, and nearer than to others."""
    others = [other for other, rival in nearest if rival != index][:_OTHERS]
    return value * value / (sum(others) / _OTHERS + _USUAL)


def _chosen(near: dict[int, float], sure: dict[int, float], own_ones: set[int]) -> list[int]:
    """The measures that take one up, the surest first: of two that are as sure, the nearer one.

    `own_ones` are nearer to it than to any other.
    """
    rank = {place: sqrt(value * near[place]) for place, value in sure.items()}
    ordered = sorted(rank, key=lambda place: (-rank[place], place))
    most = rank[ordered[0]] if ordered else 0.0
    return ordered[:1] + [
        place
        for place in ordered[1:]
        if (sure[place] >= _ALSO and rank[place] >= _BESIDE_SUREST * most)
        or (place in own_ones and sure[place] >= _NEAREST_TO_IT and rank[place] >= _BESIDE_COPY * most)
    ]


def _stands_out(chosen: list[int], near: dict[int, float]) -> bool:
    """Whether the surest one is nearer by far than those that are not chosen: what is as near to many is general."""
    others = nlargest(_OTHERS, (value for place, value in near.items() if place not in chosen))
    return near[chosen[0]] >= _STANDS_OUT * sum(others) / _OTHERS


def _link(
    measure: Measure, taken: Sequence[Measure], beside: Sequence[Measure], covered: float, told: set[str | Altered]
) -> tuple[Degree, tuple[str, ...], tuple[Altered, ...], tuple[str, ...], bool]:
    """What becomes of a measure in those that take it up; what they lack may stand beside them in a section.

    What becomes of the units of an item is said of the first of its measures: `told` is what was said of them before.
    """
    taken, beside = (taken, beside) if taken else (beside, ())
    if not taken:
        return Degree.NONE, (), (), (), False
    found = tuple(altered(measure, taken))
    changes = tuple(change for change in found if change not in told)
    missing = tuple(
        text
        for text in lost(measure, taken, found)
        if text not in told and not any(text in other.said for other in beside)
    )
    told |= {c for c in changes if c.what is What.UNIT}
    told |= set(missing) & set(measure.units)
    is_full = covered >= _FULL and not missing and not any(change.weaker for change in changes)
    same_heading = bool(measure.heading) and measure.heading == taken[0].heading
    words = tuple(shared_words(measure.said, taken[0].said))
    return Degree.FULL if is_full else Degree.PARTLY, missing, changes, words, same_heading
