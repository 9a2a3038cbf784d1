"""A Word file of a heading and a table: what people hand on with a document."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from lawcheck.reading.word.comments import legal

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
# A4 across, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:bottom="1134" w:left="1134" w:right="1134"/></w:sectPr>'
)
_WIDTH = 14570
# The same table makes the same file.
_CREATED = (1980, 1, 1, 0, 0, 0)


def table_docx(title: str, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """The file; the first row is the header, which each page has. The widths are shares of the page."""
    total = sum(widths)
    columns = [_WIDTH * width // total for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_row(row, columns, not n) for n, row in enumerate(rows))}</w:tbl>"
    )
    # Word wants a paragraph behind a table.
    body = f"{_paragraph(title, is_bold=True, size=32, align='center')}{table}<w:p/>{_PAGE}"
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
        for name, text in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            package.writestr(zipfile.ZipInfo(name, _CREATED), f"{head}{text}")
    return buffer.getvalue()


def _row(cells: Sequence[str], widths: Sequence[int], is_header: bool) -> str:
    shown = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraphs(cell, is_header)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if is_header else ""
    return f"<w:tr>{properties}{shown}</w:tr>"


def _paragraphs(text: str, is_bold: bool) -> str:
    return "".join(_paragraph(line, is_bold, 21) for line in text.split("\n"))


def _paragraph(text: str, is_bold: bool, size: int, align: str = "left") -> str:
    bold = "<w:b/>" if is_bold else ""
    fonts = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
    look = f'<w:rPr>{fonts}{bold}<w:sz w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r>{look}'
        f'<w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r></w:p>'
    )
