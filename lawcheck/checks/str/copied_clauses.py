"""Clauses that stand twice in one sentence: 结合实际，健全制度，结合实际，细化措施 (part of STR019)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# In three million characters of published texts one clause stands so twice, and that by mistake.
_CLAUSE = Pattern(f"(?:^|(?<=[，。；！？\n\u3000]))[{HAN}、]{{4,30}}(?=[，。；\n])")
_STOP = Pattern("[。；！？\n]")
# What is called out again and again: 同志们, 各位代表; what a poem repeats, and a tale counts: 留下一支.
_CALL = Pattern("同志|各位|代表|朋友|我|你|您|啊|吧|呀|了$|[一二两三四五六七八九十]")


def copied_clauses(document: Document) -> Iterator[Finding]:
    """Each clause that stands in its sentence before too, though not at once: two running are told as said twice."""
    text = document.text
    seen: dict[str, tuple[int, int]] = {}
    last = 0
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        if _STOP.search(text, last, start):
            seen.clear()
        last = end
        earlier = seen.setdefault(match[0], (start, end))
        if earlier[0] < start and not _CALL.search(match[0]) and not document.is_in_cell(start):
            edits = (Edit(start - 1, end, ""),)
            yield Finding(start, end, {}, "clause", edits, related=((*earlier, "original"),))
