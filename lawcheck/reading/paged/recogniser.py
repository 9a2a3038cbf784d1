"""Reads the characters off the picture of a page, with rapidocr. Pages that were read before are kept."""

import hashlib
import json
import math
import re
import sys
from contextlib import suppress
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy
from rapidocr import RapidOCR

from lawcheck.reading.resources import cache_file
from lawcheck.text.pages import BELOW
from lawcheck.text.vocabulary.han import is_han

# The width of a mark is that of the picture, and says nothing of what its author wrote.
_WIDE = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_WIDE_MARKS = frozenset("，。；：？！（）“”《》、〔〕【】")
_BRACKETED = re.compile("([〔\\[［(（【])([12][0-9]{3})([〕\\]］)）】])")
# How many of them there are recognition does not see.
_DOTS = "…"
_HALF_SURE = 0.5
# Lines whose sizes differ by less than this are of one size.
_ALIKE = 0.2
_LONG = 8


class Recogniser:
    """Reads pages of one file, which has this name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._engine: Any = None

    def page(self, picture: Any, width: int, height: int, number: int, count: int) -> dict[str, Any]:
        """What is seen on the picture of a page of this size, in tenths of a point."""
        pixels = numpy.asarray(picture)
        known = hashlib.sha256(repr((version("rapidocr"), pixels.shape)).encode() + pixels.tobytes()).hexdigest()
        kept = _Kept(known)
        lines = kept.read()
        if lines is None:
            if sys.stderr.isatty():
                sys.stderr.write(f"{self._name}: OCR {number}/{count}\n")
                sys.stderr.flush()
            lines = self._lines(pixels)
            kept.write(lines)
        angle = _angle([corners for corners, *_ in lines])
        text, places, sure = _glyphs(lines, width / pixels.shape[1], angle)
        return {
            "width": width,
            "height": height,
            "text": text,
            "places": places,
            "sure": sure,
            "ruled": [],
            "recognised": True,
            "slant": round(angle, 5),
        }

    def _lines(self, pixels: Any) -> list[list[Any]]:
        """The lines of a picture: their characters, how sure each is, the corners of the line and of each character."""
        if self._engine is None:
            self._engine = RapidOCR(params={"Global.log_level": "error"})
        found = self._engine(numpy.ascontiguousarray(pixels[:, :, ::-1]), return_word_box=True)
        if not found.txts:
            return []
        return [_line(*each) for each in zip(found.txts, found.boxes.tolist(), found.word_results, strict=False)]


def _line(text: str, corners: list[list[float]], words: Any) -> list[Any]:
    """A line: corners, and each of its characters with how sure it is, its left and its right edge."""
    places: list[tuple[float, float, float]] = []
    for word, sure, box in words:
        left, step = box[0][0], (box[1][0] - box[0][0]) / max(len(word), 1)
        places += ((sure, left + at * step, left + (at + 1) * step) for at in range(len(word)))
    seen = [at for at, char in enumerate(text) if not char.isspace()]
    if len(places) != len(seen):  # the boxes are not those of the text: all are as wide
        left, right = corners[0][0], corners[1][0]
        step = (right - left) / max(len(seen), 1)
        least = min((sure for sure, *_ in places), default=0.0)
        places = [(least, left + at * step, left + (at + 1) * step) for at in range(len(seen))]
    chars = [
        [text[at], round(sure, 3), round(a, 1), round(b, 1)] for at, (sure, a, b) in zip(seen, places, strict=True)
    ]
    blanks = [seen.index(at + 1) for at in range(len(text) - 1) if text[at].isspace() and at + 1 in seen]
    return [corners, chars, blanks]


def _glyphs(lines: list[list[Any]], scale: float, angle: float) -> tuple[str, list[int], list[float]]:
    """The characters of all lines and their places on the page, which is put straight."""
    sizes = _sizes(lines)
    text: list[str] = []
    places: list[int] = []
    sure: list[float] = []
    for (corners, chars, blanks), size in zip(lines, sizes, strict=True):
        middle_x = sum(x for x, _ in corners) / 4
        middle_y = sum(y for _, y in corners) / 4
        base = (middle_y * math.cos(angle) - middle_x * math.sin(angle) + size * (0.5 - BELOW)) * scale
        shift = middle_y * math.sin(angle)
        line = _BRACKETED.sub(_closed, "".join(char for char, *_ in chars))
        for at, (char, certain, left, right) in enumerate(chars):
            place = [round((edge + shift) * scale) for edge in (left, right)]
            if at in blanks and line[at - 1].isascii() and char.isascii():
                text.append(" ")
                places += (place[0], place[0], round(base), round(size * scale))
                sure.append(1.0)
            if char == _DOTS and _DOTS not in line[max(0, at - 1) : at] + line[at + 1 : at + 2]:  # half an ellipsis
                middle = sum(place) // 2
                text.append(2 * _DOTS)
                for part in ((place[0], middle), (middle, place[1])):
                    places += (*part, round(base), round(size * scale))
                    sure.append(_HALF_SURE)
                continue
            text.append(_widened(line, at))
            places += (*place, round(base), round(size * scale))
            sure.append(min(certain, _HALF_SURE) if line[at] in _DOTS else certain)
    return "".join(text), places, sure


def _closed(match: re.Match[str]) -> str:
    """A year whose brackets are of two sorts, which no author writes: both as one of them says."""
    opening, year, closing = match.groups()
    return f"〔{year}〕" if (opening == "〔") != (closing == "〕") else match[0]


def _widened(line: str, at: int) -> str:
    char = line[at]
    # What stands in brackets may be a number, and before them nothing.
    near = line if char in "()" else line[max(0, at - 1) : at] + line[at + 1 : at + 2]
    return _WIDE.get(char, char) if any(is_han(each) or each in _WIDE_MARKS for each in near) else char


def _angle(corners: list[list[list[float]]]) -> float:
    """By how much the lines of a page are turned."""
    long = sorted(
        math.atan2(b[1] - a[1], b[0] - a[0]) for a, b, _, d in corners if abs(b[0] - a[0]) > _LONG * abs(d[1] - a[1])
    )
    return long[len(long) // 2] if long else 0.0


def _sizes(lines: list[list[Any]]) -> list[float]:
    """The size of each line; those that are nearly alike are the same."""
    heights = [abs(corners[3][1] - corners[0][1]) or 1.0 for corners, *_ in lines]
    told = [_size(chars) for _, chars, _ in lines]
    parts = sorted(size / height for size, height in zip(told, heights, strict=True) if size)
    part = parts[len(parts) // 2] if parts else 0.85
    # A short line says only about how high and how wide its characters are.
    widths = [max((c - b for char, _, b, c in chars if is_han(char)), default=math.inf) for _, chars, _ in lines]
    least = [
        min(size or min(part * height, width), 1.1 * height)
        for size, height, width in zip(told, heights, widths, strict=True)
    ]
    weighed = sorted(size for size, (_, chars, _) in zip(least, lines, strict=True) for _ in chars)
    body = weighed[len(weighed) // 2] if weighed else 1.0
    most = [
        size if exact else max(size, part * height) for exact, size, height in zip(told, least, heights, strict=True)
    ]
    return [
        body if (1 - _ALIKE) * low <= body <= (1 + _ALIKE) * high else low
        for low, high in zip(least, most, strict=True)
    ]


def _size(chars: list[list[Any]]) -> float:
    """The distance of Chinese characters of a line, which is their size unless they are spaced out; 0 for too few."""
    steps = sorted(b[2] - a[2] for a, b in pairwise(chars) if is_han(a[0]) and is_han(b[0]))
    return float(steps[len(steps) // 2]) if len(steps) >= 4 else 0.0


class _Kept:
    """What was read off a page, kept by its content."""

    def __init__(self, name: str) -> None:
        folder = cache_file("pages")
        self._path = Path(folder, name[:2], f"{name}.json") if folder else None

    def read(self) -> list[list[Any]] | None:
        """What was read before, if it was."""
        if self._path:
            with suppress(OSError, ValueError):
                found: list[list[Any]] = json.loads(self._path.read_text(encoding="utf-8"))
                return found
        return None

    def write(self, lines: list[list[Any]]) -> None:
        """Keeps what was read, where anything can be kept."""
        if self._path:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(json.dumps(lines), encoding="utf-8")
