"""The pages of an OFD file (GB/T 33190—2016): a zip package of XML that says where each character stands.

Lengths in the file are millimetres from the upper left corner of what holds them. What is drawn with fonts that name no
characters, and seals, are not read.
"""

import math
import posixpath
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.errors import Words
from lawcheck.reading.packed_parts import ENCRYPTED, Parts
from lawcheck.reading.paged.drawn_lines import Measures, straight_lines
from lawcheck.reading.paged.glyphs import Glyph, Ruled, SeenPage
from lawcheck.reading.paged.ofd_values import number, numbers, steps
from lawcheck.reading.paged.page_options import page_numbers
from lawcheck.reading.safe_xml import Element
from lawcheck.text.pages import UNIT

_ROOT = "OFD.xml"
_MM = 72 / 25.4 * UNIT
_A4 = (210.0, 297.0)
# Places beyond this are on no page that is printed.
_FARTHEST = 32000
_MOST_PAGES = 3000
# Of all pages together, with their lines.
_MOST_GLYPHS = 4_000_000
_MOST_DEPTH = 16
# In millimetres.
_MEASURES = Measures(thin=1.0, shortest=2.0, slant=0.25)
_NO_OFD = Words("不是 OFD 文件，或者文件已损坏、不完整", "is no OFD file, or is damaged or incomplete")
_TOO_MUCH = Words("内容过于庞大，拒绝读取", "is too large and is not read")
_NO_SUCH_PAGES = Words("没有所要的页", "has none of the pages that are asked for")
_TOO_MANY = Words("页数过多，不能读取", "has too many pages to be read")

# A document and the part that a page of it is.
_Numbered = tuple["_Document", str]


class _Matrix(NamedTuple):
    """What takes a place in something drawn to its place on the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "_Matrix") -> "_Matrix":
        """This one, in something that stands on the page by `outer`."""
        e, f = outer.at(self.e, self.f)
        return _Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )


def read_ofd_pages(data: bytes, path: str, wanted: str = "") -> list[SeenPage]:
    """The pages of an OFD file, in their order, or those wanted ("1-5,8"); raises SourceError."""
    parts = Parts(data, path, _NO_OFD)
    if any(posixpath.basename(name) == "Encryptions.xml" for name in parts.names):
        raise parts.refused(ENCRYPTED)
    roots = [found.text or "" for found in _all(parts.xml(_ROOT), "DocRoot")]
    if not roots:
        raise parts.refused(_NO_OFD)
    documents = [_Document(parts, name) for name in dict.fromkeys(_place(_ROOT, root) for root in roots)]
    pages = [(document, name) for document in documents for name in document.pages]
    if len(pages) > _MOST_PAGES:
        raise parts.refused(_TOO_MANY)
    seen: list[SeenPage] = []
    room = _MOST_GLYPHS
    for at, (document, name) in _chosen(pages, wanted, parts):
        page = document.page(name)._replace(number=at)
        room -= len(page.glyphs) + len(page.ruled)
        if room < 0:
            raise parts.refused(_TOO_MUCH)
        seen.append(page)
    return seen


def _chosen(pages: list[_Numbered], wanted: str, parts: Parts) -> list[tuple[int, _Numbered]]:
    numbered = list(enumerate(pages, 1))
    if not wanted:
        return numbered
    found = [numbered[at] for first, last in page_numbers(wanted) for at in range(first - 1, min(last, len(pages)))]
    if not found:
        raise parts.refused(_NO_SUCH_PAGES)
    return found


class _Document:
    """One document of a file, which mostly has only one; `pages` are the parts that its pages are, each once."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts = parts
        self._name = name
        root = parts.xml(name)
        self._size = _page_size(root) or _A4
        self._templates = {each.get("ID", ""): each.get("BaseLoc", "") for each in _all(root, "TemplatePage")}
        self._drawn: dict[str, _Seen] = {}
        said = [page.get("BaseLoc", "") for group in _all(root, "Pages") for page in _all(group, "Page")]
        self.pages = list(dict.fromkeys(_place(name, each) for each in said))

    def page(self, name: str) -> SeenPage:
        """What is seen on a page, the template under it, too."""
        page = self._parts.xml(name)
        width, height = _page_size(page) or self._size
        seen = _Seen()
        for used in _all(page, "Template"):
            seen.add(self._template(_place(self._name, self._templates.get(used.get("TemplateID", ""), ""))))
        seen.draw(page)
        return SeenPage(round(width * _MM), round(height * _MM), seen.glyphs, seen.ruled)

    def _template(self, name: str) -> "_Seen":
        """What a template draws, on every page alike; one that is not there draws nothing."""
        if name not in self._drawn:
            self._drawn[name] = _Seen()
            if name in self._parts.names:
                self._drawn[name].draw(self._parts.xml(name))
        return self._drawn[name]


