"""Who is responsible: tasks without a unit, attributions that name nobody, name somebody twice or are run together."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.rsp.people_labels import people_labels
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import ROW, Attribution, Document, Field, Node, Role, Task, Unit
from lawcheck.structure.table_columns import names_people
from lawcheck.structure.tables import is_dash
from lawcheck.structure.tasks import is_general, is_set_apart
from lawcheck.structure.units import is_group
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS, PLACE_END

_ATTRIBUTED_SHARE = 0.6
_FEWEST_ATTRIBUTED = 3
_FEWEST_CHARACTERS = 8
_FEWEST_IN_PARAGRAPH = 30
_ENDED = frozenset("。！？；.!?;）)〕]”’」』》")
_OPENING = frozenset("（(〔[【")
_SEPARATOR = Pattern(r"[、，,；;/\s]+")
_COLON = Pattern("[：:]")
_FORM = Pattern("[（(](?:盖?公?章|盖章|签[章字名])")
_LINE = Pattern("[\n。]")
_SENTENCE = Pattern(r"[^。\n]{1,60}。?")
_BLANKET = Pattern("以下各?项?任?务?均[含包][^。\\n]{2,80}(?:不再|不另)")
_OWNER = Pattern(r"(?:国家|[省市区县州旗镇乡])|[^省市区县州旗]{2,6}[省市区县州旗]")


_NAMES_SOMEBODY = Pattern(
    r"负责[)）》>】〉]?[ \u3000]{0,4}\s{0,8}\Z|"
    r"[（(][^（()）。]{2,60}(?:部(?![分署门])|局(?!面)|厅|署|委(?!托))[^（()）。]{0,20}[)）]\s{0,8}\Z|"
    r"[（(][^（()）。]{2,80}\Z"
)
_TAIL = 80
# 试点城市负责编制方案: a sentence says who acts, though no office.
_ACTS = Pattern(f"[。；\n][{HAN}]{{2,12}}(?<!认真)(?<!切实)(?<!严格)负责(?![人制])[{HAN}]{{2}}", needs=("负责",))


def task_without_unit(document: Document, *, min_attributed: int, min_share: int) -> Iterator[Finding]:
    """RSP001: a task for which nobody is named, where most tasks of the document have somebody."""
    tasks = document.tasks
    attributed = sum(is_set_apart(document.text, task) for task in tasks)
    if attributed < min_attributed or 100 * attributed < min_share * len(tasks):
        return
    excuses = _Excuses(document)
    for task in tasks:
        excused = excuses.excuse_row(task) if task.node.level == ROW else excuses.excuse(task)
        if not task.attributions and not excused:
            node = task.node
            yield Finding(node.start, max(node.title_end, node.body_start), {"task": _shortened(task.summary)})
    yield from _measures_without_unit(document)


def _measures_without_unit(document: Document) -> Iterator[Finding]:
    """The one paragraph of an item that nobody is named for, where each of the others is attributed by itself."""
    paragraphs = document.paragraphs
    starts = [p.start for p in paragraphs]
    closed = {bisect_left(starts, a.end) - 1 for task in document.tasks for a in task.attributions[-1:]}
    parted = {task.node.start: task for task in document.tasks if task.part > 1 and task.node.level != ROW}
    for task in parted.values():
        first = bisect_left(starts, task.node.title_end)
        own = range(first, bisect_left(starts, task.end))
        missing = [i for i in own if i not in closed]
        if len(missing) != 1 or len(own) < _FEWEST_ATTRIBUTED:
            continue
        paragraph = paragraphs[missing[0]]
        sentence = _SENTENCE.match(document.text, paragraph.start, paragraph.end)
        if sentence and sentence[0][-1] == "。" and paragraph.end - paragraph.start >= _FEWEST_IN_PARAGRAPH:
            values = {"task": _shortened(sentence[0].rstrip("。"))}
            yield Finding(paragraph.start, sentence.end() - 1, values)


class _Excuses:
    """Why a task may go without a unit: aims and organisation, a section attributed as a whole, a torn end.

    In a section on organisation, the only item of many that nobody is named for is no better than elsewhere.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._starts = [a.start for a in document.attributions]
        self._above = dict(_lineage(document.nodes, ()))
        self._unnamed = {n.start: sum(not self._named(c.start, c.end) for c in n.children) for n in document.walk()}
        blanket = _BLANKET.search(document.text)
        self._blanket_from = blanket.start() if blanket else len(document.text)
        end = len(document.text[: document.view.body_end].rstrip())
        # A task goes on to the line break that follows it: of a text that is whole none reaches further than its end.
        self._torn_at = end if document.text[end - 1 : end] not in _ENDED else len(document.text) + 1

    def excuse(self, task: Task) -> bool:
        """Whether one of these reasons holds for a task."""
        node = task.node
        above = self._above.get(node.start, ())
        if task.start > self._blanket_from or any(self._named(n.start, n.text_end) for n in above):
            return True
        # Somebody is named, in brackets that recognition has broken: 《海关总署负责)
        if _NAMES_SOMEBODY.search(self._text, max(node.start, node.end - _TAIL), node.end):
            return True
        if _ACTS.search(self._text, node.start, node.end):
            return True
        if node.end >= self._torn_at or node.end - node.body_start < _FEWEST_CHARACTERS or is_general((node,)):
            return True
        return is_general(above) and self._unnamed[above[-1].start] > 1

    def excuse_row(self, task: Task) -> bool:
        """Whether a row goes on with the one above, has a dash for what it does not need, or is of another kind."""
        dashes = any(is_dash(cell.strip()) for cell in self._text[task.start : task.end].split("\n"))
        return task.part > 1 or dashes or is_general((task.node,))

    def _named(self, start: int, end: int) -> bool:
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)


