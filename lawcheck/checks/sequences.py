"""How likely a stretch of Chinese is, by which characters follow which two others in official texts.

The second of two models, beside the one of words (`likelihood`): they err in different places, so what both call
wrong is wrong.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import inf, log

from lawcheck.reading.language import character_counts, counts_of_three, pair_count, triple_count
from lawcheck.text.vocabulary.han import han_run

# How many characters the table was counted in, and how many of them the rare ones have that it does not hold.
_ALL, _OTHERS = 31e6, 4000
# What is seen once less often than it was counted is kept for what was never seen.
_TAKEN = 0.75
# So often a character, or two, must be seen to speak for itself about what follows.
_TRUSTED_ONE, _TRUSTED_TWO = 150.0, 15.0
_KEPT = 0.97
# What stands behind a character that it never stands behind is likely another word.
_BEGINNING = 0.5
_LEAST = 1e-12
# Another character changes how likely it is itself, and the two behind it.
_BEHIND = 2
# The parts of a sum are never above zero, but for what is lost in reckoning.
_ALMOST = 1e-6
_REMEMBERED = 1 << 16


def _share(last: str, character: str) -> float:
    """The probability of a character behind another one, that may be missing."""
    counts = character_counts()
    share = _BEGINNING * (counts.get(character, 0.0) + 0.5) / (_ALL + _OTHERS)
    if one := counts.get(last, 0.0):
        with_one = pair_count(last, character)
        weight = one / (one + _TRUSTED_ONE)
        seen = (with_one - _TAKEN) / one if with_one else 0.0
        share = weight * seen + (1 - weight * _KEPT) * share
    return share


def _behind_two(share: float, two: float, with_two: float) -> float:
    """The natural logarithm of the probability of a character that has this share behind the one before it.

    Of the two before it, how often they are seen and how often with it behind.
    """
    if two:
        weight = two / (two + _TRUSTED_TWO)
        seen = (with_two - _TAKEN) / two if with_two else 0.0
        share = weight * seen + (1 - weight * _KEPT) * share
    return log(share + _LEAST)


@lru_cache(_REMEMBERED)
def _of_last(run: str) -> float:
    """The same of the last one of one to three characters, behind those before it."""
    two, three = counts_of_three(run) if len(run) > _BEHIND else (0.0, 0.0)
    return _behind_two(_share(run[-2:-1], run[-1]), two, three)


def sequence_score(stretch: str, start: int, end: int) -> float:
    """The natural logarithm of the probability of the characters from `start` to `end`, behind those before."""
    return sum([_of_last(stretch[max(0, at - _BEHIND) : at + 1]) for at in range(start, min(end, len(stretch)))])


def scores_of_others(
    stretch: str, place: int, others: Iterable[str], least: float = -inf
) -> Iterator[tuple[float, str]]:
    """How likely each of several characters would make a place and the two behind it, if that is at least so likely.

    It is `sequence_score` of each, but what they have in common is looked up once, and none is followed up of which the
    first of the three says enough.
    """
    before, after = stretch[max(0, place - _BEHIND) : place], stretch[place + 1 : place + 1 + _BEHIND]
    last, following, second = before[-1:], after[:1], after[1:]
    two_before = pair_count(before[0], last) if len(before) == _BEHIND else 0.0
    share_of_second = _share(following, second) if second else 0.0
    floor = least - _ALMOST
    for other in others:
        score = _behind_two(_share(last, other), two_before, triple_count(before + other) if two_before else 0.0)
        if following and score >= floor:
            two, three = counts_of_three(last + other + following) if last else (0.0, 0.0)
            score += _behind_two(_share(other, following), two, three)
            if second and score >= floor:
                score += _behind_two(share_of_second, *counts_of_three(other + after))
        if score >= least:
            yield score, other


def han_around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """The Chinese characters without a break before `start` and from `end` on, at most `reach` of each."""
    first, last = han_run(text, start, end, reach)
    return text[first:start], text[end:last]
