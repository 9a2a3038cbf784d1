"""Where ordinals were lost: the places inside a gap of the numbering at which a new item visibly begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lawcheck.structure.document import Attribution, Paragraph
from lawcheck.structure.levels import SYMBOLS
from lawcheck.structure.lexer import Candidate

# More than so many numbers are not lost one by one.
_MOST = 5
# A heading is not longer than this.
_HEADING = 40
_STOPS = frozenset("。；;：")
_CLOSERS = "。；;，,、 \t\u3000\xa0\n"


def with_lost(
    text: str, ordinals: list[Candidate], paragraphs: Sequence[Paragraph], attributions: Sequence[Attribution]
) -> list[Candidate]:
    """The ordinals with an inferred one at every place where one was certainly lost, in order."""
    found: list[Candidate] = []
    last: dict[int, int] = {}
    attribution_ends = [a.end for a in attributions]
    paragraph_starts = [p.start for p in paragraphs]
    starts = {o.start for o in ordinals}
    for index, ordinal in enumerate(ordinals):
        rank = ordinal.rank
        before = last.get(rank)
        counted = ordinal.value and not ordinal.level.has_parts
        if before is not None and ordinal.value and counted and (value := ordinals[before].value):
            missing = ordinal.value - value - 1
            if 1 <= missing <= _MOST and not any(o.rank > rank for o in ordinals[before + 1 : index]):
                start, end = ordinals[before].end, ordinal.start
                places = _behind_attributions(text, attribution_ends, start, end)
                if len(places) != missing:
                    first, stop = bisect_right(paragraph_starts, start), bisect_left(paragraph_starts, end)
                    unmarked = [p for p in paragraphs[first:stop] if p.start not in starts]
                    places = _headings(text, ordinals[before], ordinal, unmarked)
                if len(places) == missing:
                    found += [
                        Candidate(ordinal.form, (value + 1 + n,), place, place, inferred=True)
                        for n, place in enumerate(places)
                    ]
        for deeper in range(rank + 1, len(SYMBOLS)):
            last.pop(deeper, None)
        last[rank] = index
        found.append(ordinal)
    return found


def _behind_attributions(text: str, ends: list[int], start: int, end: int) -> list[int]:
    """Where text follows an attribution and is closed by another one."""
    inside = ends[bisect_right(ends, start) : bisect_right(ends, end)]
    places: list[int] = []
    for close in inside[:-1]:
        place = close
        while place < end and text[place] in _CLOSERS:
            place += 1
        places.append(place)
    return places


def _headings(text: str, before: Candidate, after: Candidate, unmarked: list[Paragraph]) -> list[int]:
    """The unmarked paragraphs that look like the items around them where these are headings."""
    if _is_heading(text, before.start) and _is_heading(text, after.start):
        return [p.start for p in unmarked if _is_heading(text, p.start)]
    return []


def _is_heading(text: str, start: int) -> bool:
    """A short line without a full stop."""
    end = text.find("\n", start, start + _HEADING + 1)
    return end > 0 and not _STOPS & set(text[start:end])