class _Seen:
    """What is drawn on a page."""

    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.ruled: list[Ruled] = []

    def add(self, other: "_Seen") -> None:
        self.glyphs += other.glyphs
        self.ruled += other.ruled

    def draw(self, page: Element) -> None:
        for content in _all(page, "Content"):
            self._draw(content, _Matrix(), 0)

    def _draw(self, block: Element, matrix: _Matrix, depth: int) -> None:
        for item in block:
            name = _name(item)
            if name in ("Layer", "PageBlock") and depth < _MOST_DEPTH:
                self._draw(item, matrix, depth + 1)
            elif item.get("Visible") != "false" and name in ("TextObject", "PathObject"):
                x, y, *_ = numbers(item.get("Boundary"), 4) or (0.0, 0.0)
                own = _Matrix(*(numbers(item.get("CTM"), 6) or ())).within(_Matrix(e=x, f=y)).within(matrix)
                if name == "TextObject":
                    self._text(item, own)
                else:
                    self._path(item, own)

    def _text(self, item: Element, matrix: _Matrix) -> None:
        if (
            abs(matrix.b) > 0.1 * matrix.a
            or item.get("ReadDirection", "0") != "0"
            or item.get("CharDirection", "0") != "0"
        ):
            return  # a watermark across the page, or upright writing
        size = number(item.get("Size"), 0.0) * math.hypot(matrix.c, matrix.d) * _MM
        wide = number(item.get("Size"), 0.0) * number(item.get("HScale"), 1.0)
        x = y = 0.0
        for code in _all(item, "TextCode"):
            x, y = number(code.get("X"), x), number(code.get("Y"), y)
            text = code.text or ""
            across, down = steps(code.get("DeltaX"), len(text)), steps(code.get("DeltaY"), len(text))
            at_x, at_y = x, y
            for at, char in enumerate(text):
                step = across[at] if at < len(across) else None
                width = min(wide * _width(char), step) if step else wide * _width(char)
                self._glyph(char, matrix.at(at_x, at_y), matrix.at(at_x + width, at_y), size)
                at_x += width if step is None else step
                at_y += down[at] if at < len(down) else 0.0

    def _glyph(self, char: str, start: tuple[float, float], end: tuple[float, float], size: float) -> None:
        left, base, right = round(start[0] * _MM), round(start[1] * _MM), round(end[0] * _MM)
        if not (0 <= left <= right < _FARTHEST and 0 <= base < _FARTHEST and 0 < size < _FARTHEST):
            return
        if char not in "\r\n":
            self.glyphs.append(Glyph(" " if char in "\t\xa0" else char, left, right, base, round(size)))

    def _path(self, item: Element, matrix: _Matrix) -> None:
        data = next((found.text or "" for found in _all(item, "AbbreviatedData")), "")
        filled, stroked = item.get("Fill") == "true", item.get("Stroke") != "false"
        if not (filled or stroked):
            return
        strokes = list(_strokes(data, matrix))
        points = [point for stroke in strokes for point in stroke]
        for (x1, y1), (x2, y2) in straight_lines(points, strokes, stroked, _MEASURES):
            places = [round(place * _MM) for place in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))]
            if all(0 <= place < _FARTHEST for place in places):
                self.ruled.append(Ruled(*places))


def _strokes(data: str, matrix: _Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path (`M 0 0 L 80 0 C`); curves only lead on from where they end."""
    words = data.split()
    first = here = (0.0, 0.0)
    at = 0
    while at < len(words):
        command = words[at]
        # How many numbers follow: curves have several places, the last of which is where they end.
        count = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}.get(command, 0)
        values = numbers(" ".join(words[at + 1 : at + 1 + count]), count) if count else None
        at += 1 + (count if values else 0)
        if command == "C":
            yield here, first
            here = first
        elif values:
            there = matrix.at(*values[-2:])
            if command in "SM":
                first = there
            elif command == "L":
                yield here, there
            here = there


def _width(char: str) -> float:
    """How wide a character is, of its size, where the file does not say."""
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def _page_size(element: Element) -> tuple[float, float] | None:
    """The size of the pages that an element says, or has an element that says it."""
    for area in (*_all(element, "PageArea"), *_all(element, "Area")):
        for box in _all(area, "PhysicalBox"):
            found = numbers(box.text, 4)
            if found and 0 < found[2] < _FARTHEST / _MM and 0 < found[3] < _FARTHEST / _MM:
                return found[2], found[3]
    return None


def _place(part: str, said: str) -> str:
    """The name of a part that another one names; a name that begins with / begins at the root."""
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), said.strip()))
    return joined.lstrip("/")


def _all(element: Element, name: str) -> Iterator[Element]:
    """Every element of this name below another one, whatever its namespace: there are several."""
    return (found for found in element.iter() if _name(found) == name and found is not element)


def _name(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
