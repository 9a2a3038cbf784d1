"""Regular expressions that cost nothing until a text calls for them."""

import re
from collections.abc import Iterator
from sys import maxsize


class Pattern:
    """A regular expression that is compiled when it is first used; what it is given is checked by the tests, not here.

    Where `needs` names words of which every match holds at least one, a text without any of them is not searched:
    to look for a word is a hundred times faster than to try a pattern at every place.
    """

    __slots__ = ("_compiled", "_flags", "_needs", "pattern")

    def __init__(self, pattern: str, flags: int = 0, needs: tuple[str, ...] = ()) -> None:
        self.pattern = pattern
        self._flags = flags
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, for inner loops."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether the text holds a word that every match needs."""
        return not self._needs or any(word in text for word in self._needs)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every match, as `re.Pattern.finditer`."""
        return (self._compiled or self.compiled).finditer(text, start, end) if self.may_match(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search`."""
        return (self._compiled or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match at `start`, as `re.Pattern.match`."""
        return (self._compiled or self.compiled).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match of the whole stretch, as `re.Pattern.fullmatch`."""
        return (self._compiled or self.compiled).fullmatch(text, start, end)
