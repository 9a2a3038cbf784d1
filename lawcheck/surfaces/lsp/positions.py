"""Between code-point offsets and the positions of editors: lines from 0, columns in units of the agreed encoding."""

from bisect import bisect_right
from itertools import accumulate

from lsprotocol import types

from lawcheck.text import source

# How each encoding writes a character, and bytes in one of its units.
_CODECS = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
# Units are counted once for blocks of so many characters, so that long lines take no longer than short ones.
_BLOCK = 512


class Positions:
    """The places of one text, both ways. A line ends with LF, CRLF or CR, as the protocol says."""

    def __init__(self, text: str, encoding: types.PositionEncodingKind) -> None:
        self._text = text
        self.encoding = encoding
        self._codec, self._width = _CODECS[encoding]
        self._lines = source.LineIndex(text)
        blocks = (text[at : at + _BLOCK] for at in range(0, len(text), _BLOCK))
        # The units before each block, and at the end of the text.
        self._units = [0, *accumulate(map(self._count, blocks))]

    def position(self, offset: int) -> types.Position:
        """Where a code point stands."""
        place = self._lines.position(offset)
        line_start = offset - place.column + 1
        return types.Position(place.line - 1, self._before(offset) - self._before(line_start))

    def range(self, start: int, end: int) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The code point at a position; past the end of a line or of the text, that end.

        A position inside a character is that of the character.
        """
        if position.line >= self._lines.count:
            return len(self._text)
        start, end = self._lines.line_span(position.line + 1)
        units = self._before(start) + position.character
        if units >= self._before(end):
            return end
        block = bisect_right(self._units, units) - 1
        at, left = block * _BLOCK, units - self._units[block]
        while left > 0:
            left -= self._count(self._text[at])
            at += left >= 0
        return at

    def _before(self, offset: int) -> int:
        """The units of the text before a code point."""
        block = offset // _BLOCK
        return self._units[block] + self._count(self._text[block * _BLOCK : offset])

    def _count(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._width
