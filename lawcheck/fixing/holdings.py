"""What a document must not lose by a fix: a heading or item, a task, a unit or time limit, a finding that nobody mends.

Whatever a rule believes of its edit, the text after it is parsed again and held against the one before.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue
from lawcheck.structure.document import Document

_Fix = TypeVar("_Fix")
# Rules whose findings tell of what is missing in a task: they end when the task is mended, not by another fix. What a
# title says beside the name of a file (TGT008) is no such thing: a watermark that goes may have held that name.
WATCHED = ("RSP", *(f"TGT00{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9)))
# So many texts are tried to find the fixes that lose something; where that is not enough, none of the rest is made.
_MOST_TRIES = 64


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a document has: nodes by level and number, tasks, units and time limits, what is missing by rule."""

    nodes: Counter[tuple[str, int | None]]
    tasks: int
    named: int
    missing: Counter[str]

    def lose_by(self, after: "Holdings") -> bool:
        """Whether the text after some fixes has less; a finding may go with what it missed having come."""
        if self.nodes - after.nodes or after.tasks < self.tasks or after.named < self.named:
            return True
        mended = after.nodes != self.nodes or after.tasks > self.tasks or after.named > self.named
        return not mended and bool(self.missing - after.missing)


def holdings(document: Document, issues: Sequence[Issue]) -> Holdings:
    """What a document has, with these findings."""
    named = sum(len((*t.lead, *t.participants, *t.responsible, *t.deadlines)) for t in document.tasks)
    missing = Counter(issue.code for issue in issues if issue.code.startswith(WATCHED) and not issue.edits)
    nodes = Counter((node.level, node.number) for node in document.walk())
    return Holdings(nodes, len(document.tasks), named, missing)


def without_losses(fixes: Sequence[_Fix], loses: Callable[[Sequence[_Fix]], bool]) -> list[_Fix]:
    """As many of these fixes as lose nothing when they are made together."""
    left = _MOST_TRIES

    def tried(some: Sequence[_Fix]) -> bool:
        nonlocal left
        left -= 1
        return left < 0 or loses(some)

    def kept(some: Sequence[_Fix]) -> list[_Fix]:
        if not some or not tried(some):
            return list(some)
        if len(some) == 1 or left < 0:
            return []
        middle = len(some) // 2
        first, second = kept(some[:middle]), kept(some[middle:])
        both = [*first, *second]
        return first if first and second and tried(both) else both

    return kept(fixes)
