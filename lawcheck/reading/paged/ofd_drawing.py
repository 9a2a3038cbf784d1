"""What is drawn on a page of an OFD file: characters, ruled lines and pictures.

Lengths in the file are millimetres from the upper left corner of what holds them. Seals are not read.
"""

import math
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lawcheck.reading.paged.drawn_lines import Measures, straight_lines
from lawcheck.reading.paged.glyphs import Glyph, Ruled, SeenPage
from lawcheck.reading.paged.ofd_values import all_named, name_of, number, numbers, steps
from lawcheck.reading.safe_xml import Element
from lawcheck.text.pages import UNIT

# Places beyond this are on no page that is printed.
FARTHEST = 32000
MILLIMETRE = 72 / 25.4 * UNIT
_MOST_DEPTH = 16
# In millimetres.
_MEASURES = Measures(thin=1.0, shortest=2.0, slant=0.25)
# What stands in place of a character that a font does not name.
_LOST = "\xa4\ufffd"
_PRIVATE = range(0xE000, 0xF900)

_Point = tuple[float, float]


class Matrix(NamedTuple):
    """What takes a place in something drawn to its place on the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> _Point:
        """The place on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        """This one, in something that stands on the page by `outer`."""
        e, f = outer.at(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )

    @property
    def quarters(self) -> int | None:
        """By how many quarters the page has to be turned to the right for it to be upright; None if by no quarter."""
        for quarters, (along, off) in enumerate(
            ((self.a, self.b), (-self.b, self.a), (-self.a, self.b), (self.b, self.a))
        ):
            if along > 0 and abs(off) <= 0.1 * along:
                return quarters
        return None


class _Shown(NamedTuple):
    """A character on the page, where it begins and ends on its baseline, in tenths of a point."""

    char: str
    start: _Point
    end: _Point
    size: float


