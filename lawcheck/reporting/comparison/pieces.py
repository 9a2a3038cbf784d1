"""The text of a changed passage in pieces: what stayed, what was taken out, what was put in."""

from collections.abc import Iterator
from enum import StrEnum

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Change, Comparison
from lawcheck.comparing.passages import Passage
from lawcheck.records import dataclass
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.words import word

# What the words of a list are joined by.
_LIST = "、"


class Fate(StrEnum):
    """What has become of a piece; the elements of HTML that say so."""

    SAME = "same"
    OUT = "del"
    IN = "ins"


@dataclass(frozen=True, slots=True)
class ComparedPiece:
    """A run of text, on one line."""

    text: str
    fate: Fate = Fate.SAME


def old_pieces(comparison: Comparison, change: Change) -> Iterator[ComparedPiece]:
    """The text of the old passage; all of one that is gone was taken out."""
    if change.old:
        is_gone = bool({ChangeKind.REMOVED, ChangeKind.MERGED} & set(change.kinds))
        spans = [(change.old.body, change.old.end)] if is_gone else [piece.old for piece in change.differences]
        yield from _pieces(comparison.old.text, change.old, spans, Fate.OUT)


def new_pieces(comparison: Comparison, change: Change) -> Iterator[ComparedPiece]:
    """The text of the new passage; all of one that was added was put in."""
    if change.new:
        is_new = bool({ChangeKind.ADDED, ChangeKind.SPLIT} & set(change.kinds))
        spans = [(change.new.body, change.new.end)] if is_new else [piece.new for piece in change.differences]
        yield from _pieces(comparison.new.text, change.new, spans, Fate.IN)


def _pieces(text: str, passage: Passage, spans: list[tuple[int, int]], fate: Fate) -> Iterator[ComparedPiece]:
    at = passage.body
    for start, end in spans:
        if start > at:
            yield ComparedPiece(flat(text[at:start]))
        if end > start:
            yield ComparedPiece(flat(text[start:end]), fate)
        at = max(at, end)
    if at < passage.end:
        yield ComparedPiece(flat(text[at : passage.end]))


def flat(text: str) -> str:
    """A text on one line, what cannot be seen made visible."""
    return visible(" ".join(text.split()))


def kind_names(change: Change, language: str) -> list[str]:
    """In which ways a passage has changed."""
    return [word(f"kind-{kind}", language) for kind in change.kinds]


def name(passage: Passage, language: str) -> str:
    """What people call a passage: its ordinals, or what it is."""
    return visible(passage.label) or word(f"level-{passage.level}", language)


def notes(change: Change, language: str) -> Iterator[str]:
    """The facts that have changed in a passage, one by one."""
    nowhere = word("nowhere", language)
    for units in change.units:
        if units.removed or units.added:
            removed, added = (_LIST.join(map(visible, names)) or nowhere for names in (units.removed, units.added))
            yield word(f"change-{units.role}", language, removed=removed, added=added)
    for value in change.values:
        before, after = flat(value.before) or nowhere, flat(value.after) or nowhere
        yield word("change-value", language, what=word(f"kind-{value.kind}", language), before=before, after=after)


def is_renumbered_only(change: Change) -> bool:
    """Whether nothing but the ordinal has changed."""
    return change.kinds == (ChangeKind.RENUMBERED,)
