"""Pictures of places on pages, with the page around them. It runs in the process that reads pages."""

import base64
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lawcheck.reading.paged.pdf_placing import slanted

# Points of a picture to a point of the page, and the longest side of a page.
SCALE = 1.7
LONGEST_SIDE = 3000
# What of the page is seen of a place: at least so wide, at most so high, and so much of its surroundings beside, and
# above and below it; in tenths of a point.
_WIDTH, _HIGHEST, _BESIDE, _AROUND = 3000, 1600, 250, 280
# So far from the characters their outline goes.
_OFF = 14
# Sixteen shades of each colour are enough to read by, and take a third of the bytes.
_SHADES = bytes(min(255, (value + 8) // 17 * 17) for value in range(256))
# PNG: what three bytes, and one, to a point are called.
_COLOURED, _GREY = 2, 0


class Raster(NamedTuple):
    """The drawn page: red, green and blue of each point, row by row, each row `stride` bytes long."""

    points: memoryview
    stride: int
    width: int
    height: int

    def cut(self, left: int, top: int, right: int, bottom: int) -> bytes:
        """A part of it as a PNG file; without colours where there are none."""
        rows = [
            bytes(self.points[y * self.stride + 3 * left : y * self.stride + 3 * right]) for y in range(top, bottom)
        ]
        rows = [row.translate(_SHADES) for row in rows]
        kind = _COLOURED
        if all(row[::3] == row[1::3] == row[2::3] for row in rows):
            rows, kind = [row[::3] for row in rows], _GREY
        head = struct.pack(">IIBBBBB", right - left, bottom - top, 8, kind, 0, 0, 0)
        packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
        return b"\x89PNG\r\n\x1a\n" + b"".join([_chunk(b"IHDR", head), _chunk(b"IDAT", packed), _chunk(b"IEND", b"")])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def pdf_views(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The pictures of places in a PDF file; each page is drawn once."""
    from lawcheck.reading.paged.pdf_pages import Pdf, quarters_of

    pdf = Pdf(data)
    for number, places in by_page(asked["places"]):
        page = pdf.document[number - 1]
        scale = min(SCALE, LONGEST_SIDE / max(*page.get_size(), 1))
        drawn = page.render(scale=scale, rotation=90 * quarters_of(page), rev_byteorder=True)
        raster = Raster(memoryview(drawn.buffer).cast("B"), drawn.stride, drawn.width, drawn.height)
        yield from views(raster, places, scale)
        page.close()


def by_page(places: Sequence[dict[str, Any]]) -> list[tuple[int, list[dict[str, Any]]]]:
    """The places of each page."""
    found: dict[int, list[dict[str, Any]]] = {}
    for place in places:
        found.setdefault(place["page"], []).append(place)
    return sorted(found.items())


def views(raster: Raster, places: Sequence[dict[str, Any]], scale: float) -> Iterator[dict[str, Any]]:
    """The pictures of places of one page, which has `scale` points of its picture to each of its own."""
    for place in places:
        shapes = [_outline(box, place.get("slant", 0.0)) for box in place["boxes"]]
        left, top, right, bottom = (round(edge * scale / 10) for edge in _window(shapes, raster, scale))
        if left < right and top < bottom:
            yield {
                "name": place["name"],
                "png": base64.b64encode(raster.cut(left, top, right, bottom)).decode(),
                "width": right - left,
                "height": bottom - top,
                "scale": scale,
                "shapes": [
                    [(round(x * scale / 10) - left, round(y * scale / 10) - top) for x, y in shape] for shape in shapes
                ],
            }


def _outline(box: Sequence[int], slant: float) -> list[tuple[int, int]]:
    """The corners of a box on the picture of its page, in the order in which one goes around it."""
    left, top, right, bottom = box[0] - _OFF, box[1] - _OFF, box[2] + _OFF, box[3] + _OFF
    return [slanted(x, y, slant) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]


def _window(shapes: Sequence[Sequence[tuple[int, int]]], raster: Raster, scale: float) -> tuple[float, ...]:
    """What of the page is shown: the places and what is around them, within the page."""
    xs = [x for shape in shapes for x, _ in shape]
    ys = [y for shape in shapes for _, y in shape]
    wide, high = raster.width * 10 / scale, raster.height * 10 / scale
    width = min(max(_WIDTH, max(xs) - min(xs) + 2 * _BESIDE), wide)
    left = min(max(0, (min(xs) + max(xs) - width) / 2), wide - width)
    top = min(max(0, min(ys) - _AROUND), high)
    return left, top, left + width, min(high, top + _HIGHEST, max(ys) + _AROUND)
