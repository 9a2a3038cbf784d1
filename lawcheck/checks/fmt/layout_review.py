"""FMT: what is left of the review of a Word file."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import gathered, official_layout
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.vocabulary.genres import DRAFT

# A draft that is sent round says so in its title, or in the line below it.
_LINE_BELOW = 20
_VARIANTS = {"change": "default"}


def tracked_changes_left(document: Document) -> Iterator[Finding]:
    """FMT008: tracked changes, comments, hidden texts and highlights: one finding for each kind of them."""
    # A guide or a template may show its comments and highlights on purpose.
    layout = document.layout if document.kind is Kind.STATUTE else official_layout(document)
    if layout is None or _is_draft(document):
        return
    places: dict[str, list[tuple[int, int]]] = {}
    for one in layout.leftovers:
        places.setdefault(one.kind, []).append((one.start, one.end))
    for kind, spans in places.items():
        yield gathered(spans, {}, _VARIANTS.get(kind, kind))


def _is_draft(document: Document) -> bool:
    title = document.title
    return title is not None and DRAFT.search(document.text, title.start, title.end + _LINE_BELOW) is not None
