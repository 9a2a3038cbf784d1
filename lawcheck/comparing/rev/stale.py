"""What a revision has left as it was though the text around it has changed (REV004, REV006, REV008)."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Comparison
from lawcheck.comparing.internal_references import Reference, Targets
from lawcheck.comparing.passages import FRAME, Passage
from lawcheck.comparing.renaming import is_most, places_left
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in
from lawcheck.text.vocabulary.document_numbers import document_numbers_in, serial_numbers_in
from lawcheck.text.vocabulary.genres import DRAFT

# What tells revisions apart besides their dates and numbers.
_DRAFT = Pattern(rf"{DRAFT.pattern}|第[一二三四五六七八九十\d]{{1,2}}稿|第\d{{1,5}}号|[VvＶ]\d+(?:\.\d+)*")


def stale_reference(comparison: Comparison) -> Iterator[Finding]:
    """REV004: a reference that stayed as it was though what it leads to has another number now, or is gone."""
    pairing = comparison.pairing
    old = Targets(comparison.old.text, tuple(pairing.old))
    new = Targets(comparison.new.text, tuple(pairing.new))
    for before, after in pairing.pairs():
        written: defaultdict[str, deque[Reference]] = defaultdict(deque)
        for reference in old.of(before):
            written[reference.text].append(reference)
        for start, end in new.places(after) if written else ():
            words = comparison.new.text[start:end]
            if not written[words]:
                continue
            reference = written[words].popleft()
            target = pairing.partner(reference.target)
            if target is None:
                yield Finding(start, end, {"place": words, "now": ""}, "gone")
            elif not _is_same(reference, target):
                yield Finding(start, end, {"place": words, "now": target.label})


def _is_same(reference: Reference, now: Passage) -> bool:
    """Whether what a reference leads to is still to be found under it."""
    was = reference.target
    return was.label == now.label if reference.is_full else was.number == now.number


def partial_rename(comparison: Comparison, *, min_replaced: int) -> Iterator[Finding]:
    """REV006: a word that was replaced almost everywhere, where it still stands."""
    for renaming in comparison.renamings:
        left = list(places_left(comparison.new.text, (renaming.before, renaming.after)))
        # A unit that a reform has renamed may keep its old name in most places.
        for start, end in left if is_most(renaming.places, len(left), min_replaced) else ():
            values = {"before": renaming.before, "after": renaming.after, "places": renaming.places}
            yield Finding(start, end, values, edits=(Edit(start, end, renaming.after),))


def metadata_stale(comparison: Comparison) -> Iterator[Finding]:
    """REV008: date, number and draft of the old revision over a text that has changed."""
    pairing = comparison.pairing
    before, after = _metadata(comparison.old, pairing.old), _metadata(comparison.new, pairing.new)
    if after and [words for words, *_ in before] == [words for words, *_ in after] and _is_changed(comparison):
        words, start, end = after[-1]
        yield Finding(start, end, {"words": words})


def _metadata(document: Document, passages: Sequence[Passage]) -> list[tuple[str, int, int]]:
    """What tells one revision from another, with its places."""
    spans: set[tuple[int, int]] = set()
    for passage in passages:
        if passage.level in FRAME:
            spans |= set(_told(document.text, passage.body, passage.end))
    return [(document.text[start:end], start, end) for start, end in sorted(spans)]


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole dates, the numbers of documents and the names of drafts in a span."""
    numbers = [(number.start, number.end) for number in document_numbers_in(text, start, end)]
    numbers += [(number.start, number.end) for number in serial_numbers_in(text, start, end)]
    yield from numbers
    yield from ((found.start, found.end) for found in dates_in(text, start, end) if found.is_whole)
    for match in _DRAFT.finditer(text, start, end):
        if not any(first <= match.start() < last for first, last in numbers):
            yield match.span()


def _is_changed(comparison: Comparison) -> bool:
    """Whether more than signs and numbers of passages has changed."""
    return any(
        not change.is_of_pair
        or ChangeKind.MOVED in change.kinds
        or any(
            _has_words(comparison.old, piece.old) or _has_words(comparison.new, piece.new)
            for piece in change.differences
        )
        for change in comparison.changes
    )


def _has_words(document: Document, span: tuple[int, int]) -> bool:
    return any(character.isalnum() for character in document.text[slice(*span)])
