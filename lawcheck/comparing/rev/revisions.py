"""Changes of substance that a reviewer has to confirm (REV001, REV002, REV003, REV005, REV007)."""

from collections.abc import Iterator

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Comparison
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Role

_SIGNS = "，。；、,;"
_ROLES = {Role.LEAD: "lead", Role.PARTICIPANTS: "participants", Role.RESPONSIBLE: "default"}
_LONGEST = 40


def task_removed(comparison: Comparison) -> Iterator[Finding]:
    """REV001: a task that the new revision has no more, nor as a part of another one; where it would stand."""
    for change in comparison.with_kind(ChangeKind.REMOVED):
        if change.old and change.old.task:
            yield Finding(change.place, change.place, {"label": change.old.label, "task": change.old.task.summary})


def unit_changed(comparison: Comparison) -> Iterator[Finding]:
    """REV002: a task with other units than before; one that is only called otherwise now is the same."""
    for change in comparison.with_kind(ChangeKind.UNITS):
        for units in change.units:
            removed, added = "、".join(units.removed), "、".join(units.added)
            if removed or added:
                variant = _ROLES[units.role] if removed and added else "removed" if removed else "added"
                yield Finding(*units.new, {"removed": removed, "added": added}, variant)


def deadline_or_target_changed(comparison: Comparison) -> Iterator[Finding]:
    """REV003: a time limit that was changed, set or lifted; a figure that was changed."""
    for change in comparison.changes:
        for value in change.values:
            if value.kind in (ChangeKind.DEADLINES, ChangeKind.TARGETS):
                both = "default" if value.kind is ChangeKind.DEADLINES else "target"
                variant = both if value.before and value.after else "lifted" if value.before else "set"
                yield Finding(*value.new, {"before": value.before, "after": value.after}, variant)


def modality_weakened(comparison: Comparison) -> Iterator[Finding]:
    """REV005: an obligation that binds less than before."""
    for change in comparison.with_kind(ChangeKind.MODALITY):
        for value in change.values:
            if value.kind is ChangeKind.MODALITY and value.weaker:
                variant = "default" if value.before else "qualified"
                yield Finding(*value.new, {"before": value.before, "after": value.after}, variant)


def exception_removed(comparison: Comparison) -> Iterator[Finding]:
    """REV007: an exception that was taken out or put in, and not moved from one place to another."""
    for change in comparison.with_kind(ChangeKind.EXCEPTIONS):
        for value in change.values:
            if value.kind is ChangeKind.EXCEPTIONS:
                words = value.before or value.after
                before, after = (document.text.count(words) for document in (comparison.old, comparison.new))
                if (before > after) == bool(value.before) and before != after:
                    yield Finding(*value.new, {"words": _short(words)}, "default" if value.before else "added")


def _short(words: str) -> str:
    words = words.strip(_SIGNS)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
