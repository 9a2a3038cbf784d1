"""From the view to the frozen document."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lawcheck.structure.document import Document, Node, Paragraph
from lawcheck.structure.duty_paragraphs import duty_paragraphs
from lawcheck.structure.frame import Frame
from lawcheck.structure.frame_parser import find_frame
from lawcheck.structure.heading_splits import heading_splits
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import Candidate, candidates
from lawcheck.structure.lost import with_lost
from lawcheck.structure.nodes import nodes_of
from lawcheck.structure.numbering import resolve
from lawcheck.structure.odd_markers import with_odd_markers
from lawcheck.structure.prose_attributions import prose_attributions
from lawcheck.structure.recognition import detect_kind
from lawcheck.structure.responsibility import find_attributions
from lawcheck.structure.run_on_contents import run_on_contents
from lawcheck.structure.section_attributions import section_attributions
from lawcheck.structure.tables import cell_spans, merged, table_tasks
from lawcheck.structure.tasks import build_tasks
from lawcheck.text.file_format import FileFormat
from lawcheck.text.layers.copies import copied_stretch
from lawcheck.text.layout import Layout
from lawcheck.text.view import View

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")
# Lists may stand inside a paragraph; of the headings most stand at the start of a line, unless line breaks were lost.
_HEADINGS = frozenset({"CHAPTER", "ARTICLE", "SECTION", "SUBSECTION"})
_RUN_ON = 0.5
# A text of several lines, not too long on the average, has kept them.
_SEVERAL, _LONG_LINE = 3, 200
_OPENS_LIST = frozenset("：:（(")
_LABEL = 10
# An ordinal and what follows it.
_HEAD = 8
# By so many blanks at least a list is indented that hangs in another one.
_BLANKS, _NESTED = re.compile("[ \t]*"), 2

_Spans = Sequence[tuple[int, int]]


def build_document(view: View, file_format: FileFormat, kind: str = "auto", layout: Layout | None = None) -> Document:
    """The document in a view; `kind` is "auto" or the name of a Kind, `layout` is that of a Word file."""
    text = view.text[: view.body_end]
    paragraphs = tuple(Paragraph(*m.span()) for m in _PARAGRAPH.finditer(text))
    cells = cell_spans(view)
    # Code and addresses hold no ordinals and end no heading.
    masked = view.prose[: len(text)]
    found = list(_of_one_copy(view, candidates(masked)))
    if file_format.nests_by_indent:
        found = _outermost(masked, found)
    found = with_odd_markers(masked, found, lambda at: _is_in(cells, at))
    frame = _frame(view, text, paragraphs, found, cells)
    attributions = find_attributions(text)
    spans = [(attribution.start, attribution.end) for attribution in attributions]
    opens = frozenset(place.at for place in frame.glued if place.part == "text")
    resolved = resolve(text, _outside(_in_bodies(text, found, frame), spans), cells, opens)
    ordinals = replace(resolved, in_text=with_lost(text, resolved.in_text, paragraphs, attributions))
    decided = detect_kind(text, frame, ordinals.all()) if kind == "auto" else Kind(kind)
    run_on = _is_run_on(text, paragraphs, ordinals.in_text)
    nodes = nodes_of(masked, ordinals, decided, run_on, frame.borders)
    splits = heading_splits(masked, nodes) if run_on and decided is not Kind.STATUTE else {}
    if view.kept or splits:
        nodes = _with_titles(nodes, text, splits)
    if decided is not Kind.STATUTE:
        prose = prose_attributions(text, nodes, attributions)
        known = (*attributions, *prose)
        known = (*known, *section_attributions(text, nodes, known))
        attributions = tuple(sorted((*known, *duty_paragraphs(text, known)), key=lambda one: one.start))
    apart = tuple(Paragraph(*m.span()) for m in _PARAGRAPH.finditer(view.text, view.body_end))
    document = Document(
        view, decided, file_format, paragraphs + apart, frame, nodes, run_on, attributions, layout=layout, cells=cells
    )
    rows = [] if decided is Kind.STATUTE else sorted(table_tasks(view), key=lambda task: task.start)
    return replace(document, tasks=merged(build_tasks(document), rows))


def _with_titles(nodes: Iterable[Node], text: str, splits: Mapping[int, int]) -> tuple[Node, ...]:
    """The nodes with their titles as they stand in the text; those that run into it end where they are split."""
    ends = ((node, splits.get(node.start, node.title_end)) for node in nodes)
    return tuple(
        replace(
            node,
            title_end=end,
            title=text[node.body_start : end].strip(),
            children=_with_titles(node.children, text, splits),
        )
        for node, end in ends
    )


def _frame(view: View, text: str, paragraphs: Sequence[Paragraph], found: list[Candidate], cells: _Spans) -> Frame:
    lines = [(paragraph.start, paragraph.end) for paragraph in paragraphs]
    starts = {start for start, _ in lines}
    ordinals = {c.start: c for c in found if c.start in starts and c.form != "ANNEX"}
    contents = [(view.view_offset(start), view.view_offset(end)) for start, end in view.contents]
    return find_frame(text, lines, ordinals, lambda at: _is_in(contents, at), lambda at: _is_in(cells, at))


def _is_in(spans: _Spans, at: int) -> bool:
    index = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and at < spans[index][1]


def _in_bodies(text: str, found: Iterable[Candidate], frame: Frame) -> Iterator[Candidate]:
    """The candidates that may head something: none of a table of contents, of a note on annexes or of the imprint.

    Of the dates only those that close a body begin the numbering anew.
    """
    dates = {part.date.start: part.date.end for part in frame.texts if part.date}
    found = [c for c in found if c.form != "ANNEX" or text[c.start] == "附"]
    found += [Candidate("ANNEX", (), start, end) for start, end in dates.items()]
    found.sort(key=lambda c: c.start)
    asides = sorted((*frame.asides, *run_on_contents(text, found)))
    return (c for c in found if not _is_in(asides, c.start))


def _of_one_copy(view: View, found: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates without those in what is left of a copy that are as in the text: they would be out of order."""
    copied = copied_stretch(view)
    if copied is None:
        return found
    heads = [(c, view.text[c.start : c.start + _HEAD], copied[0] <= c.start < copied[1]) for c in found]
    known = {head for _, head, is_copied in heads if not is_copied}
    return [c for c, head, is_copied in heads if not (is_copied and head in known)]


