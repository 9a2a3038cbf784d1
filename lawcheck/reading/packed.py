"""Tables in one string: they load at once, and only what is asked for is cut out.

A dictionary of ten thousand strings takes as long to load as a page to check, and a page asks for some hundreds.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate, count
from typing import NamedTuple

# A place or a number, as bytes.
_NUMBER = "I"
# To part all words takes as long as to part those of so many characters one by one.
_MANY = 500


class Packed(NamedTuple):
    """Strings by single characters, of the built-in types that are kept between runs.

    The string of each of the `keys` begins where `starts` says, which is an array as bytes.
    """

    keys: str
    starts: bytes
    joined: str


def packed(table: Mapping[str, str]) -> Packed:
    """A table of strings by single characters in one string."""
    starts = array(_NUMBER, accumulate(map(len, table.values()), initial=0))
    return Packed("".join(table), starts.tobytes(), "".join(table.values()))


class Strings(dict[str, str]):
    """The strings of a packed table, cut out when they are first asked for; other characters have the empty one."""

    def __init__(self, keys: str, starts: bytes, joined: str) -> None:
        super().__init__()
        self._keys, self._joined = keys, joined
        self._starts = array(_NUMBER, starts)

    def __missing__(self, key: str) -> str:
        place = self._keys.find(key) if len(key) == 1 else -1
        found = self._joined[self._starts[place] : self._starts[place + 1]] if place >= 0 else ""
        self[key] = found
        return found


class PackedWords(NamedTuple):
    """Words in order by their first characters: where those of each of the `keys` begin in `joined`, and the number of
    the first one."""

    keys: str
    starts: bytes
    numbers: bytes
    joined: str


def packed_words(words: Iterable[str]) -> PackedWords:
    """Sorted words in one string, with a space behind each."""
    starts: dict[str, int] = {}
    numbers = array(_NUMBER)
    size = 0
    listed = list(words)
    for number, word in enumerate(listed):
        if word[0] not in starts:
            starts[word[0]] = size
            numbers.append(number)
        size += len(word) + 1
    places = array(_NUMBER, [*starts.values(), size])
    return PackedWords("".join(starts), places.tobytes(), numbers.tobytes(), "".join(f"{word} " for word in listed))


class Numbers:
    """The numbers of packed words.

    Those that begin alike are parted when one of them is first asked for, and all when many have been: `get` is then
    that of a dictionary.
    """

    def __init__(self, keys: str, starts: bytes, numbers: bytes, joined: str) -> None:
        self._first_numbers = dict(zip(keys, array(_NUMBER, numbers), strict=True))
        self._joined, self._words = joined, Strings(keys, starts, joined)
        self._numbers: dict[str, int] = {}
        self._parted: set[str] = set()
        self.get: Callable[[str, int], int] = self._get

    def _get(self, word: str, default: int) -> int:
        if word[:1] not in self._parted:
            self._part(word[:1])
        return self._numbers.get(word, default)

    def _part(self, first: str) -> None:
        self._parted.add(first)
        self._numbers.update(zip(self.beginning_with(first), count(self._first_numbers.get(first, 0))))
        if len(self._parted) > _MANY:
            self._numbers.update(zip(self._joined.split(), count()))
            self.get = self._numbers.get

    def beginning_with(self, first: str) -> list[str]:
        """The words that begin with a character."""
        return self._words[first].split()
