"""One checked document as rows of the dataset."""

from collections.abc import Iterator
from hashlib import sha256

from rensa import RMinHash

from lawcheck.checks.checked import Checked
from lawcheck.checks.library.judging import judgements
from lawcheck.reporting.told import told
from lawcheck.rulebook.findings import Severity
from lawcheck.structure.document import Document
from lawcheck.structure.same_tasks import told_once
from lawcheck.surfaces.scan.dataset import TABLES, Row
from lawcheck.text.source import LineIndex, Source

_CONTEXT = 60
_LONGEST_FOUND = 200
# Documents of which four fifths of the runs of this many characters are the same are copies of one another.
_SHINGLE = 8
_PERMUTATIONS = 64
_SEED = 1


class Rows:
    """The rows of some documents, by table."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {table: [] for table in TABLES}

    def add_error(self, document: str, name: str, size: int, error: str) -> None:
        """A document that could not be checked."""
        self.tables["documents"].append({"document": document, "name": name, "bytes": size, "error": error})

    def add(self, document: str, name: str, data: bytes, checked: Checked, language: str) -> None:
        """A document that was checked."""
        parsed, source = checked.document, checked.source
        findings = list(_findings(document, checked, language))
        own = {
            "findings": findings,
            "tasks": list(_tasks(document, parsed)),
            "sections": list(_sections(document, parsed)),
            "citations": list(_citations(document, parsed)),
        }
        severities = [finding["severity"] for finding in findings]
        self.tables["documents"].append(
            {
                "document": document,
                "name": name,
                "bytes": len(data),
                "characters": len(source.text),
                "sha256": sha256(data).hexdigest(),
                "kind": str(checked.kind),
                "scanned": bool(checked.scanned),
                **_frame(parsed),
                **{table: len(rows) for table, rows in own.items()},
                "errors": severities.count(Severity.ERROR),
                "warnings": severities.count(Severity.WARNING),
                "signature": signature(source),
            }
        )
        for table, rows in own.items():
            self.tables[table] += rows


def signature(source: Source) -> list[int] | None:
    """The MinHash signature of the characters of a text, space apart; None where it has too few of them."""
    letters = "".join(source.text.split())
    if len(letters) < _SHINGLE:
        return None
    hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    hashed.update([letters[at : at + _SHINGLE] for at in range(len(letters) - _SHINGLE + 1)])
    return list(hashed.digest())


def _frame(document: Document) -> Row:
    """What the head and the foot of a document say."""
    frame = document.frame
    number, signed, title = frame.letterhead.number, frame.date, frame.title
    iso = signed.iso if signed else None
    year = int(iso[:4]) if iso else number.year if number else None
    issuer = frame.signers[0].name if frame.signers else title.issuer if title else None
    return {
        "title": title.text if title else None,
        "genre": title.genre if title else None,
        "issuer": issuer,
        "number": number.written if number else None,
        "date": iso,
        "year": year,
    }


def _findings(document: str, checked: Checked, language: str) -> Iterator[Row]:
    text = checked.source.text
    lines = LineIndex(text)
    for found in told(checked, language):
        start, end = found.start, found.end
        place = lines.position(start)
        yield {
            "document": document,
            "code": found.code,
            "name": found.name,
            "severity": str(found.severity),
            "message": found.message,
            "offset": start,
            "end_offset": end,
            "line": place.line,
            "column": place.column,
            "places": max(1, len(found.occurrences)),
            "before": text[max(0, start - _CONTEXT) : start],
            "found": text[start : min(end, start + _LONGEST_FOUND)],
            "after": text[end : end + _CONTEXT],
            "fix": str(found.fix.safety) if found.fix else None,
        }


def _tasks(document: str, parsed: Document) -> Iterator[Row]:
    for task in told_once(parsed.tasks):
        dates = [deadline.date for deadline in task.deadlines if deadline.date]
        yield {
            "document": document,
            "number": task.number,
            "part": task.part,
            "section": task.section,
            "subsection": task.subsection,
            "summary": task.summary,
            "lead": [unit.name for unit in task.lead],
            "participants": [unit.name for unit in task.participants],
            "responsible": [unit.name for unit in task.responsible],
            "deadlines": [deadline.text for deadline in task.deadlines],
            "due": min(dates, default=None),
            **_span(parsed, task.start, task.end),
        }


def _sections(document: str, parsed: Document) -> Iterator[Row]:
    for node in parsed.walk():
        yield {
            "document": document,
            "depth": node.depth,
            "level": node.level,
            "marker": node.marker,
            "number": node.number,
            "title": node.title,
            **_span(parsed, node.start, node.end),
        }


def _citations(document: str, parsed: Document) -> Iterator[Row]:
    for judgement in judgements(parsed):
        citation = judgement.citation
        yield {
            "document": document,
            "title": citation.title,
            "number": citation.number.written if citation.number else None,
            "places": [place[0] for place in citation.places],
            "state": str(judgement.state),
            **_span(parsed, citation.start, citation.whole_end),
        }


def _span(parsed: Document, start: int, end: int) -> Row:
    offset, end_offset = parsed.view.source_span(start, end)
    return {"offset": offset, "end_offset": end_offset}
