"""Tables of contents (目录): which lines they are, and which headings they name."""

import re
from collections.abc import Callable, Mapping, Sequence

from lawcheck.structure.frame import Contents, ContentsEntry, Extent
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.line_markers import ORDINAL
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

_TITLE = Pattern(r"[【（(]?目[ \u3000]*[录次][】）)]?[ \u3000]*[:：]?$|(?i:(?:table of )?contents)$")
# The leader and the page after an entry: ……12, a tab and 12, (12), 第12页, - 12 -; before the body ……Ⅱ.
_PAGE = Pattern(
    r"(?:[ \u3000]*(?:[.．·•…⋯_—-]{2,}|\t)[\s.．·•…⋯_—-]*|[ \u3000]+)"
    r"[（(]?(?:[-—] ?|第 ?)?(?P<page>[0-9]{1,4})(?: ?[-—]| ?页)?[）)]?$"
    r"|[ \u3000]*(?:[.．·•…⋯_—-]{2,}|\t)[\s.．·•…⋯_—-]*[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩivxIVX]{1,4}$"
)
_LEADER = Pattern(r"[ \u3000]*(?:[.．·•_-]{3,}|[…⋯]{2,}|\t)[\s.．·•…⋯_-]*$")
# The last characters of such lines: most lines are told by theirs.
_PAGED, _LED = frozenset("0123456789-— ）)页ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩivxIVX"), frozenset(".．·•…⋯_-")
_BULLET = Pattern(r"[-*+•·>▪■●◆]{1,3}[ \t\u3000]+")
# Cells of a table beside its entries: the names of its columns, and pages.
_BESIDE = Pattern("(?:序号|章节|标题|内容|名称|题目|页[码数次]|[0-9]{1,4})$")
# What a list of Markdown numbers by itself: 1. 工作目标, for the heading 一、工作目标.
_ORDINAL = Pattern(rf"{ORDINAL}[ \u3000]*")
_ENDS = frozenset(SENTENCE_ENDS)
_CLOSED = frozenset("。；！？：，、;:,.")
_LONGEST_HEADING = 45
_LONGEST = 90
_BRACKETS = str.maketrans("（）", "()")
_MOST = 400
# Whatever calls itself one more often is something else.
MOST_TABLES = 8
_FEWEST = 3
# So much of what is listed must stand in the text, or have a page.
_KNOWN = 0.5

Line = tuple[int, int]


def contents_lines(
    text: str, lines: Sequence[Line], ordinals: Mapping[int, Candidate], is_marked: Callable[[int], bool]
) -> dict[int, str]:
    """The lines of tables of contents by their start: CONTENTS for the one that says what it is, ENTRY for the others.

    `is_marked` says of a place whether the file itself calls it one.
    """
    found: dict[int, str] = {}
    index = 0
    repeated = _Repeated(text, lines, ordinals)
    tables = 0
    while index < len(lines):
        start, end = lines[index]
        stop = index
        if is_marked(start):
            stop = next((n for n in range(index, len(lines)) if not is_marked(lines[n][0])), len(lines))
        elif tables < MOST_TABLES and end - start <= _LONGEST and _TITLE.match(text, start, end):
            tables += 1
            stop = _listed(text, lines, index, ordinals)
        elif not found:
            stop = repeated.end_of(index) or _paged(text, lines, index)
        for at, close in lines[index:stop]:
            found[at] = "CONTENTS" if _TITLE.match(text, at, close) else "ENTRY"
        index = max(stop, index + 1)
    return found


def _listed(text: str, lines: Sequence[Line], index: int, ordinals: Mapping[int, Candidate]) -> int:
    """The index after the last entry below the word 目录 in the line at `index`; `index` where none follows."""
    first = index + 1
    stop = first
    paged = 0
    while stop < min(len(lines), first + _MOST):
        line = text[slice(*lines[stop])]
        if len(line) > _LONGEST or (line[-1] in _ENDS and not (paged and _leader_in(line))):
            break
        page = _page_in(line)
        # Where entries have pages, one that has a page too begins the list of another part.
        if stop > first and not (paged and page) and _begins_again(text, lines, first, stop, ordinals):
            break
        if paged and not page and not _leader_in(line):
            break
        paged += page is not None
        stop += 1
    entries = [plain(text[slice(*line)]) for line in lines[first:stop]]
    if not entries:
        return index
    if 2 * paged < len(entries):
        places = _places(text, lines[stop:], entries)
        known = [place is not None for place in places]
        if sum(known) < _KNOWN * sum(_BESIDE.match(entry) is None for entry in entries):
            return index
        # What the text does not have, after the last entry that it has, belongs to the text.
        stop -= known[::-1].index(True)
    return stop


