"""The pages of a PDF file by pypdfium2. It runs in a process of its own: the files come from anywhere."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from lawcheck.reading.paged.drawn_lines import Measures, straight_lines
from lawcheck.text.pages import UNIT

MOST_PAGES = 3000
MOST_GLYPHS = 60_000
MOST_RULED = 20_000
# What a text layer that says nothing holds instead of characters.
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
_RADICALS = range(0x2F00, 0x2FD6)
# A text layer of which this much is no text is not used.
_MOST_BROKEN = 0.1
# In points; boxes so thin are lines that are filled instead of drawn.
_MEASURES = Measures(thin=3.0, shortest=6.0, slant=0.5)
_MOST_DEPTH = 4


class PdfError(Exception):
    """Why a PDF file cannot be opened: "encrypted" or "damaged"."""


class Pdf:
    """A PDF file that is open."""

    def __init__(self, data: bytes) -> None:
        try:
            self.document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            is_locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
            raise PdfError("encrypted" if is_locked else "damaged") from error

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self.document)

    def page(self, index: int) -> dict[str, Any]:
        """What is seen on a page, as numbers; `broken` says that its text layer cannot be used."""
        page = self.document[index]
        try:
            return _Page(page).values()
        finally:
            page.close()

    def picture(self, index: int, dots: int) -> Any:
        """The picture of a page, of so many dots an inch, but never of too many in all."""
        page = self.document[index]
        try:
            width, height = page.get_size()
            scale = min(dots / 72, 4000 / max(width, height, 1))
            return page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        finally:
            page.close()


class _Page:
    def __init__(self, page: Any) -> None:
        self._page = page
        self._width, self._height = page.get_size()
        self._turn, self._corner = self._transformation()

    def _transformation(self) -> tuple[tuple[float, float, float, float], tuple[float, float]]:
        """How places in the file become places on the page as it is seen, in tenths of a point."""
        wide, high = max(1, round(self._width * UNIT)), max(1, round(self._height * UNIT))

        def device(x: float, y: float) -> tuple[int, int]:
            to_x, to_y = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDF_PageToDevice(self._page, 0, 0, wide, high, 0, x, y, to_x, to_y)
            return to_x.value, to_y.value

        origin, right, up = device(0, 0), device(1000, 0), device(0, 1000)
        turn = tuple((end[axis] - origin[axis]) / 1000 for axis in (0, 1) for end in (right, up))
        return turn, origin  # type: ignore[return-value]

    def _there(self, x: float, y: float) -> tuple[int, int]:
        (a, b, c, d), (left, top) = self._turn, self._corner
        return round(a * x + b * y + left), round(c * x + d * y + top)

    def values(self) -> dict[str, Any]:
        text, places, broken = self._glyphs()
        ruled = list(self._ruled()) if text else []
        return {
            "width": round(self._width * UNIT),
            "height": round(self._height * UNIT),
            "text": text,
            "places": places,
            "ruled": ruled,
            "broken": broken > _MOST_BROKEN * max(len(text), 1),
            "pictured": not text and self._has_pictures(),
        }

    def _glyphs(self) -> tuple[str, list[int], int]:
        textpage = self._page.get_textpage()
        chars: list[str] = []
        places: list[int] = []
        broken = 0
        try:
            raw = textpage.raw
            box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
            last, size, upright, high = None, 0, True, 0
            alike = 1
            before: tuple[int | None, int, int, int] | None = None
            for at in range(min(pdfium.FPDFText_CountChars(raw), MOST_GLYPHS)):
                if pdfium.FPDFText_IsGenerated(raw, at) == 1:
                    continue
                code = pdfium.FPDFText_GetUnicode(raw, at)
                if 0xD800 <= code < 0xDC00:
                    high = code
                    continue
                if 0xDC00 <= code < 0xE000 and high:
                    code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
                high = 0
                found = pdfium.FPDFText_GetTextObject(raw, at)
                where = ctypes.addressof(found.contents) if found else None
                if where != last or last is None:
                    last = where
                    size, upright = self._size(raw, at)
                pdfium.FPDFText_GetLooseCharBox(raw, at, box)
                pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
                left, _ = self._there(box.left, y.value)
                right, base = self._there(box.right, y.value)
                if not upright or not size or not (0 <= left < 32000 and 0 <= right < 32000 and 0 <= base < 32000):
                    continue
                char = _character(code)
                if char is None:
                    broken += 1
                    char = "\ufffd"
                if char in "\r\n\xad":
                    continue
                same = (where, left, right, base)
                alike = alike + 1 if same == before else 1
                before = same
                chars.append(char)
                places += (min(left, right), max(left, right), base, size)
                if alike > 1:
                    _share(places, alike)
        finally:
            textpage.close()
        return "".join(chars), places, broken

    def _size(self, raw: Any, at: int) -> tuple[int, bool]:
        """The size of a character as it is seen, and whether it stands upright."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, at, matrix)
        (a, b, c, d), _ = self._turn, self._corner
        across, down = a * matrix.a + b * matrix.b, c * matrix.a + d * matrix.b
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(raw, at) * scale * UNIT
        return round(min(size, 32000)), across > 0 and abs(down) < 0.1 * across

    def _ruled(self) -> Iterator[tuple[int, int, int, int]]:
        found = 0
        for item in self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_MOST_DEPTH):
            for line in self._lines(item):
                yield line
                found += 1
                if found >= MOST_RULED:
                    return

    def _lines(self, item: Any) -> Iterator[tuple[int, int, int, int]]:
        """The level and upright lines of a path, thin boxes among them, and the sides of other boxes."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        count = pdfium.FPDFPath_CountSegments(item)
        if not (fill.value or stroke.value) or not 2 <= count <= 2000:
            return
        matrix = item.get_matrix()
        points: list[tuple[float, float]] = []
        first = (0.0, 0.0)
        segments: list[tuple[tuple[float, float], tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = matrix.on_point(x.value, y.value)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                first = here
            elif kind == pdfium.FPDF_SEGMENT_LINETO and points:
                segments.append((points[-1], here))
            points.append(here)
            if pdfium.FPDFPathSegment_GetClose(segment) and here != first:
                segments.append((here, first))
        for start, end in straight_lines(points, segments, bool(stroke.value), _MEASURES):
            yield self._straight(start, end)

    def _straight(self, start: tuple[float, float], end: tuple[float, float]) -> tuple[int, int, int, int]:
        (a, b), (c, d) = self._there(*start), self._there(*end)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _has_pictures(self) -> bool:
        return any(True for _ in self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_MOST_DEPTH))


def _share(places: list[int], count: int) -> None:
    """Gives the characters of one glyph, which have its place, a part of it each."""
    left, right = places[-4 * count], places[-3]
    for at in range(count):
        here = len(places) - 4 * (count - at)
        places[here] = left + (right - left) * at // count
        places[here + 1] = left + (right - left) * (at + 1) // count


def _character(code: int) -> str | None:
    """The character of a code; None for one that says nothing."""
    if code in (0, 0xFFFD) or any(code in private for private in _PRIVATE):
        return None
    char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else None
    if char == "\x02":  # so PDFium calls a hyphen at the end of a line
        return "-"
    if char is None or (char < " " and char not in "\t\r\n"):
        return None
    if code in _RADICALS:  # fonts name the character by the radical that looks like it
        return unicodedata.normalize("NFKC", char)
    return " " if char in "\t\xa0" else char
