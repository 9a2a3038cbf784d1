"""Words that a clause cannot end with: 明确战略发展向，, 加强教育和，, 各镇要对， (part of TRM054)."""

from collections.abc import Iterator

from lawcheck.checks.coined import is_of_name
from lawcheck.checks.likelihood import is_word
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# They bring in what follows. 以, 为 and 于 end too many verbs.
_ALONE = "把被从按由将各每并且和与及向更很"
_LONGEST_WORD = 4
# What makes a whole with it: 一对, 好得很, 可感可及, 以此为由, 三者之和, 编者按, 南北向, 政通人和, 蚕丝被.
_WHOLE_BEHIND = frozenset(
    "一二两三四五六七八九十百千几数每成得可为之者所不无未有自相同人家东南西北纵横反双单逆正丝绒棉毛薄厚"
)
# Words of two that no list of words has, or that a word before them hides: 买卖双方言和.
_WORDS = frozenset({"言和", "讲和", "议和", "战和", "媾和", "火并", "扶把", "刀把", "值更", "守更", "巡更"})
# What one covers oneself with, holds and waits for: 捐衣捐被, 草把, 习俗难更. A clause so short is a set phrase.
_NOUNS = {
    "被": "捐缺少盖铺叠晒褥毯衣床缝拆洗暖送买厚薄新旧",
    "把": "草火拖手门车刀盈成锄秧帚捆扎",
    "更": "难变打初深半五定",
    "将": "点老小虎爱强猛降败良儒闯女兵勇主福",
}
_SHORT_CLAUSE = Pattern(f"(?:^|[，。；：、！？“‘（\n])[{HAN}]{{2}}(?![要须应可能会已均都不])[{HAN}]$")
# Names end with these: 王永和，李志向，泰和；so a whole word stands before them. 巴某某和 is such a name, masked.
_OF_NAMES, _MASKED = frozenset("和与及向并"), "某"
_AT_AN_END = Pattern(f"(?<=[{HAN}]{{2}})(?P<word>[{_ALONE}])(?=[，。；])", first=_ALONE)
# 这样做对，: it may also mean what is right.
_LONGER = Pattern(
    "(?P<word>(?<=[要须需将])对|关于|位于|鉴于|致力于|以及|或者|按照|依照|遵照)(?=[，。；])",
    needs=("对", "于", "及", "者", "照"),
)


def dangling_words(text: str) -> Iterator[tuple[int, int]]:
    """The span of each such word."""
    for match in _AT_AN_END.finditer(text):
        at = match.start()
        if text[at - 1] in _WHOLE_BEHIND or _ends_a_word(text, at + 1) or is_of_name(text, at):
            continue
        if match["word"] in _NOUNS and _is_noun(text, at):
            continue
        if match["word"] not in _OF_NAMES or (text[at - 1] != _MASKED and _ends_a_word(text, at)):
            yield match.span()
    for match in _LONGER.finditer(text):
        yield match.span("word")


def _is_noun(text: str, at: int) -> bool:
    return text[at - 1] in _NOUNS[text[at]] or bool(_SHORT_CLAUSE.search(text, max(0, at - 4), at))


def _ends_a_word(text: str, end: int) -> bool:
    if text[end - 2 : end] in _WORDS:
        return True
    return any(is_word(text[end - size : end]) for size in range(2, _LONGEST_WORD + 1))
