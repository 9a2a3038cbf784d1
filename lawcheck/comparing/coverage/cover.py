"""Which measures of superior documents the own document takes up, how far, and what is lost or changed on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import accumulate

from lawcheck.comparing.coverage.kinship import Kinship
from lawcheck.comparing.coverage.losses import Altered, What, altered, lost
from lawcheck.comparing.coverage.measures import CoveredFile, Measure, measures_of
from lawcheck.comparing.coverage.reasons import shared_words
from lawcheck.records import dataclass

# Measured on the pairs of kinship.py: nearness from which on a measure counts as taken up, and from which on, and how
# near to the nearest one on either side, another measure belongs to it as well.
_TAKEN_UP = 0.14
_ALSO = 0.1
_BESIDE_NEAREST = 0.5
# A measure that is that much nearer to another one is that one's.
_OTHERS_OWN = 0.3
# So much of what a measure says stands in another one, and not only because a nearer one says it too.
_OWN_PART = 0.04
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
        links += _units_once(superior, _links(superior, own, offset), offset)
    linked = {index for link in links for index in link.own}
    own_only = tuple(index for index, measure in enumerate(own) if measure.is_task and index not in linked)
    return Coverage(tuple(superiors), file, tuple(m for side in sides for m in side), own, tuple(links), own_only)


def _links(superior: Sequence[Measure], own: Sequence[Measure], offset: int) -> Iterator[CoverageLink]:
    """The links of one superior, whose measures begin at an offset of all."""
    places = [index for index, measure in enumerate(own) if measure.is_task]
    kinship = Kinship(superior, [own[index] for index in places])
    near = [kinship.of(index) if measure.is_task else {} for index, measure in enumerate(superior)]
    nearest: dict[int, tuple[float, int]] = {}
    for index, others in enumerate(near):
        for place, value in others.items():
            nearest[place] = max((value, index), nearest.get(place, (0.0, index)))
    for index, measure in enumerate(superior):
        if measure.is_task:
            mine = {
                place: value
                for place, value in near[index].items()
                if value >= nearest[place][0] or kinship.own_part(index, place, nearest[place][1]) >= _OWN_PART
            }
            chosen = _chosen(mine, {place: value for place, (value, _) in nearest.items()})
            taken = [own[places[place]] for place in chosen]
            link = _link(measure, taken, kinship.covered(index, chosen))
            yield CoverageLink(offset + index, tuple(sorted(places[place] for place in chosen)), *link)


def _units_once(superior: Sequence[Measure], links: Iterator[CoverageLink], offset: int) -> Iterator[CoverageLink]:
    """The links; that other units carry out an item is said of the first of its measures only."""
    told: set[tuple[int, Altered]] = set()
    for link in links:
        item = superior[link.superior - offset].item
        new = tuple(c for c in link.altered if c.what is not What.UNIT or (item, c) not in told)
        told |= {(item, change) for change in new}
        yield link if len(new) == len(link.altered) else replace(link, altered=new)


def _chosen(near: dict[int, float], nearest: dict[int, float]) -> list[int]:
    """The measures that take one up, the nearest first."""
    best = max(near.values(), default=0.0)
    if best < _TAKEN_UP:
        return []
    ordered = sorted(near, key=lambda place: (-near[place], place))
    least = max(_ALSO, _BESIDE_NEAREST * best)
    first, *others = ordered
    chosen = [first] if best >= _OTHERS_OWN * nearest[first] else []
    return chosen + [place for place in others if near[place] >= max(least, _BESIDE_NEAREST * nearest[place])]


def _link(
    measure: Measure, taken: Sequence[Measure], covered: float
) -> tuple[Degree, tuple[str, ...], tuple[Altered, ...], tuple[str, ...], bool]:
    if not taken:
        return Degree.NONE, (), (), (), False
    changes = tuple(altered(measure, taken))
    missing = tuple(lost(measure, taken, changes))
    is_full = covered >= _FULL and not missing and not any(change.weaker for change in changes)
    same_heading = bool(measure.heading) and measure.heading == taken[0].heading
    words = tuple(shared_words(measure.said, taken[0].said))
    return Degree.FULL if is_full else Degree.PARTLY, missing, changes, words, same_heading
