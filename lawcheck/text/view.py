"""The text that is checked: the source without what is not its author's, mapped back piece by piece."""

import string
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from lawcheck.records import dataclass
from lawcheck.text.source import Table


class Stretch(Protocol):
    """Whatever has a place in a view: a node, task, unit, deadline, paragraph or title."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """After its last character."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a view that a layer takes out, or replaces by text of its own (an HTML entity, a line end).

    `kind` says what it was; the offsets are code points of the view that the layer looked at.
    """

    kind: str
    start: int
    end: int
    replacement: str = ""


class Markup(NamedTuple):
    """What is markup in a text: cuts in order, the tables that it makes, and what is to be kept as it is.

    What is kept (code, formulas, addresses) is seen by readers, but it is no prose; marks around it belong to it.
    """

    cuts: list[Cut]
    tables: list[Table]
    kept: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Removed:
    """What was cut, in offsets of the source text. `at` is where it stood in the final view."""

    kind: str
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the view. Where it is `exact`, characters correspond one to one; else all stand for the whole."""

    start: int
    source: int
    length: int
    source_length: int
    exact: bool = True


# A letter for each other character, so that different addresses stay different. No x: that is what is left open.
_LETTERS = "bcdfghjkmnpqrtvw"


class _Letters(defaultdict[int, str]):
    """What stands for a character that is no prose: letters and space are themselves."""

    def __missing__(self, character: int) -> str:
        letter = chr(character)
        if letter not in string.ascii_letters and not letter.isspace():
            letter = _LETTERS[character % len(_LETTERS)]
        self[character] = letter
        return letter


_AS_LETTERS = _Letters()


