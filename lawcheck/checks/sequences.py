"""How likely a stretch of Chinese is, by which characters follow which two others in official texts.

The second of two models, beside the one of words (`likelihood`): they err in different places, so what both call
wrong is wrong.
"""

from functools import lru_cache
from math import exp, log

from lawcheck.reading.language import followers, run_level
from lawcheck.text.vocabulary.han import is_han

# How many characters the table was counted in, and how many of them the rare ones have that it does not hold.
_ALL, _OTHERS = 29e6, 4000
# What is seen once less often than it was counted is kept for what was never seen.
_TAKEN = 0.75
# So often a character, or two, must be seen to speak for itself about what follows.
_TRUSTED_ONE, _TRUSTED_TWO = 150.0, 15.0
_KEPT = 0.97
# What stands behind a character that it never stands behind is likely another word.
_BEGINNING = 0.5
_LEAST = 1e-12
_REMEMBERED = 1 << 16


def _count(run: str) -> float:
    level = run_level(run)
    return exp(level) if level >= 0 else 0.0


@lru_cache(_REMEMBERED)
def _behind_one(before: str, character: str) -> float:
    share = _BEGINNING * (_count(character) + 0.5) / (_ALL + _OTHERS)
    often = _count(before) if before else 0.0
    if not often:
        return share
    weight = often / (often + _TRUSTED_ONE)
    seen = max(_count(before + character) - _TAKEN, 0.0) / often
    return weight * seen + (1 - weight * _KEPT) * share


@lru_cache(_REMEMBERED)
def _behind_two(before: str, character: str) -> float:
    one = _behind_one(before[-1:], character)
    often = _count(before) if len(before) > 1 and before[1] in followers().get(before[0], "") else 0.0
    if often:
        weight = often / (often + _TRUSTED_TWO)
        seen = max(_count(before + character) - _TAKEN, 0.0) / often
        one = weight * seen + (1 - weight * _KEPT) * one
    return log(one + _LEAST)


def sequence_score(stretch: str, start: int, end: int) -> float:
    """The natural logarithm of the probability of the characters from `start` to `end`, behind those before."""
    return sum([_behind_two(stretch[max(0, at - 2) : at], stretch[at]) for at in range(start, min(end, len(stretch)))])


def han_around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """The Chinese characters without a break before `start` and from `end` on, at most `reach` of each."""
    first, last = start, end
    while first and start - first < reach and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < reach and is_han(text[last]):
        last += 1
    return text[first:start], text[end:last]
