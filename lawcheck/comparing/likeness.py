"""How like two passages are, and which ones are worth comparing: bounded for any text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest, nsmallest
from zlib import crc32

from rapidfuzz.distance import LCSseq

from lawcheck.comparing.passages import Passage

# So much of a passage is compared.
LONGEST = 4_000
# A shorter text that lies in a longer one as a whole counts for so much, if it is not too short to say anything.
_CONTAINED = 0.75
_SHORTEST_CONTAINED = 20
_GRAM, _SHORT_GRAM = 3, 2
# Texts up to this length are also known by pairs of characters.
_SHORT = 30
# A text is known by so many of its runs of characters; those in more texts than this say nothing.
_MOST_GRAMS = 64
_MOST_TEXTS = 24
_MOST_CANDIDATES = 6


def likeness(old: Passage, new: Passage) -> float:
    """0 for texts with nothing in common, 1 for the same text."""
    first, second = old.key[:LONGEST], new.key[:LONGEST]
    common = LCSseq.similarity(first, second)
    shorter = min(len(first), len(second))
    ratio = 2 * common / (len(first) + len(second))
    return max(ratio, _CONTAINED * common / shorter) if shorter >= _SHORTEST_CONTAINED else ratio


def candidates(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Pairs that share unusual runs of characters: for each passage a few of those that share most."""
    index: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in old:
        for gram in grams(passage.key):
            index[gram].append(passage)
    places = {passage.index: passage for passage in old}
    chosen: dict[tuple[int, int], tuple[Passage, Passage]] = {}
    by_old: defaultdict[int, list[tuple[int, Passage]]] = defaultdict(list)
    for passage in new:
        votes = Counter(o.index for gram in grams(passage.key) for o in _few(index.get(gram, ())))
        for place, count in votes.items():
            by_old[place].append((count, passage))
        chosen |= {(place, passage.index): (places[place], passage) for place in _most(votes)}
    for place, counted in by_old.items():
        for _, passage in nlargest(_MOST_CANDIDATES, counted, key=lambda c: (c[0], -c[1].index)):
            chosen[place, passage.index] = (places[place], passage)
    yield from chosen.values()


def grams(text: str) -> set[str]:
    """Runs of characters that a text is known by, the same ones of it wherever they are found."""
    sizes = (_GRAM, _SHORT_GRAM) if len(text) <= _SHORT else (_GRAM,)
    found = {text[at : at + size] for size in sizes for at in range(len(text) - size + 1)}
    if len(found) <= _MOST_GRAMS:
        return found
    return set(nsmallest(_MOST_GRAMS, found, key=lambda gram: (crc32(gram.encode("utf-8", "surrogatepass")), gram)))


def _few(passages: Sequence[Passage]) -> Sequence[Passage]:
    return passages if len(passages) <= _MOST_TEXTS else ()


def _most(votes: Counter[int]) -> list[int]:
    return nlargest(_MOST_CANDIDATES, votes, key=lambda place: (votes[place], -place))
