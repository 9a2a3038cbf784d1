"""FMT: fonts and sizes of the text, the title and the headings."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import (
    EMPHATIC,
    LayoutPiece,
    Part,
    alignment_name,
    format_name,
    gathered,
    in_both,
    origin,
    pieces,
    said,
)
from lawcheck.errors import COMMA, SEMICOLON, Words, joined
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.house_style import HouseStyle, names
from lawcheck.text.layout import TextFormat
from lawcheck.text.vocabulary.typography import face, is_font, size_words

_NUMERALS = "一二三四"

Places = dict[Words, list[tuple[int, int]]]


def body_font(document: Document) -> Iterator[Finding]:
    """FMT002: text in another font or size: one finding for each of them."""
    house = document.settings.layout
    texts = [piece for piece in pieces(document) if piece.part is Part.TEXT]
    places: Places = {}
    origins: dict[Words, dict[Words, None]] = {}
    for piece in texts:
        faults: dict[Words, tuple[int, int]] = {}
        for start, end, text in _faults(document, piece):
            name = format_name(text)
            faults[name] = (faults[name][0] if name in faults else start, end)
            origins.setdefault(name, {})[origin(text)] = None
        for name, span in faults.items():
            places.setdefault(name, []).append(span)
    for name, spans in places.items():
        where = joined(SEMICOLON, list(origins[name])[:3])
        values = in_both(found=name, origin=where, wanted=house.body)
        yield gathered(spans, values, of=len(texts))


def _faults(document: Document, piece: LayoutPiece) -> Iterator[tuple[int, int, TextFormat]]:
    """What is not set as the body is to be, except for words that are emphasised."""
    house = document.settings.layout
    length = piece.end - piece.start
    for start, end, text in piece.formats(document.view.source_text):
        right_size = text.size.value == house.body_size
        if right_size and house.is_body(text.font.value):
            continue
        if not (right_size and face(text.font.value) in EMPHATIC and 2 * (end - start) < length):
            yield start, end, text


def title_font(document: Document) -> Iterator[Finding]:
    """FMT003: a title in another font or size, or one that is not centred."""
    house = document.settings.layout
    for piece in pieces(document):
        formats = list(piece.formats(document.view.source_text))
        if piece.part is not Part.TITLE or not formats:
            continue
        text = max(formats, key=lambda each: each[1] - each[0])[2]
        alignment = piece.paragraph.format.alignment
        centred = alignment.value == "center"
        if not (centred and text.size.value == house.title_size and house.is_title(text.font.value)):
            found = format_name(text) + COMMA + alignment_name(alignment.value)
            where = origin(text)
            if not centred:
                where += SEMICOLON + Words("对齐：", "alignment: ") + said(alignment.origin)
            values = in_both(found=found, origin=where, wanted=house.title)
            yield Finding(piece.start, piece.end, values, in_source=True)
            return


def heading_font(document: Document) -> Iterator[Finding]:
    """FMT004: headings in other fonts than those of their levels: one finding for each font and size."""
    house = document.settings.layout
    headings = [piece for piece in pieces(document) if piece.part is Part.HEADING]
    places: Places = {}
    levels: dict[Words, set[int]] = {}
    origins: dict[Words, Words] = {}
    for piece in headings:
        formats = list(piece.formats(document.view.source_text))
        text = max(formats, key=lambda each: each[1] - each[0])[2] if formats else None
        if text is None or _is_heading(text, piece.level, house):
            continue
        name = format_name(text)
        places.setdefault(name, []).append((piece.start, piece.end))
        levels.setdefault(name, set()).add(piece.level)
        origins.setdefault(name, origin(text))
    for name, spans in places.items():
        numbers = sorted(levels[name])
        fonts = names(dict.fromkeys(house.heading_font(number) for number in numbers))
        in_words = Words(
            "、".join(_NUMERALS[number - 1] for number in numbers), ", ".join(str(number) for number in numbers)
        )
        wanted = fonts + size_words(house.body_size)
        values = in_both(levels=in_words, found=name, origin=origins[name], wanted=wanted)
        yield gathered(spans, values, of=len(headings))


def _is_heading(text: TextFormat, level: int, house: HouseStyle) -> bool:
    return text.size.value == house.body_size and is_font(text.font.value, house.heading_font(level))
