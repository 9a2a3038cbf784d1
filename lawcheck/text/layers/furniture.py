"""Page numbers and running heads that stayed in the text when its pages were joined."""

from bisect import bisect_right
from collections.abc import Iterator
from string import digits

from lawcheck.text.layers.printed_lines import past_gap
from lawcheck.text.layers.running_heads import running_heads
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.han import HAN

KIND = "furniture"
RUNNING_HEAD = "running-head"
# The same where it belongs, in a header or footer.
_IN_PLACE = "page-number"

# On a line of its own: — 3 —, - 3 -, 第3页, 第3页 共20页, 3 / 20.
_DASH = "[-－—–─]"
_LINE = Pattern(
    r"(?m)(?:"
    rf"[-－—–─·•][ \u3000]?{_DASH}?[ \u3000]{{0,2}}\d{{1,4}}[ \u3000]{{0,2}}{_DASH}?[ \u3000]?[-－—–─·•]"
    r"|第[ \u3000]?\d{1,4}[ \u3000]?页(?:[ \u3000，,/]{0,3}共[ \u3000]?\d{1,4}[ \u3000]?页)?"
    r"|[0-9]{1,4}[ ]?/[ ]?\d{1,4}"
    r")[ \u3000]{0,40}(?:\n|\Z)",
    first="-－—–─·•第" + digits,
)
# Between two characters of a sentence only with dashes and a space on either side: 推进— 3 —改革.
_INLINE = Pattern(rf"([—－-])[ \u3000]\d{{1,4}}[ \u3000]\1[ ]?(?=[{HAN}])", first="—－-")
_TEXT_BEFORE = Pattern(rf"[{HAN}，、][ ]?$")
_INDENT = " \t\u3000"
_DEEPEST = 40
# 1/120 in the cell of a table is a rank; a longer cell is the page itself, which some web pages set in a table.
_LONGEST_CELL = 200


def furniture_cuts(view: View) -> list[Cut]:
    """Every page number and running head, with its line where it has one."""
    text = view.text
    heads, numbers = running_heads(text)
    taken = {start for start, _ in numbers}
    found = [*numbers, *(span for span in _on_own_lines(text) if text.rfind("\n", 0, span[0]) + 1 not in taken)]
    found += _in_sentences(text)
    found = _outside_cells(view, found)
    cuts = [Cut(KIND if start < view.body_end else _IN_PLACE, start, end) for start, end in found]
    return cuts + [Cut(RUNNING_HEAD, *span) for span in heads if span[1] <= view.body_end]


def _outside_cells(view: View, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not found or not view.tables:
        return found
    cells = {(cell.start, cell.end) for table in view.tables for row in table.rows for cell in row}
    short = sorted(cell for cell in cells if cell[1] - cell[0] <= _LONGEST_CELL)
    starts = [start for start, _ in short]

    def is_outside(span: tuple[int, int]) -> bool:
        at = view.source_offset(span[0])
        index = bisect_right(starts, at) - 1
        return index < 0 or at >= short[index][1]

    return [span for span in found if is_outside(span)]


def _on_own_lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        at = match.start()
        indent = text[max(0, at - _DEEPEST - 1) : at]
        start = at - len(indent) + len(indent.rstrip(_INDENT))
        if start == 0 or text[start - 1] == "\n":
            yield start, past_gap(text, start, match.end())


def _in_sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _INLINE.finditer(text):
        at = match.start()
        if before := _TEXT_BEFORE.search(text[max(0, at - 2) : at]):
            yield at - len(before[0]) + 1, match.end()
