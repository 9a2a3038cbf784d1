"""How likely a stretch of Chinese is, by which characters follow which two others in official texts.

The second of two models, beside the one of words (`likelihood`): they err in different places, so what both call
wrong is wrong.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import inf, log

from lawcheck.reading.language import character_counts, pair_count, triple_count
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
# Another character changes how likely it is itself, and the two behind it.
_BEHIND = 2
# The parts of a sum are never above zero, but for what is lost in reckoning.
_ALMOST = 1e-6
_REMEMBERED = 1 << 16


def _behind(alone: float, one: float, with_one: float, two: float, with_two: float) -> float:
    """The natural logarithm of the probability of a character that is seen so often.

    Of the one before it, and of the two before it, how often they are seen and how often with it behind.
    """
    share = _BEGINNING * (alone + 0.5) / (_ALL + _OTHERS)
    if one:
        weight = one / (one + _TRUSTED_ONE)
        seen = (with_one - _TAKEN) / one if with_one else 0.0
        share = weight * seen + (1 - weight * _KEPT) * share
    if two:
        weight = two / (two + _TRUSTED_TWO)
        seen = (with_two - _TAKEN) / two if with_two else 0.0
        share = weight * seen + (1 - weight * _KEPT) * share
    return log(share + _LEAST)


@lru_cache(_REMEMBERED)
def _of_last(run: str) -> float:
    """The same of the last one of one to three characters, behind those before it."""
    counts = character_counts()
    character, last = run[-1], run[-2:-1]
    two = pair_count(run[0], last) if len(run) > _BEHIND else 0.0
    three = triple_count(run) if two else 0.0
    return _behind(counts.get(character, 0.0), counts.get(last, 0.0), pair_count(last, character), two, three)


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
    counts = character_counts()
    before, after = stretch[max(0, place - _BEHIND) : place], stretch[place + 1 : place + 1 + _BEHIND]
    last, following, second = before[-1:], after[:1], after[1:]
    last_alone, following_alone, second_alone = (counts.get(one, 0.0) for one in (last, following, second))
    two_before = pair_count(before[0], last) if len(before) == _BEHIND else 0.0
    two_after = pair_count(following, second) if second else 0.0
    floor = least - _ALMOST
    for other in others:
        alone, behind_last = counts.get(other, 0.0), pair_count(last, other)
        three = triple_count(before + other) if two_before else 0.0
        score = _behind(alone, last_alone, behind_last, two_before, three)
        if following and score >= floor:
            in_front = pair_count(other, following)
            three = triple_count(last + other + following) if behind_last else 0.0
            score += _behind(following_alone, alone, in_front, behind_last, three)
            if second and score >= floor:
                three = triple_count(other + after) if in_front else 0.0
                score += _behind(second_alone, following_alone, two_after, in_front, three)
        if score >= least:
            yield score, other


def han_around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """The Chinese characters without a break before `start` and from `end` on, at most `reach` of each."""
    first, last = start, end
    while first and start - first < reach and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < reach and is_han(text[last]):
        last += 1
    return text[first:start], text[end:last]
