"""A phrase that a document uses again and again, with another character in one place (CIT028)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from operator import add

from lawcheck.checks.alike import is_alike
from lawcheck.checks.likelihood import is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.vocabulary.han import HAN, is_han

# So many characters agree on either side of the one that differs.
_BESIDE = 3
_USUAL = 2
_NO_HAN = re.compile(f"[^{HAN}]")
# What tells two phrases apart on purpose, and the words between others.
_APART = frozenset(
    "省市县区州盟旗镇乡村国一二三四五六七八九十百千万两上下左右前后东南西北中内外大小新老旧甲乙丙丁男女父母正副总分本全各"
    "原非不未无的地得和与及或之了在等应可须由按向将对为以于其该此"
)


def phrase_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT028: the place where the middle of seven characters differs from what stands there everywhere else."""
    # Whatever mark stands beside a phrase is the same to it.
    text = _NO_HAN.sub("，", document.text)
    sides = {_sides(text, at): at for at in _odd_places(text)}
    if not sides:
        return
    heads = {key[:_BESIDE] for key in sides}
    usual: defaultdict[str, list[int]] = defaultdict(list)
    for start in [start for start in range(len(text)) if text[start : start + _BESIDE] in heads]:
        key = _sides(text, start + _BESIDE)
        if key in sides:
            usual[key].append(start + _BESIDE)
    for key, places in usual.items():
        rare = sides[key]
        others = [at for at in places if at != rare]
        if len(others) >= _USUAL and len({text[at] for at in others}) == 1 and _is_slip(text, rare, others[0]):
            # A mark at the end of the seven is no part of it.
            before = _BESIDE - (not is_han(text[rare - _BESIDE]))
            after = _BESIDE - (not is_han(text[rare + _BESIDE])) + 1
            start, end = others[0] - before, others[0] + after
            values = {"found": text[rare - before : rare + after], "usual": text[start:end]}
            yield Finding(rare - before, rare + after, values, related=((start, end, "related"),))


def _odd_places(text: str) -> list[int]:
    """Where a character stands between two others as it does nowhere else in the text."""
    pairs = list(map(add, text, text[1:]))
    counts = Counter(pairs)
    once = {pair for pair, count in counts.items() if count == 1}
    lone = [at for at, pair in enumerate(pairs) if pair in once]
    # What is around it has to stand in the usual places too.
    return [
        at
        for one, at in pairwise(lone)
        if at == one + 1
        and _BESIDE <= at < len(text) - _BESIDE
        and min(counts[pairs[at + by]] for by in (-3, -2, 1, 2)) > _USUAL
        and text[at] not in _APART
    ]


def _sides(text: str, at: int) -> str:
    return text[at - _BESIDE : at] + text[at + 1 : at + 1 + _BESIDE]


def _is_slip(text: str, rare: int, usual: int) -> bool:
    """Whether the character was taken for the usual one, and makes no word where that one does not."""
    if text[usual] in _APART or not all(map(is_han, text[rare - 2 : rare + 3] + text[usual])):
        return False
    if is_alike(text[rare], text[usual]):
        return _in_word(text, usual) or not _in_word(text, rare)
    return _in_word(text, usual) and not _in_word(text, rare)


def _in_word(text: str, at: int) -> bool:
    return any(len(word) == 2 and is_word(word) for word in (text[at - 1 : at + 1], text[at : at + 2]))
