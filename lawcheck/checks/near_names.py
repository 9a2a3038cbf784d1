"""Finds fixed names that stand in a text except for one damage: a character replaced, lost, added, or two swapped;
of a long one a word of two characters may be lost.

One half of a name is whole when a single character is damaged, so the halves are looked for, all at once. What stands
beside a half is then held against the other one. Where two neighbours across the middle have changed places, both
halves are damaged: these forms are looked for as they are.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.han import is_han

_SHORTEST = 4
# Of names of so many characters a word of two may be lost.
_LONG = 13


class Damage(Enum):
    """What happened to a name."""

    REPLACED = "replaced"
    LOST = "lost"
    ADDED = "added"
    SWAPPED = "swapped"


class NearName(NamedTuple):
    """A damaged name: its span in the text, the place of the damage there and the same place in the name."""

    start: int
    end: int
    name: str
    damage: Damage
    at: int
    place: int


class _Half(NamedTuple):
    """One half of a name; `rest` is the other one, which stands behind it, or before it."""

    name: str
    rest: str
    behind: bool


def possible_names(names: Iterable[str], text: str) -> list[str]:
    """The names that may stand damaged in a short text: it takes less than to make ready for a search for all."""
    held = set(text)
    found = []
    for name in names:
        middle = len(name) // 2
        begins = name[0] in held and (name[:middle] in text or _swapped(name) in text)
        if len(name) >= _SHORTEST and (begins or (name[middle] in held and name[middle:] in text)):
            found.append(name)
    return found


def _swapped(name: str) -> str:
    middle = len(name) // 2
    return name[: middle - 1] + name[middle : middle + 1] + name[middle - 1 : middle] + name[middle + 1 :]


class NearNames:
    """A fixed set of names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._swapped: dict[str, tuple[str, int]] = {}
        halves: dict[str, list[_Half]] = {}
        for name in names:
            if len(name) < _SHORTEST:
                continue
            middle = len(name) // 2
            halves.setdefault(name[:middle], []).append(_Half(name, name[middle:], True))
            halves.setdefault(name[middle:], []).append(_Half(name, name[:middle], False))
            if (swapped := _swapped(name)) != name:
                self._swapped[swapped] = (name, middle - 1)
        self._halves = [_by_characters(found) for found in halves.values()]
        self._terms = Terms([*halves, *self._swapped], overlapping=True)
        self._middles = list(self._swapped.values())

    def find(self, text: str) -> tuple[list[NearName], list[tuple[int, int]]]:
        """Every damaged name, and the spans of the whole ones."""
        found: dict[tuple[int, int, str], NearName] = {}
        whole: list[tuple[int, int]] = []
        count = len(self._halves)
        for index, start, end in self._terms.find(text):
            if index >= count:
                name, place = self._middles[index - count]
                found[start, end, name] = NearName(start, end, name, Damage.SWAPPED, start + place, place)
                continue
            behind, before = self._halves[index]
            # Most halves stand beside nothing of the other one.
            first = behind.get(text[end : end + 1], ()) if behind else ()
            second = behind.get(text[end + 1 : end + 2], ()) if behind else ()
            for half in _together(first, second) if first or second else ():
                if text.startswith(half.rest, end):
                    last = end + len(half.rest)
                    whole.append((start, last))
                    if start and text[start - 1] == half.name[0]:
                        found[start - 1, last, half.name] = NearName(
                            start - 1, last, half.name, Damage.ADDED, start - 1, 0
                        )
                    if text[last : last + 1] == half.name[-1]:
                        place = len(half.name) - 1
                        found[start, last + 1, half.name] = NearName(
                            start, last + 1, half.name, Damage.ADDED, last, place
                        )
                elif near := _behind(text, start, end, half):
                    found[near.start, near.end, near.name] = near
            if before and start:
                first = before.get(text[start - 1], ())
                second = before.get(text[start - 2], ()) if start > 1 else ()
                for half in _together(first, second) if first or second else ():
                    if not text.endswith(half.rest, 0, start) and (near := _before(text, start, end, half)):
                        found[near.start, near.end, near.name] = near
        return list(found.values()), whole


