"""The recovered document: what the grammar makes of the text and what every check reads.

All offsets are half-open code points of `Document.text`, the view; `Document.view` leads back to the source.
条款项目 are the levels of a statute below the article (条): paragraph (款), item in brackets (项) and numbered
sub-item (目); the outline calls the bracketed item a clause.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum

from lawcheck.records import dataclass, field
from lawcheck.structure.frame import Frame, Title
from lawcheck.structure.kinds import Kind
from lawcheck.structure.levels import Breach
from lawcheck.structure.outline_html import outline_html
from lawcheck.structure.settings import Settings
from lawcheck.text.file_format import FileFormat
from lawcheck.text.layout import Layout
from lawcheck.text.view import Stretch, View

# The divisions that readers call the sections of a document: 一、 in a plan, 章 in a statute.
_SECTIONS = frozenset({"section", "chapter"})
# The level of a task that is the row of a table.
ROW = "row"
PARAGRAPH = "paragraph"
# The most of a title that a node keeps.
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Node:
    """A heading, item or article with everything that hangs under it.

    `level` is a name of the outline (section, subsection, item, …), `depth` follows from the form of the marker,
    `marker` is the ordinal as written ("" when it was lost, and then `inferred`), `number` its value (None for an
    unnumbered annex and for 第五条之一). The span runs from the marker to the end of the last descendant; `body_start`
    is where the marker ends, and the title is the text from there to `title_end`. `form` is its row in the table of
    levels ("" for the row of a table), `parts` are those of its number: (2, 3, 1) for 2.3.1, (5, 1) for 第五条之一.
    """

    level: str
    depth: int
    marker: str
    number: int | None
    start: int
    body_start: int
    title_end: int
    end: int
    title: str
    inferred: bool = False
    children: tuple["Node", ...] = ()
    form: str = ""
    parts: tuple[int, ...] = ()
    breach: Breach | None = None

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text_end(self) -> int:
        """Where the node's own text ends and its first child begins."""
        return self.children[0].start if self.children else self.end


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written (区司法局), without a trailing 等 or a note in brackets."""

    name: str
    start: int
    end: int


class Role(StrEnum):
    """What an attribution makes of a unit: 牵头, 参加 or 责任."""

    LEAD = "lead"
    PARTICIPANTS = "participants"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled or phrased part of an attribution: 牵头单位：A、B or “B配合”.

    `label` is the label as written ("" where the role comes from a phrase); the span covers label and units.
    """

    role: Role
    label: str
    start: int
    end: int
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit as written, and the last day that it allows (ISO 8601, shortened to what is known)."""

    text: str
    date: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause that says who does it: fields in the order of the text, and the deadlines named in it."""

    start: int
    end: int
    fields: tuple[Field, ...]
    deadlines: tuple[Deadline, ...] = ()

    def units(self, role: Role) -> tuple[Unit, ...]:
        """All units of a role, in the order of the text."""
        return tuple(unit for f in self.fields if f.role is role for unit in f.units)


