"""Blanks within a sentence, beside a mark at which layout may have them too: an opening one, a bracket, 、 (PUN015)."""

import re
from collections.abc import Iterator

from lawcheck.checks.set_apart import is_in_columns, line_around
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import ORDINAL

_BLANK = "[ \u3000\u00a0]"
_BLANKS = " \u3000\u00a0"
# 各科室 （含…）, 把握 “三个…”, 要求： （先…）, （二）、 （三）
_NO_NUMBER = "(?<![：，；] (?=[（(][一二三四五六七八九十0-9]{1,3}[）)]))"
_BEFORE_OPENING = Pattern(
    f"(?:(?<=[{HAN}、，；]){_BLANK}{{1,2}}|(?<=：) )(?=[（“《]|\\([{HAN}]){_NO_NUMBER}",
    first=_BLANKS,
)
# 主任李某（兼） 主持, 村监委、 村民代表
_BEHIND = Pattern(
    f"(?:(?<=[）、])|(?<=[{HAN}]\\))){_BLANK}{{1,2}}(?=[{HAN}])(?![{HAN}]{{2,6}}[：:])",
    needs=tuple(mark + blank for mark in "）、)" for blank in _BLANKS),
)
# 风险\t高的
_TAB = Pattern(f"(?<=[{HAN}])\t(?=[{HAN}])", needs=("\t",))
_POINT = Pattern("[，。；：、,;]")
_ENDED = Pattern(f"[。；：，！？….,;:]{_BLANK}{{0,4}}$")
_FULL_STOPS = ("。", ".")
_SHORTEST, _LONG_LINE = 12, 80
_TITLE = Pattern(f"关于.{{2,100}}(?:{TITLE_GENRE}){_BLANK}{{0,4}}$")
# Layout has blanks behind ordinals and dates, and between what stands side by side.
_SET_APART = Pattern(
    f"(?:第[{HAN}0-9]{{1,9}}[编章节条款项]|[编章节条]之[一二三四五六七八九十]|{DATE}"
    f"|^{_BLANK}{{0,8}}[（(]?[一二三四五六七八九十0-9]{{1,4}}[、）)]|^{_BLANK}{{0,8}}{ORDINAL}.?)$"
)
# A blank is a slip where the text has the mark more often without; so many may be slips at all.
_MOST = 5
# A note in brackets behind a stop belongs to what stands before it.
_NOTE = Pattern("(?P<before>[^（()）\n])[（(][^（()）\n]{1,60}[）)]$")
_LONGEST_NOTE = 64


def blanks_in_sentences(document: Document) -> Iterator[tuple[int, int]]:
    """A blank before an opening mark, behind a closing bracket or 、, or a tab, inside a sentence."""
    text = document.text
    for pattern, marks in ((_BEFORE_OPENING, "（“《("), (_BEHIND, "）、)")):
        found = [match.span() for match in pattern.finditer(text) if _is_slip(document, match)]
        if len(found) <= _MOST or 2 * len(found) <= sum(map(text.count, marks)):
            yield from found
    for match in _TAB.finditer(text):
        first, last = line_around(text, *match.span())
        before, after = text[first : match.start()], text[match.end() : last]
        is_one = "\t" not in before + after and not document.is_in_cell(match.start())
        if is_one and _POINT.search(before) and _POINT.search(after) and _ENDED.search(after):
            yield match.span()


def _is_slip(document: Document, match: re.Match[str]) -> bool:
    text = document.text
    start, end = match.span()
    first, last = line_around(text, start, end)
    before, line = text[first:start], text[first:last]
    if document.is_in_cell(start) or is_in_columns(text, start, end) or not before.strip():
        return False
    # What follows the sentences of a long line, as a table or a signature, may have lost its own line.
    goes_on = len(line) >= _LONG_LINE and "。" in text[end:last]
    if not _ENDED.search(line) and not goes_on:
        return "关于" in before and _TITLE.search(line) is not None
    is_sentence = line.endswith(_FULL_STOPS) and len(line) >= _SHORTEST
    if _SET_APART.search(before) or not (is_sentence or _POINT.search(line[:-1])):
        return False
    if text[start - 1] in "）)":
        note = _NOTE.search(before[-_LONGEST_NOTE:])
        return note is not None and note["before"] not in "。；！？ \u3000"
    return True
