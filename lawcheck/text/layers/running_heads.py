"""Heads and page numbers that ran along the pages of a text and were copied into it: the same line on each page."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lawcheck.text.layers.common_words import standing_together
from lawcheck.text.layers.new_starts import is_title_line
from lawcheck.text.layers.printed_lines import BREAK, CANNOT_BEGIN, FINISHED, MARKER, OPEN, PrintedLines
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_LINE = Pattern(r"\S(?:[^\n]*\S)?")
_DASHES = "-－—–─"
_DASH, _PAGE_OF = f"[{_DASHES}]", r"第[ \u3000]?([0-9]{1,3})[ \u3000]?页.{0,12}"
# -3, — 3 —, 第3页, 3: a page number in a line of its own. A figure alone may be a cell of a table.
_NUMBER = Pattern(rf"(?:{_DASH}{{1,2}}[ \u3000]?([0-9]{{1,3}})[ \u3000]?{_DASH}{{0,2}}|{_PAGE_OF}|([0-9]{{1,3}}))")
# 示例区绿道养护方案 第3页: a head with the number of its page.
_NUMBERED_HEAD = Pattern(
    rf"([^{HAN}\n]{{0,12}}[{HAN}][^\n]{{0,34}}?)[ \u3000|]{{0,6}}"
    rf"(?:{_PAGE_OF}|({_DASH})[ \u3000]?([0-9]{{1,3}})[ \u3000]?\3)"
)
_WORDS = Pattern(f"[{HAN}]{{3}}")
_COMMA = Pattern("[，。；：]")
_LONGEST = 40
_STOPS = "。；！？，、：,;:"
# Pages hold at least so many characters, and a text at least so many pages.
_PAGE = 150
_FEWEST = 3
# So many of the lines alike must be heads or numbers, by their places.
_MOST = 0.8
# So many pages must end in the middle of a sentence where nothing else shows that they are pages.
_FEWEST_PARTED, _PARTED = 2, 0.3
_SENTENCE = 15
# The title stands among the first lines; a shorter one may be a heading.
_FIRST_LINES, _SHORTEST_TITLE = 12, 8


class RunningHeads(NamedTuple):
    """The lines that ran along the pages, each with the empty lines after it; the title of the text, if it has one."""

    heads: list[tuple[int, int]]
    numbers: list[tuple[int, int]]
    title: str


def running_heads(text: str) -> RunningHeads:
    """The heads and page numbers of a text."""
    return _Pages(text).found()


class _End(NamedTuple):
    """A line, and its last character with the one that would follow without the head between them."""

    line: str
    pair: str


class _Pages:
    """The lines of a text, those that say the same, and those that are numbers."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [match.span() for match in _LINE.finditer(text)]
        self._alike: dict[str, list[int]] = defaultdict(list)
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        # Page numbers with a mark beside them, and figures alone, which may be the cells of a table.
        self._marked: dict[int, int] = {}
        self._bare: dict[int, int] = {}
        # - 3 - and 第3页 are page numbers wherever they stand.
        self._sure: set[int] = set()
        for index, (start, end) in enumerate(self._lines):
            if end - start <= _LONGEST:
                self._note(index, text[start:end])

    def _note(self, index: int, line: str) -> None:
        if number := _NUMBER.fullmatch(line):
            values = self._marked if number[3] is None else self._bare
            values[index] = int(number[1] or number[2] or number[3])
            if (number[2] and line[-1] == "页") or (line[0] in _DASHES and line[-1] in _DASHES):
                self._sure.add(index)
        elif line[-1] not in _STOPS and _WORDS.search(line):
            self._alike[line].append(index)
            if ("页" in line or line[-1] in _DASHES) and (counted := _NUMBERED_HEAD.fullmatch(line)):
                self._counted[counted[1]][index] = int(counted[2] or counted[4])

    def found(self) -> RunningHeads:
        """What stands on every page."""
        numbers = set(self._marked) if self._counts(self._marked) else set(self._sure)
        if self._counts(self._bare) and self._part(self._bare):
            numbers.update(self._bare)
        heads: set[int] = set()
        for indices in self._alike.values():
            if len(indices) > 1:
                beside = self._beside(indices)
                if self._are_beside(indices, numbers) or beside or self._are_heads(indices):
                    heads.update(indices)
                    numbers.update(beside)
        for values in self._counted.values():
            if len(values) > 1 and self._counts(values, fewest=2):
                heads.update(values)
        own = next((at for at in range(min(_FIRST_LINES, len(self._lines))) if self._is_title(at)), -1)
        title = self._text[slice(*self._lines[own])] if own >= 0 else ""
        heads.update(self._titles(own, title, numbers))
        numbers.update(at for at in self._bare if self._part([at], fewest=1))
        return RunningHeads([self._span(at) for at in sorted(heads)], [self._span(at) for at in sorted(numbers)], title)

    def _titles(self, own: int, title: str, numbers: Container[int]) -> Iterator[int]:
        """The lines that are the title of the text once more, within a sentence or with the number of a page."""
        for at in self._alike.get(title, ()):
            if at > own and (self._is_within(at) or at - 1 in numbers or at + 1 in numbers):
                yield at
        yield from (at for at in self._counted.get(title, ()) if at > own)

    def _is_within(self, index: int) -> bool:
        """Whether a sentence goes on over a line: one with a comma, and not the title of the page or who wrote it."""
        end = self._end(index)
        return end is not None and any(sign in end.line for sign in "，、。")

    def _is_title(self, index: int) -> bool:
        line = self._text[slice(*self._lines[index])]
        return _SHORTEST_TITLE <= len(line) <= _LONGEST and is_title_line(line)

    def _counts(self, values: Mapping[int, int], fewest: int = _FEWEST) -> bool:
        """Whether numbers count the pages: one after the other, a page apart."""
        steps = sum(later - earlier == 1 for earlier, later in pairwise(values.values()))
        return len(values) >= fewest and steps >= _MOST * (len(values) - 1) and self._are_apart(list(values))

    def _are_beside(self, indices: Sequence[int], numbers: Container[int]) -> bool:
        return sum(at - 1 in numbers or at + 1 in numbers for at in indices) >= _MOST * len(indices)

    def _beside(self, indices: Sequence[int]) -> list[int]:
        """The figures before or after the lines, where they count the pages and sentences go on over them."""
        for step in (-1, 1):
            values = {at + step: self._bare[at + step] for at in indices if at + step in self._bare}
            if len(values) == len(indices) and self._counts(values) and self._part(indices):
                return list(values)
        return []

    def _are_heads(self, indices: Sequence[int]) -> bool:
        """Whether lines are heads without numbers: a page apart, within sentences, and not part of one that recurs."""
        if len(indices) < _FEWEST or not self._are_apart(indices):
            return False
        before = {self._text[slice(*self._lines[at - 1])] for at in indices if at}
        start, end = self._lines[indices[0]]
        return len(before) >= len(indices) - 1 and not _COMMA.search(self._text, start, end) and self._part(indices)

    def _are_apart(self, indices: Sequence[int]) -> bool:
        far = sum(self._lines[later][0] - self._lines[this][1] >= _PAGE for this, later in pairwise(indices))
        return far >= _MOST * (len(indices) - 1)

    def _part(self, indices: Collection[int], fewest: int = _FEWEST_PARTED) -> bool:
        """Whether sentences go on over enough of these lines: by the text's own words, their signs or their width."""
        ends = [end for at in indices if (end := self._end(at))]
        known = standing_together(self._text, {end.pair for end in ends})
        parted = sum(
            end.pair[0] in OPEN or end.pair[1] in CANNOT_BEGIN or end.pair in known or self._page.is_full(end.line)
            for end in ends
        )
        return parted >= max(fewest, _PARTED * len(indices))

    @cached_property
    def _page(self) -> PrintedLines:
        return PrintedLines(self._text, list(BREAK.finditer(self._text)))

    @cached_property
    def _before(self) -> list[int]:
        """For each line the last one before it that is no number; -1 where there is none."""
        return self._nearest(range(len(self._lines)), -1)

    @cached_property
    def _after(self) -> list[int]:
        """For each line the first one after it that is no number, or how many lines there are."""
        return self._nearest(reversed(range(len(self._lines))), len(self._lines))

    def _nearest(self, lines: Iterable[int], near: int) -> list[int]:
        """For each line the one that is no number and comes last before it, in this order."""
        found = [near] * len(self._lines)
        for at in lines:
            found[at] = near
            if at not in self._marked and at not in self._bare:
                near = at
        return found

    def _end(self, index: int) -> _End | None:
        """The end of the line before a head, where a sentence may go on over it."""
        before, after = self._before[index], self._after[index]
        if before < 0 or after >= len(self._lines):
            return None
        (start, end), (first, last) = self._lines[before], self._lines[after]
        if self._text[end - 1] in FINISHED or end - start < _SENTENCE or MARKER.match(self._text, first):
            return None
        # Cells of tables have no stops.
        if not _COMMA.search(self._text, start, end) and not _COMMA.search(self._text, first, last):
            return None
        return _End(self._text[start:end], self._text[end - 1] + self._text[first])

    def _span(self, index: int) -> tuple[int, int]:
        """A line with what is empty after it."""
        text, last = self._text, index + 1 == len(self._lines)
        start = text.rfind("\n", 0, self._lines[index][0]) + 1
        return start, len(text) if last else text.rfind("\n", 0, self._lines[index + 1][0]) + 1
