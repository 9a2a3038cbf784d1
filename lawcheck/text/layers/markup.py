"""What is markup in HTML and Markdown, and line ends of every sort.

Each function is one pass over the text, whatever is in it: a comment or script that is never closed reaches to the
end, as browsers have it, and no search is begun again where an earlier one failed.
"""

from lawcheck.text.file_format import FileFormat
from lawcheck.text.layers.cells import cells_apart
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Table
from lawcheck.text.view import Cut, View

_LINE_END = Pattern("\r\n|[\r\u2028\u2029\x85\v\f]", first="\r\u2028\u2029\x85\v\f")


def newline_cuts(view: View) -> list[Cut]:
    """Makes every line end "\\n"."""
    return [Cut("newline", *m.span(), "\n") for m in _LINE_END.finditer(view.text)]


def read_markup(
    view: View, file_format: FileFormat
) -> tuple[list[Cut], tuple[Table, ...], tuple[tuple[int, int], ...]]:
    """What is markup in a text of this format, with the text that it stands for, the tables, and what is to be kept.

    The cuts are in order and have the offsets of the view, as what is kept; the tables have those of its source.
    """
    if file_format.read_markup is None:
        return [], (), ()
    cuts, tables, kept = file_format.read_markup(view.text)
    return list(cells_apart(cuts, tables)), tuple(table.moved(view.source_span) for table in tables), tuple(kept)
