"""Shares that lost their sign (NUM038): 利用率达到85以上, 15%至20的罚款, 20以上50%以下."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_NUMBER = "(?:100|[1-9]?[0-9](?:\\.[0-9]{1,3})?)"
# 容积率, 效率 and their like are numbers of another kind.
_RATE = "(?:(?<![效频汇倍功速曲斜分辨])(?<!容积)(?<!市盈)(?<!周转)(?<!生育)(?<!死亡)(?<!出生)率|比例|比重|占比|覆盖面)"
_REACHES = (
    "(?:均|都|要|应当?|须|需|力争|预计|平均|分别|已|将|可|保持|稳定|控制|提高|提升|增加|上升|增长|下降|降低|减少|压减){0,2}"
    "(?:达到?|超过?|高于|低于|不[低高]于|不少于|不超过|到|至|在|为|约)"
)
_UNTIL = "(?=以[上下内]|左右|[，。；）])"
_LOST = Pattern(
    f"{_RATE}{_REACHES}(?P<rate>{_NUMBER}){_UNTIL}"
    f"|(?<=[0-9][%％])(?:提[高升]|增加|上升|增长|下降|降低|减少)?[至到](?P<last>{_NUMBER})(?=的(?![0-9])|以[上下内]|左右|[，。；）])"
    f"|(?<=[{HAN}])(?<!第)(?P<first>{_NUMBER})以上[0-9.]{{1,5}}[%％]以下",
    needs=("率", "比例", "比重", "占比", "覆盖面", "%", "％"),
)
# 占总人数的3；
_PART = Pattern(
    f"占[{HAN}]{{0,8}}(?:总[{HAN}]{{1,3}}|人数|全[{HAN}]{{1,3}}|面积|数量|金额|产值)的(?P<rate>{_NUMBER})(?=[，。；、）]|以[上下内]|左右)",
    needs=("占",),
)
# 增长5.5左右 beside other shares; 视力下降0.3以上 is no share.
_GROWTH = Pattern(
    f"(?<!视力)(?:增长|下降|增幅|涨幅|降幅)(?:为|达到?|约|在|控制在|保持在)?(?P<rate>{_NUMBER})(?=左右|以[上下内])",
    needs=("增", "降", "幅"),
)
_SHARE = Pattern("[0-9][%％]", needs=("%", "％"))
_REACH = 40


def lost_percent(document: Document) -> Iterator[Finding]:
    """NUM038: the figure of a rate, or an end of a range of shares, without its per cent sign."""
    for match in _LOST.finditer(document.text):
        name = match.lastgroup or ""
        yield Finding(*match.span(name), {"found": match[name]})
    for match in _PART.finditer(document.text):
        yield Finding(*match.span("rate"), {"found": match["rate"]})
    for match in _GROWTH.finditer(document.text):
        start, end = match.span("rate")
        if _SHARE.search(document.text, max(0, start - _REACH), end + _REACH):
            yield Finding(start, end, {"found": match["rate"]})
