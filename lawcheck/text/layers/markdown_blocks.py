"""The blocks of Markdown, by CommonMark: which lines are code, which hold words, and where one paragraph ends.

One pass over the lines. Quotations and list items are followed only as far as it takes to tell an indented paragraph of
an item from code.
"""

import re

from lawcheck.records import dataclass, field
from lawcheck.text.layers.columns import after_columns, indent_of
from lawcheck.text.layers.markdown_definitions import Definition, definition_at
from lawcheck.text.layers.markdown_html import begins_html, opaque_end, table_end
from lawcheck.text.layers.markdown_indents import told_from_code
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut

Span = tuple[int, int]

_FRONT_MATTER = Pattern(r"\A(?:---|\+\+\+)[ \t]*\n")
_FRONT_MATTER_END = Pattern(r"^(?:---|\.\.\.|\+\+\+)[ \t]*$\n?", re.MULTILINE)
# A line that begins with none of these goes on with a paragraph or begins one.
_STARTS = frozenset(" \t>#-*+`~<|[=_$0123456789")
_QUOTE = Pattern(r" {0,3}>[ ]?")
_FENCE = Pattern(r"(`{3,})(?=[^`\n]*$)|(~{3,})", re.MULTILINE)
_HEADING = Pattern(r"#{1,6}(?!#)")
_RULE = Pattern(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-+[ \t]*)$", re.MULTILINE)
_ITEM = Pattern(r"(?:[-*+]|([0-9]{1,9})[.)])(?=[ \t\n]|\Z)")
_NOTE = Pattern(r"\[\^[^\[\]\s]{1,100}\]:[ \t]*")
_NOTE_WIDTH = 4
_MATH = "$$"
_LONGEST_MATH = 5_000


@dataclass(slots=True)
class Blocks:
    """What the lines of a text are: code and the like, definitions of links, and stretches of words.

    `quoted` is code and formulas between fences, `indented` is code without; `hidden` is whatever else is no text.
    `in_html` are the places where stretches begin that stand in HTML: there are tags in them and no marks.
    """

    quoted: list[Cut] = field(default_factory=list)
    indented: list[Span] = field(default_factory=list)
    hidden: list[Cut] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)
    in_html: set[int] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


