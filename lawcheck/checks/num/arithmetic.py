"""Figures of one sentence that contradict each other (NUM011, NUM012, NUM014)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from re import Match

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, value_of
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sums import CAPITALS, NUMBER, SCALE, Amount, amount_of, capitals_value

# What one part is called, and how much it is.
Part = tuple[str, Amount]

_AMOUNT = rf"(?P<number>{NUMBER})(?P<scale>{SCALE})(?P<unit>[{HAN}]{{1,4}}?)"
_WHOLE = Pattern(rf"(?<![0-9.,]){_AMOUNT}[，,：:；。（(]{{0,2}}其中[：:，,]?", needs=("其中",))
# 1200万元，由市、区两级承担，分别为500万元、600万元
_BORNE = r"由[^，。；：、\n0-9]{1,12}(?:、[^，。；：、\n0-9]{1,12}){0,3}(?:承担|分担|负担|出资|组成)"
_SHARED = Pattern(rf"(?<![0-9.,]){_AMOUNT}[，,]{_BORNE}[，,]分别为", needs=("分别为",))
_TOTAL = Pattern(rf"[，,](?:合计|共计|总计)(?:为|达)?{_AMOUNT}(?=[，,。；;、\n（(]|$)", needs=("合计", "共计", "总计"))
_FIRST_FIGURE = Pattern("[0-9]")
_PART = Pattern(
    rf"(?P<label>[^、，,；;。：:（()）\n0-9]{{0,16}}){_AMOUNT}"
    r"(?P<separator>[、，,]|以?及|和|(?=[。；;\n）)]|$))"
)
_SENTENCE_START = "。；;：:\n"
_REACH = 160
_MOST_PARTS = 12
# Somebody may be all of these, and belong to another part of the whole as well.
_OVERLAPPING = Pattern(
    "女|党员|少数民族|以上|以下|岁|学历|职称|贫困|脱贫|残疾|首次|当年|本年|今年|新增|累计|占|重点|示范|骨干|兼职"
    "|每|均|率|其中|最|超过|达到|至少|含|包括"
)
# What is no sum of its parts: 人均收入, 每公里造价.
_AVERAGE = Pattern("均[^，。；：、\n]{0,12}$|每[^，。；：、\n]{0,12}$|[率价][^，。；：、\n]{0,4}$")
_BEFORE = 16
_BOTH_SEXES = Pattern("^[男女](?:性|生|职工)?$")
# Who pays: nobody pays the same money twice.
_PAYERS = Pattern("中央|国家|省|市|县|区|乡|镇|财政|自筹|配套|贷款|社会|企业|群众|银行|债券|地方|单位|个人")


def parts_and_whole(document: Document) -> Iterator[Finding]:
    """NUM011: parts that make more than the whole, or another sum than the one that is stated."""
    text = document.text
    for match in _SHARED.finditer(text):
        parts = _parts(text, match.end(), match["unit"])
        if not any(label for label, _ in parts):
            yield from _compared(_amount(match), parts, exactly=True)
    for match in _WHOLE.finditer(text):
        if _AVERAGE.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        parts = _parts(text, match.end(), match["unit"])
        if _are_exclusive(parts):
            # There may be further parts that are not named.
            yield from _compared(_amount(match), parts, exactly=False)
    for match in _TOTAL.finditer(text):
        floor = max(0, match.start() - _REACH)
        start = max(text.rfind(sign, floor, match.start()) for sign in _SENTENCE_START) + 1
        parts = _parts(text, max(start, floor), match["unit"], match.start())
        listed = max(text.find("分别", start, match.start()), 0)
        if listed and not any(sign in text[listed : match.start()] for sign in "，,"):
            first = _FIRST_FIGURE.search(text, listed, match.start())
            parts = _parts(text, first.start(), match["unit"], match.start()) if first else []
            exclusive = not any(label for label, _ in parts)
        else:
            exclusive = _are_exclusive(parts)
        if parts and parts[-1][1].end == match.start() and exclusive:
            yield from _compared(_amount(match), parts, exactly=True)


def _amount(match: Match[str]) -> Amount:
    return amount_of(match["number"], match["scale"], match["unit"], match.start("number"), match.end("unit"))


def _parts(text: str, at: int, unit: str, end: int | None = None) -> list[Part]:
    """Amounts of a unit one after another, each with what is called so before it."""
    end = min(len(text), at + _REACH) if end is None else end
    parts: list[Part] = []
    while len(parts) < _MOST_PARTS and (match := _PART.match(text, at, end)) and match["unit"] == unit:
        parts.append((match["label"].strip(), _amount(match)))
        at = match.end()
        if not match["separator"]:
            break
    return parts


def _are_exclusive(parts: Sequence[Part]) -> bool:
    """Whether nothing can be counted in two of the parts, as far as their names tell."""
    labels = [label for label, _ in parts]
    if not all(labels) or len(set(labels)) < len(labels):
        return False
    if all(map(_BOTH_SEXES.search, labels)):
        return True
    if any(map(_OVERLAPPING.search, labels)):
        return False
    return len({label[-1] for label in labels}) == 1 or all(map(_PAYERS.search, labels))


def _compared(whole: Amount, parts: Sequence[Part], exactly: bool) -> Iterator[Finding]:
    if len(parts) < 2:
        return
    amounts = [amount for _, amount in parts]
    total = sum((amount.value for amount in amounts), Decimal(0))
    excess = total - whole.value
    if excess > _doubt(whole, *amounts) or (exactly and -excess > _doubt(whole, *amounts)):
        related = tuple((amount.start, amount.end, "part") for amount in amounts)
        values = {"sum": _written(total, whole), "whole": _written(whole.value, whole)}
        yield Finding(whole.start, whole.end, values, "default" if excess > 0 else "less", related=related)


def _doubt(*amounts: Amount) -> Decimal:
    """By how much rounded amounts may be off together: half of their last place each; whole numbers are exact."""
    step = min(amount.step for amount in amounts)
    return step / 2 * len(amounts) if step != 1 else Decimal(0)


def _written(value: Decimal, like: Amount) -> str:
    """A value in the unit of an amount; with 万 or 亿 where that one has it."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if like.step > 1 and abs(value) >= scale:
            return f"{(value / scale).normalize():f}{name}{like.unit}"
    return f"{value.normalize():f}{like.unit}"


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


def capital_amount(document: Document) -> Iterator[Finding]:
    """NUM014: a sum of money in capital numerals that is another one than the sum in figures beside it."""
    for pattern in (_IN_CAPITALS, _IN_FIGURES):
        for match in pattern.finditer(document.text):
            capitals = capitals_value(match["capitals"])
            figures = amount_of(match["number"], match["scale"], "元", match.start("number"), match.end("number"))
            if capitals is not None and capitals != figures.value:
                values = {"capitals": match["capitals"], "value": f"{capitals.normalize():f}"}
                yield Finding(match.start("number"), match.end("scale"), values)
