"""Which findings of a revision were there before."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from lawcheck.checked import Checked
from lawcheck.comparison.changes import Comparison
from lawcheck.diagnostics import Diagnostic
from lawcheck.fingerprint import fingerprints

# So much of the words of a finding is compared.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Matched:
    """Findings of the new revision that are new or still there, and of the old one that are gone."""

    fresh: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]
    still: tuple[Diagnostic, ...]


def matched(comparison: Comparison, old: Checked, new: Checked) -> Matched:
    """Findings by names that survive edits elsewhere, then by what they say of passages that belong together."""
    sides = [_Side(checked) for checked in (old, new)]
    known = [{name for names in side.names for name in names} for side in sides]
    left = [[d for d, names in side if not known[1 - at].issuperset(names)] for at, side in enumerate(sides)]
    before = _by_passage(comparison, left[0], old=True)
    after = _by_passage(comparison, left[1], old=False)
    gone = [d for key, found in before.items() for d in found[len(after.get(key, ())) :]]
    fresh = [d for key, found in after.items() for d in found[len(before.get(key, ())) :]]
    is_fresh = {id(d) for d in fresh}
    still = [d for d in new.diagnostics if id(d) not in is_fresh]
    return Matched(_ordered(fresh), _ordered(gone), tuple(still))


class _Side:
    """The findings of one revision with their names."""

    def __init__(self, checked: Checked) -> None:
        self._diagnostics = checked.diagnostics
        self.names = fingerprints(checked.source.text, checked.diagnostics)

    def __iter__(self) -> Iterator[tuple[Diagnostic, tuple[str, ...]]]:
        return zip(self._diagnostics, self.names, strict=True)


def _by_passage(
    comparison: Comparison, diagnostics: Sequence[Diagnostic], old: bool
) -> dict[Hashable, list[Diagnostic]]:
    """Findings by rule, by the passage that they stand in (as the old revision has it), and by their words."""
    pairing = comparison.pairing
    document, passages = (comparison.old, pairing.old) if old else (comparison.new, pairing.new)
    starts = [passage.start for passage in passages]
    found: defaultdict[Hashable, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        at = bisect_right(starts, document.view.view_offset(diagnostic.start)) - 1
        home: int | None = at if old else pairing.old_of.get(at)
        if old and at not in pairing.new_of:
            home = None
        words = document.view.source_text[diagnostic.start : diagnostic.end][:_LONGEST]
        # A finding in a passage that only one revision has is nobody's equal.
        key = (diagnostic.code, home, words) if home is not None else (old, id(diagnostic))
        found[key].append(diagnostic)
    return found


def _ordered(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda d: (d.start, d.end, d.code, d.message)))
