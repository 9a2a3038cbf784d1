"""Numbers of documents (发文字号), such as 示政发〔2024〕5号: one pattern and one parser.

They are read in every bracket that people write (［2024］, [2024], 【2024】, （2024）, ﹝2024﹞), with blanks,
full-width figures, 年, 第 or zeros in them, and without 号 where the agency's code says what they are.

Orders and announcements are numbered without a year in brackets: 示例市人民政府令第5号, 第5号令, 2024年第3号.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, value_of
from lawcheck.text.vocabulary.genres import OFFICIAL_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.numerals import parse_numeral
from lawcheck.text.vocabulary.offices import ends_as_office

_OPENING = "〔﹝［[【（(〈"
_CLOSING = "〕﹞］]】）)〉"
_DIGIT = "[0-9０-９]"
_GAP = r"[^\S\n]{0,2}"
_YEAR = rf"(?:(?:19|20|１９|２０){_DIGIT}{{2}}{_GAP}年?|(?<=[〔﹝]){_DIGIT}{{2}})"
# For patterns that a number is a part of: from its bracket on, and with its agency's code, whose beginning stands open.
BRACKETED_NUMBER = (
    rf"[{re.escape(_OPENING)}]{_GAP}{_YEAR}{_GAP}[{re.escape(_CLOSING)}]{_GAP}第?{_GAP}{_DIGIT}{{1,5}}{_GAP}号"
)
DOCUMENT_NUMBER = rf"[{HAN}]{{1,12}}{_GAP}{BRACKETED_NUMBER}"

_BRACKET = Pattern(
    rf"[{re.escape(_OPENING)}]{_GAP}(?P<year>{_YEAR}){_GAP}(?P<close>[{re.escape(_CLOSING)}]){_GAP}(?P<di>第?){_GAP}"
    rf"(?P<number>{_DIGIT}{{1,5}})(?!{_DIGIT})(?P<hao>{_GAP}号)?",
    first=_OPENING,
)
# What stands before a number and is no part of its agency's code: what cites it, or the title that it follows.
_LEAD = Pattern(
    "根据|按照|依据|依照|遵照|参照|落实|贯彻|执行|转发|印发|下发|发布|废止|修改|关于|以及|文件|[的了由见]"
    "|方案|预案|办法|规定|细则|条例|要点|纲要|计划(?!生育)|"
    + "|".join(word for word in OFFICIAL_GENRE.split("|") if len(word) > 1)
)
# 2024年5月6日示政发, 《办法》和示政发: what belongs to the words before.
_JOINT = Pattern("[0-9０-９][年月日号][和及与]?|[》”）][和及与]")
_LONGEST_AGENCY = 16
# 发, 函 and the like end the code of an agency.
CODE_ENDS = "发函办字政规厅党组人财教科建农法司民成综社资环卫安税商监外审体文旅统质医保水林土委局通"
_CODE_END = frozenset(CODE_ENDS)
_SHORT = 400
_CENTURY_TURN = 50

# What is numbered through, or anew in each year.
ORDERS = ("令", "公告", "通告", "公报", "议案", "提案", "建议")
_ORDER = "|".join(ORDERS)
_UNBRACKETED = str.maketrans("", "", "（）()")
_SERIAL = Pattern(
    rf"(?P<issued>{_ORDER})?{_GAP}(?P<open>[（(])?{_GAP}(?:(?P<year>{YEAR}){_GAP}年{_GAP})?"
    rf"第{_GAP}(?P<number>{_DIGIT}{{1,5}}|[〇零一二三四五六七八九十百]{{1,7}}){_GAP}号(?(open){_GAP}[）)])"
    rf"(?P<order>{_ORDER})?(?![楼院线门机厂站井房幢栋台])",
    needs=("号",),
)

# What is a whole line: 〔2026〕3号 of an announcement, and the issue of minutes, 第12期 or 2026年第3期（总第15期）.
_ALONE = Pattern(
    rf"[{re.escape(_OPENING)}]{_GAP}(?P<year>{_YEAR}){_GAP}[{re.escape(_CLOSING)}]{_GAP}第?{_GAP}"
    rf"(?P<number>{_DIGIT}{{1,5}}){_GAP}号$"
)
_ISSUE = Pattern(
    rf"(?P<open>[（(])?{_GAP}(?:(?P<year>{YEAR}){_GAP}年{_GAP})?[总第]?第?{_GAP}"
    rf"(?P<number>{_DIGIT}{{1,4}}|[〇零一二三四五六七八九十百]{{1,7}}){_GAP}[期次]{_GAP}(?(open)[）)])"
    rf"(?:{_GAP}[（(]总?第?{_GAP}{_DIGIT}{{1,5}}{_GAP}期[）)])?$",
    needs=("期", "次"),
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number of a document in a text: its agency's code, its year and its own number.

    `opening` and `closing` are where the brackets stand, `digits` is where the figures of the number begin.
    """

    start: int
    end: int
    agency: str
    year: int
    number: int
    opening: int
    closing: int
    digits: int
    has_di: bool
    has_hao: bool

    @property
    def is_coded(self) -> bool:
        """Whether what stands before the brackets ends like the code of an agency."""
        return self.agency[-1] in _CODE_END

    @property
    def is_order(self) -> bool:
        """Whether it is that of an order or an announcement, which are numbered 第5号."""
        return self.agency.endswith(ORDERS)

    @property
    def written(self) -> str:
        """As it is to be written: 示政发〔2024〕5号; an order keeps its 第."""
        return f"{self.agency}〔{self.year}〕{'第' if self.is_order and self.has_di else ''}{self.number}号"


