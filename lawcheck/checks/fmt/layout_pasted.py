"""FMT: words in another font or size than the paragraph that they stand in: they come from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import EMPHATIC, format_name, gathered, in_both, official_layout
from lawcheck.errors import Words
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.layout import FormattedParagraph, FormattedText, TextFormat
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.typography import face

_HAN = Pattern(f"[{HAN}]")
# What is shorter may be a name, a sign or a blank that is filled in.
_FEWEST = 4
_MOST_OF = 0.6
# Notes in brackets, titles and labels are set apart on purpose.
_ASIDE = Pattern(r"\s*[（(【〔“《].*[）)】〕”》][。，；]?\s*|.*[：:]\s*", re.DOTALL)


def mixed_fonts(document: Document) -> Iterator[Finding]:
    """FMT017: such words in documents whose fonts no other rule holds against the standard: a finding for each pair."""
    layout = document.layout
    if layout is None or official_layout(document) is not None:
        return
    text = document.view.source_text
    places: dict[tuple[Words, Words], list[tuple[int, int]]] = {}
    for paragraph in layout.paragraphs:
        if len(paragraph.texts) > 1:
            for piece, main in _pasted(text, paragraph):
                names = (format_name(main), format_name(piece.format))
                places.setdefault(names, []).append((piece.start, piece.end))
    for (main_name, found), spans in places.items():
        yield gathered(spans, in_both(main=main_name, found=found))


def _pasted(text: str, paragraph: FormattedParagraph) -> Iterator[tuple[FormattedText, TextFormat]]:
    """The pieces that differ from what most of a paragraph is set in, with that."""
    weights: Counter[tuple[str, float]] = Counter()
    formats: dict[tuple[str, float], TextFormat] = {}
    lengths: list[int] = []
    for piece in paragraph.texts:
        length = len(_HAN.compiled.findall(text, piece.start, piece.end))
        lengths.append(length)
        if length and not piece.format.raised:
            weights[_looks(piece.format)] += length
            formats.setdefault(_looks(piece.format), piece.format)
    if len(weights) < 2:
        return
    (looks, weight), _ = weights.most_common(2)
    if weight < _MOST_OF * weights.total():
        return
    for piece, length in zip(paragraph.texts, lengths, strict=True):
        own = _looks(piece.format)
        # What a paragraph begins with is its heading, or a label.
        if piece.start <= paragraph.body_start:
            continue
        if length < _FEWEST or own == looks or not own[0] or not looks[0] or piece.format.raised:
            continue
        emphatic = own[0] in EMPHATIC and own[1] == looks[1]
        if not emphatic and not _ASIDE.compiled.fullmatch(text, piece.start, piece.end):
            yield piece, formats[looks]


def _looks(form: TextFormat) -> tuple[str, float]:
    """The face and size: fonts of one face hardly differ."""
    return face(form.font.value) or form.font.value, form.size.value
