"""Phrases with two characters in the other order, and names that one of two rows has otherwise (CIT028)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import compress, islice

from lawcheck.checks.alike import is_alike
from lawcheck.checks.likelihood import is_word
from lawcheck.checks.pairs import numbers_of_pairs, turned_pairs
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

Span = tuple[int, int]

# A phrase of six characters, of which the two in the middle are turned.
_SIX = Pattern(f"[{HAN}]{{6}}")
_SIZE, _FIRST, _LAST = 6, 2, 4
# 同春、永正、桥联、梅树等村
_ROW = Pattern(f"[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{2,30}}")
_OTHERS = Pattern(f"(?<=[{HAN}]{{2}})等[{HAN}]?$")
_NO_NAME = frozenset("的和与及或等为是应由在对将有其该并了不省市县区一二三四五六七八九十上下东南西北中前后大小新老")
_COMMON, _MOST_ROWS, _MOST_ALIKE, _MOST = 2, 300, 20, 20
_PAIR = 2
_NATIONS = frozenset(
    "中美俄英法德日韩朝越印巴蒙泰缅老柬菲马新澳加意西葡荷比瑞挪丹芬波捷匈罗保希土伊以埃非欧亚港澳台京津沪渝苏浙闽赣皖鲁豫鄂湘粤桂琼川贵黔云滇藏陕甘青宁疆冀晋辽吉黑"
)


def changed_phrases(text: str) -> Iterator[tuple[Span, Span]]:
    """Each odd place and the usual one."""
    yield from _turned(text)
    yield from _in_rows(text)


def _turned(text: str) -> Iterator[tuple[Span, Span]]:
    """草原补奖政策 and 草原奖补政策: of six characters the two in the middle stand the other way round.

    Where both orders are words (互相, 相互), both may be meant.
    """
    seen: dict[tuple[str, str, str], int] = {}
    told: set[str] = set()
    for at in _in_both_orders(text):
        start, end = at - _FIRST, at + _LAST
        if start < 0 or not _SIX.fullmatch(text, start, end):
            continue
        one, other = text[at], text[at + 1]
        first = seen.setdefault((text[start:at], min(one, other) + max(one, other), text[at + 2 : end]), start)
        if text[first + _FIRST] == one:
            continue
        here, there = text[start:end], text[first : first + _SIZE]
        # 中越友谊, 越中友谊: each side names itself first.
        if _NATIONS.issuperset((one, other)):
            continue
        if here in told or there in told or (is_word(one + other) and is_word(other + one)):
            continue
        told.add(here)
        if len(told) > _MOST:
            return
        spans = (start, end), (first, first + _SIZE)
        yield spans if text.count(here) <= text.count(there) else spans[::-1]


def _in_both_orders(text: str) -> Iterator[int]:
    """Where two characters stand side by side that the text has the other way round too: few do."""
    numbers = numbers_of_pairs(text)
    both = set(numbers).intersection(turned_pairs(numbers))
    return compress(range(len(numbers)), map(both.__contains__, numbers))


def _in_rows(text: str) -> Iterator[tuple[Span, Span]]:
    """A name that differs by one like character from one of a row that has others in common with this row.

    The odd one is no word, which 检定 and 鉴定 are, and stands nowhere else.
    """
    found = [
        (match.start(), _OTHERS.compiled.sub("", match[0]).split("、"))
        for match in islice(_ROW.finditer(text), _MOST_ROWS)
    ]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, members) in enumerate(found):
        for member in set(members):
            holding[member].append(number)
    told: set[Span] = set()
    for number, (start, members) in enumerate(found):
        shared = Counter(row for member in set(members) for row in holding[member][:_MOST_ALIKE] if row != number)
        alike = [row for row, common in islice(shared.items(), _MOST_ALIKE) if common >= _COMMON]
        at = start
        for member in members:
            odd = len(holding[member]) == 1 and _is_odd(member)
            for row in alike if odd else ():
                if spans := _other_form(member, members, found[row], at):
                    rare, usual = spans if _is_usual(text, spans) else (max(spans), min(spans))
                    if rare not in told and text.count(text[slice(*rare)]) == 1:
                        told.add(rare)
                        yield rare, usual
            at += len(member) + 1
            if len(told) > _MOST:
                return


def _is_odd(member: str) -> bool:
    return not is_word(member[:_PAIR]) and not _NO_NAME.intersection(member[:_PAIR])


def _is_usual(text: str, spans: tuple[Span, Span]) -> bool:
    """Whether the second of two names is the one that is meant: a word, or one that the text has again."""
    usual = text[slice(*spans[1])]
    return is_word(usual[:_PAIR]) or text.count(usual) > 1


def _other_form(member: str, members: list[str], row: tuple[int, list[str]], at: int) -> tuple[Span, Span] | None:
    """The place of a member and of what another row has in its place, where both rows agree otherwise."""
    start, others = row
    if member in others:
        return None
    for other in others:
        # The last of a row may have the word behind it: 梅树村.
        size = min(len(member), len(other))
        apart = [place for place in range(size) if member[place] != other[place]]
        is_last = len(member) == len(other) or member is members[-1] or other is others[-1]
        if is_last and len(apart) == 1 and other not in members and is_alike(member[apart[0]], other[apart[0]]):
            return (at, at + size), (start, start + size)
        start += len(other) + 1
    return None
