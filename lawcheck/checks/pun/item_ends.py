"""The signs between an item and the next one of its list, as the lines show them (PUN013)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from lawcheck.checks.ocr.parted_words import parts_word
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.layers import linebreaks
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.line_markers import DIVISION, ORDINAL
from lawcheck.text.vocabulary.numerals import parse_numeral

_MARKED = Pattern(
    "[ \t\u3000]*(?:(?P<a>[一二三四五六七八九十]{1,3})、|[（(](?P<b>[一二三四五六七八九十]{1,3})[）)]"
    "|(?P<c>[0-9０-９]{1,2})[.．、](?![0-9０-９])|[（(](?P<d>[0-9]{1,2})[）)]|(?P<e>[0-9]{1,2})[）)]|(?P<f>[①-⑳]))"
)
_ARTICLE = Pattern(f"[ \t\u3000]*{DIVISION}[ \u3000]")
_HEADED = Pattern(f"[ \t\u3000]*(?:{ORDINAL}|附件)")
_SEMICOLONS = "；;"
_COMMAS = "，、,"
_SENTENCE_END = Pattern("[。！？]")
_FEWEST_ENDED = 2
_SHORTEST = 4
# What is left of a broken line has no more characters.
_REST = 8


class _Item(NamedTuple):
    """A line that begins with an ordinal: its form and number, where its words begin and it ends, which line it is."""

    form: str
    number: int
    start: int
    end: int
    line: int


class ItemEnd(NamedTuple):
    """A sign that does not suit the end of an item: where it stands, what it is or should be, and what to say of it."""

    start: int
    end: int
    sign: str
    variant: str
    edit: Edit


def item_ends(document: Document) -> Iterator[ItemEnd]:
    """Items that end in a comma, a colon or nothing before the next; a semicolon before the list that it leads in."""
    text = document.text
    lines = [p for p in document.paragraphs if not document.is_in_cell(p.start)]
    items = [
        _item(match, line.end, index)
        for index, line in enumerate(lines)
        if (match := _MARKED.match(text, line.start, line.end))
    ]
    runs = [list(run) for run in _runs(items)]
    for run in runs:
        yield from _between(text, run)
        yield from _bare(document, run, lines[run[-1].line + 1].start if run[-1].line + 1 < len(lines) else len(text))
    for line, after in pairwise(lines):
        if text[line.end - 1] in _SEMICOLONS and _ARTICLE.match(text, after.start):
            yield _sign(text, line.end, "。", "last")
    for run, following in pairwise(runs):
        last, first = run[-1], following[0]
        leads_in = first.number == 1 and len(following) > 1 and first.form > last.form
        if text[last.end - 1] in _SEMICOLONS and first.line == last.line + 1 and leads_in:
            yield _sign(text, last.end, "：", "lead")


def _is_whole(document: Document, at: int) -> bool:
    """Whether no line of a text is broken, and what follows here is none that is left of one."""
    end = document.text.find("\n", at, at + _REST)
    return end < 0 and next(document.view.removed_as(linebreaks.KIND), None) is None


def begins_anew(text: str, at: int) -> bool:
    """Whether what follows a list is headed, or nothing; a line without an ordinal may go on with its last item."""
    return at >= len(text) or _HEADED.match(text, at) is not None


def _item(match: re.Match[str], end: int, index: int) -> _Item:
    form = match.lastgroup or ""
    written = match[form]
    number = ord(written) - ord("①") + 1 if form == "f" else parse_numeral(written) or 0
    return _Item(form, number, match.end(), end, index)


def _runs(items: Sequence[_Item]) -> Iterator[Iterator[_Item]]:
    """The items that follow one another line by line, with the next number of the same form."""
    runs = [0]
    for before, item in pairwise(items):
        goes_on = item.form == before.form and item.number == before.number + 1 and item.line == before.line + 1
        runs.append(runs[-1] + (not goes_on))
    for _, group in groupby(zip(runs, items, strict=False), key=lambda pair: pair[0]):
        yield (item for _, item in group)


def _sign(text: str, end: int, sign: str, variant: str = "default") -> ItemEnd:
    found = text[end - 1] if variant in ("default", "last") else sign
    return ItemEnd(end - 1, end, found, variant, Edit(end - 1, end, sign))


def _between(text: str, run: Sequence[_Item]) -> Iterator[ItemEnd]:
    """A comma between two items; a colon where the items beside it have a semicolon."""
    signs = [text[item.end - 1] for item in run]
    semicolons = sum(sign in _SEMICOLONS for sign in signs)
    commas = sum(sign in _COMMAS for sign in signs[:-1])
    for item, sign in zip(run[:-1], signs, strict=False):
        is_comma = sign in _COMMAS and (semicolons or 2 * commas < len(signs))
        if is_comma or (sign in "：:" and semicolons >= _FEWEST_ENDED):
            right = "。" if _SENTENCE_END.search(text, item.start, item.end - 1) else "；"
            yield _sign(text, item.end, right, "default" if right == "；" else "sentence")


def _bare(document: Document, run: Sequence[_Item], following: int) -> Iterator[ItemEnd]:
    """Items without a point among those that end in a semicolon."""
    text = document.text
    bare = [item for item in run if is_han(text[item.end - 1])]
    semicolons = sum(text[item.end - 1] in _SEMICOLONS for item in run)
    if not bare or semicolons < _FEWEST_ENDED or len(bare) > semicolons:
        return
    if bare[-1] is run[-1] and not (_is_whole(document, following) or begins_anew(text, following)):
        bare = bare[:-1]
    for item in bare:
        is_whole = item.end - item.start >= _SHORTEST and not _SENTENCE_END.search(text, item.start, item.end)
        if is_whole and not parts_word(text, item.end, item.end + 1):
            stop = "。" if item is run[-1] else "；"
            yield ItemEnd(item.end - 1, item.end, stop, "bare", Edit(item.end, item.end, stop))
