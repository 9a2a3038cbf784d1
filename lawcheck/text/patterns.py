"""Regular expressions that cost nothing until a text calls for them."""

import re
from collections.abc import Iterator
from sys import maxsize

from lawcheck.text import programs

# Where fewer than one character in so many is one to begin at, it takes less to look at those places one by one.
_RARE = 80


class Pattern:
    """A regular expression that is compiled when it is first used; what it is given is checked by the tests, not here.

    To look for a character or a word is a hundred times faster than to try a pattern at every place. So where `needs`
    names words of which every match holds at least one, a text without any of them is not searched; and where `first`
    names the characters that a match can begin with, it is tried only where they stand, if they are few.
    """

    __slots__ = ("_compiled", "_flags", "first", "needs", "pattern")

    def __init__(self, pattern: str, flags: int = 0, needs: tuple[str, ...] = (), first: str = "") -> None:
        self.pattern = pattern
        self.needs = needs
        self.first = first
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, for inner loops."""
        if self._compiled is None:
            self._compiled = programs.compiled(self.pattern, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether the text holds a word that every match needs."""
        return not self.needs or any(word in text for word in self.needs)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every match, as `re.Pattern.finditer`."""
        if not self.may_match(text):
            return iter(())
        if self.first and (starts := _places(text, self.first, start, end)) is not None:
            return self._beginning_at(starts, text, end) if starts else iter(())
        return (self._compiled or self.compiled).finditer(text, start, end)

    def _beginning_at(self, starts: list[int], text: str, end: int) -> Iterator[re.Match[str]]:
        match_at = self.compiled.match
        at = 0
        for start in starts:
            if start >= at and (match := match_at(text, start, end)):
                at = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search`."""
        return (self._compiled or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match at `start`, as `re.Pattern.match`."""
        return (self._compiled or self.compiled).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match of the whole stretch, as `re.Pattern.fullmatch`."""
        return (self._compiled or self.compiled).fullmatch(text, start, end)


def _places(text: str, characters: str, start: int, end: int) -> list[int] | None:
    """Where any of these characters stands, in order; None where that is too often to be worth it."""
    end = min(end, len(text))
    most = (end - start) // _RARE
    found: list[int] = []
    for character in characters:
        at = text.find(character, start, end)
        while at >= 0:
            found.append(at)
            if len(found) > most:
                return None
            at = text.find(character, at + 1, end)
    found.sort()
    return found
