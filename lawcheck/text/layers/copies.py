"""A document that stands twice in a file: the second copy is cut, so that nothing in it is found or listed again.

Pages are saved and drafts put together so that the whole text comes a second time, often glued to the end of the first.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View

KIND = "copy"

_LINE = Pattern(r"\S(?:[^\n]*\S)?")
# Of the first lines so many are looked for further below, those that are long enough to be nobody else's.
_MOST_PROBES = 4
_AMONG = 8
_SHORTEST_PROBE = 16
_LONGEST_PROBE = 60
_SIGN = Pattern(r"[^\w\s]")
_MOST_PLACES = 4
# A copy has so many characters, and so large a part of what it is a copy of; lines of it may differ, which stay.
_FEWEST = 150
_SHARE = 0.6
# A form of blanks may be there twice on purpose; one sentence at least is prose.
_PROSE = 30
# Characters of words that have two spellings: 其它, 台帐, 截止, 做出.
_SPELT = str.maketrans("它帐止做", "他账至作")

Line = tuple[int, int]


def copy_cuts(view: View) -> list[Cut]:
    """The second copy of the text and whatever copies follow it; none where a table stands in them."""
    text = view.text[: view.body_end]
    lines = [match.span() for match in islice(_LINE.finditer(text), _AMONG)]
    for start in sorted(set(_beginnings(text, lines))):
        copied = _copied(text, start)
        if copied and not _has_cells(view, start, copied[-1][1]):
            return [Cut(KIND, *stretch) for stretch in copied]
    return []


def copied_stretch(view: View) -> Line | None:
    """Where the lines of a copy stand that differ from the text, between those that have been cut."""
    places = [removed.at for removed in view.removed_as(KIND)]
    return (places[0], places[-1]) if places else None


def _has_cells(view: View, start: int, end: int) -> bool:
    cells = (cell for table in view.tables for row in table.rows for cell in row)
    return any(start <= view.view_offset(cell.start) < end for cell in cells)


def _beginnings(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Where the first lines stand a second time: where a copy may begin."""
    probes = [n for n, (start, end) in enumerate(lines) if end - start >= _SHORTEST_PROBE][:_MOST_PROBES]
    for index in probes:
        start, end = lines[index]
        words = text[start : min(end, start + _LONGEST_PROBE)]
        # A sign may have been mended in one of them.
        if sign := _SIGN.search(words, _SHORTEST_PROBE):
            words = words[: sign.start()]
        at = end
        for _ in range(_MOST_PLACES):
            at = text.find(words, at)
            if at < 0:
                break
            yield _with_lines_above(text, lines[:index], at)
            at += len(words)


def _with_lines_above(text: str, above: Sequence[Line], at: int) -> int:
    """Where a copy begins whose line at a place is there, as far as the lines above it are those of the text."""
    for start, end in reversed(above):
        stop = at
        while text[stop - 1].isspace():
            stop -= 1
        # The first line of a copy may be glued to what stands before it; the others are lines of their own.
        begin, line = stop - (end - start), text.rfind("\n", max(end, stop - 2 * (end - start)), stop) + 1
        if text[begin:stop] != text[start:end]:
            begin = line
        if begin < end or _words(text[begin:stop]) != _words(text[start:end]):
            break
        at = begin
    return at


def _copied(text: str, start: int) -> list[Line]:
    """The stretches of the copy that begins at a place, without its lines that differ.

    None where there is no copy. A line whose signs or spelling alone differ belongs to the copy, and stays like those
    that say something else: a mistake of its own is told.
    """
    lines = list(_lines(text, 0, start))
    first, words = {text[a:b] for a, b in lines}, {_words(text[a:b]) for a, b in lines}
    size = sum(b - a for a, b in lines)
    stretches: list[Line] = []
    alike: list[Line] = []
    same = different = 0
    prose = goes_on = False
    for a, b in _lines(text, start, len(text)):
        is_same = text[a:b] in first
        if is_same or _words(text[a:b]) in words:
            alike.append((a, b))
            same += b - a
            prose = prose or (b - a >= _PROSE and "。" in text[a:b])
        else:
            different += b - a
            if different > (1 - _SHARE) * size:
                break
        if is_same:
            stretches.append((stretches.pop()[0], b) if goes_on else (a, b))
        goes_on = is_same
    # A text of one line has a mended copy that differs as a whole.
    return (stretches or alike) if prose and same >= max(_FEWEST, _SHARE * size) else []


def _words(line: str) -> str:
    """What a line and its copy have in common: signs, widths and spelling may have been mended in one of them."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", line))).translate(_SPELT) or line


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    return (match.span() for match in _LINE.finditer(text, start, end))
