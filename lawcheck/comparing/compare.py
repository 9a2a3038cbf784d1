"""From two documents to what has changed between them."""

from collections.abc import Mapping, Sequence

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Change, Comparison, Pair, Renaming
from lawcheck.comparing.facts import Facts, facts
from lawcheck.comparing.mergers import mergers
from lawcheck.comparing.order import displaced
from lawcheck.comparing.pairing import Pairing
from lawcheck.comparing.passages import FRAME, Passage, passages
from lawcheck.comparing.renaming import renamings, replaced, same_units
from lawcheck.comparing.wording import differences, joined
from lawcheck.structure.document import Document


def compare(old: Document, new: Document) -> Comparison:
    """What has changed from one revision of a document to the next."""
    pairing = Pairing(passages(old), passages(new))
    moved = _moved(pairing)
    pairs = [_pair((old, new), before, after) for before, after in pairing.pairs()]
    renamed = renamings((old, new), pairs)
    names = same_units(renamed)
    changes = [_change(pair, pair.new.index in moved, renamed, names) for pair in pairs]
    found = sorted(
        (*(change for change in changes if change.kinds), *_one_sided(pairing)),
        key=lambda change: (change.place, change.new is None, change.old.index if change.old else -1),
    )
    return Comparison(old, new, pairing, tuple(found), renamed)


def _pair(documents: tuple[Document, Document], old: Passage, new: Passage) -> Pair:
    """A pair of passages with the words that differ, in offsets of the documents."""
    return Pair(documents, old, new, () if old.text == new.text else differences(old, new))


def _change(pair: Pair, is_moved: bool, renamed: Sequence[Renaming], names: Mapping[str, str]) -> Change:
    found = facts(pair, names)
    words = {(renaming.before, renaming.after) for renaming in renamed}
    of_renaming = {piece for piece in pair.differences if replaced(pair, piece)[0] in words} if words else set()
    kinds = {value.kind for value in found.values} | _unit_kinds(found)
    left = [piece for piece in found.unexplained if piece not in of_renaming]
    for kind, holds in (
        (ChangeKind.MOVED, is_moved),
        (ChangeKind.RENUMBERED, pair.old.marker != pair.new.marker),
        (ChangeKind.REFERENCES, found.references),
        (ChangeKind.RENAMED, bool(of_renaming)),
        (ChangeKind.REWORDED, bool(left)),
    ):
        kinds |= {kind} if holds else set()
    return Change(
        pair.old,
        pair.new,
        tuple(kind for kind in ChangeKind if kind in kinds),
        pair.new.start,
        joined(pair.differences, pair.documents[0].text),
        found.units,
        found.values,
    )


def _unit_kinds(found: Facts) -> set[ChangeKind]:
    return {ChangeKind.UNITS if change.removed or change.added else ChangeKind.UNIT_ORDER for change in found.units}


def _moved(pairing: Pairing) -> set[int]:
    """The new passages that have left their place among the others, without those that a heading took along."""
    rows = [passage for passage in pairing.new if passage.index in pairing.old_of and passage.level not in FRAME]
    places = [pairing.old_of[passage.index] for passage in rows]
    moved = {rows[at].index for at in displaced(places, [passage.weight for passage in rows])}
    return {index for index in moved if not _was_taken_along(pairing, pairing.new[index], moved)}


def _was_taken_along(pairing: Pairing, new: Passage, moved: set[int]) -> bool:
    old = pairing.old[pairing.old_of[new.index]]
    if new.parent is None or old.parent is None or new.parent.index not in moved:
        return False
    return pairing.new_of.get(old.parent.index) == new.parent.index


def _one_sided(pairing: Pairing) -> list[Change]:
    """The passages that only one revision has."""
    into, out_of = mergers(pairing)
    found = []
    place = 0
    for old in pairing.old:
        partner = pairing.partner(old)
        if partner:
            place = partner.end
        elif home := into.get(old.index):
            found.append(Change(old, home, (ChangeKind.MERGED,), home.start))
        else:
            found.append(Change(old, None, (ChangeKind.REMOVED,), place))
    for new in pairing.new:
        if new.index not in pairing.old_of:
            home = out_of.get(new.index)
            found.append(Change(home, new, (ChangeKind.SPLIT if home else ChangeKind.ADDED,), new.start))
    return found
