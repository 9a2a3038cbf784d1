"""What one body calls itself by two kinds: 我县 and 全区, 我校 and 我园; and 您 said to several people (CIT026)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

Span = tuple[int, int]

# 安全区域, 全区间 and the like name no place; 全市区 and 全县区 name several.
_COUNTY = Pattern("(?<![安完保健齐周自])(?:全|我)(?P<kind>[县区旗])(?![域间段位分块别划县市区镇乡村长])", first="全我")
# Where these stand, 全区 is that of another one, or of a place that is no district.
_OTHER_ZONES = Pattern(
    "自治区|园区|景区|开发区|新区|保护区|示范区|试验区|合作区|灌区|库区|矿区|林区|牧区|山区|战区|军区|街区|校区|院区|厂区|城区|市区"
    "|[各县市、和及]区|区[县、]"
)
_OTHER_COUNTIES = Pattern("各县|[市区旗、和及]县|县[区、（(]|自治县")
# What each institution says of itself, and what it is called otherwise: where that stands too, it is spoken of.
_INSTITUTION = Pattern("我(?P<kind>校|园|院|公司|厂|馆|中心|合作社|社区)(?![里人])", first="我")
_CALLED = {
    "校": ("学校", "中学", "小学"),
    "园": ("幼儿园", "幼儿", "园区", "公园"),
    "院": ("学院", "医院", "法院", "检察院", "院"),
    "公司": ("公司",),
    "厂": ("厂",),
    "馆": ("馆",),
    "中心": ("中心",),
    "合作社": ("合作社",),
    "社区": ("社区",),
}
_MOST_RARE = 2
# 示例、示例等6位代表：您提出的建议收悉。
_SEVERAL = Pattern(
    f"(?:等[0-9一二三四五六七八九十]{{0,3}}[位名]?|[0-9二三四五六七八九十]{{1,3}}[位名]|[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{1,8}})"
    f"(?:人大)?(?:代表|委员)(?:们)?[：:]\\s{{0,6}}(?P<one>您)(?!们)",
    needs=("代表：", "代表:", "委员：", "委员:", "们：", "们:"),
)


def own_kinds(document: Document) -> Iterator[Finding]:
    """The one or two places of the kind that is the rarer one; of two that stand equally often the later one."""
    text = document.text
    counties = [(match["kind"], match.span()) for match in _COUNTY.finditer(text)]
    kinds = {kind for kind, _ in counties}
    if len(kinds) == 2 and not ("区" in kinds and _OTHER_ZONES.search(text)) and not _OTHER_COUNTIES.search(text):
        yield from _rarer(text, counties)
    institutions = [(match["kind"], match.span()) for match in _INSTITUTION.finditer(text)]
    if len({kind for kind, _ in institutions}) == 2:
        yield from (
            finding
            for finding in _rarer(text, institutions)
            if not _is_called(text, text[finding.start + 1 : finding.end])
        )
    for match in _SEVERAL.finditer(text):
        yield Finding(*match.span("one"), {"found": "您", "usual": "你们"}, "several-people")


def _rarer(text: str, found: list[tuple[str, Span]]) -> Iterator[Finding]:
    places: dict[str, list[Span]] = {}
    for kind, span in found:
        places.setdefault(kind, []).append(span)
    rare, often = sorted(places.values(), key=lambda spans: (len(spans), -spans[0][0]))
    if len(rare) <= _MOST_RARE:
        for start, end in rare:
            values = {"found": text[start:end], "usual": text[slice(*often[0])]}
            yield Finding(start, end, values, related=((*often[0], "related"),))


def _is_called(text: str, kind: str) -> bool:
    """Whether such an institution is named in any other way than by 我."""
    named = text.count(f"我{kind}")
    return any(text.count(word) > (named if word == kind else 0) for word in _CALLED[kind])
