"""Words that a line end or a blank parts, by the words of official texts (OCR011, OCR012)."""

from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.likelihood import cut, is_word
from lawcheck.structure.document import Document
from lawcheck.text.layers.printed_lines import COLUMNS, MARKER
from lawcheck.text.vocabulary.han import is_han

# So many characters on either side are looked at, and so much likelier (natural logarithm) they must be together.
_REACH = 6
_LIKELIER = 5.0
# In shorter lines, as those of lists, a name may go on in the next.
_SHORTEST_LINE = 12


def parted_lines(document: Document) -> Iterator[tuple[int, int]]:
    """The line ends between two paragraphs that are within a word."""
    text = document.text
    for this, following in pairwise(document.paragraphs):
        end, start = this.end, following.start
        if end - this.start < _SHORTEST_LINE or not is_han(text[end - 1]) or not is_han(text[start]):
            continue
        if MARKER.match(text, start) or document.is_in_cell(this.start) or document.is_in_cell(start):
            continue
        if COLUMNS.search(text, this.start, end) or COLUMNS.search(text, start, following.end):
            continue
        if text.count("\n", end, start) == 1 and parts_word(text, end, start):
            yield end, start


def parts_word(text: str, end: int, start: int) -> bool:
    """Whether what stands before and after a gap is one word: 检查结果作⏎为依据. 工作⏎方案 may be two."""
    before, after = _before(text, end), _after(text, start)
    if not before or not after:
        return False
    joined = cut(before + after)
    at, word = joined.word_at(len(before))
    if at == len(before) or joined.score - cut(before).score - cut(after).score < _LIKELIER:
        return False
    halves = word[: len(before) - at], word[len(before) - at :]
    return not all(len(half) > 1 and is_word(half) for half in halves)


def _before(text: str, end: int) -> str:
    """The Chinese characters before a place, a few of them."""
    start = end
    while start > max(0, end - _REACH) and is_han(text[start - 1]):
        start -= 1
    return text[start:end]


def _after(text: str, start: int) -> str:
    end = start
    while end < min(len(text), start + _REACH) and is_han(text[end]):
        end += 1
    return text[start:end]
