"""Dashes in the place of 一, and 一 in the place of dashes (OCR008)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.dates import periods_in
from lawcheck.text.vocabulary.han import HAN

_DASH_SHAPES = "-－—ー–─"


@cache
def _damaged_ones() -> tuple[Terms, list[str]]:
    """Every word of the list with a dash in the place of its 一, and the word."""
    damaged: list[str] = []
    words: list[str] = []
    for word, *_ in rows("ones.tsv"):
        for shape in _DASH_SHAPES:
            damaged.append(word.replace("一", shape))
            words.append(word)
    return Terms(damaged), words


# 唯一, 第一 and 统一 whatever follows; 传统—现代 and the like are rows.
_ONE_AFTER = Pattern(f"(?P<before>[唯第统])[{_DASH_SHAPES}](?=[{HAN}])", first="唯第统")
_ENDS_IN_TONG = "传系总血正道法体笼"

# 第二十—条, 第十-项 and 第—章: a range would have a number behind its dash.
_ONE_IN_ORDINAL = Pattern(
    f"第(?:(?:[二三四五六七八九]?十)|[二三四五六七八九]?百[零〇])?(?P<dash>[{_DASH_SHAPES}])(?=[条章节款项届次批](?![{HAN}]{{0,2}}[{_DASH_SHAPES}]))",
    needs=("第",),
)

# One stroke that was read twice: 节奏-一致. A dash between two numbers or before a numbered item is one.
_DASH_AND_ONE = Pattern(
    f"(?<=[{HAN}])(?<![〇零一二三四五六七八九十百月日年期])(?P<both>[-－]一)(?=[致样律并批起直般定时])", needs=("一",)
)
# A dash that begins a sentence, as two strokes: 确定项目。一一领域类. What is done to one after the other is no dash.
_TWO_ONES = Pattern(
    f"(?<=[。；：！？])一一(?=[{HAN}“《])(?!对|列|落实|核|解|回|说|登|作|给|答|排|销|兑|梳|走|点|介|记|检|过|击|破|化|攻|查|标|签|反|告|比|道|呈|"
    "展|验|印|甄|询|调|分|与|向|予|明|指出|阐|细|清|整|确|提|写|征|通|送|讲|念|叩|拜|握|交)",
    needs=("一一",),
)


def dash_one_confusion(document: Document) -> Iterator[Finding]:
    """OCR008: a dash in a word that is written with 一, or 一 in the place of the dash between years."""
    text = document.text
    terms, words = _damaged_ones()
    for index, start, end in terms.find(text):
        word = words[index]
        if text[start - 1 : start] in tuple(_DASH_SHAPES) or text[end : end + 1] in tuple(_DASH_SHAPES):
            continue
        yield Finding(start, end, {"found": text[start:end], "right": word}, edits=(Edit(start, end, word),))
    for match in _ONE_AFTER.finditer(text):
        start, end = match.span()
        if match["before"] != "统" or text[start - 1 : start] not in tuple(_ENDS_IN_TONG):
            right = match["before"] + "一"
            yield Finding(start, end, {"found": match[0], "right": right}, edits=(Edit(start, end, right),))
    for match in _ONE_IN_ORDINAL.finditer(text):
        start, end = match.span("dash")
        edit = Edit(start, end, "一")
        yield Finding(
            match.start(),
            end + 1,
            {"found": text[match.start() : end + 1], "right": f"{text[match.start() : start]}一{text[end]}"},
            edits=(edit,),
        )
    for match in _DASH_AND_ONE.finditer(text):
        start, end = match.span("both")
        yield Finding(start, end, {"found": match["both"], "right": "一"}, edits=(Edit(start, start + 1, ""),))
    for match in _TWO_ONES.finditer(text):
        start, end = match.span()
        yield Finding(start, end, {"found": match[0], "right": "——"}, edits=(Edit(start, end, "——"),))
    for period in periods_in(text):
        if (at := text.find("一", period.gap, period.second)) >= 0:
            yield Finding(at, at + 1, {"found": "一", "right": "—"}, edits=(Edit(at, at + 1, "—"),))
