"""FMT: text that stands in boxes."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import gathered, official_layout
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# A sentence, not the words of a diagram, a stamp or a letterhead.
_SENTENCE = Pattern(rf"[{HAN}，、：“”（）《》0-9]{{20}}[^。\n]{{0,300}}。", needs=("。",))


def boxed_text(document: Document) -> Iterator[Finding]:
    """FMT018: sentences of an official document that stand in text boxes."""
    layout = official_layout(document)
    if layout is None:
        return
    text = document.view.source_text
    spans = [(start, end) for start, end in layout.boxes if _SENTENCE.search(text, start, end)]
    if spans:
        yield gathered(spans, {})
