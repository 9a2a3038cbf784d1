"""Numbers that are no ordinals of the outline: 一要…二要…, 其一…, 第一步…, a)…, and the serial column of a table.

What breaks in them is told as in other lists (STR001, STR002, STR003).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lawcheck.checks.str.breaks import Break
from lawcheck.checks.str.changed_members import changed_members
from lawcheck.checks.str.mixed_members import odd_members
from lawcheck.checks.str.series_forms import (
    CIRCLED,
    FIGURES,
    FORMS,
    GLUED,
    MEMBERS,
    NUMERAL,
    ORDERS,
    REPEATABLE,
    next_twice,
    of_another_series,
)
from lawcheck.checks.str.series_marks import CIRCLED_NUMBERS, LETTER, SeriesMark, glued_lists, marks_of, series_of
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

_FIGURE = Pattern("[0-9]")
_SERIAL_HEADER = Pattern(r"(?:序\s{0,4}号|项次|No\.?|NO\.?)$")
_HAS_SERIAL = Pattern("序[ \u3000]{0,4}号[ \u3000]{0,4}\t")
_SERIAL_NUMBER = Pattern(f"(?:[0-9]{{1,4}}|{NUMERAL})$")
_FEWEST_ROWS = 3
# A column with more breaks than one, or one in so many rows, is numbered by other rules.
_ROWS_A_BREAK = 4
_NAMED = 4
# Of three members the outline cannot tell which one is wrong: 一是, 三是, 二是.
_TURNED = [1, 3, 2]


def series_faults(document: Document, *kinds: Break) -> Iterator[Finding]:
    """What breaks of these kinds."""
    return (finding for kind, finding in _all(document) if kind in kinds)


@lru_cache(maxsize=1)
def _all(document: Document) -> tuple[tuple[Break, Finding], ...]:
    found: list[tuple[Break, Finding]] = []
    taken = {node.start for node in document.walk()}
    for pattern in FORMS:
        for series in series_of(document.text, marks_of(document, pattern)):
            # The outline may have taken the first for a list of its own.
            if not any(mark.start in taken for mark in series[1:]):
                found += _broken(document.text, series)
    members = marks_of(document, MEMBERS) if "一是" in document.text else []
    for series in series_of(document.text, members):
        # Those that begin sentences are told by the outline, except for one that is written as those of another list.
        outlined = any(mark.start in taken for mark in series[1:])
        broken = _broken(document.text, series)
        turned = [mark.number for mark in series] == _TURNED
        found += ((kind, each) for kind, each in broken if turned or not outlined or "other" in each.values)
    for series in series_of(document.text, marks_of(document, ORDERS)) if "第一" in document.text else ():
        found += _broken(document.text, series) if [mark.number for mark in series] == _TURNED else ()
    found += _told_twice(document)
    for column in _serial_columns(document):
        # Numbers of two sorts, 一 above 1 and 2, are of two lists.
        if len({document.text[mark.start].isascii() for mark in column}) > 1:
            continue
        breaks = list(_broken(document.text, column))
        if len(breaks) <= max(1, len(column) // _ROWS_A_BREAK):
            found += breaks
    told = {each.start for kind, each in found if kind is Break.WRONG}
    found += ((Break.WRONG, each) for each in odd_members(document.text) if each.start not in told)
    return tuple(found)


def _told_twice(document: Document) -> Iterator[tuple[Break, Finding]]:
    """其次 after 其次, 第三 after it, and ordinals inside a paragraph that stand there twice or are left out."""
    text = document.text
    for span, before in next_twice(text):
        values = {"marker": "其次", "before": "其次", "missing": "再次"}
        yield Break.DUPLICATE, Finding(*span, values, related=((*before, "before"),))
    for span, before in of_another_series(text):
        right = _in_row(text[slice(*span)], text[slice(*before)])
        values = {"marker": text[slice(*span)], "before": text[slice(*before)], "missing": right}
        yield Break.WRONG, Finding(*span, values, "mixed", related=((*before, "before"),))
    for span, before, right in changed_members(document):
        values = {"marker": text[slice(*span)], "before": text[slice(*before)], "missing": right}
        yield Break.WRONG, Finding(*span, values, "mixed", related=((*before, "before"),))
    taken = {node.start for node in document.walk()}
    for pattern, firsts in ((FIGURES, ("（1）", "(1)")), (CIRCLED, ("①",))):
        if not any(map(text.__contains__, firsts)):
            continue
        for series in series_of(text, marks_of(document, pattern)):
            # One of them is left out; （30）班 is none of a list.
            if len(series) >= _FEWEST_ROWS and series[-1].number == len(series) + 1:
                gaps = (found for kind, found in _broken(text, series) if kind is Break.GAP)
                yield from ((Break.GAP, found) for found in gaps if found.start not in taken)
    for pattern in GLUED:
        for series in glued_lists(document, pattern):
            yield from (each for each in _broken(text, series) if each[1].start not in taken)
    for pattern in REPEATABLE:
        for series in series_of(text, marks_of(document, pattern)):
            for kind, found in _broken(text, series):
                if found.start in taken or kind not in (Break.DUPLICATE, Break.WRONG):
                    continue
                # The outline lacks it, so that it would be told as left out besides.
                told = dict(found.values)
                if kind is Break.WRONG:
                    told["other"] = told["marker"]
                yield kind, replace(found, values=told)


def _in_row(word: str, before: str) -> str:
    """The word that goes on a row of which one stands before: 其三 behind 其二, 再次 behind 其次."""
    if before[0] == "其" and before != "其次":
        return {"一": "其二", "二": "其三", "三": "其四"}[before[1]]
    if before[0] == "第":
        return f"第{chinese_numeral((parse_numeral(before[1:]) or 0) + 1)}"
    return "其次" if before == "首先" and word == "其二" else "再次"


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1)


def _broken(text: str, series: Sequence[SeriesMark]) -> Iterator[tuple[Break, Finding]]:
    expected, swapped = 1, False
    for index, mark in enumerate(series):
        after = series[index + 1].number if index + 1 < len(series) else 0
        number, before = mark.number, series[index - 1] if index else None
        if number == expected:
            expected += 1
            continue
        if number == 1 and (expected == 2 or after != expected + 1):
            expected = 2
            continue
        values = {
            "marker": text[mark.start : mark.end],
            "before": text[before.start : before.end] if before else "",
            "missing": _spelled(text[mark.start : mark.end], number, range(expected, number)),
        }
        related = ((before.start, before.end, "before"),) if before else ()
        if before and number == before.number:
            # What follows tells whether only this one is wrong: 1 2 2 4, or an item was put in: 1 2 2 3.
            expected += after == number + 2
            yield Break.DUPLICATE, Finding(mark.start, mark.end, values, related=related)
        elif after == expected and number == expected + 1 and not swapped:
            # 1 3 2 4: the two have changed places.
            swapped, expected = True, expected + 1
        elif swapped and before and number == before.number - 1:
            swapped, expected = False, before.number + 1
            yield Break.DISORDER, Finding(mark.start, mark.end, values, related=related)
        elif after == expected + 1:
            values["missing"] = _spelled(text[mark.start : mark.end], number, range(expected, expected + 1))
            expected += 1
            yield Break.WRONG, Finding(mark.start, mark.end, values, "wrong", related=related)
        elif number == expected + 1 and before and (other := _in_other_form(text, before, mark, expected)):
            expected = number + 1
            values["marker"] = values["other"] = text[other : other + 2]
            yield Break.WRONG, Finding(other, other + 2, values, "wrong", related=related)
        elif number > expected:
            expected = number + 1
            yield Break.GAP, Finding(mark.start, mark.start, values, related=related)
        else:
            yield Break.DISORDER, Finding(mark.start, mark.end, values, related=related)
            expected = number + 1


_OTHER_FORM = {"要": "是", "是": "要"}
_MEMBER_BEGINS = frozenset("。；：，;:,\n \u3000")


def _in_other_form(text: str, before: SeriesMark, mark: SeriesMark, number: int) -> int | None:
    """Where the member between two others stands in another form: 三是 between 二要 and 四要."""
    other = _OTHER_FORM.get(text[mark.end - 1])
    at = text.find(f"{chinese_numeral(number)}{other}", before.end, mark.start) if other else -1
    return at if at > 0 and text[at - 1] in _MEMBER_BEGINS else None


def _spelled(mark: str, number: int, wanted: range) -> str:
    """Numbers in the form of a mark."""
    write = _letter if LETTER.search(mark) else str if _FIGURE.search(mark) else chinese_numeral
    if mark in CIRCLED_NUMBERS:
        return "、".join(CIRCLED_NUMBERS[each - 1] for each in wanted)
    names = [mark.replace(write(number), write(each)) for each in wanted]
    return "、".join(names) if len(names) <= _NAMED else f"{names[0]}至{names[-1]}"


def _serial_columns(document: Document) -> Iterator[list[SeriesMark]]:
    """The columns headed 序号 of tables: of the file's own, and of lines that tabs divide."""
    yield from _of_tables(document)
    yield from _of_tabs(document)


