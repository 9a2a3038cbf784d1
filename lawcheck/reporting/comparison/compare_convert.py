"""From what has become of two revisions, in offsets, to the models of the report."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lawcheck.checks.checked import Checked
from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Change, Span
from lawcheck.comparing.passages import Passage
from lawcheck.comparing.review import Reviewed
from lawcheck.reporting.comparison import compare_report
from lawcheck.reporting.convert import checked_file
from lawcheck.reporting.report import Diagnostic, Place
from lawcheck.rulebook.findings import Issue
from lawcheck.text.source import LineIndex


def compared_file(reviewed: Reviewed, language: str) -> compare_report.ComparedFile:
    """The report on two revisions."""
    comparison = reviewed.comparison
    old = _Converter(reviewed.old, language)
    new = _Converter(reviewed.new, language)
    findings = reviewed.findings
    return compare_report.ComparedFile(
        old=old.document(),
        new=new.document(),
        summary=summary(comparison.changes),
        changes=tuple(_change(change, old, new) for change in comparison.changes),
        renamings=tuple(
            compare_report.RenamingEntry(before=r.before, after=r.after, places=r.places) for r in comparison.renamings
        ),
        findings=compare_report.FindingsEntry(
            revision=new.findings(reviewed.revision),
            new=new.findings(findings.fresh),
            gone=old.findings(findings.gone),
            still=new.findings(findings.still),
        ),
    )


def summary(changes: Iterable[Change]) -> dict[ChangeKind, int]:
    """How many changes of each kind there are, in one order."""
    counts = Counter(kind for change in changes for kind in change.kinds)
    return {kind: counts[kind] for kind in ChangeKind if counts[kind]}


class _Converter:
    """Puts the places of one revision into its source."""

    def __init__(self, checked: Checked, language: str) -> None:
        self._checked = checked
        self._document = checked.document
        self._language = language
        self._lines = LineIndex(checked.source.text)

    def document(self) -> compare_report.ComparedDocument:
        source = self._checked.source
        return compare_report.ComparedDocument(
            path=source.path, kind=self._checked.kind, encoding=source.stored_as, characters=len(source.text)
        )

    def findings(self, diagnostics: Iterable[Issue]) -> tuple[Diagnostic, ...]:
        return checked_file(replace(self._checked, diagnostics=list(diagnostics)), self._language).diagnostics

    def passage(self, passage: Passage | None) -> compare_report.PassageEntry | None:
        if passage is None:
            return None
        offset, end_offset = self._document.view.source_span(passage.start, passage.end)
        return compare_report.PassageEntry(
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

    def words(self, span: Span) -> compare_report.WordsEntry:
        offset, end_offset = self._document.view.source_span(*span)
        text = self._document.text[slice(*span)]
        return compare_report.WordsEntry(text=text, offset=offset, end_offset=end_offset, start=self._place(offset))

    def _place(self, offset: int) -> Place:
        position = self._lines.position(offset)
        return Place(line=position.line, column=position.column)


def _change(change: Change, old: _Converter, new: _Converter) -> compare_report.ChangeEntry:
    return compare_report.ChangeEntry(
        kinds=change.kinds,
        old=old.passage(change.old),
        new=new.passage(change.new),
        differences=tuple(
            compare_report.DifferenceEntry(old=old.words(piece.old), new=new.words(piece.new))
            for piece in change.differences
        ),
        units=tuple(compare_report.UnitsEntry(role=u.role, removed=u.removed, added=u.added) for u in change.units),
        values=tuple(
            compare_report.ValueEntry(kind=v.kind, before=v.before, after=v.after, weaker=v.weaker)
            for v in change.values
        ),
    )
