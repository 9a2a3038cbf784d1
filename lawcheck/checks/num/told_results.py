"""What a sentence reckons from its own figures: a growth, a difference, a product (NUM012)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lawcheck.checks.num.sentence_figures import Figure, sentences
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, value_of
from lawcheck.text.vocabulary.han import HAN

_ABOUT = Pattern("[约近超逾每均]|不足|不到|左右|以上|以下|其中|累计|结转|上年结|原|另")
_ROUGH = Pattern("[约近超逾]|不足|不到|左右")
_DATED = Pattern(f"(?P<year>{YEAR})年(?![0-9]|上半年|[一二三四]季度)")
_GROWN = Pattern("^(?:同比|比上年|较上年)?(?P<verb>增长|提高|下降|减少)(?:了)?$")
# What is left between what there is and what there should be, and what the two are called.
_LEFT = Pattern(
    "^(?:学位|资金|床位|经费|人员|尚|仍|还|故)?(?:缺口|缺额|欠收|欠缴|未收|差额|结余|尚缺|短缺)(?:[为达]|资金|学位)?$"
)
_TWO = (
    ("现有|已有|可提供|能提供|仅有", "需求?|应有"),
    ("实[收缴到]|已[收缴]", "应[收缴到]"),
    ("支出", "收入"),
)
_PAIRS = tuple(tuple(map(Pattern, pair)) for pair in _TWO)
_EACH = Pattern("每(?P<thing>[户座人名个所套亩件期场批辆株盏块处家])[^每]{0,12}$")
_ALL = Pattern(f"^(?:合计|共计|总计|共|总)[{HAN}]{{0,8}}$")
_HUNDRED, _TWO_FIGURES, _THREE = Decimal(100), 2, 3


def told_results(document: Document) -> Iterator[Finding]:
    """A growth, difference or product of two figures of the sentence that is another number."""
    for figures in sentences(document.text):
        yield from _growth(figures)
        yield from _difference(figures)
        yield from _product(figures)


def _growth(figures: Sequence[Figure]) -> Iterator[Finding]:
    """2024年100万人次，2025年120万人次，增长25%。"""
    for first, last, share in zip(figures, figures[1:], figures[2:], strict=False):
        told = _GROWN.match(share.label)
        years = [_DATED.search(each.label) for each in (first, last)]
        if not (told and share.is_share and years[0] and years[1]) or first.is_share or not first.amount.value:
            continue
        if first.amount.unit != last.amount.unit or value_of(years[1]["year"]) != value_of(years[0]["year"]) + 1:
            continue
        if _tail(first.label) != _tail(last.label) or _is_rough(first, last):
            continue
        growth = (last.amount.value - first.amount.value) / first.amount.value * _HUNDRED
        growth = growth if told["verb"] in ("增长", "提高") else -growth
        steps = [each.amount.step / 2 if each.amount.step != 1 else Decimal(0) for each in (first, last)]
        doubt = (steps[1] + steps[0] * last.amount.value / first.amount.value) / first.amount.value * _HUNDRED
        if growth > 0 and abs(growth - share.amount.value) > share.amount.step + doubt:
            yield _finding(share, f"{growth:.1f}%", "result")


def _tail(label: str) -> str:
    """What is counted, without the year: 接待游客 of 2024年接待游客."""
    return label.rpartition("年")[2]


def _difference(figures: Sequence[Figure]) -> Iterator[Finding]:
    """现有180个，需要420个，缺口250个。"""
    for index, left in enumerate(figures):
        same = [figure for figure in figures[:index] if figure.amount.unit == left.amount.unit]
        if not _LEFT.match(left.label) or len(same) != _TWO_FIGURES or _is_rough(*same, left):
            continue
        one, other = same
        if not any(
            (a.search(x.label) and b.search(y.label)) for a, b in _PAIRS for x, y in ((one, other), (other, one))
        ):
            continue
        difference = abs(one.amount.value - other.amount.value)
        steps = {each.amount.step for each in (one, other, left)}
        if abs(difference - left.amount.value) > (max(steps) if steps != {Decimal(1)} else 0):
            yield _finding(left, _written(difference, left), "result")


def _product(figures: Sequence[Figure]) -> Iterator[Finding]:
    """每户2000元，补助150户，共20万元: nothing else in the sentence could come into it."""
    if len(figures) != _THREE or _ALL.match(figures[2].label) is None:
        return
    *two, total = figures
    for each, count in (two, two[::-1]):
        found = _EACH.search(each.label)
        if not found or each.amount.unit != total.amount.unit or count.amount.unit != found["thing"]:
            continue
        if any(_ROUGH.search(figure.label) or _ABOUT.search(figure.label.replace(found[0], "")) for figure in figures):
            return
        product = each.amount.value * count.amount.value
        exact = each.amount.step == 1 and total.amount.step == 1
        if abs(product - total.amount.value) > (0 if exact else total.amount.step / 2):
            yield _finding(total, _written(product, total), "result")


def _is_rough(*figures: Figure) -> bool:
    return any(_ABOUT.search(figure.label) for figure in figures)


def _finding(told: Figure, right: str, variant: str) -> Finding:
    return Finding(told.amount.start, told.amount.end, {"right": right}, variant)


def _written(value: Decimal, like: Figure) -> str:
    scale = {"万": Decimal(10_000), "亿": Decimal(10**8)}.get(like.scale, Decimal(1))
    return f"{(value / scale).normalize():f}{like.scale if scale != 1 else ''}{like.amount.unit}"