def _of_tables(document: Document) -> Iterator[list[SeriesMark]]:
    view = document.view
    source = view.source_text
    # The rows of a table that divides the work are items of their own, and told there.
    rows = {view.source_offset(row.start) for row in document.rows}
    for table in view.tables:
        head = next(iter(table.rows), ())
        columns = [cell.column for cell in head if _SERIAL_HEADER.match(source[cell.start : cell.end].strip())]
        if len(columns) != 1 or any(cell.start in rows for row in table.rows for cell in row):
            continue
        column: list[SeriesMark] = []
        for row in table.rows[1:]:
            cell = next((cell for cell in row if cell.column == columns[0]), None)
            if cell is None or cell.continued or cell.width != 1:
                continue
            shown = source[cell.start : cell.end].strip()
            if shown and not _SERIAL_NUMBER.match(shown):
                column = []
                break
            if shown:
                start = view.view_offset(source.index(shown, cell.start))
                column.append(SeriesMark(parse_numeral(shown) or 0, start, start + len(shown)))
        if _is_serial(column):
            yield column


def _of_tabs(document: Document) -> Iterator[list[SeriesMark]]:
    text = document.text
    if document.view.tables or "\t" not in text or not _HAS_SERIAL.search(text):
        return
    column: list[SeriesMark] = []
    inside = False
    at = 0
    for line in text.split("\n"):
        first, tab, _ = line.partition("\t")
        shown = first.strip()
        if inside and tab and _SERIAL_NUMBER.match(shown):
            start = at + first.index(shown)
            column.append(SeriesMark(parse_numeral(shown) or 0, start, start + len(shown)))
        elif line.strip() and (shown or not tab):
            # Another header or the text below ends the table.
            if _is_serial(column):
                yield column
            column, inside = [], bool(tab and _SERIAL_HEADER.match(shown))
        at += len(line) + 1
    if _is_serial(column):
        yield column


def _is_serial(column: Sequence[SeriesMark]) -> bool:
    """Whether a column counts its rows from 1."""
    return len(column) >= _FEWEST_ROWS and column[0].number == 1
