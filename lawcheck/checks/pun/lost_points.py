"""Colons and commas that were left out: behind 其中 at the end of a line, behind 您好, before 以免, and stops before
what begins a sentence (PUN040).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.old_prose import is_old_prose
from lawcheck.checks.pun.lost_sentences import glued_sentences, lost_sentences
from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import LISTED, TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han

# …。其中⏎甲组：…: what leads in the lines below.
_LEAD_IN = Pattern(
    "(?P<said>其中|如下|例如|分别为|分别是|具体为|具体是)[ \u3000]*\n\\s*(?=[^：:\n]{1,20}[：:]|[（(]?[1一][)）.、])",
    first="其如例分具",
)
# …按以下步骤办理⏎1.…, 一般程序是⏎1.…: the line above the first item of a list.
_FIRST_ITEM = "[ \u3000]*\n\\s{0,60}(?=[（(]?[1１一][)）.、．]|①|第一[，、]|一是)"
_BELOW = Pattern(f"(?P<said>(?:以下|下列|下面)[{HAN}]{{1,12}}){_FIRST_ITEM}", first="以下")
_IS = Pattern(f"(?P<said>是|为|有|包括|包含|分为){_FIRST_ITEM}", first="是为有包分")
_NOUN = Pattern(f"(?:{LISTED}|程序|流程|安排|材料|标准|方法|职责|范围|方式|主要|一般|应当|必须)$")
# 二、以下情形 is a heading, which ends in no point, and so is 下列材料 alone in a line.
_HEADING = Pattern(
    r"[ \t\u3000#*]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[章节条])"
    "[^，：:]{0,40}$"
)
_SHORTEST_LINE = 7
_GREETED = Pattern(
    "(?P<said>您好|各位(?:领导|代表|同志|委员|来宾|朋友|老师|同学|家长)(?:们)?)"
    f"(?=请问|请您|[XＸ×{HAN}]{{1,3}}(?:先生|女士)|欢迎|我[们是叫])",
    needs=("您好", "各位"),
)
# …登记以免造成不便; but 可以免除, 予以免征. …的管理制定本办法, …工作方案现印发给你们.
_LEST = Pattern(
    f"(?<=[{HAN}]{{4}})(?P<said>(?<![予可难加给足])以免(?![予征除费税责去职试疫检罪刑俗])(?=[{HAN}]{{2}})"
    f"|(?<![来特并以法])特?制定本(?:{TITLE_GENRE})(?=[。，])|现印发给(?=你们)|请认真(?:贯彻|遵照|组织)|可以并处(?=罚))",
    needs=("以免", "制定本", "现印发给", "请认真", "可以并处"),
)
# 现通知如下一、工作目标
_AS_FOLLOWS = Pattern(f"(?P<said>如下)(?=一、|（一）|1[.．、][{HAN}])", needs=("如下一", "如下（一", "如下1"))
# 来函收悉现答复如下
_RECEIVED = Pattern("(?<=收悉)(?P<said>现(?:就|将|答复|回复|提出)|经(?:研究|认真|调查|商))", needs=("收悉现", "收悉经"))
# 不得入场不得领奖: the same ban again, and nothing that joins the two.
_BANS = "不得|不予|不准|不许|严禁|禁止"
_AGAIN = Pattern(
    f"(?P<ban>{_BANS})(?!不|{_BANS})[{HAN}]{{1,7}}(?<![或和及并且而也就都后的者则若如但时是对因与以故])(?P<place>(?P=ban))(?=[{HAN}])(?!不)",
    needs=("不得", "不予", "不准", "不许", "严禁", "禁止"),
)
_POINT = Pattern("[，。；：、！？\n]")
_SHORTEST_CLAUSE = 8
_FEWEST = 3
_LABEL = Pattern(f"(?P<label>[{HAN}]{{1,12}})[：:](?=[^\n])")
_LONGEST = 16
_SHORTEST_LABEL = 3


def lost_point(document: Document) -> Iterator[Finding]:
    """PUN040: no colon behind what leads in the lines below, no comma behind 您好 or before 以免."""
    text = document.text
    if is_old_prose(text):
        return
    for match in _LEAD_IN.finditer(text):
        start, end = match.span("said")
        if not document.is_in_cell(start):
            yield Finding(start, end, {"said": match["said"]}, "colon", (Edit(end, end, "："),))
    yield from _above_lists(document)
    for match in _GREETED.finditer(text):
        start, end = match.span()
        yield Finding(start, end, {"said": match["said"]}, edits=(Edit(end, end, "，"),))
    for match in _AS_FOLLOWS.finditer(text):
        start, end = match.span()
        yield Finding(start, end, {"said": match["said"]}, "colon", (Edit(end, end, "："),))
    for match in _RECEIVED.finditer(text):
        start, end = match.span()
        yield Finding(start, end, {"said": match["said"]}, "before", (Edit(start, start, "，"),))
    for match in _LEST.finditer(text):
        start, end = match.span()
        if not _POINT.search(text, max(0, start - _SHORTEST_CLAUSE), start):
            yield Finding(start, end, {"said": match["said"]}, "before", (Edit(start, start, "，"),))
    for match in _AGAIN.finditer(text):
        start, end = match.span("place")
        yield Finding(start, end, {"said": match["ban"]}, "ban", (Edit(start, start, "，"),))
    for at, said in lost_sentences(text):
        yield Finding(at, at + len(said), {"said": said}, "sentence", (Edit(at, at, "。"),))
    for start, end in glued_sentences(text):
        yield Finding(start, end, {}, "bodies")
    for family in document.families:
        yield from _among_sisters(document, family)


def _above_lists(document: Document) -> Iterator[Finding]:
    """Lines that say that a list follows, above its first item."""
    text = document.text
    for pattern in (_BELOW, _IS):
        for match in pattern.finditer(text):
            start, end = match.span("said")
            line = text[text.rfind("\n", 0, start) + 1 : end]
            if pattern is _IS and (not _NOUN.search(line[: start - end]) or _LEAD_IN.match(text, start - 2)):
                continue
            if len(line.strip()) >= _SHORTEST_LINE and not _HEADING.match(line) and not document.is_in_cell(start):
                yield Finding(start, end, {"said": match["said"]}, "colon", (Edit(end, end, "："),))


def _among_sisters(document: Document, family: Sequence[Node]) -> Iterator[Finding]:
    """The one of several numbered lines that has no colon, where all others end in one, or have one behind a label."""
    text = document.text
    lines = [
        (node.body_start, own_line(document, node)[1])
        for node in family
        if at_line_start(document, node) and not node.inferred and not document.is_in_cell(node.start)
    ]
    if len(lines) != len(family) or len(lines) <= _FEWEST:
        return
    bare = [(start, end) for start, end in lines if text[end - 1] not in "：:"]
    if len(bare) == 1:
        (start, end) = bare[0]
        leads_in = text[end : end + 1] == "\n" and (start, end) != lines[-1]
        if leads_in and end > start and is_han(text[end - 1]) and _has_lines_below(family, start, end):
            yield Finding(start, end, {"said": text[start:end]}, "colon", (Edit(end, end, "："),))
        return
    yield from _without_label(text, lines)


def _has_lines_below(family: Sequence[Node], start: int, end: int) -> bool:
    node = next(node for node in family if node.body_start == start)
    return node.end > end + 1


def _without_label(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """甲组负责人：…, 乙组负责人：…, 丙组负责人…: the words that stand before the colon of all other lines."""
    labels = [_LABEL.match(text, start, end) for start, end in lines]
    odd = [index for index, label in enumerate(labels) if label is None]
    if len(odd) != 1:
        return
    ends = Counter(label["label"][-_SHORTEST_LABEL:] for label in labels if label)
    words, count = ends.most_common(1)[0]
    start, end = lines[odd[0]]
    at = text.find(words, start, min(end, start + _LONGEST))
    if count == len(lines) - 1 and len(words) == _SHORTEST_LABEL and at >= 0:
        at += len(words)
        if at < end and is_han(text[at]):
            yield Finding(start, at, {"said": text[start:at]}, "colon", (Edit(at, at, "："),))
