"""Cells that are parts of the frame: letterheads, signatures and imprints are laid out as tables in Word."""

from collections.abc import Sequence, Set

from lawcheck.structure.frame_closing import LinesBelow
from lawcheck.structure.frame_heads import number_at
from lawcheck.structure.frame_labels import Line
from lawcheck.structure.frame_names import is_signature
from lawcheck.structure.frame_stamps import MARK, STAMPS
from lawcheck.structure.frame_tails import COPIES, date_line

_MOST_CELLS = 12
# Behind these a letterhead may go on, and an imprint.
_HEAD = frozenset(("", "MARK", "NUMBER", "COPY", "SECRECY", "URGENCY", "APPROVER"))
_FOOT = frozenset(("COPIES", "PRINTED"))


class FrameCells:
    """The lines of one text that stand in tables, known by where they begin."""

    def __init__(self, text: str, lines: Sequence[Line], starts: Set[int]) -> None:
        self._text = text
        self._lines = lines
        self._starts = starts
        self._below = LinesBelow(text, lines)

    def holds(self, index: int, last: str) -> bool:
        """Whether a line is a cell that is no part of the frame; `last` is the token before it."""
        return self._lines[index][0] in self._starts and not self._is_of_frame(index, last)

    def _is_of_frame(self, index: int, last: str) -> bool:
        start, end = self._lines[index]
        if last in _HEAD and self._is_of_letterhead(start, end):
            return True
        if COPIES.match(self._text, start, end) or last in _FOOT:
            return True
        if self._below.prints(index) or self._below.is_printed(index):
            return True
        return self._signs(index) if last != "NAMES" else self._is_signed(index)

    def _is_of_letterhead(self, start: int, end: int) -> bool:
        number = number_at(self._text, start, end)
        stamps = (match.end() for pattern in STAMPS.values() if (match := pattern.match(self._text, start, end)))
        return end in stamps or bool(number and number[1] == end) or MARK.match(self._text, start, end) is not None

    def _signs(self, index: int) -> bool:
        """Whether a table begins with names that only a day stands below, in it or below it, where a text ends."""
        if not index or self._lines[index - 1][0] in self._starts:
            return False
        last = index
        while last < min(index + _MOST_CELLS, len(self._lines)) and is_signature(self._text, *self._lines[last]):
            last += 1
        return last > index and self._is_signed(last)

    def _is_signed(self, index: int) -> bool:
        """Whether names go on in a cell below names, or their day stands in it and closes the text."""
        if index >= len(self._lines):
            return False
        start, end = self._lines[index]
        day = date_line(self._text[start:end], signed=True)
        return is_signature(self._text, start, end) or bool(day and self._below.closes_here(index))
