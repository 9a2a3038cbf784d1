"""FMT: fonts and sizes of the text, the title and the headings."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import (
    LayoutPiece,
    Part,
    alignment_name,
    format_name,
    gathered,
    origin,
    pieces,
    said,
)
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.house_style import HouseStyle
from lawcheck.text.layout import TextFormat
from lawcheck.text.vocabulary.typography import face, is_font, size_name

# A few words in these are emphasis.
_EMPHATIC = frozenset(("黑体", "楷体", "小标宋"))
_NUMERALS = "一二三四"

Places = dict[str, list[tuple[int, int]]]


def body_font(document: Document) -> Iterator[Finding]:
    """FMT002: text in another font or size: one finding for each of them."""
    house = document.settings.layout
    texts = [piece for piece in pieces(document) if piece.part is Part.TEXT]
    places: Places = {}
    origins: dict[str, dict[str, None]] = {}
    for piece in texts:
        faults: dict[str, tuple[int, int]] = {}
        for start, end, text in _faults(document, piece):
            name = format_name(text)
            faults[name] = (faults[name][0] if name in faults else start, end)
            origins.setdefault(name, {})[origin(text)] = None
        for name, span in faults.items():
            places.setdefault(name, []).append(span)
    for name, spans in places.items():
        values = {"found": name, "origin": "；".join(list(origins[name])[:3]), "wanted": house.body}
        yield gathered(spans, values, of=len(texts))


def _faults(document: Document, piece: LayoutPiece) -> Iterator[tuple[int, int, TextFormat]]:
    """What is not set as the body is to be, but for words that are emphasised."""
    house = document.settings.layout
    length = piece.end - piece.start
    for start, end, text in piece.formats(document.view.source_text):
        right_size = text.size.value == house.body_size
        if right_size and house.is_body(text.font.value):
            continue
        if not (right_size and face(text.font.value) in _EMPHATIC and 2 * (end - start) < length):
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
            found = f"{format_name(text)}、{alignment_name(alignment.value)}"
            where = origin(text) if centred else f"{origin(text)}；对齐：{said(alignment.origin)}"
            yield Finding(
                piece.start, piece.end, {"found": found, "origin": where, "wanted": house.title}, in_source=True
            )
            return


def heading_font(document: Document) -> Iterator[Finding]:
    """FMT004: headings in other fonts than those of their levels: one finding for each font and size."""
    house = document.settings.layout
    headings = [piece for piece in pieces(document) if piece.part is Part.HEADING]
    places: Places = {}
    levels: dict[str, set[int]] = {}
    origins: dict[str, str] = {}
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
        fonts = "、".join(dict.fromkeys(house.heading_font(number) for number in numbers))
        values = {
            "levels": "、".join(_NUMERALS[number - 1] for number in numbers),
            "found": name,
            "origin": origins[name],
            "wanted": f"{fonts}{size_name(house.body_size)}",
        }
        yield gathered(spans, values, of=len(headings))


def _is_heading(text: TextFormat, level: int, house: HouseStyle) -> bool:
    return text.size.value == house.body_size and is_font(text.font.value, house.heading_font(level))
