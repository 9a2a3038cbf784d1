"""Which passage of the new revision is which of the old one: by what they say, not by their numbers.

What is the same word for word comes first, then what is most alike, then what stands between neighbours that belong
together. Every step looks at a bounded number of partners for each passage, and treats both revisions alike.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from lawcheck.comparing.likeness import candidates, likeness
from lawcheck.comparing.passages import FRAME, Passage

# So alike are two passages anywhere in the documents, and between neighbours that belong together.
_ALIKE = 0.56
_ALIKE_BETWEEN = 0.46
_LEAST = 0.3
_SAME_CONTEXT = 0.04
_SAME_NUMBER = 0.02
_OTHER_LEVEL = -0.1
# A heading over the same passages is the same heading.
_SAME_CHILDREN = 0.35
# Between two neighbours so many passages are compared with each other; of longer runs each with those at its height.
_MOST_BETWEEN = 12
_REACH = 2


class _Surroundings:
    """A passage with what it says and what is said around it."""

    def __init__(self, passages: Sequence[Passage], at: int) -> None:
        self.passage = passages[at]
        self.key = self.passage.key
        self.before = passages[at - 1].key if at else ""
        self.behind = passages[at + 1].key if at + 1 < len(passages) else ""
        self.above = self.passage.parent.key if self.passage.parent else ""


_Name = Callable[[_Surroundings], Hashable]
_CONTEXTS: tuple[_Name, ...] = (
    lambda p: (p.key, p.before, p.behind, p.above),
    lambda p: (p.key, p.above),
    lambda p: (p.key, p.before),
    lambda p: (p.key, p.behind),
    lambda p: p.key,
)


class Pairing:
    """The pairs of two revisions: `new_of` and `old_of` by the index of a passage."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old, self.new = old, new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self._children = _children(old), _children(new)
        self._exact()
        self._assign(candidates(self._left(old, self.new_of), self._left(new, self.old_of)), _ALIKE)
        self._assign(self._between(), _ALIKE_BETWEEN)
        self._assign(self._between(), _ALIKE_BETWEEN)

    def partner(self, old: Passage) -> Passage | None:
        """What a passage of the old revision has become; None where it is gone."""
        at = self.new_of.get(old.index)
        return None if at is None else self.new[at]

    def pairs(self) -> Iterator[tuple[Passage, Passage]]:
        """What belongs together, in the order of the new revision."""
        return ((self.old[self.old_of[new.index]], new) for new in self.new if new.index in self.old_of)

    def origin(self, new: Passage) -> Passage | None:
        """What a passage of the new revision was; None where it was added."""
        at = self.old_of.get(new.index)
        return None if at is None else self.old[at]

    def _left(self, passages: Sequence[Passage], taken: dict[int, int]) -> list[Passage]:
        return [passage for passage in passages if passage.index not in taken]

    def _pair(self, old: Passage, new: Passage) -> None:
        self.new_of[old.index] = new.index
        self.old_of[new.index] = old.index

    def _exact(self) -> None:
        """Pairs what is the same: with the same neighbours first, then with fewer of them, the first with the first.

        Where one revision has a passage more often than the other, its neighbours decide, and its place last.
        """
        sides = [[_Surroundings(passages, at) for at in range(len(passages))] for passages in (self.old, self.new)]
        for names in _CONTEXTS:
            self._same(sides, names, evenly=True)
        self._beside(range(len(self.new)), 1)
        self._beside(reversed(range(len(self.new))), -1)
        self._same(sides, _CONTEXTS[-1], evenly=False)

    def _same(self, sides: list[list[_Surroundings]], names: _Name, evenly: bool) -> None:
        waiting: list[defaultdict[Hashable, list[Passage]]] = [defaultdict(list), defaultdict(list)]
        for found, side, taken in zip(waiting, sides, (self.new_of, self.old_of), strict=True):
            for around in side:
                if around.passage.index not in taken:
                    found[names(around)].append(around.passage)
        for name, new in waiting[1].items():
            old = waiting[0].get(name, [])
            if len(old) == len(new) or not evenly:
                for before, after in zip(old, new, strict=False):
                    self._pair(before, after)

    def _beside(self, order: Iterable[int], step: int) -> None:
        """Pairs the same words after, or before, what belongs together."""
        for at in order:
            if at not in self.old_of:
                continue
            old, new = _at(self.old, self.old_of[at] + step), _at(self.new, at + step)
            if old and new and old.key == new.key and old.index not in self.new_of and new.index not in self.old_of:
                self._pair(old, new)

    def _assign(self, pairs: Iterable[tuple[Passage, Passage]], enough: float) -> None:
        """Pairs the most alike first; among equals those that are nearest to each other in their documents."""
        scored = []
        for old, new in pairs:
            if (old.level in FRAME) != (new.level in FRAME):
                continue
            like = likeness(old, new)
            score = like + self._evidence(old, new)
            if (like >= _LEAST and score >= enough) or score - like >= _SAME_CHILDREN:
                scored.append((-score, abs(old.index - new.index), old.index + new.index, old.index, new.index))
        for *_, old_index, new_index in sorted(scored):
            if old_index not in self.new_of and new_index not in self.old_of:
                self._pair(self.old[old_index], self.new[new_index])

    def _evidence(self, old: Passage, new: Passage) -> float:
        """What else speaks for a pair: neighbours, heading, units and number."""
        known = [self._belong(old.parent, new.parent)]
        for step in (-1, 1):
            known.append(self._belong(_at(self.old, old.index + step), _at(self.new, new.index + step)))
        known.append(bool(old.units) and old.units == new.units)
        score = _SAME_CONTEXT * sum(known)
        score += _SAME_NUMBER * (old.number is not None and old.number == new.number)
        score += _OTHER_LEVEL * (old.level != new.level)
        return score + _SAME_CHILDREN * self._share_children(old, new)

    def _belong(self, old: Passage | None, new: Passage | None) -> bool:
        if old is None or new is None:
            return old is new
        return self.new_of.get(old.index) == new.index

    def _share_children(self, old: Passage, new: Passage) -> bool:
        """Whether more than half of what hangs under the one, and under the other, hangs under both."""
        first, second = (below.get(p.index, ()) for below, p in zip(self._children, (old, new), strict=True))
        within = set(second)
        shared = sum(self.new_of.get(child) in within for child in first)
        return shared > 0 and 2 * shared > max(len(first), len(second))

    def _between(self) -> Iterator[tuple[Passage, Passage]]:
        """What stands in both revisions after the same passage, or under a heading over the same passages."""
        for at in range(-1, len(self.new)):
            if at >= 0 and at not in self.old_of:
                continue
            first = _run(self.old, self.old_of[at] if at >= 0 else -1, self.new_of)
            second = _run(self.new, at, self.old_of)
            yield from _matched(first, second)
        yield from self._headings()

    def _headings(self) -> Iterator[tuple[Passage, Passage]]:
        """Headings without a partner, with those over what has become of their passages."""
        found: dict[tuple[int, int], tuple[Passage, Passage]] = {}
        for old_index, new_index in self.new_of.items():
            old, new = self.old[old_index].parent, self.new[new_index].parent
            if old and new and old.index not in self.new_of and new.index not in self.old_of:
                found[old.index, new.index] = (old, new)
        yield from found.values()


def _children(passages: Sequence[Passage]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for passage in passages:
        if passage.parent:
            found[passage.parent.index].append(passage.index)
    return found


def _at(passages: Sequence[Passage], index: int) -> Passage | None:
    return passages[index] if 0 <= index < len(passages) else None


def _run(passages: Sequence[Passage], at: int, taken: dict[int, int]) -> Sequence[Passage]:
    """The passages after a place that have no partner, up to the next that has one."""
    end = at + 1
    while end < len(passages) and end not in taken:
        end += 1
    return passages[at + 1 : end]


def _matched(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    if len(old) <= _MOST_BETWEEN and len(new) <= _MOST_BETWEEN:
        yield from ((o, n) for o in old for n in new)
        return
    for at, passage in enumerate(old):
        for other in new[max(0, at - _REACH) : at + _REACH + 1]:
            yield passage, other
