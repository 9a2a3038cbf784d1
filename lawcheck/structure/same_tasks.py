"""Tasks that stand both in the text and in a table of it: what is the same is told once."""

from collections.abc import Sequence
from dataclasses import replace

from lawcheck.structure.document import ROW, Task
from lawcheck.text.patterns import Pattern

_NOT_WORDS = Pattern(r"[\W_]+")
_ORDINAL = Pattern(r"[\s（(]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．）)]+")
_FEWEST_CHARACTERS = 4


def told_once(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks without the rows that repeat one of the text; it gains what only its row says.

    A row that names other units, or another time, says something else and stays.
    """
    by_words: dict[str, list[int]] = {}
    for index, task in enumerate(tasks):
        if task.node.level != ROW and len(words := _words(task)) >= _FEWEST_CHARACTERS:
            by_words.setdefault(words, []).append(index)
    kept: list[Task | None] = list(tasks)
    for index, row in enumerate(tasks):
        places = by_words.get(_words(row), []) if row.node.level == ROW else []
        # Each task of the text is that of one row.
        for place in places:
            own = kept[place]
            if own is not None and (both := _together(own, row)) is not None:
                kept[place], kept[index] = both, None
                places.remove(place)
                break
    return tuple(task for task in kept if task is not None)


def _words(task: Task) -> str:
    """What the task is called, without its number and signs."""
    ordinal = _ORDINAL.match(task.summary)
    return _NOT_WORDS.compiled.sub("", task.summary[ordinal.end() if ordinal else 0 :])


def _together(task: Task, row: Task) -> Task | None:
    """A task with what its row adds; None where they contradict each other."""
    own, others = _who(task), _who(row)
    if own and others and not (own <= others or others <= own):
        return None
    if (
        task.deadlines
        and row.deadlines
        and {d.date or d.text for d in task.deadlines}.isdisjoint(d.date or d.text for d in row.deadlines)
    ):
        return None
    fuller = row if len(others) > len(own) else task
    return replace(
        task,
        attributions=task.attributions or row.attributions,
        lead=fuller.lead,
        participants=fuller.participants,
        responsible=fuller.responsible,
        deadlines=task.deadlines or row.deadlines,
    )


def _who(task: Task) -> set[str]:
    return {unit.name for unit in (*task.lead, *task.participants, *task.responsible)}
