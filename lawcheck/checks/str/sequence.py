"""What is said of numbers that are missing, wrong, stand twice or are out of order (STR001, STR002, STR003, LAW001)."""

from collections.abc import Iterator, Sequence

from lawcheck.checks.str.automatic import restarted, typed_beside
from lawcheck.checks.str.breaks import Break, Fault, faults
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import ROW, Document, Node
from lawcheck.structure.levels import LEVEL

_STATUTE_LEVELS = frozenset({"part", "chapter", "division", "article"})
# So many missing ordinals are named one by one.
_NAMED = 4


def duplicate_ordinal(document: Document) -> Iterator[Finding]:
    """STR001: the same number twice in one list."""
    yield from _findings(document, Break.DUPLICATE)
    yield from typed_beside(document)


def missing_ordinal(document: Document) -> Iterator[Finding]:
    """STR002: a number is left out."""
    return _findings(document, Break.GAP)


def ordinal_out_of_order(document: Document) -> Iterator[Finding]:
    """STR003: a number comes after a higher one, or is not the one that its neighbours leave for it."""
    yield from _findings(document, Break.DISORDER, Break.WRONG)
    yield from restarted(document)


def _findings(document: Document, *kinds: Break) -> Iterator[Finding]:
    for fault in faults(document):
        if fault.kind in kinds and fault.node.level not in _STATUTE_LEVELS:
            yield _finding(fault)


def article_sequence(document: Document) -> Iterator[Finding]:
    """LAW001: chapters, divisions or articles that do not count on from one to the next."""
    for fault in faults(document):
        if fault.node.level in _STATUTE_LEVELS:
            yield _finding(fault)


def _finding(fault: Fault) -> Finding:
    node, before = fault.node, fault.before
    values = {
        "marker": node.marker.strip(),
        "before": before.marker.strip() if before else "",
        "missing": _spelled(node, fault.missing),
    }
    if fault.kind is Break.WRONG:
        variant = "wrong"
    elif fault.kind is not Break.GAP:
        variant = fault.kind.value if node.level in _STATUTE_LEVELS else "default"
    elif node.inferred:
        variant = "lost"
    else:
        variant = "default" if before else "first"
    related = ((before.start, before.body_start, "before"),) if before and not before.inferred else ()
    if fault.kind is Break.GAP:
        return Finding(node.start if fault.since is None else fault.since, node.start, values, variant, related=related)
    also = ((before.start, before.body_start),) if before and fault.kind is Break.DISORDER else ()
    return Finding(node.start, node.body_start, values, variant, related=related, also=also)


def _spelled(node: Node, numbers: Sequence[int]) -> str:
    """Ordinals in the form of their neighbours."""
    level = LEVEL[node.form]
    spelled = [str(n) if node.level == ROW else level.spelled((*node.parts[:-1], n), node.marker) for n in numbers]
    return "、".join(spelled) if len(spelled) <= _NAMED else f"{spelled[0]}至{spelled[-1]}"
