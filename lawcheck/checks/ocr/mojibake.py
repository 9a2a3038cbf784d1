"""OCR003: text that was read in another encoding than it was written in."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import COMMON_HAN, unusual_characters

# What decoders leave of bytes that they do not know: beyond repair.
_LOST = ("锟斤拷", "烫烫烫", "屯屯屯")
_CHINESE = Pattern(f"[{COMMON_HAN}，。、；：！？“”（）《》]+")
_HAN = Pattern(f"[{COMMON_HAN}]")
_FEWEST_HAN = 3
# So many characters tell whether text can be restored; a run is restored up to the longer limit at once.
_PROBE = 6
_LONGEST = 200
# UTF-8 read as Windows-1252 or Latin 1.
_LATIN_TAIL = "\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122\u20ac"
_LATIN_LEAD = Pattern("[À-ï]")
_AS_LATIN = Pattern(f"[À-ï][{_LATIN_TAIL}](?:[À-ï{_LATIN_TAIL}]{{0,200}}[{_LATIN_TAIL}])?")
# The byte order mark that a file begins with, and what is left of it.
_MARK, _MARK_AS_LATIN = "\ufeff", "ï»¿"
# GBK read as Windows-1252 or Latin 1: two of these for each Chinese character, the second one may be ASCII.
_GBK_LEAD = "\u00b0-\u00f7"
_GBK_TAIL = "\u00a1-\u00fe"
_GBK_AS_LATIN = Pattern(f"(?:[\u00a1-\u00a3{_GBK_LEAD}][{_GBK_TAIL}]){{3,200}}")
# Of the characters so restored most are of the first level of GB 2312, as nearly all of any text are; and a row of
# signs (×÷±°²³) has no letters in it.
_COMMON_LEADS = "\u00b0-\u00d7"
_COMMON = Pattern(f"[{_COMMON_LEADS}][{_GBK_TAIL}]")
_LETTER = Pattern("[À-ÖØ-öø-ÿ]")
_MOSTLY = 0.8
_FEWEST_LETTERS = 2
# What Chinese text and European names hold; other scripts come from chance.
_PLAUSIBLE = Pattern(f"[\u00b7-\u00ff\u2010-\u2040\u3000-\u303f{COMMON_HAN}\uff00-\uffef]+")
# A text about garbled characters shows some.
_SUBJECT = Pattern("乱码|编码")
_NEAR = 40


def mojibake(document: Document) -> Iterator[Finding]:
    """OCR003: garbled characters, with what they were where that can be told."""
    text = document.text
    found = sorted([*_lost(text), *_utf8_as_gbk(text), *_utf8_as_latin(document), *_gbk_as_latin(document)])
    last = 0
    for start, end, right in found:
        if start < last:
            continue
        last = end
        if _SUBJECT.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR)):
            continue
        is_mark = not right and text.startswith(_MARK_AS_LATIN, start)
        edits = (Edit(start, end, right),) if right or is_mark else ()
        variant = "known" if right else "mark" if is_mark else "default"
        yield Finding(start, end, {"found": text[start:end][:20], "right": right}, variant, edits)


def _lost(text: str) -> Iterator[tuple[int, int, str]]:
    for rest in _LOST:
        if rest in text:
            for match in re.finditer(f"(?:{rest}){{1,50}}", text):
                yield *match.span(), ""


@cache
def _gbk_leads() -> Pattern:
    """The characters that GBK makes of the first two bytes of a Chinese character in UTF-8."""
    pairs = (bytes((lead, tail)) for lead in range(0xE4, 0xEA) for tail in range(0x80, 0xC0))
    return Pattern("[" + "".join(pair.decode("gbk", "ignore") for pair in pairs) + "]")


def _utf8_as_gbk(text: str) -> Iterator[tuple[int, int, str]]:
    end = 0
    for match in _gbk_leads().finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        right = _restored(text[start : start + _PROBE])
        if len(_HAN.compiled.findall(right)) >= _FEWEST_HAN:
            right = _restored(text[start : start + _LONGEST])
            end = start + len(right.encode().decode("gbk", "replace"))
            yield start, min(end, len(text)), right


def _utf8_as_latin(document: Document) -> Iterator[tuple[int, int, str]]:
    # Whatever is not Chinese is named there.
    for match in _AS_LATIN.finditer(document.text) if _LATIN_LEAD.search(unusual_characters(document.text)) else ():
        data = b"".join(_latin_byte(character) for character in match[0])
        right = _valid(data)
        if len(right.encode()) != len(data):
            continue
        bare = right.lstrip(_MARK)
        if _PLAUSIBLE.fullmatch(bare) or (right and not bare):
            yield *match.span(), bare


def _gbk_as_latin(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in _GBK_AS_LATIN.finditer(document.text) if _LATIN_LEAD.search(unusual_characters(document.text)) else ():
        right = match[0].encode("latin-1").decode("gbk", "replace")
        if _CHINESE.fullmatch(right) and _is_likely(match[0], len(_HAN.compiled.findall(right))):
            yield *match.span(), right


def _is_likely(garbled: str, han: int) -> bool:
    """Whether Chinese text, of so many ideographs, looks like this in GBK that was read as Latin 1."""
    common = sum(_COMMON.match(garbled, at) is not None for at in range(0, len(garbled), 2))
    letters = len(_LETTER.compiled.findall(garbled))
    return han >= _FEWEST_HAN and common >= _MOSTLY * han and letters >= _FEWEST_LETTERS


def _restored(garbled: str) -> str:
    """The Chinese text that these characters were before they were read as GBK, as far as it goes."""
    match = _CHINESE.match(_valid(garbled.encode("gbk", "replace")))
    return match[0] if match else ""


def _latin_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _valid(data: bytes) -> str:
    """The longest beginning that is UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].decode()
