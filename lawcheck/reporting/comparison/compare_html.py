"""What has become of two revisions, as a page with both texts side by side."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lawcheck.checks.checked import Checked
from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Change
from lawcheck.comparing.passages import Passage
from lawcheck.comparing.review import Reviewed
from lawcheck.records import dataclass
from lawcheck.reporting.comparison.compare_convert import summary
from lawcheck.reporting.comparison.pieces import ComparedPiece, flat, kind_names, name, new_pieces, notes, old_pieces
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue
from lawcheck.structure.document import Document
from lawcheck.text.source import LineIndex, Position

_RUN = "run"


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A passage of one revision: what it is called, where it begins (`at` in the source), and its text in pieces."""

    name: str
    place: Position
    at: int
    pieces: tuple[ComparedPiece, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A passage in both revisions; `kinds` is empty where it has not changed."""

    old: ComparedCell | None
    new: ComparedCell | None
    kinds: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ComparedBlock:
    """A row that has changed, with its number; or rows in a row that have not, or of which only the ordinals have."""

    rows: Sequence[ComparedRow]
    summary: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A finding for people."""

    severity: str
    code: str
    message: str
    place: Position
    at: int


def compare_html(reviewed: Reviewed, language: str) -> str:
    """The whole page."""
    found = reviewed.findings
    old, new = reviewed.old.source, reviewed.new.source
    return page(
        "lawcheck.reporting.comparison",
        "compare.html",
        "compare.css",
        language,
        old=visible(old.path),
        new=visible(new.path),
        changes=len(reviewed.comparison.changes),
        counts=[(word(f"kind-{kind}", language), n) for kind, n in summary(reviewed.comparison.changes).items()],
        renamings=[(visible(r.before), visible(r.after), r.places) for r in reviewed.comparison.renamings],
        findings=[
            ("of-revision", visible(new.path), _told(reviewed.revision, reviewed.new, language)),
            ("fresh", visible(new.path), _told(found.fresh, reviewed.new, language)),
            ("gone", visible(old.path), _told(found.gone, reviewed.old, language)),
            ("still", visible(new.path), _told(found.still, reviewed.new, language)),
        ],
        blocks=list(_blocks(_Rows(reviewed, language), language)),
    )


def changed_rows(reviewed: Reviewed, language: str) -> list[ComparedRow]:
    """The passages that have changed, in the order of the new revision."""
    return [row for row in _Rows(reviewed, language) if row.kinds]


def _told(diagnostics: Sequence[Issue], checked: Checked, language: str) -> list[Told]:
    lines = LineIndex(checked.source.text)
    found = [tell(diagnostic, checked.own_rules, language) for diagnostic in diagnostics]
    return [
        Told(word(d.severity, language), d.code, visible(d.message), lines.position(d.start), d.start) for d in found
    ]


class _Rows:
    """The passages of both revisions in the order of the new one."""

    def __init__(self, reviewed: Reviewed, language: str) -> None:
        self._comparison = reviewed.comparison
        self._language = language
        self._lines = (LineIndex(reviewed.old.source.text), LineIndex(reviewed.new.source.text))

    def __iter__(self) -> Iterator[ComparedRow]:
        pairing = self._comparison.pairing
        changed = {
            change.new.index: change for change in self._comparison.changes if change.new and _is_at_home(change)
        }
        gone = iter([change for change in self._comparison.changes if not _is_at_home(change)])
        waiting = next(gone, None)
        for passage in pairing.new:
            while waiting and waiting.place <= passage.start:
                yield self._changed(waiting)
                waiting = next(gone, None)
            if passage.index in changed:
                yield self._changed(changed[passage.index])
            elif old := pairing.origin(passage):
                yield ComparedRow(
                    self._cell(old, 0, (ComparedPiece(flat(old.text)),)),
                    self._cell(passage, 1, (ComparedPiece(flat(passage.text)),)),
                )
        while waiting:
            yield self._changed(waiting)
            waiting = next(gone, None)

    def _changed(self, change: Change) -> ComparedRow:
        old = self._cell(change.old, 0, tuple(old_pieces(self._comparison, change))) if change.old else None
        new = self._cell(change.new, 1, tuple(new_pieces(self._comparison, change))) if change.new else None
        return ComparedRow(old, new, kind_names(change, self._language), list(notes(change, self._language)))

    def _cell(self, passage: Passage, side: int, pieces: tuple[ComparedPiece, ...]) -> ComparedCell:
        document: Document = (self._comparison.old, self._comparison.new)[side]
        at = document.view.source_offset(passage.start)
        return ComparedCell(name(passage, self._language), self._lines[side].position(at), at, pieces)


def _is_at_home(change: Change) -> bool:
    """Whether the row of a change is that of its new passage: one that is gone has none, or that of another."""
    return not {ChangeKind.REMOVED, ChangeKind.MERGED} & set(change.kinds)


def _blocks(rows: Iterable[ComparedRow], language: str) -> Iterator[ComparedBlock]:
    """Rows that have changed one by one, the others together."""
    number = 0
    renumbered = [word(f"kind-{ChangeKind.RENUMBERED}", language)]
    for key, group in groupby(rows, lambda row: () if not row.kinds else _RUN if row.kinds == renumbered else row):
        together = list(group)
        if key == ():
            yield ComparedBlock(together, word("unchanged", language, count=len(together)))
        elif key is _RUN:
            yield ComparedBlock(together, _run(together, language))
        else:
            number += 1
            yield ComparedBlock(together, number=number)


def _run(rows: Sequence[ComparedRow], language: str) -> str:
    """What is said of rows of which only the ordinals have changed."""
    ends = rows[:1] if len(rows) == 1 else (rows[0], rows[-1])
    old = "—".join(row.old.name for row in ends if row.old)
    new = "—".join(row.new.name for row in ends if row.new)
    return word("renumbered-run", language, old=old, new=new, count=len(rows))
