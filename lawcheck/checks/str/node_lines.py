"""The lines that headings and items stand in."""

from lawcheck.structure.document import Document, Node

_SPACE = " \t\u3000\xa0"
_LONGEST_LINE = 4000
_OPENS_QUOTE = ("“", '"', "「")


def at_line_start(document: Document, node: Node) -> bool:
    """Whether only space stands before a node in its line, or the mark that opens a quotation of several lines."""
    text, at = document.text, node.start
    at -= text[max(0, at - 1) : at] in _OPENS_QUOTE
    while at and text[at - 1] in _SPACE:
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def own_line(document: Document, node: Node) -> tuple[int, int]:
    """The rest of the line after a marker, without space around it; no more of it than an item can be long."""
    stop = document.text.find("\n", node.body_start, node.body_start + _LONGEST_LINE)
    line = document.text[node.body_start : stop if stop >= 0 else node.body_start + _LONGEST_LINE]
    start = node.body_start + len(line) - len(line.lstrip())
    return start, start + len(line.strip())
