"""Where the characters of a text stand: hundreds of expressions ask for it, so it is looked for once."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

_NONE: Sequence[int] = ()
# An offset as a number of four bytes, for a long text has many.
_OFFSET = "I"
_Places = dict[str, Sequence[int]]
# Of a text so long it is worth while to know where its characters stand.
LONG = 2000


@lru_cache(maxsize=3)
def _where(text: str) -> _Places:
    """The places of each character of a text, and of each word that was asked for."""
    where: defaultdict[str, array[int]] = defaultdict(partial(array, _OFFSET))
    for at, character in enumerate(text):
        where[character].append(at)
    return dict(where)


def places_of(text: str, words: Iterable[str]) -> list[Sequence[int]]:
    """Where each of several words stands in a text, be it one character, in order."""
    where = _where(text)
    get = where.get
    return [_looked_for(text, where, word) if (found := get(word)) is None else found for word in words]


def holds_one_of(text: str, words: Iterable[str]) -> bool:
    """Whether one of these words stands in a text."""
    where = _where(text)
    for word in words:
        found = where.get(word)
        if _looked_for(text, where, word) if found is None else found:
            return True
    return False


def _looked_for(text: str, where: _Places, word: str) -> Sequence[int]:
    """The places of a word that nobody has asked for before."""
    found = where[word] = _together(text, where, word) if len(word) > 1 else _NONE
    return found


def _together(text: str, where: _Places, word: str) -> Sequence[int]:
    """The places of a word, from those of its rarest character."""
    rarest, before = _NONE, 0
    for index, character in enumerate(word):
        places = where.get(character, _NONE)
        if not places:
            return _NONE
        if not rarest or len(places) < len(rarest):
            rarest, before = places, index
    return [at - before for at in rarest if at >= before and text.startswith(word, at - before)]


@lru_cache(maxsize=2)
def characters_of(text: str) -> frozenset[str]:
    """The characters of a text, each once."""
    if len(text) < LONG:
        return frozenset(text)
    return frozenset(word for word in _where(text) if len(word) == 1)


class Held:
    """What some forms of one text hold: hundreds of rules ask each whether one of its words is there."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self._characters = frozenset[str]().union(*map(characters_of, self._texts))

    def has_one_of(self, words: Iterable[str]) -> bool:
        """Whether at least one of these words stands there; most are told by their characters."""
        there = [word for word in words if self._characters.issuperset(word)]
        return bool(there) and any(_holds(text, there) for text in self._texts)


def _holds(text: str, words: Iterable[str]) -> bool:
    return holds_one_of(text, words) if len(text) >= LONG else any(word in text for word in words)