class View:
    """A text and the way back from its offsets to those of the source. Immutable.

    What else is known of the source keeps its offsets there: `labels`, `tables`, `contents`, and what is `kept`, in
    order: code, formulas, addresses and the like, which rules neither report nor change.
    """

    def __init__(
        self,
        source_text: str,
        labels: tuple[tuple[int, int], ...] = (),
        body_end: int | None = None,
        tables: tuple[Table, ...] = (),
        contents: tuple[tuple[int, int], ...] = (),
        kept: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.source_text = source_text
        self.labels = labels
        self.tables = tables
        self.contents = contents
        self.kept = kept
        self._body_end = body_end
        self.text = source_text
        self.removed: tuple[Removed, ...] = ()
        self._pieces: list[_Piece] = [_Piece(0, 0, len(source_text), len(source_text))]
        self._starts = [0]

    def without(
        self, cuts: Iterable[Cut], tables: tuple[Table, ...] = (), kept: Iterable[tuple[int, int]] = ()
    ) -> "View":
        """The view after these cuts, which must not overlap, with these tables too; `self` when there is nothing.

        What is kept has the offsets of this view.
        """
        ordered = sorted(cuts, key=lambda c: (c.start, c.end))
        every = self._kept_with(kept)
        if not ordered:
            return self if every is self.kept else self._keeping(every)
        result = View(self.source_text, self.labels, self._body_end, self.tables + tables, self.contents, every)
        texts: list[str] = []
        pieces: list[_Piece] = []
        removed: list[Removed] = []
        size = at = 0
        for cut in [*ordered, None]:
            stop = cut.start if cut else len(self.text)
            texts.append(self.text[at:stop])
            for piece in self._between(at, stop):
                pieces.append(_Piece(size, piece.source, piece.length, piece.source_length, piece.exact))
                size += piece.length
            if cut is None:
                break
            start, end = self.source_span(cut.start, cut.end)
            removed.append(Removed(cut.kind, start, end, size))
            if cut.replacement:
                texts.append(cut.replacement)
                pieces.append(_Piece(size, start, len(cut.replacement), end - start, exact=False))
                size += len(cut.replacement)
            at = cut.end
        result.text = "".join(texts)
        result._pieces = pieces or [_Piece(0, 0, 0, 0)]
        result._starts = [piece.start for piece in result._pieces]
        # What earlier layers took out keeps its source span; only its place in the view moves.
        earlier = [Removed(r.kind, r.start, r.end, result.view_offset(r.start)) for r in self.removed]
        result.removed = tuple(sorted([*earlier, *removed], key=lambda r: (r.start, r.end)))
        return result

    def _keeping(self, kept: tuple[tuple[int, int], ...]) -> "View":
        result = View(self.source_text, self.labels, self._body_end, self.tables, self.contents, kept)
        result.text, result.removed = self.text, self.removed
        result._pieces, result._starts = self._pieces, self._starts
        return result

    def _kept_with(self, more: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """What is kept, and this too, in offsets of the source; what overlaps is one."""
        added = [self.source_span(*span) for span in more]
        if not added:
            return self.kept
        spans: list[tuple[int, int]] = []
        for start, end in sorted([*self.kept, *added]):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return tuple(spans)

    @cached_property
    def prose(self) -> str:
        """The text with letters in place of all that is kept, each character for one: what rules go by."""
        if not self.kept:
            return self.text
        pieces: list[str] = []
        at = 0
        for start, end in self.kept:
            first, last = self.view_offset(start), self.view_offset(end)
            pieces += (self.text[at:first], self.text[first:last].translate(_AS_LETTERS))
            at = last
        return "".join([*pieces, self.text[at:]])

    def kept_around(self, start: int, end: int) -> tuple[int, int] | None:
        """The first stretch that is kept and overlaps a span of the source, or holds an empty one between its ends."""
        index = bisect_right(self.kept, start, key=lambda span: span[1])
        found = self.kept[index] if index < len(self.kept) else None
        return found if found and found[0] < (end if end > start else start) else None

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the view stands in the source; its end for the end of the view."""
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        inside = offset - piece.start
        if inside >= piece.length:
            return piece.source + piece.source_length if piece.length else len(self.source_text)
        return piece.source + (inside if piece.exact else 0)

    def source_end(self, offset: int) -> int:
        """Where the character before `offset` ends in the source: the end of a span that stops at `offset`."""
        if offset == 0:
            return 0
        piece = self._pieces[bisect_right(self._starts, offset - 1) - 1]
        inside = offset - piece.start
        return piece.source + (inside if piece.exact else piece.source_length)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a view span; an empty one becomes the empty place before its next character."""
        first = self.source_offset(start)
        return (first, first) if start == end else (first, self.source_end(end))

    def removed_as(self, kind: str) -> Iterator[Removed]:
        """Everything that was cut as `kind`, in order."""
        return (r for r in self.removed if r.kind == kind)

    def holds(self, start: int, end: int, kinds: Collection[str]) -> bool:
        """Whether something that was cut as one of these kinds begins in a span of the source."""
        return any(removed.kind in kinds for removed in self.removed_in(start, end))

    def removed_in(self, start: int, end: int) -> Iterator[Removed]:
        """Everything that was cut and begins in a span of the source, in order."""
        index = bisect_left(self.removed, start, key=lambda r: r.start)
        while index < len(self.removed) and self.removed[index].start < end:
            yield self.removed[index]
            index += 1

    @property
    def body_end(self) -> int:
        """Where the body ends; what follows are notes, headers and the like (in most documents: nothing)."""
        return len(self.text) if self._body_end is None else min(self.view_offset(self._body_end), len(self.text))

    def label(self, start: int, end: int) -> tuple[int, int] | None:
        """The first automatic number (its span in the source) that a span of the source touches.

        An insertion before the number touches it; one right after it does not.
        """
        index = bisect_right(self.labels, start, key=lambda span: span[1])
        found = self.labels[index] if index < len(self.labels) else None
        return found if found and found[0] < max(end, start + 1) else None

    def _between(self, start: int, end: int) -> Iterator[_Piece]:
        """The pieces of a view span, clipped to it; a replaced piece is never divided."""
        if start >= end:
            return
        index = bisect_right(self._starts, start) - 1
        while index < len(self._pieces) and self._pieces[index].start < end:
            piece = self._pieces[index]
            a, b = max(start, piece.start), min(end, piece.start + piece.length)
            if piece.exact:
                yield _Piece(a, piece.source + a - piece.start, b - a, b - a)
            else:
                yield _Piece(a, piece.source, b - a, piece.source_length, exact=False)
            index += 1

    def view_offset(self, source_offset: int) -> int:
        """The first view offset whose character stands at or after a source offset."""
        index = bisect_right(self._pieces, source_offset, key=lambda p: p.source) - 1
        if index < 0:
            return 0
        piece = self._pieces[index]
        return piece.start + min(source_offset - piece.source, piece.length)