@dataclass(frozen=True, slots=True)
class Task:
    """One measure that somebody has to carry out.

    `part` counts the measures of an item that are attributed one by one; `node` is the item (for the row of a table a
    node of level "row" that the outline does not have). `attributions` is empty
    when nobody is named. The first responsible unit is also the lead where the document says so
    (“列第一位者为牵头单位”); `lead`, `participants` and `responsible` hold the outcome. `open_limit` is where the time
    limit of a row is to be written, when its cell is empty.
    """

    number: int | None
    part: int
    node: Node
    section: str
    subsection: str
    summary: str
    start: int
    end: int
    attributions: tuple[Attribution, ...]
    lead: tuple[Unit, ...]
    participants: tuple[Unit, ...]
    responsible: tuple[Unit, ...]
    deadlines: tuple[Deadline, ...]
    open_limit: int | None = None


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """A unit by its name as written, and the tasks that it leads, takes part in and is responsible for."""

    name: str
    lead: tuple[Task, ...] = ()
    participants: tuple[Task, ...] = ()
    responsible: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the view that is not blank, without the space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A parsed document. `frame` is what stands around its body. `nodes` are the roots of the outline, in order; spans
    of children lie inside their parent's.

    `run_on` is true where line breaks were lost: most headings stand in the middle of a line. `attributions` are those
    of the text, and the tasks that are rows of a table have their own. `cells` are the spans of the cells of tables.
    `layout` is in offsets of the source. `scanned` is what its reader says of it, if that knows.
    Rules are given a document `as_prose`: its `text` has letters in place of code, formulas, addresses and the like
    (`View.kept`), each character for one.
    """

    view: View
    kind: Kind
    format: FileFormat
    paragraphs: tuple[Paragraph, ...]
    frame: Frame
    nodes: tuple[Node, ...]
    run_on: bool = False
    attributions: tuple[Attribution, ...] = ()
    tasks: tuple[Task, ...] = ()
    settings: Settings = field(default_factory=Settings)
    layout: Layout | None = None
    cells: tuple[tuple[int, int], ...] = ()
    scanned: bool | None = None
    as_prose: bool = False
    _every_node: tuple[Node, ...] = field(init=False)
    _families: tuple[tuple[Node, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        every = tuple(node for root in self.nodes for node in root.walk())
        object.__setattr__(self, "_every_node", every)
        object.__setattr__(self, "_families", (self.nodes, *(node.children for node in every if node.children)))

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.view.prose if self.as_prose else self.view.text

    @property
    def title(self) -> Title | None:
        """The title of the document, as its frame has it."""
        return self.frame.title

    def walk(self) -> Iterator[Node]:
        """Every node, in the order of the text."""
        return iter(self._every_node)

    @property
    def families(self) -> tuple[tuple[Node, ...], ...]:
        """The nodes that stand side by side: the roots, then those below each node that has any."""
        return self._families

    @property
    def sections(self) -> tuple[Node, ...]:
        """The nodes marked 一、 or 第一章, in the order of the text; what hangs under them are their `children`."""
        return tuple(node for node in self._every_node if node.level in _SECTIONS)

    @property
    def articles(self) -> tuple[Node, ...]:
        """The articles (条), in the order of the text."""
        return tuple(node for node in self._every_node if node.level == "article")

    @property
    def units(self) -> tuple[UnitTasks, ...]:
        """The units that tasks name, each with its tasks, in the order in which they are first named."""
        found: dict[str, dict[Role, list[Task]]] = {}
        for task in self.tasks:
            for role in Role:
                for unit in getattr(task, role):
                    tasks = found.setdefault(unit.name, {role: [] for role in Role})[role]
                    if task not in tasks[-1:]:
                        tasks.append(task)
        return tuple(UnitTasks(name, *(tuple(tasks[role]) for role in Role)) for name, tasks in found.items())

    @property
    def rows(self) -> tuple[Task, ...]:
        """The tasks that are rows of tables."""
        return tuple(task for task in self.tasks if task.node.level == ROW)

    @property
    def every_attribution(self) -> tuple[Attribution, ...]:
        """The attributions of the text, then those of the rows of tables."""
        return self.attributions + tuple(a for row in self.rows for a in row.attributions)

    def fields(self) -> Iterator[tuple[Attribution, Field]]:
        """Every part of every attribution; a cell that goes over several rows only once."""
        seen: set[tuple[int, int, Role]] = set()
        for attribution in self.every_attribution:
            for part in attribution.fields:
                if (place := (part.start, part.end, part.role)) not in seen:
                    seen.add(place)
                    yield attribution, part

    def cell_at(self, offset: int) -> tuple[int, int] | None:
        """The span of the cell of a table that a place stands in."""
        if not self.cells:
            return None
        index = bisect_right(self.cells, offset, key=lambda span: span[0]) - 1
        return self.cells[index] if index >= 0 and offset < self.cells[index][1] else None

    def is_in_cell(self, offset: int) -> bool:
        """Whether a place stands in the cell of a table."""
        return self.cell_at(offset) is not None

    def is_in_row(self, offset: int) -> bool:
        """Whether a place stands in a row that is a task."""
        index = bisect_right(self.tasks, offset, key=lambda task: task.start) - 1
        return index >= 0 and self.tasks[index].node.level == ROW and offset < self.tasks[index].end

    def text_of(self, part: Stretch) -> str:
        """The words of a node, task or other part, as they are read."""
        return self.text[part.start : part.end]

    def source_span(self, part: Stretch) -> tuple[int, int]:
        """Where a part stands in the source: half-open code points, as the `offset` and `end_offset` of findings."""
        return self.view.source_span(part.start, part.end)

    def path_at(self, offset: int) -> tuple[Node, ...]:
        """The nodes that enclose a place of the source (the `offset` of a finding), from the outermost inwards."""
        at = self.view.view_offset(offset)
        path: list[Node] = []
        nodes = self.nodes
        while inside := [node for node in nodes if node.start <= at < node.end]:
            path.append(inside[0])
            nodes = inside[0].children
        return tuple(path)

    def _repr_html_(self) -> str:
        return outline_html(self.title.text if self.title else "", self.nodes)
