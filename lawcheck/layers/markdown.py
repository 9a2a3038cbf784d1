"""Cuts the marks of Markdown. `1.` and `一、` at the start of a line are the document's own numbering and stay."""

import re
from collections.abc import Iterator

from lawcheck.layers.entities import ENTITY, entity_character
from lawcheck.patterns import Pattern
from lawcheck.view import Cut

_FRONT_MATTER = Pattern(r"\A---[ \t]*\r?\n")
_FRONT_MATTER_END = Pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FENCE = Pattern(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
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
_PIPE = Pattern(r"[ \t]{0,20}\|[ \t]{0,20}")
_LINK = Pattern(r"(!?\[)([^\[\]\n]{0,300})(\]\([^()\n]{0,1000}\))")
_STARS = Pattern(r"(\*{1,3})(?=[^\s*])([^*\n]+)(?<=\S)(\1)(?!\*)")
_UNDERSCORES = Pattern(r"(?<![^\s，。；：、（“《])(__)(?=\w)([^_\n]+)(?<=\S)(__)(?!\w)")
_CODE = Pattern(r"(`{1,2})([^`\n]+)(\1)(?!`)")
_ESCAPE = Pattern(r"\\(?=[!-/:-@\[-`{-~])")
_COMMENT = "<!--"
_TAG = Pattern(r"<(/?[A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]{0,500})?/?>")
_ENTITY = Pattern(ENTITY)


def markdown_cuts(text: str) -> list[Cut]:
    """Cuts for the marks of a Markdown text, in any order; those inside code may overlap the cut of the code."""
    cuts = [*_front_matter(text), *fenced_blocks(text), *_comments(text), *_rows(text)]
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


def fenced_blocks(text: str) -> Iterator[Cut]:
    """Whole blocks of code; one that is not closed reaches to the end."""
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]):
            line_end = text.find("\n", fence.end())
            yield _cut(opening.start(), line_end if line_end >= 0 else len(text))
            opening = None
    if opening:
        yield _cut(opening.start(), len(text))


def _comments(text: str) -> Iterator[Cut]:
    at = text.find(_COMMENT)
    while at >= 0:
        close = text.find("-->", at + len(_COMMENT))
        end = close + 3 if close >= 0 else len(text)
        yield _cut(at, end)
        at = text.find(_COMMENT, end)


def _rows(text: str) -> Iterator[Cut]:
    """The pipes of tables: each cell becomes a line."""
    for row in _ROW.finditer(text):
        last = row.start() + len(row[0].rstrip())
        for pipe in _PIPE.finditer(text, *row.span()):
            edge = pipe.start() == row.start() or pipe.end() >= last
            yield _cut(*pipe.span(), "" if edge else "\n")
