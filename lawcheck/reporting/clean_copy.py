"""The text of a document as a file that can be edited: paragraphs, headings and tables, doubtful places marked."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from lawcheck.structure.document import Document, Node
from lawcheck.text.source import Source, Table

_MOST_LEVELS = 6
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
<Override PartName="/word/styles.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""
_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/%s" Target="%s"/></Relationships>"""
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'


class Piece(NamedTuple):
    """A piece of a text, and whether it is doubtful."""

    text: str
    doubtful: bool


class Block(NamedTuple):
    """A paragraph: its pieces, and the level of its heading: 0 for none, -1 for the title."""

    pieces: Sequence[Piece]
    level: int = 0


Row = Sequence[tuple[int, Sequence[Piece]]]


def clean_copy(source: Source, document: Document, ending: str) -> bytes:
    """The document as a file of this ending: .docx, .md or .txt."""
    blocks = list(_blocks(source, document))
    if ending == ".docx":
        return _docx(blocks)
    return "".join(_markdown(blocks) if ending == ".md" else _plain(blocks)).encode("utf-8", "replace")


def _blocks(source: Source, document: Document) -> Iterator[Block | list[Row]]:
    levels = dict(_levels(document))
    tables = {table.rows[0][0].at: table for table in source.tables if table.rows and table.rows[0]}
    at = 0
    while at < len(source.text):
        table = tables.get(at)
        end = source.text.find("\n", _last(table) if table else at)
        end = len(source.text) if end < 0 else end
        if table:
            yield [[(c.width, _pieces(source, c.start, c.end)) for c in row] for row in table.rows]
        elif source.text[at:end].strip():
            yield Block(_pieces(source, at, end), levels.get(at, 0))
        at = end + 1


def _last(table: Table) -> int:
    return max(cell.end for row in table.rows for cell in row)


def _levels(document: Document) -> Iterator[tuple[int, int]]:
    """Where headings begin, and how deep they are; items and articles that are paragraphs are none."""
    waiting: list[tuple[Node, int]] = [(node, 1) for node in document.nodes]
    while waiting:
        node, depth = waiting.pop()
        start, _ = document.view.source_span(node.start, node.end)
        line_end = document.text.find("\n", node.start)
        if node.title and node.title_end >= (line_end if line_end >= 0 else len(document.text)):
            yield start, min(depth, _MOST_LEVELS)
        waiting += [(child, depth + 1) for child in node.children]
    if document.title:
        yield document.view.source_span(document.title.start, document.title.end)[0], -1


def _pieces(source: Source, start: int, end: int) -> list[Piece]:
    doubtful = source.pages.doubtful if source.pages else ()
    pieces: list[Piece] = []
    for a, b in doubtful:
        if a < end and b > start:
            pieces += (
                Piece(source.text[start : max(a, start)], False),
                Piece(source.text[max(a, start) : min(b, end)], True),
            )
            start = min(b, end)
    return [piece for piece in [*pieces, Piece(source.text[start:end], False)] if piece.text]


def _words(pieces: Iterable[Piece], around: str) -> str:
    return "".join(around.format(piece.text) if piece.doubtful else piece.text for piece in pieces)


def _plain(blocks: Iterable[Block | list[Row]]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Block):
            yield _words(block.pieces, "〔{}？〕") + "\n"
        else:
            for row in block:
                yield "\t".join(_words(pieces, "〔{}？〕").replace("\n", "") for _, pieces in row) + "\n"


def _markdown(blocks: Iterable[Block | list[Row]]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Block):
            sharps = {0: "", -1: "# "}.get(block.level, "#" * min(6, block.level + 1) + " ")
            yield sharps + _words(block.pieces, "<mark>{}</mark>") + "\n\n"
            continue
        for at, row in enumerate(block):
            cells = [_words(pieces, "<mark>{}</mark>").replace("\n", "<br>").replace("|", "\\|") for _, pieces in row]
            yield "| " + " | ".join(cells) + " |\n"
            if at == 0:
                yield "|" + " --- |" * len(cells) + "\n"
        yield "\n"


def _docx(blocks: Iterable[Block | list[Row]]) -> bytes:
    body = "".join(_paragraph(b.pieces, b.level) if isinstance(b, Block) else _table(b) for b in blocks)
    document = f"<w:document {_NAMESPACE}><w:body>{body}<w:sectPr/></w:body></w:document>"
    parts: Mapping[str, str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS % ("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _RELATIONS % ("styles", "styles.xml"),
        "word/styles.xml": _styles(),
        "word/document.xml": document,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _styles() -> str:
    heads = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, _MOST_LEVELS + 1)
    )
    return (
        f'<w:styles {_NAMESPACE}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
        f"<w:rPr>{_FONT}</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr>'
        f"</w:style>{heads}</w:styles>"
    )


def _paragraph(pieces: Sequence[Piece], level: int, in_cell: bool = False) -> str:
    style = "Title" if level < 0 else f"Heading{level}" if level else ""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if in_cell:
        properties = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(_run, pieces))}</w:p>"


def _run(piece: Piece) -> str:
    look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if piece.doubtful else ""
    legal = "".join(char if char >= " " and char not in "\ufffe\uffff" else " " for char in piece.text)
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(legal)}</w:t></w:r>'


def _table(rows: Iterable[Row]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>{_paragraph(pieces, 0, in_cell=True)}</w:tc>'
            for width, pieces in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>{lines}</w:tbl>"
