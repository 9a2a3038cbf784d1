"""What stands on pages beside the text: numbers of pages, running heads, and notes below the text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from lawcheck.reading.paged.glyphs import Glyph, Ruled, SeenPage
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
# What a note begins with.
_NOTE = re.compile(r"[\[［〔(（【]?(?:[0-9]{1,3}|[①-⑳]|[*＊※†‡#]|注|[a-z]\b)[\]］〕)）】]?")
# A mark of a note is at most so large beside its text, and raised by at least so much of its size.
_MARK_SIZE, _MARK_RAISED = 0.75, 0.15
_DIGITS = re.compile(r"[0-9０-９]+")
# What stands at the same place of so many pages is a running head.
_SEVERAL = 3
# Of what stands at that place at most this part stands there on no other page.
_FEW = 0.2
# Notes are smaller than the text by this much.
_SMALLER = 0.93


def furniture_of(pages: Sequence[Sequence[Line]], seen: Sequence[SeenPage]) -> set[Line]:
    """The lines of pages that are page numbers and running heads."""
    edges = [
        [line for line in lines if line.base < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height]
        for lines, page in zip(pages, seen, strict=True)
    ]
    outermost = [
        line
        for near, lines in zip(edges, pages, strict=True)
        for line in near
        if line.base in (lines[0].base, max(each.base for each in lines))
    ]
    small = _SMALLER * _body(pages)
    found = _repeated(edges, outermost, seen, small) | _of_two_sides(outermost, seen, small)
    # Numbers of pages go up with them; other numbers are those of items and of the rows of tables.
    shifts = Counter(int(line.text) - line.page for line in outermost if line.text.isdecimal())
    for line in outermost:
        shift = int(line.text) - line.page if line.text.isdecimal() else 0
        if _is_printed(line.text) and (shift == 0 or shifts[shift] > 1 or len(pages) == 1):
            found.add(line)
    return found


def _repeated(
    edges: Sequence[Sequence[Line]], outermost: Sequence[Line], seen: Sequence[SeenPage], small: float
) -> set[Line]:
    """What stands at one place of several pages, where hardly any other text stands."""
    names = Counter(name for near in edges for name in {_name(line) for line in near})
    lonely = Counter(place for (_, place), count in names.items() if count == 1)
    filled = Counter(place for _, place in names.elements())
    found: set[Line] = set()
    for near, page in zip(edges, seen, strict=True):
        for line in near:
            often, place = names[_name(line)], _place(line)
            # Of two pages both may begin with one title; a running head is smaller than the text, or above its area.
            is_on_all = often == len(seen) and line in outermost and (line.size <= small or _is_at_edge(line, page))
            is_alone = lonely[place] <= _FEW * filled[place]
            if often > 1 and (is_on_all or (is_alone and often >= _SEVERAL and often >= 0.4 * len(seen))):
                found.add(line)
    return found


def _of_two_sides(outermost: Sequence[Line], seen: Sequence[SeenPage], small: float) -> set[Line]:
    """Small running heads of which the left-hand pages have another than the right-hand ones."""
    places: dict[int, list[Line]] = {}
    for line in outermost:
        if line.size <= small:
            places.setdefault(_place(line), []).append(line)
    found: set[Line] = set()
    for lines in places.values():
        on_sides = [{_name(line) for line in lines if line.page % 2 == side} for side in (0, 1)]
        is_sure = len(seen) > 2 or all(_is_at_edge(line, seen[0]) for line in lines)
        if len(lines) == len(seen) > 1 and is_sure and all(len(names) == 1 for names in on_sides):
            found.update(lines)
    return found


def _is_at_edge(line: Line, page: SeenPage) -> bool:
    return not _EDGE * page.height < line.base < (1 - _EDGE) * page.height


def _body(pages: Sequence[Sequence[Line]]) -> int:
    """The size of most of the text."""
    sizes = sorted(line.size for lines in pages for line in lines for _ in line.text)
    return sizes[len(sizes) // 2] if sizes else 0


def _is_printed(text: str) -> bool:
    """Whether it looks like the number of a page, or like what a browser prints around it."""
    is_number = _NUMBER.fullmatch(text) and any(char.isdigit() for char in text)
    return bool(is_number or _PRINTED.fullmatch(text))


def _name(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), _place(line)


def _place(line: Line) -> int:
    return round(line.base / 60)


def notes_of(
    lines: Sequence[Line], ruled: Sequence[Ruled], page: SeenPage, body: int, gutter: int | None
) -> list[Line]:
    """The lines of a page that are notes: small ones below a short rule, the first with its mark.

    Each of two columns has its own.
    """
    if gutter is not None:
        parts = [[line for line in lines if (line.left < gutter) is is_left] for is_left in (True, False)]
        rules = [[rule for rule in ruled if (rule.left < gutter) is is_left] for is_left in (True, False)]
        return [line for part, rule in zip(parts, rules, strict=True) for line in _notes(part, rule, page, body)]
    return _notes(lines, ruled, page, body)


def _notes(lines: Sequence[Line], ruled: Sequence[Ruled], page: SeenPage, body: int) -> list[Line]:
    for rule in sorted(ruled, key=lambda each: -each.top):
        length = rule.right - rule.left
        if not rule.is_level or not 300 <= length <= 0.5 * page.width or rule.top < _MARGIN * page.height:
            continue
        below = [line for line in lines if line.base > rule.top]
        if below and _NOTE.match(below[0].text) and all(line.size <= _SMALLER * body for line in below):
            return below
    return []


def without_marks(line: Line, notes: Sequence[Line]) -> Line:
    """A line without the raised marks that these notes begin with."""
    marks = {match[0] for note in notes if (match := _NOTE.match(note.text))}
    kept: list[tuple[str, Glyph | None]] = []
    for is_raised, run in groupby(zip(line.text, line.glyphs, strict=True), key=lambda pair: _is_raised(pair[1], line)):
        pairs = list(run)
        if not is_raised or "".join(char for char, _ in pairs) not in marks:
            kept += pairs
    if not kept:
        return line
    return line._replace(text="".join(char for char, _ in kept), glyphs=tuple(glyph for _, glyph in kept))


def _is_raised(glyph: Glyph | None, line: Line) -> bool:
    if glyph is None or glyph.size > _MARK_SIZE * line.size:
        return False
    return line.base - glyph.base >= _MARK_RAISED * line.size
