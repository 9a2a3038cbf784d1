"""Page numbers and running heads that stayed in the text when its pages were joined."""

from bisect import bisect_right
from collections.abc import Iterator
from string import digits

from lawcheck.text.layers.printed_lines import past_gap
from lawcheck.text.layers.running_heads import running_heads
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.han import HAN

KIND = "furniture"
RUNNING_HEAD = "running-head"
# The same where it belongs, in a header or footer.
_IN_PLACE = "page-number"

# On a line of its own: — 3 —, - 3 -, 第3页, 第3页 共20页, 3 / 20.
_DASH = "[-－—–─]"
_LINE = Pattern(
    r"(?m)(?:"
    rf"[-－—–─·•][ \u3000]?{_DASH}?[ \u3000]{{0,2}}\d{{1,4}}[ \u3000]{{0,2}}{_DASH}?[ \u3000]?[-－—–─·•]"
    r"|第[ \u3000]?\d{1,4}[ \u3000]?页(?:[ \u3000，,/／]{0,3}共[ \u3000]?\d{1,4}[ \u3000]?页)?"
    r"|共[ \u3000]?\d{1,4}[ \u3000]?页[ \u3000，,/／]{0,3}第[ \u3000]?\d{1,4}[ \u3000]?页"
    r"|第[一二三四五六七八九十]{1,3}页(?=[ \u3000]{0,40}\n)|Page ?\d{1,4}(?: of \d{1,4})?"
    r"|[0-9]{1,4}[ ]?/[ ]?\d{1,4}"
    r")[ \u3000]{0,40}(?:\n|\Z)",
    first="-－—–─·•第共P" + digits,
)
# Within a line: — 3 —, -3-, 第3页 共12页, Page 3 of 12, and 第3页 between blanks.
_PAGES = r"第[ \u3000]?\d{1,4}[ \u3000]?页"
_OF_PAGES = rf"{_PAGES}[ \u3000，,/／]{{0,3}}共[ \u3000]?\d{{1,4}}[ \u3000]?页"
_INLINE = Pattern(
    rf"(?:(?P<dash>{_DASH}{{1,2}})[ \u3000]?\d{{1,4}}[ \u3000]?(?P=dash)[ ]?|(?P<dot>[·•])[ ]?\d{{1,3}}[ ]?(?P=dot)"
    rf"|[ \u3000]?{_OF_PAGES}[ \u3000]?|[ \u3000]{_PAGES}[ \u3000]|[ ]?Page ?\d{{1,4}}(?: of \d{{1,4}})?[ ]?)"
    rf"(?=[{HAN}“《（]|[ \u3000]*(?:\n|\Z))",
    first="-－—–─·•第 \u3000P",
)
_TEXT_BEFORE = Pattern(rf"[{HAN}，、][ ]?\Z")
_STOP_BEFORE = Pattern(r"[。；：！？”）][ ]?\Z")
_LINE_START = Pattern(r"(?:\n|\A)[ \u3000]?\Z")
# 详见第3页共12页: who refers to a page says so.
_REFERS = Pattern(r"[见在于到至从看翻及和与、按的以][ ]?\Z")
# 1—苯基—2—丙酮 is the name of a substance.
_CHEMICAL = frozenset("甲乙丙丁戊己庚辛壬癸苯萘酮醇酚酸醛酯醚胺烷烯炔基氟氯溴碘氨羟羧硝氧巯吡咯喹噻唑啶嗪")
# …加快推进 示例市城市更新方案 重点项目…, …推进示例市城市更新方案第3页重点…
_NUMBER_BEHIND = Pattern(rf"[ \u3000]?{_PAGES}(?:{_OF_PAGES[len(_PAGES) :]})?[ \u3000]?(?=[{HAN}])")
_WORD_BEFORE = Pattern(rf"[{HAN}，、][ \u3000]\Z")
_WORD = Pattern(rf"[ \u3000](?=[{HAN}])")
_INDENT = " \t\u3000"
_DEEPEST = 40
# 1/120 in the cell of a table is a rank; a longer cell is the page itself, which some web pages set in a table.
_LONGEST_CELL = 200


def furniture_cuts(view: View) -> list[Cut]:
    """Every page number and running head, with its line where it has one."""
    text = view.text
    heads, numbers, title = running_heads(text)
    taken = {start for start, _ in numbers}
    found = [*numbers, *(span for span in _on_own_lines(text) if text.rfind("\n", 0, span[0]) + 1 not in taken)]
    inside = list(_in_sentences(text))
    heads += _titles_in_sentences(text, title, {start for start, _ in inside}, {end for _, end in inside})
    found += inside
    found = _outside_cells(view, found)
    cuts = [Cut(KIND if start < view.body_end else _IN_PLACE, start, end) for start, end in found]
    return cuts + [Cut(RUNNING_HEAD, *span) for span in heads if span[1] <= view.body_end]


def _outside_cells(view: View, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not found or not view.tables:
        return found
    cells = {(cell.start, cell.end) for table in view.tables for row in table.rows for cell in row}
    short = sorted(cell for cell in cells if cell[1] - cell[0] <= _LONGEST_CELL)
    starts = [start for start, _ in short]

    def is_outside(span: tuple[int, int]) -> bool:
        at = view.source_offset(span[0])
        index = bisect_right(starts, at) - 1
        return index < 0 or at >= short[index][1]

    return [span for span in found if is_outside(span)]


def _on_own_lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        at = match.start()
        indent = text[max(0, at - _DEEPEST - 1) : at]
        start = at - len(indent) + len(indent.rstrip(_INDENT))
        if start == 0 or text[start - 1] == "\n":
            yield start, past_gap(text, start, match.end())


def _in_sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _INLINE.finditer(text):
        at = match.start()
        head = text[max(0, at - 2) : at]
        at_end = not text[match.end() : match.end() + 1].strip(" \u3000\n")
        dashes = match["dash"] is not None
        if not at_end and dashes and match["dash"] != "-" and _LINE_START.search(head):
            yield at, match.end()
            continue
        before = _STOP_BEFORE.search(head) or (_TEXT_BEFORE.search(head) if dashes or not at_end else None)
        around = text[max(0, at - 1) : at] + text[match.end() : match.end() + 1]
        if before and (dashes or not _REFERS.search(head)) and not _CHEMICAL & set(around):
            yield at - len(before[0]) + 1, match.end()


def _titles_in_sentences(text: str, title: str, starts: set[int], ends: set[int]) -> Iterator[tuple[int, int]]:
    """The title of the text within a line, between blanks or beside the number of a page."""
    at = text.find(title, text.find(title) + len(title)) if title else -1
    while at >= 0:
        end = at + len(title)
        if number := _NUMBER_BEHIND.match(text, end):
            yield at, number.end()
        elif at in ends or end in starts:
            yield at, end
        elif _WORD_BEFORE.search(text[max(0, at - 2) : at]) and (blank := _WORD.match(text, end)):
            yield at - 1, blank.end()
        at = text.find(title, end)
