"""The order of a table of contents: its numbers, its pages and the places of its headings (STR014)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.contents import plain
from lawcheck.structure.document import Node
from lawcheck.structure.frame import Contents, ContentsEntry
from lawcheck.structure.line_heads import LineHead, line_heads
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.line_markers import ORDINAL

_HEAD = Pattern(ORDINAL)
# So many entries of a list must have what one of them lacks.
_MOST = 0.6
_FEWEST = 3


def wrong_order(contents: Contents, headings: Mapping[int, Node]) -> Iterator[Finding]:
    """What is wrong with the order of entries, of which `headings` are by their places."""
    entries = contents.entries
    told: set[int] = set()
    misplaced = list(_misplaced(entries, headings))
    in_order = not any(finding.variant == "order" for finding in misplaced)
    for finding in (*_other_numbers(entries, headings), *misplaced, *_without_page(entries)):
        if finding.start not in told:
            told.add(finding.start)
            yield finding
    if in_order:
        yield from (finding for finding in _falling_pages(entries) if finding.start not in told)


def _other_numbers(entries: Sequence[ContentsEntry], headings: Mapping[int, Node]) -> Iterator[Finding]:
    """Entries with the words of a heading and another number than it, or with none where the others have theirs."""
    numbered = sum(_head(entry) is not None for entry in entries)
    for entry in entries:
        node = headings.get(entry.heading) if entry.heading is not None else None
        if node is None:
            continue
        head, own = _head(entry), _head_of(plain(node.marker + node.title))
        lost = head is None and entries and numbered >= _MOST * len(entries) and not _HEAD.match(entry.title)
        other = head is not None and own is not None and head.shape == own.shape and head.number != own.number
        if own is not None and (lost or other):
            values = {"entry": entry.title, "heading": node.marker.strip() + node.title}
            yield Finding(entry.start, entry.end, values, related=((node.start, node.title_end, "related"),))


def _head(entry: ContentsEntry) -> LineHead | None:
    return _head_of(entry.title)


def _head_of(words: str) -> LineHead | None:
    return next(iter(line_heads(words)), None)


def _misplaced(entries: Sequence[ContentsEntry], headings: Mapping[int, Node]) -> Iterator[Finding]:
    """Entries that are listed twice, or before others whose headings come first."""
    seen: dict[int, ContentsEntry] = {}
    placed = [entry for entry in entries if entry.heading in headings]
    for entry in placed:
        if entry.heading is None:
            continue
        if entry.heading in seen and seen[entry.heading].title == entry.title:
            yield Finding(entry.start, entry.end, {"entry": entry.title}, "twice")
        seen.setdefault(entry.heading, entry)
    once = list(seen.items())
    for (place, entry), (following, after) in pairwise(once):
        if following < place:
            values = {"entry": after.title, "before": entry.title}
            yield Finding(after.start, after.end, values, "order")


def _paged(entries: Sequence[ContentsEntry]) -> list[ContentsEntry]:
    """The entries that have a page, where most have one."""
    paged = [entry for entry in entries if entry.page is not None]
    return paged if len(paged) >= max(_FEWEST, _MOST * len(entries)) else []


def _without_page(entries: Sequence[ContentsEntry]) -> Iterator[Finding]:
    """The one entry of its level without a page; that of an upper level need none, and a long one goes on below."""
    if not _paged(entries):
        return
    heads = [_head(entry) for entry in entries]
    missing = Counter(head and head.shape for head, entry in zip(heads, entries, strict=True) if entry.page is None)
    of_shape = Counter(head and head.shape for head in heads)
    for at, (entry, head) in enumerate(zip(entries, heads, strict=True)):
        goes_on = at + 1 < len(heads) and heads[at + 1] is None
        if entry.page is None and head and missing[head.shape] == 1 and of_shape[head.shape] >= _FEWEST and not goes_on:
            yield Finding(entry.start, entry.end, {"entry": entry.title}, "page")


def _falling_pages(entries: Sequence[ContentsEntry]) -> Iterator[Finding]:
    """Entries whose page is before that of the entry before."""
    paged = _paged(entries)
    for at in range(1, len(paged)):
        before, page = paged[at - 1].page or 0, paged[at].page or 0
        later = [entry.page or 0 for entry in paged[at + 1 : at + 3]]
        # The pages of another part begin anew.
        anew = page == 1 and (not later or later[0] < before)
        goes_down = len(later) > 1 and all(other < before for other in later)
        if page >= before or anew or goes_down:
            continue
        # 2, 9, 5, 7: where what follows goes on from the one before that, the higher page is the wrong one.
        too_high = at > 1 and page >= (paged[at - 2].page or 0) and bool(later) and later[0] < before
        wrong = paged[at - 1] if too_high else paged[at]
        values = {"entry": wrong.title, "page": wrong.page or 0, "before": page if too_high else before}
        yield Finding(wrong.start, wrong.end, values, "higher" if too_high else "lower")
