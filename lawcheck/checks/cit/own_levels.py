"""A township that its own document calls 乡 in one place and 镇 everywhere else, or the other way round (CIT026)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han

_OTHER = {"乡": "镇", "镇": "乡"}
# 我乡, 本镇; 我乡镇, 本乡、镇 and 本镇（乡） name neither.
_SELF = Pattern(
    "(?<![日基资原版])[我本](?P<kind>[乡镇])(?![镇乡村土亲音里江/／]|[、和或（(及][^，。\n]{0,3}[镇乡街])",
    needs=("我", "本"),
)
# What is said of the own body without its name: 全镇, 镇政府, 驻乡民警; 工作队、镇、村三级, but 县、乡、村三级 of any.
_OF_SELF = Pattern(
    "全(?P<whole>[乡镇])(?![镇村])|(?<![城各村])(?P<kind>[乡镇])(?:人民政府|政府|党委|人大|纪委|机关|党政|直各?单位)|驻(?P<placed>[乡镇])(?:民警|干部|单位|各单位|部门)"
    "|(?<![省市县区旗州])、(?P<listed>[乡镇])、村(?:[、组三两级各]|和)",
    needs=(*(f"{kind}{word}" for kind in "乡镇" for word in "人政党纪机直"), "全", "驻", "、乡、村", "、镇、村"),
)
# 乡 and 镇 in words that name no body, or any of them.
_WORDS = Pattern(
    "乡[、]?镇|镇[、]?乡|乡[村土亲风贤愁情音规里俗间野邻财建镇]|[城家下返老故水侨他同回入还离异思爱山梦兴三]乡|城镇|镇[村静定痛压宅区]|[古小集重村坐建名强]镇",
    first="乡镇城家下返老故水侨他同回入还离异思爱山梦兴三古小集重村坐建名强",
)
# No name ends in these.
_NO_NAME = "由报向到的为责经对在和与及给把被受是按请以让将从于后时内中下据照如则并同当需须应要可了着过至属"
_MOST_RARE, _TIMES = 2, 3
# So often 乡政府, 全乡 and the like stand where the names of the township tell the rest.
_FEWEST = 2
# 驻乡民警 and 工作队、乡、村 are said of the own body alone.
_OF_ITSELF = "驻、"


def own_levels(document: Document) -> Iterator[Finding]:
    """The one or two places of the rarer of 我乡 and 我镇; and 乡政府 where the text speaks of one 镇 alone."""
    text = document.text
    named = list(_SELF.finditer(text))
    spans = {kind: [match.span() for match in named if match["kind"] == kind] for kind in _OTHER}
    if all(spans.values()):
        # Of two that stand equally often the later one is told.
        usual, rare = sorted(spans.values(), key=lambda each: (-len(each), each[0]))
        yield from _told(text, rare, usual[0]) if len(rare) <= _MOST_RARE else ()
        return
    yield from _unnamed(text)


def _unnamed(text: str) -> Iterator[Finding]:
    found = list(_OF_SELF.finditer(text))
    spans = {kind: [m.span() for m in found if kind in m.groupdict().values()] for kind in _OTHER}
    rare = min(
        _OTHER, key=lambda kind: (len(spans[kind]), any(text[start] not in _OF_ITSELF for start, _ in spans[kind]))
    )
    odd, often = spans[rare], spans[_OTHER[rare]]
    if not 0 < len(odd) <= _MOST_RARE or not often:
        return
    told = _WORDS.compiled.sub("", text)
    is_sure = all(text[start] in _OF_ITSELF for start, _ in odd)
    if len(often) < _FEWEST and not is_sure:
        return
    if max(len(often), told.count(_OTHER[rare])) < (1 if is_sure else _TIMES) * len(odd):
        return
    # Any other mention of that kind, and one with a name, is one of another body.
    if told.count(rare) == len(odd) and all(_is_bare(text, start) for start, _ in odd):
        yield from _told(text, odd, often[0])


def _is_bare(text: str, at: int) -> bool:
    """Whether no name of a township ends here: 负责乡政府信息公开, 示例乡政府."""
    return not is_han(text[at - 1 : at]) or text[at - 1] in _NO_NAME or text[at] in "全驻、"


def _told(text: str, spans: list[tuple[int, int]], usual: tuple[int, int]) -> Iterator[Finding]:
    for start, end in spans:
        values = {"found": text[start:end], "usual": text[slice(*usual)]}
        yield Finding(start, end, values, related=((*usual, "related"),))
