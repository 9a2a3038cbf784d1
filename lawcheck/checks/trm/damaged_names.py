"""Whether a name at distance one is a damaged one, or a right text that only looks like it (TRM001, TRM020)."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from lawcheck.checks.alike import is_alike
from lawcheck.checks.coined import is_in_row_of_threes, is_of_new_word
from lawcheck.checks.likelihood import LikeliestWords, cut, is_word
from lawcheck.checks.near_names import Damage, NearName, NearNames, possible_names
from lawcheck.reading.known_words import word_level
from lawcheck.reading.language import is_attested
from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.offices import ends_as_office

# So many characters on either side are looked at.
_REACH = 6
_BRIEF = 1500
# Names of so many characters are hardly met by chance when all but one agree.
_LONG = 6
_VERY_LONG = 8
_SHORT = 4
_MEMBER = 3
# So often (natural logarithm) a character is a word by itself in official texts.
_OFTEN = 7
# How much likelier (natural logarithm) the text must become with the right name, by how much there is of it.
_GAIN_LONG, _GAIN_SHORT, _GAIN_EDGE, _GAIN_ADDED, _GAIN_PUT_IN, _GAIN_ODD = 0, 4, 6, 5, 12, 8
# What lost a character, inside or at an end, and is as much likelier with it is no other word.
_GAIN_LOST, _GAIN_CUT, _GAIN_OFFICE = 9, 12, 5
_GAIN_PARTLY, _GAIN_REACHING, _GAIN_LONG_EDGE = 9, 14, 3
_ADVERBIAL, _OPEN = frozenset("的地"), frozenset("于以为与之向")
_NUMERALS = frozenset("一二三四五六七八九十百千两双第")
# What is put into a name on purpose: 系统性治理, 中国特色的社会主义.
_PUT_IN = frozenset("的地得和与及等化性型类为是不各大新再更")
_PLACES = frozenset("省市县区州盟旗镇乡村国部")
_FUNCTION = frozenset("的地得和与及等为是在以把将对向由按于据从到被让使其该本各并或且而等了就都也之至")
# Verbs of one character that shorten a phrase: 扩内需, 优结构.
_SHORTENING = frozenset("扩稳促保防控强优提增降减调去补抓惠治利守建护固育引创拓学讲定破立")


@cache
def _index(table: str) -> NearNames:
    return NearNames(row[0] for row in rows(table))


# How many characters have been searched for the names of each table.
_searched: Counter[str] = Counter()


def _index_for(text: str, table: str) -> NearNames:
    _searched[table] += len(text)
    if _searched[table] > _BRIEF:
        return _index(table)
    return NearNames(possible_names((row[0] for row in rows(table)), text))


@cache
def _known() -> frozenset[str]:
    return frozenset(
        row[0]
        for name in ("phrases.tsv", "idioms.tsv", "bodies.tsv", "former_bodies.tsv", "coinages.tsv", "ministries.tsv")
        for row in rows(name)
    )


def damaged_body_name(document: Document) -> Iterator[Finding]:
    """TRM020: the name of a national body, or the usual end of a local one, with one character wrong."""
    for near in damaged_names(document.text, "bodies.tsv"):
        values = {"found": document.text[near.start : near.end], "name": near.name}
        yield Finding(near.start, near.end, values, edits=(Edit(near.start, near.end, near.name),))


def damaged_names(text: str, table: str) -> Iterator[NearName]:
    """Every damaged name of a table, in the order of the text, none inside another one."""
    near, whole = _index_for(text, table).find(text)
    if not near:
        return
    # Two places side by side in a whole name: where one of them is damaged, the other name is meant.
    joined = {at for start, end in whole for at in range(start + 1, end)}
    found = [n for n in near if n.at not in joined or n.damage is Damage.ADDED]
    known = _known()
    found = [judged for n in found if text[n.start : n.end] not in known and (judged := _judged(text, n))]
    found = [n for n in found if text[n.start : n.end] not in known]
    seen = Counter(text[n.start : n.end] for n in {(n.start, n.end): n for n in found}.values())
    end = 0
    for n in sorted(found, key=lambda n: (n.start, -n.end)):
        # What is written more than twice, and never otherwise, is a name of its own.
        if n.start >= end and (seen[text[n.start : n.end]] < 3 or n.name in text):
            end = n.end
            yield n


def _judged(text: str, near: NearName) -> NearName | None:
    """A damaged name with its whole span; None where the text is right as it is."""
    if (
        near.damage is Damage.SWAPPED
        and is_word(text[near.start : near.at + 1])
        and is_word(text[near.at + 1 : near.end])
    ):
        # 真实|情感 is 真情实感 in other words.
        return None
    if near.damage is Damage.LOST and near.place in (0, len(near.name) - 1):
        if _is_other(text, near):
            first = near.place == 0
            return near._replace(start=near.start - first, end=near.end + (not first), damage=Damage.REPLACED)
        return near if _is_cut_short(text, near) else None
    return near if _is_damage(text, near) else None


def _is_damage(text: str, near: NearName) -> bool:
    name, size = near.name, len(near.name)
    seen = text[near.at : near.at + 1]
    if near.damage is Damage.REPLACED and seen in _NUMERALS and name[near.place] in _NUMERALS:
        return False
    if near.damage is Damage.ADDED:
        return _is_added(text, near)
    # 快审批、严把关、重服务: what has one character for the verb in a row of such ones lost none.
    if near.damage is Damage.LOST and near.end - near.start == _MEMBER and is_in_row_of_threes(text, near.start):
        return False
    # How likely the words are takes longest to tell, so it comes last.
    if near.damage is Damage.LOST and _is_plainly_lost(text, near):
        return True
    inside, strange = _strange_runs(text, near)
    if not strange:
        return False
    if near.damage is Damage.REPLACED and not is_alike(seen, name[near.place]):
        return size >= _VERY_LONG and strange == inside and seen not in _FUNCTION and _is_odd(text, near)
    if near.damage is Damage.LOST and _goes_on(text, near):
        return False
    needed = _GAIN_SHORT if strange == inside else _GAIN_PARTLY
    if size >= _LONG:
        needed = _GAIN_SHORT if near.damage is Damage.LOST else _GAIN_LONG
    elif near.damage is Damage.LOST and text[near.at - 1] in _SHORTENING and is_word(text[near.at : near.end]):
        return False
    gain, _ = _gain(text, near, near.start, near.end)
    return gain >= needed and (gain >= _GAIN_REACHING or not _reaches_out(text, near.start, near.end))


def _is_odd(text: str, near: NearName) -> bool:
    """Whether a character stands by itself in a long name, and the words are much likelier without it."""
    gain, words = _gain(text, near, near.start, near.end)
    if len(_word(words, text, near.at, near)) > 1 or gain < _GAIN_ODD:
        return False
    return gain >= _GAIN_REACHING or not _reaches_out(text, near.start, near.end)


def _is_plainly_lost(text: str, near: NearName) -> bool:
    """Whether what is left of a name makes no words, in itself or with what is beside it."""
    if text[near.at - 1] in _SHORTENING or is_word(text[near.end - 1 : near.end + 1]) or is_of_new_word(text, near.end):
        return False
    # 开创|新的业绩: what is left is a word and what stands before a noun.
    if near.at == near.end - 1 and is_word(text[near.start : near.at]) and text.startswith("的", near.end):
        return False
    needed = _GAIN_OFFICE if _is_office(near.name) else _GAIN_LOST if len(near.name) > _SHORT else _GAIN_CUT
    return _gain(text, near, near.start, near.end)[0] >= needed and not _reaches_out(text, near.start, near.end)


def _is_office(name: str) -> bool:
    """Whether a name is that of an office, and long enough to be told by what is left of it."""
    return len(name) > _SHORT and ends_as_office(name)


def _goes_on(text: str, near: NearName) -> bool:
    """Whether the last character of a name that lost another one begins a word that goes on: 开创新局, 未成年人护苗."""
    after = text[near.end : near.end + 1]
    close = near.place == len(near.name) - 2 or len(near.name) == _SHORT
    return close and is_han(after) and after not in _FUNCTION and is_attested(text[near.end - 1] + after)


def _is_added(text: str, near: NearName) -> bool:
    """Whether a character too many stands in a name or, where it is the first or last one again, beside it."""
    name, seen = near.name, text[near.at]
    doubled = seen in name[max(0, near.place - 1) : near.place + 1]
    at_an_end = near.at in (near.start, near.end - 1)
    # 脚踏实地地推进
    if near.at == near.end - 1 and seen in _ADVERBIAL:
        return False
    # 区市市场监管局, 全国国内大循环: the other one may belong to its neighbours.
    if at_an_end and near.at == near.start and seen in _PLACES:
        return False
    if at_an_end:
        # 根据国土空间规划|划为基本农田: it begins the next word, or ends the one before.
        beside = text[near.at - 1 : near.at + 1] if near.at == near.start else text[near.at : near.at + 2]
        if len(beside) > 1 and is_word(beside):
            return False
    elif not _strange_runs(text, near)[1]:
        return False
    if not (at_an_end or doubled) and (len(name) <= _LONG or seen in _PUT_IN or seen in _NUMERALS):
        return False
    gain, words = _gain(text, near, near.start, near.end)
    if gain < (_GAIN_ADDED if at_an_end or doubled else _GAIN_PUT_IN):
        return False
    return (doubled and not at_an_end) or len(_word(words, text, near.at, near)) == 1


def _is_other(text: str, near: NearName) -> bool:
    """Whether another character that sounds or looks alike stands where a name begins or ends."""
    at = near.start - 1 if near.place == 0 else near.end
    if not 0 <= at < len(text) or not is_han(text[at]) or not is_alike(text[at], near.name[near.place]):
        return False
    start, end = min(at, near.start), max(at + 1, near.end)
    # At the end of a clause a run says nothing: it was seen as the beginning of a longer word (生产利 of 生产利润).
    ends = at == near.end and not is_han(text[at + 1 : at + 2])
    strange = ends or any(not is_attested(run) for run in _runs(text, at, at + 1, at - 2, at + 3))
    if not strange:
        return False
    gain, words = _gain(text, near, start, end)
    needed = _GAIN_LONG_EDGE if len(near.name) >= _LONG else _GAIN_EDGE
    return gain >= needed and len(_word(words, text, at, near)) == 1


def _is_cut_short(text: str, near: NearName) -> bool:
    """Whether the first or last character of a name is lost."""
    first = near.place == 0
    if first and near.name[0] in _NUMERALS:
        return False
    beside = near.start - 1 if first else near.end
    neighbour = text[beside] if 0 <= beside < len(text) else "\n"
    # 造福于两国, 绳之以党纪: what is open at its end goes on in many ways.
    if neighbour == "\n" or (not first and text[beside - 1] in _OPEN and is_han(neighbour)):
        return False
    # How much likelier the name is takes longest to tell, so it comes last.
    words = _words(text, near.start, near.end)
    if len(_word(words, text, near.start if first else near.end - 1, near)) > 1:
        return False
    needed = _GAIN_SHORT if len(near.name) > _SHORT else _GAIN_EDGE
    if is_han(neighbour) and neighbour not in _FUNCTION and len(_word(words, text, beside, near)) == 1:
        # Another name may begin with the neighbour, unless that is a word by itself and there is enough of this one.
        if not first or len(near.name) <= _SHORT or word_level(neighbour) < _OFTEN:
            return False
        needed = max(needed, _GAIN_ADDED)
    if any(map(is_attested, _runs(text, near.at - 1, near.at + 1, near.start - 2, near.end + 2))):
        needed = max(needed, _GAIN_OFFICE if _is_office(near.name) else _GAIN_CUT)
    return _gain(text, near, near.start, near.end)[0] >= needed


def _reaches_out(text: str, start: int, end: int) -> bool:
    """Whether a word begins or ends outside the span and reaches into it."""
    first, last = _window(text, start, end)
    at = first
    for word in cut(text[first:last]).words:
        if at < start < at + len(word) or at < end < at + len(word):
            return True
        at += len(word)
    return False


def _strange_runs(text: str, near: NearName) -> tuple[int, int]:
    """How many runs of three characters inside the name lie over the damage, and how many of them are never seen."""
    if near.damage is Damage.LOST:
        first, last = near.at - 1, near.at + 1
        runs = _runs(text, first, last, near.start, near.end)
    elif near.damage is Damage.SWAPPED:
        runs = _touching(text, near.at, near.at + 2, near.start, near.end)
    else:
        runs = _runs(text, near.at, near.at + 1, near.start, near.end)
    return len(runs), sum(not is_attested(run) for run in runs)


def _runs(text: str, first: int, last: int, start: int, end: int) -> list[str]:
    """The runs of three Han characters between two places that cover others."""
    places = range(max(0, start, last - 3), min(first, end - 3) + 1)
    return [run for at in places if len(run := text[at : at + 3]) == 3 and all(map(is_han, run))]


def _touching(text: str, first: int, last: int, start: int, end: int) -> list[str]:
    places = range(max(start, first - 2), min(last - 1, end - 3) + 1)
    return [run for at in places if all(map(is_han, run := text[at : at + 3]))]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = start, end
    while first > max(0, start - _REACH) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _REACH) and is_han(text[last]):
        last += 1
    return first, last


def _words(text: str, start: int, end: int) -> LikeliestWords:
    """The words that there are around a span, and in it."""
    first, last = _window(text, start, end)
    return cut(text[first:last])


def _gain(text: str, near: NearName, start: int, end: int) -> tuple[float, LikeliestWords]:
    """How much likelier the text is with the name in place of the span, and the words that it has now."""
    first, last = _window(text, start, end)
    now = _words(text, start, end)
    return cut(text[first:start] + near.name + text[end:last]).score - now.score, now


def _word(words: LikeliestWords, text: str, at: int, near: NearName) -> str:
    first, last = _window(text, near.start, near.end)
    return words.word_at(min(max(at, first), last - 1) - first)[1]
