"""Figures of one sentence that contradict each other (NUM012, NUM014)."""

from collections.abc import Iterator
from decimal import Decimal
from re import Match

from lawcheck.checks.num.told_results import told_results
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, value_of
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sums import CAPITALS, COUNT, NUMBER, SCALE, Amount, amount_of, capitals_value, count_value

_UP, _DOWN = "提高|提升|增长|增加|上升|扩大|增至", "下降|降低|减少|缩短|压缩|压减|缩减|回落"
_VERB = f"(?:{_UP}|{_DOWN})"
# 由2020年的60%提高到2025年的75%，提高了10个百分点
_CHANGE = Pattern(
    rf"[由从](?:(?P<first_year>{YEAR})年[底末]?的?)?(?P<of>[^，。；：、\n0-9]{{0,12}})(?<![0-9.,])"
    rf"(?P<first>{NUMBER})(?P<first_scale>{SCALE})(?P<first_unit>[{HAN}]{{1,4}}?|[%％])"
    rf"(?P<verb>{_VERB})[到至为]?(?:(?P<last_year>{YEAR})年[底末]?的?)?[^，。；：、\n0-9]{{0,8}}"
    rf"(?P<last>{NUMBER})(?P<last_scale>{SCALE})(?P<last_unit>(?P=first_unit))"
    rf"(?:[，,（(](?P<fill>[^，。；：、\n0-9]{{0,6}}?)(?P<again>{_VERB}|增幅|降幅|净[增减])(?:[了达为约]|达到)?"
    rf"(?P<by>{NUMBER})(?P<by_scale>{SCALE})(?P<by_unit>个百分点|[%％]|[{HAN}]{{1,4}}?)(?=[，,。；;、\n）)]|$))?",
    first="由从",
)
# 达到60万人次，比上年的50万人次增长20%
_AGAINST = Pattern(
    rf"(?<![0-9.,])(?P<last>{NUMBER})(?P<last_scale>{SCALE})(?P<last_unit>[{HAN}]{{1,4}}?|[%％])[，,（(]?"
    rf"[比较](?:上年|去年|上一年|前一年|上年度|{YEAR}年)(?:同期)?的?(?P<first>{NUMBER})(?P<first_scale>{SCALE})"
    rf"(?P<first_unit>(?P=last_unit))(?P<fill>)(?P<verb>{_VERB})[了约]?"
    rf"(?P<by>{NUMBER})(?P<by_scale>{SCALE})(?P<by_unit>个百分点|[%％]|[{HAN}]{{1,4}}?)(?=[，,。；;、\n）)]|$)",
    needs=("比", "较"),
)
_RANKS = ("位", "名")
# Another change than the one that was just told; that from one year to the next is the same one.
_OTHER_CHANGE = Pattern("均|同比|环比|较|比|其中|分别|每|累计")


def stated_change(document: Document) -> Iterator[Finding]:
    """NUM012: a change from one figure to another that is told with a wrong difference, rate or direction."""
    yield from told_results(document)
    for match in _CHANGE.finditer(document.text):
        first, last = _named(match, "first"), _named(match, "last")
        rises = match["verb"] in _UP
        difference = (last.value - first.value) * (1 if rises else -1)
        # A higher rank is a lower number.
        if difference < 0 and not (match["of"].endswith("第") or first.unit in _RANKS):
            yield Finding(first.start, last.end, {"verb": match["verb"]}, "direction")
        if match["by"] is not None and not (_OTHER_CHANGE.search(match["fill"]) and not _is_yearly(match)):
            yield from _told_wrongly(match, difference)
    for match in _AGAINST.finditer(document.text):
        growth = _named(match, "last").value - _named(match, "first").value
        yield from _told_wrongly(match, growth if match["verb"] in _UP else -growth)


