"""Words and units that were replaced by another throughout a revision."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lawcheck.comparing.changes import Difference, Pair, Renaming, Span
from lawcheck.comparing.passages import Passage
from lawcheck.reading.resources import rows
from lawcheck.structure.document import Document, Unit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS, PLACE_END

Words = tuple[str, str]

_WORD = Pattern(f"[{HAN}]{{2,16}}")
_PLACE = Pattern(f"[{HAN}]{{0,6}}?{PLACE_END}")
_NOTE = Pattern("（[^（）]{0,20}）")
# So many passages make a renaming; fewer do so for names of units that are like each other.
_PASSAGES = 3
_PASSAGES_OF_UNIT = 2
# For each place where the old word was left it must have been replaced in so many passages.
_PER_LEFT = 3
_IN_ALL_NAMES = frozenset("省市县区" + OFFICE_CHARACTERS)
_BEFORE, _BEHIND = 2, 1
# What stands so is the name of its time, or the words of others.
_QUOTED = Pattern("《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|原[^，。；\n]{1,16}")


def renamings(documents: tuple[Document, Document], pairs: Sequence[Pair]) -> tuple[Renaming, ...]:
    """What was renamed, the most frequent first."""
    passages: defaultdict[Words, set[int]] = defaultdict(set)
    of_units: set[Words] = set()
    for pair in pairs:
        for piece in pair.differences:
            words, is_unit = replaced(pair, piece)
            if words:
                passages[words].add(pair.new.index)
                of_units |= {words} if is_unit else set()
    found = []
    for words, indexes in passages.items():
        enough = _is_enough(documents, words, len(indexes)) if words in of_units else len(indexes) >= _PASSAGES
        left = sum(1 for _ in places_left(documents[1].text, words)) if enough else 0
        if enough and (is_most(len(indexes), left) or is_successor(*words)):
            found.append(Renaming(*words, len(indexes)))
    return tuple(sorted(found, key=lambda r: (-r.places, r.before, r.after)))


def is_most(places: int, left: int, per_left: int = _PER_LEFT) -> bool:
    """Whether a word was replaced in most of the places where it stood."""
    return left * per_left <= places


def _is_enough(documents: tuple[Document, Document], words: Words, count: int) -> bool:
    """Whether a name of a unit that was put for another one is a new name of the same unit."""
    before, after = words
    if is_successor(before, after):
        return True
    if after in documents[0].text:
        return False
    is_like = set(before) & set(after) - _IN_ALL_NAMES
    return count >= (_PASSAGES_OF_UNIT if is_like else _PASSAGES)


def replaced(pair: Pair, piece: Difference) -> tuple[Words | None, bool]:
    """The word and the one in its place, and whether they are names of units; None where it is more than a word."""
    units = [_unit_at(passage, span) for passage, span in ((pair.old, piece.old), (pair.new, piece.new))]
    if units[0] and units[1]:
        return (units[0].name, units[1].name), True
    texts = (pair.documents[0].text, pair.documents[1].text)
    before, after = (text[start:end] for text, (start, end) in zip(texts, (piece.old, piece.new), strict=True))
    if len(before) < 2 or not after:
        head, tail = _around(texts[0], piece.old)
        before, after = head + before + tail, head + after + tail
    is_word = before != after and _WORD.fullmatch(before) and _WORD.fullmatch(after)
    return ((before, after) if is_word else None), False


def _unit_at(passage: Passage, span: Span) -> Unit | None:
    units = (unit for attribution in passage.attributions for field in attribution.fields for unit in field.units)
    return next((unit for unit in units if unit.start <= span[0] and span[1] <= unit.end), None)


def _around(text: str, span: Span) -> tuple[str, str]:
    """The ideographs beside a place."""
    start, end = span
    first, last = start, end
    while first > max(0, start - _BEFORE) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _BEHIND) and is_han(text[last]):
        last += 1
    return text[first:start], text[end:last]


def places_left(text: str, words: Words) -> Iterator[Span]:
    """Where the old word still stands in a text, except for quotations and where it is a part of the new one."""
    before, after = words
    if before not in text:
        return
    hidden = [match.span() for match in _QUOTED.finditer(text)]
    at = text.find(before)
    position = 0
    while at >= 0:
        while position < len(hidden) and hidden[position][1] <= at:
            position += 1
        is_hidden = position < len(hidden) and hidden[position][0] <= at
        reach = text[max(0, at - len(after)) : at + len(before) + len(after)]
        if not is_hidden and not (before in after and after in reach):
            yield at, at + len(before)
        at = text.find(before, at + len(before))


def same_units(found: Sequence[Renaming]) -> Mapping[str, str]:
    """The new names of renamed units by the old ones."""
    return {renaming.before: renaming.after for renaming in reversed(found)}


@cache
def _successors() -> dict[str, list[str]]:
    table: defaultdict[str, list[str]] = defaultdict(list)
    for old, new, *_ in rows("ministries.tsv"):
        table[old] += _NOTE.compiled.sub("", new).split("、")
    return dict(table)


def is_successor(before: str, after: str) -> bool:
    """Whether a unit is what another one became in a reform, by the table of RSP006; the place must be the same."""
    place = _PLACE.match(before)
    for head in {"", place[0] if place else ""}:
        for name in _successors().get(before.removeprefix(head), ()):
            if after.startswith(head) and _abbreviates(after.removeprefix(head), name):
                return True
    return False


def _abbreviates(short: str, long: str) -> bool:
    rest = iter(long)
    return len(short) > 1 and all(character in rest for character in short)
