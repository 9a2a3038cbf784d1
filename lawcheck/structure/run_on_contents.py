"""Tables of contents in a text whose line breaks were lost: 目录1 总则1.1 目的2 职责1 总则1.1 目的为规范….

What is listed stands in one piece without a sentence, and the first entry stands once more directly behind the last.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from lawcheck.structure.contents import MOST_TABLES
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

_WORD = Pattern(r"目[ \u3000]*[录次][ \u3000]*[:：]?[ \u3000]*(?=[^\s的中内外所，。、》”）)])", first="目")
_SENTENCE = Pattern(f"[{SENTENCE_ENDS}\n]")
_FEWEST = 3
_LONGEST_ENTRY = 45
_LONGEST = 4000


def run_on_contents(text: str, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The tables that stand inside a line: from the word 目录 to where the text begins; `found` may be ordinals."""
    starts = [ordinal.start for ordinal in found]
    for word in islice(_WORD.finditer(text), MOST_TABLES):
        first = bisect_left(starts, word.end())
        listed = starts[first : first + _FEWEST]
        if len(listed) < _FEWEST or listed[0] != word.end() or listed[1] - listed[0] > _LONGEST_ENTRY:
            continue
        sentence = _SENTENCE.search(text, listed[0], listed[0] + _LONGEST)
        stop = sentence.start() if sentence else min(len(text), listed[0] + _LONGEST)
        again = text.find(text[listed[0] : listed[1]], listed[-1], stop)
        if again > 0:
            yield word.start(), again
