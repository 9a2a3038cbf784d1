"""Where a character was left out that a word cannot do without: 国家义务教均衡 for 国家义务教育均衡.

What is left of the word is a character that stands alone beside one that it never stands beside. With the missing one
back, both models of official language find the text likelier although it is longer.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lawcheck.checks.coined import is_coined
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.sequences import han_around, sequence_score
from lawcheck.checks.wrong_characters import unknown_pairs
from lawcheck.reading.known_words import first_halves, second_halves
from lawcheck.reading.language import characters_behind, characters_between, followers, is_attested
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_REACH = 6
# The characters whose likelihood the missing one touches: itself and two behind it.
_AFFECTED = 2
# How many of the characters that make the sequence likeliest are held against the words, and how much likelier (natural
# logarithm) each model must find it at least.
_TRIED, _LIKELIER = 3, 6.0
# The words tell more than the sequence. From this sum on the place is told, or only doubted; fitted in November 2026 to
# characters left out of half a million that the counts do not have: one in eighteen is told, and of the texts as they
# are one place in half a million was told, and one in a hundred thousand doubted.
_WORTH_OF_SEQUENCE = 0.3
SURE, DOUBTFUL = 15.0, 13.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """At `at` the character `missing` was left out of `word`, of which the rest begins at `start`; `gain` is how much
    speaks for it."""

    at: int
    missing: str
    start: int
    word: str
    gain: float

    @property
    def end(self) -> int:
        """Where the rest of the word ends."""
        return self.start + len(self.word) - len(self.missing)


# What stands by itself is no remnant of a word.
BY_THEMSELVES = frozenset(
    "的和与及或在对为将把被由向从等是有不以于并也都而之其各该本此了着过到至自按经据中内外上下前后里间时年月日期个名项件元人"
    "第一二三四五六七八九十百千万亿两几多每全新大小高低可应须要能会使让给用做作就再已未无非"
)
# 不超四个月, 不满三年: a measure follows.
_MEASURED = frozenset(by + number for by in "超逾满近约达" for number in "一二三四五六七八九十百千万两几")


@lru_cache(maxsize=2)
def find(text: str) -> tuple[LeftOut, ...]:
    """Every place where a character seems to be left out, in the order of the text."""
    known = followers()
    places = [at for at in unknown_pairs(text, False) if text[at + 1] not in known.get(text[at], "")]
    often = Counter(text[at : at + 2] for at in places)
    found = (
        _judged(text, at + 1)
        for at in places
        if often[text[at : at + 2]] == 1 and _is_torn(text, at) and text[at : at + 2] not in _MEASURED
    )
    return tuple(
        one
        for one in found
        if one and one.gain >= DOUBTFUL and not (is_coined(text, one.at - 1, False) or is_coined(text, one.at, False))
    )


def _is_torn(text: str, at: int) -> bool:
    """Whether one of the two characters at a place makes no word with the other neighbour, nor is one by itself."""
    first, second = text[at], text[at + 1]
    if first not in BY_THEMSELVES and at > 0 and is_han(text[at - 1]) and not _is_word(text[at - 1], first):
        return True
    return second not in BY_THEMSELVES and is_han(text[at + 2 : at + 3]) and not _is_word(second, text[at + 2])


def _is_word(one: str, other: str) -> bool:
    # Most of the words are official ones.
    return other in second_halves(one) or is_word(one + other)


def _judged(text: str, at: int) -> LeftOut | None:
    """What is missing before a place, if anything."""
    fitting = list(_fitting(text[at - 2 : at - 1], text[at - 1], text[at], text[at + 1 : at + 2]))
    if not fitting:
        return None
    before, after = han_around(text, at, at, _REACH)
    as_it_is = sequence_score(before + after, len(before), len(before) + _AFFECTED)
    tried = [
        (sequence_score(before + other + after, len(before), len(before) + 1 + _AFFECTED) - as_it_is, other)
        for other in fitting
    ]
    likelier = [(gain, other) for gain, other in sorted(tried, reverse=True)[:_TRIED] if gain >= _LIKELIER]
    if not likelier:
        return None
    seen = cut(before + after)
    if _stands_at_an_edge(seen.word_at(len(before) - 1), seen.word_at(len(before)), len(before + after)):
        return None
    found = []
    for gain, other in likelier:
        changed = cut(before + other + after)
        start, word = changed.word_at(len(before))
        speaks_for = changed.score - seen.score + _WORTH_OF_SEQUENCE * gain
        found.append(LeftOut(at, other, at - len(before) + start, word, speaks_for))
    best = max(found, key=lambda one: one.gain)
    # What the text itself has there elsewhere is meant: 教学基地, 实践教基地.
    own = [other for _, other in tried if text[at - 1] + other + text[at : at + 2] in text]
    if len(own) != 1 or own[0] == best.missing:
        return best
    start, word = cut(before + own[0] + after).word_at(len(before))
    return LeftOut(at, own[0], at - len(before) + start, word, best.gain)


def _fitting(before: str, first: str, second: str, after: str) -> Iterator[str]:
    """The characters that official texts have between two others, in a word with either or behind the two before."""
    known = followers()
    led = characters_behind(before + first) if before else known.get(first, "")
    # A word that lacks its last character is longer than two: 委员会.
    is_begun = is_han(before) and is_word(before + first)
    seconds, firsts = second_halves(first), first_halves(second)
    between = characters_between(first, second)
    others = [other for other in led if second in known.get(other, "") and is_attested(other + second + after)]
    for other in {*between, *others}:
        if other in seconds or (is_begun and other in led) or (other in firsts and other in known.get(first, "")):
            yield other


def _stands_at_an_edge(before: tuple[int, str], after: tuple[int, str], size: int) -> bool:
    """Whether no character stands alone beside the place, or only one at an end of the stretch."""
    alone = [start for start, word in (before, after) if len(word) == 1]
    return not alone or any(start in (0, size - 1) for start in alone)
