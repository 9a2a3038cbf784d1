"""Stops that were lost before a member of a list inside a paragraph: …及时报告二是要备足物资 (PUN036)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

# 第二是, 十二是 and 不是一是二是 are something else.
_GLUED = Pattern(
    f"(?<=[{HAN}”》）])(?<![第其十百之不是周和与到至加减二三四五六七八九初])(?P<number>[二三四五六七八九])(?P<form>[是要])",
    needs=("是", "要"),
)
_STOPS = "。；，：\n"
_REACH = 600
_NO_MEMBER = Pattern("[求点素件闻道]|[不否]")


def member_stop(document: Document) -> Iterator[Finding]:
    """PUN036: no stop before 二是, though the members beside it have theirs."""
    text = document.text
    if "一是" not in text and "三是" not in text and "一要" not in text and "三要" not in text:
        return
    for match in _GLUED.finditer(text):
        at, number, form = match.start(), parse_numeral(match["number"]) or 0, match["form"]
        # 二是二: as they are.
        if _NO_MEMBER.match(text, match.end()) or text.startswith(match["number"], match.end()):
            continue
        first = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
        end = text.find("\n", at, at + _REACH)
        last = end if end >= 0 else at + _REACH
        before = _stop_before(text, number - 1, form, first, at)
        after = _stop_before(text, number + 1, form, match.end(), last)
        # The one that has its stop is another one, or the list begins anew.
        if (before or after) and not _stop_before(text, number, form, first, last):
            stop = after if after in ("。", "；") else before if before in ("。", "；") else "；"
            yield Finding(at, match.end(), {"marker": match[0]}, edits=(Edit(at, at, stop),))


def _stop_before(text: str, number: int, form: str, start: int, end: int) -> str:
    """The stop or line break before a member of the list in a stretch; "" where it is not there."""
    member = f"{chinese_numeral(number)}{form}"
    at = text.find(member, start, end)
    while at >= 0:
        if at == 0 or text[at - 1] in _STOPS:
            return text[at - 1] if at else "\n"
        at = text.find(member, at + 1, end)
    return ""
