"""Quotation marks around a name in one place that other places of it have otherwise (CIT029)."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from lawcheck.checks.likelihood import is_word
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

Span = tuple[int, int]

_LONGEST = 8
_QUOTED = Pattern(f"“(?P<name>[{HAN}0-9]{{2,16}})”", first="“")
_OPENED = Pattern("[“”‘’《》『』「」\n]")
# 八个一批, 三资, 两个责任, 一网通办: what is counted is a slogan, and no word of every day.
_COUNTED = Pattern(
    "(?:[一二三四五六七八九十两双]|[0-9]{1,2})[个大项条张支本类]?[^第年月日号天周倍成万千百分点件卡站窗0-9]"
)
_EVERY_DAY = Pattern(
    "^(?:一[律般致些体定起样切把道线流级方面]|十[分足月]|三[农伏八产包]|两[会岸地者手不学新]|五[一四险]|六[一]|七一|八[一方]|二[手胎])"
)
# Of two characters the second is no measure: 三资, and no 三项.
_MEASURED = Pattern(".[个大项条张支本类件种次级位名家户人元岁年步章节段组期层面方边者]")
_FEWEST, _TIMES, _MOST = 2, 2, 40
# 十五五规划, 十三五期间: those of five years are always quoted.
_FIVE_YEARS = Pattern(
    "(?<![“‘\"'「『〝第个二三四五六七八九0-9])十[一二三四五六]五(?=规划|时期|期间|开局|收官|末|以来|发展规划|建设规划)",
    first="十",
)
_REACH = 200
# ［9］两个枢纽： the words that a note explains.
_NOTE = Pattern("(?:^|\n)[ \u3000]*[［〔（(【][0-9]{1,3}[］〕）)】][^：:\n]{0,60}$")
# What a slogan is the name of.
_KIND = "工程|行动|活动|机制|战略|工作法|政策|模式|平台|项目|工作|原则|目标"
_INSIDE = Pattern(f"“(?P<name>[{HAN}0-9]{{2,10}}?)(?P<kind>{_KIND})”", first="“")
_OUTSIDE = Pattern(f"“(?P<name>[{HAN}0-9]{{2,10}})”(?P<kind>{_KIND})", first="“")
# “天字号”工程和“生命线工程”
_UNEVEN = Pattern(
    f"”(?P<kind>{_KIND})(?:和|与|及|以及|、)(?P<odd>“[{HAN}0-9]{{2,8}}(?P=kind)”)(?![{HAN}]{{0,4}}(?P=kind))",
    first="”",
)


def bare_slogans(text: str) -> Iterator[tuple[Span, Span]]:
    """The place of a counted slogan without its quotation marks, and one with them."""
    quoted: defaultdict[str, list[Span]] = defaultdict(list)
    for match in _QUOTED.finditer(text):
        quoted[match["name"]].append(match.span())
    slogans = ((name, spans) for name, spans in quoted.items() if len(spans) >= _FEWEST and _is_slogan(name))
    for name, spans in islice(slogans, _MOST):
        bare = [at for at in _places(text, name) if _is_bare(text, at, at + len(name))]
        if bare and len(bare) * _TIMES <= len(spans):
            yield from (((at, at + len(name)), spans[0]) for at in bare)


def bare_plans(text: str) -> list[Span]:
    """Where the plans of five years have no quotation marks: 十四五规划."""
    return [match.span() for match in _FIVE_YEARS.finditer(text)]


def _is_slogan(name: str) -> bool:
    if len(name) > _LONGEST or _MEASURED.compiled.fullmatch(name):
        return False
    return _COUNTED.match(name) is not None and not _EVERY_DAY.search(name)


def moved_marks(text: str) -> Iterator[tuple[Span, Span]]:
    """“八个一批工程” where the text has “八个一批”工程 elsewhere, and the other way round; or beside another one."""
    for match in _UNEVEN.finditer(text):
        yield match.span("odd"), match.span()
    inside = _by_name(_INSIDE, text)
    outside = _by_name(_OUTSIDE, text) if inside else {}
    for name in inside.keys() & outside.keys():
        usual, rare = sorted((outside[name], inside[name]), key=len, reverse=True)
        yield rare[0], usual[0]


def _by_name(pattern: Pattern, text: str) -> dict[tuple[str, str], list[Span]]:
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for match in pattern.finditer(text):
        places[match["name"], match["kind"]].append(match.span())
    return places


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a name stands in no marks, and neither end of it belongs to another word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    marks = [match[0] for match in _OPENED.finditer(text, max(0, start - _REACH), start)]
    if marks and marks[-1] in "“‘《『「":
        return False
    if before in tuple("第十百千万零〇每这那") or before.isdigit() or (_COUNTED.match(before + "个") and before):
        return False
    if _NOTE.search(text, max(0, start - _REACH), start):
        return False
    return not (is_han(after) and is_word(text[end - 1 : end + 1]))
