"""What is markup in HTML and Markdown, and line ends of every sort.

Each function is one pass over the text, whatever is in it: a comment or script that is never closed reaches to the
end, as browsers have it, and no search is begun again where an earlier one failed.
"""

from collections.abc import Iterator

from lawcheck.layers.html import html_cuts
from lawcheck.layers.markdown import markdown_cuts
from lawcheck.patterns import Pattern
from lawcheck.view import Cut, View

_LINE_END = Pattern("\r\n|[\r\u2028\u2029\x85\v\f]", first="\r\u2028\u2029\x85\v\f")


def newline_cuts(view: View) -> list[Cut]:
    """Makes every line end "\\n"."""
    return [Cut("newline", *m.span(), "\n") for m in _LINE_END.finditer(view.text)]


def markup_cuts(view: View, text_format: str) -> list[Cut]:
    """What is markup in a text of this format ("html", "markdown" or "text"), with the text that it stands for."""
    if text_format == "html":
        return list(html_cuts(view.text))
    if text_format == "markdown":
        return list(_disjoint(markdown_cuts(view.text)))
    return []


def _disjoint(cuts: list[Cut]) -> Iterator[Cut]:
    """Cuts in order, without those that begin inside an earlier one (an asterisk in an address, marks in code)."""
    end = 0
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if cut.start >= end:
            yield cut
            end = cut.end
