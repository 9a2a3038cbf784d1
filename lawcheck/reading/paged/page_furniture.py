"""What stands on pages beside the text: numbers of pages, running heads, and notes below the text."""

import re
from collections import Counter
from collections.abc import Sequence

from lawcheck.reading.paged.glyphs import Ruled, SeenPage
from lawcheck.reading.paged.page_lines import Line

# Page numbers and running heads stand in these parts of a page, above and below.
_MARGIN = 0.13
# Text begins and ends farther from the edge of the paper than this part of its height.
_EDGE = 0.075
_NUMBER = re.compile(
    r"[-—–－─·•~～\s]*(?:第\s*)?[0-9０-９一二三四五六七八九十ivxIVX]{1,4}\s*(?:页)?"
    r"(?:\s*[/／,，]?\s*共?\s*[0-9０-９]{1,4}\s*页?)?[-—–－─·•~～\s]*"
)
# What browsers print above and below a page: its address, and when it was printed.
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+[0-9]+/[0-9]+)?"
    r"|[0-9]{1,4}[/年.-][0-9]{1,2}[/月.-][0-9]{1,4}日?[,，\s]*(?:[上下]午)?\s*[0-9]{1,2}:[0-9]{2}\b.*"
)
_DIGITS = re.compile(r"[0-9０-９]+")
# What stands at the same place of so many pages is a running head.
_SEVERAL = 3
# Notes are smaller than the text by this much.
_SMALLER = 0.93


def furniture_of(pages: Sequence[Sequence[Line]], seen: Sequence[SeenPage]) -> set[Line]:
    """The lines of pages that are page numbers and running heads."""
    found: set[Line] = set()
    repeated: Counter[tuple[str, int]] = Counter()
    edges: list[list[Line]] = []
    for lines, page in zip(pages, seen, strict=True):
        near = [line for line in lines if line.base < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height]
        edges.append(near)
        repeated.update({_name(line) for line in near})
    outermost = [
        line
        for near, lines in zip(edges, pages, strict=True)
        for line in near
        if line.base in (lines[0].base, max(each.base for each in lines))
    ]
    # Numbers of pages go up with them; other numbers are those of items and of the rows of tables.
    shifts = Counter(int(line.text) - line.page for line in outermost if line.text.isdecimal())
    small = _SMALLER * _body(pages)
    for near, page in zip(edges, seen, strict=True):
        for line in near:
            often = repeated[_name(line)]
            # Of two pages both may begin with one title; a running head is smaller than the text, or above its area.
            is_apart = line.size <= small or not _EDGE * page.height < line.base < (1 - _EDGE) * page.height
            is_on_both = often == len(pages) and line in outermost and is_apart
            if often > 1 and (is_on_both or (often >= _SEVERAL and often >= 0.4 * len(pages))):
                found.add(line)
    for line in outermost:
        shift = int(line.text) - line.page if line.text.isdecimal() else 0
        if _is_printed(line.text) and (shift == 0 or shifts[shift] > 1 or len(pages) == 1):
            found.add(line)
    return found


def _body(pages: Sequence[Sequence[Line]]) -> int:
    """The size of most of the text."""
    sizes = sorted(line.size for lines in pages for line in lines for _ in line.text)
    return sizes[len(sizes) // 2] if sizes else 0


def _is_printed(text: str) -> bool:
    """Whether it looks like the number of a page, or like what a browser prints around it."""
    is_number = _NUMBER.fullmatch(text) and any(char.isdigit() for char in text)
    return bool(is_number or _PRINTED.fullmatch(text))


def _name(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.base / 60)


def notes_of(lines: Sequence[Line], ruled: Sequence[Ruled], page: SeenPage, body: int) -> list[Line]:
    """The lines of a page that are notes: small ones below a short rule."""
    for rule in sorted(ruled, key=lambda each: -each.top):
        length = rule.right - rule.left
        if not rule.is_level or not 300 <= length <= 0.5 * page.width or rule.top < 0.3 * page.height:
            continue
        below = [line for line in lines if line.base > rule.top]
        if below and all(line.size <= _SMALLER * body for line in below):
            return below
    return []
