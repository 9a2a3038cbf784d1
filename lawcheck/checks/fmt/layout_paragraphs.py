"""FMT: line spacing and first lines of the text."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import LayoutPiece, Part, gathered, in_both, pieces, said
from lawcheck.errors import Words
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.house_style import HouseStyle
from lawcheck.text.edits import Edit
from lawcheck.text.layout import Grid, Layout, Said, Section, Spacing
from lawcheck.text.patterns import Pattern

_POINTS_OF_A_MILLIMETRE = 72 / 25.4
# Lines that are single-spaced take so much of the size of their characters.
_NATURAL = 1.3
# What rounding may hide: lines of exactly 29 points are a hair too high for 22 of them.
_SLACK = 0.1
_HALF_POINT = 0.5
_RULES = {"exact": Words("固定值 ", "exactly "), "atLeast": Words("最小值 ", "at least ")}
_POINTS = Words(" 磅", " pt")
_SPACES = Pattern("[ \u00a0\u3000]+")
_WIDE = "\u3000"
_NO_INDENT, _INDENT = 0.5, 1.5


def line_grid(document: Document, *, lines: int, characters: int) -> Iterator[Finding]:
    """FMT005: the line spacing of most of the text, where it does not give so many lines of so many characters."""
    texts = [piece for piece in pieces(document) if piece.part is Part.TEXT and _has_size(piece)]
    layout = document.layout
    if layout is None or not texts:
        return
    weights: Counter[tuple[Said[Spacing], Grid | None]] = Counter()
    first: dict[tuple[Said[Spacing], Grid | None], LayoutPiece] = {}
    for piece in texts:
        section = _section_at(layout, piece.start)
        key = (piece.paragraph.format.spacing, section and section.grid)
        weights[key] += piece.end - piece.start
        first.setdefault(key, piece)
    (spacing, grid), _ = weights.most_common(1)[0]
    piece = first[spacing, grid]
    section = _section_at(layout, piece.start)
    yield from _judged(spacing, section, piece, document.settings.layout, (lines, characters))


def _has_size(piece: LayoutPiece) -> bool:
    """Whether the file says how large the text is, and with it how far lines are apart by themselves."""
    return any(text.format.size.origin for text in piece.paragraph.texts)


def _judged(
    spacing: Said[Spacing], section: Section | None, piece: LayoutPiece, house: HouseStyle, wanted: tuple[int, int]
) -> Iterator[Finding]:
    size = piece.paragraph.texts[0].format.size.value
    grid = section.grid if section and spacing.value.on_grid else None
    pitch = _pitch(spacing.value, grid, size)
    values = in_both(found=_name(spacing.value, grid), origin=said(spacing.origin))
    if house.line_spacing is not None:
        if abs(pitch - house.line_spacing) > _HALF_POINT:
            yield gathered([(piece.start, piece.end)], {**values, "wanted": f"{house.line_spacing:g}"}, "house")
        return
    character = grid.character if grid and grid.character else None
    due = _due_area(house)
    # What wrong margins or a wrong size do is said of them.
    as_due = (_fitting(due[0], pitch), _fitting(due[1], character) if character else wanted[1])
    if as_due != wanted:
        height, width = _area(section) or due
        shown = {"lines": _fitting(height, pitch), "characters": _fitting(width, character or size)}
        shown |= {"wanted_lines": wanted[0], "wanted_characters": wanted[1], "points": round(due[0] / wanted[0])}
        yield gathered([(piece.start, piece.end)], {**values, **shown})


def _fitting(length: float, each: float) -> int:
    """How many lines or characters fit into a length."""
    return math.floor(length / each + _SLACK)


def _due_area(house: HouseStyle) -> tuple[float, float]:
    """The height and width of the text on a page of the house, in points."""
    height = 297 - house.margin_top - house.margin_bottom
    width = 210 - house.margin_left - house.margin_right
    return height * _POINTS_OF_A_MILLIMETRE, width * _POINTS_OF_A_MILLIMETRE


def _area(section: Section | None) -> tuple[float, float] | None:
    """The height and width of the text on a page of a section, in points; None where the file does not say them."""
    if section is None:
        return None
    height, top, bottom = section.height, section.top, section.bottom
    width, left, right = section.width, section.left, section.right
    if height is None or top is None or bottom is None or width is None or left is None or right is None:
        return None
    # Margins that leave nothing are no text area.
    area = (height - top - bottom) * _POINTS_OF_A_MILLIMETRE, (width - left - right) * _POINTS_OF_A_MILLIMETRE
    return area if min(area) > 0 else None


def _pitch(spacing: Spacing, grid: Grid | None, size: float) -> float:
    """How far lines of characters of a size are apart."""
    if spacing.rule == "exact" and spacing.amount:
        return spacing.amount
    natural = size * _NATURAL
    if grid:
        natural = math.ceil(natural / grid.line) * grid.line
    return max(spacing.amount, natural) if spacing.rule == "atLeast" else natural * (spacing.amount or 1.0)


def _name(spacing: Spacing, grid: Grid | None) -> Words:
    if spacing.rule in _RULES:
        return _RULES[spacing.rule] + f"{spacing.amount:g}" + _POINTS
    lines = f"{spacing.amount:.3g}"
    name = Words("单倍行距", "single") if spacing.amount == 1 else Words(f"{lines} 倍行距", f"{lines} lines")
    if grid:
        name += Words("、文档网格每行 ", ", on a grid of ") + f"{grid.line:g}" + _POINTS
    return name


def _section_at(layout: Layout, offset: int) -> Section | None:
    index = bisect_right(layout.sections, offset, key=lambda section: section.end)
    return layout.sections[index] if index < len(layout.sections) else None


def first_line_indent(document: Document) -> Iterator[Finding]:
    """FMT006: paragraphs that do not begin two characters in, or do so by spaces, or by both."""
    text = document.view.source_text
    found: dict[str, list[tuple[int, int]]] = {"default": [], "spaces": [], "both": []}
    total = 0
    for piece in pieces(document):
        paragraph = piece.paragraph
        if piece.part is Part.TITLE or paragraph.format.alignment.value in ("center", "right", "distribute"):
            continue
        total += 1
        indent = paragraph.format.indent.value
        spaces = _SPACES.match(text, paragraph.body_start, paragraph.end)
        if indent is None or text.startswith("\t", paragraph.body_start):
            continue
        if spaces and _width(spaces[0]) >= 1 and (indent < _NO_INDENT or indent >= _INDENT):
            found["spaces" if indent < _NO_INDENT else "both"].append(spaces.span())
        elif (
            not spaces
            and piece.part is Part.TEXT
            and abs(indent) < _NO_INDENT
            and abs(paragraph.format.left) < _NO_INDENT
        ):
            found["default"].append((max(piece.start, paragraph.body_start), piece.end))
    for variant, spans in found.items():
        if variant == "both":
            # Each can be fixed without the others.
            yield from (Finding(*span, {}, variant, (Edit(*span, ""),), in_source=True) for span in spans)
        elif spans:
            yield gathered(spans, {}, variant, total)


def _width(spaces: str) -> float:
    """How many characters spaces take."""
    return sum(1.0 if space == _WIDE else 0.5 for space in spaces)
