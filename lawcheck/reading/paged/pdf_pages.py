"""The pages of a PDF file by pypdfium2. It runs in a process of its own: the files come from anywhere."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from lawcheck.reading.paged.drawn_lines import Measures, straight_lines
from lawcheck.reading.paged.pdf_placing import Placing
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
# How text is drawn that is not seen: the text layer below the picture of a scan.
_UNSEEN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
# In tenths of a point; smaller characters are there so that nobody sees them.
_SMALLEST = 20
# A page has this many characters of which the direction is asked, about.
_SAMPLES = 200
_MOST_NOTES = 1000
# The bytes of a text of no characters.
_EMPTY = 2


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
            if _is_filled_in(page):
                pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
                page.close()
                page = self.document[index]
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


def _is_filled_in(page: Any) -> bool:
    """Whether people have written into a form on a page, or on the page itself, and nobody has signed it so."""
    found = False
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            size = pdfium.FPDFAnnot_GetStringValue(note, b"V", None, 0)
            found = found or size > _EMPTY
        found = found or kind == pdfium.FPDF_ANNOT_FREETEXT
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def quarters_of(page: Any) -> int:
    """By how many quarters to the right a page has to be turned, so that most of its text is upright."""
    textpage = page.get_textpage()
    try:
        return _quarters(textpage.raw, Placing(page))
    finally:
        textpage.close()


def _quarters(raw: Any, placing: Placing) -> int:
    turned = [0, 0, 0, 0]
    count = min(pdfium.FPDFText_CountChars(raw), MOST_GLYPHS)
    for at in range(0, count, max(1, count // _SAMPLES)):
        across, down = _direction(raw, at, placing)
        for quarters, (along, off) in enumerate(((across, down), (-down, across), (-across, down), (down, across))):
            turned[quarters] += along > 0 and abs(off) < 0.1 * along
    most = max(range(4), key=lambda quarters: turned[quarters])
    return most if turned[most] > 2 * turned[0] and 2 * turned[most] > sum(turned) else 0


def _direction(raw: Any, at: int, placing: Placing) -> tuple[float, float]:
    """How far to the right and downwards on the page the line of a character goes."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, at, matrix)
    a, b, c, d = placing.turn
    return a * matrix.a + b * matrix.b, c * matrix.a + d * matrix.b


class _Page:
    def __init__(self, page: Any) -> None:
        self._page = page
        self._placing = Placing(page)

    def values(self) -> dict[str, Any]:
        textpage = self._page.get_textpage()
        try:
            if quarters := _quarters(textpage.raw, self._placing):
                self._placing = Placing(self._page, quarters)
            text, places, broken, is_hidden = self._glyphs(textpage.raw)
        finally:
            textpage.close()
        ruled = list(self._ruled()) if text else []
        return {
            "width": self._placing.width,
            "height": self._placing.height,
            "text": text,
            "places": places,
            "ruled": ruled,
            "broken": broken > _MOST_BROKEN * max(len(text), 1),
            "pictured": not text and self._has_pictures(),
            "recognised": is_hidden,
        }

    def _glyphs(self, raw: Any) -> tuple[str, list[int], int, bool]:
        """The characters, their places, how many say nothing, and whether they are a layer below a picture."""
        there, high_edge, wide_edge = self._placing.there, self._placing.height, self._placing.width
        chars: list[str] = []
        places: list[int] = []
        hidden: list[bool] = []
        broken = 0
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        last, size, upright, unseen, high = None, 0, True, False, 0
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
                unseen = bool(found) and pdfium.FPDFTextObj_GetTextRenderMode(found) in _UNSEEN
            pdfium.FPDFText_GetLooseCharBox(raw, at, box)
            pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
            (left, _), (right, _) = there(box.left, box.bottom), there(box.right, box.top)
            left, right = min(left, right), max(left, right)
            base = there(x.value, y.value)[1]
            if not upright or size < _SMALLEST or not (0 <= left <= right <= wide_edge and 0 <= base <= high_edge):
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
            places += (left, right, base, size)
            hidden.append(unseen)
            if alike > 1:
                _share(places, alike)
        is_hidden = 2 * sum(hidden) > len(hidden)
        if not is_hidden and any(hidden):  # nobody sees it
            seen = [at for at, unseen in enumerate(hidden) if not unseen]
            places = [place for at in seen for place in places[4 * at : 4 * at + 4]]
            chars = [chars[at] for at in seen]
        return "".join(chars), places, broken, is_hidden

    def _size(self, raw: Any, at: int) -> tuple[int, bool]:
        """The size of a character as it is seen, and whether it stands upright."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, at, matrix)
        across, down = _direction(raw, at, self._placing)
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
        (a, b), (c, d) = self._placing.there(*start), self._placing.there(*end)
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
