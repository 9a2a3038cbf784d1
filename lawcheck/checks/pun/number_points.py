"""Half-width signs beside a number that are neither its own nor those of an ordinal (PUN001)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 查验2,6,8项, 第1,4,9号: figures that grow and are counted with one measure word.
_ROW = Pattern(
    "(?<![0-9.,，（(])(?P<row>[0-9]{1,2}(?:,[0-9]{1,2}){1,20})(?=(?:步|项|条|款|号|组|类|章|节|课|题|班|级|楼|期|栋|排|层|片|村|[页日月])"
    f"(?![{HAN}]?[)）]))",
)
_COMMA = Pattern(",", first=",")
_BETWEEN_FIGURES = Pattern("(?<=[0-9]),(?=[0-9])", first=",")
# 附件3., 电话：0000-2200110.: the last character of a line that says something; 如下：1. is an ordinal torn off.
_AT_LINE_END = Pattern(r"(?<=[0-9])\.(?=[ \t\u3000]{0,8}(?:\n|$))", needs=(".",))
_BEHIND_WORD = Pattern(f"(?:[{HAN}/×÷＝=][0-9]{{1,3}}|(?P<code>[{HAN}：:－—-][0-9－—-]{{6,20}}))$")
_LONGEST_NUMBER = 24
_SAYS = Pattern(f"(?:[{HAN}][^{HAN}\n]{{0,20}}){{6}}")
_LONGEST_LINE = 400
_CAPTION = Pattern("[ \t\u3000]*(?:附?[图表件录]|专栏)[^，。；]{0,30}$")
# 为期5天.培训期间: a number with its measure ends one clause, and another begins.
_MEASURE = (
    "天日月年元人名户件次个项份号台辆亩吨米里时钟分岁周届楼层室间度斤克套组家所只条座处栋场幢支面本册篇门期段页字倍成折位"
    "顷株头村"
)
_BEHIND_MEASURE = Pattern(
    f"\\.(?:(?<=[0-9０-９][{_MEASURE}].)|(?<=[0-9０-９][{HAN}][{_MEASURE}].)|(?<=[0-9][%％].))(?=[{HAN}]{{4}})",
    needs=(".",),
)
_CLAUSE = Pattern(f"[{HAN}]{{2}}[^，。；：\n]{{0,12}}$")
_NAMED = Pattern("(?:第|图|表|附件|[vV版])[0-9.]{1,6}.{0,3}$")
_REACH = 24
# 2) beside 1）.
_HALF = Pattern(f"(?<=[0-9])\\)(?=[ ]?[{HAN}“《])", first=")")
_FULL = Pattern(f"(?<=[0-9])）(?=[ ]?[{HAN}“《])", first="）")
_NUMBER = Pattern("(?:^|[\n。；：])[ \t\u3000]{0,8}[0-9]{1,2}$")
_HEAD = 12


def points_beside_numbers(document: Document) -> Iterator[tuple[int, str]]:
    """Where such a sign stands, and what it should be."""
    text = document.text
    for match in _rows(text):
        numbers = [int(number) for number in match["row"].split(",")]
        is_row = len(numbers) > 2 or text[match.start() - 1 : match.start()] == "第"
        if is_row and all(before < after for before, after in pairwise(numbers)):
            yield from ((comma.start(), "、") for comma in _COMMA.finditer(text, *match.span("row")))
    for match in _AT_LINE_END.finditer(text):
        at = match.start()
        first = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1
        ends = _BEHIND_WORD.search(text, max(first, at - _LONGEST_NUMBER), at)
        if (
            ends
            and (ends["code"] or _SAYS.search(text, first, at))
            and not _CAPTION.match(text, first, at)
            and not document.is_in_cell(at)
        ):
            yield at, "。"
    for match in _BEHIND_MEASURE.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _CLAUSE.search(before) and not _NAMED.search(before):
            yield match.start(), "。"
    if ")" in text and any(_NUMBER.search(text, max(0, m.start() - _HEAD), m.start()) for m in _FULL.finditer(text)):
        for match in _HALF.finditer(text):
            if _NUMBER.search(text, max(0, match.start() - _HEAD), match.start()):
                yield match.start(), "）"


def _rows(text: str) -> Iterator[re.Match[str]]:
    """The rows of figures that commas divide."""
    done = 0
    for comma in _BETWEEN_FIGURES.finditer(text):
        at = comma.start()
        if at >= done:
            row = _ROW.match(text, at - 2 if text[at - 2 : at - 1].isdecimal() else at - 1)
            done = row.end() if row else at + 1
            if row:
                yield row