def _begins_again(text: str, lines: Sequence[Line], first: int, at: int, ordinals: Mapping[int, Candidate]) -> bool:
    """Whether the first entry stands here once more, or its ordinal does: the text begins."""
    before, now = (_ordinal(text, lines[n], ordinals) for n in (first, at))
    if before and now:
        return (before.form, before.value) == (now.form, now.value)
    return plain(text[slice(*lines[first])]) == plain(text[slice(*lines[at])])


def _ordinal(text: str, line: Line, ordinals: Mapping[int, Candidate]) -> Candidate | None:
    bullet = _BULLET.match(text, *line)
    return ordinals.get(bullet.end() if bullet else line[0])


class _Repeated:
    """Lists of headings without the word 目录: each stands again below, the first directly after the last."""

    def __init__(self, text: str, lines: Sequence[Line], ordinals: Mapping[int, Candidate]) -> None:
        self._ends: dict[int, int] = {}
        run: dict[str, int] = {}
        for index, (start, end) in enumerate(lines):
            may_head = start in ordinals and end - start <= _LONGEST_HEADING and text[end - 1] not in _CLOSED
            words = plain(text[start:end]) if may_head else ""
            if not words:
                run = {}
            elif words in run:
                first = run[words]
                if index - first >= _FEWEST and first == min(run.values()):
                    self._ends.setdefault(first, index)
                run = {}
            else:
                run[words] = index

    def end_of(self, index: int) -> int | None:
        return self._ends.get(index)


def _paged(text: str, lines: Sequence[Line], index: int) -> int:
    """The index after the last of several lines that all end in a leader and a page; `index` where they do not."""
    stop = index
    while stop < len(lines):
        start, end = lines[stop]
        page = _page_in(text[start:end]) if end - start <= _LONGEST else None
        if page is None or page[0].strip("0123456789") in ("", " ", "\t"):
            break
        stop += 1
    return stop if stop - index >= _FEWEST else index


def plain(line: str) -> str:
    """The words of an entry or heading without bullet, leader, page, space and final sign."""
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    tail = _page_in(line) or _leader_in(line)
    line = line[: tail.start()] if tail else line
    return "".join(line.split()).rstrip("。：:；;，").translate(_BRACKETS)


def _without_ordinal(words: str) -> str:
    ordinal = _ORDINAL.match(words)
    return words[ordinal.end() :] if ordinal else words


def _places(text: str, lines: Sequence[Line], entries: Sequence[str]) -> list[int | None]:
    """Where a line begins with the words of each entry, the first such line after that of the entry before."""
    sizes = sorted({len(entry) for entry in entries})
    wanted = {*entries, *map(_without_ordinal, entries)}
    found: dict[str, list[int]] = {}
    for start, end in lines:
        words = plain(text[start : min(end, start + 2 * _LONGEST)])
        for size in sizes:
            if size <= len(words) and words[:size] in wanted:
                found.setdefault(words[:size], []).append(start)
        bare = _without_ordinal(words)
        if bare in wanted and bare != words:
            found.setdefault(bare, []).append(start)
    places: list[int | None] = []
    last = -1
    for entry in entries:
        known = found.get(entry) or found.get(_without_ordinal(entry)) or []
        later = next((place for place in known if place > last), None)
        place = later if later is not None else next(iter(known), None)
        last = later if later is not None else last
        places.append(place)
    return places


def read_contents(text: str, heading: Line | None, entries: Sequence[Line], below: Sequence[Line]) -> Contents:
    """One table of contents, its entries tied to the lines below that begin with their words."""
    spans = [*([heading] if heading else []), *entries]
    entries = [line for line in entries if not _BESIDE.match(text, *line)]
    words = [plain(text[slice(*line)]) for line in entries]
    places = _places(text, below, words)
    made = tuple(
        ContentsEntry(title, _page(text[start:end]), start, end, place)
        for title, (start, end), place in zip(words, entries, places, strict=True)
    )
    return Contents(Extent(*heading) if heading else None, made, spans[0][0], spans[-1][1])


def _page_in(line: str) -> re.Match[str] | None:
    return _PAGE.search(line) if line[-1:] in _PAGED else None


def _leader_in(line: str) -> re.Match[str] | None:
    return _LEADER.search(line) if line[-1:] in _LED or line[-1:].isspace() else None


def _page(line: str) -> int | None:
    match = _page_in(line)
    return int(match["page"]) if match and match["page"] else None
