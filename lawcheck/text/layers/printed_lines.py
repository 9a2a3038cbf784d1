"""How a text that was printed on pages lays out its lines: how far apart they stand, and how wide they are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lawcheck.text.layers.common_words import standing_together
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import ORDINAL, SERIAL

# A line end with the space around it.
BREAK = Pattern(r"[ \t\u3000\xa0\n](?:(?<=\n)|[ \t\u3000\xa0]{0,3}\n)\s*")
# What a line may end with that is the last one of its paragraph, and what shows that it is not.
FINISHED = frozenset("。！？；：…”）》】〕』」!?;:)]>|")
OPEN = frozenset("，、,（《“‘〈〔(")
CANNOT_BEGIN = frozenset("，。、；：！？）》”’〉〕,;)")
STOP = Pattern("[，。；、,;]")
# The columns of a table or of a list of names.
COLUMNS = Pattern(rf"\S(?:  |\u3000|\t)|(?:[{HAN}]{{2,4}} ){{3}}|\|")
# What begins a paragraph.
MARKER = Pattern(rf"{ORDINAL}|{SERIAL}|[●△▲■◆]|——|附[ \u3000]?[件则表录注]|专栏|图\d|表\d|[#>*|+-] ")
# So many of the line ends are alike in a text whose lines stand apart.
_ALIKE, _FEWEST_ALIKE = 0.8, 8
# A page is as wide as the lines that go on in the next one: at least so many characters, and those of a paragraph that
# begin with an indent or end before a stop a few less.
_NARROWEST, _SLACK = 20, 3
_FEWEST_FULL = 4
# For each such line there are at most so many longer ones and others that go on, and at least so many that hold a stop
# and that stand before the end of a paragraph.
_LONGER, _OTHERS, _SENTENCES, _ENDS = 0.1, 0.7, 0.4, 0.06
# So few are not taken for the layout of the page.
_SOME = 0.1
# A passage of another text that was copied from a page has at least so many lines of one width, give or take a few
# characters, that go on in one that is no wider; so many of them part what the text has side by side elsewhere, or end
# in a comma.
_FEWEST_STEPS, _STEP_SLACK = 3, 2
_FEWEST_PARTED, _PARTED = 2, 0.3
# A line of columns has one of these, or as many blanks.
_BETWEEN_COLUMNS, _BLANKS_BETWEEN = ("\u3000", "\t", "|", "  "), 3
# What is of ASCII and has no width.
_CONTROLS = bytes(range(32)) + b"\x7f"


class _Line(NamedTuple):
    """A line between two line ends."""

    start: int
    end: int
    width: int
    is_finished: bool
    has_stop: bool
    before_indent: bool


class PrintedLines:
    """The lines of a text that may be those of a page: none of columns."""

    def __init__(self, text: str, breaks: Sequence[re.Match[str]]) -> None:
        self._text = text
        self._breaks = breaks

    @cached_property
    def feeds(self) -> int:
        """How many line feeds there are between two lines of a paragraph."""
        counts = Counter(match[0].count("\n") for match in self._breaks)
        feeds, times = max(counts.items(), key=lambda item: item[1])
        return feeds if times >= max(_FEWEST_ALIKE, _ALIKE * len(self._breaks)) else 1

    @cached_property
    def _lines(self) -> list[_Line]:
        at = 0
        lines: list[_Line] = []
        for match in self._breaks:
            line = self._text[at : match.start()]
            if line and not _has_columns(line):
                finished = line[-1] in FINISHED or match[0].count("\n") > self.feeds
                stop, indent = bool(STOP.search(line)), match[0][-1] != "\n"
                lines.append(_Line(at, match.start(), _width_of(line), finished, stop, indent))
            at = match.end()
        return lines

    @cached_property
    def width(self) -> int:
        """How many characters the full lines of a page have; 0 where the lines are whole paragraphs."""
        unfinished = [line for line in self._lines if not line.is_finished]
        widths = Counter(line.width for line in unfinished)
        fullest = max(widths, key=lambda width: (_as_wide(widths, width, _SLACK), width), default=0)
        full = [line for line in unfinished if fullest - _SLACK <= line.width <= fullest]
        if fullest < _NARROWEST or len(full) < _FEWEST_FULL:
            return 0
        # Pages are wider than lists, whose items have no stops; the paragraphs end where they end.
        longer = sum(line.width > fullest + 1 for line in self._lines)
        others = sum(line.width * 2 >= _NARROWEST for line in unfinished) - len(full)
        sentences = sum(line.has_stop for line in full)
        ends = sum(
            not this.is_finished and fullest - _SLACK <= this.width <= fullest and following.is_finished
            for this, following in pairwise(self._lines)
        )
        is_page = (
            longer <= _LONGER * len(full)
            and others <= _OTHERS * len(full)
            and sentences >= _SENTENCES * len(full)
            and ends >= _ENDS * len(full)
        )
        return fullest if is_page else 0

    def is_full(self, line: str) -> bool:
        """Whether a line is as wide as the page."""
        return self.width > 0 and _width_of(line) >= self.width - _SLACK

    @cached_property
    def goes_on_indented(self) -> bool | None:
        """Whether the lines have an indent or none in which full ones go on; None where some have one."""
        if not self.width:
            return None
        narrowest = self.width - _SLACK
        full = [line.before_indent for line in self._lines if not line.is_finished and line.width >= narrowest]
        share = sum(full) / len(full)
        return None if _SOME < share < 1 - _SOME else share > _SOME

    @cached_property
    def passages(self) -> frozenset[int]:
        """Where lines end that go on in the next one, in a passage of lines of one width."""
        steps = list(self._steps())
        widths = Counter(line.width for line in steps)
        kept: set[int] = set()
        for width in widths:
            alike = [line for line in steps if width - _STEP_SLACK <= line.width <= width]
            if len(alike) >= _FEWEST_STEPS and self._part_words(alike):
                kept.update(line.end for line in alike)
        return frozenset(kept)

    def _steps(self) -> Iterator[_Line]:
        """Lines that go on in one that is no wider and either ends a sentence or goes on too."""
        following: _Line | None = None
        goes_on = False
        for line in reversed(self._lines):
            may = (
                following is not None
                and not line.is_finished
                and line.width >= _NARROWEST
                and following.width <= line.width + _STEP_SLACK
                and "\n" in self._text[line.end : following.start]
                and not MARKER.match(self._text, following.start)
            )
            goes_on = may and following is not None and (goes_on or following.is_finished)
            if goes_on:
                yield line
            following = line

    def _part_words(self, lines: Sequence[_Line]) -> bool:
        text = self._text
        pairs = [text[line.end - 1] + text[line.end :].lstrip()[:1] for line in lines]
        known = standing_together(text, pairs)
        parted = sum(pair[0] in OPEN or pair in known for pair in pairs)
        return parted >= max(_FEWEST_PARTED, _PARTED * len(lines))


def past_gap(text: str, start: int, end: int) -> int:
    """Where a line ends that is cut: of the empty lines before and after it only those before it stay."""
    if start == 0 or text.startswith("\n\n", start - 2):
        while text.startswith("\n", end):
            end += 1
    return end


def _as_wide(widths: Counter[int], width: int, slack: int) -> int:
    """How many lines are as wide, or a few characters less."""
    return sum(widths[width - less] for less in range(slack + 1))


def _width_of(line: str) -> int:
    """How many Chinese characters a line is wide; letters and figures are half as wide."""
    narrow = line.encode("ascii", "ignore").translate(None, _CONTROLS)
    return (len(line) * 2 - len(narrow)) // 2


def _has_columns(line: str) -> bool:
    """Whether a line is of a table; most lines hold nothing that parts columns."""
    may_have = any(map(line.__contains__, _BETWEEN_COLUMNS)) or line.count(" ") >= _BLANKS_BETWEEN
    return may_have and COLUMNS.search(line) is not None
