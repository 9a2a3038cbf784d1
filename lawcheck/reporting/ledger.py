"""What a ledger of tasks says: its columns, how a task is called in it, and what each unit has to do."""

from collections import Counter
from collections.abc import Callable, Iterable

from lawcheck.records import dataclass, field
from lawcheck.reporting.report import TaskEntry, TaskFile

ROLES = ("lead", "participants", "responsible")
Value = str | int | None
_SEPARATOR = "、"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of the task of a document; its name is that of a word, its width in characters."""

    name: str
    width: int
    value: Callable[[str, TaskEntry], Value]


COLUMNS = {
    column.name: column
    for column in (
        Column("column-file", 12, lambda path, task: path),
        Column("column-number", 5, lambda path, task: task.number),
        Column("column-part", 5, lambda path, task: task.part),
        Column("column-section", 12, lambda path, task: task.section),
        Column("column-subsection", 12, lambda path, task: task.subsection),
        Column("column-summary", 16, lambda path, task: task.summary),
        Column("column-lead", 12, lambda path, task: joined(task.lead)),
        Column("column-participants", 16, lambda path, task: joined(task.participants)),
        Column("column-responsible", 12, lambda path, task: joined(task.responsible)),
        Column("column-deadlines", 11, lambda path, task: joined(limit.text for limit in task.deadlines)),
        Column("column-dates", 11, lambda path, task: joined(limit.date or "" for limit in task.deadlines)),
        Column("column-start", 10, lambda path, task: task.offset),
        Column("column-end", 10, lambda path, task: task.end_offset),
        Column("column-text", 48, lambda path, task: task.text),
        Column("column-place", 8, lambda path, task: place(task)),
    )
}


@dataclass(slots=True)
class UnitDuties:
    """A unit by its name as written, how many tasks name it, and by role their documents and what they are called."""

    name: str
    tasks: int = 0
    roles: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {role: [] for role in ROLES})


def joined(names: Iterable[str]) -> str:
    """Several names or time limits in one cell."""
    return _SEPARATOR.join(names)


def place(task: TaskEntry) -> str:
    """Where a task begins, as people write it."""
    return f"{task.start.line}:{task.start.column}"


def number(task: TaskEntry) -> str:
    """The number of a task, with that of its part after the first."""
    return ("" if task.number is None else str(task.number)) + (f"-{task.part}" if task.part > 1 else "")


def unit_roles(task: TaskEntry) -> dict[str, list[str]]:
    """Each unit that a task names, with its roles there."""
    found: dict[str, list[str]] = {}
    for role in ROLES:
        for name in dict.fromkeys(getattr(task, role)):
            found.setdefault(name, []).append(role)
    return found


def by_unit(files: Iterable[TaskFile]) -> list[UnitDuties]:
    """What each unit has to do; those with the most tasks first, else in the order of the text."""
    units: dict[str, UnitDuties] = {}
    for file in files:
        for task, called in zip(file.tasks, _called(file), strict=True):
            for name, roles in unit_roles(task).items():
                unit = units.setdefault(name, UnitDuties(name))
                unit.tasks += 1
                for role in roles:
                    unit.roles[role].append((file.path, called))
    return sorted(units.values(), key=lambda unit: -unit.tasks)


def _called(file: TaskFile) -> list[str]:
    """What each task of a document is called: its number, and its place where the number does not tell it apart."""
    numbers = [number(task) for task in file.tasks]
    count = Counter(numbers)
    return [
        own if task.number is not None and count[own] == 1 else f"{own}（{place(task)}）"
        for task, own in zip(file.tasks, numbers, strict=True)
    ]
