"""Where two characters that make no word stand for one of the same sound: 公开新西 for 公开信息, 合法全一 for 合法权益.

Who types by sound may miss both characters of a word. Official texts never have the two side by side, and with the
word both models of official language find the text very much likelier.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import cast

from lawcheck import __version__
from lawcheck.checks.alike import blurred_sounds, sounds_of
from lawcheck.checks.coined import is_coined
from lawcheck.checks.likelihood import cut
from lawcheck.checks.sequences import sequence_score
from lawcheck.checks.wrong_characters import how_often, unknown_pairs
from lawcheck.reading.known_words import word_level, words_of_two
from lawcheck.reading.language import followers, is_attested
from lawcheck.reading.resources import kept, resource_state
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_REMEMBERED = 1 << 14
_WORD, _REACH = 2, 6
# What stands behind a text: no ideograph.
_NOBODY = "\n"
# The characters whose likelihood a change of two touches.
_AFFECTED = 4
# How often (natural logarithm) the word that was meant stands in official texts at least.
_USUAL = 4.0
# Where each model is as sure as this (natural logarithm) and both together as sure as that. Measured in November 2026
# on words replaced in texts that the counts do not have, and on three million characters of published texts.
_LIKELIER = 8.0
_EACH, _BOTH = 12.0, 36.0
_DOUBTFUL_EACH, _DOUBTFUL_BOTH = 10.0, 31.0
# So much more it takes where the sounds are not quite the same.
_NEARLY = 10.0


@dataclass(frozen=True, slots=True)
class MistypedWord:
    """The two characters at `at` are `found` and should be `right`; how much likelier either model finds that."""

    at: int
    found: str
    right: str
    by_sequence: float
    by_words: float

    @property
    def gain(self) -> float:
        """What both models say together, less where the sounds are not quite the same."""
        same = all(
            not sounds_of(one).isdisjoint(sounds_of(other)) for one, other in zip(self.found, self.right, strict=True)
        )
        return self.by_sequence + self.by_words - _NEARLY * (not same)

    @property
    def is_sure(self) -> bool:
        """Whether both models are sure of it."""
        return min(self.by_sequence, self.by_words) >= _EACH and self.gain >= _BOTH

    @property
    def is_doubtful(self) -> bool:
        """Whether they say enough for somebody to look at it."""
        return min(self.by_sequence, self.by_words) >= _DOUBTFUL_EACH and self.gain >= _DOUBTFUL_BOTH


@lru_cache(maxsize=2)
def mistyped_words(text: str) -> tuple[MistypedWord, ...]:
    """Every two characters that seem to stand for a word of their sound, in the order of the text."""
    places = unknown_pairs(text, False)
    often = how_often(text, False)
    found: dict[int, MistypedWord] = {}
    for at in places:
        one = _judged(text, at) if often[text[at : at + _WORD]] == 1 else None
        # A name or a coinage may hold either character.
        if one and one.is_doubtful and not (is_coined(text, at, False) or is_coined(text, at + 1, False)):
            found[at] = one
    if found:
        # 鞋钉 beside 钉鞋: its own words in another order.
        pairs = {text[at : at + _WORD] for at in range(len(text) - 1)}
        found = {at: one for at, one in found.items() if one.found[::-1] not in pairs}
    return tuple(_apart(found))


def _apart(found: dict[int, MistypedWord]) -> Iterator[MistypedWord]:
    """Those that no likelier one overlaps."""
    for at, one in sorted(found.items()):
        if all(one.gain >= found[other].gain for other in (at - 1, at + 1) if other in found):
            yield one


@cache
def _words_by_sound() -> dict[str, str]:
    """The usual words of two characters by the sound of the first one, sounds that are confused as one: a line for each
    sound of the second one."""
    # To make it takes as long as to check a page, so it is kept between runs.
    return cast(dict[str, str], kept("words-by-first-sound", [__version__, resource_state("rules")], _made))


def _made() -> dict[str, str]:
    table: dict[str, dict[str, list[str]]] = {}
    for word in words_of_two():
        if word_level(word) >= _USUAL:
            for first, second in product(blurred_sounds(word[0]), blurred_sounds(word[1])):
                table.setdefault(first, {}).setdefault(second, []).append(word)
    return {
        first: "\n".join(f"{second} {' '.join(words)}" for second, words in by_second.items())
        for first, by_second in table.items()
    }


@cache
def _beginning_with(first: str) -> dict[str, list[str]]:
    """The words of which the first character has a sound, by that of the second one."""
    lines = map(str.split, _words_by_sound().get(first, "").splitlines())
    return {second: words for second, *words in lines}


@lru_cache(_REMEMBERED)
def _words_of(firsts: frozenset[str], seconds: frozenset[str]) -> tuple[str, ...]:
    """The usual words of which the characters have one of these sounds each; some stand twice."""
    return tuple(word for first in firsts for second in seconds for word in _beginning_with(first).get(second, ()))


def _judged(text: str, at: int) -> MistypedWord | None:
    found, before, after = text[at : at + _WORD], text[at - 1 : at], text[at + _WORD : at + _WORD + 1]
    fitting = _fitting(before, found, after)
    if not fitting:
        return None
    start, end = at, at + _WORD
    while start and at - start < _REACH and is_han(text[start - 1]):
        start -= 1
    while end < len(text) and end - at - _WORD < _REACH and is_han(text[end]):
        end += 1
    stretch = text[start:end]
    best = max(_readings(stretch, at - start, sorted(fitting)), default=None)
    if best is None:
        return None
    _, word, by_sequence, by_words = best
    return MistypedWord(at, found, word, by_sequence, by_words)


def _fitting(before: str, found: str, after: str) -> set[str]:
    """Of the words that sound like two characters those that official texts have behind the character before these, or
    before the one behind them."""
    known = followers()
    leading, behind = known.get(before, ""), after or _NOBODY
    return {
        word
        for word in _words_of(blurred_sounds(found[0]), blurred_sounds(found[1]))
        # Most do not even have the one character beside the other.
        if (word[0] in leading and is_attested(before + word))
        or (behind in known.get(word[1], "") and is_attested(word + behind))
        # A word that shares a character with what is found has one wrong character.
        if word[0] != found[0] and word[1] != found[1]
    }


def _readings(stretch: str, place: int, words: list[str]) -> Iterator[tuple[float, str, float, float]]:
    """What both models say to each word, the word, and what each of them says."""
    head, tail = stretch[:place], stretch[place + _WORD :]
    as_it_is = sequence_score(stretch, place, place + _AFFECTED)
    for word in words:
        by_sequence = sequence_score(head + word + tail, place, place + _AFFECTED) - as_it_is
        if by_sequence >= _LIKELIER:
            by_words = cut(head + word + tail).score - cut(stretch).score
            yield by_sequence + by_words, word, by_sequence, by_words
