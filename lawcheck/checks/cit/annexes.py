"""References to annexes and parts of the document itself (CIT011)."""

import re
from collections.abc import Iterator
from itertools import islice

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NAMED_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

_N = "[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}"
_HEADING = Pattern(rf"附[^\S\n]?件[^\S\n]?(?P<number>{_N})(?=[^\S\n]?(?:[：:.．、\s]|$|[{HAN}]))")
_LINE_START = Pattern(r"(?:^|\n)[^\S\n]{0,40}$")
# 附件：1.清单 2.名单, the note on the annexes; its items count as annexes.
_NOTE = Pattern(r"附[^\S\n]?件[^\S\n]?[：:](?=[^\S\n]*\n?[^\S\n]*1[.．、])")
_NOTE_ITEM = Pattern(r"(?:[：:]|\s)[^\S\n]*(?P<number>\d{1,2})[^\S\n]?[.．、](?!\d)")
_NOTE_REACH = 1500
_REFERENCE = Pattern(
    rf"(?:[详参]?见|按照?|依照|填写|填报)(?P<place>附件(?P<number>{_N}))(?![年月\d])", first="详参见按依填"
)
_MORE = Pattern(rf"(?:[、和及至—-]|以及)(?P<place>(?:附件)?(?P<number>{_N}))(?=[、和及至—）)，。；]|以及)")
_OWN_PART = Pattern(
    rf"(?:本(?:{NAMED_GENRE}|文件)|[（(][详参]?见)(?P<place>第(?P<number>[一二三四五六七八九十]{{1,3}})部分)"
)
_MOST = 20


def dangling_cross_reference(document: Document) -> Iterator[Finding]:
    """CIT011: “见附件3” where the annexes end at 2; “本方案第五部分” where there are four."""
    text = document.text
    last = _last_annex(text)
    if last:
        for match in _REFERENCE.finditer(text):
            place: re.Match[str] | None = match
            for _ in range(_MOST):
                if place is None:
                    break
                if _value(place["number"]) > last:
                    yield Finding(*place.span("place"), {"found": place["place"], "last": last})
                place = _MORE.match(text, place.end())
    parts = [node.number or 0 for node in document.nodes if node.level == "section"]
    if len(parts) >= 2 and parts == list(range(1, len(parts) + 1)):
        for match in _OWN_PART.finditer(text):
            if _value(match["number"]) > len(parts):
                yield Finding(*match.span("place"), {"found": match["place"], "last": len(parts)}, "part")


def _last_annex(text: str) -> int:
    """The highest number of the annexes that the document shows or lists; 0 when it has none with a number."""
    headings = (m for m in _HEADING.finditer(text) if _LINE_START.search(text, max(0, m.start() - 41), m.start()))
    numbers = [_value(m["number"]) for m in headings]
    for note in islice(_NOTE.finditer(text), _MOST):
        expected = 1
        for item in _NOTE_ITEM.finditer(text, note.end() - 1, note.end() + _NOTE_REACH):
            if int(item["number"]) == expected:
                expected += 1
        numbers.append(expected - 1)
    return max(numbers, default=0)


def _value(numeral: str) -> int:
    return parse_numeral(numeral) or 0
