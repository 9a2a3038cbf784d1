"""Cuts the marks of Markdown. `1.` and `一、` at the start of a line are the document's own numbering and stay."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from lawcheck.text.layers.code import outside
from lawcheck.text.layers.entities import ENTITY, entity_character
from lawcheck.text.layers.html_markup import read_html
from lawcheck.text.layers.markdown_blocks import Blocks, blocks_of
from lawcheck.text.layers.markdown_inline import Inline, read_words
from lawcheck.text.layers.pipes import cells_of, pipe_tables
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Table
from lawcheck.text.view import Cut, Markup

# Marks at the start of a line, a heading's closing marks, a line of nothing but marks.
_LINE = Pattern(
    r"""^[ ]{0,3}(?:>[ ]?)+                      # quotation
      | ^[ ]{0,3}\#{1,6}(?!\#)[ \t]{0,20}        # heading
      | ^[ \t]{0,20}[-*+][ \t]{1,20}(?=\S)(?![-*_ \t]{2,200}$)(?:\[[ xX]\][ \t]{1,20})?   # list, of tasks too
      | ^[ ]{0,3}(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,})(?=[ \t\r]{0,20}$)   # rule, underlined heading
      | ^[ ]{0,3}\|[ :|-]{2,}(?=\r?$)            # the rule under a table's head
    """,
    re.MULTILINE | re.VERBOSE,
)
_CLOSING_MARKS = Pattern(
    r"^ {0,3}#{1,6}[^#\n]{1,500}?([ \t]{1,20}#{1,6})(?=[ \t\r]{0,20}$)", re.MULTILINE, needs=(" #", "\t#")
)
_ATTRIBUTES = Pattern(r"^ {0,3}#[^\n{]{1,500}?([ \t]{0,20}\{[:#.][^{}\n]{0,200}\})(?=[ \t]{0,20}$)", re.MULTILINE)
_ROW = Pattern(r"^ {0,3}\|[^\n]*", re.MULTILINE)
_STARS = Pattern(r"(\*{1,3})(?=[^\s*])([^*\n]+)(?<=\S)(\1)(?!\*)")
_UNDERSCORES = Pattern(r"(?<![^\s，。；：、（“《])(__)(?=\w)([^_\n]+)(?<=\S)(__)(?!\w)")
_STRUCK = Pattern(r"(?<!~)(~~)(?=[^\s~])([^~\n]+)(?<=\S)(~~)(?!~)")
_ESCAPE = Pattern(r"\\(?=[!-/:-@\[-`{-~])")
_TABLE_TAG = Pattern(r"<(/)?table(?:\s[^<>]{0,500})?>", re.IGNORECASE, needs=("<",))
_ENTITY = Pattern(ENTITY)
# It stands for what holds no marks.
_NOTHING = "\0"


def read_markdown(text: str) -> Markup:
    """Cuts for the marks of a Markdown text, in order, its tables, and what of it is code or a formula."""
    blocks = blocks_of(text)
    hidden = sorted([*blocks.hidden, *blocks.quoted], key=lambda cut: cut.start)
    cuts, tables = _html_tables(text, hidden)
    pipes = list(pipe_tables(text, hidden))
    inline = _inline(text, blocks, pipes)
    bare = _without(text, [*((c.start, c.end) for c in (*hidden, *inline.cuts)), *inline.kept])
    cuts += [*hidden, *_between_cells(text, pipes), *inline.cuts, *_marks(bare)]
    return Markup(list(_disjoint(cuts)), tables + pipes, inline.kept)


def code_in(text: str) -> Iterator[Cut]:
    """Every stretch of a Markdown text that is code, in order."""
    blocks = blocks_of(text)
    inline = _inline(text, blocks, [])
    yield from sorted([*blocks.quoted, *(_cut(*span) for span in inline.kept)], key=lambda cut: cut.start)


def _inline(text: str, blocks: Blocks, tables: Iterable[Table]) -> Inline:
    found = Inline(kept=blocks.indented)
    for start, end in _stretches(blocks, tables):
        read_words(text, start, end, blocks.labels, found, start in blocks.in_html)
    return found


def _stretches(blocks: Blocks, tables: Iterable[Table]) -> Iterator[tuple[int, int]]:
    """The stretches of words, those of tables cell by cell."""
    cells = [(cell.start, cell.end) for table in tables for row in table.rows for cell in row]
    if not cells:
        yield from blocks.words
        return
    ahead = iter(cells)
    cell = next(ahead, None)
    for start, end in blocks.words:
        while cell and cell[0] < end:
            if cell[0] >= start:
                yield start, cell[0]
                yield cell
                start = max(start, cell[1])
            cell = next(ahead, None)
        yield start, end


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with nothing in place of these spans, of the same length."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            pieces += (text[at:start], _NOTHING * (end - start))
            at = end
    return "".join([*pieces, text[at:]])


def _marks(text: str) -> list[Cut]:
    """The cuts of all else, in any order."""
    cuts = list(_rows(text))
    cuts += (_cut(*m.span()) for m in _LINE.finditer(text))
    cuts += (_cut(*m.span(1)) for m in _CLOSING_MARKS.finditer(text))
    if "{" in text:
        cuts += (_cut(*m.span(1)) for m in _ATTRIBUTES.finditer(text))
    for pattern, mark in ((_STARS, "*"), (_UNDERSCORES, "__"), (_STRUCK, "~~")):
        for match in pattern.finditer(text) if mark in text else ():
            cuts += (_cut(*match.span(1)), _cut(*match.span(3)))
    cuts += (_cut(*m.span()) for m in _ESCAPE.finditer(text))
    cuts += (_cut(*m.span(), entity_character(m[0])) for m in _ENTITY.finditer(text))
    return cuts


def _cut(start: int, end: int, replacement: str = "") -> Cut:
    return Cut("markup", start, end, replacement)


def _html_tables(text: str, hidden: Sequence[Cut]) -> tuple[list[Cut], list[Table]]:
    """The markup of tables in HTML that have an end, and the tables."""
    cuts: list[Cut] = []
    tables: list[Table] = []
    depth = begin = 0
    for tag in outside(_TABLE_TAG.finditer(text), hidden):
        begin = begin if depth else tag.start()
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if tag[1] and not depth:
            found, inside, _ = read_html(text[begin : tag.end()])
            cuts += (replace(cut, start=begin + cut.start, end=begin + cut.end) for cut in found)
            tables += (table.moved(partial(_behind, begin)) for table in inside)
    return cuts, tables


def _behind(begin: int, start: int, end: int) -> tuple[int, int]:
    return begin + start, begin + end


def _between_cells(text: str, tables: list[Table]) -> Iterator[Cut]:
    """What stands before, between and after the cells of tables, line ends and the rule under the head too."""
    for table in tables:
        cells = [cell for row in table.rows for cell in row]
        at = text.rfind("\n", 0, cells[0].start) + 1
        for cell in cells:
            if at < cell.start:
                yield _cut(at, cell.start)
            at = cell.end
        end = text.find("\n", at) + 1 or len(text)
        if at < end:
            yield _cut(at, end)


def _rows(text: str) -> Iterator[Cut]:
    """The pipes of lines that look like rows: each cell becomes a line."""
    for row in _ROW.finditer(text):
        cells = cells_of(text, *row.span())
        last = row.start() + len(row[0].rstrip())
        for (_, start), (end, _) in pairwise([(0, row.start()), *cells, (last, last)]):
            if start < end:
                yield _cut(start, end, "\n" if cells[0][0] < end < last else "")


def _disjoint(cuts: list[Cut]) -> Iterator[Cut]:
    """Cuts in order, without those that begin inside an earlier one (an asterisk in an address, marks in code)."""
    end = 0
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if cut.start >= end:
            yield cut
            end = cut.end
