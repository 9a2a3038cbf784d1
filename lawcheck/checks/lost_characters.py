"""Characters of which an encoding or recognition has left a question mark or a box."""

from bisect import bisect_left
from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.usual_headings import USUAL_HEADING

# An encoding writes ? for what it does not have. A sign of a question stands before a new sentence or a line end.
_MARKS = Pattern("\\?{1,20}", first="?")
_BEFORE = Pattern(f"[{HAN}“（《、]")
_AFTER = Pattern(f"[{HAN}，。、；：”）》]")
_CLAUSE = Pattern("[^，。；：？！?!\n]{0,40}\\Z")
_CLAUSE_REACH = 40
_QUESTION = Pattern("[吗呢么吧啊嘛何谁哪几怎啥否岂问]|多少|难道|(.)[不没]\\1|多[大长久高远]")
_ASKS = ("问：", "问:", "提问", "Q：", "Q:")
# A blank that the encoding did not have, at the head of a line, behind a stop or a heading:
# ??各村, 落实。?, 四、工作目标?
_BLANK = Pattern(
    f"(?m)(?:^[ \u3000]*|(?<=[，。；]))(?P<head>[?]{{1,20}})(?=[{HAN}])"
    f"|(?:(?<=[。；：])|^[ \u3000]*[（(]?[一二三四五六七八九十]{{1,3}}[、）)]{USUAL_HEADING})"
    "(?P<end>[?？]{1,20})(?=[ \u3000]*$)",
    needs=("?", "？"),
)
_BOX = Pattern("[□■〓]")
# Boxes to be ticked come in groups and stand close to each other: 是□否□.
_NEAR, _CLOSE = 12, 4


def lost_marks(text: str) -> Iterator[tuple[int, int]]:
    """Each run of question marks that ask nothing: 法治?府, 张?负责, 四、工作目标?"""
    for match in _BLANK.finditer(text):
        if not _QUESTION.search(match[0]):
            yield match.span("head" if match["head"] else "end")
    for match in _MARKS.finditer(text) if "?" in text else ():
        start, end = match.span()
        if not (_BEFORE.match(text[start - 1 : start]) and _AFTER.match(text, end)):
            continue
        # 点“?”看帮助 names the sign.
        if text[start - 1] in "“‘「" and text[end : end + 1] in ("”", "’", "」"):
            continue
        # 问：…是月薪工资?然后…: somebody asks.
        if text.startswith(_ASKS, text.rfind("\n", 0, start) + 1):
            continue
        clause = _CLAUSE.search(text[max(0, start - _CLAUSE_REACH) : start])
        if not (clause and _QUESTION.search(clause[0])):
            yield start, end


def lost_boxes(text: str) -> Iterator[tuple[int, int]]:
    """Each box in the middle of a sentence, where there are none to be ticked."""
    boxes = [match.start() for match in _BOX.finditer(text)]
    for index, at in enumerate(boxes):
        first = bisect_left(boxes, at - _NEAR, 0, index)
        around = boxes[first : index + 1 + _NEAR]
        if all(_is_inside(text, box) for box in around if abs(box - at) <= _NEAR) and not any(
            0 < abs(box - at) <= _CLOSE for box in around
        ):
            yield at, at + 1


def _is_inside(text: str, at: int) -> bool:
    return is_han(text[at - 1 : at]) and is_han(text[at + 1 : at + 2])
