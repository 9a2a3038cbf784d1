"""Characters and words that stand twice where all else makes better sense with one of them (TRM021)."""

from collections.abc import Iterator

from lawcheck.checks.coined import is_of_name
from lawcheck.checks.likelihood import LikeliestWords, cut, is_word
from lawcheck.checks.sequences import han_around
from lawcheck.text.doubled import doubled, side_by_side
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_CHARACTER = Pattern(f"([{HAN}])\\1")
_RUN = Pattern(f"([{HAN}]{{2,3}})\\1")
_REACH = 8
_PAIR = 2
# 复习课|课堂, 学科组|组织: behind a word these make another one of it.
_SUFFIXES = frozenset(
    "课组室会员队班科处院校厅部局所站厂司团社网线区点级类型性率化者家馆店楼法书表册证费款金税额权力度量期品物器机业界方式骨"
)
# 其他组组织: they stand before a word, and no suffix behind them.
_DETERMINERS = frozenset({"其他", "有关", "任何", "上述", "相关", "各类", "所有", "以及", "或者", "并且"})
# 处置置等工作: behind a word the second one stands before what begins no word with it.
_FOLLOWING = frozenset("的地得和与及或在被由是并等以为要下中上内前后时")
# 辽阳镇镇长: a place and its head. （5）、（6）班班长: what stands in brackets belongs to the first one.
_WITH_HEADS, _HEAD = frozenset("省市区县乡镇村州盟旗局厅部院校组"), "长"
# 甲县县委, 乙盟盟委, 丙州州政府: a division and what is its own; 本会会员, 本所所长: what a body calls itself.
_DIVISIONS, _OWN = frozenset("省市区县乡镇村州盟旗"), frozenset("本该我贵")
# 人民路路段, 永安桥桥面: what has a name of its own, and a part of it. 在路路边 and 做好桥桥梁 name nothing.
_NAMED_PLACES = frozenset("路街巷桥河湖江溪沟塘渠坝堤闸山岛港湾池田园矿井窑塔台站楼馆店厂校院库寺庙")
_BEFORE_NO_NAME = frozenset("的在到沿从由至向对把将与和及或并各每该本某强好是有为被让")
_SIDES = frozenset("内外上下里边中口头尾旁侧前后底顶面段体身")
# 某村村规民约, 某县县志: no list of words has these.
_OF_A_DIVISION = frozenset("规志")
_CLOSED = frozenset("）)")
_NUMERALS = frozenset("一二三四五六七八九十百千零〇两")
_MAKING_WORDS = frozenset("化性型级类率")
# How much likelier (natural logarithm) the words must be with one of them. Measured in November 2026 on 1,008
# characters and 2,016 runs doubled in published text, of which seven and nine in ten are told, and on the 3,020 and
# 400 that stand there twice, of which none is told but slips.
# Runs of whole words need less (由市由市交通局), but for 的基金的基金份额.
_GAIN, _NUMERAL_GAIN, _WORD_GAIN, _WORDS_GAIN, _LONGER_GAIN, _RUN_GAIN = 9.0, 11.0, 8.0, 9.0, 10.0, 13.0


def stutters(text: str) -> Iterator[tuple[int, int]]:
    """The second one of each character, word or run of characters that stands twice."""
    for match in doubled(_CHARACTER, text, side_by_side(1, 1)):
        start, again = match.start(), match[1]
        if again in (text[start - 1 : start], text[start + 2 : start + 3]):  # 天天天
            continue
        least = _NUMERAL_GAIN if again in _NUMERALS else _GAIN
        if not _is_of_two(text, start, again) and _is_stutter(text, start, again, least):
            yield start + 1, start + 2
    for match in doubled(_RUN, text, side_by_side(2, 3)):
        again = match[1]
        # 一件一件办好
        if again[0] not in (again[1], "一"):
            least = _WORD_GAIN if is_word(again) else _RUN_GAIN
            if _is_stutter(text, match.start(), again, least):
                yield match.end(1), match.end()


def _is_of_two(text: str, start: int, again: str) -> bool:
    """Whether two characters are known to belong to two words, or to a name."""
    if text[start - 1 : start] in _CLOSED or (again in _WITH_HEADS and text.startswith(_HEAD, start + 2)):
        return True
    before, behind = text[start - 1 : start], text[start + 2 : start + 3]
    is_part = (
        is_han(before) and is_han(behind) and any(is_word(text[start + 1 : end]) for end in (start + 3, start + 4))
    )
    if again in _DIVISIONS and (is_part or behind in _OF_A_DIVISION):
        return True
    is_part = is_part or (is_han(before) and behind in _SIDES)
    if is_part and again in _NAMED_PLACES and before not in _BEFORE_NO_NAME:
        return True
    if is_han(behind) and before in _OWN:
        return True
    # 足骨骨折, 直接接管网
    if text.startswith("骨骨折", start) or text.startswith("直接接", start - 1):
        return True
    return is_of_name(text, start)


def _is_stutter(text: str, start: int, again: str, least: float) -> bool:
    size = len(again)
    end = start + 2 * size
    before, behind = han_around(text, start, end, _REACH)
    # 团团伙伙, 天天天
    if before.endswith(again) or behind.startswith(again) or _is_twofold(before[-2:]) or _is_twofold(behind[:2]):
        return False
    if size == _PAIR and _is_shifted(before[-1:], again, behind[:1]):
        return False
    twice = cut(before + again * 2 + behind)
    if size == 1 and not _parts_words(twice, len(before), behind):
        return False
    if size > 1 and again[0] != "的":
        # 教师教师节, 机制机制化: the second one may begin a longer word.
        is_apart = are_words(twice, len(before), size) and behind[:1] not in _MAKING_WORDS
        least = min(least, _WORDS_GAIN) if is_apart else max(least, _LONGER_GAIN)
    return cut(before + again + behind).score - twice.score >= least


def _is_shifted(before: str, again: str, behind: str) -> bool:
    """Whether the characters are words from one place further on: 纪委|监委|监督."""
    return all(map(is_word, (before + again[0], again[1] + again[0], again[1] + behind)))


def _is_twofold(pair: str) -> bool:
    return len(pair) > 1 and pair[0] == pair[1]


def _parts_words(found: LikeliestWords, at: int, behind: str) -> bool:
    """Whether one of two characters belongs to a word and the other, beside it, to none: 按照|照|规定, 公|公布."""
    (first, one), (second, other) = found.word_at(at), found.word_at(at + 1)
    if first == second:
        return False
    if len(one) == 1:
        before = found.word_at(at - 1)[1] if at else ""
        is_suffix = one in _SUFFIXES and len(before) > 1 and before not in _DETERMINERS
        return len(other) > 1 and not is_suffix
    if len(other) > 1:
        return False
    return not behind or behind[0] in _FOLLOWING or len(found.word_at(at + 2)[1]) > 1


def are_words(found: LikeliestWords, at: int, size: int) -> bool:
    """Whether the two runs of `size` characters from `at` on are whole words each."""
    end = 0
    ends = {end := end + len(word) for word in found.words}
    return {at + size, at + 2 * size} <= ends and (not at or at in ends)
