"""Whether the note on annexes counts and names them as the text does (DOC024, DOC025)."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import AnnexNote, FrameName
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_FIRST = Pattern(r"附件[：:]?[ \t\u3000]{0,8}1[.．、](?![0-9])[^\n。；]{1,60}(?=\n)")
_LINE = Pattern(r"\n[ \t\u3000]{0,16}(?:(?P<ordinal>(?P<number>[0-9]{1,2})[.．、])(?![0-9]))?[^\n。；]{1,60}(?=\n|$)")
_MENTION = Pattern(
    r"《(?P<name>[^《》\n]{2,60})》[（(][详参]?见?附件(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]",
    first="《",
)
# 填写附件2《保洁任务表》.
_LED = Pattern(
    r"附件(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[：:]?《(?P<name>[^《》\n]{2,60})》(?![第的]?[0-9一二三四五六七八九十]+[条款章])",
    first="附",
)
_NUMBERED = Pattern(r"^[0-9]{1,2}[.．、]?")
_SIGNS = Pattern(r"[\s“”《》〈〉（）()]")
_SHARED = 0.5


def annex_numbers(document: Document) -> Iterator[Finding]:
    """DOC024: numbers of the note on annexes that are missing, doubled or out of order, or a number of a single one."""
    for text in document.frame.texts:
        if text.note:
            yield from _numbers(document.text, text.note)
            yield from _named_twice(text.note)


def _numbers(text: str, note: AnnexNote) -> Iterator[Finding]:
    first = _FIRST.match(text, note.start)
    line = _LINE.match(text, first.end()) if first else None
    expected = 2
    # A line without a number goes on with the name above it, but not two of them.
    bare = 0
    while line and bare < 2:
        bare = 0 if line["number"] else bare + 1
        if line["number"]:
            number = int(line["number"])
            if number != expected:
                variant = "double" if number < expected else "default"
                yield Finding(*line.span("ordinal"), {"number": number, "expected": expected}, variant)
                return
            expected += 1
        line = _LINE.match(text, line.end())


def _named_twice(note: AnnexNote) -> Iterator[Finding]:
    """Annexes that bear the name of one above them."""
    first: dict[str, FrameName] = {}
    for name in note.names:
        before = first.setdefault(_bare(_NUMBERED.compiled.sub("", name.name)), name)
        if before is not name:
            yield Finding(name.start, name.end, {}, "same", related=((before.start, before.end, "above"),))


def annex_name_mismatch(document: Document) -> Iterator[Finding]:
    """DOC025: an annex that the text calls otherwise than the note on annexes does."""
    text = document.text
    for part in document.frame.texts:
        names = part.note.names if part.note else ()
        for match in _mentions(text, part.body.start, part.body.end) if names else ():
            number = parse_numeral(match["number"]) or 0
            if not 0 < number <= len(names):
                continue
            announced = names[number - 1]
            here, there = _bare(match["name"]), _bare(_NUMBERED.compiled.sub("", announced.name))
            if here in there or there in here:
                continue
            if other := _number_of(here, names):
                values = {"number": number, "name": match["name"], "right": other}
                yield Finding(
                    *match.span("number"), values, "number", related=((announced.start, announced.end, "note"),)
                )
                continue
            if not _is_same_thing(here, there):
                continue
            values = {"number": number, "name": match["name"], "announced": announced.name}
            # Either of the two names may be the wrong one.
            yield Finding(*match.span("name"), values, also=((announced.start, announced.end),))


def _mentions(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in (_MENTION, _LED):
        yield from pattern.finditer(text, start, end)


def _number_of(name: str, names: Sequence[FrameName]) -> int:
    """Under which number the note has just this name; 0 where it has it nowhere, or twice."""
    same = [n for n, each in enumerate(names, 1) if _bare(_NUMBERED.compiled.sub("", each.name)) == name]
    return same[0] if len(same) == 1 else 0


def _bare(name: str) -> str:
    return _SIGNS.compiled.sub("", name)


def _is_same_thing(one: str, other: str) -> bool:
    """Whether two names are meant to be the same: they end alike and have most characters in common."""
    return one[-1] == other[-1] and len(set(one) & set(other)) >= _SHARED * max(len(set(one)), len(set(other)))
