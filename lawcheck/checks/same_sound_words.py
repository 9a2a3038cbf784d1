"""Where a word stands for another one of the same sound: 主题责任 for 主体责任, 服从同意管理 for 服从统一管理.

Both are words, so no character is strange. What tells is the company: official texts have the other word in it often
and this one never. A pair of words is held against the sequence of characters and the words around it, and against the
document, which often has the right word in the same company elsewhere.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log1p

from lawcheck.checks.coined import PARTIES, is_in_row_of_threes, is_of_name
from lawcheck.checks.lexicon import commonness, is_listed
from lawcheck.checks.likelihood import ALL_OFFICIAL, cut
from lawcheck.checks.sequences import han_around, sequence_score
from lawcheck.checks.sound_words import other_words_of
from lawcheck.checks.told_pairs import words_of_a_sound
from lawcheck.checks.wrong_characters import is_strange
from lawcheck.reading.known_words import is_official_word, pair_level, word_level
from lawcheck.reading.language import attested_threes, followers, is_attested
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
# How much commoner than the other one a word of any text is that nobody typed for it.
_COMMONER = 3
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
_MANY = 100
_PRESENT, _PRESENT_MOST = 0.56, 3.0
_SURE, DOUBTFUL = 3.3, 2.8
# The same where official texts know little of a text: of three right words that were told there one is left.
_SURE_IN_A_STRANGE_TEXT = 4.3


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


@dataclass(frozen=True, slots=True)
class _Read:
    """A candidate, how much likelier the words become by it, and whether they belong together."""

    candidate: _Candidate
    by_words: float
    belongs: bool


def _is_own(text: str, at: int) -> bool:
    """Whether a word is of a name, or what a party or a class is called: 乙方."""
    if text[at] in PARTIES or (is_of_name(text, at) and is_of_name(text, at + 1)):
        return True
    # 重实干、强执行: the verb of one character goes with any object. With one behind the word, it ends no member.
    return is_in_row_of_threes(text, at) and not is_han(text[at + _WORD : at + _WORD + 1])


@lru_cache(maxsize=2)
def other_words(text: str) -> tuple[OtherWord, ...]:
    """Every word for which another one of the same sound was probably meant, in the order of the text."""
    seldom = words_of_a_sound(text, _SLIPS)
    often = Counter([text[at : at + _WORD] for at in seldom])
    candidates = (one for at in _strange(text, seldom) for one in _candidates(text, at))
    read = [_read(one) for one in candidates if not _is_own(text, one.at)]
    # What the rest of the document may say for it is looked for where that would be enough.
    likely = [one for one in read if one and _weight(one, False, _MANY, True) >= DOUBTFUL]
    if not likely:
        return ()
    recurring = _recurring(text, [at for at in seldom if often[text[at : at + _WORD]] > 1])
    count, company = _elsewhere(text, {one.candidate.right for one in likely})
    best: dict[int, OtherWord] = {}
    for one in likely:
        at, found, right = one.candidate.at, one.candidate.found, one.candidate.right
        again = not company.isdisjoint(one.candidate.joined)
        weight = _weight(one, often[found] > 1, count[right], again)
        if weight >= DOUBTFUL and at not in recurring and (at not in best or weight > best[at].weight):
            best[at] = OtherWord(at, found, right, weight)
    return tuple(_apart(best))


def sure_words(text: str) -> list[OtherWord]:
    """Those of which there is no doubt."""
    least = _SURE_IN_A_STRANGE_TEXT if is_strange(text) else _SURE
    return [other for other in other_words(text) if other.weight >= least]


def _elsewhere(text: str, words: set[str]) -> tuple[Counter[str], set[str]]:
    """How often words stand in a text, and each with the two characters before it, or behind."""
    places = [at for word in words for at in _places_of(text, word)]
    company = {text[max(0, at - _WORD) : at + _WORD] for at in places}
    company.update(text[at : at + 2 * _WORD] for at in places)
    return Counter(text[at : at + _WORD] for at in places), company


def _places_of(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _apart(found: dict[int, OtherWord]) -> Iterator[OtherWord]:
    """Those that no better one overlaps."""
    for at, one in sorted(found.items()):
        if all(one.weight >= found[other].weight for other in (at - 1, at + 1) if other in found):
            yield one


def _sides(text: str, at: int) -> tuple[str, str]:
    before, after = text[at - 1 : at], text[at + _WORD : at + _WORD + 1]
    return before if is_han(before) else "", after if is_han(after) else ""


def _strange(text: str, places: list[int]) -> Iterator[int]:
    """Where official texts never have a word before the character behind it, or behind the one before it."""
    known = attested_threes(text, {near for at in places for near in (at - 1, at)})
    for at in places:
        if (at not in known and is_han(text[at + _WORD : at + _WORD + 1])) or (
            at - 1 not in known and at > 0 and is_han(text[at - 1])
        ):
            yield at


def _candidates(text: str, at: int) -> Iterator[_Candidate]:
    """The words that may have been meant at a place, as far as the sequence of characters tells."""
    word = text[at : at + _WORD]
    before, after = _sides(text, at)
    behind_strange = after != "" and not is_attested(word + after)
    front_strange = before != "" and not is_attested(before + word)
    head, tail = han_around(text, at, at + _WORD, _REACH)
    stretch, place = head + word + tail, len(head)
    known = followers()
    leading = known.get(before, "")
    for other, near in other_words_of(word):
        if _is_everyday(word, other):
            continue
        # Most do not even have the one character beside the other.
        fits_behind = behind_strange and after in known.get(other[1], "") and is_attested(other + after)
        fits_front = front_strange and other[0] in leading and is_attested(before + other)
        longer = (behind_strange and is_listed(other + tail[:_WORD])) or (
            front_strange and is_listed(head[-_WORD:] + other)
        )
        if not (fits_behind or fits_front or longer):
            continue
        changed = sequence_score(head + other + tail, place, place + _AFFECTED)
        likelier = changed - sequence_score(stretch, place, place + _AFFECTED)
        company = likelier - sequence_score(other, 0, _WORD) + sequence_score(word, 0, _WORD)
        if (longer or likelier >= _LIKELIER) and company >= _BY_COMPANY:
            sides = (before != "") + (after != "") - max(fits_behind + fits_front, longer)
            joined = [head[-2:] + other] * (len(head) > 1) + [other + tail[:2]] * (len(tail) > 1)
            yield _Candidate(at, word, other, near, longer, sides, company, stretch, place, tuple(joined))


def _is_everyday(word: str, other: str) -> bool:
    """Whether a word that official texts do not count is everybody's, and the other one is seldom: 不如 for 哺乳."""
    return is_listed(other) and word_level(word) < 0 and commonness(word) - commonness(other) >= _COMMONER


