"""Which characters may have been meant where another one stands between two neighbours."""

from functools import cache, lru_cache
from typing import NamedTuple

from lawcheck.checks.alike import blurred_alikes, blurred_to, easily_taken, homophones, look_alikes, sounds_of
from lawcheck.checks.likelihood import is_word
from lawcheck.reading.known_words import first_halves, second_halves, word_level
from lawcheck.reading.language import followers, run_level
from lawcheck.text.vocabulary.han import is_han

_REMEMBERED = 1 << 15
# How often (natural logarithm) the word that was meant stands in official texts at least: where they have its character
# beside both neighbours, where it is one that bad print makes of the other or that is easily taken for it, and where
# they have it beside one only.
_USUAL, _LISTED, _VERY_USUAL = 4.0, 1.0, 5.0


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


def meant(before: str, found: str, after: str, scanned: bool) -> tuple[Meant, ...]:
    """What may stand between two characters instead: what sounds or looks alike and makes a usual word with one.

    In a scan it is any character at all where this one stands beside an unknown neighbour.
    """
    behind, leading = _meant_behind(before, found, scanned), _meant_before(found, after, scanned)
    if scanned and ((before and is_unknown(before + found)) or (after and is_unknown(found + after))):
        behind, leading = _levels_behind(before, second_halves(before)), _levels_before(first_halves(after), after)
    if not (behind or leading):
        return ()
    alike, told = _any_alike(found), blurred_others(found) if scanned else _told(found)
    made = []
    known = followers()
    for other in {**behind, **leading}:
        if other == found:
            continue
        first, second = behind.get(other, -1.0), leading.get(other, -1.0)
        follows = first >= 0 or other in known.get(before, "")
        leads = second >= 0 or (after != "" and after in known.get(other, ""))
        both = follows == (before != "") and leads == (after != "")
        if not both and other not in alike:
            continue
        usual = max(first, second)
        if usual < (_LISTED if both else _VERY_USUAL):
            continue
        if usual >= _USUAL or other in told or are_twice_alike(found, other):
            made.append(Meant(other, before + other if first >= second else other + after, first >= second))
    return tuple(made)


def _meant_behind(before: str, found: str, scanned: bool) -> dict[str, float]:
    """The characters that make a word behind another one and may be meant by this one, with how usual the words are."""
    seconds = second_halves(before)
    if scanned:
        return _levels_behind(before, seconds & blurred_others(found))
    others = seconds & _any_alike(found)
    return _usual_or_told(_levels_behind(before, others), found) if others else {}


def _meant_before(found: str, after: str, scanned: bool) -> dict[str, float]:
    """The same of those that make one before another character."""
    firsts = first_halves(after)
    if scanned:
        return _levels_before(firsts & blurred_others(found), after)
    others = firsts & _any_alike(found)
    return _usual_or_told(_levels_before(others, after), found) if others else {}


def _usual_or_told(levels: dict[str, float], found: str) -> dict[str, float]:
    """Those that make a usual word, or are told by how they look."""
    return {other: level for other, level in levels.items() if level >= _USUAL or other in _told(found)}


def _levels_behind(before: str, others: frozenset[str]) -> dict[str, float]:
    """How usual the words are that characters make behind another one, of those that follow it at all."""
    behind = followers().get(before, "")
    return {other: word_level(before + other) for other in others if other in behind}


def _levels_before(others: frozenset[str], after: str) -> dict[str, float]:
    """The same of those that make one before another character."""
    known = followers()
    return {other: word_level(other + after) for other in others if after in known.get(other, "")}


@cache
def _alike(character: str) -> frozenset[str]:
    """Those that sound or look like a character."""
    return frozenset(homophones(character) + look_alikes(character)) - {character}


@cache
def _any_alike(character: str) -> frozenset[str]:
    return _alike(character) | blurred_others(character) | easily_taken_others(character)


@cache
def _told(character: str) -> frozenset[str]:
    """Those that are easily taken for a character, or sound the same and look alike: they need make no usual word."""
    alike = blurred_others(character).intersection(homophones(character))
    twice = (other for other in alike if are_twice_alike(character, other))
    return easily_taken_others(character).union(twice)


@cache
def easily_taken_others(character: str) -> frozenset[str]:
    """The characters that this one is easily taken for by its shape, in any text."""
    return frozenset(easily_taken(character)) - {character}


@cache
def blurred_others(character: str) -> frozenset[str]:
    """The characters that bad print may make this one of."""
    return frozenset(blurred_alikes(character) + blurred_to(character) + look_alikes(character))


@cache
def only_blurred_others(character: str) -> frozenset[str]:
    """Of these those that do not sound like it."""
    return blurred_others(character).difference(homophones(character))


@lru_cache(_REMEMBERED)
def are_twice_alike(one: str, other: str) -> bool:
    """Whether two characters sound the same and look alike."""
    return not sounds_of(one).isdisjoint(sounds_of(other)) and other in blurred_others(one)


def possible_others(before: str, found: str, after: str) -> frozenset[str]:
    """What a scan may have had: characters that look or sound alike, and those that make a word with a neighbour."""
    others = followers().get(before, "") if before else _leaders(after)
    if before and after:
        others = "".join(other for other in others if after in followers().get(other, ""))
    made = (c for c in others if (before and is_word(before + c)) or (after and is_word(c + after)))
    return _any_alike(found).union(made) - {found}


@cache
def _leaders(character: str) -> str:
    """The characters that this one follows in official texts."""
    return "".join(head for head, following in followers().items() if character in following) if character else ""
