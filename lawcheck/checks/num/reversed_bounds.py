"""NUM022: a range whose lower bound is the higher one."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_NUMBER = "(?:[0-9]{1,12}|[一二两三四五六七八九十百千]{1,8})"
_UNIT = "(?:元|万元|亿元|倍|日|天|个月|个工作日|年|小时|人|平方米|公里|米)"
# 处一千元以上二百元以下罚款
_BOUNDS = Pattern(
    rf"(?<![0-9.,一二两三四五六七八九十百千万])(?P<low>{_NUMBER})(?P<unit>{_UNIT})以上(?P<high>{_NUMBER})(?P<last>{_UNIT})以下",
    needs=("以上",),
)
_OF_MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


_RANGED = (
    "平方米|立方米|平方公里|万元|亿元|元|万人|人(?!工)|户|周岁|岁|天|日内|个工作日|米|公里|分钟|小时|个月|名|公顷|万亩|亩"
    "|毫米|厘米|万吨|吨|家|次|%|％"
)
# 面积50-30平方米; 由95元至90元 tells of a fall, 满100-50元 of a rebate, and 届满前90天至30天 counts down.
_RANGE = Pattern(
    rf"(?<![0-9.．,，\-－—～~第年月/:：满减号比由从自降前])(?P<low>[1-9][0-9]{{0,7}}(?:\.[0-9]{{1,2}})?)(?P<unit>{_RANGED})?[-－—～~至]"
    rf"(?P<high>[1-9][0-9]{{0,7}}(?:\.[0-9]{{1,2}})?)(?P<last>{_RANGED})(?![0-9减])"
)
_FALLS = Pattern("[由从自降减缩].{0,6}$")
_REACH = 8


def reversed_bounds(document: Document) -> Iterator[Finding]:
    """NUM022: 一千元以上二百元以下, 面积50-30平方米."""
    for match in _BOUNDS.finditer(document.text):
        low, high = (parse_numeral(match[name].replace("两", "二")) for name in ("low", "high"))
        unit, last = match["unit"], match["last"]
        if low is None or high is None or not (unit == last or (unit in _OF_MONEY and last in _OF_MONEY)):
            continue
        if low * _OF_MONEY.get(unit, 1) > high * _OF_MONEY.get(last, 1):
            yield Finding(*match.span(), {"low": match["low"] + unit, "high": match["high"] + last})
    yield from _reversed_ranges(document.text)


def _reversed_ranges(text: str) -> Iterator[Finding]:
    """面积50-30平方米."""
    for match in _RANGE.finditer(text):
        unit = match["unit"] or match["last"]
        falls = _FALLS.search(text, max(0, match.start() - _REACH), match.start())
        if unit == match["last"] and not falls and float(match["low"]) > float(match["high"]):
            values = {"low": match["low"] + unit, "high": match["high"] + unit}
            yield Finding(*match.span(), values, "range")
