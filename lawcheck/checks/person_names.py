"""Where the names of persons stand: any characters at all may be side by side in them."""

from lawcheck.reading.known_words import word_level
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

# A name stands after an office (总经理王某某), and alone between signs.
_OFFICE = Pattern(f"(?:{HOLDERS}|同志|[长员人任师生])\\Z")
_OFFICE_REACH = 4
_LONGEST = 4
# 成员：赵某某钱某孙某某: names that have grown together, as far as that.
_LABEL, _LONGEST_ROSTER = Pattern(f"(?:{HOLDERS}|同志|[长员人])[：:]\\Z"), 60
# Surnames that the vocabulary leaves out, being rare or words: behind an office they begin a name.
_RARER = frozenset(
    "芦汪连义计甄佟冼仉缪逄亓禚戚楚隋栾商匡卞边卜车储从党敖班鲍卑薄步岑晁巢池褚丛狄刁东丰封傅干戈郜葛公宫勾古谷官归郭桂国哈海"
    "和洪侯呼花滑怀桓黄惠姬嵇纪简揭荆井景居鞠康寇匡来劳乐冷厉利栗练良廖令楼娄卢罗骆麻满茅门糜米苗明木那南农区盘逄平蒲濮朴漆"
    "强乔权冉饶芮沙厍山上邵佘生盛师时寿双水司松宿随邰谈陶滕佟屠宛危卫闻沃郗席冼相向解辛信幸须轩鄢晏羊仰阳么银应雍由有於郁喻苑"
    "云恽臧查占战湛仉召郑支植钟仲诸竺祝卓宗邹訾祖左迟蔺麦占丘郝闵窦燕奚敬占炎"
)
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "令狐", "慕容")
# So often (natural logarithm) a word is met that begins as a name might: 高度, 严格.
_USUAL = 3.0


def is_of_person(text: str, at: int) -> bool:
    """Whether a character seems to belong to the name of a person."""
    first = at
    while first and at - first < _LONGEST and is_han(text[first - 1]):
        first -= 1
    last = at + 1
    while last < len(text) and last - at < _LONGEST and is_han(text[last]):
        last += 1
    begins = not (first and is_han(text[first - 1]))
    if begins and last - first <= _LONGEST and not is_han(text[last : last + 1]) and _surname(text, first):
        return True
    for start in range(first, at + 1):
        size = _surname(text, start)
        if at >= start + (size or 1) + 2:
            continue
        after_office = _OFFICE.search(text[max(0, start - _OFFICE_REACH) : start])
        if after_office and (size or text[start] in _RARER):
            return True
        if size and start == first and begins and (start == at or word_level(text[start : start + 2]) < _USUAL):
            return True
    return _is_in_roster(text, at)


def _is_in_roster(text: str, at: int) -> bool:
    """Whether a place is of a run of characters behind a label of persons that begins with a surname."""
    first = at
    while first and at - first < _LONGEST_ROSTER and is_han(text[first - 1]):
        first -= 1
    label = text[max(0, first - _OFFICE_REACH - 1) : first]
    return bool(_surname(text, first)) and _LABEL.search(label) is not None


def _surname(text: str, at: int) -> int:
    """How many characters of a family's name stand at a place."""
    if text[at : at + 2] in _DOUBLE:
        return 2
    return int(text[at] in SURNAMES)