def _lineage(nodes: tuple[Node, ...], above: tuple[Node, ...]) -> Iterator[tuple[int, tuple[Node, ...]]]:
    """Every node, by its start, with the nodes above it."""
    for node in nodes:
        yield node.start, above
        yield from _lineage(node.children, (*above, node))


def _shortened(summary: str) -> str:
    return summary if len(summary) <= 20 else summary[:20] + "…"


def empty_unit_field(document: Document) -> Iterator[Finding]:
    """RSP002: a label with nothing, or only punctuation, after it; an empty cell where most rows name a unit."""
    for _, field in _fields(document):
        # 责任单位（盖章）： is to be filled in by hand.
        if not field.units and not _FORM.search(document.text, field.start, field.end):
            yield Finding(field.start, field.end, {"label": field.label})
    cells = [field for row in document.rows if row.part == 1 for a in row.attributions for field in a.fields]
    named = Counter(field.label for field in cells if field.units)
    rows = Counter(field.label for field in cells)
    for field in cells:
        usual = named[field.label] >= max(_FEWEST_ATTRIBUTED, _ATTRIBUTED_SHARE * rows[field.label])
        if not field.units and usual and field.role is not Role.PARTICIPANTS:
            yield Finding(
                field.start, field.end, {"label": field.label}, "people" if names_people(field.label) else "cell"
            )


def no_named_lead(document: Document) -> Iterator[Finding]:
    """RSP003: only kinds of units (各有关部门) are responsible, where the document names its units elsewhere."""
    attributions = document.every_attribution
    vague = [a for a in attributions if _is_vague(a)]
    if 2 * len(vague) >= len(attributions):
        return
    # A cell that goes over several rows is vague once.
    found = [next(f for f in a.fields if f.units and f.role is not Role.PARTICIPANTS) for a in vague]
    for field in {field.start: field for field in found}.values():
        yield Finding(field.start, field.end, {"units": "、".join(u.name for u in field.units)})


def _is_vague(attribution: Attribution) -> bool:
    """Whether a label makes kinds of units responsible and nobody leads them."""
    answerable = [f for f in attribution.fields if f.role is not Role.PARTICIPANTS and f.units]
    labelled = any(f.label for f in answerable)
    return labelled and all(is_group(unit.name) for f in answerable for unit in f.units)


def duplicate_unit(document: Document) -> Iterator[Finding]:
    """RSP004: a unit that stands twice in one field, or both leads and takes part."""
    for attribution, field in document.fields():
        seen: dict[str, Unit] = {}
        for unit in field.units:
            earlier = seen.setdefault(unit.name, unit)
            if earlier is not unit and not _is_elliptic(unit, field):
                cut = Edit(_separator_start(document.text, unit.start), unit.end, "")
                related = ((earlier.start, earlier.end, "first"),)
                yield Finding(unit.start, unit.end, {"unit": unit.name}, edits=(cut,), related=related)
        if field.role is Role.PARTICIPANTS:
            leading = {unit.name: unit for unit in attribution.units(Role.LEAD)}
            for unit in field.units:
                if unit.name in leading and not is_group(unit.name):
                    earlier = leading[unit.name]
                    related = ((earlier.start, earlier.end, "first"),)
                    yield Finding(unit.start, unit.end, {"unit": unit.name}, "lead", related=related)


def _is_elliptic(unit: Unit, field: Field) -> bool:
    """Whether a bare name may belong to several places: 甲市公安局、司法局，乙新区公安局、司法局."""
    return _OWNER.match(unit.name) is None and any(_OWNER.match(other.name) for other in field.units)


