"""OCR003: text that was read in another encoding than it was written in."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import COMMON_HAN

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
_LATIN = Pattern("[\u00a1-\u00fe]")
_AS_LATIN = Pattern(f"[À-ï][{_LATIN_TAIL}](?:[À-ï{_LATIN_TAIL}]{{0,200}}[{_LATIN_TAIL}])?")
# GB 2312 read as Latin 1: two accented letters for each Chinese character, so that runs are long as in no name.
_GB_AS_LATIN = Pattern("[\u00a1-\u00fe]{4,400}")
_FEWEST_IN_GB = 2
# × and ÷ are of that range too, and ×××× holds the place of something.
_ACCENTED = Pattern("[À-ÖØ-öø-þ]")
# What Chinese text and European names hold; other scripts come from chance.
_PLAUSIBLE = Pattern(f"[\u00b7-\u00ff\u2010-\u2040\u3000-\u303f{COMMON_HAN}\uff00-\uffef]+")
# A text about garbled characters shows some.
_SUBJECT = Pattern("乱码|编码")
_NEAR = 40


def mojibake(document: Document) -> Iterator[Finding]:
    """OCR003: garbled characters, with what they were where that can be told."""
    text = document.text
    for start, end, right in sorted([*_lost(text), *_utf8_as_gbk(text), *_as_latin(document)]):
        if _SUBJECT.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR)):
            continue
        edits = (Edit(start, end, right),) if right else ()
        yield Finding(
            start, end, {"found": text[start:end][:20], "right": right}, "known" if right else "default", edits
        )


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


def _as_latin(document: Document) -> Iterator[tuple[int, int, str]]:
    """Chinese text that was read as Latin 1, whether it was written in UTF-8 or in GB 2312."""
    # Whatever is not Chinese is named there.
    if _LATIN.search(document.unusual):
        found = list(_utf8_as_latin(document.text))
        yield from found
        starts = {start for start, _, _ in found}
        yield from (
            other for other in _gb_as_latin(document.text) if not starts.intersection(range(other[0], other[1]))
        )


def _utf8_as_latin(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _AS_LATIN.finditer(text):
        data = b"".join(_latin_byte(character) for character in match[0])
        right = _valid(data)
        if _PLAUSIBLE.fullmatch(right) and len(right.encode()) == len(data):
            yield *match.span(), right


def _gb_as_latin(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _GB_AS_LATIN.finditer(text):
        right = match[0].encode("latin-1").decode("gb2312", "replace")
        letters = _ACCENTED.compiled.findall(match[0])
        if len(letters) > 1 and _CHINESE.fullmatch(right) and len(_HAN.compiled.findall(right)) >= _FEWEST_IN_GB:
            yield *match.span(), right


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
