"""Where characters stand side by side that counts of official texts cannot know: names, coinages, new words."""

from functools import cache

from lawcheck.checks.lexicon import commonness
from lawcheck.checks.person_names import is_of_person
from lawcheck.reading.language import run_level
from lawcheck.reading.resources import rows
from lawcheck.text.vocabulary.han import han_run, is_han

# A character as rare as this, in official texts and others, is one of a name or a trade: no one types it by mistake.
_RARE_OFFICIAL, _RARE = 6.0, 5
# Short names of places, which stand beside anything: 湘企, 环京.
_PLACES = frozenset("京津沪渝冀晋辽皖闽赣鲁豫鄂湘粤桂琼蜀黔滇陕陇藏疆蒙澳")
# 乙方, 丙类: what things are called that have no name.
PARTIES, _PARTY_ENDS = frozenset("甲乙丙丁"), frozenset("方类级组型班镇村区县市等")
_NUMERALS = frozenset("一二三四五六七八九十百千万两几每")
# Names and coinages stand in marks.
_OPENED, _CLOSED, _LONGEST_NAME = "“《‘", "”》’", 8
_LONGEST_WORD = 4
# 往深里走, 朝细里抓: any adjective; 稍大, 颇丰: these stand before any.
_TOWARDS, _INTO, _SOMEWHAT = "往朝", "里处", "稍颇"
_FIRM, _LONGEST_FIRM = ("集团", "公司"), 6
# 有言必录, 逢车必查: whatever comes, what is done with it.
_WHENEVER, _ALWAYS = frozenset("有逢凡见闻遇来"), "必"
# 重实干、强执行、抓落实: a verb and its object; the first member may have a word before it (坚持重实干).
_MEMBER, _LED_MEMBER, _BETWEEN = 3, 5, frozenset("、，")


def is_coined(text: str, at: int, misread: bool) -> bool:
    """Whether a place is of a name or a coinage, or of one of the trades that have characters of their own.

    Where it seems to be `misread` a rare character is no sign of a trade: recognition puts any at all.
    """
    if not misread and (is_place(text[at]) or is_rare(text[at])):
        return True
    return is_parallel(text, at) or is_of_name(text, at)


def is_place(character: str) -> bool:
    """Whether a character is the short name of a place."""
    return character in _PLACES


def is_parallel(text: str, at: int) -> bool:
    """Whether a place is of something counted or of a coinage that has a character twice."""
    character, before = text[at], text[at - 1 : at]
    # 二室一厅: measured. 能进尽进, 以学增智, 逐条、逐段: coined as they are needed.
    if before in _NUMERALS or character in (text[at + by : at + by + 1] for by in (-3, -2, 2, 3) if at + by >= 0):
        return True
    if any(text[i : i + 1] == _ALWAYS and text[max(0, i - 2) : i - 1] in _WHENEVER for i in (at, at - 1)):
        return True
    return is_han(before) and before in (text[at + 1 : at + 2], text[at + 2 : at + 3], text[max(0, at - 4) : at - 3])


def is_of_name(text: str, at: int) -> bool:
    """Whether a place is of a new word, an open phrase, something in marks, or a person's name."""
    return (
        (text[at] in PARTIES and text[at + 1 : at + 2] in _PARTY_ENDS)
        or is_of_new_word(text, at)
        or _is_of_open_phrase(text, at)
        or _is_in_marks(text, at)
        or is_of_person(text, at)
    )


def is_in_row_of_threes(text: str, at: int) -> bool:
    """Whether a place is of a member of three characters beside another one: 重实干、强执行、抓落实.

    A verb and its object are put together so as it is needed.
    """
    start = next((i + 1 for i in range(at - 1, at - _MEMBER - 1, -1) if i < 0 or not is_han(text[i])), -1)
    end = start + _MEMBER
    if start < 0 or at >= end or not all(map(is_han, text[start:end])) or is_han(text[end : end + 1]):
        return False
    # The mark before it and the one behind it, and how far the members beyond these reach.
    before, after = max(0, start - 1), end + 1
    first, last = han_run(text, before, after, _LED_MEMBER + 1)
    if start and text[before] in _BETWEEN and before - first in (_MEMBER, _LED_MEMBER):
        return True
    return text[end : end + 1] in _BETWEEN and last - after == _MEMBER


def _is_of_open_phrase(text: str, at: int) -> bool:
    """Whether a place is of a phrase into which any adjective goes: 往深里走, 稍大."""
    if text[at] in _SOMEWHAT or (at > 0 and text[at - 1] in _SOMEWHAT):
        return True
    inner = at - 1 if text[at] in _INTO else at
    return inner > 0 and text[inner - 1] in _TOWARDS and text[inner + 1 : inner + 2] in tuple(_INTO)


def is_of_firm(text: str, at: int) -> bool:
    """Whether a place is of the name of a firm: 示能服务集团, 恒拓建设公司."""
    return any(
        text.startswith(_FIRM, end) and all(map(is_han, text[at:end])) for end in range(at + 1, at + 1 + _LONGEST_FIRM)
    )


def is_rare(character: str) -> bool:
    """Whether a character is one of names and trades."""
    return run_level(character) < _RARE_OFFICIAL and commonness(character) <= _RARE


@cache
def _new_words() -> frozenset[str]:
    return frozenset(word for (line,) in rows("new_words.tsv") for word in line.split(" "))


def is_of_new_word(text: str, at: int) -> bool:
    """Whether one of the new words of a list covers a place."""
    return any(
        text[start:end] in _new_words()
        for start in range(max(0, at - _LONGEST_WORD + 1), at + 1)
        for end in range(max(at + 1, start + 2), start + _LONGEST_WORD + 1)
    )


def _is_in_marks(text: str, at: int) -> bool:
    """Whether a place is within a short stretch between quotation or title marks."""
    opened = next((i for i in range(at - 1, max(-1, at - _LONGEST_NAME - 1), -1) if not is_han(text[i])), -1)
    closed = next((i for i in range(at + 1, min(len(text), at + _LONGEST_NAME + 1)) if not is_han(text[i])), -1)
    return opened >= 0 and closed >= 0 and text[opened] in _OPENED and text[closed] in _CLOSED
