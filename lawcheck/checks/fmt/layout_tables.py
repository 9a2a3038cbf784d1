"""FMT: tables that do not fit on their pages."""

from bisect import bisect_right
from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import gathered, official_layout
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.layout import PlacedTable, Section

# Word lets tables reach into the margins by the margins of their cells, and people round.
_SLACK = 5.0


def wide_table(document: Document) -> Iterator[Finding]:
    """FMT016: tables that the paper cuts off, and in official documents those that reach into the margins."""
    layout = document.layout
    if layout is None or not layout.tables:
        return
    keeps_margins = official_layout(document) is not None
    found: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for table in layout.tables:
        index = bisect_right(layout.sections, table.start, key=lambda section: section.end)
        section = layout.sections[min(index, len(layout.sections) - 1)] if layout.sections else None
        if section is None or section.columns > 1:
            continue
        wide = _wide(table, section)
        if wide and (wide[0] == "cut" or keeps_margins):
            found.setdefault(wide, []).append((table.start, table.end))
    for (variant, width, room), spans in found.items():
        yield gathered(spans, {"width": width, "room": room}, variant)


def _wide(table: PlacedTable, section: Section) -> tuple[str, int, int] | None:
    """How it is too wide, its width, and how much room there is."""
    width, left, right = section.width, section.left, section.right
    if width is None or left is None or right is None:
        return None
    room = width - left - right
    over = {"center": (room - table.width) / 2, "right": room - table.width, "end": room - table.width}
    start = left + over.get(table.alignment, table.left)
    if start < -_SLACK or start + table.width > width + _SLACK:
        return "cut", round(table.width), round(width)
    if table.width > room + 2 * _SLACK:
        return "default", round(table.width), round(room)
    return None
