"""The outcome of a document as bytes that can be kept; reading them back runs nothing.

Two blocks: what was found, as plain data, and the structure, which is read only when a report asks for it.
"""

import json
import zlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from lawcheck.checks.checked import Checked, Parsed
from lawcheck.reading import FileContent
from lawcheck.reading.formats import named
from lawcheck.reading.storage import printable
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.pages import PageLine, Pages
from lawcheck.text.source import Cell, Source, Table

# Structures take long to import, and what was found before is told without any.
if TYPE_CHECKING:
    from lawcheck.structure.document import Document

# Fast; the sum of its checks is what matters.
_LEVEL = 1
# How many bytes tell the length of the first block.
_LENGTH = 4


def pack(checked: Checked) -> bytes:
    """The outcome as bytes. The text is in them only where it takes long to get it out of the file.

    The layout of a Word file was needed for the check and is not kept, nor the edges of characters on their pages.
    """
    from lawcheck.running.structure_record import pack_structure

    source = checked.source
    values = {
        "kind": checked.kind,
        "scanned": checked.scanned,
        "suppressed": checked.suppressed,
        "issues": [_issue_row(issue) for issue in checked.diagnostics],
        "format": source.format.name,
        "text": source.text if source.format.keeps_text else None,
        "labels": source.labels,
        "tables": [[[_cell_row(cell) for cell in row] for row in table.rows] for table in source.tables],
        "body_end": source.body_end,
        "pages": _pages_row(source.pages) if source.pages else None,
        "read_off": source.scanned,
    }
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    found = zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)
    structure = zlib.compress(pack_structure(checked.document, source), _LEVEL)
    return len(found).to_bytes(_LENGTH) + found + structure


def unpack(packed: bytes, path: str, content: FileContent, original: bool) -> Checked:
    """The outcome in these bytes, for the file whose content it is; raises ValueError when they are damaged."""
    start, end = _LENGTH, _LENGTH + int.from_bytes(packed[:_LENGTH])
    try:
        values = json.loads(zlib.decompress(packed[start:end]).decode("utf-8", "surrogatepass"))
        source = content.source(path, original) if values["text"] is None else _kept_source(values, path)
        kind, issues = Kind(values["kind"]), [_issue(*row) for row in values["issues"]]
        parsed, scanned = Parsed(partial(_structure, packed[end:], source, kind)), tuple(map(str, values["scanned"]))
        return Checked(source, kind, issues, parsed, Counter(values["suppressed"]), scanned=scanned)
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise ValueError("a damaged record") from error


def _kept_source(values: dict[str, Any], path: str) -> Source:
    labels = tuple((start, end) for start, end in values["labels"])
    tables = tuple(map(_table, values["tables"]))
    pages, scanned = _pages(values["pages"]) if values["pages"] else None, values["read_off"]
    kept = Source(values["text"], printable(path), "", labels=labels, tables=tables, body_end=values["body_end"])
    kept = replace(kept, pages=pages, scanned=scanned)
    found = named(values["format"])
    if found is None:
        raise ValueError(values["format"])
    return replace(kept, format=found)


def _structure(packed: bytes, source: Source, kind: Kind) -> "Document":
    from lawcheck.running.structure_record import unpack_structure

    try:
        return unpack_structure(zlib.decompress(packed), source)
    except (zlib.error, ValueError):  # damaged: as if it were not there
        from lawcheck.pipeline import parse

        return parse(source, kind)


def _issue_row(issue: Issue) -> list[Any]:
    places = [_place_row(place) for place in issue.places]
    said = [issue.variant, issue.values, issue.safety, issue.more]
    return [issue.code, issue.name, issue.severity, places, *said]


def _place_row(place: IssuePlace) -> list[Any]:
    if not (place.edits or place.related or place.is_label or place.said):
        return [place.start, place.end]
    edits = [[edit.start, edit.end, edit.content] for edit in place.edits]
    return [place.start, place.end, edits, place.related, place.is_label, place.said]


def _cell_row(cell: Cell) -> list[Any]:
    return [cell.column, cell.width, cell.start, cell.end, cell.at, cell.continued]


def _pages_row(pages: Pages) -> list[Any]:
    return [*pages[:2], *pages[3:]]


def _pages(row: list[Any]) -> Pages:
    lines, sizes, recognised, doubtful, furniture, slants = row
    pairs = [tuple(map(tuple, each)) for each in (sizes, doubtful, furniture, slants)]
    return Pages(tuple(PageLine(*line) for line in lines), pairs[0], array("i"), tuple(recognised), *pairs[1:])


def _table(rows: list[list[list[Any]]]) -> Table:
    return Table(tuple(tuple(Cell(*cell) for cell in row) for row in rows))


def _issue(
    code: str,
    name: str,
    severity: str,
    places: list[list[Any]],
    variant: str,
    values: dict[str, str | int | float],
    safety: str | None,
    more: int,
) -> Issue:
    found = tuple(_place(*row) for row in places)
    return Issue(code, name, Severity(severity), found, variant, values, Safety(safety) if safety else None, more)


def _place(
    start: int,
    end: int,
    edits: Sequence[list[Any]] = (),
    related: Sequence[Sequence[Any]] = (),
    label: bool = False,
    said: Sequence[Any] | None = None,
) -> IssuePlace:
    others = tuple((first, last, name) for first, last, name in related)
    own = (str(said[0]), dict(said[1])) if said else None
    return IssuePlace(start, end, tuple(Edit(*edit) for edit in edits), others, label, own)
