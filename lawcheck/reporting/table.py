"""Columns of text, right for wide characters."""

from collections.abc import Iterator, Sequence

from lawcheck.reporting.excerpt import char_width, text_width, visible


def table(header: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int]) -> Iterator[str]:
    """Lines of a table; a cell that is wider than the limit of its column goes on below."""
    wrapped = [[_wrapped(visible(cell), limit) for cell, limit in zip(row, limits, strict=True)] for row in rows]
    widths = [
        max([text_width(title), *(text_width(line) for row in wrapped for line in row[column])])
        for column, title in enumerate(header)
    ]
    yield _line(header, widths)
    yield _line(["-" * width for width in widths], widths)
    for row in wrapped:
        for index in range(max(map(len, row))):
            yield _line([cell[index] if index < len(cell) else "" for cell in row], widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - text_width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _wrapped(text: str, limit: int) -> list[str]:
    lines: list[str] = []
    start = width = 0
    for index, character in enumerate(text):
        size = char_width(character)
        if width + size > limit:
            lines.append(text[start:index])
            start, width = index, 0
        width += size
    return [*lines, text[start:]]
