"""Ordinals of an enumeration that were typed as words of the same sound: 意识…；二是… for 一是…；二是…."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

# What input by sound puts for each ordinal at the beginning of a clause. 而是 and 三十 also begin clauses of their own.
_TYPED = {
    "一是": ("意识", "一时", "以示", "一事", "已是", "遗失", "仪式", "一十", "宜是"),
    "二是": ("而是", "儿是", "耳是", "二十"),
    "三是": ("山是", "伞是", "散是", "三十", "三市", "三时", "善是"),
    "四是": ("四十", "四时", "事是", "是是", "市是", "四市"),
    "五是": ("五十", "无是", "五市", "五时", "务是", "武是"),
    "六是": ("六十", "流失", "六市", "留是"),
}
_ORDINALS = tuple(_TYPED)
_NEXT = dict(zip(_ORDINALS, (*_ORDINALS[1:], "七是"), strict=True))
_BEFORE = dict(zip(_ORDINALS[1:], _ORDINALS, strict=False))
_REACH = 600
_RIGHT = {word: ordinal for ordinal, words in _TYPED.items() for word in words}
_BEGINNING = Pattern(f"(?:^|(?<=[。；：，！\\n]))(?:{'|'.join(_RIGHT)})(?![0-9万千百亿个项家名年月日天条])")
_OTHERS = (*_ORDINALS[1:], "七是")
# 31次，5此因故障停运: behind a figure something is counted.
_COUNTED = Pattern("(?<=[0-9])此(?![次外后前类项时种处])", needs=("此",))


def mistyped_ordinal(document: Document) -> Iterator[Finding]:
    """TRM052: a word at the beginning of a clause where one ordinal of 一是, 二是, 三是 is missing, and 此 for 次."""
    text = document.text
    for match in _BEGINNING.finditer(text) if any(other in text for other in _OTHERS) else ():
        right = _RIGHT[match[0]]
        if _is_missing(text, right, match.start(), match.end()):
            yield _finding(match.start(), match[0], right)
    for match in _COUNTED.finditer(text):
        yield _finding(match.start(), "此", "次")


def _is_missing(text: str, ordinal: str, start: int, end: int) -> bool:
    """Whether the ordinals before and behind this one stand in the same paragraph, and this one not between them."""
    first = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    line_end = text.find("\n", end, end + _REACH)
    following = text.find(_NEXT[ordinal], end, line_end if line_end >= 0 else end + _REACH)
    # Another enumeration may stand before the first one.
    before = text.rfind(_BEFORE.get(ordinal, "二是"), first, start)
    if following < 0 or (before < 0 and ordinal in _BEFORE):
        return False
    return ordinal not in text[max(before, first) : following]


def _finding(at: int, found: str, right: str) -> Finding:
    end = at + len(found)
    return Finding(at, end, {"found": found, "right": right}, edits=(Edit(at, end, right),))