@dataclass(frozen=True, slots=True)
class SerialNumber:
    """The number of an order or announcement in a text: 示例市人民政府令第5号, 第5号令, 公告2024年第3号.

    `agency` is what stands before it, "" where it stands alone; `year` is None where it is not said.
    """

    start: int
    end: int
    agency: str
    year: int | None
    number: int
    written: str
    is_of_order: bool


def document_numbers_in(text: str, start: int = 0, end: int | None = None) -> Sequence[DocumentNumber]:
    """The numbers of documents that lie in a span of a text, in order."""
    found = _numbers(text) if len(text) > _SHORT else tuple(_find(text))
    if start == 0 and end is None:
        return found
    first = bisect_left(found, start, key=lambda number: number.start)
    last = len(found) if end is None else bisect_left(found, end + 1, key=lambda number: number.end)
    return found[first:last]


def serial_numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[SerialNumber]:
    """The numbers of orders and announcements in a span of a text, in order: 令第5号, 第5号公告."""
    found = serial_numbers_read(text, start, len(text) if end is None else end)
    return (number for number in found if number.is_of_order)


def serial_numbers_read(text: str, start: int, end: int) -> Iterator[SerialNumber]:
    """What may be such numbers in a span, those too that say nothing of an order: 第5号, 2024年第3号."""
    for match in _SERIAL.finditer(text, start, end):
        value = parse_numeral(match["number"])
        if value is None:
            continue
        of_order = bool(match["issued"] or match["order"])
        first = match.end("issued") if match["issued"] else match.start()
        begin = max(start, _agency_start(text, first)) if of_order else first
        # 根据第12号公告: what cites it is no agency.
        if not match["issued"] and not ends_as_office("".join(text[begin:first].split())):
            begin = first
        yield SerialNumber(
            begin,
            match.end(),
            "".join(text[begin:first].split()),
            value_of(match["year"]) if match["year"] else None,
            value,
            "".join(text[begin : match.end()].split()).translate(_UNBRACKETED),
            of_order,
        )


def number_alone(text: str, start: int, end: int, issue: bool) -> SerialNumber | None:
    """The number that a whole line is, with no agency before it: 〔2026〕3号; of an `issue`, 第12期 too."""
    match = _ALONE.match(text, start, end) or (_ISSUE.match(text, start, end) if issue else None)
    value = parse_numeral(match["number"]) if match else None
    if match is None or value is None:
        return None
    year = value_of(match["year"].rstrip("年 \u3000\xa0")) if match["year"] else None
    return SerialNumber(*match.span(), "", year, value, "".join(match[0].split()), False)


@lru_cache(maxsize=2)
def _numbers(text: str) -> tuple[DocumentNumber, ...]:
    return tuple(_find(text))


def _find(text: str) -> Iterator[DocumentNumber]:
    return (number for match in _BRACKET.finditer(text) if (number := _number(match)))


def _number(match: re.Match[str]) -> DocumentNumber | None:
    text, opening = match.string, match.start()
    start = _agency_start(text, opening)
    agency = "".join(text[start:opening].split())
    has_hao = match["hao"] is not None
    # Without 号 round brackets hold a year: 示例意见（2024）3.
    if not agency or not (
        has_hao or text[opening] in "〔﹝" or (text[opening] not in "（(〈" and agency[-1] in _CODE_END)
    ):
        return None
    figures = match["year"].rstrip("年 \u3000\xa0")
    year = int(figures) if len(figures) > 2 else int(figures) + (2000 if int(figures) < _CENTURY_TURN else 1900)
    return DocumentNumber(
        start,
        match.end(),
        agency,
        year,
        int(match["number"]),
        opening,
        match.start("close"),
        match.start("number"),
        bool(match["di"]),
        has_hao,
    )


def _agency_start(text: str, opening: int) -> int:
    """Where the code of the agency begins that stands before a bracket; the bracket itself where none does."""
    end = opening
    while end and opening - end < 2 and text[end - 1] in " \u3000":
        end -= 1
    start = end
    while start and end - start < _LONGEST_AGENCY and is_han(text[start - 1]):
        start -= 1
    if start and (joint := _JOINT.match(text, start - 1, end)):
        start = joint.end()
    for lead in _LEAD.finditer(text, start, end):
        # An order or an announcement (公告) is numbered by its own name.
        if lead.end() < end:
            start = lead.end()
    return start if start < end else opening
