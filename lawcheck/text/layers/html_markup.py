"""Cuts HTML down to the text that a reader sees: one scan from tag to tag.

The parser of the standard library takes quadratic time on hostile input (Python 3.11), and forgets where things were.
"""

import re

from lawcheck.text.layers.entities import ENTITY, entity_character
from lawcheck.text.layers.html_tables import Tables
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, Markup
from lawcheck.text.vocabulary.han import WIDE

_BLOCK = Pattern(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|head|header|hr|html|legend|li|main|menu|nav|ol|option|p|pre|section|select|summary"
    r"|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
# Their content is not text.
_OPAQUE = frozenset(("script", "style", "template", "noscript", "iframe", "svg", "math", "textarea"))
# Their content is seen as it is, and is no prose.
_CODE = frozenset(("pre", "code", "kbd", "samp", "tt", "var", "listing", "xmp"))
_NAME = Pattern(r"[A-Za-z][A-Za-z0-9]{0,15}")
_HEAD_END = Pattern(r"</head|<body", re.IGNORECASE)
_HEADING = Pattern(r"<h1[\s>]", re.IGNORECASE)
_TAG_STOP = Pattern(r">|=\s{0,8}[\"']")
_ENTITY_OR_SPACE = Pattern(ENTITY + r"|[ \t\r\n]+")
_WIDE = Pattern(f"[{WIDE}“”‘’…—]")


class _Scanner:
    """One scan: the cuts so far and the element that the current place is in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts: list[Cut] = []
        self.tables = Tables(text)
        # Only white space since the last block began.
        self.at_edge = True
        self.in_pre = False
        self.in_title = False
        # The title of a page repeats its heading, with the name of the site; it is text only where there is no other.
        self.hide_title = bool(_HEADING.search(text))
        self.head_end = -1
        # A quoted value that hides every > to the end of the text is a stray quote; then quotes mean nothing any more.
        self.quotes = True
        self.kept: list[tuple[int, int]] = []
        # The element of code that the current place is in, its name, where it began, and how many of the name are open.
        self.code = ""
        self.code_start = self.code_depth = 0
        # How much text there is, in the element of code, and in all that are kept.
        self.size = self.code_size = self.kept_size = 0

    def run(self) -> Markup:
        """Every cut, in order; cuts that touch are one. Every table, by its cells."""
        at = 0
        # A < after the last > begins no tag.
        last = self.text.rfind(">")
        while (tag := self.text.find("<", at, last + 1)) >= 0:
            self.characters(at, tag)
            at = self.markup(tag)
        self.characters(at, len(self.text))
        # A page that is code for the most part is a text whose lines somebody has laid out by hand.
        kept = self.kept if 2 * self.kept_size <= self.size else []
        return Markup(self.cuts, self.tables.finish(), kept)

    def markup(self, start: int) -> int:
        """Cuts the comment or tag that begins here, if one does; returns where it ends."""
        if self.text.startswith("<!--", start):
            close = self.text.find("-->", start + 4)
            return self.cut(start, len(self.text) if close < 0 else close + 3, "")
        closing = self.text.startswith("/", start + 1)
        name = _NAME.match(self.text, start + 1 + closing)
        if name is None and not self.text.startswith(("<!", "<?"), start):
            self.at_edge = False
            return start + 1
        return self.element(name[0].lower() if name else "", closing, start)

    def element(self, name: str, closing: bool, start: int) -> int:
        """Cuts a tag, with all its content where that is not text."""
        end = self.tag_end(start)
        if name in _OPAQUE and not closing and not self.text.startswith("/>", end - 2):
            close = Pattern(f"</{name}", re.IGNORECASE).search(self.text, end)
            end = self.tag_end(close.start()) if close else len(self.text)
        self.in_title = name == "title" and not closing
        self.tables.tag(name, closing, start, end)
        if name == "pre":
            self.in_pre = not closing
        if name in _CODE:
            self.code_tag(name, closing, start, end)
        if name == "head" and self.head_end < 0:
            close = _HEAD_END.search(self.text, end)
            self.head_end = close.start() if close else 0
        return self.cut(start, end, "\n" if _BLOCK.fullmatch(name) else "")

    def code_tag(self, name: str, closing: bool, start: int, end: int) -> None:
        """Takes a tag of code; what is kept is the outermost element."""
        if not self.code and not closing:
            self.code, self.code_start, self.code_depth, self.code_size = name, start, 1, 0
        elif name == self.code:
            self.code_depth += -1 if closing else 1
            if not self.code_depth:
                self.kept.append((self.code_start, end))
                self.kept_size += self.code_size
                self.code = ""

    def tag_end(self, start: int) -> int:
        """Where a tag ends: after the first > outside a quoted value."""
        at = start + 1
        while self.quotes and (stop := _TAG_STOP.search(self.text, at)):
            if stop[0] == ">":
                return stop.end()
            close = self.text.find(stop[0][-1], stop.end())
            if close < 0:
                break
            at = close + 1
        self.quotes = False
        return self.text.find(">", start) + 1 or len(self.text)

    def characters(self, start: int, end: int) -> None:
        """Text between tags: entities become characters, layout goes."""
        self.tables.characters(start, end)
        hidden = self.hide_title if self.in_title else end <= self.head_end
        if hidden and start < end:
            self.cut(start, end, "")
            return
        size = len(self.text[start:end].strip())
        self.size += size
        self.code_size += size
        at = start
        for match in _ENTITY_OR_SPACE.finditer(self.text, start, end):
            self.at_edge = self.at_edge and match.start() == at
            at = match.end()
            if match[0][0] == "&":
                self.entity(match)
            elif not self.in_pre:
                self.space(*match.span())
        self.at_edge = self.at_edge and at == end

    def entity(self, match: re.Match[str]) -> None:
        """Replaces an entity by its character; one that does not exist stays as it is."""
        character = entity_character(match[0])
        self.at_edge = False
        if character != match[0]:
            self.cuts.append(Cut("entity", *match.span(), character))

    def space(self, start: int, end: int) -> None:
        """Cuts space at the edge of a block, and line ends inside it, which are layout."""
        if self.at_edge or self.before_block(end):
            self.cut(start, end, "")
        elif "\n" in self.text[start:end] or "\r" in self.text[start:end]:
            wide = _WIDE.match(self.text, end) or _WIDE.match(self.text, start - 1)
            self.cut(start, end, "" if wide else " ")

    def before_block(self, at: int) -> bool:
        """Whether the tag of a block, or the end of the text, comes here."""
        if not self.text.startswith("<", at):
            return at == len(self.text)
        name = _NAME.match(self.text, at + 1 + self.text.startswith("/", at + 1))
        return name is not None and _BLOCK.fullmatch(name[0].lower()) is not None

    def cut(self, start: int, end: int, replacement: str) -> int:
        """Takes a stretch out and returns its end; of what touching cuts leave behind, a line end is the strongest."""
        last = self.cuts[-1] if self.cuts else None
        if last and last.end == start and last.kind == "markup":
            self.cuts.pop()
            start = last.start
            replacement = "\n" if "\n" in (last.replacement, replacement) else last.replacement or replacement
        self.cuts.append(Cut("markup", start, end, replacement))
        self.at_edge = self.at_edge or replacement == "\n"
        return end


def read_html(text: str) -> Markup:
    """Cuts for the tags, entities and layout of an HTML text, its tables, and what is code."""
    return _Scanner(text).run()
