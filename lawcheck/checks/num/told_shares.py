"""Shares of a whole beside the amounts that they are of: 共800万元，其中市级500万元，占60% (NUM036)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from lawcheck.checks.num.sentence_figures import Figure, sentences
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

# 占全市企业的12% is a share of something else.
_OF_ALL = Pattern("^[，（(]?占(?:比[为达]?|总(?:数|量|额|规模|投资|人数|户数)的?|全部的?)?(?:约)?$")
_WHOLE = Pattern("[共总]|合计|全部")
# 年度计划投资10亿元，已完成7.5亿元，占年度计划的75%
_OF_PLAN = Pattern("^(?:占|完成)(?:(?:年度|全年|总)?(?:计划|目标|任务)(?:投资|任务)?的?)$")
_PLANNED = Pattern("计划|目标|任务")
_FEWEST, _ALL, _HALF = 2, Decimal(100), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Pair:
    part: Figure
    share: Figure


def told_shares(document: Document) -> Iterator[Finding]:
    """Shares that are not those of their amounts in the whole that the sentence names, or that they make together."""
    for figures in sentences(document.text):
        pairs = [
            _Pair(part, share)
            for part, share in pairwise(figures)
            if share.is_share and not part.is_share and _OF_ALL.match(share.label)
        ]
        for plan, done, share in zip(figures, figures[1:], figures[2:], strict=False):
            if share.is_share and _OF_PLAN.match(share.label) and _is_plan(plan, done):
                yield from _other(_Pair(done, share), plan.amount.value, plan)
        if pairs and len({pair.part.amount.unit for pair in pairs}) == 1:
            yield from _wrong(figures, pairs)


def _wrong(figures: Sequence[Figure], pairs: Sequence[_Pair]) -> Iterator[Finding]:
    parts = sum((pair.part.amount.value for pair in pairs), Decimal(0))
    whole = _whole(figures, pairs)
    base = whole.amount.value if whole else parts
    if not base or any(pair.part.amount.value > base for pair in pairs):
        return
    wrong = [pair for pair in pairs if not _agrees(pair, base, whole)]
    right = len(pairs) - len(wrong)
    # Where none agrees, their whole may be another one, unless they make it up.
    sure = whole is not None and len(pairs) >= _FEWEST and parts == base
    if sure or (whole and right and len(wrong) == 1) or (right >= _FEWEST and len(wrong) == 1 and parts == base):
        for pair in wrong:
            yield from _other(pair, base, whole)


def _other(pair: _Pair, base: Decimal, whole: Figure | None) -> Iterator[Finding]:
    """The share of a pair, where it is another one than that of its part in the base."""
    if base and not _agrees(pair, base, whole):
        amount = pair.share.amount
        rate = (pair.part.amount.value / base * _ALL).quantize(min(amount.step, Decimal("0.1")))
        yield Finding(amount.start, amount.end, {"found": f"{amount.value:f}", "right": f"{rate:f}"})


def _is_plan(plan: Figure, done: Figure) -> bool:
    """Whether of two amounts one after another the first is planned and the second done."""
    alike = plan.amount.unit == done.amount.unit and not plan.is_share
    return alike and bool(_PLANNED.search(plan.label)) and "完成" in done.label


def _whole(figures: Sequence[Figure], pairs: Sequence[_Pair]) -> Figure | None:
    """The amount before the first part that says that it is all."""
    first = figures.index(pairs[0].part)
    before = figures[first - 1] if first else None
    if before and before.amount.unit == pairs[0].part.amount.unit and _WHOLE.search(before.label):
        return before
    return None


def _agrees(pair: _Pair, base: Decimal, whole: Figure | None) -> bool:
    share, part = pair.share.amount, pair.part.amount
    rate = part.value / base * _ALL
    rounded = [part, *([whole.amount] if whole else [])]
    doubt = sum((_HALF * each.step / each.value for each in rounded if each.step != 1 and each.value), Decimal(0))
    return abs(rate - share.value) <= share.step + rate * doubt
