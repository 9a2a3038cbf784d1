"""Finds many terms at once."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# The matcher keeps eight bytes for each byte of what it searches, so a long text is searched in pieces.
_PIECE = 100_000
_ENDS = "\n。"
# So many terms are searched for by a full automaton: a third faster, but it takes memory and longer to build.
_FEW = 1000


class Terms:
    """A fixed set of terms. Of two that overlap the first and longer one is found, or both with `overlapping`."""

    def __init__(self, terms: Iterable[str], overlapping: bool = False) -> None:
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        listed = list(terms)
        fast = Implementation.DFA if len(listed) <= _FEW else None
        self._matcher = AhoCorasick(listed, matchkind=kind, implementation=fast)
        self._overlapping = overlapping

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The index of each term that occurs, with the start and end of its place, in the order of the text.

        A term does not reach over the end of a sentence or line.
        """
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
