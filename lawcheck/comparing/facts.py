"""What the differing words of a passage mean: units, time limits, figures, obligations, exceptions, references."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Difference, Pair, Span, UnitChange, ValueChange, touches
from lawcheck.comparing.exceptions import exception_changes
from lawcheck.comparing.internal_references import references
from lawcheck.comparing.modality import modality_changes
from lawcheck.comparing.passages import FRAME, Passage
from lawcheck.comparing.quantities import DATE, Quantity, quantities
from lawcheck.records import dataclass
from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import Deadline, Document, Role

# A longer piece is another sentence: its figures are not those of the old one.
_LONGEST_PIECE = 40


@dataclass(frozen=True, slots=True)
class Facts:
    """What has changed in a pair, and the differences that this does not explain."""

    units: tuple[UnitChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    references: bool = False
    unexplained: tuple[Difference, ...] = ()


def facts(pair: Pair, same_unit: Mapping[str, str]) -> Facts:
    """What the differences of a pair mean; `same_unit` has for a unit of the old revision its name in the new one."""
    if not pair.differences or pair.new.level in FRAME:
        return Facts(unexplained=pair.differences)
    units = tuple(_unit_changes(pair, same_unit))
    values = [*_deadline_changes(pair), *exception_changes(pair)]
    values += _figure_changes(pair, values)
    values += modality_changes(pair)
    cited = [references(document.text, p.body, p.end) for document, p in pair.sides]
    left: list[Difference] = []
    is_cited = False
    for piece in pair.differences:
        if any(_covers(value.old, piece.old) and _covers(value.new, piece.new) for value in values):
            continue
        if _among(cited[0], piece.old) and _among(cited[1], piece.new):
            is_cited = True
        elif not ((units or _renames(pair, piece, same_unit)) and _is_attribution(pair, piece)):
            left.append(piece)
    return Facts(units, tuple(sorted(values, key=lambda v: (v.new, v.old))), is_cited, tuple(left))


def _covers(span: Span, piece: Span) -> bool:
    return span[0] <= piece[0] and piece[1] <= span[1]


def _among(spans: Sequence[Span], piece: Span) -> bool:
    return any(_covers(span, piece) for span in spans)


def _is_attribution(pair: Pair, piece: Difference) -> bool:
    sides = ((pair.old, piece.old), (pair.new, piece.new))
    return all(_among([(a.start, a.end) for a in p.attributions], s) or s[0] == s[1] == p.end for p, s in sides)


def _renames(pair: Pair, piece: Difference, same_unit: Mapping[str, str]) -> bool:
    """Whether a piece is of the name of a unit that is only called otherwise now."""
    units = [u for a in pair.old.attributions for f in a.fields for u in f.units]
    return any(u.name in same_unit and _covers((u.start, u.end), piece.old) for u in units)


def units_by_role(passage: Passage) -> dict[Role, tuple[str, ...]]:
    """The names of the units of a passage, those of a task as the task has them."""
    task = passage.task
    if task and all(passage.start <= a.start and a.end <= passage.end for a in task.attributions):
        return {role: tuple(unit.name for unit in getattr(task, role)) for role in Role}
    return {role: tuple(dict.fromkeys(u.name for a in passage.attributions for u in a.units(role))) for role in Role}


def _unit_changes(pair: Pair, same_unit: Mapping[str, str]) -> Iterator[UnitChange]:
    before, after = units_by_role(pair.old), units_by_role(pair.new)
    for role in Role:
        old, new = [same_unit.get(name, name) for name in before[role]], after[role]
        was, now = frozenset(old), frozenset(new)
        removed = tuple(n for n, same in zip(before[role], old, strict=True) if same not in now)
        added = tuple(name for name in new if name not in was)
        if removed or added or tuple(old) != new:
            yield UnitChange(role, removed, added, _place(pair.new, role))


def _place(passage: Passage, role: Role) -> Span:
    """The part of the text that names the units of a role; the end of the passage where there is none."""
    fields = [f for a in passage.attributions for f in a.fields if f.role is role]
    fields = fields or [f for a in passage.attributions for f in a.fields]
    return (fields[0].start, fields[0].end) if fields else (passage.end, passage.end)


def _deadlines(document: Document, passage: Passage) -> list[Deadline]:
    found = {d.start: d for d in find_deadlines(document.text, passage.body, passage.end)}
    found |= {d.start: d for a in passage.attributions for d in a.deadlines}
    return [found[start] for start in sorted(found)]


def _day(deadline: Deadline) -> str:
    return deadline.date or "".join(deadline.text.split())


def _deadline_changes(pair: Pair) -> Iterator[ValueChange]:
    """The time limits of both that have no equal in the other, the first with the first."""
    old, new = (_deadlines(d, p) for d, p in pair.sides)
    gone = _without(old, new, [piece.old for piece in pair.differences])
    come = _without(new, old, [piece.new for piece in pair.differences])
    for before, after in zip_longest(gone, come):
        if after is None:
            spans = pair.one_sided((before.start, before.end), in_new=False)
            yield ValueChange(ChangeKind.DEADLINES, before.text, "", *spans)
        elif before is None:
            spans = pair.one_sided((after.start, after.end), in_new=True)
            yield ValueChange(ChangeKind.DEADLINES, "", after.text, *spans)
        else:
            spans = (before.start, before.end), (after.start, after.end)
            yield ValueChange(ChangeKind.DEADLINES, before.text, after.text, *spans)


def _without(mine: Sequence[Deadline], others: Sequence[Deadline], changed: Sequence[Span]) -> list[Deadline]:
    """What the others have not, or not so often; of equal ones those whose words have changed."""
    left = Counter(map(_day, others))
    found = []
    for deadline in sorted(mine, key=lambda d: any(touches(span, (d.start, d.end)) for span in changed)):
        if left[_day(deadline)]:
            left[_day(deadline)] -= 1
        else:
            found.append(deadline)
    return sorted(found, key=lambda d: d.start)


def _figure_changes(pair: Pair, known: Sequence[ValueChange]) -> Iterator[ValueChange]:
    """Figures that were replaced by others of the same unit, outside the time limits that are known."""
    limited = [[(d.start, d.end) for d in _deadlines(document, p)] for document, p in pair.sides]
    for piece in pair.differences:
        if any(_covers(v.old, piece.old) and _covers(v.new, piece.new) for v in known):
            continue
        if max(piece.old[1] - piece.old[0], piece.new[1] - piece.new[0]) > _LONGEST_PIECE:
            continue
        before, after = (
            [q for q in quantities(document.text, *span) if q.unit != DATE or not _among(limits, (q.start, q.end))]
            for document, span, limits in zip(pair.documents, (piece.old, piece.new), limited, strict=True)
        )
        if [q.unit for q in before] == [q.unit for q in after]:
            yield from (_figure(b, a) for b, a in zip(before, after, strict=True) if b.value != a.value)


def _figure(before: Quantity, after: Quantity) -> ValueChange:
    kind = ChangeKind.DEADLINES if before.unit == DATE else ChangeKind.TARGETS
    return ValueChange(kind, before.text, after.text, (before.start, before.end), (after.start, after.end))
