"""DOC033: the name of a table and the note on it, and no table between them."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_NAME = Pattern(r"[^，。；：、|\t]{0,30}表[一二三四五六七八九十0-9A-Z]{0,3}(?:[（(][^（）()\n]{1,30}[）)])?$")
_NOTE = Pattern(r"[（(]?[ \u3000]?注[ \u3000]?[0-9１-９一二三]?[ \u3000]?[：:.．、][^\n]{0,12}本表")
_SENTENCE = 20


def lost_table(document: Document) -> Iterator[Finding]:
    """DOC033: 任务分工表 directly above 注：本表…, with nothing between."""
    text, paragraphs = document.text, document.paragraphs
    for name, note, below in zip(paragraphs, paragraphs[1:], (*paragraphs[2:], None), strict=False):
        if text[note.start] not in "（(注" or document.is_in_cell(name.start) or document.is_in_cell(note.start):
            continue
        # A note may stand above its table.
        ends = below is None or below.end - below.start >= _SENTENCE or _NAME.match(text, below.start, below.end)
        if ends and _NOTE.match(text, note.start, note.end) and _NAME.match(text, name.start, name.end):
            yield Finding(name.end, name.end)
