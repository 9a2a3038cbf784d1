"""References to annexes and parts of the document itself (CIT011)."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NAMED_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

_N = "[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}"
_REFERENCE = Pattern(
    rf"(?:[详参]?见|按照?|依照|[对参]照|根据|填写|填报)(?P<place>附件(?P<number>{_N}))(?![年月\d])"
    # …登记表（附件3）, but not 《通知》（示政发〔2024〕5号附件3）.
    rf"|(?<=[{HAN}])[（(](?P<aside>附件(?P<second>{_N}))(?=[）)、，和及至—－～~-])",
    first="详参见按依对根填（(",
)
_MORE = Pattern(
    rf"(?:[、和及至—－～~-]|以及)(?P<place>附件(?P<named>{_N})(?![年月\d])|(?P<number>{_N})(?=[、和及至—）)，。；的]|以及))"
)
_OWN_PART = Pattern(
    rf"(?:本(?:{NAMED_GENRE}|文件)|[（(][详参]?见)(?P<place>第(?P<number>[一二三四五六七八九十]{{1,3}})部分)"
)
_MOST = 20


def dangling_cross_reference(document: Document) -> Iterator[Finding]:
    """CIT011: “见附件3” where the annexes end at 2; “本方案第五部分” where there are four."""
    text = document.text
    last = _last_annex(document)
    if last:
        for match in _REFERENCE.finditer(text):
            place: re.Match[str] | None = match
            for _ in range(_MOST):
                if place is None:
                    break
                groups = place.groupdict()
                name = "aside" if groups.get("aside") else "place"
                number = groups.get("second") or groups.get("named") or groups.get("number") or ""
                if _value(number) > last:
                    yield Finding(*place.span(name), {"found": place[name], "last": last})
                place = _MORE.match(text, place.end())
    parts = [node.number or 0 for node in document.nodes if node.level == "section"]
    if len(parts) >= 2 and parts == list(range(1, len(parts) + 1)):
        for match in _OWN_PART.finditer(text):
            if _value(match["number"]) > len(parts):
                yield Finding(*match.span("place"), {"found": match["place"], "last": len(parts)}, "part")


def _last_annex(document: Document) -> int:
    """The highest number of the annexes that the document shows or announces; 0 when it has none."""
    frame = document.frame
    shown = [annex.number or 0 for annex in frame.annexes]
    return max([*shown, *(len(text.note.names) for text in frame.texts if text.note)], default=0)


def _value(numeral: str) -> int:
    return parse_numeral(numeral) or 0
