"""A phrase that a document uses again and again, with another character in one place (CIT028)."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import compress

from lawcheck.checks.alike import is_alike
from lawcheck.checks.cit.changed_phrases import changed_phrases
from lawcheck.checks.likelihood import is_word
from lawcheck.checks.pairs import number_of_pair, numbers_of_pairs
from lawcheck.reading.language import is_attested
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

Span = tuple[int, int]

# So many characters agree on either side of the one that differs.
_BESIDE = 3
_USUAL = 2
# Where fewer characters agree, the phrase stands more often.
_CLOSE, _OFTEN = 2, 3
# A pair that stands once, with frequent ones around it: one of two such, or one alone.
_ONCE, _FREQUENT = b"1<"
_ODD, _SHORT = re.compile(b"(?<=<1)1(?=<)"), re.compile(b"(?<=<<)1(?=<<)")
# Of what stands beside a place, which is the same in the usual ones, all pairs are frequent.
_USUAL_BESIDE = {_BESIDE: re.compile(b"<<11<<"), _CLOSE: re.compile(b"<11<")}
_NO_HAN = Pattern(f"[^{HAN}]")
# What tells two phrases apart on purpose, and the words between others.
_APART = frozenset(
    "省市县区州盟旗镇乡村国一二三四五六七八九十百千万两上下左右前后东南西北中内外大小新老旧甲乙丙丁男女父母正副总分本全各"
    "原非不未无的地得和与及或之了在等应可须由按向将对为以于其该此"
)


def phrase_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT028: where the middle of seven characters differs from what stands there everywhere else, or is left out."""
    for (start, end), (first, last) in changed_phrases(document.text):
        values = {"found": document.text[start:end], "usual": document.text[first:last]}
        yield Finding(start, end, values, related=((first, last, "related"),))
    # Whatever mark stands beside a phrase is the same to it.
    text = _NO_HAN.compiled.sub("，", document.text)
    pairs = numbers_of_pairs(text)
    counts = Counter(pairs)
    by_count = [0, _ONCE, *[0] * (_USUAL - 1), *[_FREQUENT] * (max(counts.values(), default=0) - _USUAL)]
    frequency = bytes(map(by_count.__getitem__, map(counts.__getitem__, pairs)))
    last = len(pairs) - _BESIDE
    # What is around the place has to stand in the usual places too.
    odd = [at for m in _ODD.finditer(frequency) if _BESIDE <= (at := m.start()) < last and text[at] not in _APART]
    short = [at for m in _SHORT.finditer(frequency) if _BESIDE <= (at := m.start()) < last and _is_wound(text, at)]
    lost = {text[at + 1 - _BESIDE : at + 1 + _BESIDE]: at + 1 for at in short}
    replaced = {
        beside: {
            key: at
            for at in odd
            if around.match(frequency, at - beside)
            and ((key := _sides(text, at, beside)) in lost or _is_within_han(text, at))
        }
        for beside, around in _USUAL_BESIDE.items()
    }
    usual = _usual_places(text, pairs, {beside: {*lost, *keys} for beside, keys in replaced.items()})
    told: set[int] = set()
    for beside, least in ((_BESIDE, _USUAL), (_CLOSE, _OFTEN)):
        for key, places in usual[beside].items():
            rare = replaced[beside].get(key, -1)
            if rare in told:
                continue
            others = [place for place in places if place != rare]
            if not _is_usual(text, others, least):
                continue
            if key in lost:
                yield _told(text, (lost[key] - beside, lost[key] + beside), others[0], beside)
            elif _is_slip(text, rare, others[0]):
                told.add(rare)
                yield _told(text, (rare - beside, rare + beside + 1), others[0], beside)


_PlacesByKey = dict[str, list[int]]


def _usual_places(text: str, pairs: "array[int]", keys: dict[int, set[str]]) -> dict[int, _PlacesByKey]:
    """The places in the middle of a phrase whose outer characters are one of these, by their number on either side."""
    heads = {number_of_pair(key) for each in keys.values() for key in each}
    found: dict[int, _PlacesByKey] = {beside: {} for beside in keys}
    ends = {beside: {number_of_pair(key[-2:]) for key in each} for beside, each in keys.items()}
    pairs = pairs + array(pairs.typecode, [0]) * 2 * max(keys)
    for start in compress(range(len(text)), map(heads.__contains__, pairs)) if heads else ():
        for beside, last in ends.items():
            if pairs[start + 2 * beside - 1] in last and (key := _sides(text, start + beside, beside)) in keys[beside]:
                found[beside].setdefault(key, []).append(start + beside)
    return found


def _is_usual(text: str, places: list[int], least: int) -> bool:
    """Whether one character stands in several places, one that tells nothing apart on purpose."""
    held = {text[at] for at in places}
    return len(places) >= least and len(held) == 1 and not held & _APART and all(map(is_han, held))


def _told(text: str, rare: Span, usual: int, beside: int) -> Finding:
    # A mark at the end of the phrase is no part of it.
    before, after = not is_han(text[rare[0]]), not is_han(text[rare[1] - 1])
    start, end = rare[0] + before, rare[1] - after
    first, last = usual - beside + before, usual + beside + 1 - after
    values = {"found": text[start:end], "usual": text[first:last]}
    return Finding(start, end, values, related=((first, last, "related"),))


def _is_wound(text: str, at: int) -> bool:
    """Whether two characters never stand side by side in official texts, with a whole phrase on both sides."""
    wound = text[at : at + 2]
    if _APART.intersection(wound) or is_attested(wound):
        return False
    return all(map(is_han, text[at + 1 - _BESIDE : at + 1 + _BESIDE]))


def _sides(text: str, at: int, beside: int) -> str:
    return text[at - beside : at] + text[at + 1 : at + 1 + beside]


def _is_slip(text: str, rare: int, usual: int) -> bool:
    """Whether the character was taken for the usual one, and makes no word where that one does not."""
    if not _is_within_han(text, rare):
        return False
    if is_alike(text[rare], text[usual]):
        return _in_word(text, usual) or not _in_word(text, rare)
    return _in_word(text, usual) and not _in_word(text, rare)


def _is_within_han(text: str, at: int) -> bool:
    return all(map(is_han, text[at - _CLOSE : at + _CLOSE + 1]))


def _in_word(text: str, at: int) -> bool:
    return any(len(word) == 2 and is_word(word) for word in (text[at - 1 : at + 1], text[at : at + 2]))
