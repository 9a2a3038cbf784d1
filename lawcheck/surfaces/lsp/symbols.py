"""The outline of a document as editors show it, and what they can fold."""

from collections.abc import Iterable

from lsprotocol import types

from lawcheck.reporting.outline_tree import caption
from lawcheck.structure.document import Node
from lawcheck.surfaces.lsp.analysis import Analysis


def symbols(analysis: Analysis) -> list[types.DocumentSymbol]:
    """Sections, items and articles, as they hang under one another."""
    return _symbols(analysis, analysis.document.nodes)


def _symbols(analysis: Analysis, nodes: Iterable[Node]) -> list[types.DocumentSymbol]:
    view, positions = analysis.document.view, analysis.positions
    return [
        types.DocumentSymbol(
            name=caption(node, analysis.resolved.language),
            kind=types.SymbolKind.Namespace if node.children else types.SymbolKind.String,
            range=positions.range(*view.source_span(node.start, node.end)),
            selection_range=positions.range(*view.source_span(node.start, node.title_end)),
            children=_symbols(analysis, node.children),
        )
        for node in nodes
    ]


def folds(analysis: Analysis) -> list[types.FoldingRange]:
    """The nodes that take several lines; of several that begin on one line the longest."""
    view, positions = analysis.document.view, analysis.positions
    last_lines: dict[int, int] = {}
    for node in analysis.document.walk():
        start, end = view.source_span(node.start, node.end)
        first, last = positions.position(start).line, positions.position(max(start, end - 1)).line
        if last > first:
            last_lines[first] = max(last, last_lines.get(first, 0))
    return [types.FoldingRange(first, last, kind=types.FoldingRangeKind.Region) for first, last in last_lines.items()]