class Drawn:
    """What is drawn on a page. `composed` finds in the resources what a name stands for.

    `pictures` are the resources of those that are large, `lost` counts characters that their font does not name.
    """

    def __init__(self, composed: Callable[[str], Element | None]) -> None:
        self._composed = composed
        # Apart by how many quarters the page has to be turned to the right for them to stand upright.
        self._shown: tuple[list[_Shown], ...] = ([], [], [], [])
        self._hidden: list[_Shown] = []
        self._ruled: list[tuple[_Point, _Point]] = []
        self.pictures: list[str] = []
        self.lost = 0
        self._composites = 0

    def add(self, other: "Drawn") -> None:
        """Draws what is drawn there, too."""
        for own, more in zip(self._shown, other._shown, strict=True):
            own += more
        self._hidden += other._hidden
        self._ruled += other._ruled
        self.pictures += other.pictures
        self.lost += other.lost

    @property
    def count(self) -> int:
        """How much there is."""
        return sum(map(len, self._shown)) + len(self._hidden) + len(self._ruled)

    def seen(self, width: int, height: int) -> SeenPage:
        """The page as it is read: turned, if most of its text lies on its side, and without what nobody sees."""
        quarters = max(range(4), key=lambda quarters: len(self._shown[quarters]))
        if len(self._shown[quarters]) <= 2 * len(self._shown[0]):
            quarters = 0
        shown = self._shown[quarters]
        # The text layer below the picture of a scan.
        is_hidden = len(self._hidden) > len(shown)
        if is_hidden:
            shown = [*shown, *self._hidden]

        def turned(point: _Point) -> _Point:
            x, y = point
            return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[quarters]

        glyphs = [
            Glyph(char, round(turned(start)[0]), round(turned(end)[0]), round(turned(start)[1]), round(size))
            for char, start, end, size in shown
        ]
        ruled = []
        for start, end in self._ruled:
            (x1, y1), (x2, y2) = turned(start), turned(end)
            places = [round(place) for place in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))]
            if all(0 <= place < FARTHEST for place in places):
                ruled.append(Ruled(*places))
        size = (height, width) if quarters % 2 else (width, height)
        kept = [each for each in glyphs if 0 <= each.left <= each.right < FARTHEST and 0 <= each.base < FARTHEST]
        return SeenPage(*size, kept, ruled, is_hidden)

    def draw(self, page: Element) -> None:
        """Draws the content of a page."""
        for content in all_named(page, "Content"):
            self._draw(content, Matrix(), 0)

    def _draw(self, block: Element, matrix: Matrix, depth: int) -> None:
        for item in block:
            name = name_of(item)
            if name in ("Layer", "PageBlock") and depth < _MOST_DEPTH:
                self._draw(item, matrix, depth + 1)
            elif item.get("Visible") != "false" and name in _DRAWN:
                x, y, *_ = numbers(item.get("Boundary"), 4) or (0.0, 0.0)
                own = Matrix(*(numbers(item.get("CTM"), 6) or ())).within(Matrix(e=x, f=y)).within(matrix)
                _DRAWN[name](self, item, own, depth)

    def _composite(self, item: Element, matrix: Matrix, depth: int) -> None:
        unit = self._composed(item.get("ResourceID", ""))
        self._composites += 1
        is_too_much = depth >= _MOST_DEPTH or self._composites > _MOST_COMPOSITES or self.count > _MOST_DRAWN
        if unit is not None and not is_too_much:
            for content in all_named(unit, "Content"):
                self._draw(content, matrix, depth + 1)

    def _picture(self, item: Element, matrix: Matrix, depth: int) -> None:
        box = numbers(item.get("Boundary"), 4)
        if box and min(box[2:]) >= _LARGE:
            self.pictures.append(item.get("ResourceID", ""))

    def _text(self, item: Element, matrix: Matrix, depth: int) -> None:
        quarters = matrix.quarters
        if quarters is None or item.get("ReadDirection", "0") != "0" or item.get("CharDirection", "0") != "0":
            return  # a watermark across the page, or upright writing
        size = number(item.get("Size"), 0.0) * math.hypot(matrix.c, matrix.d) * MILLIMETRE
        wide = number(item.get("Size"), 0.0) * number(item.get("HScale"), 1.0)
        is_hidden = item.get("Alpha") == "0" or (item.get("Fill") == "false" and item.get("Stroke") != "true")
        shown = self._hidden if is_hidden else self._shown[quarters]
        x = y = 0.0
        for code in all_named(item, "TextCode"):
            x, y = number(code.get("X"), x), number(code.get("Y"), y)
            text = code.text or ""
            across, down = steps(code.get("DeltaX"), len(text)), steps(code.get("DeltaY"), len(text))
            # Characters that stand one below the other say only how far down the next one is.
            is_column = not across and any(down)
            at_x, at_y = x, y
            for at, char in enumerate(text):
                step = across[at] if at < len(across) else None
                width = min(wide * _width(char), step) if step else wide * _width(char)
                self._glyph(shown, char, (matrix.at(at_x, at_y), matrix.at(at_x + width, at_y)), size)
                if not is_column:
                    at_x += width if step is None else step
                at_y += down[at] if at < len(down) else 0.0

    def _glyph(self, shown: list[_Shown], char: str, places: tuple[_Point, _Point], size: float) -> None:
        points = [(x * MILLIMETRE, y * MILLIMETRE) for x, y in places]
        if char in "\r\n" or not 0 < size < FARTHEST or not all(0 <= each < FARTHEST for xy in points for each in xy):
            return
        self.lost += char in _LOST or ord(char) in _PRIVATE
        shown.append(_Shown(" " if char in "\t\xa0" else char, points[0], points[1], size))

    def _path(self, item: Element, matrix: Matrix, depth: int) -> None:
        data = next((found.text or "" for found in all_named(item, "AbbreviatedData")), "")
        filled, stroked = item.get("Fill") == "true", item.get("Stroke") != "false"
        if not (filled or stroked):
            return
        strokes = list(_strokes(data, matrix))
        points = [point for stroke in strokes for point in stroke]
        for (x1, y1), (x2, y2) in straight_lines(points, strokes, stroked, _MEASURES):
            self._ruled.append(((x1 * MILLIMETRE, y1 * MILLIMETRE), (x2 * MILLIMETRE, y2 * MILLIMETRE)))


# A picture that is a page is at least so wide and high, in millimetres; seals are smaller.
_LARGE = 100.0
# So many things that are composed of others are drawn on a page: they may hold themselves.
_MOST_COMPOSITES, _MOST_DRAWN = 10_000, 200_000
_DRAWN: dict[str, Callable[[Drawn, Element, Matrix, int], None]] = {
    "TextObject": Drawn._text,
    "PathObject": Drawn._path,
    "ImageObject": Drawn._picture,
    "CompositeObject": Drawn._composite,
}


def _strokes(data: str, matrix: Matrix) -> Iterator[tuple[_Point, _Point]]:
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
