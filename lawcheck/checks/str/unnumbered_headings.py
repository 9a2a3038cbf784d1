"""Headings behind the last numbered one that have lost their ordinals (STR002)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.checks.str.node_lines import own_line
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node, Paragraph
from lawcheck.structure.kinds import Kind
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN

_HEADING = Pattern(f"[{HAN}“”、]{{4,24}}")
# What begins a text of its own, or stands above a table.
_OTHER = Pattern(
    f"(?:附[件录表：注]|备注|说明|注|表|图|联系|抄送|主送).*|.{{5,}}(?:{TITLE_GENRE})|.*(?:[表图单]|名单|[局委府会厅院校])"
)
_FEWEST = 2


def unnumbered_headings(document: Document) -> Iterator[Finding]:
    """A short line behind which the items begin anew, where the headings before it are numbered: 保障措施."""
    if document.run_on or document.kind is Kind.STATUTE:
        return
    for family in document.families:
        numbered = [node for node in family if node.number is not None and not node.inferred and node.form in LEVEL]
        if len(numbered) >= _FEWEST and all(_is_heading(document, node) for node in numbered[-_FEWEST:]):
            first, last = numbered[-_FEWEST:]
            if first.form == last.form and first.number is not None and last.number == first.number + 1:
                yield from _behind(document, last)


def _behind(document: Document, last: Node) -> Iterator[Finding]:
    """The headings among the items below the last numbered one."""
    number = last.parts[-1] if last.parts else 0
    items = [node for node in last.children if node.number is not None and not node.inferred]
    for before, item in pairwise(items):
        begins_anew = item.form == before.form and item.number == items[0].number == 1 and before.number != 1
        line = _line_before(document.paragraphs, item.start)
        if not begins_anew or line is None or line.start <= before.body_start or document.is_in_cell(line.start):
            continue
        heading = document.text_of(line)
        if _HEADING.fullmatch(heading) and not _OTHER.fullmatch(heading):
            number += 1
            values = {"heading": heading, "missing": LEVEL[last.form].spelled((*last.parts[:-1], number), last.marker)}
            yield Finding(line.start, line.end, values, "heading", related=((last.start, last.body_start, "before"),))


def _line_before(paragraphs: Sequence[Paragraph], at: int) -> Paragraph | None:
    index = bisect_left(paragraphs, at, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[index] if index >= 0 else None


def _is_heading(document: Document, node: Node) -> bool:
    """Whether a node is a heading on a line of its own."""
    start, end = own_line(document, node)
    return _HEADING.fullmatch(document.text, start, end) is not None
