"""A phrase that a document uses again and again, with another character in one place (CIT028)."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import compress

from lawcheck.checks.alike import is_alike
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
_NO_HAN = Pattern(f"[^{HAN}]")
# What tells two phrases apart on purpose, and the words between others.
_APART = frozenset(
    "省市县区州盟旗镇乡村国一二三四五六七八九十百千万两上下左右前后东南西北中内外大小新老旧甲乙丙丁男女父母正副总分本全各"
    "原非不未无的地得和与及或之了在等应可须由按向将对为以于其该此"
)


def phrase_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT028: where the middle of seven characters differs from what stands there everywhere else, or is left out."""
    # Whatever mark stands beside a phrase is the same to it.
    text = _NO_HAN.compiled.sub("，", document.text)
    pairs = numbers_of_pairs(text)
    often = {
        pair: _ONCE if count == 1 else _FREQUENT if count > _USUAL else 0 for pair, count in Counter(pairs).items()
    }
    frequency = bytes(map(often.__getitem__, pairs))
    last = len(pairs) - _BESIDE
    # What is around the place has to stand in the usual places too.
    odd = [at for m in _ODD.finditer(frequency) if _BESIDE <= (at := m.start()) < last and text[at] not in _APART]
    short = [at for m in _SHORT.finditer(frequency) if _BESIDE <= (at := m.start()) < last and _is_wound(text, at)]
    lost = {text[at + 1 - _BESIDE : at + 1 + _BESIDE]: at + 1 for at in short}
    told: set[int] = set()
    for beside, least in ((_BESIDE, _USUAL), (_CLOSE, _OFTEN)):
        replaced = {_sides(text, at, beside): at for at in odd if at not in told}
        keys = {**lost, **replaced}
        for key, places in _usual_places(text, pairs, keys, beside).items() if keys else ():
            rare = replaced.get(key, -1)
            others = [place for place in places if place != rare]
            if not _is_usual(text, others, least):
                continue
            if key in lost:
                yield _told(text, (lost[key] - beside, lost[key] + beside), others[0], beside)
            elif _is_slip(text, rare, others[0]):
                told.add(rare)
                yield _told(text, (rare - beside, rare + beside + 1), others[0], beside)
        lost = {}


def _usual_places(text: str, pairs: "array[int]", keys: dict[str, int], beside: int) -> dict[str, list[int]]:
    """The places in the middle of a phrase whose outer characters are one of these."""
    heads = {number_of_pair(key) for key in keys}
    ends = {(number_of_pair(key), number_of_pair(key[-2:])) for key in keys}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for start in compress(range(len(pairs) - 2 * beside + 1), map(heads.__contains__, pairs)):
        if (pairs[start], pairs[start + 2 * beside - 1]) not in ends:
            continue
        key = _sides(text, start + beside, beside)
        if key in keys:
            found[key].append(start + beside)
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
    around = text[at + 1 - _BESIDE : at + 1 + _BESIDE]
    wound = text[at : at + 2]
    return all(map(is_han, around)) and not (_APART.intersection(wound) or is_attested(wound))


def _sides(text: str, at: int, beside: int) -> str:
    return text[at - beside : at] + text[at + 1 : at + 1 + beside]


def _is_slip(text: str, rare: int, usual: int) -> bool:
    """Whether the character was taken for the usual one, and makes no word where that one does not."""
    if not all(map(is_han, text[rare - 2 : rare + 3])):
        return False
    if is_alike(text[rare], text[usual]):
        return _in_word(text, usual) or not _in_word(text, rare)
    return _in_word(text, usual) and not _in_word(text, rare)


def _in_word(text: str, at: int) -> bool:
    return any(len(word) == 2 and is_word(word) for word in (text[at - 1 : at + 1], text[at : at + 2]))
