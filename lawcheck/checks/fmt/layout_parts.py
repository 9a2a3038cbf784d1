"""FMT: what the paragraphs of a Word file are: its title, headings, text. The document says so, not their styles."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from lawcheck.errors import SEMICOLON, Words
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.house_style import HouseStyle
from lawcheck.text.layout import FormattedParagraph, Layout, TextFormat
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import FORMAL_GENRE, NOTES
from lawcheck.text.vocabulary.han import has_han
from lawcheck.text.vocabulary.offices import OFFICE_END, ORGAN, PLACE_END
from lawcheck.text.vocabulary.sentences import SENTENCE_END
from lawcheck.text.vocabulary.typography import size_words

LEVELS = {"section": 1, "subsection": 2, "item": 3, "subitem": 4}
# Of a fault with more places than these the rest is only counted.
MOST_PLACES = 20
# A few words in these are emphasis.
EMPHATIC = frozenset(("黑体", "楷体", "小标宋"))
_STOPS = "。：；"
_LONGEST_HEADING = 40
_SHORTEST_TEXT = 12
# Notes on attachments, addresses and the like, which are set as it suits them.
_NOT_TEXT = Pattern(r"附件|附[：:]|抄送|联系|[（(](?![一二三四五六七八九十\d])|注[：:]")
_FORMAL = Pattern(rf"(?:{FORMAL_GENRE}){NOTES}$")
_ISSUED = Pattern(rf"关于|{PLACE_END}|{ORGAN}|{OFFICE_END}")
# A line of a table of contents that is too short to be known as one.
_ENTRY = Pattern(r"[\t…·.]\s{0,9}[0-9]{1,4}$")
_ALIGNMENTS = {
    "left": Words("左对齐", "aligned left"),
    "right": Words("右对齐", "aligned right"),
    "center": Words("居中", "centred"),
    "both": Words("两端对齐", "justified"),
    "distribute": Words("分散对齐", "distributed"),
    "inside": Words("内侧", "on the inside"),
    "outside": Words("外侧", "on the outside"),
}


class Part(StrEnum):
    """What a paragraph, or a piece of it, is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class LayoutPiece:
    """A span of a paragraph that is one thing; `level` is that of a heading, from 1."""

    part: Part
    paragraph: FormattedParagraph
    start: int
    end: int
    level: int = 0

    def formats(self, text: str) -> Iterator[tuple[int, int, TextFormat]]:
        """The formats of its Chinese text, each with its span; none where the file says nothing of fonts at all."""
        for each in self.paragraph.texts:
            start, end = max(each.start, self.start), min(each.end, self.end)
            is_said = each.format.font.origin or each.format.size.origin
            if start < end and is_said and not each.format.raised and has_han(text, start, end):
                yield start, end, each.format


def official_layout(document: Document) -> Layout | None:
    """The layout of a document that is to look as GB/T 9704 says, or as a house style that is configured.

    Forms, specifications, contracts and textbooks are not: a document number, an addressee, a signature with its date
    or a title with the genre and the name of an office or place shows what is an official document.
    """
    layout = document.layout
    if layout is None or (document.title is None and not document.nodes):
        return None
    return layout if document.settings.layout != HouseStyle() or _is_official(document) else None


def _is_official(document: Document) -> bool:
    frame, title = document.frame, document.title
    if frame.letterhead.number or frame.addressee or (frame.signers and frame.date):
        return True
    # An annex in a file of its own, which is mostly a form or a table.
    if any(annex.start == 0 for annex in frame.annexes) or title is None:
        return False
    return _FORMAL.search(title.text) is not None and _ISSUED.search(title.text) is not None


def pieces(document: Document) -> Iterator[LayoutPiece]:
    """The title, headings and texts of an official document and of the plans that it attaches; nothing of others."""
    if official_layout(document) is None or document.layout is None:
        return
    view = document.view
    title = view.source_span(document.title.start, document.title.end) if document.title else (0, 0)
    forms = [
        annex
        for annex in document.frame.annexes
        if (annex.title and not _FORMAL.search(annex.title.text)) or (annex.label and not annex.title)
    ]
    contents = [contents for text in document.frame.texts for contents in text.contents]
    extents = [(part.start, part.end) for part in contents] + [(annex.start, annex.end) for annex in forms]
    aside = [view.source_span(*extent) for extent in extents]
    nodes = {view.source_offset(node.start): node for node in document.walk() if not node.inferred}
    for paragraph in document.layout.paragraphs:
        text = view.source_text[paragraph.start : paragraph.end]
        start = paragraph.start + len(text) - len(text.lstrip())
        end = paragraph.start + len(text.rstrip())
        if title[0] <= start < end <= title[1]:
            yield LayoutPiece(Part.TITLE, paragraph, start, end)
        elif start < end and start >= title[1] and not any(first <= start < last for first, last in aside):
            yield from _below_title(document, paragraph, (start, end), nodes.get(start))


def _below_title(
    document: Document, paragraph: FormattedParagraph, span: tuple[int, int], node: Node | None
) -> Iterator[LayoutPiece]:
    start, end = span
    text = document.view.source_text
    if _ENTRY.search(text, start, end):
        return
    if node is None:
        if end - start >= _SHORTEST_TEXT and SENTENCE_END.search(text, start, end) and not _NOT_TEXT.match(text, start):
            yield LayoutPiece(Part.TEXT, paragraph, start, end)
        return
    level = LEVELS.get(node.level, 0)
    # What only ends a heading by mistake; an item that is one sentence is no heading.
    stops = _STOPS if level in (1, 2) else ""
    heading_end = document.view.source_end(node.title_end)
    if text[heading_end:end].strip(stops) or not level or end - start > _LONGEST_HEADING:
        behind = heading_end if heading_end < end - 1 else document.view.source_offset(node.body_start)
        if SENTENCE_END.search(text, behind, end):
            yield LayoutPiece(Part.TEXT, paragraph, behind, end)
    else:
        yield LayoutPiece(Part.HEADING, paragraph, start, end, level)


def gathered(
    spans: Sequence[tuple[int, int]],
    values: Mapping[str, object],
    variant: str = "default",
    of: int | None = None,
) -> Finding:
    """One finding for all places of a fault; where most `of` so many places have it, the first stands for all."""
    (start, end), *rest = spans
    also = tuple(rest[: MOST_PLACES - 1]) if of is None or 2 * len(spans) <= of else ()
    return Finding(start, end, values, variant, in_source=True, also=also, more=len(rest) - len(also))


def in_both(**values: Words) -> dict[str, object]:
    """Values of a message in both languages: the English message names them with `_en`."""
    return {key + end: words for key, each in values.items() for end, words in (("", each.zh), ("_en", each.en))}


def format_name(text: TextFormat) -> Words:
    """Font and size, as people say them: 宋体小四."""
    font = Words(text.font.value, text.font.value) if text.font.value else Words("未指定的字体", "an unnamed font")
    return font + size_words(text.size.value)


def origin(text: TextFormat) -> Words:
    """Where font and size come from."""
    font, size = text.font.origin, text.size.origin
    if font == size:
        return said(font)
    return Words("字体：", "font: ") + said(font) + SEMICOLON + Words("字号：", "size: ") + said(size)


def said(where: Words | None) -> Words:
    """Where a value comes from, or that nothing in the file says it."""
    return where or Words("文件未指定", "not said in the file")


def alignment_name(alignment: str) -> Words:
    """An alignment as Word calls it."""
    return _ALIGNMENTS.get(alignment, Words(alignment, alignment))
