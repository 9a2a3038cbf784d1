"""From what has become of two revisions, in offsets, to the models of the report."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lawcheck.checked import Checked
from lawcheck.comparison import report
from lawcheck.comparison.changes import Change, Span
from lawcheck.comparison.kinds import Kind
from lawcheck.comparison.passages import Passage
from lawcheck.comparison.review import Reviewed
from lawcheck.diagnostics import Diagnostic
from lawcheck.report import Diagnostic as DiagnosticEntry
from lawcheck.report import Place
from lawcheck.reporters.convert import checked_file
from lawcheck.source import LineIndex
from lawcheck.structure.model import Document


def compared_file(reviewed: Reviewed) -> report.ComparedFile:
    """The report on two revisions."""
    comparison = reviewed.comparison
    old = _Converter(reviewed.old, comparison.old)
    new = _Converter(reviewed.new, comparison.new)
    findings = reviewed.findings
    return report.ComparedFile(
        old=old.document(),
        new=new.document(),
        summary=summary(comparison.changes),
        changes=tuple(_change(change, old, new) for change in comparison.changes),
        renamings=tuple(
            report.RenamingEntry(before=r.before, after=r.after, places=r.places) for r in comparison.renamings
        ),
        findings=report.FindingsEntry(
            revision=new.findings(reviewed.revision),
            new=new.findings(findings.fresh),
            gone=old.findings(findings.gone),
            still=new.findings(findings.still),
        ),
    )


def summary(changes: Iterable[Change]) -> dict[Kind, int]:
    """How many changes of each kind there are, in one order."""
    counts = Counter(kind for change in changes for kind in change.kinds)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


class _Converter:
    """Puts the places of one revision into its source."""

    def __init__(self, checked: Checked, document: Document) -> None:
        self._checked = checked
        self._document = document
        self._lines = LineIndex(checked.source.text)

    def document(self) -> report.ComparedDocument:
        source = self._checked.source
        return report.ComparedDocument(
            path=source.path, kind=self._checked.kind, encoding=source.encoding, characters=len(source.text)
        )

    def findings(self, diagnostics: Iterable[Diagnostic]) -> tuple[DiagnosticEntry, ...]:
        return checked_file(replace(self._checked, diagnostics=list(diagnostics))).diagnostics

    def passage(self, passage: Passage | None) -> report.PassageEntry | None:
        if passage is None:
            return None
        offset, end_offset = self._document.view.source_span(passage.start, passage.end)
        return report.PassageEntry(
            text=self._document.text[passage.start : passage.end],
            offset=offset,
            end_offset=end_offset,
            level=passage.level,
            marker=passage.marker,
            number=passage.number,
            label=passage.label,
            start=self._place(offset),
            end=self._place(end_offset),
        )

    def words(self, span: Span) -> report.WordsEntry:
        offset, end_offset = self._document.view.source_span(*span)
        text = self._document.text[slice(*span)]
        return report.WordsEntry(text=text, offset=offset, end_offset=end_offset, start=self._place(offset))

    def _place(self, offset: int) -> Place:
        position = self._lines.position(offset)
        return Place(line=position.line, column=position.column)


def _change(change: Change, old: _Converter, new: _Converter) -> report.ChangeEntry:
    return report.ChangeEntry(
        kinds=change.kinds,
        old=old.passage(change.old),
        new=new.passage(change.new),
        differences=tuple(
            report.DifferenceEntry(old=old.words(piece.old), new=new.words(piece.new)) for piece in change.differences
        ),
        units=tuple(report.UnitsEntry(role=u.role, removed=u.removed, added=u.added) for u in change.units),
        values=tuple(
            report.ValueEntry(kind=v.kind, before=v.before, after=v.after, weaker=v.weaker) for v in change.values
        ),
    )
