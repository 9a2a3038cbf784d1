"""Where a character is wrong that no list has: 充分法挥 for 充分发挥, 公录养护 for 公路养护.

Official texts never have two characters side by side that stand so here, and with another one of them, that sounds or
looks alike, both models of official language find the text much likelier: that of words and that of characters.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lawcheck.checks.coined import is_coined, is_of_a_trade, is_of_firm, is_of_name, is_parallel, is_place, is_rare
from lawcheck.checks.judged_characters import SURE_OF_RECURRING, WrongCharacter
from lawcheck.checks.lexicon import is_listed
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.meant_characters import (
    are_twice_alike,
    blurred_others,
    easily_taken_others,
    meant,
    only_blurred_others,
)
from lawcheck.checks.sequences import scores_of_others, sequence_score
from lawcheck.checks.told_pairs import hardly_known_pairs, seldom_pairs
from lawcheck.reading.known_words import second_halves, word_level
from lawcheck.reading.language import attested_threes, followers
from lawcheck.text.vocabulary.han import is_han

_REACH = 5
_LONGEST_WORD = 2
# How many of the other characters that make the sequence likeliest are held against the words too.
_TRIED = 3
# What is written so often in a document is a term of its own; in a scan twice is enough where nothing looks alike.
_RECURRING, _AGAIN = 3, 2
# 交通互联、产业共兴为重点: members of four characters are coined as they are needed.
_MEMBER, _BEHIND_MEMBER = 4, frozenset("为的和等与及并")
_OFFICES = frozenset("局委办厅")
# 述前, 述后: short for the word that the text has so often.
_OFTEN, _BEFORE_OR_AFTER = 5, ("前", "后")
# How much likelier (natural logarithm) the sequence must become to be looked at more closely, in a scan by one that
# looks alike, and what that is worth among others.
_LIKELIER, _LIKELIER_SHAPE, _WORTH = 7.0, 4.0, 4.0
# Where official texts lack so large a share of what stands side by side, that says less of any one place: both models
# together have to be surer. Measured in November 2026 on half a million characters of a newspaper that the counts do
# not have: two right ones are told instead of six, and 92 of 100 slips that were.
_STRANGE, _SURE_IN_A_STRANGE_TEXT = 0.13, 30.0
# What is not counted in a short text is taken to be usual.
_SHORT, _SHORT_HAS = 300, 10
# What may be lost in reckoning.
_LOST = 1e-6
# The characters that a sequence of three makes likelier or not: the one that is changed and those behind it.
_AFFECTED = 3


@lru_cache(maxsize=4)
def wrong_characters(text: str, scanned: bool) -> tuple[WrongCharacter, ...]:
    """Every character that seems to be wrong, in the order of the text; of two neighbours the likelier one."""
    places, often = unknown_pairs(text, scanned), how_often(text, scanned)
    found: dict[int, WrongCharacter] = {}
    written = Counter(text) if scanned else Counter[str]()
    looked_at = [pair for pair in places if scanned or often[text[pair : pair + 2]] < _RECURRING]
    for at in dict.fromkeys(at for pair in looked_at for at in (pair, pair + 1)):
        # Who types by sound seldom makes another word.
        if not scanned and (text[at + 1 : at + 2] in second_halves(text[at]) or _ends_a_word(text, at)):
            continue
        one = _judged(text, at, scanned)
        if one is None or (is_coined(text, at, True) if scanned else _is_own(text, one)):
            continue
        if scanned and (ends_a_short_name(text, at) or (not one.looks_alike and is_of_matter(text, at, written))):
            continue
        pairs = (text[max(0, at - 1) : at + 1], text[at : at + 2])
        # Who types makes one slip twice seldom, and a plain one; in a scan what looks alike may come again.
        is_plain = one.looks_alike if scanned else one.gain >= SURE_OF_RECURRING
        if not is_plain and (_is_in_series(text, at) or any(often[pair] >= _AGAIN for pair in pairs)):
            continue
        found[at] = one
    # What recurs is a term, unless it is plain somewhere that a scan has it so again and again.
    plain = {(text[at], one.word) for at, one in found.items() if one.is_plain}
    terms = [
        at
        for at, one in found.items()
        if max(often[text[max(0, at - 1) : at + 1]], often[text[at : at + 2]]) >= _RECURRING
        and (text[at], one.word) not in plain
    ]
    for at in terms:
        del found[at]
    return tuple(_apart(found))


def _ends_a_word(text: str, at: int) -> bool:
    return at > 0 and text[at] in second_halves(text[at - 1])


def _is_own(text: str, one: WrongCharacter) -> bool:
    """Whether a character that is typed is of a name, of a coinage or of a trade, so that it may well be right."""
    if is_of_name(text, one.at) or is_of_a_trade(text, one.at):
        return True
    if is_place(text[one.at]) and not (one.looks_alike or one.easily_taken):
        return True
    return (one.is_rare or one.is_parallel) and not one.is_sure(False)


def ends_a_short_name(text: str, at: int) -> bool:
    """Whether a place is the end of the name of an office, one character of each word: 改发局，, 经信局、."""
    return text[at] in _OFFICES and is_han(text[at - 1 : at]) and not is_han(text[at + 1 : at + 2])


def is_of_matter(text: str, at: int, written: Counter[str]) -> bool:
    """Whether a character is one that the text is about: 水碘 in a text on 碘盐, 述前 in one on 述职; or of a firm."""
    if written[text[at]] >= _RECURRING and is_rare(text[at]):
        return True
    return (written[text[at]] >= _OFTEN and text[at + 1 : at + 2] in _BEFORE_OR_AFTER) or is_of_firm(text, at)


def sure_characters(text: str, scanned: bool) -> list[WrongCharacter]:
    """Those of which both models are sure, and in a scan those that are misread as a sure one is."""
    every = wrong_characters(text, scanned)
    if not scanned and is_strange(text):
        every = tuple(one for one in every if one.gain >= _SURE_IN_A_STRANGE_TEXT)
    sure = {(text[one.at], one.word) for one in every if one.is_sure(scanned)}
    same = scanned and sure
    return [one for one in every if one.is_sure(scanned) or (same and (text[one.at], one.word) in sure)]


def is_strange(text: str) -> bool:
    """Whether official texts do not have much of what stands side by side in a text: a speech, a tale, a trade."""
    return len(unknown_pairs(text, False)) + _SHORT_HAS >= _STRANGE * (len(text) + _SHORT)


def _is_in_series(text: str, at: int) -> bool:
    """Whether a place is in a member of four characters of a series that is not the first."""
    start = text.rfind("、", max(0, at - _MEMBER), at) + 1
    behind = text[start + _MEMBER : start + _MEMBER + 1]
    return start > 0 and (behind in _BEHIND_MEMBER or not is_han(behind))


@lru_cache(maxsize=4)
def unknown_pairs(text: str, scanned: bool) -> tuple[int, ...]:
    """Where two characters stand side by side that official texts do not have so, or seldom and in no such company.

    In a scan it is where they hardly have them so.
    """
    if scanned:
        return tuple(hardly_known_pairs(text))
    known, places = followers(), seldom_pairs(text)
    seldom = [at for at in places if text[at + 1] in known.get(text[at], "")]
    # They stand with a neighbour as they do in official texts.
    behind = attested_threes(text, [at - 1 for at in seldom])
    usual = attested_threes(text, seldom) | {at + 1 for at in behind}
    return tuple([at for at in places if at not in usual])


@lru_cache(maxsize=4)
def how_often(text: str, scanned: bool) -> Counter[str]:
    """How often each of these pairs stands in a text."""
    return Counter([text[at : at + 2] for at in unknown_pairs(text, scanned)])


def _apart(found: dict[int, WrongCharacter]) -> Iterator[WrongCharacter]:
    """Those that no better one stands beside."""
    for at, one in sorted(found.items()):
        beside = [found[other].gain for other in (at - 1, at + 1) if other in found]
        if all(one.gain >= gain for gain in beside):
            yield one


def _judged(text: str, at: int, scanned: bool) -> WrongCharacter | None:
    """What should stand at a place, if anything else makes both the sequence and the words likelier."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    before, after = before if is_han(before) else "", after if is_han(after) else ""
    others = meant(before, text[at], after, scanned)
    if not others:
        return None
    blurred = blurred_others(text[at]) if scanned else only_blurred_others(text[at])
    start, end = at, at + 1
    while start and at - start < _REACH and is_han(text[start - 1]):
        start -= 1
    while end < len(text) and end - at <= _REACH and is_han(text[end]):
        end += 1
    stretch, place = text[start:end], at - start
    head, tail = stretch[:place], stretch[place + 1 :]
    as_it_is = sequence_score(stretch, place, place + _AFFECTED)
    worth = _WORTH if scanned else -_WORTH
    taken = easily_taken_others(text[at])
    likelier = []
    by_character = {other.character: other for other in others}
    least = as_it_is + (_LIKELIER_SHAPE if scanned else _LIKELIER)
    for score, character in scores_of_others(stretch, place, by_character, least - _LOST):
        shape, gain = character in blurred, score - as_it_is
        if gain >= (_LIKELIER_SHAPE if shape and scanned else _LIKELIER):
            told_by_shape = shape and (scanned or character not in taken)
            likelier.append((gain + worth * told_by_shape, gain, by_character[character], shape))
    if not likelier:
        return None
    seen = cut(stretch)
    if len(seen.word_at(place)[1]) > _LONGEST_WORD:
        return None
    beside = [pair for pair in (before + text[at], text[at] + after) if len(pair) > 1]
    in_a_dictionary = any(map(is_word, beside))
    # A scan has rare words damaged too; who types takes the common ones.
    in_a_word = in_a_dictionary if scanned else any(map(is_listed, beside))
    strange, parallel = is_rare(text[at]), is_parallel(text, at)
    found = [
        WrongCharacter(
            at,
            other.character,
            at - other.behind,
            other.word,
            gain,
            cut(head + other.character + tail).score - seen.score,
            word_level(other.word),
            shape,
            are_twice_alike(text[at], other.character),
            other.character in taken,
            in_a_word,
            in_a_dictionary,
            strange,
            parallel,
        )
        for _, gain, other, shape in sorted(likelier, reverse=True)[:_TRIED]
    ]
    return max(found, key=lambda one: one.gain + 2 * worth * (one.looks_alike and (scanned or not one.easily_taken)))
