"""Headings by the marks of Markdown and HTML: one whose mark departs from those of the headings like it (STR004)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern

# What is cut together may begin with the end of what stands above.
_MARK = Pattern(
    r"(?:(?P<marks>#{1,6})[ \t]{0,20}|<h(?P<level>[1-6])(?:\s[^<>]{0,200})?>(?:\s|<(?!/)[^<>]{1,80}>){0,8})$"
)
_LONGEST_MARK = 400
# So many others show what is usual.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with its level by its mark, and the place where its words begin and end."""

    level: int
    start: int
    end: int


def odd_marks(document: Document) -> Iterator[Finding]:
    """The only heading of its form of ordinals with another mark, and the only mark that skips a level in use."""
    headings = list(_headings(document))
    found = {heading.start: heading for heading in headings}
    forms: dict[int, list[_Heading]] = {}
    for node in document.walk():
        if node.start in found and node.form:
            forms.setdefault(LEVEL[node.form].rank, []).append(found.pop(node.start))
    for alike in forms.values():
        (usual, count), *others = Counter(heading.level for heading in alike).most_common()
        if count >= _FEWEST and len(others) == 1 and others[0][1] == 1:
            odd = next(heading for heading in alike if heading.level != usual)
            yield Finding(odd.start, odd.end, {"level": odd.level, "usual": usual}, "mark")
    yield from _skipped(headings)


def _skipped(headings: list[_Heading]) -> Iterator[Finding]:
    """A heading that is two levels below the one above it, where others are one level below."""
    below: dict[int, list[_Heading]] = {}
    for above, heading in pairwise(headings):
        if heading.level > above.level:
            below.setdefault(above.level, []).append(heading)
    for level, firsts in below.items():
        odd = [heading for heading in firsts if heading.level > level + 1]
        if len(odd) == 1 and len(firsts) > _FEWEST:
            yield Finding(odd[0].start, odd[0].end, {"level": odd[0].level, "usual": level + 1}, "mark")


def _headings(document: Document) -> Iterator[_Heading]:
    source, text = document.view.source_text, document.text
    if document.format.read_markup is None:
        return
    starts = [paragraph.start for paragraph in document.paragraphs]
    for removed in document.view.removed_as("markup"):
        mark = _MARK.search(source, max(removed.start, removed.end - _LONGEST_MARK), removed.end)
        index = bisect_left(starts, removed.at) if mark else len(starts)
        if mark and index < len(starts) and not text[removed.at : starts[index]].strip():
            paragraph = document.paragraphs[index]
            level = len(mark["marks"]) if mark["marks"] else int(mark["level"])
            yield _Heading(level, paragraph.start, paragraph.end)
