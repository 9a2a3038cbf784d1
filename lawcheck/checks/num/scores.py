"""Points of a score in words among others in figures: 扣2分, 扣三分 (NUM035)."""

from collections.abc import Iterator

from lawcheck.checks.num.roman_levels import mixed_levels
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_IN_WORDS = Pattern(
    "(?<=[扣加记得计])(?P<number>[一二三四五六七八九十])分(?![钟之为开头清析配担忧批别工])",
    first="一二三四五六七八九十",
)
_IN_FIGURES = Pattern(r"[扣加记得计][0-9]{1,3}(?:\.[0-9])?分(?!钟)", first="扣加记得计")
_CLEARLY = 2


def score_in_words(document: Document) -> Iterator[Finding]:
    """NUM035: 扣三分 in a text that writes 扣2分 elsewhere, I级 in one that writes Ⅱ级."""
    text = document.text
    yield from mixed_levels(text)
    words = list(_IN_WORDS.finditer(text))
    if not words:
        return
    figures = sum(1 for _ in _IN_FIGURES.finditer(text))
    if figures >= max(_CLEARLY, len(words)):
        for match in words:
            start, end = match.span("number")
            right = str(parse_numeral(match["number"]))
            values = {"found": f"{match['number']}分", "right": f"{right}分"}
            yield Finding(start, match.end(), values, edits=(Edit(start, end, right),))
