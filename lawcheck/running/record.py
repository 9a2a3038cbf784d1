"""What has come of a document as bytes that can be kept: plain data, so that reading them back runs nothing."""

import json
import zlib
from collections import Counter
from dataclasses import replace
from typing import Any

from lawcheck.checks.checked import Checked
from lawcheck.reading import FileContent
from lawcheck.reading.formats import named
from lawcheck.reading.storage import printable
from lawcheck.rulebook.findings import Fix, Issue, Related, Safety, Severity
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.source import Cell, Source, Table

# Fast; the sum of its checks is what matters.
_LEVEL = 1


def pack(checked: Checked) -> bytes:
    """The outcome as bytes. The text is in them only where it takes long to get it out of the file.

    The layout of a Word file was needed for the check and is not kept.
    """
    source = checked.source
    values = {
        "kind": checked.kind,
        "suppressed": checked.suppressed,
        "diagnostics": [_row(diagnostic) for diagnostic in checked.diagnostics],
        "format": source.format.name,
        "text": source.text if source.format.keeps_text else None,
        "labels": source.labels,
        "tables": [[[_cell_row(cell) for cell in row] for row in table.rows] for table in source.tables],
        "body_end": source.body_end,
    }
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes, path: str, content: FileContent, original: bool) -> Checked:
    """The outcome in these bytes, for the file whose content it is; raises ValueError when they are damaged."""
    try:
        values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        source = content.source(path, original) if values["text"] is None else _kept_source(values, path)
        diagnostics = [_diagnostic(*row) for row in values["diagnostics"]]
        return Checked(source, Kind(values["kind"]), diagnostics, Counter(values["suppressed"]))
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise ValueError("a damaged record") from error


def _kept_source(values: dict[str, Any], path: str) -> Source:
    labels = tuple((start, end) for start, end in values["labels"])
    tables = tuple(map(_table, values["tables"]))
    kept = Source(values["text"], printable(path), "", labels=labels, tables=tables, body_end=values["body_end"])
    found = named(values["format"])
    if found is None:
        raise ValueError(values["format"])
    return replace(kept, format=found)


def _row(found: Issue) -> list[Any]:
    fix = found.fix
    fix_row = fix and [fix.safety, fix.title, [[edit.start, edit.end, edit.content] for edit in fix.edits]]
    related = [[other.start, other.end, other.message] for other in found.related]
    places = [found.start, found.end, found.occurrences]
    return [found.code, found.name, found.severity, found.message, *places, related, fix_row]


def _cell_row(cell: Cell) -> list[Any]:
    return [cell.column, cell.width, cell.start, cell.end, cell.at, cell.continued]


def _table(rows: list[list[list[Any]]]) -> Table:
    return Table(tuple(tuple(Cell(*cell) for cell in row) for row in rows))


def _diagnostic(
    code: str,
    name: str,
    severity: str,
    message: str,
    start: int,
    end: int,
    occurrences: list[list[int]],
    related: list[list[Any]],
    fix: list[Any] | None,
) -> Issue:
    places = tuple((first, last) for first, last in occurrences)
    others = tuple(Related(*row) for row in related)
    return Issue(code, name, Severity(severity), message, start, end, places, others, _fix(*fix) if fix else None)


def _fix(safety: str, title: str, edits: list[list[Any]]) -> Fix:
    return Fix(Safety(safety), title, tuple(Edit(*edit) for edit in edits))
