"""Which paragraphs of a Word file are its table of contents: by their styles, the field TOC, or the block Word made."""

from collections.abc import Iterator, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, value, w

_GALLERY = "Table of Contents"
_P, _SDT, _FIELD, _CODE = w("p"), w("sdt"), w("fldChar"), w("instrText")


def contents_spans(
    root: Element, paragraphs: Sequence[WordParagraph], styles: Styles, end: int
) -> tuple[tuple[int, int], ...]:
    """The spans of the paragraphs before `end` that are contents, without those that have no text."""
    marked = {*_in_blocks(root), *_in_fields(root)}
    return tuple(
        (paragraph.start, paragraph.end)
        for paragraph in paragraphs
        if paragraph.start < paragraph.end <= end
        and (paragraph.element in marked or _is_styled(styles, paragraph.element))
    )


def _is_styled(styles: Styles, paragraph: Element) -> bool:
    """Whether its style is TOC 1 to TOC 9 or TOC Heading, or is based on one."""
    name = value(child(paragraph, "pPr"), "pStyle")
    return any((value(style, "name") or "").lower().startswith("toc ") for _, style in styles.chain(name))


def _in_blocks(root: Element) -> Iterator[Element]:
    """The paragraphs of the blocks that Word makes by its menu."""
    for block in root.iter(_SDT):
        part = child(child(block, "sdtPr"), "docPartObj")
        if value(part, "docPartGallery") == _GALLERY:
            yield from block.iter(_P)


def _in_fields(root: Element) -> Iterator[Element]:
    """The paragraphs that the field TOC fills, from the one that it begins in to the one that it ends in."""
    fields: list[bool] = []
    open_tables = 0
    paragraph: Element | None = None
    for element in root.iter(_P, _FIELD, _CODE):
        if element.tag == _P:
            paragraph = element
        elif element.tag == _CODE:
            if fields and not fields[-1] and (element.text or "").split()[:1] == ["TOC"]:
                fields[-1] = True
                open_tables += 1
        elif element.get(w("fldCharType")) == "begin":
            fields.append(False)
        elif element.get(w("fldCharType")) == "end" and fields:
            open_tables -= fields.pop()
        if paragraph is not None and open_tables:
            yield paragraph
