"""Where a word stands for another one of the same sound: 主题责任 for 主体责任, 服从同意管理 for 服从统一管理.

Both are words, so no character is strange. What tells is the company: official texts have the other word in it often
and this one never. A pair of words is held against the sequence of characters and the words around it, and against the
document, which often has the right word in the same company elsewhere.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log1p

from lawcheck.checks.coined import is_of_name
from lawcheck.checks.lexicon import words
from lawcheck.checks.likelihood import ALL_OFFICIAL, LikeliestWords, cut
from lawcheck.checks.sequences import sequence_score
from lawcheck.checks.told_pairs import words_of_a_sound
from lawcheck.reading.language import characters_behind, is_official_word, pair_level, word_level
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_WORD = 2
_REACH = 6
# The characters whose likelihood a change of two touches.
_AFFECTED = 4
# A slip comes once, or once more; what comes more often is a word of the document.
_SLIPS = 2
# How much likelier (natural logarithm) the company must become, that of characters and that of words.
_LIKELIER, _BY_COMPANY, _BY_WORDS = 3.0, 2.0, 0.0
# How often (natural logarithm) two words stand side by side, and how much oftener than by chance, to be of a company.
_SEEN, _TOGETHER = 1.6, 1.5
# The weights of what tells, fitted to word slips put into texts that the counts do not have, against all places of
# three million characters of published texts, in November 2026.
_FIRST = -1.8
_WORDS, _WORDS_MOST = 0.36, 12.0
_COMPANY, _COMPANY_MOST = 0.22, 15.0
_NEAR_SOUND, _STRANGE_SIDE, _TWICE = -1.5, -0.83, -2.3
_SAME_COMPANY = 1.6
_LONGER_WORD = 3.5
_PRESENT, _PRESENT_MOST = 0.56, 3.0
SURE, DOUBTFUL = 3.3, 2.4


@dataclass(frozen=True, slots=True)
class OtherWord:
    """The word at `at` is `found` and should be `right`; `weight` is how much speaks for it."""

    at: int
    found: str
    right: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    found: str
    right: str
    near: bool
    longer: bool
    sides: int
    company: float
    stretch: str
    place: int
    # The other word with the two characters before it, and with those behind it.
    joined: tuple[str, ...]


@cache
def _others() -> dict[str, tuple[tuple[str, bool], ...]]:
    """For each word those that it is typed for, and whether they sound only nearly the same."""
    table = {}
    for word, same, near in rows("same_sound_words.tsv"):
        table[word] = (*((other, False) for other in same.split()), *((other, True) for other in near.split()))
    return table


@lru_cache(maxsize=2)
def other_words(text: str) -> tuple[OtherWord, ...]:
    """Every word for which another one of the same sound was probably meant, in the order of the text."""
    known = words_of_a_sound(text)
    often = Counter(text[at : at + _WORD] for at in known)
    places = [at for at in known if often[text[at : at + _WORD]] <= _SLIPS]
    candidates = [one for at in places if _may_be_strange(text, at) for one in _candidates(text, at)]
    if not candidates:
        return ()
    recurring = _recurring(text, [at for at in places if often[text[at : at + _WORD]] > 1])
    present = [at for right in {one.right for one in candidates} for at in _places_of(text, right)]
    count = Counter(text[at : at + _WORD] for at in present)
    company = {text[max(0, at - _WORD) : at + _WORD] for at in present}
    company.update(text[at : at + 2 * _WORD] for at in present)
    best: dict[int, OtherWord] = {}
    for one in candidates:
        if one.at in recurring or (is_of_name(text, one.at) and is_of_name(text, one.at + 1)):
            continue
        again = not company.isdisjoint(one.joined)
        weight = _weight(one, often[one.found] > 1, count[one.right], again)
        if weight >= DOUBTFUL and (one.at not in best or weight > best[one.at].weight):
            best[one.at] = OtherWord(one.at, one.found, one.right, weight)
    return tuple(_apart(best))


def _apart(found: dict[int, OtherWord]) -> Iterator[OtherWord]:
    """Those that no better one overlaps."""
    for at, one in sorted(found.items()):
        if all(one.weight >= found[other].weight for other in (at - 1, at + 1) if other in found):
            yield one


def _sides(text: str, at: int) -> tuple[str, str]:
    before, after = text[at - 1 : at], text[at + _WORD : at + _WORD + 1]
    return before if is_han(before) else "", after if is_han(after) else ""


def _places_of(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _may_be_strange(text: str, at: int) -> bool:
    """Whether a word stands beside a character, or a sign, that official texts do not have there; most do not."""
    behind = text[at + _WORD : at + _WORD + 1] in characters_behind(text[at : at + _WORD])
    return not (behind and at and text[at + 1] in characters_behind(text[at - 1 : at + 1]))


def _candidates(text: str, at: int) -> Iterator[_Candidate]:
    """The words that may have been meant at a place, as far as the sequence of characters tells.

    Official texts never have this one before the character behind it, or behind the one before it.
    """
    word, leading = text[at : at + _WORD], text[at - 1 : at + 1] if at else ""
    after = text[at + _WORD : at + _WORD + 1]
    behind_strange = after not in characters_behind(word) and is_han(after)
    front_strange = word[1] not in characters_behind(leading) and is_han(leading[:1])
    if not (behind_strange or front_strange):
        return
    before, after = _sides(text, at)
    start, end = at, at + _WORD
    while start and at - start < _REACH and is_han(text[start - 1]):
        start -= 1
    while end < len(text) and end - at - _WORD < _REACH and is_han(text[end]):
        end += 1
    stretch, place = text[start:end], at - start
    head, tail = stretch[:place], stretch[place + _WORD :]
    for other, near in _others()[word]:
        longer = (behind_strange and other + tail[:_WORD] in words()) or (
            front_strange and head[-_WORD:] + other in words()
        )
        fits_behind = behind_strange and after in characters_behind(other)
        fits_front = front_strange and other[1] in characters_behind(before + other[0])
        if not (fits_behind or fits_front or longer):
            continue
        changed = sequence_score(head + other + tail, place, place + _AFFECTED)
        likelier = changed - sequence_score(stretch, place, place + _AFFECTED)
        company = likelier - sequence_score(other, 0, _WORD) + sequence_score(word, 0, _WORD)
        if (longer or likelier >= _LIKELIER) and company >= _BY_COMPANY:
            sides = (before != "") + (after != "") - max(fits_behind + fits_front, longer)
            joined = [head[-2:] + other] * (len(head) > 1) + [other + tail[:2]] * (len(tail) > 1)
            yield _Candidate(at, word, other, near, longer, sides, company, stretch, place, tuple(joined))


def _recurring(text: str, places: list[int]) -> set[int]:
    """Of places of words those where one stands in the same company as elsewhere."""
    where: dict[str, list[int]] = {}
    for at in places:
        before, after = _sides(text, at)
        for run in (before and before + text[at : at + _WORD] + "<", after and text[at : at + _WORD] + after):
            if run:
                where.setdefault(run, []).append(at)
    return {at for found in where.values() if len(found) > 1 for at in found}


def _weight(one: _Candidate, twice: bool, present: int, again: bool) -> float:
    """How much speaks for the other word: it is `present` in the document so often, and in the same company `again`."""
    weight = _FIRST + _COMPANY * min(one.company, _COMPANY_MOST) + _STRANGE_SIDE * one.sides
    weight += _NEAR_SOUND * one.near + _TWICE * twice + _LONGER_WORD * one.longer + _SAME_COMPANY * again
    weight += _PRESENT * min(log1p(present), _PRESENT_MOST)
    if weight + _WORDS * _WORDS_MOST < DOUBTFUL:
        return weight
    changed = cut(one.stretch[: one.place] + one.right + one.stretch[one.place + _WORD :])
    by_words = changed.score - cut(one.stretch).score
    if by_words <= _BY_WORDS or not _is_in_company(changed, one.place, again):
        return _FIRST
    return weight + _WORDS * min(by_words, _WORDS_MOST)


def _is_in_company(cut_as: LikeliestWords, place: int, again: bool) -> bool:
    """Whether the other word stands with a neighbour as it does elsewhere, or makes a longer word with it."""
    start, first = cut_as.word_at(place)
    last_start, last = cut_as.word_at(place + _WORD - 1)
    end = last_start + len(last)
    if start != place or end != place + _WORD:
        # 严格执行, 流于形式: one word that holds the other one whole.
        return start == last_start and (is_official_word(first) or first in words())
    if again:
        return True
    before = cut_as.word_at(place - 1)[1] if place else ""
    after = cut_as.word_at(end)[1] if end < sum(map(len, cut_as.words)) else ""
    return _belong(before, first) or _belong(last, after)


def _belong(first: str, second: str) -> bool:
    """Whether two words stand side by side in official texts much oftener than by chance."""
    together = pair_level(first, second) if first and second else -1.0
    return together >= _SEEN and together + ALL_OFFICIAL - word_level(first) - word_level(second) >= _TOGETHER
