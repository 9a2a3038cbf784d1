"""Finds many terms at once."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# The matcher keeps eight bytes for each byte of what it searches, so a long text is searched in pieces.
_PIECE = 100_000
_ENDS = "\n。"
# Until so many characters have been searched it takes less to ask for each term than to make an automaton of all. A
# compact one serves until so many, then for so few terms the fastest one, which takes longer to make, and memory.
_LITTLE, _MUCH = 1000, 300_000
_FEW = 1000


class Terms:
    """A fixed set of terms. Of two that overlap the first and longer one is found, or both with `overlapping`."""

    def __init__(self, terms: Iterable[str], overlapping: bool = False) -> None:
        self._terms = list(terms)
        self._overlapping = overlapping
        self._searched = 0
        self._matcher: AhoCorasick | None = None

    def _built(self, terms: list[str], implementation: Implementation = Implementation.ContiguousNFA) -> AhoCorasick:
        kind = MatchKind.Standard if self._overlapping else MatchKind.LeftmostLongest
        return AhoCorasick(terms, matchkind=kind, implementation=implementation)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The index of each term that occurs, with the start and end of its place, in the order of the text.

        A term does not reach over the end of a sentence or line.
        """
        before, self._searched = self._searched, self._searched + len(text)
        if self._searched <= _LITTLE:
            yield from self._find_present(text)
            return
        if before <= _MUCH < self._searched and len(self._terms) <= _FEW:
            self._matcher = self._built(self._terms, Implementation.DFA)
        matcher = self._matcher = self._matcher or self._built(self._terms)
        for start, end in _pieces(text):
            piece = text[start:end] if end - start < len(text) else text
            found = matcher.find_matches_as_indexes(piece, overlapping=self._overlapping)
            if start == 0:
                yield from found
            else:
                yield from ((index, start + first, start + last) for index, first, last in found)

    def _find_present(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The same of a short text: most terms are nowhere in it."""
        held = set(text)
        present = [index for index, term in enumerate(self._terms) if term[0] in held and term in text]
        if present:
            matcher = self._built([self._terms[index] for index in present])
            for index, first, last in matcher.find_matches_as_indexes(text, overlapping=self._overlapping):
                yield present[index], first, last


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > _PIECE:
        end = max(text.rfind(sign, start, start + _PIECE) for sign in _ENDS) + 1
        if end <= start:
            end = start + _PIECE
        yield start, end
        start = end
    yield start, len(text)
