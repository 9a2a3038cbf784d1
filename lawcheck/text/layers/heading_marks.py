"""Marks of headings (`## `) in a text that is not read as Markdown: what stands behind them begins a line."""

from lawcheck.text.file_format import FileFormat
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.han import HAN

KIND = "heading-mark"
_MARK = Pattern(rf"#(?<![^\n]#)#{{0,5}} {{1,4}}(?=[{HAN}（(“《\[0-9])", first="#")


def heading_mark_cuts(view: View, file_format: FileFormat) -> list[Cut]:
    """Every mark at the start of a line."""
    if file_format.read_markup:
        return []
    return [Cut(KIND, *match.span()) for match in _MARK.finditer(view.text)]
