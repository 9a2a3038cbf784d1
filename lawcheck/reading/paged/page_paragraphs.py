"""Paragraphs from lines: a line goes on with the next where the next could not begin in it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Glyph
from lawcheck.reading.paged.page_lines import Line

_OPENING = "“‘（《〈〔【「『〖［｛([{<"
_CLOSING = "，。、；：？！”’）》〉〕】」』〗］｝…—)]}>,.;:?!%％"
_WORD = re.compile(r"[A-Za-z0-9.@:/_\-]+")
_CHAPTER = re.compile(
    "第[一二三四五六七八九十百千零〇0-9]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    "|[0-9]{1,2}(?:[.．、](?![0-9])|[）)])|附件|附：|抄送|主办单位|主题词"
)
_STOPS = "。；！？：”"
# Sizes that differ by more than this are of two paragraphs.
_OTHER_SIZE = 0.12
# What a line may lack beyond the width of what did not fit, in sizes: blanks of justified lines, hanging marks.
SLACK = 0.6


class TextArea(NamedTuple):
    """The text area that a line stands in: its edges, the size of its characters, and the distance of its lines.

    `indented` says that paragraphs begin two characters to the right.
    """

    left: int
    right: int
    size: int
    pitch: int
    indented: bool


def measure(lines: Sequence[Line]) -> TextArea:
    """What lines of one column have in common."""
    size = _middle([line.size for line in lines])
    body = [line for line in lines if abs(line.size - size) <= _OTHER_SIZE * size] or list(lines)
    # A mark at the end may hang over the edge.
    plain = [line for line in body if line.text[-1] not in _CLOSING]
    rights = sorted(line.right for line in (plain if len(plain) >= 0.3 * len(body) else body))
    right = rights[max(0, round(len(rights) * 0.97) - 1)] if len(rights) >= 20 else rights[-1]
    lefts = sorted(line.left for line in body)
    left = lefts[min(len(lefts) - 1, round(len(lefts) * 0.02))]
    gaps = [b.base - a.base for a, b in pairwise(body) if a.page == b.page and b.base > a.base]
    starts = [line for line in body if 1.2 * line.size <= line.left - left <= 3.2 * line.size]
    return TextArea(
        left, right, size, sorted(gaps)[len(gaps) // 5] if gaps else 2 * size, len(starts) >= max(2, 0.08 * len(body))
    )


def goes_on(before: Line, area: TextArea, line: Line, next_area: TextArea, starts: bool) -> bool:
    """Whether a line continues the paragraph of the one before, which `starts` it or not."""
    if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return False
    same_page = before.page == line.page and line.base > before.base
    if same_page and line.base - before.base > 1.3 * max(
        area.pitch * max(1.0, line.size / area.size), 1.15 * line.size
    ):
        return False
    indent = line.left - next_area.left
    size = line.size
    # Room that a centred line leaves on its left counts as well: it is as much again on the right.
    before_indent = before.left - area.left
    centred = _is_centred(before, area)
    room = area.right - before.right + (before_indent if centred else 0)
    if room > unit_width(line) + SLACK * size or (before.text[-1] in _OPENING and room > 4 * size):
        return False
    if _is_centred(line, next_area) and indent > size:
        return centred or (starts and before_indent < 1.2 * size)
    if indent >= 1.2 * size:
        # A paragraph that stands farther right as a whole.
        return abs(line.left - before.left) <= 0.3 * size and before_indent >= 3.2 * size
    if centred and before_indent > 3.2 * size:
        return False
    return not (_CHAPTER.match(line.text) and before.text[-1] in _STOPS and not area.indented)


def unit_width(line: Line) -> float:
    """How wide that is with which a line begins, and that must not be broken."""
    text = line.text
    at = 0
    while at < len(text) - 1 and text[at] in _OPENING:
        at += 1
    word = _WORD.match(text, at)
    at = word.end() if word else at + 1
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    if text[at - 1] in "”’":  # a line breaks neither before nor after a quotation mark
        at += 1
    elif at < len(text) and text[at] in "“‘":
        at += 2
    seen: list[Glyph] = [glyph for glyph in line.glyphs[:at] if glyph]
    return seen[-1].right - seen[0].left if seen else line.size


def _is_centred(line: Line, area: TextArea) -> bool:
    left, right = line.left - area.left, area.right - line.right
    # Where paragraphs begin two characters to the right, a line that does so is one of them.
    is_first = area.indented and 1.5 * line.size <= left <= 2.5 * line.size
    return abs(left - right) <= 0.8 * line.size and left > 0.8 * line.size and not is_first


def _middle(values: Sequence[int]) -> int:
    return sorted(values)[len(values) // 2]
