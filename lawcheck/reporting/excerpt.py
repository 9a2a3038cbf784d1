"""A line of the document with a place marked under it, right for wide characters, safe for a terminal."""

import re
import unicodedata
from functools import cache

MAX_WIDTH = 96
_MARGIN = 24
_NEAR_START = 60
_LINE_END = re.compile(r"[\r\n]")
_ELLIPSIS = "…"
# Their width depends on the font; among Chinese characters they are drawn as wide as these.
_WIDE_HERE = frozenset("“”‘’…—·※○●①②③④⑤⑥⑦⑧⑨⑩")


@cache
def char_width(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if character < "\x7f":
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" or character in _WIDE_HERE else 1


def text_width(text: str) -> int:
    """How many columns a printable text takes."""
    return sum(map(char_width, text))


def visible(text: str) -> str:
    """The text with its control and format characters made visible, one for one, and odd spaces plain."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else _picture(c) for c in text)


def _picture(character: str) -> str:
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def clipped(text: str, width: int) -> str:
    """The text, cut off with … where it takes more columns than these."""
    if text_width(text) <= width:
        return text
    kept = taken = 0
    while (taken := taken + char_width(text[kept])) <= width - 2:
        kept += 1
    return text[:kept] + _ELLIPSIS


def marked(text: str, line_start: int, start: int, end: int) -> tuple[str, str]:
    """The line of a place, windowed around it when it is long, and the carets to be written under it.

    All three are offsets into the text. An empty place is marked with one caret before its next character, one over
    several lines in its first line. However long the line is, only what is shown is looked at.
    """
    first = _first_shown(text, line_start, start)
    stop = _LINE_END.search(text, start, start + MAX_WIDTH)
    line_end = stop.start() if stop else min(len(text), start + MAX_WIDTH)
    last = _last_shown(text, first, line_end)
    before = (_ELLIPSIS if first > line_start else "") + visible(text[first:start])
    place = visible(text[start : max(start, min(end, last))])
    after = visible(text[start + len(place) : last]) + ("" if stop and last == line_end else _ELLIPSIS)
    if last == len(text):
        after = after.removesuffix(_ELLIPSIS)
    return (before + place + after).rstrip(), " " * text_width(before) + "^" * max(1, text_width(place))


def _first_shown(text: str, line_start: int, start: int) -> int:
    """The start of the line where the place is near it, else a margin before the place."""
    if start - line_start <= _NEAR_START and text_width(text[line_start:start]) <= _NEAR_START:
        return line_start
    first, width = start, 0
    while first > line_start and width < _MARGIN and start - first < _MARGIN:
        first -= 1
        width += char_width(text[first])
    return first


def _last_shown(text: str, first: int, line_end: int) -> int:
    last, width = first, 0
    while last < line_end and width < MAX_WIDTH:
        width += char_width(text[last])
        last += 1
    return last
