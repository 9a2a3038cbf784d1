"""Regular expressions that cost nothing until a text calls for them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import repeat
from sys import maxsize
from typing import Protocol

from lawcheck.text import programs
from lawcheck.text.anchors import Anchor, anchors
from lawcheck.text.character_places import LONG, holds_one_of, places_of


class _Matching(Protocol):
    def __call__(self, text: str, start: int = 0, end: int = maxsize, /) -> re.Match[str] | None:
        """The match at a place, or of a whole stretch."""


# A text so short, or a stretch of it, is searched at once.
_SHORT = 500
# By now an expression may have taken as long to search as it takes to look at it for its anchors.
_MUCH = 20_000
# Where fewer than one character in so many is one to begin at, it takes less to look at those places one by one.
_RARE = 30
# So few places are tried at once.
_FEW = 4
# So far before a stretch a word may stand that its first match looks back to.
_LOOK_BACK = 20


class Pattern:
    """A regular expression that is compiled when it is first used; what it is given is checked by the tests, not here.

    To look for a character or a word is a hundred times faster than to try a pattern at every place. So where `needs`
    names words of which every match holds at least one, a text without any of them is not searched; and where `first`
    names the characters that a match can begin with, it is tried only where they stand, if they are few. After much
    searching an expression that names nothing is taken apart for the same (`anchors`).
    """

    __slots__ = (
        "_anchors",
        "_compiled",
        "_flags",
        "_places",
        "_searched",
        "_text",
        "first",
        "fullmatch",
        "match",
        "needs",
        "pattern",
    )

    # As those of `re.Pattern`: when it is compiled, these become its own, which lines are tried with by the hundred.
    match: _Matching
    fullmatch: _Matching

    def __init__(self, pattern: str, flags: int = 0, needs: tuple[str, ...] = (), first: str = "") -> None:
        self.pattern = pattern
        self.needs = needs
        self.first = first
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._anchors: tuple[Anchor, ...] | None = None
        self._searched = 0
        # The text that was searched last, and where matches can begin in it.
        self._text = ""
        self._places: Sequence[int] | None = None
        self.match = self._match
        self.fullmatch = self._fullmatch

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, for inner loops."""
        if self._compiled is None:
            self._compiled = programs.compiled(self.pattern, self._flags)
            self.match, self.fullmatch = self._compiled.match, self._compiled.fullmatch
        return self._compiled

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return self.compiled.groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The numbers of the named groups."""
        return self.compiled.groupindex

    def may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Whether the text holds a word that every match needs."""
        start = max(0, start - _LOOK_BACK)
        for word in self.needs:
            if text.find(word, start, end) >= 0:
                return True
        return not self.needs

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every match, as `re.Pattern.finditer`."""
        whole = len(text)
        if whole >= _SHORT:
            size = (end if end < whole else whole) - start
            if (size >= _SHORT or whole >= LONG) and (starts := self._starts(text, size)) is not None:
                return self._beginning_at(starts, text, start, end) if starts else iter(())
            if size >= _SHORT and self.needs and not self.may_match(text, start, end):
                return iter(())
        # A short text is searched at once, except that an expression is not compiled in vain.
        if not self._compiled and self.needs and not self.may_match(text, start, end):
            return iter(())
        return (self._compiled or self.compiled).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search`."""
        whole = len(text)
        if whole >= _SHORT:
            size = (end if end < whole else whole) - start
            if (size >= _SHORT or whole >= LONG) and (starts := self._starts(text, size)) is not None:
                return next(self._beginning_at(starts, text, start, end), None) if starts else None
        return (self._compiled or self.compiled).search(text, start, end)

    def _starts(self, text: str, size: int) -> Sequence[int] | None:
        """The only places of a text where matches can begin, in order; None where they are not worth looking for.

        They are looked for once: many search one stretch of a text after another.
        """
        if self._text is not text:
            if self._anchors is None:
                self._searched += size
                kept = programs.kept_anchors(self.pattern, self._flags)
                if kept is None and self._searched < _MUCH:
                    return _places(text, self._firsts) if size >= _SHORT and self.first else None
                # What is read off the expression is rarer than the characters that it begins with, or as rare.
                self._anchors = (anchors(self.pattern, self._flags) if kept is None else kept) or self._firsts
            self._text = text
            self._places = self._found_places(text, self._anchors)
        return self._places

    def _found_places(self, text: str, anchors: tuple[Anchor, ...]) -> Sequence[int] | None:
        # What are fewer words is looked for first: it may tell that there is no match.
        needs_first = len(self.needs) <= len(anchors) or not anchors
        if self.needs and needs_first and not self._is_needed_in(text):
            return []
        places = _places(text, anchors) if anchors else None
        if self.needs and not needs_first and (places is None or len(places) > _FEW) and not self._is_needed_in(text):
            return []
        return places

    def _is_needed_in(self, text: str) -> bool:
        """Whether a text holds a word that every match needs; where the words stand in a long one is known."""
        if len(text) < LONG:
            return self.may_match(text)
        return holds_one_of(text, self.needs)

    @property
    def _firsts(self) -> tuple[Anchor, ...]:
        return tuple((each, (0, 0, "", 0)) for each in self.first)

    def _beginning_at(self, starts: Sequence[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        if start or end < len(text):
            starts = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        tried = map((self._compiled or self.compiled).match, repeat(text), starts, repeat(end))
        for match in filter(None, tried):
            if match.start() >= start:
                start = match.end()
                yield match

    def _match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)

    def _fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, start, end)


def _places(text: str, held: Collection[Anchor]) -> Sequence[int] | None:
    """Where a match can begin that holds one of these, in order; None where that is too often to be worth it."""
    words = [word for word, _ in held]
    every = places_of(text, words) if len(text) >= LONG else [_looked_for(text, word) for word in words]
    most = len(text) // _RARE
    found: list[int] = []
    parts = 0
    for (word, (least, farthest, loose, behind)), places in zip(held, every, strict=True):
        if not word:
            places = (least,)
        if not places:
            continue
        if len(found) + len(places) * (1 if loose else farthest - least + 1) > most:
            return None
        parts += 1 if least == farthest else 2
        if loose:
            for at in places:
                found += _beginnings(text, at, least, farthest - least, loose, behind)
            continue
        for distance in range(least, farthest + 1):
            found += [at - distance for at in places] if distance else places
    if len(found) > most:
        return None
    if parts > 1:
        found = sorted(set(found))
    # A character that a match looks forward to may stand nearer to the beginning of the text than it.
    return found if not found or found[0] >= 0 else found[bisect_left(found, 0) :]


def _beginnings(text: str, at: int, least: int, more: int, loose: str, behind: int) -> list[int]:
    """Where a match can begin that holds a word at a place, behind a run of `loose` characters."""
    start, end = at - least, at - behind
    first = end
    while first and end - first < more and text[first - 1] in loose:
        first -= 1
    return list(range(start - (end - first), start + 1))


def _looked_for(text: str, word: str) -> list[int]:
    """Where a word stands in a short text."""
    found: list[int] = []
    if not word:
        return found
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found
