"""Writes comments into a PDF file, each a highlight at its characters. It runs in the process that reads pages."""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from lawcheck.reading.paged.pdf_pages import Pdf, quarters_of
from lawcheck.reading.paged.pdf_placing import Placing

# The colours of highlights by severity.
_COLOURS = {"error": (255, 140, 140), "warning": (255, 214, 90), "info": (150, 205, 255)}


def marked(data: bytes, marks: Sequence[dict[str, Any]], author: str) -> bytes:
    """The file with these comments: what is there stays byte for byte, the rest comes behind it.

    A mark has a page (from 1), boxes on it in tenths of a point, a severity, what is said, and the slant of the page.
    """
    pdf = Pdf(data)
    by_page: dict[int, list[dict[str, Any]]] = {}
    for mark in marks:
        by_page.setdefault(mark["page"], []).append(mark)
    for number, here in sorted(by_page.items()):
        page = pdf.document[number - 1]
        placing = Placing(page, quarters_of(page))
        for mark in here:
            _mark(page, placing, mark, author)
        page.close()
    return _saved(pdf)


def _mark(page: Any, placing: Placing, mark: dict[str, Any], author: str) -> None:
    note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not note:
        return
    red, green, blue = _COLOURS.get(mark["severity"], _COLOURS["warning"])
    pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
    corners = [placing.corners(box, mark.get("slant", 0.0)) for box in mark["boxes"]]
    for corner in corners:
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corner
        pdfium.FPDFAnnot_AppendAttachmentPoints(note, pdfium.FS_QUADPOINTSF(x1, y1, x2, y2, x3, y3, x4, y4))
    xs = [x for corner in corners for x, _ in corner]
    ys = [y for corner in corners for _, y in corner]
    pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(min(xs), max(ys), max(xs), min(ys)))
    for key, value in (("Contents", mark["text"]), ("T", author)):
        pdfium.FPDFAnnot_SetStringValue(note, key.encode(), _wide(value))
    pdfium.FPDFAnnot_SetFlags(note, pdfium.FPDF_ANNOT_FLAG_PRINT)
    pdfium.FPDFPage_CloseAnnot(note)


def _wide(text: str) -> Any:
    data = text.encode("utf-16-le") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(pdfium.FPDF_WCHAR))


def _saved(pdf: Pdf) -> bytes:
    parts: list[bytes] = []

    def write(_: Any, data: Any, size: int) -> int:
        parts.append(ctypes.string_at(data, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1
    writer.WriteBlock = type(writer.WriteBlock)(write)
    pdfium.FPDF_SaveAsCopy(pdf.document, writer, pdfium.FPDF_INCREMENTAL)
    return b"".join(parts)
