"""NUM021: one indicator of a whole place with two values in one document."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, dates_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import sentence_before
from lawcheck.text.vocabulary.sums import NUMBER, SCALE, Amount, amount_of

# 全区现有公共停车场48个; 项目计划总投资1.2亿元
_INDICATOR = Pattern(
    rf"(?P<name>(?:全[省市区县镇乡村州盟旗校]|本项目|该项目|项目)[{HAN}]{{4,18}}?)(?P<about>约|达到?|为|共)?"
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})(?P<unit>[{HAN}]{{1,2}}?|[%％])(?P<more>以上|左右|以内|以下|多|余)?"
    rf"(?=[，,。；;、（(\n]|[^{HAN}0-9]|[逐要均已进的全])",
    needs=("全", "项目"),
)
# What there is, or is to cost in all, is one number; what is done may be done again and again.
_STATE = Pattern("现有|共有|总投资|总面积|总人口|总里程|总户数|总建筑面积|常住人口|户籍人口")
# Another number than that of the whole at one time.
_OTHER = Pattern(
    f"其中|年均|每|同比|上年|去年|分别|减|比|原|力争|争取|累计|第[一二三四]|[一二三四]季度|上半年|{MONTH}月"
)
_FURTHER = Pattern("新|增|完成")
_AIM = Pattern("新增|新建|建成|改造|培育|达到|完成|创建|建设")
_REACH = 60


def indicator_twice(document: Document) -> Iterator[Finding]:
    """NUM021: what there is in all, or what is to be there in a year, is another number than above."""
    text = document.text
    seen: dict[tuple[str, str, tuple[int, ...]], Amount] = {}
    for match in _INDICATOR.finditer(text):
        if document.is_in_cell(match.start()):
            continue
        before = sentence_before(text, match.start(), _REACH)
        years = tuple(found.year for found in dates_in(before) if found.year)
        state, aim = _STATE.search(match["name"]), _AIM.search(match["name"] + (match["about"] or ""))
        bare = match["name"] if aim is None else match["name"].replace(aim[0], "", 1)
        if not (state or (aim and years)) or _OTHER.search(before + bare) or _FURTHER.search(bare):
            continue
        unit = match["unit"].replace("％", "%")
        amount = amount_of(match["number"], match["scale"], unit, match.start("number"), match.end("unit"))
        first = seen.setdefault((match["name"], unit, years[-1:]), amount)
        # Rounded figures are no contradiction.
        if abs(first.value - amount.value) > max(first.step, amount.step) / 2:
            values = {
                "name": match["name"],
                "first": text[first.start : first.end],
                "second": text[amount.start : amount.end],
            }
            yield Finding(amount.start, amount.end, values, related=((first.start, first.end, "first"),))
