"""PUN: punctuation marks (GB/T 15834)."""

from collections.abc import Iterator
from itertools import chain

from lawcheck.checks.lost_characters import lost_marks
from lawcheck.checks.pun.brackets import match_brackets
from lawcheck.checks.pun.stretch import stretch_after, stretch_before
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_FULL = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_OPENING = "(（〔《【"
_NAME_STOP = Pattern("[，。；：！？\n《》,;]")
_INNER = Pattern("《[^《》\n]{1,80}》")
_SEPARATORS = "、，和及与或"
_LONGEST_NAME = 100
# Where a bracket must be closed at the latest, or was opened at the earliest; a title may hold brackets.
_TITLE_STOPS = "。；\n《》"
_STOPS = "。；\n()（）〔〕《》【】"
_FILE_TYPE = Pattern(r"\.[A-Za-z]{2,5}")
_POINTS = Pattern("[,:;?!]", first=",:;?!")
# Inside a line a dot may be a decimal point, part of a name or an address; after a Chinese word it ends the sentence.
_STOP = Pattern(f"\\.(?<=[{HAN}”’）》].)(?=[”’）)]?[ \t\u3000]{{0,8}}(?:\n|$))", first=".")
# What makes the text around a sign Chinese.
_CHINESE = Pattern(f"[{HAN}\uf900-\ufaff“”‘’《》〈〉（）〔〕【】、。，；：！？…—]")


_SPACED = Pattern(f"[{HAN}”》）] {{1,2}}\\Z")
_SIGN_ENDS = Pattern(f" {{0,3}}(?:[{HAN}“《（]|\n|$)")


def halfwidth_punctuation(document: Document) -> Iterator[Finding]:
    """PUN001: half-width commas, stops, colons, semicolons, ? and !, and round brackets in Chinese."""
    text = document.text
    for at in sorted(_halfwidth_signs(document)):
        full = _FULL[text[at]]
        yield Finding(at, at + 1, {"half": text[at], "full": full}, edits=(Edit(at, at + 1, full),))


def _halfwidth_signs(document: Document) -> Iterator[int]:
    text = document.text
    # An ordinal with a comma (5,全面…) is a matter of STR007.
    ordinals = {node.body_start - 1 for node in document.walk()}
    lost = {at for start, end in lost_marks(text) for at in range(start, end)}
    points = (m.start() for m in _POINTS.finditer(text) if _is_chinese_point(text, m.start()) and m.start() not in lost)
    stops = (m.start() for m in _STOP.finditer(text))
    yield from (at for at in chain(points, stops) if at not in ordinals)
    if "(" not in text and ")" not in text:
        return
    for pair in match_brackets(text).pairs:
        if _is_chinese_pair(text, *pair):
            yield from (at for at in pair if text[at] in "()")


def _is_chinese_point(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before == " ":
        # Recognition makes a blank of the empty half of a full-width sign: 通知如下 :
        return bool(_SPACED.search(text, max(0, at - 3), at)) and bool(_SIGN_ENDS.match(text, at + 1))
    if _CHINESE.match(before):
        return True
    return bool(before.strip()) and bool(_CHINESE.match(after))


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    """A pair is Chinese when a Chinese character stands in it, or beside it and no Latin one before it."""
    if _FILE_TYPE.match(text, last + 1):
        return False
    if last - first <= 60 and _CHINESE.search(text, first + 1, last):
        return True
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    if before.isascii() and (before.isalnum() or before == "]"):
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after))


def unbalanced_bracket(document: Document) -> Iterator[Finding]:
    """PUN003: a bracket or title mark without its partner, and the stretch in which the partner must have stood."""
    text = document.text
    for at in match_brackets(text).lonely:
        values = {"sign": text[at]}
        if text[at] == "《":
            yield Finding(at, _name_end(text, at), values, "open")
        elif text[at] in _OPENING:
            yield Finding(at, stretch_after(text, at, _STOPS), values, "open")
        else:
            stops = _TITLE_STOPS if text[at] == "》" else _STOPS
            yield Finding(stretch_before(text, at, stops), at + 1, values)


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


# Three or more quoted or quoted-with-verb members of equal build: 增强“…”、坚定“…”，做到“…”
_MEMBER = f"[{HAN}]{{0,4}}“[^“”\n]{{1,12}}”"
_SERIES = Pattern(f"“[^“”\n]{{1,12}}”(?:[、，,]{_MEMBER}){{2,12}}")
_BETWEEN = Pattern("(?<=”)[、，,]")


def mixed_separators(document: Document) -> Iterator[Finding]:
    """PUN014: a row of quoted members that is divided by both 、 and ，."""
    for series in _SERIES.finditer(document.text):
        signs = list(_BETWEEN.finditer(document.text, series.start(), series.end()))
        commas = [sign for sign in signs if sign[0] != "、"]
        if 0 < len(commas) < len(signs):
            # The rarer sign is the odd one; a tie goes to the comma.
            odd = commas if 2 * len(commas) <= len(signs) else [sign for sign in signs if sign[0] == "、"]
            for sign in odd:
                yield Finding(sign.start(), sign.end(), {"sign": sign[0]})
