"""What the lines around a line say of it: that it signs, or that nothing of a body follows."""

from collections.abc import Sequence

from lawcheck.structure.frame_labels import LABEL, Line
from lawcheck.structure.frame_names import PLACE_ALONE, is_signature
from lawcheck.structure.frame_remarks import REMARK
from lawcheck.structure.frame_tails import COPIES, date_line
from lawcheck.structure.frame_whole_names import is_broken
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE

_FIGURE = Pattern("[0-9][0-9.,，:：%～~-]{0,12}$")
_LONGEST_SIGNER = 30
_LONGEST_NAMES = 40
_MOST_SIGNERS = 12
# No name is broken here: the list or form ends.
_FORM = Pattern("[表图单册书案则法]$")
# A date, perhaps with what is glued to it.
_DAY = Pattern(f"[（(]?{DATE}")
_SENTENCE_ENDS = frozenset("。！；）”")
_STOPS = frozenset("。；;！？：:，,")
_SIGNER_STOPS = frozenset("。；;！？：:，,0123456789")


class LinesBelow:
    """The lines of one text, each asked for what stands below it."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines

    def line_below(self, index: int) -> str:
        """The next line; "" below the last one."""
        return self._text[slice(*self._lines[index + 1])] if index + 1 < len(self._lines) else ""

    def is_after_sentence(self, index: int, start: int) -> bool:
        """Whether a place begins a line, and the line above it ends a sentence."""
        above = self._lines[index - 1][1] - 1 if index else -1
        return start == self._lines[index][0] and above >= 0 and self._text[above] in _SENTENCE_ENDS

    def closes_here(self, index: int) -> bool:
        """Whether nothing of a body follows a line: it is the last one, or a remark, annex or imprint stands below."""
        below = self.line_below(index)
        closing = (REMARK, COPIES, LABEL)
        return not below or any(pattern.match(below) for pattern in closing)

    def is_dated_below(self, index: int) -> bool:
        """Whether the next line is a date, one of a signature where nothing of a body follows it."""
        below = self.line_below(index)
        # Most lines are no date of any sort.
        return bool(date_line(below, signed=True) and date_line(below, signed=self.closes_here(index + 1)))

    def is_in_column(self, index: int, line: str) -> bool:
        """Whether a line is a date in the column of a table: 2024.3.5, with a figure below it."""
        return _FIGURE.match(line) is not None and _FIGURE.match(self.line_below(index)) is not None

    def is_day_alone(self, index: int, line: str) -> bool:
        """Whether a line is a day, and what stands below it is no sentence that could speak of that day."""
        below = self.line_below(index)
        day = date_line(line)
        return bool(day and day.is_whole and below and below[-1] not in _STOPS)

    def sign(self, index: int, line: str) -> bool:
        """Whether they make a line that is no name of an office the name of who signs."""
        return self._signs_last(index, line) or self._signs_over_two(index, line) or self.is_broken_name(index, line)

    def _signs_last(self, index: int, line: str) -> bool:
        """Whether a short line above the last date of a text names who signs it: 示例中学, 王某某."""
        if len(line) > _LONGEST_SIGNER or _SIGNER_STOPS & set(line) or not self.is_dated_below(index):
            return False
        return index + 2 >= len(self._lines) or LABEL.match(self._text, *self._lines[index + 2]) is not None

    def _signs_over_two(self, index: int, line: str) -> bool:
        """Whether a line is the place's name that the name of who signs goes on below: 示例县示例镇 / 调查专家组."""
        if len(line) > _LONGEST_SIGNER or not PLACE_ALONE.search(line) or _SIGNER_STOPS & set(line):
            return False
        below = self.line_below(index)
        return self.is_dated_below(index + 1) and is_signature(line + below, 0, len(line) + len(below))

    def is_broken_name(self, index: int, line: str) -> bool:
        """Whether a line ends within a name that the next one goes on with, above more names and a date."""
        below = self.line_below(index)
        if len(line) > _LONGEST_NAMES or len(below) > _LONGEST_NAMES:
            return False
        joined = line + below
        if not _SIGNER_STOPS.isdisjoint(joined):
            return False
        if not is_broken(line, below) or not is_signature(joined, 0, len(joined)) or _FORM.search(line):
            return False
        for further in range(index + 1, min(index + _MOST_SIGNERS, len(self._lines))):
            below = self.line_below(further)
            if _DAY.match(below):
                return True
            if not is_signature(below, 0, len(below)):
                return False
        return False
