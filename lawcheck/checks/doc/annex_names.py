"""Whether the note on annexes counts and names them as the text does (DOC024, DOC025)."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import AnnexNote, FrameName, Text
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.shared_start import shared_start
from lawcheck.text.vocabulary.genres import EVERY_GENRE, FORM_GENRE
from lawcheck.text.vocabulary.han import HAN
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
# 台账（附件1）, without title marks.
_ASIDE = Pattern(
    rf"(?<=[{HAN}])[（(][详参]?见?附件(?P<number>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[）)]", needs=("附件",)
)
# 工作措施，见附件4: the end of the name stands before it.
_SEEN = Pattern(
    rf"(?<=[{HAN}])[”》]?[，,][详参]?见附件(?P<number>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?=[）)。；，\n])",
    needs=("见附件",),
)
_SHORTEST_END, _LONGEST_NAME = 6, 40
# 《附件1：保洁任务表》: the label is no part of the name.
_LABELLED = Pattern(
    r"《(?P<label>附件(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})?[：:][ \u3000]?)(?P<name>[^《》\n]{2,60})》",
    first="《",
)
_NUMBERED = Pattern(r"^[0-9]{1,2}[.．、]?")
_SIGNS = Pattern(r"[\s“”《》〈〉（）()]")
_SHARED = 0.5


def annex_numbers(document: Document) -> Iterator[Finding]:
    """DOC024: numbers of the note on annexes that are missing, doubled or out of order, or a number of a single one."""
    for text in document.frame.texts:
        if text.note:
            wrong = list(_numbers(document.text, text.note))
            yield from wrong or _numbered_alone(document, text.note)
            yield from _named_twice(text.note)
    yield from _unnumbered(document)


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


# 附件：1.示例表, with nothing behind it.
_ALONE = Pattern(r"附件[：:]?[ \t\u3000]{0,8}(?P<number>1[.．、])(?![0-9])(?=[^\n]{1,60}$)")


def _numbered_alone(document: Document, note: AnnexNote) -> Iterator[Finding]:
    """A single annex that bears a number."""
    text = document.text
    match = _ALONE.match(text, note.start, note.end) if len(note.names) == 1 else None
    several = any((annex.number or 0) > 1 for annex in document.frame.annexes)
    if match and not several and not _LINE.match(text, note.end):
        start, end = match.span("number")
        yield Finding(start, end, {}, "only", edits=(Edit(start, end, ""),))


# 附件：评分标准 and 推荐表, 承诺书 in the lines below it, up to an empty line.
_BLOCK = Pattern(
    r"(?:(?<=\n)|^)[ \t\u3000]{0,8}附件[：:][ \t\u3000]{0,4}"
    r"(?P<names>[^\n]{2,40}(?:\n[ \t\u3000]{2,16}[^\n]{2,40}){1,9})"
    r"[ \t]*\n[ \t\u3000]*\n",
    needs=("件：", "件:"),
)
_WHOLE_NAME = Pattern(
    rf"(?![0-9（(和及与的])[{HAN}A-Za-z0-9《》“”、]{{2,40}}(?:{EVERY_GENRE}|{FORM_GENRE}|回执|样式|格式|模板|事项|条件)(?:[（(][^（()）\n]{{1,12}}[）)])?"
)
# A line that is no longer was not broken because it was full.
_NOT_FULL = 20


def _unnumbered(document: Document) -> Iterator[Finding]:
    """Several annexes, each in a line of its own, without numbers."""
    for match in _BLOCK.finditer(document.text):
        places: list[tuple[int, int]] = []
        at = match.start("names")
        for line in match["names"].split("\n"):
            start = at + len(line) - len(line.lstrip())
            places.append((start, start + len(line.strip())))
            at += len(line) + 1
        names = [document.text[start:end] for start, end in places]
        whole = all(_WHOLE_NAME.fullmatch(name) for name in names)
        if whole and all(len(name) < _NOT_FULL for name in names[:-1]) and len(set(names)) == len(names):
            edits = tuple(Edit(start, start, f"{number}.") for number, (start, _) in enumerate(places, 1))
            first, *others = places
            yield Finding(*first, {"count": len(names)}, "bare", edits=edits, also=tuple(others))


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
        yield from _called_by_another(text, part, names)
        for match in _LABELLED.finditer(text, part.body.start, part.body.end):
            yield Finding(*match.span("label"), {}, "label")
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


def _called_by_another(text: str, part: Text, names: Sequence[FrameName]) -> Iterator[Finding]:
    """台账（附件1）, where the note has just this name under another number."""
    bare = [_NUMBERED.compiled.sub("", name.name) for name in names]
    for match, called in (*_behind_name(text, part, bare), *_behind_end_of_name(text, part, bare)):
        number = parse_numeral(match["number"]) or 0
        if 0 < number <= len(names) and len(called) == 1 and called[0] != number:
            other = names[called[0] - 1]
            values = {"number": number, "name": bare[called[0] - 1], "right": called[0]}
            yield Finding(*match.span("number"), values, "number", related=((other.start, other.end, "note"),))


_Called = tuple[re.Match[str], list[int]]


def _behind_name(text: str, part: Text, bare: Sequence[str]) -> Iterator[_Called]:
    """Mentions in brackets, and under which numbers the note has just the name before them."""
    for match in _ASIDE.finditer(text, part.body.start, part.body.end):
        before = part.body.start, match.start()
        yield match, [n for n, name in enumerate(bare, 1) if name and text.endswith(name, *before)]


def _behind_end_of_name(text: str, part: Text, bare: Sequence[str]) -> Iterator[_Called]:
    """Mentions after a comma, and which names of the note end as the words before them do; the one meant, if at all."""
    for match in _SEEN.finditer(text, part.body.start, part.body.end):
        number = parse_numeral(match["number"])
        before = _bare(text[max(part.body.start, match.start() - _LONGEST_NAME) : match.start()])
        ends = enumerate((shared_start(before[::-1], _bare(name)[::-1]) for name in bare), 1)
        yield match, [n for n, shared in ends if shared >= (1 if n == number else _SHORTEST_END)]


def _mentions(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in (_MENTION, _LED):
        yield from pattern.finditer(text, start, end)
    yield from (match for match in _LABELLED.finditer(text, start, end) if match["number"])


def _number_of(name: str, names: Sequence[FrameName]) -> int:
    """Under which number the note has just this name; 0 where it has it nowhere, or twice."""
    same = [n for n, each in enumerate(names, 1) if _bare(_NUMBERED.compiled.sub("", each.name)) == name]
    return same[0] if len(same) == 1 else 0


def _bare(name: str) -> str:
    return _SIGNS.compiled.sub("", name)


def _is_same_thing(one: str, other: str) -> bool:
    """Whether two names are meant to be the same: they end alike and have most characters in common."""
    return one[-1] == other[-1] and len(set(one) & set(other)) >= _SHARED * max(len(set(one)), len(set(other)))