def blocks_of(text: str) -> Blocks:
    """The blocks of a text whose lines end with "\\n"."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found = Blocks()
        # The open quotations (0) and list items (the width of their indent), from the outermost inwards.
        self._open: list[int] = []
        self._words = -1
        self._indented: list[Span] = []
        self._lines = 0
        # An indented block goes on over blank lines.
        self._in_indented = False
        self._in_html = False
        # Where the table in HTML that the place is in ends; -1 when it is known that none ends any more.
        self._table_end = 0

    def read(self) -> Blocks:
        text = self._text
        at = 0
        if (opening := _FRONT_MATTER.match(text)) and (closing := _FRONT_MATTER_END.search(text, opening.end())):
            at = closing.end()
            self._found.hidden.append(_cut(0, len(text[:at].rstrip("\n"))))
        size = len(text)
        while at < size:
            end = text.find("\n", at)
            end = size if end < 0 else end
            if self._open or self._in_html or (at < end and text[at] in _STARTS):
                at = self._line(at, end) + 1
            elif at == end:
                self._finish(at)
                at += 1
            else:
                self._in_indented = False
                self._lines += 1
                if self._words < 0:
                    self._words = at
                at = end + 1
        self._finish(size)
        for span, is_code in told_from_code(text, self._indented, self._lines):
            (self._found.indented if is_code else self._found.words).append(span)
        self._found.words.sort()
        return self._found

    def _finish(self, end: int) -> None:
        if self._words >= 0:
            self._found.words.append((self._words, end))
            self._words = -1

    def _line(self, start: int, end: int) -> int:
        """Reads a line, with the following ones that belong to its block; returns where the last of them ends."""
        text = self._text
        at, matched = self._inside(start, end)
        if start < self._table_end:
            return end
        if not text[at:end].strip(" \t"):
            self._finish(start)
            self._in_html = False
            if matched < len(self._open) and 0 in self._open[matched:]:
                del self._open[matched:]
            return end
        self._lines += 1
        if self._in_html and matched == len(self._open):
            return end
        self._in_html = False
        in_paragraph = self._words >= 0
        while True:
            indent, first = indent_of(text, at, end)
            if indent >= 4:
                if in_paragraph:
                    return end
                return self._code(at, end, matched)
            opened = self._container(first, end, matched, indent, in_paragraph)
            if opened < 0:
                break
            matched, at, in_paragraph = len(self._open), opened, False
            if not text[at:end].strip(" \t"):
                return end
        self._in_indented = False
        return self._leaf(first, end, matched, in_paragraph)

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        """How many of the open blocks a line goes on with, and where its own text begins."""
        text = self._text
        at = start
        for number, width in enumerate(self._open):
            if width == 0:
                quote = _QUOTE.match(text, at, end)
                if quote is None:
                    return at, number
                at = quote.end()
                continue
            indent, first = indent_of(text, at, end)
            if first < end and indent < width:
                return at, number
            at = after_columns(text, at, first, width)
        return at, len(self._open)

    def _container(self, at: int, end: int, matched: int, indent: int, in_paragraph: bool) -> int:
        """Opens the quotation, item or note that begins here; returns where its text begins, -1 if there is none."""
        text = self._text
        if text[at] == ">":
            self._begin(at, matched)
            self._open.append(0)
            return at + 1 + (text[at + 1 : at + 2] == " ")
        if text[at] == "[" and (note := _NOTE.match(text, at, end)):
            self._begin(at, matched)
            self._open.append(_NOTE_WIDTH)
            self._found.hidden.append(_cut(*note.span()))
            return note.end()
        if _RULE.match(text, at, end):
            return -1
        item = _ITEM.match(text, at, end + 1)
        if item is None:
            return -1
        space, first = indent_of(text, item.end(), end)
        # Only what cannot be meant otherwise begins a list in the midst of a paragraph.
        if in_paragraph and matched == len(self._open) and (first == end or (item[1] or "1") != "1"):
            return -1
        self._begin(at, matched)
        space = 1 if first == end or space > 4 else space
        self._open.append(indent + item.end() - at + space)
        return min(after_columns(text, item.end(), first, space), end)

    def _begin(self, at: int, matched: int) -> None:
        """A block begins here, in the outermost of the open ones."""
        self._finish(at)
        self._in_indented = False
        del self._open[matched:]

    def _code(self, at: int, end: int, matched: int) -> int:
        """An indented line of code; the text of the rest of the block is looked at when all are known."""
        del self._open[matched:]
        if self._in_indented:
            self._indented[-1] = (self._indented[-1][0], end)
        else:
            self._indented.append((at, end))
            self._in_indented = True
        return end

    def _leaf(self, at: int, end: int, matched: int, in_paragraph: bool) -> int:
        """Reads what is no quotation or item."""
        text = self._text
        character = text[at]
        if character in "`~" and (fence := _FENCE.match(text, at, end)):
            self._begin(at, matched)
            return self._fenced(at, end, fence[1] or fence[2])
        if character == "<" and (last := self._html(at, end, matched, in_paragraph)) >= 0:
            return last
        if character == "$" and (last := self._math(at, end, matched)) >= 0:
            return last
        # A line of === behind a quotation or item goes on with its paragraph.
        if character == "=" and matched < len(self._open) and in_paragraph:
            return end
        if character in "#=-*_" and (_HEADING.match(text, at, end) or _RULE.match(text, at, end)):
            self._begin(at, matched)
            self._found.words.append((at, end))
            return end
        if character == "[" and not in_paragraph and (found := definition_at(text, at, end, bool(self._open))):
            self._begin(at, matched)
            return self._defined(at, found)
        if character == "|":
            self._begin(at, matched)
        elif not in_paragraph:
            del self._open[matched:]
        if self._words < 0:
            self._words = at
        return end

    def _defined(self, at: int, found: Definition) -> int:
        self._found.labels.add(found.label)
        self._found.hidden.append(_cut(at, found.end))
        return found.end

    def _fenced(self, start: int, end: int, mark: str) -> int:
        """A block of code up to the fence that closes it, the end of what it stands in, or the end of the text."""
        text = self._text
        at = end + 1
        last = end
        while at < len(text):
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            first, matched = self._inside(at, line_end) if self._open else (at, 0)
            if matched < len(self._open):
                break
            last = line_end
            if mark in text[first:line_end]:
                indent, first = indent_of(text, first, line_end)
                if indent < 4 and not text[first:line_end].rstrip(" \t").strip(mark[0]):
                    break
            at = line_end + 1
        self._found.quoted.append(_cut(text.rfind("\n", 0, start) + 1 if not self._open else start, last))
        return last

    def _html(self, at: int, end: int, matched: int, in_paragraph: bool) -> int:
        """A block of HTML: what holds no words is cut; returns -1 where none begins."""
        if (stop := opaque_end(self._text, at, end)) >= 0:
            return self._opaque(at, stop, matched)
        if not begins_html(self._text, at, end, in_paragraph):
            return -1
        self._begin(at, matched)
        self._in_html = True
        self._words = at
        self._found.in_html.add(at)
        if self._table_end >= 0:
            self._table_end = table_end(self._text, at)
        return end

    def _opaque(self, at: int, stop: int, matched: int) -> int:
        """Cuts what is no text; what follows in its last line is."""
        text = self._text
        self._begin(at, matched)
        self._found.hidden.append(_cut(at, stop))
        end = text.find("\n", stop)
        end = len(text) if end < 0 else end
        if text[stop:end].strip():
            self._found.words.append((stop, end))
        return end

    def _math(self, at: int, end: int, matched: int) -> int:
        """A formula that has lines to itself: $$ … $$."""
        text = self._text
        if not text.startswith(_MATH, at):
            return -1
        close = text.find(_MATH, at + 2, at + _LONGEST_MATH)
        stop = text.find("\n", close) if close >= 0 else -1
        stop = len(text) if stop < 0 else stop
        if close < 0 or text[close + 2 : stop].strip():
            return -1
        self._begin(at, matched)
        self._found.quoted.append(_cut(at, close + 2))
        return stop


def _cut(start: int, end: int) -> Cut:
    return Cut("markup", start, end)
