"""Target values: left open, or given twice and differently (TGT006, TGT007)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import sentence_before

_UNIT = Pattern("[个项家户人次件处所座亿万亩吨元]|公里|平方")
_PERCENT = "%％‰"
_REACH = Pattern(
    "(?:达到?|超过|不低于|不少于|不高于|提高到|提高至|提升到|提升至|增长到?|下降到?|控制在|降至"
    "|完成|建成|新增|培育|新建|改造)$"
)
# Every run of spaces, signs that hold a place, and percent signs; what it is is decided by what stands around it.
_RUN = Pattern("[ \u3000×xX＊*○_＿%％‰](?<![条章节。\n].)[ \u3000×xX＊*○_＿%％‰]*")
_BLANK = Pattern("[ \u3000]{0,10}")
_MARKED = Pattern("[×xX＊*○]{2,6}|[_＿]{2,20}")
_COUNTED = Pattern(f"[%％‰]|个百分点|[个项家户件处座](?![{HAN}]?[省市县区])|[亿万]元|万[人亩吨]|公里|亩|人次|名")
_FORM = Pattern("[：:]\\s?$|填写|填报|示例|公式|格式|样式|[=＝+＋]")
_FORM_REACH = 12
# What only a form has, near its blanks.
_OF_FORM = Pattern(
    r"[（(](?:单位|企业|部门|项目|公司)?(?:名称|盖章|公章|签[字名章])[^（()）]{0,6}[）)]"
    r"|填报(?:单位|人)[：:]|日期[：:](?=\s|$)"
)
_NEAR = 300
_VERB_REACH = 4
_MOST_IN_PLAN = 12

_VALUE = Pattern(
    r"(?:达到|提高到|提高至|提升到|提升至|保持在|稳定在|控制在|不低于|不高于|不少于|超过)"
    r"(?P<value>\d{1,6}(?:\.\d{1,3})?)(?P<unit>[%％]|万[人亩吨]|[亿万]元|[个家项])",
    first="达提保稳控不超",
)
_NAME = Pattern(f"[{HAN}]{{6,24}}(?:率|比例|比重|占比|总量|规模|总产值|覆盖面|得分)$")
_NAME_REACH = 40
_SENTENCE_REACH = 160
_SCOPE = Pattern(
    "其中|分别|各地|第[一二三]|部分|一类|二类|三类|以上的|以下的|力争|努力|确保|每年|年均|城市|农村|地区|重点"
)


def placeholder_target(document: Document) -> Iterator[Finding]:
    """TGT006: a target whose number is missing (达到  %以上) or was never filled in (××项)."""
    text = document.text
    found = []
    for run in _RUN.finditer(text):
        start = run.start()
        before = text[max(0, start - 1) : start]
        if before == "\n" or before.isdigit() or (span := _unfilled(text, start, run.end())) is None:
            continue
        if not _FORM.search(text[max(0, start - _FORM_REACH) : start]) and not _is_in_form(text, start):
            found.append(span)
    # A text that is full of blanks is a form to fill in.
    if len(found) <= _MOST_IN_PLAN:
        for start, end in found:
            yield Finding(start, end, {"context": text[max(0, start - 4) : end + 2].strip()})


def _is_in_form(text: str, at: int) -> bool:
    """Whether a place is in a form that is to be filled in: its fields stand near."""
    return _OF_FORM.search(text, max(0, at - _NEAR), at + _NEAR) is not None


def _unfilled(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a run of signs in which a number should stand, if it is one."""
    stop = end
    while stop > start and text[stop - 1] in _PERCENT:
        stop -= 1
    unit = stop < end or _UNIT.match(text, end)
    if _BLANK.fullmatch(text, start, stop) and unit and (stop < end or stop - start > 1):
        return (start, stop) if _REACH.search(text[max(0, start - _VERB_REACH) : start]) else None
    return (start, stop) if _MARKED.fullmatch(text, start, stop) and _COUNTED.match(text, stop) else None


def inconsistent_target(document: Document) -> Iterator[Finding]:
    """TGT007: the same rate for the same year with two values."""
    text = document.text
    seen: dict[tuple[str, str, str], re.Match[str]] = {}
    for match in _VALUE.finditer(text):
        name = _NAME.search(text[max(0, match.start() - _NAME_REACH) : match.start()])
        sentence = sentence_before(text, match.start(), _SENTENCE_REACH)
        years = [str(found.year) for found in dates_in(sentence) if found.year]
        if name is None or not years or _SCOPE.search(sentence):
            continue
        first = seen.setdefault((name[0], years[-1], match["unit"].replace("％", "%")), match)
        if float(first["value"]) != float(match["value"]):
            values = {"name": name[0], "year": years[-1], "first": first[0], "second": match[0]}
            yield Finding(*match.span(), values, related=((*first.span(), "related"),))
