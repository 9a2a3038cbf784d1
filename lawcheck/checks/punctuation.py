"""PUN: punctuation marks (GB/T 15834)."""

import re
from collections.abc import Iterator

from lawcheck.checks.brackets import match_brackets
from lawcheck.diagnostics import Edit, Finding
from lawcheck.structure.model import Document

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_OPENING = "(（〔《【"
_NAME_STOP = re.compile("[，。；：！？\n《》“”,;]")
_INNER = re.compile("《[^《》\n]{1,80}》")
_SEPARATORS = "、，和及与或"
_LONGEST_NAME = 100
_POINTS = re.compile("[,:;?!]")
# What makes the text around a sign Chinese.
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff“”‘’《》〈〉（）〔〕【】、。，；：！？…—]")


def halfwidth_punctuation(document: Document) -> Iterator[Finding]:
    """Half-width commas, colons, semicolons, question and exclamation marks and round brackets in Chinese text."""
    text = document.text
    # An ordinal with a comma (5,全面…) is a matter of STR007.
    ordinals = {node.body_start - 1 for node in document.walk()}
    for match in _POINTS.finditer(text):
        at = match.start()
        if _is_chinese_point(text, at) and at not in ordinals:
            yield _halfwidth(text, at)
    if "(" not in text and ")" not in text:
        return
    for first, last in match_brackets(text).pairs:
        if text[first] + text[last] != "（）" and _is_chinese_pair(text, first, last):
            yield from (_halfwidth(text, at) for at in (first, last) if text[at] in "()")


def _halfwidth(text: str, at: int) -> Finding:
    sign = text[at]
    full = _FULL[sign]
    shown = ("( )", "（ ）") if sign in "()" else (sign, full)
    return Finding(at, at + 1, {"half": shown[0], "full": shown[1]}, edits=(Edit(at, at + 1, full),))


def _is_chinese_point(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _CHINESE.match(before):
        return True
    return bool(before.strip()) and bool(_CHINESE.match(after))


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    """A pair is Chinese when a Chinese character stands in it, or beside it and no Latin one before it."""
    if last - first <= 60 and _CHINESE.search(text, first + 1, last):
        return True
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    if before.isascii() and before.isalnum():
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after))


def unbalanced_bracket(document: Document) -> Iterator[Finding]:
    """A bracket or title mark without its partner; a lost title mark is due before the clause ends."""
    text = document.text
    for at in match_brackets(text).lonely:
        sign = text[at]
        if sign == "《":
            yield Finding(at, _name_end(text, at), {"sign": sign}, "open")
        else:
            yield Finding(at, at + 1, {"sign": sign}, "open" if sign in _OPENING else "default")


def _name_end(text: str, at: int) -> int:
    """Where a title that was opened at `at` must have ended at the latest; titles inside it are passed over."""
    end = at + 1
    while True:
        stop = _NAME_STOP.search(text, end, at + _LONGEST_NAME)
        if stop is None:
            return min(len(text), at + _LONGEST_NAME)
        inner = _INNER.match(text, stop.start())
        if inner is None or text[stop.start() - 1] in _SEPARATORS:
            return stop.start()
        end = inner.end()
