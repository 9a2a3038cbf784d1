"""Finds many terms at once."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# The matcher keeps eight bytes for each byte of what it searches, so a long text is searched in pieces.
_PIECE = 100_000
_ENDS = "\n。"
# A compact automaton serves until so many characters have been searched, then for so few terms the fastest one, which
# takes longer to build, and memory.
_MUCH = 300_000
_FEW = 1000


class Terms:
    """A fixed set of terms. Of two that overlap the first and longer one is found, or both with `overlapping`."""

    def __init__(self, terms: Iterable[str], overlapping: bool = False) -> None:
        self._terms = list(terms)
        self._overlapping = overlapping
        self._searched = 0
        self._matcher = self._built(Implementation.ContiguousNFA)

    def _built(self, implementation: Implementation) -> AhoCorasick:
        kind = MatchKind.Standard if self._overlapping else MatchKind.LeftmostLongest
        return AhoCorasick(self._terms, matchkind=kind, implementation=implementation)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The index of each term that occurs, with the start and end of its place, in the order of the text.

        A term does not reach over the end of a sentence or line.
        """
        before, self._searched = self._searched, self._searched + len(text)
        if before <= _MUCH < self._searched and len(self._terms) <= _FEW:
            self._matcher = self._built(Implementation.DFA)
        for start, end in _pieces(text):
            piece = text[start:end] if end - start < len(text) else text
            found = self._matcher.find_matches_as_indexes(piece, overlapping=self._overlapping)
            if start == 0:
                yield from found
            else:
                yield from ((index, start + first, start + last) for index, first, last in found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > _PIECE:
        end = max(text.rfind(sign, start, start + _PIECE) for sign in _ENDS) + 1
        if end <= start:
            end = start + _PIECE
        yield start, end
        start = end
    yield start, len(text)
