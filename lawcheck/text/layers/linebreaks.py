"""Line ends in the middle of a sentence or word."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from lawcheck.text.layers import heading_marks
from lawcheck.text.layers.common_words import standing_together
from lawcheck.text.layers.new_starts import (
    are_entries,
    begins_anew,
    begins_letter,
    ends_latin_sentence,
    is_headline,
    is_title,
    is_title_of_lines,
    parts_rows,
)
from lawcheck.text.layers.parted_tokens import is_in_token
from lawcheck.text.layers.printed_lines import BREAK, FINISHED, MARKER, OPEN, PrintedLines, cannot_begin
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import SENTENCE_END

KIND = "line-break"

# After these a sentence may go on, and in a full line it does; a long note in brackets ends a paragraph.
_OPENING = dict(zip("”》）】〕)]", "“《（【〔([", strict=True))
_LONGEST_NOTE = 16
# Arrows of a web page.
_ARROWS = ("》》", "〉〉")
_COMMA = Pattern(r"[，,]")
# 各院⏎（系、部）学生: a note in brackets that names two sorts stands behind a word, and its brackets stand on one line.
_SORTS = Pattern(f"（[{HAN}]{{1,4}}(?:、[{HAN}]{{1,4}}){{1,3}}）[{HAN}]")
# …、各县（市、区）⏎语委办。
_SORTS_END = Pattern(f"、[^、。\n]{{0,6}}（[{HAN}]{{1,4}}(?:、[{HAN}]{{1,4}}){{1,3}}）$")
_LAST_WORD = Pattern(f"[{HAN}]{{1,8}}。\\s*(?:\n|$)")
_LONGEST_SORTS = 32
_NOTE = 10
_NUMERAL = "[一二三四五六七八九十百0-9]{1,4}"
_NUMBERS_BEFORE = Pattern(f"第{_NUMERAL}[条款项章节]?(?:、第?{_NUMERAL}[条款项章节]?){{0,6}}、$")
_NUMBERS_AFTER = Pattern(f"第?{_NUMERAL}(?:(?:、第?{_NUMERAL}){{0,8}}[、和至及]第?{_NUMERAL})?[条款项章节](?![ 　\n])")
_ENDS_IN_WORD = Pattern(f"[{HAN}]$")
_OPEN_NOTE = Pattern(f"[{HAN}]（[{HAN}、]{{1,8}}$")
_REST_OF_NOTE = Pattern(f"[{HAN}、]{{0,8}}）[{HAN}]")
# What stands before a colon begins a paragraph, and a reference to a picture ends one that has lost its stop.
_LABEL = Pattern(f"[{HAN}]{{2,8}}[：:]")
_LABELLED = Pattern(f"[{HAN}，、]{{1,12}}[：:]")
_FIGURE = Pattern("[图表] ?[0-9]{1,2}$")
# The date of a signature, or of one step in the history of a statute.
_SIGNED = Pattern(rf"{DATE}[ \t\u3000\xa0]*(?:\n|$|[ \u3000].{{0,40}}(?:通过|批准|公布|发布|修订|修正|施行)\n)")
_MARKUP = "markup"
_BLOCK_MARKS = frozenset("-*+>#|")
# What one character or two are that end a sentence in a line of their own: the rest of a word, or the end of a letter.
_TAIL = Pattern(f"([{HAN}]{{1,2}})[。；][ \\t\u3000\xa0]*(?:\\n|$)")
_WHOLE = frozenset({"此复", "此令", "此致", "此布", "谢谢", "完", "略", "无"})
_SPACE = " \t\u3000\xa0"
_SHORT, _LIST_ITEM, _HEADING = 30, 15, 45
_DASHES = ("——", "—－", "--")
_VERSE = 10
# So many of the lines must be indented that one which is not means something.
_INDENTED = 0.7
# So many of the lines that begin with a marker must go on after a full stop that one which does not is cut off.
_RUN_IN = 0.8
_FEWEST = 4
_NEEDED = 2.5
# How far no paragraph is indented, and by how much more than most; how many blanks a tab is beside itself.
_DEEP, _DEEPER, _TAB = 8, 4, 3
# So few lines show no habit.
_FEW = 3
_OF_DEEP_INDENT, _OF_NEW_START = 6.0, 6.0
# What it says that the document has the two characters side by side elsewhere, and that it has not.
_TOGETHER, _APART = 2.5, -0.5


def linebreak_cuts(view: View) -> list[Cut]:
    """Every line end (with the space around it) that parts a sentence."""
    text = view.text
    breaks = list(BREAK.finditer(text))
    if not breaks:
        return []
    layout = _Layout(text, breaks)
    marked = _marked(view)
    weights = {m: layout.weight(m) for m in _undecided(text, breaks, layout) if m.end() not in marked}
    # The document's own words decide where its layout does not.
    doubtful = {m: _pair(text, m) for m, weight in weights.items() if weight + _APART < _NEEDED <= weight + _TOGETHER}
    known = standing_together(text, doubtful.values())
    return [
        Cut(KIND, *match.span())
        for match, weight in weights.items()
        if weight + (_TOGETHER if doubtful.get(match) in known else _APART) >= _NEEDED
    ]


def _marked(view: View) -> set[int]:
    """Where lines begin that had a mark of a list, quotation, heading or row, which has been cut."""
    marks = {removed.at for removed in view.removed_as(heading_marks.KIND)}
    for removed in view.removed_as(_MARKUP):
        mark = view.source_text[removed.start : removed.end]
        if mark[-1] in _SPACE + "|>#" and mark.lstrip(_SPACE)[:1] in _BLOCK_MARKS:
            marks.add(removed.at)
    return marks


def _is_in_note(text: str, start: int, end: int) -> bool:
    """Whether a line end parts a note in brackets, or one that names two sorts (市、区) from what it belongs to."""
    if text[end] != "（" and "（" not in text[max(0, start - _LONGEST_SORTS) : start]:
        return False
    if _SORTS_END.search(text, max(0, start - _LONGEST_SORTS), start) and _LAST_WORD.match(text, end):
        return True
    if _SORTS.match(text, end):
        return bool(_ENDS_IN_WORD.search(text, start - 1, start))
    opened = _OPEN_NOTE.search(text, max(0, start - _NOTE), start)
    return bool(opened) and bool(_REST_OF_NOTE.match(text, end))


def _is_in_numbers(text: str, start: int, end: int) -> bool:
    """Whether a line end parts the numbers of articles, paragraphs or items: 依照第一、⏎三、五项."""
    if text[start - 1] != "、" or not _NUMBERS_BEFORE.search(text, max(0, start - _LONGEST_SORTS), start):
        return False
    return _NUMBERS_AFTER.match(text, end) is not None


def _pair(text: str, match: re.Match[str]) -> str:
    """The characters on either side of a line end."""
    return text[match.start() - 1] + text[match.end()]


def _undecided(text: str, breaks: list[re.Match[str]], layout: "_Layout") -> Iterator[re.Match[str]]:
    """The line ends between text that neither ends nor begins a paragraph by its looks."""
    for match in breaks:
        start, end = match.span()
        if start == 0 or end == len(text):
            continue
        if _is_in_numbers(text, start, end) or is_in_token(text, start, end):
            yield match
            continue
        if MARKER.match(text, end) or parts_rows(text, start, end):
            continue
        if is_headline(text, start, end) or ends_latin_sentence(text, start):
            continue
        last, newlines = text[start - 1], match[0].count("\n")
        if _is_in_note(text, start, end):
            yield match
            continue
        if newlines > 1 and not layout.goes_on_apart(match):
            continue
        # The straight quote that ends a sentence ends its paragraph.
        if last == '"' and text[start - 2] in FINISHED:
            last = text[start - 2]
        begins = not cannot_begin(text, end) or text.startswith(_ARROWS, end)
        if last in FINISHED and begins and not layout.goes_on_closed(match):
            continue
        yield match


class _Layout:
    """How a text lays out its lines, and what that says of one line end: how much speaks for a parted sentence."""

    def __init__(self, text: str, breaks: list[re.Match[str]]) -> None:
        self._text = text
        self._indented = sum(m[0][-1] in _SPACE for m in breaks) >= _INDENTED * len(breaks)
        self._breaks = breaks
        self._page = PrintedLines(text, breaks)

    @cached_property
    def _run_in(self) -> set[str]:
        """The forms of ordinals whose lines go on after the heading: （一）标题。正文."""
        marked: Counter[str] = Counter()
        stopped: Counter[str] = Counter()
        for this, following in pairwise(self._breaks):
            if form := _form(self._text[this.end()]):
                marked[form] += 1
                stopped[form] += bool(SENTENCE_END.search(self._text, this.end(), following.start()))
        return {form for form, n in marked.items() if n >= _FEWEST and stopped[form] >= _RUN_IN * n}

    def is_full(self, match: re.Match[str]) -> bool:
        """Whether the line before is as wide as the page, or as the lines of its passage."""
        if self._page.goes_on_indented is (match[0][-1] == "\n") or _SIGNED.match(self._text, match.end()):
            return False
        return self._page.is_full(self._line_before(match)) or match.start() in self._page.passages

    def goes_on_closed(self, match: re.Match[str]) -> bool:
        """Whether a full line goes on that ends with a quotation or a short note in brackets."""
        line = self._line_before(match)
        opened = _OPENING.get(line[-1])
        return opened is not None and line.rfind(opened) >= len(line) - _LONGEST_NOTE and self.is_full(match)

    def goes_on_apart(self, match: re.Match[str]) -> bool:
        """Whether the line before goes on after an empty line: recognition made it, or all lines stand apart."""
        feeds = match[0].count("\n")
        if feeds == self._page.feeds and (self.is_full(match) or self._has_tail(match)):
            return True
        # So long a part of a sentence no blank line ends.
        is_long = len(self._line_before(match)) > _HEADING
        return feeds == 2 and (is_long or self.is_full(match)) and self._is_sentence(match)

    def _is_sentence(self, match: re.Match[str]) -> bool:
        """Whether the line before holds or ends a part of a sentence and goes on in the next."""
        return bool(_COMMA.search(self._line_before(match))) and self._text[match.start() - 1] not in FINISHED

    def _has_tail(self, match: re.Match[str]) -> bool:
        """Whether the next line is the last character of a sentence, or the last two after no heading."""
        tail, line = _TAIL.match(self._text, match.end()), self._line_before(match)
        if tail is None or len(line) <= _LIST_ITEM or tail[1] in _WHOLE:
            return False
        return len(tail[1]) == 1 or not MARKER.match(line)

    def _line_before(self, match: re.Match[str]) -> str:
        return self._text[self._text.rfind("\n", 0, match.start()) + 1 : match.start()].lstrip(_SPACE)

    def weight(self, match: re.Match[str]) -> float:
        """Positive for a sentence that goes on in the next line, by all but the document's own words."""
        start, end = match.span()
        text = self._text
        last = text[start - 1]
        if cannot_begin(text, end) or is_in_token(text, start, end):
            return 4.0
        if _is_in_note(text, start, end) or _is_in_numbers(text, start, end):
            return 4.0
        line = self._line_before(match)
        stop = self._text.find("\n", end)
        following = self._text[end : stop if stop >= 0 else len(self._text)]
        if begins_letter(line, following):
            return -4.0
        if last == "、" and is_title_of_lines(self._text, start - len(line)):
            return -4.0
        if self.is_full(match) or self._has_tail(match):
            return 4.0
        # 试举一例———: what is led in stands below; two lines so short are verse.
        if line.endswith(_DASHES) or max(len(line), len(following)) <= _VERSE:
            return -4.0
        goes_on = bool(SENTENCE_END.search(following) or _COMMA.search(following))
        is_deep = goes_on and not _LABELLED.match(following) and self._is_deep(match, line)
        weight = self._of_line(line, last) + (_OF_DEEP_INDENT if is_deep else self._of_indent(match, goes_on))
        if not goes_on:
            weight -= 1.0
        elif last in "，、" and len(line) > _LIST_ITEM:
            weight += 1.0
        if _LABEL.match(following) or _FIGURE.search(line[-4:]) or is_title(line, following):
            weight -= 3.0
        if are_entries(line, following):
            weight -= 3.0
        if begins_anew(line, following, runs_in=_form(line[0]) in self._run_in):
            weight -= _OF_NEW_START
        return weight

    @cached_property
    def _usual_indent(self) -> int:
        """How far most lines are indented."""
        (indent, lines), *_ = Counter(_indent(m) for m in self._breaks).most_common(1)
        return indent if lines >= _FEW else 0

    def _is_deep(self, match: re.Match[str], line: str) -> bool:
        """Whether a sentence goes on in a line that is indented as no paragraph is: a column was broken."""
        indent = _indent(match)
        if indent < _DEEP or indent < self._usual_indent + _DEEPER:
            return False
        return self._text[match.start() - 1] in OPEN or (len(line) > _LIST_ITEM and not MARKER.match(line))

    def _of_indent(self, match: re.Match[str], goes_on: bool) -> float:
        if self._page.goes_on_indented is True:
            return 0.0 if match[0][-1] in _SPACE else -4.0
        if not self._indented:
            # Where the other lines have no indent, one marks a paragraph.
            return -2.0 if match[0][-1] in _SPACE else 0.0
        if match[0][-1] in _SPACE:
            return -4.0
        return 6.0 if goes_on else 2.5

    def _of_line(self, line: str, last: str) -> float:
        """What the line before says: a heading is short and has no stop, a sentence has commas or follows another."""
        weight = (3.0 if len(line) > _LIST_ITEM else -2.0) if last in OPEN else 0.0
        if len(line) < _SHORT:
            weight -= 1.0
        if SENTENCE_END.search(line):
            return weight + 3.0
        if MARKER.match(line) and _form(line[0]) not in self._run_in and last not in OPEN:
            return weight - 2.0
        if commas := len(_COMMA.compiled.findall(line)):
            return weight + (1.0 if len(line) <= _HEADING else 2.0 if commas == 1 else 3.0)
        if MARKER.match(line):
            return weight + (4.0 if _form(line[0]) in self._run_in and len(line) > _LIST_ITEM else -2.0)
        return weight


def _indent(match: re.Match[str]) -> int:
    """How far the line behind a line end is indented."""
    blanks = match[0].rpartition("\n")[2]
    return len(blanks) + blanks.count("\u3000") + _TAB * blanks.count("\t")


def _form(first: str) -> str:
    """Which ordinals a line may begin with that run into their text: in brackets, in figures, or none."""
    return "bracket" if first in "（(〔" else "figure" if first.isdecimal() else ""
