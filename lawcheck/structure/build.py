"""From the view to the frozen document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lark import Token, Tree

from lawcheck.layout import Layout
from lawcheck.source import Table
from lawcheck.structure.grammar import marker_patterns, parse_levels
from lawcheck.structure.kind import detect_kind, find_title
from lawcheck.structure.lexer import Candidate, candidates
from lawcheck.structure.lost import with_lost
from lawcheck.structure.model import LONGEST_TITLE, Document, Kind, Node, Paragraph
from lawcheck.structure.numbering import resolve
from lawcheck.structure.responsibility import find_attributions
from lawcheck.structure.tables import cell_spans, merged, table_tasks
from lawcheck.structure.tasks import build_tasks
from lawcheck.view import View

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")
_TITLE_STOP = re.compile(r"[。；;！？：:\n]")
_SHORTEST_TITLE = 4
_OPENING = re.compile(
    r"(?<=[\u4e00-\u9fff”])(?:坚持|着眼|着力|围绕|深入贯彻|全面贯彻|按照|根据|为(?:进一步|深入|全面|了|贯彻)|以.{2,24}为|到20\d\d年)"
)

# How deep a form stands by itself, whatever it hangs under.
_DEPTHS = {
    # What encloses 一、 in a plan stands at 0.
    Kind.PLAN: {"annex": 0, "part": 0, "chapter": 0, "division": 0, "section": 1, "article": 4, "subsection": 2}
    | {"item": 3, "decimal": 4, "subitem": 4, "point": 5, "serial": 6},
    Kind.STATUTE: {"annex": 0, "part": 1, "chapter": 2, "division": 3, "section": 3, "article": 4, "clause": 5}
    | {"item": 6, "decimal": 7, "subitem": 7, "point": 8, "serial": 9},
}
# What the outline calls the forms that have no name of their own.
_LEVELS = {"point": "subitem", "serial": "subitem"}
# Lists may stand inside a paragraph; of the headings most stand at the start of a line, unless line breaks were lost.
_HEADINGS = frozenset({"CHAPTER", "ARTICLE", "SECTION", "SUBSECTION"})
_RUN_ON = 0.5


def build_document(
    view: View, text_format: str, kind: str = "auto", tables: Sequence[Table] = (), layout: Layout | None = None
) -> Document:
    """The document in a view; `kind` is "auto" or the name of a Kind, `tables` and `layout` are those that its file
    has as such."""
    text = view.text[: view.body_end]
    paragraphs = tuple(Paragraph(*m.span()) for m in _PARAGRAPH.finditer(text))
    attributions = find_attributions(text)
    spans = [(attribution.start, attribution.end) for attribution in attributions]
    ordinals = resolve(text, list(_outside(candidates(text, marker_patterns()), spans)))
    ordinals = with_lost(text, ordinals, paragraphs, attributions)
    title = find_title(text, paragraphs, ordinals[0].start if ordinals else len(text))
    decided = detect_kind(text, title, ordinals) if kind == "auto" else Kind(kind)
    cells = cell_spans(view, tables)
    run_on = _is_run_on(paragraphs, list(_outside(ordinals, cells)))
    nodes = _Builder(text, ordinals, decided, run_on).nodes(parse_levels(text, ordinals, decided))
    apart = tuple(Paragraph(*m.span()) for m in _PARAGRAPH.finditer(view.text, view.body_end))
    document = Document(
        view, decided, text_format, paragraphs + apart, title, nodes, run_on, attributions, layout=layout, cells=cells
    )
    rows = [] if decided is Kind.STATUTE else sorted(table_tasks(view, tables), key=lambda task: task.start)
    return replace(document, tasks=merged(build_tasks(document), rows))


def _outside(found: Iterable[Candidate], spans: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The candidates that do not stand inside one of these spans; what begins with one does not."""
    ahead = iter(spans)
    span = next(ahead, None)
    for candidate in found:
        while span and span[1] <= candidate.start:
            span = next(ahead, None)
        if span is None or candidate.start <= span[0]:
            yield candidate


def _is_run_on(paragraphs: tuple[Paragraph, ...], ordinals: list[Candidate]) -> bool:
    starts = {p.start for p in paragraphs}
    headings = [o for o in ordinals if o.form in _HEADINGS] or ordinals
    return sum(o.start in starts for o in headings) < _RUN_ON * len(headings)


class _Builder:
    """Turns the tree of one document into nodes."""

    def __init__(self, text: str, ordinals: list[Candidate], kind: Kind, run_on: bool) -> None:
        self._text = text
        self._run_on = run_on
        self._ordinals = {o.start: o for o in ordinals}
        self._depths = _DEPTHS[Kind.STATUTE if kind is Kind.STATUTE else Kind.PLAN]

    def nodes(self, tree: Tree[Token]) -> tuple[Node, ...]:
        """The nodes directly below a tree; a date that ends a letter is a border, not a node."""
        found: list[Node] = []
        for child in tree.children:
            if isinstance(child, Tree):
                node = self._node(child)
                found += [node] if node.level != "annex" or node.marker.startswith("附") else node.children
        return tuple(found)

    def _node(self, tree: Tree[Token]) -> Node:
        name = str(tree.data)
        marker = tree.children[0]
        assert isinstance(marker, Token) and marker.start_pos is not None
        ordinal = self._ordinals[marker.start_pos]
        children = self.nodes(tree)
        end = _end(tree)
        text_end = children[0].start if children else end
        title, title_end = self._title(ordinal.end, text_end, self._run_on and name == "section")
        return Node(
            level=_LEVELS.get(name, name),
            depth=self._depths[name],
            marker=self._text[ordinal.start : ordinal.end],
            number=ordinal.value,
            start=ordinal.start,
            body_start=ordinal.end,
            title_end=title_end,
            end=end,
            title=title,
            inferred=ordinal.inferred,
            children=children,
        )

    def _title(self, start: int, end: int, glued: bool) -> tuple[str, int]:
        """The heading behind a marker: its line, or its first sentence where it runs in.

        Where line breaks were lost a heading has no end of its own: the text under it is believed to begin where a
        sentence opens as such texts do.
        """
        limit = min(end, start + LONGEST_TITLE)
        match = _TITLE_STOP.search(self._text, start, limit)
        stop = match.start() if match else limit
        if glued and (opening := _OPENING.search(self._text, start + _SHORTEST_TITLE, stop)):
            stop = opening.start()
        title = self._text[start:stop]
        return title.strip(), start + len(title.rstrip())


def _end(tree: Tree[Token]) -> int:
    last = tree.children[-1]
    if isinstance(last, Tree):
        return _end(last)
    assert last.end_pos is not None
    return last.end_pos
