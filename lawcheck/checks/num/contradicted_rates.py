"""A rate that the two figures beside it contradict: 计划20户，已完成12户，完成率65% (NUM036)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lawcheck.checks.num.told_shares import told_shares
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sums import NUMBER, SCALE, amount_of

# The word of a rate, and those that stand before the figure it is made of.
_PARTS = {
    "完成": ("完成", "实现"),
    "办结": ("办结",),
    "到会": ("实到", "到会"),
    "出席": ("实到", "出席"),
    "出勤": ("实到", "出勤"),
    "合格": ("合格",),
    "达标": ("达标",),
    "满意": ("满意",),
    "优良": ("优良",),
    "及格": ("及格",),
    "通过": ("通过",),
    "整改": ("整改",),
    "回收": ("回收", "收回"),
    "开工": ("开工",),
}
# The figures may be those of several years or of a part, and the rate that of all so far or of what is in time.
_OTHER_WHOLE = Pattern(f"其中|分别|{YEAR}年[^年]{{0,60}}{YEAR}年|(?:上|去|今|本|当)年[^年]{{0,60}}年")
_OTHER_RATES = ("累计", "按期", "按时", "及时", "一次", "首次", "总体", "平均", "综合")
# What the whole is called that a part is taken of.
_WHOLES = (
    *(
        "目标",
        "任务",
        "计划",
        "应到",
        "应出席",
        "应参加",
        "抽检",
        "抽查",
        "检查",
        "检测",
        "检验",
        "参评",
        "参考",
        "参检",
    ),
    *("受理", "收到", "共有", "发放", "排查", "发现"),
)
# 不合格率, 超完成率 are others; so is a rate that is told as a bound, and what stands for 计划 of another time.
_RATE = Pattern(
    rf"(?<![不非超])(?P<kind>{'|'.join(_PARTS)})率(?:为|达到|达|是)?(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)[%％](?!以上|以内|左右)",
    needs=tuple(f"{kind}率" for kind in _PARTS),
)
_AMOUNT = Pattern(
    rf"(?P<label>[{HAN}]{{0,12}})(?<![0-9.])(?P<number>{NUMBER})(?P<scale>{SCALE})(?P<unit>[{HAN}%％])",
)
_STOPS = "。；;！？!?\n"
_REACH = 60
_ALL = Decimal(100)
_HALF = Decimal("0.5")


class _Figure(NamedTuple):
    """An amount, the value of one in its last place, and the words before it."""

    value: Decimal
    step: Decimal
    unit: str
    label: str


def contradicted_rate(document: Document) -> Iterator[Finding]:
    """NUM036: a rate whose sentence holds just one part and one whole of one measure, which make another rate."""
    text = document.text
    yield from told_shares(document)
    for match in _RATE.finditer(text):
        start, end = _begin(text, match.start()), _end(text, match.end())
        if _OTHER_WHOLE.search(text, start, end) or text[start : match.start()].endswith(_OTHER_RATES):
            continue
        figures = [*_figures(text, start, match.start()), *_figures(text, match.end(), end)]
        if len(figures) != 2 or figures[0].unit != figures[1].unit:
            continue
        parts = [figure for figure in figures if _is_part(figure.label, match["kind"])]
        wholes = [figure for figure in figures if _is_whole(figure.label)]
        if len(parts) != 1 or len(wholes) != 1 or parts == wholes or not wholes[0].value:
            continue
        part, whole = parts[0], wholes[0]
        told = Decimal(match["rate"])
        rate = part.value / whole.value * _ALL
        exponent = told.as_tuple().exponent
        # Each figure may be rounded in its last place, counts are whole.
        slack = Decimal(10) ** int(exponent) + rate * (_slack(part) + _slack(whole))
        if abs(rate - told) > slack:
            right = f"{rate.quantize(Decimal(10) ** int(exponent)):f}"
            yield Finding(match.start("rate"), match.end("rate") + 1, {"found": match["rate"], "right": right})


def _slack(figure: _Figure) -> Decimal:
    is_counted = figure.step == 1
    return Decimal(0) if is_counted or not figure.value else _HALF * figure.step / figure.value


def _figures(text: str, start: int, end: int) -> Iterator[_Figure]:
    for match in _AMOUNT.finditer(text, start, end):
        amount = amount_of(match["number"], match["scale"], match["unit"], match.start(), match.end())
        # A day or a year is no amount.
        if match["unit"] not in "年月日":
            yield _Figure(amount.value, amount.step, match["unit"], match["label"])


def _is_part(label: str, kind: str) -> bool:
    # 计划完成20户 is the whole: 完成 is a part of the plan there.
    label = label.replace("计划完成", "计划").replace("目标完成", "目标")
    found = [label.rfind(word) for word in _PARTS[kind]]
    return max(found) >= 0 and not label.startswith("不", max(0, max(found) - 1))


def _is_whole(label: str) -> bool:
    return "已" not in label and "实" not in label and any(word in label for word in _WHOLES)


def _begin(text: str, at: int) -> int:
    """Where the sentence of a place begins, so far as it is looked at."""
    first = max(0, at - _REACH)
    return max((text.rfind(stop, first, at) for stop in _STOPS), default=-1) + 1 or first


def _end(text: str, at: int) -> int:
    last = min(len(text), at + _REACH)
    return min((found for stop in _STOPS if (found := text.find(stop, at, last)) >= 0), default=last)
