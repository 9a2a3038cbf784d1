"""Paragraphs from lines: a line goes on with the next where the next could not begin in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lawcheck.reading.paged.glyphs import Glyph
from lawcheck.reading.paged.page_lines import CLOSING, Line
from lawcheck.reading.paged.text_area import FLUSH_RIGHT, OTHER_SIZE, TextArea

_OPENING = "“‘（《〈〔【「『〖［｛([{<"
_WORD = re.compile("[!-~×÷±‰°]+")
_CHAPTER = re.compile(
    "第[一二三四五六七八九十百千零〇0-9]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    "|[0-9]{1,2}(?:[.．、](?![0-9])|[）)])|附件|附：|抄送|主办单位|主题词|[●•○■◆]"
)
# What stands before the text of an item, below which the other lines of it may begin.
_MARKER = re.compile(
    "(?:附件[：:] *)?[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[.．、）)](?![0-9]) *| +)"
    "|附件[：:] *|[●•·○■◆-] *"
)
_ALONE = re.compile("附件[0-9一二三四五六七八九十]{0,3}[：:]?")
_STOPS = "。；！？：”"
_ENDS = _STOPS + "）)"
# What a line may lack beyond the width of what did not fit, in sizes: blanks of justified lines, hanging marks.
SLACK = 0.6
# Lines that begin at places this near begin alike.
_ALIKE, _FLUSH = 0.6, 0.3
# How far a first line stands to the right, and how far at most, in sizes.
_INDENT, _MOST_INDENT = 1.2, 3.2
# What begins beyond this part of the width is set to the right, and its lines are lines of their own.
_RIGHT_PART = 0.35


class Placed(NamedTuple):
    """A line in its text area."""

    line: Line
    area: TextArea

    @property
    def indent(self) -> int:
        """How far from the left edge it begins."""
        return self.line.left - self.area.left

    @property
    def is_flush(self) -> bool:
        """Whether it begins at the left edge."""
        return self.indent < _INDENT * self.line.size

    @property
    def is_paragraph(self) -> bool:
        """Whether it begins where paragraphs do."""
        return self.area.indented and not self.is_flush and self.indent <= _MOST_INDENT * self.line.size


def goes_on(before: Placed, here: Placed, after: Placed | None, starts: bool, ruled: bool = False) -> bool:
    """Whether a line continues the paragraph of the one before, which `starts` it or not.

    `ruled` says that a line is drawn between them, `after` is what comes next.
    """
    line, area = before.line, before.area
    size = here.line.size
    if ruled or abs(line.size - size) > OTHER_SIZE * max(line.size, size) or _is_far(before, here):
        return False
    if _are_title(before, here):
        return area.right - area.left - (line.right - line.left) <= unit_width(here.line) + SLACK * size
    if area.hanging and (here.is_flush or here.indent <= _MOST_INDENT * size):
        return not here.is_flush and area.right - line.right <= _most_room(before, here)
    is_block = not starts and before.indent > size and abs(here.indent - before.indent) <= _FLUSH * size
    is_block = is_block or (starts and (_is_below_text(before.line, here.line) or _hangs(before, here)))
    centred = not is_block and _is_centred(before)
    # Room that a centred line leaves on its left counts as well: it is as much again on the right.
    room = area.right - line.right + (before.indent if centred else 0)
    if room > _most_room(before, here) or (line.text[-1] in _OPENING and room > 4 * size):
        return False
    if area.justified and not centred and room > _unjustified(line):
        return False
    if is_block:
        return not here.is_paragraph or _goes_on_there(before, here, after)
    if _is_centred(here) and here.indent > size:
        return centred or (starts and before.is_flush and not _CHAPTER.match(here.line.text))
    if centred and before.indent > _MOST_INDENT * size:
        return False
    if not (_begins_alike(before, here, after) if starts else _stays(before, here)):
        return False
    if line.text[-1] in _ENDS and (_is_item(here, after) or (starts and before.is_flush and _are_items(before, here))):
        return False
    return not _ALONE.fullmatch(here.line.text) and not (
        _CHAPTER.match(here.line.text)
        and line.text[-1] in _ENDS
        and not area.indented
        and not (area.parted and line.page == here.line.page and line.base < here.line.base)
    )


def _is_far(before: Placed, here: Placed) -> bool:
    """Whether the lines stand farther apart than those of a paragraph."""
    line, area = before.line, before.area
    gap = here.line.base - line.base
    if line.page != here.line.page or gap <= 0:
        return False
    is_body = abs(here.line.size - area.size) <= OTHER_SIZE * area.size
    if area.parted and is_body and gap >= area.parted:
        return True
    return gap > 1.3 * max(area.pitch * max(1.0, here.line.size / area.size), 1.15 * here.line.size)


def _are_title(before: Placed, here: Placed) -> bool:
    """Whether both lines are larger than the text, and centred."""
    size = here.line.size
    middles = [each.line.left + each.line.right - each.area.left - each.area.right for each in (before, here)]
    return size > (1 + OTHER_SIZE) * here.area.size and all(abs(each) <= 1.2 * size for each in middles)


def _most_room(before: Placed, here: Placed) -> float:
    """How much room a line may leave that goes on."""
    return unit_width(here.line) + (0.1 if before.line.text[-1] in _STOPS else SLACK) * here.line.size


def _unjustified(line: Line) -> float:
    """How much room a line of a justified text leaves at most that goes on: a mark may take half its width."""
    return (SLACK if line.text[-1] in CLOSING else 2 * FLUSH_RIGHT) * line.size


def _stays(before: Placed, here: Placed) -> bool:
    """Whether a line begins where the one before did, which is not the first of its paragraph."""
    return abs(here.indent - before.indent) <= _ALIKE * here.line.size or (before.is_flush and here.is_flush)


def _begins_alike(before: Placed, here: Placed, after: Placed | None) -> bool:
    """Whether a line may be the second of the paragraph that begins with the one before."""
    size = here.line.size
    shift = here.indent - before.indent
    if before.is_flush and here.is_flush:
        return True
    if before.indent > _RIGHT_PART * (before.area.right - before.area.left):
        return False
    if abs(shift) <= _ALIKE * size:  # a paragraph that stands farther right as a whole
        return before.indent >= _MOST_INDENT * size
    if shift > 0 or not (here.is_flush or -shift >= _INDENT * size):
        return False
    if here.is_paragraph and not before.is_paragraph:
        return _goes_on_there(before, here, after)
    return True


def _goes_on_there(before: Placed, here: Placed, after: Placed | None) -> bool:
    """Whether a line that begins where paragraphs do goes on with one that stands farther right as a whole."""
    if _CHAPTER.match(here.line.text) and before.line.text[-1] in _STOPS:
        return False
    if after and here.area.right - here.line.right <= 2 * here.line.size and after.line.size == here.line.size:
        if not after.is_flush:
            return True
        if not _MARKER.match(after.line.text):
            return False
    return before.line.text[-1] not in _STOPS


def _is_item(here: Placed, after: Placed | None) -> bool:
    """Whether a line begins with a number that is set apart from its text, by a gap or by the lines below."""
    marker = _MARKER.match(here.line.text)
    if marker is None:
        return False
    if marker[0].endswith(" "):
        return True
    return after is not None and (_is_below_text(here.line, after.line) or _hangs(here, after))


def _are_items(before: Placed, here: Placed) -> bool:
    """Whether two lines that begin at one place both begin with a number."""
    return all(_MARKER.match(each.line.text) for each in (before, here))


def _is_below_text(before: Line, line: Line) -> bool:
    """Whether a line begins below the text of an item, to the right of its number."""
    marker = _MARKER.match(before.text)
    if not marker or _MARKER.match(line.text) or marker.end() >= len(before.text):
        return False
    glyph = before.glyphs[marker.end()]
    # A long number may push the text on beyond where the lines below it begin.
    near = _ALIKE * line.size
    return glyph is not None and before.left + near < line.left <= glyph.left + near


def _hangs(before: Placed, here: Placed) -> bool:
    """Whether a line stands to the right of an item that begins at the left edge, where paragraphs begin."""
    if not before.is_flush or not here.is_paragraph or _MARKER.match(here.line.text):
        return False
    return _MARKER.match(before.line.text) is not None


def unit_width(line: Line) -> float:
    """How wide that is with which a line begins, and that must not be broken."""
    text = line.text
    at = 0
    while at < len(text) - 1 and text[at] in _OPENING:
        at += 1
    word = _WORD.match(text, at)
    at = word.end() if word else at + 1
    while at < len(text) and text[at] in CLOSING:
        at += 1
    if text[at - 1] in CLOSING and (word := _WORD.match(text, at)):  # some break no line before figures after a comma
        at = word.end()
    if text[at - 1] in "”’":  # a line breaks neither before nor after a quotation mark
        at += 1
    elif at < len(text) and text[at] in "“‘":
        at += 2
    seen: Sequence[Glyph] = [glyph for glyph in line.glyphs[:at] if glyph]
    return seen[-1].right - seen[0].left if seen else line.size


def _is_centred(placed: Placed) -> bool:
    line, area = placed
    left, right = line.left - area.left, area.right - line.right
    # Where paragraphs begin two characters to the right, a line that does so is one of them.
    is_first = area.indented and 1.5 * line.size <= left <= 2.5 * line.size
    return abs(left - right) <= 0.8 * line.size and left > 0.4 * line.size and not is_first
