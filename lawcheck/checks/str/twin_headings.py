"""Headings of one list that are the same: 二、工作要求 and 四、工作要求 (STR012)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.layers.copies import copied_stretch
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_HEADING = Pattern(f"[{HAN}、“”《》]{{4,30}}")
_LEVELS = frozenset({"section", "subsection"})


def twin_headings(document: Document) -> Iterator[Finding]:
    """The second of two headings with the same words, where the list counts on between them."""
    # A second copy of the document is told as that (DOC014).
    copied = copied_stretch(document.view) or (0, 0)
    for family in document.families:
        seen: dict[str, Node] = {}
        last = 0
        for node in family:
            is_copied = copied[0] <= node.start < copied[1]
            if node.level not in _LEVELS or node.inferred or node.number is None or is_copied:
                continue
            # Where the numbers begin anew, another list does.
            if node.number <= last:
                seen.clear()
            last = node.number
            earlier = seen.setdefault(node.title, node)
            is_heading = _HEADING.fullmatch(node.title) and not document.is_in_cell(node.start)
            if earlier is not node and earlier.form == node.form and is_heading:
                related = ((earlier.start, earlier.title_end, "original"),)
                yield Finding(node.start, node.title_end, {"heading": node.title}, "heading", related=related)
