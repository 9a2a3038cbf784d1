"""What has become of the passages of a document: plain data, in offsets of the views of both revisions."""

from collections.abc import Iterator

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.pairing import Pairing
from lawcheck.comparing.passages import Passage
from lawcheck.records import dataclass
from lawcheck.structure.document import Document, Role

Span = tuple[int, int]
_WIDER = 2


def touches(span: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return span[0] < other[1] and other[0] < span[1]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that were replaced; an empty span is the place where words are missing."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage in both revisions, with the words that differ in offsets of the views."""

    documents: tuple[Document, Document]
    old: Passage
    new: Passage
    differences: tuple[Difference, ...]

    @property
    def sides(self) -> tuple[tuple[Document, Passage], tuple[Document, Passage]]:
        """Each document with its passage."""
        return (self.documents[0], self.old), (self.documents[1], self.new)

    def one_sided(self, span: Span, in_new: bool) -> tuple[Span, Span]:
        """Words that only one revision has, with their place in the other: spans of the old and of the new one.

        What else differs there (a label, a comma) goes with them where it is no longer than they are.
        """
        for piece in self.differences:
            mine, other = (piece.new, piece.old) if in_new else (piece.old, piece.new)
            if touches(mine, span):
                start, end = min(mine[0], span[0]), max(mine[1], span[1])
                if end - start <= _WIDER * (span[1] - span[0]):
                    span = (start, end)
                return (other, span) if in_new else (span, other)
        place = self.old.end if in_new else self.new.end
        return ((place, place), span) if in_new else (span, (place, place))


@dataclass(frozen=True, slots=True)
class UnitChange:
    """The units of a role that a passage has lost and gained; both are empty where only their order has changed."""

    role: Role
    removed: tuple[str, ...]
    added: tuple[str, ...]
    new: Span


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A time limit, figure, obligation or exception before and after the revision; "" where there is none.

    `weaker` says of an obligation that it binds less than before.
    """

    kind: ChangeKind
    before: str
    after: str
    old: Span
    new: Span
    weaker: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that has changed: what it was (None: added) and what it is now (None: removed).

    A merged one has the passage that holds it now as `new`, a split one the passage that held it before as `old`.
    `place` is where it stands in the new text; where one that is gone would stand.
    """

    old: Passage | None
    new: Passage | None
    kinds: tuple[ChangeKind, ...]
    place: int
    differences: tuple[Difference, ...] = ()
    units: tuple[UnitChange, ...] = ()
    values: tuple[ValueChange, ...] = ()

    @property
    def is_of_pair(self) -> bool:
        """Whether the passage is in both revisions."""
        return (
            self.old is not None
            and self.new is not None
            and not {ChangeKind.MERGED, ChangeKind.SPLIT} & set(self.kinds)
        )


@dataclass(frozen=True, slots=True)
class Renaming:
    """A word or unit that was replaced by another one in `places` passages."""

    before: str
    after: str
    places: int


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two revisions, the passages that belong together, and the changes in the order of the new text."""

    old: Document
    new: Document
    pairing: Pairing
    changes: tuple[Change, ...] = ()
    renamings: tuple[Renaming, ...] = ()

    def with_kind(self, kind: ChangeKind) -> Iterator[Change]:
        """The changes of a kind."""
        return (change for change in self.changes if kind in change.kinds)
