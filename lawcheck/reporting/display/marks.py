"""The text of a document in pieces: where findings, headings and what is no text begin and end."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from html import unescape

from lawcheck.records import dataclass, field
from lawcheck.reporting.display.shown import ShownPiece
from lawcheck.reporting.excerpt import visible

# How HTML writes a character; it is seen as that.
ENTITY = "entity"
# A piece says of so many findings that it belongs to them; more cannot be told apart.
_MOST_KEYS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a finding; the finding of the smallest weight is the one that is seen."""

    start: int
    end: int
    key: str
    name: str
    number: int
    weight: tuple[int, int, int]
    style: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text that has a look of its own; `note` is shown where one points at it."""

    start: int
    end: int
    style: str
    note: str = ""


@dataclass(slots=True)
class Cutter:
    """Cuts stretches of a text into pieces; they are asked for from the beginning to the end."""

    text: str
    marks: Iterable[Mark]
    styles: Iterable[Styled]
    anchors: Mapping[int, Sequence[str]]
    _spans: list[Mark] = field(init=False)
    _points: list[Mark] = field(init=False)
    _looks: list[Styled] = field(init=False)
    _places: list[int] = field(init=False)
    _open: list[Mark] = field(init=False, default_factory=list)
    _worn: list[Styled] = field(init=False, default_factory=list)
    _named: set[str] = field(init=False, default_factory=set)
    _anchored: int = field(init=False, default=-1)

    def __post_init__(self) -> None:
        ordered = sorted(self.marks, key=lambda mark: (mark.start, mark.weight))
        # The place of what is nothing but a line end is a point: there is nothing to be seen of it.
        points = [mark for mark in ordered if not self.text[mark.start : mark.end].strip("\r\n\t")]
        self._points = points[::-1]
        gone = set(map(id, points))
        self._spans = [mark for mark in ordered if id(mark) not in gone][::-1]
        self._looks = sorted(self.styles, key=lambda look: look.start, reverse=True)
        ends = (place for mark in ordered for place in (mark.start, mark.end))
        looks = (place for look in self._looks for place in (look.start, look.end))
        self._places = sorted({*ends, *looks, *self.anchors})

    def pieces(self, start: int, end: int, closes: bool) -> Iterator[ShownPiece]:
        """The pieces of a stretch, which begins where the last one ended or after it.

        What is missing at its end belongs to it if it `closes` a paragraph, else to what comes next.
        """
        index = bisect_left(self._places, start)
        at = start
        while at < end:
            while index < len(self._places) and self._places[index] <= at:
                index += 1
            stop = min(end, self._places[index]) if index < len(self._places) else end
            anchors = self._anchors(at)
            yield from self._points_until(at)
            yield self._piece(at, stop, anchors)
            at = stop
        if closes:
            yield from self._points_until(end)

    def rest(self) -> Iterator[ShownPiece]:
        """What has a place where nothing is shown any more."""
        if anchors := self._anchors(len(self.text)):
            yield ShownPiece("", anchors=anchors)
        yield from self._points_until(len(self.text))

    def _anchors(self, at: int) -> tuple[str, ...]:
        """The names of what begins at a place, or has begun where nothing was shown."""
        index = bisect_left(self._places, self._anchored + 1)
        found: list[str] = []
        while index < len(self._places) and self._places[index] <= at:
            found += self.anchors.get(self._places[index], ())
            index += 1
        self._anchored = max(self._anchored, at)
        return tuple(found)

    def _points_until(self, at: int) -> Iterator[ShownPiece]:
        while self._points and self._points[-1].start <= at:
            mark = self._points.pop()
            yield ShownPiece("", (mark.style,), (), mark.key, (mark.key,), mark.name, mark.number, is_point=True)

    def _piece(self, start: int, end: int, anchors: tuple[str, ...]) -> ShownPiece:
        while self._spans and self._spans[-1].start < end:
            self._open.append(self._spans.pop())
        while self._looks and self._looks[-1].start < end:
            self._worn.append(self._looks.pop())
        self._open = [mark for mark in self._open if mark.end > start]
        self._worn = [look for look in self._worn if look.end > start]
        styles = tuple(dict.fromkeys(look.style for look in self._worn))
        text = self.text[start:end]
        text = visible(unescape(text) if ENTITY in styles else text)
        note = next((look.note for look in reversed(self._worn) if look.note), "")
        if not self._open:
            return ShownPiece(text, styles, anchors, note=note)
        best = nsmallest(_MOST_KEYS, self._open, key=lambda mark: mark.weight)
        new = [mark.name for mark in self._open if mark.name not in self._named]
        self._named.update(new)
        # The place of the finding that is seen has its name on the link itself.
        own = best[0].name if best[0].name in new else ""
        others = tuple(name for name in new if name != own)
        keys = tuple(dict.fromkeys(mark.key for mark in best))
        looks, names = (*styles, best[0].style), (*anchors, *others)
        return ShownPiece(text, looks, names, best[0].key, keys, own, best[0].number, note=note)
