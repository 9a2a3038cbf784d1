"""Amounts of money and other numbers that lack their unit: 扣除当月30绩效奖金 (NUM037)."""

from collections.abc import Iterator

from lawcheck.checks.num.lost_units import lost_units
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 奖励30绩效分 has its unit, and so has 扣发12月工资; 2025奖金 is that of a year.
_BARE = Pattern(
    f"(?:[奖罚扣缴]|罚没|补助|补贴|支付|收取|交纳|发放)[{HAN}]{{0,6}}(?<!第)(?P<number>[0-9]{{1,6}}(?:\\.[0-9]{{1,2}})?)"
    "(?P<money>(?:个人|全部|绩效|岗位|奖励|奖励性|基本|业绩|安全){0,2}(?:工资|奖金|津贴|补贴|补助金?|罚款|罚金|押金|保证金|违约金|现金|生活费))"
    "(?![分表单条卡])",
    needs=("资", "金", "贴", "补助", "罚款", "生活费"),
)
# 处1万元以上5万以下罚款: the lower bound has its unit. 10元以上5万以下人口的乡镇 is about something else.
_BOUND = Pattern(
    "元以上(?P<place>(?:[0-9]{1,4}|[一二三四五六七八九十两百千]{1,4})[万亿])以下(?=的?(?:罚|违约金|滞纳金)|[，。；])",
    needs=("万以下", "亿以下"),
)
_YEAR = Pattern("(?:19|20)[0-9]{2}")


def amount_without_unit(document: Document) -> Iterator[Finding]:
    """NUM037: a number beside money that is neither a share nor an amount, and other numbers without their unit."""
    for match in _BARE.finditer(document.text):
        if not _YEAR.fullmatch(match["number"]):
            yield Finding(match.start("number"), match.end(), {"number": match["number"], "money": match["money"]})
    for match in _BOUND.finditer(document.text):
        yield Finding(*match.span("place"), {"number": match["place"]}, "bound")
    yield from lost_units(document)
