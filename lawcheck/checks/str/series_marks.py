"""The numbers of lists that the outline does not hold, and which of them make one list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.checks.str.series_forms import LONGEST
from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

LETTER = Pattern("[a-h]")
CIRCLED_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class SeriesMark:
    """A number, as written from `start` to `end`."""

    number: int
    start: int
    end: int


def marks_of(document: Document, pattern: Pattern) -> list[SeriesMark]:
    """The marks of one form, in order; in the cells of tables none are looked for."""
    return [
        SeriesMark(_value(match["number"]), *match.span("mark"))
        for match in pattern.finditer(document.text)
        if not document.is_in_cell(match.start("mark"))
    ]


def _value(numeral: str) -> int:
    if numeral in CIRCLED_NUMBERS:
        return CIRCLED_NUMBERS.index(numeral) + 1
    return ord(numeral) - ord("a") + 1 if LETTER.search(numeral) else parse_numeral(numeral) or 0


def series_of(text: str, marks: Sequence[SeriesMark]) -> Iterator[list[SeriesMark]]:
    """The lists of one form: each begins at 1 and stays in its paragraph, or each of its members begins one."""
    series: list[SeriesMark] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True) if marks else ():
        begins = mark.number == 1 and not (series and after and _counts_on(text, series[-1], after))
        if series and not begins and _goes_on(text, series[-1], mark):
            series.append(mark)
            continue
        if len(series) > 1:
            yield series
        series = [mark] if mark.number == 1 else []
    if len(series) > 1:
        yield series


def _counts_on(text: str, before: SeriesMark, after: SeriesMark) -> bool:
    """Whether what stands around a member shows that it has only the wrong number: 二要, 一要, 四要."""
    return 1 < before.number == after.number - 2 and _goes_on(text, before, after)


def _goes_on(text: str, before: SeriesMark, mark: SeriesMark) -> bool:
    if mark.start - before.start > LONGEST:
        return False
    return "\n" not in text[before.start : mark.start] or (_begins_line(text, before) and _begins_line(text, mark))


def _begins_line(text: str, mark: SeriesMark) -> bool:
    at = mark.start
    while at and text[at - 1] in " \t\u3000":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def glued_lists(document: Document, pattern: Pattern) -> Iterator[list[SeriesMark]]:
    """Lists that ran together: the first may begin the line, and three of them count on before one breaks."""
    text = document.text
    marks = marks_of(document, pattern)
    if len(marks) < _FEWEST:
        return
    runs: list[list[SeriesMark]] = []
    for mark in marks:
        if runs and "\n" not in text[runs[-1][-1].start : mark.start] and mark.number > 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    for run in runs:
        numbers = [mark.number for mark in run]
        first = numbers[0]
        counted = next((at for at, number in enumerate(numbers) if number != first + at), len(numbers))
        if first in (1, 2) and counted >= _FEWEST - (first == 2) and counted < len(numbers):
            # What stands before the second one at the beginning of the line is the first.
            yield ([] if first == 1 else [replace(run[0], number=1)]) + run
