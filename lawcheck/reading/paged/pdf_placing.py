"""Where places in a PDF file stand on the page as it is read, and the other way round."""

import ctypes
import math
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from lawcheck.text.pages import UNIT

_FAR = 1000


def slanted(x: float, y: float, slant: float) -> tuple[int, int]:
    """Where a place of a page that was put straight is on its picture: what the recogniser did, undone."""
    along = x - y * math.sin(slant)
    return round(along), round((y + along * math.sin(slant)) / math.cos(slant))


class Placing:
    """A page that is read turned by so many quarters to the right: its text may lie on its side.

    Lengths on it are in tenths of a point, from its upper left corner.
    """

    def __init__(self, page: Any, quarters: int = 0) -> None:
        self._page = page
        self._quarters = quarters
        width, height = page.get_size()
        if quarters % 2:
            width, height = height, width
        self.width, self.height = max(1, round(width * UNIT)), max(1, round(height * UNIT))
        self._corner = self._device(0, 0)
        ends = self._device(_FAR, 0), self._device(0, _FAR)
        # What a length to the right and one upwards in the file become.
        self.turn = tuple((end[axis] - self._corner[axis]) / _FAR for axis in (0, 1) for end in ends)

    def _device(self, x: float, y: float) -> tuple[int, int]:
        to_x, to_y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page, 0, 0, self.width, self.height, self._quarters, x, y, to_x, to_y)
        return to_x.value, to_y.value

    def there(self, x: float, y: float) -> tuple[int, int]:
        """A place of the file on the page."""
        a, b, c, d = self.turn
        left, top = self._corner
        return round(a * x + b * y + left), round(c * x + d * y + top)

    def corners(self, box: Sequence[int], slant: float = 0.0) -> list[tuple[float, float]]:
        """The corners of a box of the page in the file: above from left to right, then below.

        The lines of the page go down by `slant` where the box is that of one put straight.
        """
        left, top, right, bottom = box
        found = []
        for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
            there = slanted(x, y, slant)
            to_x, to_y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDF_DeviceToPage(self._page, 0, 0, self.width, self.height, self._quarters, *there, to_x, to_y)
            found.append((to_x.value, to_y.value))
        return found
