"""Where a character stands that does not belong there: 完善社会保秒障体系 for 完善社会保障体系.

It makes no word with either neighbour, and these two stand side by side in official texts. Without it both models of
official language find the text so much likelier that its being shorter is not enough to explain it.
"""

from functools import lru_cache

from lawcheck.checks.coined import is_coined
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.sequences import han_around, sequence_score
from lawcheck.checks.wrong_characters import how_often, unknown_pairs
from lawcheck.reading.known_words import second_halves
from lawcheck.reading.language import followers
from lawcheck.records import dataclass

_REACH, _NEAR = 6, 12
# The characters whose likelihood an extra one touches: itself and two behind it.
_AFFECTED = 2
# How much likelier (natural logarithm) the sequence must become at least.
_LIKELIER = 8.0
# The words tell more than the sequence. From this sum on the place is told, or only doubted; fitted in November 2026 to
# characters put into half a million that the counts do not have: one in ten is told and one in four doubted; of the
# texts as they are one place in a million was told, and one in seventy thousand doubted, most of them of slogans.
_WORTH_OF_SEQUENCE = 0.3
SURE, DOUBTFUL = 38.0, 28.0
# 任重而道远, 取而代之: these join the halves of what is said in four characters.
_LINKS = frozenset("而之以又")


@dataclass(frozen=True, slots=True)
class Extra:
    """The character at `at` should not be there; `word` is what stands without it, `gain` how much speaks for that."""

    at: int
    word: str
    gain: float


@lru_cache(maxsize=2)
def find(text: str) -> tuple[Extra, ...]:
    """Every character that seems to be one too many, in the order of the text."""
    places = unknown_pairs(text, False)
    often = how_often(text, False)
    seldom = [at for at in places if often[text[at : at + 2]] == 1]
    single = dict.fromkeys(at for pair in seldom for at in (pair, pair + 1))
    found = (_judged(text, at) for at in single if _is_between_neighbours(text, at))
    return tuple(one for one in found if one and one.gain >= DOUBTFUL and not _is_coined(text, one.at))


def _is_between_neighbours(text: str, at: int) -> bool:
    """Whether the characters on both sides of a place stand side by side in official texts; so do those of few."""
    return 0 < at < len(text) - 1 and text[at + 1] in followers().get(text[at - 1], "")


def _makes_a_word(text: str, at: int) -> bool:
    """Whether a word stands across a place without its character."""
    joined = text[max(0, at - 2) : at] + text[at + 1 : at + 3]
    middle = min(at, 2)
    return any(is_word(joined[first:last]) for first in range(middle) for last in range(middle + 1, len(joined) + 1))


def _is_coined(text: str, at: int) -> bool:
    """Whether a place is of a name or a coinage, as where the same two characters hold another one: 抗大旱、抗长旱."""
    around = text[max(0, at - _NEAR) : at - 1] + "\n" + text[at + 2 : at + _NEAR]
    parallel = any(pair == (text[at - 1], text[at + 1]) for pair in zip(around, around[2:], strict=False))
    return parallel or is_coined(text, at, False)


def _judged(text: str, at: int) -> Extra | None:
    before, after = text[at - 1], text[at + 1]
    if text[at] in _LINKS or text[at] in second_halves(before) or after in second_halves(text[at]):
        return None
    if is_word(before + text[at]) or is_word(text[at] + after) or not _makes_a_word(text, at):
        return None
    head, tail = han_around(text, at, at + 1, _REACH)
    place = len(head)
    as_it_is = sequence_score(head + text[at] + tail, place, place + 1 + _AFFECTED)
    likelier = sequence_score(head + tail, place, place + _AFFECTED) - as_it_is
    if likelier < _LIKELIER:
        return None
    without = cut(head + tail)
    start, word = without.word_at(place)
    # The character parts a word, or what is left would be no likelier than any text that is shorter.
    if start == place:
        return None
    by_words = without.score - cut(head + text[at] + tail).score
    return Extra(at, word, by_words + _WORTH_OF_SEQUENCE * likelier)
