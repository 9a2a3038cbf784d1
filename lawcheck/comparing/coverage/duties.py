"""Words of obligation that the measures of two documents have: which of them bind less in the own one."""

import re
from collections.abc import Iterator

from lawcheck.comparing.modality import FORBIDS, OBLIGES, strength
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

# The words behind a duty are the same; where there are few, those before it too.
_SAME_BEHIND, _FEWEST_BEHIND = 4, 2
# Behind a word that was put in, more has to be the same.
_SAME_BEHIND_HEDGE = 5
_SAME_BEFORE, _HEDGED = 4, 8
# 全省 and 全区 are the same when words are compared.
_LEVELS = str.maketrans("省州区县旗", "市市市市市")
# One verb stands for two that say the same.
_TWICE = Pattern("(建立|健全|完善)和?(?:健全|完善)")
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
        *("争取", "逐步", "研究", "适当", "适度", "推动", "适时", "择机"),
    )
)
_HEDGE = Pattern(
    f"(?:{'|'.join(sorted(_HEDGES))})(?!力度|政策|措施|作用|基金|资金|体系|服务|机制|的|院|所|中心|机构|生)"
)
# 各单位要、各地可; 纲要, 要求 and 许可 are none.
_AUXILIARY = "(?<![纲主需重必不只首摘概简紧扼提])要(?![求点件素闻道害])|(?<![不许认可方])可(?![以能见行靠持用观])"
_WEAK_FORMS = "(?:原则上|一般|尽量)不(?!得)|(?<![适便事权不合相因失])宜(?=[由在按将于及依予与向先报经从遵加提])"
_WORDS = (word for word in _GRADES if len(word) > 1 and not word.endswith("不"))
_OBLIGES = Pattern("|".join((*_WORDS, _WEAK_FORMS, _AUXILIARY, OBLIGES)))
# 鼓励支持 binds as 支持 does.
_ALIKE = frozenset(("鼓励", "支持", "引导", "倡导", "提倡"))
_BINDS = 3


def plain(text: str) -> str:
    """A text with one level for all, and one verb where two say the same: 建立 for 建立健全."""
    return _TWICE.compiled.sub(r"\1", text.translate(_LEVELS))


def duties(said: str, others: str) -> Iterator[tuple[str, str, bool]]:
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
            yield duty.word, found[0].word, found[0].grade < duty.grade
    yield from (
        (behind, f"{other.word}{behind}", True) for other in theirs if (behind := _weakened(said, others, other))
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
    begins = begins_clause(others, start)
    is_there = any(
        (begins and begins_clause(said, place)) or (len(before) == _SAME_BEFORE and said.endswith(before, 0, place))
        for place in places
    )
    return behind if is_there else ""


def begins_clause(text: str, at: int) -> bool:
    """Whether a clause begins at a place."""
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
