"""Figures with their units, and the words that a text is compared by."""

from collections.abc import Iterator

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, PART_OF_DATE, date_of
from lawcheck.text.vocabulary.numerals import parse_numeral

_NUMERAL = "[一二三四五六七八九十百千两零〇]"
_UNIT = (
    "个百分点|个工作日|工作日|个自然日|自然日|平方公里|平方米|立方米|公里|公顷|千米|万吨|小时|分钟|个月|周岁|人次|万人次|万人|"
    "万元|亿元|万亿元|万户|万个|万件|万亩|万|亿|元|吨|米|亩|倍|成|个|项|名|人|户|家|件|次|所|座|处|条|辆|台|套|场|期|批|类|种|"
    "级|岁|天|日|周|年|月|季度|份"
)
_DATE = f"{PART_OF_DATE}|{MONTH}月"
_FIGURE = (
    rf"{_DATE}|\d+(?:[.,，]\d+)*\s?(?:%|％|‰|{_UNIT})?"
    rf"|百分之{_NUMERAL}+(?:点{_NUMERAL}+)?|{_NUMERAL}+分之{_NUMERAL}+|{_NUMERAL}+(?:{_UNIT})"
)
# Ordinals say nothing of quantities: they are compared as they are written.
_QUANTITY = Pattern(rf"(?<![第\d一二三四五六七八九十百千两零〇])(?:(?P<date>{_DATE})|{_FIGURE})")
_PARTS = Pattern(
    rf"(?P<percent>\d+(?:\.\d+)?)\s?[%％]|百分之(?P<han>{_NUMERAL}+(?:点{_NUMERAL}+)?)|(?P<number>\d+(?:[.,，]\d+)*|{_NUMERAL}+)\s?(?P<unit>.*)"
)
# The unit of a date.
DATE = "date"
_MODAL = "应当|必须|务必|不得|禁止|严禁|一律|可以|原则上|鼓励|支持|倡导|提倡|引导|尽量|尽可能"
TOKEN = Pattern(rf"第(?:\d+|{_NUMERAL}+)|{_FIGURE}|{_MODAL}|[A-Za-z]+|\S")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as written, where it stands, its value and its unit; 百分之九十 is 90 %."""

    text: str
    start: int
    end: int
    value: str
    unit: str


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The figures and dates in a span of a text."""
    for match in _QUANTITY.finditer(text, start, end):
        value, unit = (_day(match[0]), DATE) if match["date"] else _read(match[0])
        yield Quantity(match[0], match.start(), match.end(), value, unit)


def _day(written: str) -> str:
    """A date by its parts, so that one day is the same in every form."""
    found = date_of(written)
    return f"{found.year}-{found.month}-{found.day}" if found else written


def _read(written: str) -> tuple[str, str]:
    parts = _PARTS.fullmatch(written)
    assert parts  # every figure has this form
    if parts["percent"] or parts["han"]:
        return _number(parts["percent"] or parts["han"]), "%"
    return _number(parts["number"]), parts["unit"].strip()


def _number(written: str) -> str:
    """A numeral in figures, as far as it is one: 九十点五 gives 90.5."""
    whole, point, rest = written.replace(",", "").replace("，", "").partition("点")
    value = parse_numeral(whole)
    figures = "".join(str(parse_numeral(digit)) for digit in rest)
    return f"{whole if value is None else value}{'.' if point else ''}{figures}"
