"""How likely a stretch of Chinese is, by words and by which words follow each other in official texts."""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log
from operator import itemgetter
from typing import NamedTuple

from lawcheck.checks.lexicon import commonness, is_listed
from lawcheck.reading.known_words import Company, company_of, is_official_word, is_rare_word, numbers_of_words

_LONGEST = 6
# Longer words are in one of the tables only.
_LONGEST_USUAL = 4
# Ways to cut what comes before that are followed up at each place.
_WAYS = 6
_REMEMBERED = 1 << 17
# So long are stretches whose beginnings are remembered, and so many of these.
_SHORT, _BEGINNINGS = 24, 1 << 13
_so_far = itemgetter(0)
# How many words the two tables were counted in.
_GENERAL = 60e6
_OFFICIAL = 13.7e6
ALL_OFFICIAL = log(_OFFICIAL)
# Of characters that are words by themselves official writing has few; the general table has them lowered already.
_ALONE = 0.3
_RARE = exp(3) / _GENERAL
_LEAST = 1e-9
# A word that was seen so often speaks for itself about what follows it.
_TRUSTED = 20
_KEPT = 0.6


class LikeliestWords(NamedTuple):
    """The likeliest words of a stretch, with the natural logarithm of their probability."""

    score: float
    words: tuple[str, ...]

    def word_at(self, at: int) -> tuple[int, str]:
        """The word that covers a place, and where it begins."""
        start = 0
        for word in self.words:
            if start + len(word) > at:
                return start, word
            start += len(word)
        raise IndexError(at)


@lru_cache(_REMEMBERED)
def is_word(run: str) -> bool:
    """Whether a run of characters is a word of any of the tables."""
    if numbers_of_words().get(run, -1) >= 0 or is_listed(run):
        return True
    return len(run) <= _LONGEST_USUAL and is_rare_word(run)


class _Word(NamedTuple):
    """How much of all words are this one, and which words follow it; how much its own company says of what follows it,
    and how much is left to the shares of all words."""

    share: float
    company: Company
    weight: float
    left: float


@lru_cache(_REMEMBERED)
def _word(word: str) -> _Word:
    general, company = commonness(word), company_of(word)
    share = 0.5 * exp(general) / _GENERAL if general >= 0 else 0.0
    weight = 0.0
    if company.level >= 0:
        often = exp(company.level)
        share += 0.5 * often / _OFFICIAL * (_ALONE if len(word) == 1 else 1)
        weight = often / (often + _TRUSTED)
    if not share and len(word) > 1:
        share = 0.5 * _RARE
    return _Word(max(share, _LEAST), company, weight, 1 - _KEPT * weight)


@lru_cache(_REMEMBERED)
def _after(before: str, word: str) -> float:
    """The natural logarithm of the probability of a word behind another one."""
    share, other, _, _ = _word(word)
    _, company, weight, left = _word(before)
    if not (before and weight):
        return log(share)
    pair = company.level_with(other)
    seen = exp(pair - company.level) if pair >= 0 else 0.0
    return log(weight * seen + left * share)


class _Reached(NamedTuple):
    """How a place is reached: by each last word the score so far and the place and word before, and the best ways."""

    ways: dict[str, tuple[float, int, str]]
    leaders: list[tuple[float, str]]


_START = _Reached({"": (0.0, 0, "")}, [(0.0, "")])


def _end_of(run: str, before: Sequence[_Reached], start: int = 0) -> _Reached:
    """How the end of a run is reached from the places before it, of which the first is `start`."""
    ways: dict[str, tuple[float, int, str]] = {}
    leaders = []
    size = len(run)
    for at in range(size - _LONGEST if size > _LONGEST else 0, size):
        word = run[at:]
        if at == size - 1 or (is_word(word) if at >= size - _LONGEST_USUAL else is_official_word(word)):
            reached = before[at].leaders
            if len(reached) == 1:
                so_far, last = reached[0]
                score = so_far + _after(last, word)
            else:
                score, last = max([(so_far + _after(last, word), last) for so_far, last in reached])
            ways[word] = (score, start + at, last)
            leaders.append((score, word))
    return _Reached(ways, sorted(leaders, key=_so_far, reverse=True)[:_WAYS] if len(leaders) > _WAYS else leaders)


@lru_cache(_BEGINNINGS)
def _reached(run: str) -> tuple[_Reached, ...]:
    """How each place of a short run is reached. Many begin alike: what stands at one place is tried after another."""
    if not run:
        return (_START,)
    before = _reached(run[:-1])
    return (*before, _end_of(run, before))


@lru_cache(4096)
def cut(run: str) -> LikeliestWords:
    """The likeliest words of a stretch."""
    reached = list(_reached(run[:_SHORT]))
    for end in range(_SHORT + 1, len(run) + 1):
        reached.append(_end_of(run[end - _LONGEST : end], reached[-_LONGEST:], end - _LONGEST))
    at, word = len(run), max(reached[-1].ways.items(), key=lambda item: item[1][0])[0]
    score = reached[-1].ways[word][0]
    found = []
    while at:
        found.append(word)
        _, at, word = reached[at].ways[word]
    return LikeliestWords(score, tuple(reversed(found)))
