"""Characters and words that stand twice where all else makes better sense with one of them (TRM021)."""

from collections.abc import Iterator
from functools import lru_cache

from lawcheck.checks.likelihood import LikeliestWords, cut, is_word
from lawcheck.checks.sequences import han_around
from lawcheck.reading.language import run_level, word_level
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_CHARACTER = Pattern(f"([{HAN}])\\1")
_WORD = Pattern(f"([{HAN}]{{2,3}})\\1")
_REACH = 8
# Characters that are hardly ever words by themselves, by the logarithm of their share of words among all of them: 步,
# 照, 者 and 公 are none, 市, 各 and 到 are.
_BOUND = -3.3
# 复习课|课堂, 学科组|组织: behind a word these make another one of it.
_SUFFIXES = frozenset(
    "课组室会员队班科处院校厅部局所站厂司团社网线区点级类型性率化者家馆店楼法书表册证费款金税额权力度量期品物器机业界方式"
)
# What official texts have side by side more often (工作作风) says nothing.
_USUAL = 3.0
# How much likelier the words must be with one of them: of 1.5 million characters of published text no place is left
# above these, the likeliest right one has 8.2 (三矿矿长).
_CHARACTER_GAIN, _WORD_GAIN = 9.0, 8.0


def stutters(text: str) -> Iterator[tuple[int, int]]:
    """The second one of each character or word that stands twice."""
    for match in _CHARACTER.finditer(text):
        again = match[1]
        if _is_bound(again) and _is_stutter(text, match.start(), again, _CHARACTER_GAIN):
            yield match.end() - 1, match.end()
    for match in _WORD.finditer(text):
        again = match[1]
        # 一件一件办好
        if again[0] not in (again[1], "一") and is_word(again) and _is_stutter(text, match.start(), again, _WORD_GAIN):
            yield match.end(1), match.end()


@lru_cache(1 << 13)
def _is_bound(character: str) -> bool:
    return word_level(character) - run_level(character) <= _BOUND


def _is_stutter(text: str, start: int, again: str, least: float) -> bool:
    size = len(again)
    end = start + 2 * size
    before, behind = han_around(text, start, end, _REACH)
    # 团团伙伙, 天天天
    if before.endswith(again) or behind.startswith(again) or _is_twofold(before[-2:]) or _is_twofold(behind[:2]):
        return False
    if any(run_level(run) >= _USUAL for run in _runs(before, again, behind)):
        return False
    twice = cut(before + again * 2 + behind)
    at = len(before)
    if not (_parts_words(twice, at, bool(behind)) if size == 1 else are_words(twice, at, size)):
        return False
    return cut(before + again + behind).score - twice.score >= least


def _is_twofold(pair: str) -> bool:
    return len(pair) > 1 and pair[0] == pair[1]


def _runs(before: str, again: str, behind: str) -> Iterator[str]:
    """The three characters that the repetition makes, from either side."""
    if len(again) > 1:
        yield from ((again[-1] + again)[:3], (again + again[0])[-3:])
        return
    if before:
        yield before[-1] + again * 2
    if behind:
        yield again * 2 + behind[0]


def _parts_words(found: LikeliestWords, at: int, goes_on: bool) -> bool:
    """Whether one of two characters belongs to a word and the other, beside it, to none: 按照|照|规定, 公|公布."""
    (first, one), (second, other) = found.word_at(at), found.word_at(at + 1)
    if first == second:
        return False
    if len(one) == 1:
        is_suffix = one in _SUFFIXES and at > 0 and len(found.word_at(at - 1)[1]) > 1
        return len(other) > 1 and not is_suffix
    if len(other) > 1:
        return False
    return not goes_on or len(found.word_at(at + 2)[1]) > 1


def are_words(found: LikeliestWords, at: int, size: int) -> bool:
    """Whether the two runs of `size` characters from `at` on are whole words each."""
    end = 0
    ends = {end := end + len(word) for word in found.words}
    return {at + size, at + 2 * size} <= ends and (not at or at in ends)
