"""How wide the tables of the body are, where the file fixes it; what Word or its readers work out is not told."""

from collections.abc import Iterator, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.formatting import is_outside_tables, twips
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, value, w
from lawcheck.text.layout import PlacedTable

_MILLIMETRES = 25.4 / 72


def read_tables(package: Package, paragraphs: Sequence[WordParagraph]) -> Iterator[PlacedTable]:
    """Every table of the body that has a width of its own, without those in tables and those that float."""
    body = child(package.xml(package.main), "body")
    wide = [] if body is None else [(table, width) for table in body.iter(w("tbl")) if (width := _width(table))]
    if not wide:
        return
    places = {p.element: (p.start, p.end) for p in paragraphs if p.part == package.main}
    for table, width in wide:
        properties = child(table, "tblPr")
        if child(properties, "tblpPr") is not None or not is_outside_tables(table):
            continue
        row = child(table, "tr")
        inside = [places[p] for p in (() if row is None else row.iter(w("p"))) if p in places]
        if inside:
            yield PlacedTable(inside[0][0], inside[-1][1], _left(properties), width, value(properties, "jc") or "left")


def _width(table: Element) -> float | None:
    """The width that the table itself names, or that its columns have where nothing may change them."""
    properties = child(table, "tblPr")
    named = child(properties, "tblW")
    kind = "auto" if named is None else named.get(w("type"), "dxa")
    if kind == "dxa" and named is not None and (points := twips(named.get(w("w")))):
        return points * _MILLIMETRES
    layout = child(properties, "tblLayout")
    if kind == "pct" or layout is None or layout.get(w("type")) != "fixed":
        return None
    grid = child(table, "tblGrid")
    columns = [twips(column.get(w("w"))) for column in (() if grid is None else grid.iterchildren(w("gridCol")))]
    known = [points for points in columns if points is not None]
    return sum(known) * _MILLIMETRES if known and len(known) == len(columns) else None


def _left(properties: Element | None) -> float:
    """How far right of the left edge of the text it begins."""
    indent = child(properties, "tblInd")
    points = twips(indent.get(w("w"))) if indent is not None and indent.get(w("type"), "dxa") == "dxa" else None
    return (points or 0.0) * _MILLIMETRES
