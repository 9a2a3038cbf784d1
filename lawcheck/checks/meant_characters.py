"""Which characters may have been meant where another one stands between two neighbours."""

from functools import cache, lru_cache
from typing import NamedTuple

from lawcheck.checks.alike import blurred_alikes, blurred_to, homophones, look_alikes, sounds_of
from lawcheck.checks.likelihood import is_word
from lawcheck.reading.language import first_halves, followers, is_attested, run_level, second_halves, word_level
from lawcheck.text.vocabulary.han import is_han

_REMEMBERED = 1 << 15
# How often (natural logarithm) the word that was meant stands in official texts at least: where they have its character
# beside both neighbours, where it is one that bad print makes of the other, and where they have it beside one only.
_USUAL, _LISTED, _VERY_USUAL = 4.0, 1.0, 5.0
_NONE: frozenset[str] = frozenset()


class Meant(NamedTuple):
    """Another character, the usual word that it makes with a neighbour, and whether that is the one before it."""

    character: str
    word: str
    behind: bool


def is_unknown(pair: str, most: float = 0.0) -> bool:
    """Whether official texts have two characters side by side more seldom than `most` (natural logarithm), or never."""
    if not (is_han(pair[0]) and is_han(pair[1])):
        return False
    return pair[1] not in followers().get(pair[0], "") or (most > 0 and run_level(pair) < most)


@lru_cache(_REMEMBERED)
def meant(before: str, found: str, after: str, scanned: bool) -> tuple[Meant, ...]:
    """What may stand between two characters instead: what sounds or looks alike and makes a usual word with one.

    In a scan it is any character at all where this one stands beside an unknown neighbour.
    """
    alike = _any_alike(found)
    blurred = blurred_others(found) if scanned else _NONE
    seconds, firsts = second_halves(before), first_halves(after)
    anything = scanned and ((before and is_unknown(before + found)) or (after and is_unknown(found + after)))
    wanted = blurred if scanned else alike
    made = []
    for other in (seconds | firsts) - {found} if anything else (seconds & wanted) | (firsts & wanted):
        follows = before != "" and is_attested(before + other)
        leads = after != "" and is_attested(other + after)
        both = follows == (before != "") and leads == (after != "")
        if not both and other not in alike:
            continue
        listed = other in blurred or are_twice_alike(found, other)
        least = (_LISTED if listed else _USUAL) if both else _VERY_USUAL
        first = word_level(before + other) if follows else -1.0
        second = word_level(other + after) if leads else -1.0
        if max(first, second) >= least:
            made.append(Meant(other, before + other if first >= second else other + after, first >= second))
    return tuple(made)


@cache
def _alike(character: str) -> frozenset[str]:
    """Those that sound or look like a character."""
    return frozenset(homophones(character) + look_alikes().get(character, "")) - {character}


@cache
def _any_alike(character: str) -> frozenset[str]:
    return _alike(character) | blurred_others(character)


@cache
def blurred_others(character: str) -> frozenset[str]:
    """The characters that bad print may make this one of."""
    return frozenset(blurred_alikes(character) + blurred_to(character) + look_alikes().get(character, ""))


@lru_cache(_REMEMBERED)
def are_twice_alike(one: str, other: str) -> bool:
    """Whether two characters sound the same and look alike."""
    return not sounds_of(one).isdisjoint(sounds_of(other)) and other in blurred_others(one)


def possible_others(before: str, found: str, after: str) -> frozenset[str]:
    """What a scan may have had: characters that look or sound alike, and those that make a word with a neighbour."""
    others = _any_alike(found)
    if before:
        others |= {c for c in _behind(before) if not after or c in _before(after)}
    if after:
        others |= {c for c in _in_front(after) if not before or c in followers().get(before, "")}
    return others - {found}


@cache
def _leaders() -> dict[str, frozenset[str]]:
    """For each character those that it follows in official texts."""
    table: dict[str, set[str]] = {}
    for head, following in followers().items():
        for character in following:
            table.setdefault(character, set()).add(head)
    return {character: frozenset(heads) for character, heads in table.items()}


def _before(character: str) -> frozenset[str]:
    return _leaders().get(character, _NONE)


@cache
def _behind(character: str) -> frozenset[str]:
    """The last characters of words that begin with this one."""
    return frozenset(other for other in followers().get(character, "") if is_word(character + other))


@cache
def _in_front(character: str) -> frozenset[str]:
    """The first characters of words that end with this one."""
    return frozenset(other for other in _before(character) if is_word(other + character))
