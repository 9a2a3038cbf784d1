"""Which findings of a revision were there before."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.comparing.changes import Comparison
from lawcheck.comparing.passages import Passage
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue
from lawcheck.running.fingerprint import fingerprints
from lawcheck.structure.document import Document

# So much of the words of a finding is compared.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Matched:
    """Findings of the new revision that are new or still there, and of the old one that are gone.

    One that names several places is new when one of them is, and gone when all of them are.
    """

    fresh: tuple[Issue, ...]
    gone: tuple[Issue, ...]
    still: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a finding, by the position of the finding in its list."""

    finding: int
    code: str
    start: int
    end: int


def matched(comparison: Comparison, old: Checked, new: Checked) -> Matched:
    """Findings by names that survive edits elsewhere, then by what they say of passages that belong together."""
    before, after = _named(old), _named(new)
    pairing = comparison.pairing
    left_old = _by_passage(comparison.old, pairing.old, [p for name, p in before.items() if name not in after])
    left_new = _by_passage(comparison.new, pairing.new, [p for name, p in after.items() if name not in before])
    gone = {(code, pairing.new_of.get(home), words): found for (code, home, words), found in left_old.items()}
    fresh: set[int] = set()
    for key, found in left_new.items():
        known = gone.get(key, [])
        fresh |= {place.finding for place in found[len(known) :]}
        del known[: len(found)]
    left = Counter(place.finding for found in left_old.values() for place in found)
    return Matched(
        tuple(d for index, d in enumerate(new.diagnostics) if index in fresh),
        tuple(d for index, d in enumerate(old.diagnostics) if left[index] == len(d.spans)),
        tuple(d for index, d in enumerate(new.diagnostics) if index not in fresh),
    )


def _named(checked: Checked) -> dict[str, _Place]:
    """Every place of every finding, by its name."""
    names = fingerprints(checked.source.text, checked.diagnostics)
    return {
        name: _Place(index, diagnostic.code, *span)
        for index, (diagnostic, own) in enumerate(zip(checked.diagnostics, names, strict=True))
        for name, span in zip(own, diagnostic.spans, strict=True)
    }


def _by_passage(
    document: Document, passages: Sequence[Passage], places: Iterable[_Place]
) -> dict[tuple[str, int, str], list[_Place]]:
    """Places by the rule, the passage that they stand in, and their words."""
    starts = [passage.start for passage in passages]
    found: defaultdict[tuple[str, int, str], list[_Place]] = defaultdict(list)
    for place in places:
        home = bisect_right(starts, document.view.view_offset(place.start)) - 1
        words = document.view.source_text[place.start : min(place.end, place.start + _LONGEST)]
        found[place.code, home, words].append(place)
    return found
