"""Limits that contradict themselves, shares beyond the whole, 二 before a measure word (NUM016–NUM018)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_NUMBER = "[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二三四五六七八九十百千两]+"
# 超过45人（含45人）: what is beyond a number does not include it.
_BEYOND = Pattern(
    rf"(?<![不未得应没])(?P<word>超过|不足|不满|低于|少于|高于|多于|大于|小于|未满|未达到?)(?P<number>{_NUMBER})(?P<unit>[^\s，。；、（）()0-9]{{0,6}})"
    r"(?<!以上)(?<!以下)[（(](?:包?含|包括)(?:本数|(?P=number)(?P=unit)?)[）)]",
    needs=("含", "包括"),
)
_BETTER = {
    **dict.fromkeys(("超过", "高于", "多于", "大于"), "以上（含本数）"),
    **dict.fromkeys(("不足", "不满", "低于", "少于", "小于", "未满", "未达", "未达到"), "以下（含本数）"),
}
# A share of a whole; growth and completion of a target may be more.
_SHARE = Pattern(
    f"(?P<share>占(?:全部|总数|总人数)[{HAN}]{{0,6}}的?|比例|占比|覆盖率|普及率|合格率|达标率|入学率|巩固率|参保率|满意率|满意度|处理率|收集率|回收率|处置率|办结率|到位率"
    "|知晓率|接种率|入园率|入户率|公开率|受理率|抽检率|持证率|绿化率|就业率|完好率|整改率|优良率|出席率|到会率|参会率|通车率|入住率|及时率|准确率|出勤率|化解率|治愈率)"
    "(?P<between>[^0-9０-９，。；：、\n]{0,10}?)(?P<value>[0-9]{3,4}(?:\\.[0-9]+)?)(?P<sign>[%％])",
    needs=("%", "％"),
)
# Rates of banks, of an age group and of tests, and what is held against something else, may be more as well:
# 拨备覆盖率, 毛入学率, 加标回收率, 抵押物价值与贷款余额的比例.
_MAY_BE_MORE = Pattern(
    "(?:拨备|流动性|资本|利息|债务|担保|抵押|现金|储备|准备金|偿付|毛|净|加标|样品|超额|[与和同对比][^，。；：、\n]{1,10}的)"
    "[^，。；：、\n]{0,8}$"
)
_BEFORE = 18
_OF_GROWTH = Pattern("增|升|涨|扩|翻|提高了|完成|超|倍|同比|杠杆|负债|资本|流动|拨备")
# 二个, 二名: 两 stands before a measure word; ordinals, parts of numbers and fixed words have 二.
_TWO = Pattern(
    "(?<![第十百千万零〇○一二三四五六七八九0-9．.·（(、—～至到初周统数附表图])二(?P<measure>[个名位家份圈间台套辆张棵幢栋]"
    "|[条](?![例款文第、街])|件(?!套)|种(?![植菜地]))(?:(?<=个)(?=月)|(?![月号级等类型]))"
    "|(?<![第十百千万零〇○一二三四五六七八九0-9．.·（(、—～至到])二(?P<great>大[类项块步件档])"
    # 二次, 二天 and 二批 are ordinals too: 过二次, 每批二天; 二大类 is none.
    "|(?:(?<=[了过各每批共])|(?<=有)(?=二次机会)|(?<=每[人户班组村镇校年月天周]))二(?P<counted>[次天项轮场遍趟回])(?:(?<=[了过]二次)|(?!会议))(?![次级等号]|全会|供水|污染|利用|装修|开发|加工|创业|分配|元)",
    needs=("二",),
)


def beyond_and_including(document: Document) -> Iterator[Finding]:
    """NUM016: 超过45人（含45人）, which says of the limit itself both that it counts and that it does not."""
    for match in _BEYOND.finditer(document.text):
        values = {"found": match[0], "right": f"{match['number']}{match['unit']}{_BETTER[match['word']]}"}
        yield Finding(*match.span(), values)


def share_beyond_whole(document: Document) -> Iterator[Finding]:
    """NUM017: a share of more than a hundred per cent."""
    text = document.text
    for match in _SHARE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        known = _OF_GROWTH.search(match["between"]) or _MAY_BE_MORE.search(before)
        if float(match["value"]) > 100 and not known:
            start, end = match.span("value")
            yield Finding(start, end + 1, {"share": match["share"], "found": text[start : end + 1]})


def two_before_measure(document: Document) -> Iterator[Finding]:
    """NUM018: 二 before a measure word, where 两 is used."""
    for match in _TWO.finditer(document.text):
        start = match.start()
        # What amends a statute says 增加二条.
        if document.text[max(0, start - 2) : start] in ("增加", "删去", "删除") and match["measure"] == "条":
            continue
        edits = (Edit(start, start + 1, "两"),)
        yield Finding(
            start,
            match.end(),
            {"found": match[0], "right": f"两{match['measure'] or match['great'] or match['counted']}"},
            edits=edits,
        )
