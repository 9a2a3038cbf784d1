"""Titles of which a part was lost on the way: 《关于印发的通知》, 《》, 《森林防火》等法律法规 (CIT032).

Pages on the web drop what stands in <…> or 〈…〉, and what their filters take out.
"""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import EVERY_GENRE, PASSED_ON_GENRE, PASSING_GENRE, PASSING_ON

# What passes a document on, with nothing that is passed on, or only its marks.
_GAP = "(?:《[ \u3000]?》|〈[ \u3000]?〉|<[ \u3000]?>|“[ \u3000]?”)?"
_MIDDLE = Pattern(
    f"(?P<said>关于(?:印发|转发|批转|下发){_GAP}的(?:{PASSING_GENRE}|通报|意见))"
    f"|《[^《》\n]{{0,30}}(?P<cited>关于(?:发布|公布|颁布|修改|废止|实施|贯彻|执行|落实|贯彻落实){_GAP}的(?:{PASSING_GENRE}|意见))》",
    needs=("关于",),
)
# Title marks with nothing between them, where something is named.
_EMPTY = Pattern(
    "(?<=根据|按照|依据|依照|遵照|执行|遵守|违反|印发|转发|符合|落实|贯彻|参照|学习|制定|》和|》、|》及|》与)"
    "(?P<place>《[ \u3000]{0,4}》)(?![”’])",
    first="《",
)
_ROW = Pattern(
    "(?P<row>《[^《》\n]{2,60}》(?:[、和及与，]{0,2}《[^《》\n]{2,60}》){0,12})等(?:有关|相关)?(?:法律|法规)",
    needs=("》等",),
)
# 《2024年示例行动方案的通知》: what is passed on has a genre of its own, and no word says that it is passed on.
_PASSED_ON = Pattern(
    f"《(?P<title>(?![^《》\\n]*(?:{PASSING_ON}))[^《》\\n]{{4,60}}(?:{PASSED_ON_GENRE})[〉>”）)]?的(?:通知|函|批复))》",
    needs=("的通知》", "的函》", "的批复》"),
)
_NAME = Pattern("《(?P<name>[^《》\n]{2,60})》")
_WHOLE = Pattern(f"(?:{EVERY_GENRE}|典|[条款项]|字|修正文本|文件|修订|修正|[)）〉>”])$")


def cut_title(document: Document) -> Iterator[Finding]:
    """CIT032: a title without what it passes on, with nothing in it, or without the genre at its end."""
    text = document.text
    for match in _MIDDLE.finditer(text):
        group = "said" if match["said"] else "cited"
        yield Finding(*match.span(group), {"found": match[group]})
    for match in _PASSED_ON.finditer(text):
        yield Finding(*match.span("title"), {"found": match["title"]}, "passed-on")
    for match in _EMPTY.finditer(text):
        yield Finding(*match.span("place"), {}, "empty")
    for match in _ROW.finditer(text):
        for each in _NAME.finditer(text, *match.span("row")):
            if not _WHOLE.search(each["name"]):
                yield Finding(*each.span("name"), {"found": each["name"]}, "end")