def _outermost(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the points of lists in figures that hang in a list: their lines are indented further."""
    indents = {c.start: indent for c in found if (indent := _indent(text, c.start)) is not None}
    deep = min(indents.values(), default=0) + _NESTED
    return [c for c in found if not (text[c.start].isdecimal() and indents.get(c.start, 0) >= deep)]


def _indent(text: str, at: int) -> int | None:
    """By how many blanks the line is indented that begins with what stands at a place."""
    start = text.rfind("\n", 0, at) + 1
    return at - start if _BLANKS.fullmatch(text, start, at) else None


def _outside(found: Iterable[Candidate], spans: _Spans) -> Iterator[Candidate]:
    """The candidates that do not stand inside one of these spans; what begins with one does not."""
    ahead = iter(spans)
    span = next(ahead, None)
    for candidate in found:
        while span and span[1] <= candidate.start:
            span = next(ahead, None)
        if span is None or candidate.start <= span[0]:
            yield candidate


def _is_run_on(text: str, paragraphs: tuple[Paragraph, ...], ordinals: list[Candidate]) -> bool:
    """Whether most headings stand inside lines; in a text of several lines lists in sentences do not count."""
    starts = {p.start for p in paragraphs}
    if len(paragraphs) >= _SEVERAL and len(text) <= _LONG_LINE * len(paragraphs):
        ordinals = list(_not_enumerated(text, starts, ordinals))
    headings = [o for o in ordinals if o.form in _HEADINGS] or ordinals
    return sum(o.start in starts for o in headings) < _RUN_ON * len(headings)


def _not_enumerated(text: str, starts: set[int], ordinals: list[Candidate]) -> Iterator[Candidate]:
    """The ordinals without those of lists in sentences (做到：1.…；2.…, （1.…；2.…）) and behind labels (名称：2.…)."""
    listed = ""
    before = 0
    for ordinal in ordinals:
        inside = ordinal.start not in starts
        opened = inside and text[ordinal.start - 1] in _OPENS_LIST
        if opened and (ordinal.value == 1 or "\n" in text[max(0, ordinal.start - _LABEL) : ordinal.start]):
            listed = ordinal.form
        elif not (inside and ordinal.form == listed) or "\n" in text[before : ordinal.start]:
            listed = ""
        before = ordinal.start
        if not listed:
            yield ordinal
