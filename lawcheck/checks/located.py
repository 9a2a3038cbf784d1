"""From what a check yields to places in the source; what cannot be a place there is a fault of the rule."""

from collections.abc import Iterator

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding, IssuePlace, Related
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit, apart
from lawcheck.text.layers import cells, directives
from lawcheck.text.layers.entities import is_needed
from lawcheck.text.view import View

# What layers cut that is still needed in the file.
_ENTITY = "entity"
_NOT_TEXT = ("markup", cells.KIND, directives.KIND)
_OF_LINES = ("markup", directives.KIND)


class ImpossiblePlaceError(Exception):
    """A check names something that is no span of the text, or edits that overlap."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding in the source. Its values are strings and numbers: what else a check gives is written out."""

    places: tuple[IssuePlace, ...]
    variant: str
    values: dict[str, str | int | float]
    more: int
    unsafe: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0].start


def located(document: Document, finding: Finding, fixes: bool) -> Located | None:
    """A finding where it stands in the source, with its edits if its rule `fixes`; None where it is none of its rule.

    The terms and phrases of the user are right as they are, and so is what stands in code or an address. Raises
    TypeError for what is no finding, ImpossiblePlaceError, and whatever the values raise when they are written out.
    """
    _verify(document, finding)
    if _is_own_words(document, finding):
        return None
    first, *others = _spans(document, finding)
    if _is_inside_kept(document, *first):
        return None
    spans = [first, *(span for span in others if not _is_inside_kept(document, *span))]
    edits = _edits(document, finding) if fixes else ()
    related = tuple(_related(document, finding))
    is_label = bool(document.view.labels) and not edits and _is_of_label(document, finding, first)
    place = IssuePlace(*first, edits, related, is_label)
    values = {str(name): _plain(value) for name, value in finding.values.items()}
    places = (place, *(IssuePlace(*span) for span in spans[1:]))
    return Located(places, str(finding.variant), values, finding.more, finding.unsafe)


def _verify(document: Document, finding: Finding) -> None:
    if not isinstance(finding, Finding):  # the code of packages may yield anything
        raise TypeError(f"{finding!r:.40} is no Finding")
    size = len(document.view.source_text if finding.in_source else document.text)
    for start, end in ((finding.start, finding.end), *finding.also):
        _verify_span(start, end, size)
    for start, end, _ in finding.related:
        _verify_span(start, end, len(document.text))
    for edit in finding.edits:
        _verify_span(edit.start, edit.end, size)
        if not isinstance(edit.content, str):
            raise ImpossiblePlaceError(f"{edit.content!r:.40}")
    if not apart(finding.edits):
        raise ImpossiblePlaceError(" ".join(f"{edit.start}–{edit.end}" for edit in finding.edits[:4]))


def _verify_span(start: object, end: object, size: int) -> None:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= size):
        raise ImpossiblePlaceError(f"{start!r:.40}–{end!r:.40}")


def _is_own_words(document: Document, finding: Finding) -> bool:
    """Whether a finding is about something inside one of the terms and phrases that the user has named."""
    if finding.in_source or finding.start == finding.end:
        return False
    return document.settings.is_own_words(document.text, finding.start, finding.end)


def _is_inside_kept(document: Document, start: int, end: int) -> bool:
    """Whether a span of the source is but a part of something that rules leave alone."""
    kept = document.view.kept_around(start, end)
    return kept is not None and kept[0] <= start and end <= kept[1] and kept != (start, end)


def _changes_kept(document: Document, start: int, end: int, content: str) -> bool:
    """Whether an edit would change something that rules leave alone, or a part of it; it may go as a whole."""
    kept = document.view.kept_around(start, end)
    while kept:
        if kept[0] < start or end < kept[1] or (content and kept != (start, end)):
            return True
        kept = document.view.kept_around(kept[1], end) if kept[1] < end else None
    return False


def _spans(document: Document, finding: Finding) -> Iterator[tuple[int, int]]:
    """Every place of a finding, in the source."""
    for start, end in ((finding.start, finding.end), *finding.also):
        yield (start, end) if finding.in_source else document.view.source_span(start, end)


def _related(document: Document, finding: Finding) -> Iterator[Related]:
    for start, end, name in finding.related:
        yield (*document.view.source_span(start, end), name)


def _edits(document: Document, finding: Finding) -> tuple[Edit, ...]:
    """The edits of a finding in the source; none where one of them would take markup away or be lost in it."""
    view = document.view
    edits: list[Edit] = []
    for edit in finding.edits:
        start, end = (edit.start, edit.end) if finding.in_source else view.source_span(edit.start, edit.end)
        # A comment to lawcheck, the mark of a list or heading must keep its own line.
        joins = view.source_text[start:end].endswith(("\n", "\r")) and view.holds(end, end + 1, _OF_LINES)
        if view.label(start, end) or (view.kept and _changes_kept(document, start, end, edit.content)):
            return ()
        if joins or _is_needed(view, start, end) or ("\n" in edit.content and not document.format.line_ends_count):
            return ()
        edits.append(Edit(start, end, edit.content))
    # Two characters of the view may be one of the source.
    return tuple(edits) if apart(edits) else ()


def _is_needed(view: View, start: int, end: int) -> bool:
    """Whether a span of the source holds something that was cut and is still needed in the file."""
    return any(
        removed.kind in _NOT_TEXT
        or (removed.kind == _ENTITY and is_needed(view.source_text[removed.start : removed.end]))
        for removed in view.removed_in(start, end)
    )


def _is_of_label(document: Document, finding: Finding, span: tuple[int, int]) -> bool:
    """Whether a finding is about an automatic number, or would be fixed in one."""
    view = document.view
    label = view.label(*span)
    if label and label[0] <= span[0] and span[1] <= label[1]:
        return True
    return any(view.label(*view.source_span(edit.start, edit.end)) for edit in finding.edits if not finding.in_source)


def _plain(value: object) -> str | int | float:
    return value if type(value) in (str, int, float) else format(value)  # type: ignore[return-value]
