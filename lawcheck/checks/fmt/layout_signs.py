"""FMT: signs that both scripts have, in the font of the other one."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import gathered, in_both, said
from lawcheck.errors import Words
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, WIDE
from lawcheck.text.vocabulary.typography import is_western

# Beside a Chinese character or sign; an apostrophe or a dash between Western words is what it should be.
_BESIDE = rf"{HAN}{WIDE}、。〈-】"
_SIGNS = Pattern(rf"(?<=[{_BESIDE}])[“”‘’—…]+|[“”‘’—…]+(?=[{_BESIDE}])", needs=tuple("“”‘’—…"))


def western_signs(document: Document) -> Iterator[Finding]:
    """FMT010: quotation marks, dashes and dots of Chinese text that are set in a Western font: a finding for each."""
    layout = document.layout
    text = document.view.source_text
    if layout is None or not _SIGNS.may_match(text):
        return
    places: dict[tuple[str, Words | None], list[tuple[int, int]]] = {}
    total = 0
    for paragraph in layout.paragraphs:
        for piece in paragraph.texts:
            signs = piece.format.signs
            found = [match.span() for match in _SIGNS.compiled.finditer(text, piece.start, piece.end)]
            total += len(found)
            if found and is_western(signs.value):
                places.setdefault((signs.value, signs.origin), []).extend(found)
    for (font, where), spans in places.items():
        yield gathered(spans, {"font": font, **in_both(origin=said(where))}, of=total)
