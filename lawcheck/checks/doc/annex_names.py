"""Whether the note on annexes counts and names them as the text does (DOC024, DOC025)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import AnnexNote
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_FIRST = Pattern(r"附件[：:]?[ \t\u3000]{0,8}1[.．、](?![0-9])[^\n。；]{1,60}(?=\n)")
_LINE = Pattern(r"\n[ \t\u3000]{0,16}(?:(?P<ordinal>(?P<number>[0-9]{1,2})[.．、])(?![0-9]))?[^\n。；]{1,60}(?=\n|$)")
_MENTION = Pattern(
    r"《(?P<name>[^《》\n]{2,60})》[（(][详参]?见?附件(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]",
    first="《",
)
_NUMBERED = Pattern(r"^[0-9]{1,2}[.．、]?")
_SIGNS = Pattern(r"[\s“”《》〈〉（）()]")
_SHARED = 0.5


def annex_numbers(document: Document) -> Iterator[Finding]:
    """DOC024: numbers of the note on annexes that are missing, doubled or out of order, or a number of a single one."""
    for text in document.frame.texts:
        if text.note:
            yield from _numbers(document.text, text.note)


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


def annex_name_mismatch(document: Document) -> Iterator[Finding]:
    """DOC025: an annex that the text calls otherwise than the note on annexes does."""
    text = document.text
    for part in document.frame.texts:
        names = part.note.names if part.note else ()
        for match in _MENTION.finditer(text, part.body.start, part.body.end) if names else ():
            number = parse_numeral(match["number"]) or 0
            if not 0 < number <= len(names):
                continue
            announced = names[number - 1]
            here, there = _bare(match["name"]), _bare(_NUMBERED.compiled.sub("", announced.name))
            if here in there or there in here or not _is_same_thing(here, there):
                continue
            values = {"number": number, "name": match["name"], "announced": announced.name}
            # Either of the two names may be the wrong one.
            yield Finding(*match.span("name"), values, also=((announced.start, announced.end),))


def _bare(name: str) -> str:
    return _SIGNS.compiled.sub("", name)


def _is_same_thing(one: str, other: str) -> bool:
    """Whether two names are meant to be the same: they end alike and have most characters in common."""
    return one[-1] == other[-1] and len(set(one) & set(other)) >= _SHARED * max(len(set(one)), len(set(other)))