_Fitting = dict[str, tuple[_Half, ...]]


def _by_characters(halves: list[_Half]) -> tuple[_Fitting, _Fitting]:
    """The halves by the two characters of the rest that are nearest: one of them at least stands near a damage."""
    behind: dict[str, dict[_Half, None]] = {}
    before: dict[str, dict[_Half, None]] = {}
    for half in halves:
        nearest = half.rest[:2] if half.behind else half.rest[-2:]
        for character in nearest:
            (behind if half.behind else before).setdefault(character, {})[half] = None
    return {c: tuple(h) for c, h in behind.items()}, {c: tuple(h) for c, h in before.items()}


def _together(first: tuple[_Half, ...], second: tuple[_Half, ...]) -> Iterable[_Half]:
    if not (first and second):
        return first or second
    return (*first, *(half for half in second if half not in first))


def _behind(text: str, start: int, end: int, half: _Half) -> NearName | None:
    """The damage of the rest behind a whole half, if it is a single one."""
    rest = half.rest
    at = _agreeing(text[end : end + len(rest)], rest)
    place = end + at
    offset = len(half.name) - len(rest)
    wrong = text[place : place + 1]
    if text[place : place + 2] == rest[at + 1 : at + 2] + rest[at] and text.startswith(rest[at + 2 :], place + 2):
        return NearName(start, end + len(rest), half.name, Damage.SWAPPED, place, offset + at)
    if is_han(wrong) and text.startswith(rest[at:], place + 1):
        return NearName(start, end + len(rest) + 1, half.name, Damage.ADDED, place, offset + at)
    last = at == len(rest) - 1
    if is_han(wrong) and not last and text.startswith(rest[at + 1 :], place + 1):
        return NearName(start, end + len(rest), half.name, Damage.REPLACED, place, offset + at)
    if text.startswith(rest[at + 1 :], place):
        return NearName(start, end + len(rest) - 1, half.name, Damage.LOST, place, offset + at)
    if len(half.name) >= _LONG and at + 2 < len(rest) and text.startswith(rest[at + 2 :], place):
        return NearName(start, end + len(rest) - 2, half.name, Damage.LOST, place, offset + at)
    return None


def _before(text: str, start: int, end: int, half: _Half) -> NearName | None:
    """The damage of the rest before a whole half, if it is a single one."""
    rest = half.rest
    size = len(rest)
    seen = text[max(0, start - size) : start]
    agreeing = _agreeing(seen[::-1], rest[::-1])
    at = size - agreeing - 1
    place = start - agreeing - 1
    wrong = text[place] if place >= 0 else ""
    swapped = at > 0 and place > 0 and text[place - 1 : place + 1] == rest[at] + rest[at - 1]
    if swapped and text.endswith(rest[: at - 1], 0, place - 1):
        return NearName(start - size, end, half.name, Damage.SWAPPED, place - 1, at - 1)
    if is_han(wrong) and text.endswith(rest[: at + 1], 0, place):
        return NearName(start - size - 1, end, half.name, Damage.ADDED, place, at + 1)
    if is_han(wrong) and at > 0 and text.endswith(rest[:at], 0, place):
        return NearName(start - size, end, half.name, Damage.REPLACED, place, at)
    if text.endswith(rest[:at], 0, place + 1):
        return NearName(start - size + 1, end, half.name, Damage.LOST, place + 1, at)
    if len(half.name) >= _LONG and at > 1 and text.endswith(rest[: at - 1], 0, place + 1):
        return NearName(start - size + 2, end, half.name, Damage.LOST, place + 1, at)
    return None


def _agreeing(seen: str, right: str) -> int:
    count = 0
    for one, other in zip(seen, right, strict=False):
        if one != other:
            break
        count += 1
    return count
