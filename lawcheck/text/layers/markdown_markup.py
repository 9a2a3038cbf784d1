"""Cuts the marks of Markdown. `1.` and `一、` at the start of a line are the document's own numbering and stay."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from lawcheck.text.layers.code import fenced_blocks, outside
from lawcheck.text.layers.entities import ENTITY, entity_character
from lawcheck.text.layers.html_markup import read_html
from lawcheck.text.layers.pipes import cells_of, pipe_tables
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Table
from lawcheck.text.view import Cut

_FRONT_MATTER = Pattern(r"\A---[ \t]*\r?\n")
_FRONT_MATTER_END = Pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# Marks at the start of a line, a heading's closing marks, a line of nothing but marks.
_LINE = Pattern(
    r"""^[ ]{0,3}(?:>[ ]?)+                      # quotation
      | ^[ ]{0,3}\#{1,6}(?!\#)[ \t]{0,20}        # heading
      | ^[ \t]{0,20}[-*+][ \t]{1,20}(?=\S)(?![-*_ \t]{2,200}$)   # list
      | ^[ ]{0,3}(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,})(?=[ \t\r]{0,20}$)   # rule, underlined heading
      | ^[ ]{0,3}\|[ :|-]{2,}(?=\r?$)            # the rule under a table's head
    """,
    re.MULTILINE | re.VERBOSE,
)
_CLOSING_MARKS = Pattern(r"^ {0,3}#{1,6}[^#\n]{1,500}?([ \t]{1,20}#{1,6})(?=[ \t\r]{0,20}$)", re.MULTILINE)
_ROW = Pattern(r"^ {0,3}\|[^\n]*", re.MULTILINE)
_LINK = Pattern(r"(!?\[)([^\[\]\n]{0,300})(\]\([^()\n]{0,1000}\))")
_STARS = Pattern(r"(\*{1,3})(?=[^\s*])([^*\n]+)(?<=\S)(\1)(?!\*)")
_UNDERSCORES = Pattern(r"(?<![^\s，。；：、（“《])(__)(?=\w)([^_\n]+)(?<=\S)(__)(?!\w)")
_CODE = Pattern(r"(`{1,2})([^`\n]+)(\1)(?!`)")
_ESCAPE = Pattern(r"\\(?=[!-/:-@\[-`{-~])")
_COMMENT = "<!--"
_TABLE_TAG = Pattern(r"<(/)?table(?:\s[^<>]{0,500})?>", re.IGNORECASE, needs=("</",))
_TAG = Pattern(r"<(/?[A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]{0,500})?/?>")
_ENTITY = Pattern(ENTITY)


def read_markdown(text: str) -> tuple[list[Cut], list[Table]]:
    """Cuts for the marks of a Markdown text, in order, and its tables."""
    hidden = list(_disjoint([*_front_matter(text), *fenced_blocks(text), *_comments(text)]))
    cuts, tables = _html_tables(text, hidden)
    pipes = list(pipe_tables(text, hidden))
    cuts += [*hidden, *_between_cells(text, pipes), *_marks(text)]
    return list(_disjoint(cuts)), tables + pipes


def _marks(text: str) -> list[Cut]:
    """The cuts of all else, in any order; those inside code overlap the cut of the code."""
    cuts = list(_rows(text))
    cuts += (_cut(*m.span()) for m in _LINE.finditer(text))
    cuts += (_cut(*m.span(1)) for m in _CLOSING_MARKS.finditer(text))
    for pattern in (_LINK, _STARS, _UNDERSCORES, _CODE):
        for match in pattern.finditer(text):
            cuts += (_cut(*match.span(1)), _cut(*match.span(3)))
    cuts += (_cut(*m.span()) for m in _ESCAPE.finditer(text))
    cuts += (_cut(*m.span(), "\n" if m[1].lower() == "br" else "") for m in _TAG.finditer(text))
    cuts += (_cut(*m.span(), entity_character(m[0])) for m in _ENTITY.finditer(text))
    return cuts


def _cut(start: int, end: int, replacement: str = "") -> Cut:
    return Cut("markup", start, end, replacement)


def _front_matter(text: str) -> Iterator[Cut]:
    opening = _FRONT_MATTER.match(text)
    if opening and (closing := _FRONT_MATTER_END.search(text, opening.end())):
        yield _cut(0, closing.end())


def _comments(text: str) -> Iterator[Cut]:
    at = text.find(_COMMENT)
    while at >= 0:
        close = text.find("-->", at + len(_COMMENT))
        end = close + 3 if close >= 0 else len(text)
        yield _cut(at, end)
        at = text.find(_COMMENT, end)


def _html_tables(text: str, hidden: Sequence[Cut]) -> tuple[list[Cut], list[Table]]:
    """The markup of tables in HTML that have an end, and the tables."""
    cuts: list[Cut] = []
    tables: list[Table] = []
    depth = begin = 0
    for tag in outside(_TABLE_TAG.finditer(text), hidden):
        begin = begin if depth else tag.start()
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if tag[1] and not depth:
            found, inside = read_html(text[begin : tag.end()])
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