def _told_wrongly(match: Match[str], difference: Decimal) -> Iterator[Finding]:
    """The figure that is told of a change of so much, when it is another one."""
    first, last, by = _named(match, "first"), _named(match, "last"), _named(match, "by")
    if difference <= 0 or not first.value:
        return
    if variant := _fault(first, last, by, difference):
        unit = first.unit
        rate = f"{difference / first.value * 100:.1f}%"
        stated = f"{difference.normalize():f}{'个百分点' if unit == '%' else unit}"
        values = {"by": match.string[by.start : by.end], "difference": stated, "rate": rate}
        span = (min(first.start, last.start), max(first.end, last.end), "change")
        yield Finding(by.start, by.end, values, variant, related=(span,))


def _is_yearly(match: Match[str]) -> bool:
    """Whether 同比 is against the figure that was named: the two are of one year and the next."""
    years = match["first_year"], match["last_year"]
    if not all(years) or match["fill"] not in ("同比", "比上年", "较上年"):
        return False
    return value_of(years[1]) == value_of(years[0]) + 1


def _named(match: Match[str], name: str) -> Amount:
    unit = f"{name}_unit"
    return amount_of(
        match[name], match[f"{name}_scale"], match[unit].replace("％", "%"), match.start(name), match.end(unit)
    )


def _fault(first: Amount, last: Amount, by: Amount, difference: Decimal) -> str | None:
    """What is wrong with the difference or rate that is told, if anything."""
    doubt = max(first.step, last.step, by.step) if {first.step, last.step, by.step} != {1} else Decimal(0)
    if by.unit == "个百分点":
        # Published shares are rounded each by itself.
        wrong = first.unit == "%" and abs(difference - by.value) > max(doubt, first.step)
        return "default" if wrong else None
    if by.unit == first.unit != "%":
        return "default" if abs(difference - by.value) > doubt else None
    if by.unit != "%":
        return None
    # By how much the rate is off when both figures are, by half of their last place; whole numbers are exact.
    steps = [each.step / 2 if each.step != 1 else Decimal(0) for each in (first, last)]
    doubt = (steps[1] + steps[0] * last.value / first.value) / first.value * 100
    rate = difference / first.value * 100
    if abs(rate - by.value) <= by.step + doubt:
        return None
    if first.unit == "%":
        return "points" if abs(difference - by.value) <= max(doubt, first.step) else "rate"
    return "rate"


_SUM = rf"[¥￥]?(?P<number>{NUMBER})(?P<scale>{SCALE})"
_LABEL = "(?:人民币|大写|小写|即|：|:){0,3}"
_IN_CAPITALS = Pattern(rf"(?P<capitals>{CAPITALS})[（(]{_LABEL}{_SUM}元?[）)]", first="零壹贰貳叁参叄肆伍陆陸柒捌玖拾")
_IN_FIGURES = Pattern(
    rf"(?<![0-9.,]){_SUM}元[（(，,]{_LABEL}(?P<capitals>{CAPITALS})", needs=("元（", "元(", "元，", "元,")
)
# 二十三（25）个, 叁（2）份: a count, and what it is in figures. 四（2）项 is a place.
_COUNTED_TWICE = Pattern(
    "(?<![第之零〇○一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰、（(])"
    f"(?P<count>{COUNT})[（(](?P<number>[0-9]{{1,4}})[）)]"
    "(?=个|份|日|天|年|月|人|名|家|次|倍|套|台|件|户|小时|周|工作日)",
    needs=("（", "("),
)


def capital_amount(document: Document) -> Iterator[Finding]:
    """NUM014: a sum in capital numerals, or a count in words, that is another one than the figures beside it."""
    for pattern in (_IN_CAPITALS, _IN_FIGURES):
        for match in pattern.finditer(document.text):
            capitals = capitals_value(match["capitals"])
            figures = amount_of(match["number"], match["scale"], "元", match.start("number"), match.end("number"))
            if capitals is not None and capitals != figures.value:
                values = {"capitals": match["capitals"], "value": f"{capitals.normalize():f}"}
                yield Finding(match.start("number"), match.end("scale"), values)
    for match in _COUNTED_TWICE.finditer(document.text):
        value = count_value(match["count"])
        if value is not None and value != int(match["number"]):
            values = {"capitals": match["count"], "value": str(value)}
            yield Finding(*match.span("number"), values, "count")
