"""Blocks of HTML in Markdown: where they begin, and which of them hold no words."""

import re

from lawcheck.text.patterns import Pattern

_OPAQUE = Pattern(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_OPAQUE_END = Pattern(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
# What begins a block of HTML, and what ends it.
_DECLARED = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_DECLARATION = Pattern(r"<![A-Za-z]")
_HTML = Pattern(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div"
    r"|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    r"|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|track|ul)(?=[\s>]|/>|\Z)",
    re.IGNORECASE,
)
# A table goes on over blank lines as far as its end.
_TABLE = Pattern(r"<(/)?table(?=[\s>])", re.IGNORECASE)
_LONE_TAG = Pattern(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>\n]{0,500})?/?>[ \t]*$", re.MULTILINE)


def opaque_end(text: str, at: int, end: int) -> int:
    """Where the script, comment or the like ends that a line begins with; -1 where it begins with none.

    One that is not closed reaches to the end of the text.
    """
    if _OPAQUE.match(text, at, end):
        close = _OPAQUE_END.search(text, at)
        return close.end() if close else len(text)
    for opening, closing in _DECLARED:
        if text.startswith(opening, at):
            stop = text.find(closing, at + len(opening))
            return stop + len(closing) if stop >= 0 else len(text)
    if _DECLARATION.match(text, at, end):
        return text.find(">", at) + 1 or len(text)
    return -1


def begins_html(text: str, at: int, end: int, in_paragraph: bool) -> bool:
    """Whether a block of HTML that may hold words begins with this line; most tags do not part a paragraph."""
    return bool(_HTML.match(text, at, end) or (not in_paragraph and _LONE_TAG.match(text, at, end)))


def table_end(text: str, at: int) -> int:
    """Where the table that begins here ends: 0 where none begins, -1 where it has no end."""
    depth = 0
    if _TABLE.match(text, at):
        for tag in _TABLE.finditer(text, at):
            depth += -1 if tag[1] else 1
            if depth == 0:
                return tag.end()
    return -1 if depth else 0
