"""OCR: what encodings, extraction and recognition do to a text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from string import digits

from lawcheck.checks.lexicon import rank
from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import unusual_characters

# Control characters (form feed and the line ends are layout), zero-width and bidirectional ones, private use, U+FFFD.
_INVALID = Pattern(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ue000-\uf8ff"
    "\U000f0000-\U0010ffff]+"
)
# A text that has so many times more of them than of the simplified ones is written in traditional characters.
_TOO_MANY = 2
# The rank of pairs that official writing has often.
_KNOWN = 2
_JOINER = "\u200d"
_RADICALS = Pattern("[\u2e80-\u2eff\u2f00-\u2fdf]")
_WIDE = Pattern("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_COMPATIBLE = Pattern("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_WIDE_FIGURES = "０１２３４５６７８９"
_SPACES = Pattern("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")


def _all(characters: Pattern, document: Document) -> Iterator[re.Match[str]]:
    """Every run of some characters, if the text has any."""
    present = "".join(match[0] for match in characters.finditer(unusual_characters(document.text)))
    return Pattern(characters.pattern, first=present).finditer(document.text) if present else iter(())


def invalid_codepoint(document: Document) -> Iterator[Finding]:
    """OCR004: characters that no author types: replacement, private-use, control, zero-width and bidirectional ones."""
    text = document.text
    for match in _all(_INVALID, document):
        run = match[0]
        if run == _JOINER and _joins_emoji(text, match.start()):
            continue
        kind, removable = _sort_of(run[0])
        edits = (Edit(match.start(), match.end(), ""),) if removable and all(_sort_of(c)[1] for c in run) else ()
        yield Finding(match.start(), match.end(), {"code": f"U+{ord(run[0]):04X}"}, kind, edits)


def _joins_emoji(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and ord(text[at - 1]) > 0x2000 and ord(text[at + 1]) > 0xFFFF


def _sort_of(character: str) -> tuple[str, bool]:
    """The message for a character, and whether nothing is lost when it goes."""
    if character == "\ufffd":
        return "replacement", False
    if unicodedata.category(character) == "Co":
        return "private", False
    return "default", True


@cache
def _radicals() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("radicals.tsv")}


def kangxi_radical(document: Document) -> Iterator[Finding]:
    """OCR005: a character of the radical blocks in the place of the ideograph that looks the same."""
    for match in _all(_RADICALS, document):
        right = _radicals().get(match[0])
        if right:
            values = {"found": match[0], "right": right}
            yield Finding(match.start(), match.end(), values, edits=(Edit(match.start(), match.end(), right),))


def _is_mostly_wide(text: str) -> bool:
    """Whether full-width figures are the usual ones of a text."""
    return sum(map(text.count, _WIDE_FIGURES)) > sum(map(text.count, digits))


def compat_codepoint(document: Document) -> Iterator[Finding]:
    """OCR006: full-width letters and digits, compatibility ideographs and odd spaces."""
    text = document.text
    wide = "own" if _is_mostly_wide(text) else "default"
    for pattern, variant in ((_WIDE, wide), (_COMPATIBLE, "ideograph"), (_SPACES, "space")):
        for match in _all(pattern, document):
            plain = unicodedata.normalize("NFKC", match[0])
            # A space at the start or end of a line is layout.
            layout = variant == "space" and not (_stands(text, match.start() - 1) and _stands(text, match.end()))
            # The Ｏ or ０ of 二Ｏ二四年 stands for a zero: NUM007.
            zero = not match[0].strip("Ｏｏ０") and text[match.start() - 1 : match.start()] in tuple(
                "〇一二三四五六七八九"
            )
            if plain != match[0] and not layout and not zero:
                yield Finding(match.start(), match.end(), {}, variant, (Edit(match.start(), match.end(), plain),))
    yield from _percent_signs(text)


# The wide sign is an odd one out where there are so many others to each.
_OTHERS = 3
_WIDE_PERCENT = Pattern("(?<=[0-9])％", needs=("％",))


def _percent_signs(text: str) -> Iterator[Finding]:
    """The few full-width percent signs of a text that writes the others half-width."""
    found = list(_WIDE_PERCENT.finditer(text))
    if found and text.count("%") >= _OTHERS * len(found):
        for match in found:
            yield Finding(*match.span(), {}, "percent", (Edit(*match.span(), "%"),))


@cache
def _simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in rows("traditional.tsv")}


@cache
def _traditional() -> Pattern:
    return Pattern("[" + "".join(map(chr, _simplified())) + "]{1,20}")


def traditional_character(document: Document) -> Iterator[Finding]:
    """OCR017: traditional characters in words of a text that is written in simplified ones."""
    text = document.text
    runs = list(_traditional().finditer(text))
    simplified = frozenset(_simplified().values())
    if not runs or sum(len(m[0]) for m in runs) > _TOO_MANY * sum(character in simplified for character in text):
        return
    for match in runs:
        start, end = match.span()
        right = match[0].translate(_simplified())
        around = (text[start - 1 : start] + match[0] + text[end : end + 1]).translate(_simplified())
        # In names they may be meant: what is a word of official writing is none.
        if any(rank(around[at : at + 2]) >= _KNOWN for at in range(len(around) - 1)):
            yield Finding(start, end, {"found": match[0], "right": right}, edits=(Edit(start, end, right),))


def _stands(text: str, at: int) -> bool:
    """Whether there is a visible character at this place."""
    return 0 <= at < len(text) and not text[at].isspace()
