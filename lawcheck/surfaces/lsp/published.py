"""Findings as editors show them."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from lawcheck.checks.library.originals import original_at
from lawcheck.reporting.annotation.remarks import remark
from lawcheck.reporting.citing.quoting import quoted
from lawcheck.reporting.told import address
from lawcheck.rulebook.findings import Issue, Severity
from lawcheck.rulebook.registry import rule_with
from lawcheck.surfaces.lsp.analysis import Analysis
from lawcheck.surfaces.lsp.positions import Positions

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(analysis: Analysis) -> list[types.Diagnostic]:
    """Every place of every finding."""
    return [shown(analysis, found, number) for found in analysis.diagnostics for number in range(len(found.places))]


def shown(analysis: Analysis, issue: Issue, number: int) -> types.Diagnostic:
    """One place of a finding."""
    positions = analysis.positions
    found = analysis.told(issue, number)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(analysis.version.uri, positions.range(r.start, r.end)), r.message
        )
        for r in found.related
    ]
    page = address(analysis.checked, found.code, analysis.resolved.language) if analysis.checked else ""
    return types.Diagnostic(
        range=positions.range(found.start, found.end),
        message=found.message,
        severity=_SEVERITIES[found.severity],
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source="lawcheck",
        related_information=related or None,
    )


def touched(analysis: Analysis, place: types.Range) -> Iterator[tuple[Issue, int]]:
    """The findings in a range, or at a place, with the number of the place that each has there."""
    first, last = analysis.positions.offset(place.start), analysis.positions.offset(place.end)
    for found in analysis.diagnostics:
        for index, (start, end) in enumerate(found.spans):
            if start <= last and end >= first:
                yield found, index


def hover(analysis: Analysis, position: types.Position) -> types.Hover | None:
    """What there is to say about the findings at a place: what, how to fix it, why, by which source; and what the
    library has of a document that is cited there.

    It is plain text: words of the document must not become links or pictures.
    """
    language = analysis.resolved.language
    found = list(touched(analysis, types.Range(position, position)))
    original = original_at(analysis.document, analysis.positions.offset(position))
    cited = quoted(original, language) if original else ""
    if not found:
        if original is None:
            return None
        content = types.MarkupContent(types.MarkupKind.PlainText, cited)
        return types.Hover(content, analysis.positions.range(original.start, original.end))
    own = analysis.resolved.own_rules
    remarks: tuple[str, ...] = tuple(
        "\n".join(remark(each, index, len(each.places), rule_with(each.code, own), (), language))
        for each, index in found
    )
    remarks = (*remarks, cited) if cited else remarks
    first, index = found[0]
    return types.Hover(
        types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(remarks)),
        analysis.positions.range(*first.spans[index]),
    )


def definition(analysis: Analysis, position: types.Position) -> types.Location | None:
    """Where a place of the library stands that is cited at a place of the document."""
    original = original_at(analysis.document, analysis.positions.offset(position))
    if original is None or not Path(original.known.path).is_absolute():
        return None
    # In a Word file there are no lines: it is opened at its beginning.
    at = original.at if original.in_lines else 0
    place = Positions(original.text, analysis.positions.encoding).position(at)
    return types.Location(Path(original.known.path).as_uri(), types.Range(place, place))
