"""A page as it is seen: characters where they stand, and ruled lines. Lengths are in tenths of a point."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Glyph(NamedTuple):
    """A character on a page: its left and right edge, its baseline, its size, and how sure it is (from 0 to 1)."""

    char: str
    left: int
    right: int
    base: int
    size: int
    sure: float = 1.0


class Ruled(NamedTuple):
    """A line that is drawn, level or upright."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_level(self) -> bool:
        """Whether it goes from left to right."""
        return self.right - self.left >= self.bottom - self.top


class SeenPage(NamedTuple):
    """What is seen on a page. `recognised` says that the characters were read off its picture.

    `number` is that of the page in its file, from 1; 0 where all pages are there. `slant` is the angle by which its
    lines go down, in radians: the places of the characters are those of the page put straight.
    """

    width: int
    height: int
    glyphs: Sequence[Glyph]
    ruled: Sequence[Ruled] = ()
    recognised: bool = False
    number: int = 0
    slant: float = 0.0


def seen_page(values: dict[str, Any]) -> SeenPage:
    """A page as the child process writes it."""
    text, numbers, sure = values["text"], values["places"], values.get("sure")
    places = zip(*[iter(numbers)] * 4, strict=True)
    if sure:
        glyphs = [Glyph(char, *place)._replace(sure=each) for char, place, each in zip(text, places, sure, strict=True)]
    else:
        glyphs = [Glyph(char, *place) for char, place in zip(text, places, strict=True)]
    ruled = [Ruled(*each) for each in values["ruled"]]
    recognised, number = bool(values.get("recognised")), int(values.get("number", 0))
    return SeenPage(values["width"], values["height"], glyphs, ruled, recognised, number, values.get("slant", 0.0))
