"""A document as the passages that are compared: the own text of each heading, item and article, and what is in none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from lawcheck.records import dataclass
from lawcheck.structure.document import Attribution, Document, Node, Paragraph, Task
from lawcheck.structure.frame import Frame
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, GAP, YEAR
from lawcheck.text.vocabulary.document_numbers import DOCUMENT_NUMBER

TITLE, NOTE, PARAGRAPH, CLOSING, ROW = "title", "note", "paragraph", "closing", "row"
# What stands around the text and says of the document what it is and when it was made.
FRAME = frozenset({TITLE, NOTE, CLOSING})
_ADOPTED = rf"[^。；\n]{{0,60}}{DATE}[^。；\n]{{0,80}}(?:通过|公布|批准|发布|修正|修订|施行|印发)[^。；\n]{{0,30}}"
_NOTE = Pattern(
    rf"[（(][^（()）\n]{{0,200}}{YEAR}{GAP}年[^（()）\n]{{0,200}}[）)]|{DOCUMENT_NUMBER}|{_ADOPTED}|[（(]?{DATE}[）)]?"
)
# Articles are numbered through a statute: what stands above them is not needed to name one.
_NUMBERED_THROUGH = "article"


@dataclass(frozen=True, eq=False)
class Passage:
    """A stretch of text that belongs to one ordinal, or to none.

    `level` is that of the outline, or one of the names above. The text goes from `body`, after the ordinal, to `end`;
    offsets are those of the view. `parent` is the passage of the heading that it hangs under; `label` the ordinals
    that lead to it; `weight` how many passages it carries, itself included.
    """

    index: int
    level: str
    marker: str
    number: int | None
    label: str
    start: int
    body: int
    end: int
    text: str
    parent: "Passage | None"
    weight: int
    task: Task | None
    attributions: tuple[Attribution, ...]

    @cached_property
    def key(self) -> str:
        """What it says, without its ordinal, the units that carry it out, and white space."""
        pieces, at = [], 0
        for attribution in self.attributions:
            pieces.append(self.text[at : attribution.start - self.body])
            at = attribution.end - self.body
        said = "".join("".join([*pieces, self.text[at:]]).split())
        return said or "".join(self.text.split()) or self.marker

    @cached_property
    def units(self) -> frozenset[str]:
        """The names of all units that carry it out."""
        return frozenset(u.name for a in self.attributions for f in a.fields for u in f.units)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a passage begins."""

    start: int
    body: int
    level: str
    marker: str = ""
    number: int | None = None
    node: Node | None = None
    task: Task | None = None


def passages(document: Document) -> tuple[Passage, ...]:
    """Every passage of a document that holds a character, in order."""
    return tuple(_Division(document).all())