def _separator_start(text: str, at: int) -> int:
    while at and _SEPARATOR.fullmatch(text[at - 1]):
        at -= 1
    return at


def inconsistent_unit_label(document: Document) -> Iterator[Finding]:
    """RSP007: a rarer label for what the document elsewhere labels in other words (牵头单位, 牵头部门)."""
    counts = {role: Counter(f.label for _, f in _fields(document) if f.role is role and f.label) for role in Role}
    yield from people_labels(document.text)
    apart = {label for a in document.attributions for label in _labels_side_by_side(a)}
    for _, field in _fields(document):
        if not field.label or field.label in apart:
            continue
        usual, number = counts[field.role].most_common(1)[0]
        if field.label != usual and usual not in apart and 2 * counts[field.role][field.label] <= number:
            yield Finding(field.start, _label_end(document, field), {"label": field.label, "usual": usual})


def _labels_side_by_side(attribution: Attribution) -> Iterator[str]:
    """Labels of one role that stand in one attribution: they mean different things to its author."""
    for role in Role:
        labels = {f.label for f in attribution.fields if f.role is role and f.label}
        if len(labels) > 1:
            yield from labels


def _label_end(document: Document, field: Field) -> int:
    colon = _COLON.search(document.text, field.start, field.end)
    return colon.end() if colon else field.end


def glued_unit_labels(document: Document) -> Iterator[Finding]:
    """RSP008: a label that follows the units before it without a separator or a line's end."""
    for attribution in document.attributions:
        for before, field in pairwise(attribution.fields):
            if field.label and before.units and before.end == field.start:
                edit = Edit(field.start, field.start, "；")
                yield Finding(field.start, _label_end(document, field), edits=(edit,))


def label_twice(document: Document) -> Iterator[Finding]:
    """RSP011: one attribution in one pair of brackets, or on one line, has a label twice."""
    for attribution in document.attributions:
        seen: dict[str, Field] = {}
        for field in attribution.fields:
            first = seen.setdefault(field.label, field) if field.label else field
            if first is not field and not _LINE.search(document.text, first.start, field.start):
                related = ((first.start, _label_end(document, first), "first"),)
                yield Finding(field.start, _label_end(document, field), {"label": field.label}, related=related)


# 市公安局市交通运输局; what is named by a committee's office and its department (市委教育工委市教育局) is one body.
_GLUED = Pattern(
    f"(?P<place>[{HAN}]{{0,6}}?{PLACE_END})(?!委)[{HAN}]{{2,12}}?[局委办厅](?P<second>(?P=place)(?:{DEPARTMENTS})"
    f"[{HAN}]{{0,8}}[局委办厅])$"
)


def unit_separator(document: Document) -> Iterator[Finding]:
    """RSP009: separators of two kinds between units of one class, or none: 甲局、乙局，各县政府 has two levels."""
    for _, field in _fields(document):
        for unit in field.units:
            if glued := _GLUED.match(document.text, unit.start, unit.end):
                at = glued.start("second")
                yield Finding(at, at, {"second": glued["second"]}, "missing", (Edit(at, at, "、"),), unsafe=True)
        gaps = []
        for left, right in pairwise(field.units):
            gap = document.text[left.end : right.start]
            if _SEPARATOR.fullmatch(gap):
                gaps.append((left, right, gap))
        kinds = {gap.strip() for _, _, gap in gaps}
        if len(kinds) < 2 or len({_class(unit) for unit in field.units}) > 1:
            continue
        if any(_is_elliptic(unit, field) for unit in field.units):
            continue
        for left, right, gap in gaps:
            if gap.strip() != "、":
                yield Finding(left.end, right.start, {"found": gap.strip()}, edits=(Edit(left.end, right.start, "、"),))


def _class(unit: Unit) -> str:
    """Units that a writer would set apart by a comma differ in this."""
    name = unit.name
    if is_group(name):
        return "group"
    if name.startswith("各") or name.endswith(("政府", "管委会", "街道", "镇", "乡", "区", "县", "市")):
        return "place"
    if name.endswith(("会", "联", "协", "社", "院", "行", "公司", "集团", "大学")) or "委" in name[1:3]:
        return "body"
    return name[0] if name[0] in "省市区县州" else "office"


def _fields(document: Document) -> Iterator[tuple[Attribution, Field]]:
    """Every part of the attributions in the text, whose labels and separators its author wrote one by one."""
    for attribution in document.attributions:
        for field in attribution.fields:
            yield attribution, field
