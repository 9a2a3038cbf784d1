"""Indented lines of Markdown: code, or paragraphs that somebody has indented as in print."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import WIDE

Span = tuple[int, int]

# A text most of whose lines are indented has paragraphs with an indent, not code.
_MOSTLY = 0.5
_FEWEST = 4
# A Chinese sentence, which has some words before its stop, or a heading is none either.
_MOSTLY_CHINESE = 0.7
_CHINESE = Pattern(f"[{WIDE}“”‘’…—]")
_SENTENCE = Pattern(
    rf"[{WIDE}“”‘’…—]{{6}}(?<=[。；！？”’）])[ \t]*(?:\n|\Z)"
    r"|^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|第[一二三四五六七八九十百千零〇0-9]{1,7}[章条])",
    re.MULTILINE,
)


def told_from_code(text: str, blocks: Sequence[Span], lines: int) -> Iterator[tuple[Span, bool]]:
    """Each of the indented blocks of a text of so many lines that are not blank, and whether it is code."""
    indented = sum(sum(map(bool, map(str.strip, text[start:end].split("\n")))) for start, end in blocks)
    is_layout = indented >= _FEWEST and indented > _MOSTLY * lines
    for start, end in blocks:
        block = text[start:end]
        wide = len(_CHINESE.compiled.findall(block))
        is_prose = _SENTENCE.search(block) and wide > _MOSTLY_CHINESE * sum(map(len, block.split()))
        yield (start, end), not (is_layout or is_prose)
