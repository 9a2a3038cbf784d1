"""What the lines around a line say of it: that it signs, or that nothing of a body follows."""

from collections.abc import Sequence

from lawcheck.structure.frame_heads import FIRST_DIVISION, may_be_title
from lawcheck.structure.frame_labels import LABEL, Line
from lawcheck.structure.frame_names import PLACE_ALONE, addressee_end, is_signature
from lawcheck.structure.frame_remarks import REMARK
from lawcheck.structure.frame_tails import COPIES, date_line
from lawcheck.structure.frame_whole_names import is_broken
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import GENRES, Meaning, genre_of

_FIGURE = Pattern("[0-9][0-9.,，:：%～~-]{0,12}$")
_LONGEST_SIGNER = 30
_LONGEST_NAMES = 40
_MOST_SIGNERS = 12
# No name is broken here: the list or form ends.
_FORM = Pattern("[表图单册书案则法]$")
# A date, perhaps with what is glued to it.
_DAY = Pattern(f"[（(]?{DATE}")
# A whole day that the names of those who sign stand below, or behind some space.
_DAY_FIRST = Pattern(rf"(?=[^\n]{{0,9}}年[^\n]{{0,6}}月[^\n]{{0,5}}日){DATE}(?=$|[ \t\u3000])")
# What begins so goes on with the text, or is an item of a list.
_NO_TITLE = Pattern("附|[0-9（(《第各按根为该本此]|[一二三四五六七八九十]{1,3}[是、]")
_PRINTED_ON = Pattern(rf"{DATE}[ \t\u3000]{{0,4}}印[ \u3000]?[发制]$")
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

    def prints(self, index: int) -> bool:
        """Whether a line is the office that printed a document, and the next line says when: 2024年3月5日印发."""
        return self.is_printed(index + 1) and is_signature(self._text, *self._lines[index])

    def is_printed(self, index: int) -> bool:
        """Whether a line says only when a document was printed."""
        return index < len(self._lines) and _PRINTED_ON.match(self._text, *self._lines[index]) is not None

    def begins_another(self, index: int, start: int) -> bool:
        """Whether a line below a sentence is the title of another letter: its addressee or first division is below."""
        line, below = self._text[start : self._lines[index][1]], self.line_below(index)
        if "关于" not in line or not may_be_title(line) or not self.is_after_sentence(index, start):
            return False
        if GENRES.get(genre_of(line) or "", Meaning.OTHER) is not Meaning.OFFICIAL or _NO_TITLE.match(line):
            return False
        return FIRST_DIVISION.match(below) is not None or addressee_end(below, 0, len(below)) == len(below)

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

    def day_above_signers(self, index: int, start: int) -> int | None:
        """Where the day ends that a line begins with and below or behind which the text is signed, at its end."""
        end = self._lines[index][1]
        day = _DAY_FIRST.match(self._text, start, end)
        if day is None or not self.is_after_sentence(index, start):
            return None
        if day.end() < end:
            return day.end() if is_signature(self._text, day.end(), end) and self.closes_here(index) else None
        last = index + 1
        while last < min(index + _MOST_SIGNERS, len(self._lines)) and is_signature(self._text, *self._lines[last]):
            last += 1
        return end if last > index + 1 and self.closes_here(last - 1) else None

    def is_in_column(self, index: int, line: str) -> bool:
        """Whether a line is a date in the column of a table: 2024.3.5, with a figure below it."""
        return _FIGURE.match(line) is not None and _FIGURE.match(self.line_below(index)) is not None

    def is_day_alone(self, index: int, start: int, end: int) -> bool:
        """Whether a line below a sentence is a day, and what stands below it is no sentence that could speak of it."""
        below = self.line_below(index)
        day = date_line(self._text[start:end]) if self.is_after_sentence(index, start) else None
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