def _recurring(text: str, places: list[int]) -> set[int]:
    """Of places of words those where one stands in the same company as elsewhere."""
    where: dict[str, list[int]] = {}
    for at in places:
        before, after = _sides(text, at)
        for run in (before and before + text[at : at + _WORD] + "<", after and text[at : at + _WORD] + after):
            if run:
                where.setdefault(run, []).append(at)
    return {at for found in where.values() if len(found) > 1 for at in found}


def _read(one: _Candidate) -> _Read | None:
    """A candidate as the words tell, if they become likelier by it."""
    changed = cut(one.stretch[: one.place] + one.right + one.stretch[one.place + _WORD :])
    by_words = changed.score - cut(one.stretch).score
    start, first = changed.word_at(one.place)
    last_start, last = changed.word_at(one.place + _WORD - 1)
    end = last_start + len(last)
    if by_words <= _BY_WORDS:
        return None
    if start != one.place or end != one.place + _WORD:
        # 严格执行, 流于形式: one word that holds the other one whole.
        holds = start == last_start and (is_official_word(first) or is_listed(first))
        return _Read(one, by_words, True) if holds else None
    before = changed.word_at(one.place - 1)[1] if one.place else ""
    after = changed.word_at(end)[1] if end < sum(map(len, changed.words)) else ""
    return _Read(one, by_words, _belong(before, first) or _belong(last, after))


def _weight(read: _Read, twice: bool, present: int, again: bool) -> float:
    """How much speaks for the other word: it is `present` in the document so often, and in the same company `again`."""
    one = read.candidate
    # A clause that begins with the word may begin anew: 防治宣传 elsewhere says nothing of 放置宣传材料.
    if not (read.belongs or (again and one.place)):
        return _FIRST
    weight = _FIRST + _COMPANY * min(one.company, _COMPANY_MOST) + _STRANGE_SIDE * one.sides
    weight += _NEAR_SOUND * one.near + _TWICE * twice + _LONGER_WORD * one.longer + _SAME_COMPANY * again
    weight += _PRESENT * min(log1p(present), _PRESENT_MOST)
    return weight + _WORDS * min(read.by_words, _WORDS_MOST)


def _belong(first: str, second: str) -> bool:
    """Whether two words stand side by side in official texts much oftener than by chance."""
    together = pair_level(first, second) if first and second else -1.0
    return together >= _SEEN and together + ALL_OFFICIAL - word_level(first) - word_level(second) >= _TOGETHER
