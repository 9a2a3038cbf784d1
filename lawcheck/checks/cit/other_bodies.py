"""A body of a document that another one took the place of: copied from elsewhere, or named as it was once (CIT014)."""

import re
from collections.abc import Iterator

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han

Span = tuple[int, int]

# 成立救治小组…；领导小组下设办公室: no such group was set up.
_GROUP = "领导小组"
_SERVED = Pattern(f"(?<![{HAN}])(?P<group>{_GROUP})(?=下设|办公室设|设办公室)", needs=(_GROUP,))
_FOUNDED = Pattern(
    f"(?:成立|组建|设立)了?(?:由?[^，。；：\n]{{0,20}}?)(?P<other>[{HAN}]{{2}}小组|指挥部|工作专班|委员会)(?=[，。：；、（(\n])",
    needs=("成立", "组建", "设立"),
)
# A place has one of them: the older name first.
_ONE_OFFICE = (
    ("教育局", ("教育体育局", "教育和体育局", "教体局", "教育科技局")),
    ("文化局", ("文化和旅游局", "文化旅游局", "文旅局", "文化广电和旅游局")),
    ("农业局", ("农业农村局", "农业和农村局")),
    ("卫生局", ("卫生健康局", "卫健局", "卫生和计划生育局", "卫计局")),
    ("卫计局", ("卫生健康局", "卫健局")),
    ("水利局", ("水务局",)),
    ("林业局", ("林业和草原局", "林草局")),
    ("环保局", ("生态环境局",)),
    ("环境保护局", ("生态环境局",)),
    ("国土资源局", ("自然资源局", "自然资源和规划局")),
    ("国土局", ("自然资源局", "自然资源和规划局")),
    ("安监局", ("应急管理局", "应急局")),
    ("工商局", ("市场监督管理局", "市场监管局")),
    ("质监局", ("市场监督管理局", "市场监管局")),
    ("食药监局", ("市场监督管理局", "市场监管局")),
    ("人事局", ("人力资源和社会保障局", "人社局")),
    ("劳动局", ("人力资源和社会保障局", "人社局")),
    ("建设局", ("住房和城乡建设局", "住建局")),
    ("扶贫办", ("乡村振兴局",)),
)
_LEVELS = frozenset("省市县区州盟旗")
_BARE = frozenset("，。；：、由和与及向报经到持送对给按请（(“\n ")
# 历任示例市建设局副局长、示例市住房和城乡建设局副局长: each had its name when somebody served there.
_SERVED_IN = Pattern("(?:任(?!何|务|命)|原|曾在|先后在)[^。；\n]*$")
_POST = Pattern(
    "(?:党[组委]|机关|工会|原|副|正)*(?:成员|[正副]?局长|书记|主任|[科股处室队站所]长|主席|组长|调研员|主任科员|科员|干部|职[工员]|工作)"
    f"|[{HAN}]{{2,8}}?(?:[科股处室队站所]长|主任)"
)
_SERVED_REACH = 200
_ONCE = Pattern("更名|改名|原名|合并|机构改革|划入|整合|不再保留|挂牌")
_MOST_RARE = 2
# 结合我镇实际，特制定示例镇…方案, in a document of another township.
_KIND = "镇|乡|街道|中学|小学|学校|幼儿园|医院"
_OWN = Pattern(f"(?P<place>[{HAN}]{{2,6}}?(?P<kind>{_KIND}))")
_FOR = Pattern(
    f"(?:特?制[定订]|完成|实现)(?:了|《)?(?P<place>(?:(?![我本全各该的和与及一区县市])[{HAN}]){{2,6}}?(?P<kind>{_KIND}))"
    f"[{HAN}0-9]{{2,24}}?(?:目标|任务|{TITLE_GENRE})(?=[，。：》])",
    needs=("制定", "制订", "完成", "实现"),
)
_NO_PLACE = frozenset({"乡镇", "中小学", "各乡镇"})


def other_bodies(document: Document) -> Iterator[tuple[Span, Span]]:
    """Where a body stands that is none of the document's, and the one that is."""
    yield from _unfounded(document.text)
    # The names in fields of who is responsible are compared by themselves (RSP005).
    fields = [(each.start, each.end) for each in document.attributions]
    for span, other in _former(document.text):
        if not any(start <= span[0] < end for start, end in fields):
            yield span, other
    yield from _copied(document)


def _unfounded(text: str) -> Iterator[tuple[Span, Span]]:
    served = list(_SERVED.finditer(text))
    if not served or len(served) != text.count(_GROUP):
        return
    founded = [match for match in _FOUNDED.finditer(text, 0, served[0].start()) if _GROUP not in match[0]]
    if len({match["other"] for match in founded}) == 1:
        yield served[0].span("group"), founded[0].span("other")


def _former(text: str) -> Iterator[tuple[Span, Span]]:
    for old, names in _ONE_OFFICE:
        if old not in text:
            continue
        for new in names:
            if new not in text or _ONCE.search(text):
                continue
            first = [(at, _level(text, at)) for at in _places(text, old)]
            second = [(at, _level(text, at)) for at in _places(text, new)]
            for level in {level for _, level in first if level is not None} & {level for _, level in second}:
                here = [(at, at + len(old)) for at, own in first if own == level and not _was_served(text, at, old)]
                there = [(at, at + len(new)) for at, own in second if own == level]
                rare, usual = sorted((here, there), key=len)
                if rare and len(rare) <= _MOST_RARE:
                    yield from ((span, usual[0]) for span in rare)


def _was_served(text: str, at: int, name: str) -> bool:
    """Whether a place tells where somebody served once."""
    post = _POST.match(text, at + len(name))
    return post is not None and _SERVED_IN.search(text, max(0, at - _SERVED_REACH), at) is not None


def _places(text: str, name: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(name), text)]


def _level(text: str, at: int) -> str | None:
    """The level and place before the name of an office; "" where it stands alone, None where that is not known."""
    before = text[at - 1 : at]
    if not before or before in _BARE:
        return ""
    if before not in _LEVELS:
        return None
    place = text[max(0, at - 3) : at - 1]
    is_named = len(place) > 1 and all(map(is_han, place)) and place[1] not in _BARE
    return before + (place if is_named else "")


def _copied(document: Document) -> Iterator[tuple[Span, Span]]:
    title = document.title
    own = _OWN.match(document.text, title.start, title.end) if title else None
    if own is None:
        return
    for match in _FOR.finditer(document.text, own.end()):
        place = match["place"]
        if match["kind"] != own["kind"] or place in _NO_PLACE or place in own["place"] or own["place"] in place:
            continue
        if document.text.count(place) == 1:
            yield match.span("place"), own.span("place")
