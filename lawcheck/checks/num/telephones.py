"""Telephone numbers that ran together, or have a figure too many or too few (NUM015)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.compared_tables import compared_tables
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

# An area code with two numbers of seven or eight figures behind it, or two numbers of mobile telephones.
_GLUED = Pattern(
    "(?<![0-9A-Za-z.-])(?:[（(]?0[0-9]{2,3}[）)]?[-—－ ]?(?:[2-9][0-9]{6}[2-9][0-9]{6}|[2-9][0-9]{7}[2-9][0-9]{7})"
    "|1[3-9][0-9]{9}1[3-9][0-9]{9})(?![0-9A-Za-z.-])"
)
# A mobile telephone has eleven figures; behind an area code stand seven or eight.
_LENGTH = Pattern(
    "(?<![0-9A-Za-z.-])(?:1[3-9][0-9]{8}(?:[0-9]{2})?|0[1-9][0-9]{1,2}[-—－–](?:[2-8][0-9]{5}|[2-8][0-9]{8}))(?![0-9A-Za-z.*＊-])"
)
# 888866 82: groups of four are usual, and so are 138 0000 1111 and 0571 88886666.
_CUT = Pattern(
    "(?<![0-9A-Za-z.、/—-])(?:(?:[（(]?0[1-9][0-9]{1,2}[）)]?[-—－–])?"
    "(?:[2-8][0-9]{0,2} [0-9]{5,7}|[2-8][0-9]{4,6} [0-9]{1,3})|1[3-9][0-9]{3,8} [0-9]{1,6})(?![0-9A-Za-z.、/ -])"
)
_BETWEEN = Pattern("[0-9] [0-9]")
_FIGURES = Pattern("[^0-9]")
_WHOLE = {7, 8, 11}
_ONE = Pattern("电话|手机|联系方式|Tel|TEL")
_NEAR = 14
_SAID = Pattern("电话|手机|传真|热线|联系|Tel|TEL|咨询|举报")
_SAID_HERE = Pattern(f"(?:{_SAID.pattern})[^0-9，。；\n]{{0,6}}$")
_REACH = 40
# The lines of a list of telephones, each of which ends with its number: 王某　13800001111.
_ROW = Pattern(r"(?m)^[^\n]{1,40}?[：:|\s][^\S\n]*(?P<number>[0-9]{7,12})[^\S\n]*\|?[^\S\n]*$")
_MOBILE, _ODD_MOBILE = Pattern("1[3-9][0-9]{9}"), Pattern("1[3-9][0-9]{8}(?:[0-9]{2})?")
_OFFICE, _ODD_OFFICE = Pattern("[2-8][0-9]{7}"), Pattern("[2-8][0-9]{6}(?:[0-9]{2})?")
# The numbers of one place begin alike.
_ALIKE = 3
_LEAST_ROWS = 3
_TITLE_REACH = 200


def glued_telephones(document: Document) -> Iterator[Finding]:
    """NUM015: two telephone numbers with nothing between them, or one of no possible length, where these are named."""
    text = document.text
    for match in _GLUED.finditer(text):
        if _SAID.search(text, max(0, match.start() - _REACH), match.start()):
            yield Finding(*match.span(), {"found": match[0]})
    for match in _LENGTH.finditer(text):
        if _ONE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Finding(*match.span(), {"found": match[0]}, "length")
    # Most texts have no blank between figures: to look for one takes a tenth of what it takes to try every place.
    for match in _CUT.finditer(text) if _BETWEEN.search(text) else ():
        number = _FIGURES.compiled.sub("", match[0].rpartition("-")[2])
        if len(number) in _WHOLE and _SAID_HERE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Finding(*match.span(), {"found": match[0]}, "blank")
    for start, end in sorted({*_odd_ones(text), *_odd_in_tables(document)}):
        if not _ONE.search(text, max(0, start - _NEAR), start):
            yield Finding(start, end, {"found": text[start:end]}, "length")


def _odd_in_tables(document: Document) -> Iterator[tuple[int, int]]:
    """The one number of each column of telephones that has a figure too many or too few."""
    for table in compared_tables(document):
        for number, name in enumerate(table.names):
            cells = [cell for cell in table.column(number) if cell.words.isdecimal()]
            odd = [cell for cell in cells if not _MOBILE.fullmatch(cell.words)]
            is_list = _ONE.search(name) and len(cells) >= _LEAST_ROWS and len(odd) == 1
            if is_list and _ODD_MOBILE.fullmatch(odd[0].words):
                yield odd[0].start, odd[0].end


def _odd_ones(text: str) -> Iterator[tuple[int, int]]:
    """The one number of each list of telephones that has a figure too many or too few."""
    for rows in _lists(text):
        for right, wrong in ((_MOBILE, _ODD_MOBILE), (_OFFICE, _ODD_OFFICE)):
            odd = [row for row in rows if not right.fullmatch(row["number"])]
            if len(rows) < _LEAST_ROWS or len(odd) != 1 or not wrong.fullmatch(odd[0]["number"]):
                continue
            if right is _MOBILE or _is_of_one_place(text, rows):
                yield odd[0].span("number")


def _is_of_one_place(text: str, rows: list[re.Match[str]]) -> bool:
    """Whether the numbers begin alike, and the line above them speaks of telephones."""
    start = rows[0].start()
    above = text[max(0, start - _TITLE_REACH) : start].rstrip().rpartition("\n")[2]
    alike = len({row["number"][:_ALIKE] for row in rows}) == 1
    return alike and _SAID.search(above) is not None


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """The lines that end with a number and follow each other."""
    rows: list[re.Match[str]] = []
    for match in _ROW.finditer(text):
        if rows and match.start() != rows[-1].end() + 1:
            yield rows
            rows = []
        rows.append(match)
    if rows:
        yield rows
