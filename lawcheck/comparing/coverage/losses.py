"""What of a measure is lost or changed in those that take it up: dates, figures, duties, units, members of lists."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from lawcheck.comparing.coverage.measures import Measure
from lawcheck.comparing.modality import FORBIDS, OBLIGES, strength
from lawcheck.comparing.quantities import DATE, Quantity, quantities
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES, PLACE_END

# 甲、乙、丙和丁: the members of a list.
_MEMBER = Pattern(f"(?<=、)[{HAN}]{{2,10}}?(?=[、，。；和及与等的])|(?<=[和及])(?<!以及)[{HAN}]{{2,8}}(?=[，。；])")
_FEWEST_MEMBERS = 2
# Half of the pairs of characters of a member have to stand elsewhere for it not to be lost.
_KEPT = 0.5
_CONTEXT = 8
# A figure stands in the same place when so many, and such a part, of the pairs of characters around it are the same.
_FEWEST_SHARED = 3
_SAME_PLACE = 0.5
# The words behind a duty are the same; where there are few, those before it too.
_SAME_BEHIND, _FEWEST_BEHIND = 4, 2
# Behind a word that was put in, more has to be the same.
_SAME_BEHIND_HEDGE = 5
_SAME_BEFORE, _HEDGED = 4, 8
# 全省 and 全区 are the same when words are compared.
_LEVELS = str.maketrans("省州区县旗", "市市市市市")
_CLAUSE_BEFORE = frozenset("，。；：、\n \u3000要应")
# How surely something is to be done, besides the words of obligation.
_GRADES = {
    **dict.fromkeys(
        ("确保", "保证", "全面", "全部", "坚决", "完成", "建成", "实现", "实行", "严格", "切实", "大力"), 3
    ),
    **dict.fromkeys(("加快", "加大", "立即", "及时", "定期", "尽快", "抓紧", "限期", "深入", "推行", "要"), 3),
    **dict.fromkeys(("力争", "争取", "逐步", "推进", "推动", "稳步", "有序", "部分", "适当", "适度", "尽力"), 2),
    **dict.fromkeys(("试行", "试点", "保持", "适时", "择机", "分步", "分批", "分期"), 2),
    **dict.fromkeys(("原则上不", "一般不", "尽量不", "宜"), 2),
    **dict.fromkeys(("探索", "研究", "酌情", "可", "鼓励和支持"), 1),
}
# What weakens a measure by standing before it.
_HEDGES = frozenset(
    (
        *("原则上", "尽量", "尽可能", "尽力", "视情", "酌情", "可以", "鼓励", "支持", "引导", "倡导", "探索", "力争"),
        *("争取", "逐步", "研究", "适当", "适度", "推动"),
    )
)
_HEDGE = Pattern(f"(?:{'|'.join(sorted(_HEDGES))})(?!力度|政策|措施|作用|基金|资金|体系|服务|机制|的)")
# 各单位要、各地可; 纲要, 要求 and 许可 are none.
_AUXILIARY = "(?<![纲主需重必不只首摘概简紧扼提])要(?![求点件素闻道害])|(?<![不许认可方])可(?![以能见行靠持用观])"
_WEAK_FORMS = "(?:原则上|一般|尽量)不(?!得)|(?<![适便事权不合相因失])宜(?=[由在按将于及依予与向先报经从遵加提])"
_WORDS = (word for word in _GRADES if len(word) > 1 and not word.endswith("不"))
_OBLIGES = Pattern("|".join((*_WORDS, _WEAK_FORMS, _AUXILIARY, OBLIGES)))
# 鼓励支持 binds as 支持 does.
_ALIKE = frozenset(("鼓励", "支持", "引导", "倡导", "提倡"))
_BINDS = 3
_LIMIT = Pattern("不超过|不高于|不多于|不得超过|控制在|低于|少于|降至|降到|压减到")
_AT_MOST = Pattern("以内|以下|之内|内")
# 省司法厅 and 区司法局 have the same duty: the level and the kind of office say nothing.
_LEVEL = Pattern(
    f"^(?:国家|全国|中央|自治区|[省市区县州盟旗乡镇]|[{HAN}]{{2,4}}{PLACE_END})"
    f"|(?:部门|委员会|办公室|总局|[{INNER_OFFICES}]){{1,2}}$"
)


class What(StrEnum):
    """What of a measure has changed."""

    DEADLINE = "deadline"
    FIGURE = "figure"
    MODALITY = "modality"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Altered:
    """A part of a measure before and after; `weaker` where the own document wants less than the superior."""

    what: What
    before: str
    after: str
    weaker: bool


def altered(measure: Measure, taken: Sequence[Measure]) -> Iterator[Altered]:
    """What is said otherwise by those that take a measure up."""
    others = "\n".join(m.said for m in taken)
    limits = list(_limits(measure, taken))
    yield from limits
    figures = [f for f in _quantities_changed(measure.said, others) if not any(f.before in d.before for d in limits)]
    yield from dict.fromkeys((*figures, *_duties(measure.said.translate(_LEVELS), others.translate(_LEVELS))))
    own = list(dict.fromkeys(name for m in taken for name in m.units))
    gone, come = _without(measure.units, own), _without(own, measure.units)
    if gone and come:
        yield Altered(What.UNIT, "、".join(gone), "、".join(come), False)


def lost(measure: Measure, taken: Sequence[Measure], changes: Sequence[Altered]) -> Iterator[str]:
    """Time limits, figures and members of lists that none of those has which take a measure up."""
    others = "\n".join(f"{m.heading}\n{m.said}" for m in taken)
    changed = {change.before for change in changes}
    known = {(figure.value, figure.unit) for figure in _figures(others)}
    days = {deadline.date for m in taken for deadline in m.deadlines}
    for deadline in measure.deadlines:
        if deadline.date not in days and not any(text in deadline.text for text in changed):
            yield deadline.text
    for figure in _figures(measure.said):
        counts = figure.unit != DATE or _opens(measure.said, figure)
        if counts and (figure.value, figure.unit) not in known and not any(figure.text in text for text in changed):
            yield figure.text
    own = list(dict.fromkeys(name for m in taken for name in m.units))
    if own and not _without(own, measure.units):
        yield from _without(measure.units, own)
    members = [match[0] for match in _MEMBER.finditer(measure.said)]
    if len(members) >= _FEWEST_MEMBERS:
        yield from (member for member in dict.fromkeys(members) if not _is_kept(member, others))


def _opens(said: str, figure: Quantity) -> bool:
    """Whether a date stands by itself before what is to be done then: 2025年，建成…"""
    return said[figure.end : figure.end + 1] in ("，", ",") and _begins_clause(said, figure.start)


def _limits(measure: Measure, taken: Sequence[Measure]) -> Iterator[Altered]:
    """The time limits of both that have no equal in the other, the first with the first."""
    theirs = [deadline for m in taken for deadline in m.deadlines]
    gone = [d for d in measure.deadlines if d.date not in {other.date for other in theirs}]
    come = [d for d in theirs if d.date not in {mine.date for mine in measure.deadlines}]
    for before, after in zip(gone, come, strict=False):
        is_later = (after.date or "") > (before.date or "")
        yield Altered(What.DEADLINE, before.text, after.text, is_later)


def _quantities_changed(said: str, others: str) -> Iterator[Altered]:
    """Figures and dates around which the same words stand, with another value."""
    theirs = [(figure, _around(others, figure)) for figure in _figures(others)]
    for before in _figures(said):
        words = _around(said, before)
        shared, after = max(
            ((len(words & around), figure) for figure, around in theirs if figure.unit == before.unit),
            key=lambda found: (found[0], found[1].value == before.value),
            default=(0, before),
        )
        if after.value != before.value and shared >= max(_FEWEST_SHARED, _SAME_PLACE * len(words)):
            what = What.DEADLINE if before.unit == DATE else What.FIGURE
            yield Altered(what, before.text, after.text, _is_less(said, before, after))


def _figures(text: str) -> Iterator[Quantity]:
    return (figure for figure in quantities(text, 0, len(text)) if figure.unit)


def _around(text: str, figure: Quantity) -> frozenset[str]:
    """The pairs of characters just before and behind a figure, each with its side."""
    before = text[max(0, figure.start - _CONTEXT) : figure.start]
    behind = text[figure.end : figure.end + _CONTEXT]
    return frozenset(
        f"{side}{words[at : at + 2]}" for side, words in (("<", before), (">", behind)) for at in range(len(words) - 1)
    )


def _is_less(said: str, before: Quantity, after: Quantity) -> bool:
    """Whether a figure was lowered, a limit raised, or a day put off."""
    if before.unit == DATE:
        return _parts(after.value) > _parts(before.value)
    try:
        difference = float(after.value) - float(before.value)
    except ValueError:
        return False
    is_limit = _LIMIT.search(said[max(0, before.start - _CONTEXT) : before.start]) or _AT_MOST.match(said, before.end)
    return difference > 0 if is_limit else difference < 0


def _parts(day: str) -> list[int]:
    """Year, month and day of a date, 0 for what it does not say."""
    return [int(part) if part.isdecimal() else 0 for part in day.split("-")]


def _duties(said: str, others: str) -> Iterator[Altered]:
    """Words of obligation behind which the same words stand, with a word of another strength before them."""
    mine, theirs = list(_bound(said)), list(_bound(others))
    for duty in mine:
        behind = said[duty.end : duty.end + _SAME_BEHIND]
        if len(behind) < _FEWEST_BEHIND:
            continue
        start = duty.end - len(duty.word)
        before = "" if len(behind) == _SAME_BEHIND else said[max(0, start - _SAME_BEFORE) : start]
        found = [
            other
            for other in theirs
            if others.startswith(behind, other.end) and others.endswith(before, 0, other.end - len(other.word))
        ]
        if found and not any(_binds_as(other, duty) for other in found):
            yield Altered(What.MODALITY, duty.word, found[0].word, found[0].grade < duty.grade)
    yield from (
        Altered(What.MODALITY, behind, f"{other.word}{behind}", True)
        for other in theirs
        if (behind := _weakened(said, others, other))
    )


def _binds_as(other: "_Duty", duty: "_Duty") -> bool:
    """Whether it is the same duty, in the same word or one of its strength: 推进 for 加快推进 lacks an adverb
    and 稳步推进 for 推进 only has one more."""
    longer = other.word.removesuffix(duty.word)
    if duty.word.endswith(other.word) or (longer != other.word and longer not in _HEDGES - _ALIKE):
        return True
    return other.grade == duty.grade and (other.word in FORBIDS) == (duty.word in FORBIDS)


def _weakened(said: str, others: str, duty: "_Duty") -> str:
    """The words before which one was put that weakens them: 建立台账 that has become 探索建立台账. They begin a clause
    on both sides, or the same stands before them; "" where there are none."""
    behind = others[duty.end : duty.end + _SAME_BEHIND_HEDGE]
    start = duty.end - len(duty.word)
    # 支持为中小企业提供…: what it is done for stands before many a measure.
    if duty.word not in _HEDGES or len(behind) < _SAME_BEHIND_HEDGE or behind.startswith("为"):
        return ""
    before = others[max(0, start - _SAME_BEFORE) : start]
    places = [match.start() for match in re.finditer(re.escape(behind), said)]
    if any(_HEDGE.search(said[max(0, place - _HEDGED) : place + 1]) for place in places):
        return ""
    begins = _begins_clause(others, start)
    is_there = any(
        (begins and _begins_clause(said, place)) or (len(before) == _SAME_BEFORE and said.endswith(before, 0, place))
        for place in places
    )
    return behind if is_there else ""


def _begins_clause(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _CLAUSE_BEFORE


@dataclass(frozen=True, slots=True)
class _Duty:
    """A word of obligation, with those before it: 原则上不得, 研究支持.

    `strength` is that of the weakest, `lead` that of the weakest before the last.
    """

    word: str
    end: int
    strength: int
    lead: int = _BINDS

    @property
    def grade(self) -> tuple[int, int]:
        """How surely it is to be done: 支持 binds more than 研究支持, whose last word is as weak."""
        return self.strength, self.lead


def _bound(text: str) -> Iterator[_Duty]:
    before: _Duty | None = None
    for match in _OBLIGES.finditer(text):
        word, start, end = match[0], *match.span()
        strong = _GRADES.get(word) or strength(word)
        if before and before.end == start:
            lead = _BINDS if before.word in _ALIKE else before.strength
            before = _Duty(before.word + word, end, min(before.strength, strong), lead)
        else:
            if before:
                yield before
            before = _Duty(word, end, strong)
    if before:
        yield before


def _is_kept(member: str, others: str) -> bool:
    pairs = [member[at : at + 2] for at in range(len(member) - 1)]
    return sum(pair in others for pair in pairs) >= _KEPT * len(pairs)


def _is_same_office(one: str, other: str) -> bool:
    """Whether two offices have the same duty at their levels: 省司法厅 and 区司法局, 市水利局 and 区水务局; 教育局 and
    体育局 have not."""
    mine, theirs = _core(one), _core(other)
    shared = len(set(mine) & set(theirs))
    return 2 * shared >= min(map(len, map(set, (mine, theirs)))) and (shared > 1 or mine[0] == theirs[0])


def _without(offices: Sequence[str], others: Sequence[str]) -> list[str]:
    """The offices that have no equal among the others."""
    return [one for one in offices if not any(_is_same_office(one, other) for other in others)]


def _core(name: str) -> str:
    """What an office is responsible for: 司法 of 省司法厅."""
    shorter = _LEVEL.compiled.sub("", name)
    return shorter if len(shorter) > 1 else name
