"""Blocks of code in Markdown, and what stands in none of them."""

import re
from collections.abc import Iterable, Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut

_FENCE = Pattern(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


def fenced_blocks(text: str) -> Iterator[Cut]:
    """Whole blocks of code; one that is not closed reaches to the end."""
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]):
            line_end = text.find("\n", fence.end())
            yield Cut("markup", opening.start(), line_end if line_end >= 0 else len(text))
            opening = None
    if opening:
        yield Cut("markup", opening.start(), len(text))


def outside(matches: Iterable[re.Match[str]], blocks: Iterable[Cut]) -> Iterator[re.Match[str]]:
    """The matches that do not begin in one of the blocks; both come in order."""
    ahead = iter(blocks)
    block = next(ahead, None)
    for match in matches:
        while block and block.end <= match.start():
            block = next(ahead, None)
        if block is None or match.start() < block.start:
            yield match