class _Division:
    """Divides one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tasks = {task.start: task for task in document.tasks}
        self._attributions = [a.start for a in document.attributions]
        self._found: list[Passage] = []
        # The passages of the headings that the present one hangs under, with where their nodes end.
        self._above: list[tuple[int, Passage]] = []

    def all(self) -> Iterator[Passage]:
        """Every passage, in order."""
        marks = self._marks()
        starts = [mark.start for mark in marks]
        for index, mark in enumerate(marks):
            end = starts[index + 1] if index + 1 < len(marks) else len(self._document.text)
            while self._above and mark.start >= self._above[-1][0]:
                self._above.pop()
            last = mark.node.end if mark.node else end
            passage = self._passage(mark, max(mark.body, end), bisect_left(starts, last) - index)
            if passage is None:
                continue
            self._found.append(passage)
            if mark.node:
                self._above.append((mark.node.end, passage))
            yield passage

    def _marks(self) -> list[_Mark]:
        marks = {mark.start: mark for mark in (*self._parts(), *self._rows())}
        for node in self._document.walk():
            task = self._tasks.get(node.start)
            marks[node.start] = _Mark(node.start, node.body_start, node.level, node.marker, node.number, node, task)
        marks |= {mark.start: mark for mark in self._paragraphs() if mark.start not in marks}
        return [marks[start] for start in sorted(marks)]

    def _parts(self) -> Iterator[_Mark]:
        """The second and further measures of an item that are attributed one by one."""
        for task in self._document.tasks:
            if task.part > 1:
                yield _Mark(task.start, task.start, task.node.level, "", task.part, None, task)

    def _rows(self) -> Iterator[_Mark]:
        """The tasks of a table, and what follows the last of them."""
        rows = [task for task in self._document.tasks if task.node.level == ROW]
        starts = {task.start for task in rows}
        for task in rows:
            yield _Mark(task.start, task.node.body_start, ROW, task.node.marker, task.number, None, task)
            if task.end not in starts and task.end < len(self._document.text):
                yield _Mark(task.end, task.end, PARAGRAPH)

    def _paragraphs(self) -> Iterator[_Mark]:
        """What is in no node, line by line, and the signatures and dates that close the document and its annexes."""
        document, nodes = self._document, self._document.nodes
        title = document.title
        closings = list(_closings(document.frame))
        yield from (_Mark(start, start, CLOSING) for start, _ in closings)
        for index, paragraph in enumerate(document.paragraphs):
            at = paragraph.start
            if title and title.start <= at < title.end:
                if at == title.start or index == 0:
                    yield _Mark(title.start, title.start, TITLE)
            elif not (document.is_in_row(at) or _is_among(closings, at) or _is_inside(nodes, at)):
                yield _Mark(at, at, NOTE if self._is_note(paragraph) else PARAGRAPH)

    def _is_note(self, paragraph: Paragraph) -> bool:
        text = self._document.text[paragraph.start : min(paragraph.end, paragraph.start + 400)]
        return _NOTE.fullmatch("".join(text.split())) is not None

    def _passage(self, mark: _Mark, end: int, weight: int) -> Passage | None:
        text = self._document.text[mark.body : end]
        if not text.strip() and not mark.marker:
            return None
        body = mark.body + len(text) - len(text.lstrip())
        text = text.strip()
        above = None if mark.level in FRAME or not self._above else self._above[-1][1]
        return Passage(
            index=len(self._found),
            level=mark.level,
            marker="".join(mark.marker.split()),
            number=mark.number,
            label=_label(mark, above),
            start=mark.start if mark.marker else body,
            body=body,
            end=body + len(text),
            text=text,
            parent=above,
            weight=weight,
            task=mark.task,
            attributions=self._within(mark, body, body + len(text)),
        )

    def _within(self, mark: _Mark, start: int, end: int) -> tuple[Attribution, ...]:
        """The clauses in a passage that say who carries it out; in a row of a table these are its cells."""
        if mark.level == ROW and mark.task:
            return mark.task.attributions
        first, last = (bisect_left(self._attributions, at) for at in (start, end))
        return tuple(a for a in self._document.attributions[first:last] if a.end <= end)


def _closings(frame: Frame) -> Iterator[tuple[int, int]]:
    """The signatures with their dates, in order."""
    for text in frame.texts:
        if text.date and text.date.start >= text.body.start:
            starts = (text.date.start, *(name.start for name in text.signers))
            yield min(starts), max((text.date.end, *(name.end for name in text.signers)))


def _is_among(spans: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and at < spans[index][1]


def _is_inside(parts: Sequence[Node], at: int) -> bool:
    """Whether a place lies in one of these parts, which are in order and do not overlap."""
    index = bisect_right(parts, at, key=lambda part: part.start) - 1
    return index >= 0 and at < parts[index].end


def _label(mark: _Mark, above: Passage | None) -> str:
    if above and mark.node is None and mark.task and mark.task.part > 1:
        return f"{above.label}-{mark.task.part}"
    marker = "".join(mark.marker.split())
    return marker if above is None or mark.level == _NUMBERED_THROUGH else above.label + marker
