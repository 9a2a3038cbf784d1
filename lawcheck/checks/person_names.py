"""Where the names of persons stand: any characters at all may be side by side in them."""

from lawcheck.reading.known_words import word_level
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import han_run, is_han
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

# A name stands after an office (总经理王某某), and alone between signs.
_OFFICE = Pattern(f"(?:{HOLDERS}|同志|记者|作者|编者|[长员人任师生])\\Z")
_OFFICE_REACH = 4
_LONGEST, _BETWEEN = 4, "、"
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
# What is said of a person behind the name: 王某某（女）, 刘某某认为; the end of a line that says who wrote it.
_BEHIND = Pattern("（[男女]|同志|先生|女士|老师|老人|认为|指出|介绍|告诉|表示|摄[）\\n]|说[，：“]|）(?:\n|\\Z)")
# So often (natural logarithm) a word is met that begins as a name might: 高度, 严格.
_USUAL = 3.0


def is_of_person(text: str, at: int) -> bool:
    """Whether a character seems to belong to the name of a person."""
    first, last = _run_around(text, at)
    begins = not (first and is_han(text[first - 1]))
    if begins and last - first <= _LONGEST and not is_han(text[last : last + 1]) and _surname(text, first):
        return True
    size = _surname(text, first)
    if begins and size and at < first + size + 2 and (first == at or word_level(text[first : first + 2]) < _USUAL):
        return True
    return is_named(text, at)


def is_named(text: str, at: int) -> bool:
    """Whether a character belongs to what an office, a label, a row of names or what follows makes a person's name."""
    first, _ = _run_around(text, at)
    for start in range(first, at + 1):
        size = _surname(text, start)
        is_begun = at < start + (size or 1) + 2 and (size or text[start] in _RARER)
        if is_begun and _OFFICE.search(text[max(0, start - _OFFICE_REACH) : start]):
            return True
    return _is_before_a_mention(text, first, at) or _is_in_row(text, at) or _is_in_roster(text, at)


def _run_around(text: str, at: int) -> tuple[int, int]:
    """The run of Han characters around a place, as far as a name reaches."""
    return han_run(text, at, at + 1, _LONGEST)


def _is_in_row(text: str, at: int) -> bool:
    """Whether a place is of a member of a row beside which another member may be a name too: 、王某某、李某某、."""
    first, last = _run_around(text, at)
    if not _may_be_name(text, first, last):
        return False
    if first and text[first - 1] == _BETWEEN and _may_be_name(text, _run_around(text, first - 2)[0], first - 1):
        return True
    return text.startswith(_BETWEEN, last) and _may_be_name(text, last + 1, _run_around(text, last + 1)[1])


def _may_be_name(text: str, first: int, last: int) -> bool:
    return first >= 0 and 1 < last - first < _LONGEST and bool(_surname(text, first) or text[first] in _RARER)


def _is_before_a_mention(text: str, first: int, at: int) -> bool:
    """Whether a place is of a name of two or three characters behind which something is said of a person."""
    for start in range(max(first, at - 2), at + 1):
        is_begun = _surname(text, start) or text[start] in _RARER
        if not is_begun or word_level(text[start : start + 2]) >= _USUAL:
            continue
        if any(_BEHIND.match(text, end) for end in range(max(start + 2, at + 1), start + 4)):
            return True
    return False


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
