"""Where a clause ends in the middle of a word: 实行统一监督管。 for 监督管理。, 早发现、早隔、早治疗 for 早隔离.

What the last two characters of a clause begin can be told from the counts: official texts have them again and again and
always with another one behind them, so that they never end anything. Where they make no word and the last of them is
none by itself, the last character was left out.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import exp

from lawcheck.checks.coined import is_of_name
from lawcheck.checks.left_out_characters import BY_THEMSELVES, LeftOut
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.reading.known_words import second_halves, word_level
from lawcheck.reading.language import character_counts, characters_behind, pair_count, triple_count
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_REMEMBERED = 1 << 14
_REACH, _LONGEST_WORD = 9, 4
_CLAUSE_END = Pattern("[，。；、：”）]")
_CLAUSE = Pattern(f"[{HAN}]+\\Z")
_CLAUSE_BEHIND = Pattern(f"、([{HAN}]+)")
# Two characters that are seen so often, and of these the share that has another character behind them.
_OFTEN, _GOES_ON = 50.0, 0.95
# So seldom the last one may be a word by itself, of all that are seen.
_SELDOM_A_WORD = 0.015
# 能改的立即改, 请使用电子签, 审核一批及时发: they end a clause by themselves.
_ENDING = frozenset("改发签")
# What makes a name of a trade of the word before it: 电力供应业.
_TRADE = "业"
# How many of the characters that may follow are held against the words, and how much likelier (natural logarithm) the
# text must become although it is longer. Fitted in November 2026 to clauses of which the last character was taken: one
# in nine is told, in half a million characters of a newspaper two that are right, in two million of statutes none.
_TRIED, _LIKELIER = 6, 7.0
# So far behind the clause the second half that two words share may stand: 企、事业单位.
_SHARED = 6
# Short members of a series are coined alike, so many characters each: 治污为重、扩绿为基、转型为要.
_LONGEST_MEMBER = 6


@lru_cache(_REMEMBERED)
def _continuations(pair: str) -> str:
    """The characters that official texts have behind two that never end anything, the commonest first."""
    often = pair_count(*pair)
    behind = characters_behind(pair) if often >= _OFTEN else ""
    seen = sorted(((triple_count(pair + other), other) for other in behind), reverse=True)
    if not seen or sum(count for count, _ in seen) < _GOES_ON * often:
        return ""
    return "".join(other for _, other in seen[:_TRIED])


@lru_cache(_REMEMBERED)
def _is_seldom_a_word(character: str) -> bool:
    level = word_level(character)
    return character not in BY_THEMSELVES | _ENDING and (
        level < 0 or exp(level) < _SELDOM_A_WORD * character_counts().get(character, 0.0)
    )


@lru_cache(maxsize=2)
def find(text: str) -> tuple[LeftOut, ...]:
    """Every place where a clause ends in the middle of a word, in the order of the text."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[LeftOut]:
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    often: Counter[str] = Counter()
    for at in ends:
        pair = text[max(0, at - 2) : at]
        if len(pair) < 2 or not (is_han(pair[1]) and is_han(pair[0]) and _is_seldom_a_word(pair[1])):
            continue
        # Most are words.
        if pair[1] in second_halves(pair[0]):
            continue
        others = _continuations(pair)
        if not others:
            continue
        clause = _CLAUSE.search(text, max(0, at - _REACH), at)
        run = clause[0] if clause else ""
        if any(is_word(run[-size:]) for size in range(2, min(_LONGEST_WORD, len(run)) + 1)):
            continue
        if pair[1] == _TRADE and is_word(run[-3:-1]):
            continue
        one = _judged(run, at, others)
        # What ends so again is a word of the document.
        if one:
            often = often or Counter(_with_sign(text, end) for end in ends)
            if often[_with_sign(text, at)] == 1 and not _is_right(text, one):
                yield one


def _with_sign(text: str, end: int) -> str:
    """The two characters that end a clause, and the sign behind them."""
    return text[max(0, end - 2) : end + 1]


def _judged(run: str, at: int, others: str) -> LeftOut | None:
    seen, best = cut(run).score, None
    for other in others:
        changed = cut(run + other)
        start, word = changed.word_at(len(run))
        gain = changed.score - seen
        if len(word) > 1 and gain >= _LIKELIER and (best is None or gain > best.gain):
            best = LeftOut(at, other, at - len(run) + start, word, gain)
    return best


def _is_right(text: str, one: LeftOut) -> bool:
    """Whether what ends here is a name, shares its end with what follows, or is a member like its others."""
    at = one.at
    if one.missing in text[at : at + _SHARED] or is_of_name(text, at - 1):
        return True
    return _is_as_long_as_others(text, at)


def _is_as_long_as_others(text: str, end: int) -> bool:
    """Whether a short member of a series would be of another length than those beside it if it had one more."""
    start = max(text.rfind(mark, max(0, end - _LONGEST_MEMBER - 1), end) for mark in "、，。；：“\n") + 1
    if not start:
        return False
    before = _CLAUSE.search(text, max(0, start - 1 - _REACH), start - 1) if text[start - 1] == "、" else None
    behind = _CLAUSE_BEHIND.match(text, end)
    beside = [len(found) for found in (before and before[0], behind and behind[1]) if found]
    return bool(beside) and end - start + 1 not in beside
