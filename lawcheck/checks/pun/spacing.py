"""Blanks beside signs, and signs of the wrong rank: single marks outside, colons in times (PUN015–PUN017)."""

from collections.abc import Iterator

from lawcheck.checks.ocr.residue import is_spaced
from lawcheck.checks.pun.sentence_blanks import blanks_in_sentences
from lawcheck.checks.set_apart import line_around
from lawcheck.checks.str.blank_breaks import blanks_behind_stops
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, has_han

_BLANK = "[ \u3000\u00a0]"
# A blank before a point or closing mark, after an opening mark, and between a closing mark and the next word.
_BESIDE = Pattern(
    f"(?<=[{HAN}”》）0-9]){_BLANK}{{1,3}}(?=[，。；：、！？）》”])"
    f"|(?<=[“《（]){_BLANK}{{1,3}}(?=[{HAN}])(?![年月日时分号元])"
    f"|(?<=[{HAN}][”》]){_BLANK}{{1,3}}(?=[{HAN}])"
    f"|(?<=[{HAN}][，；]){_BLANK}{{1,2}}(?=[{HAN}“《])",
    first=" \u3000\u00a0",
)
# What is set off in columns, or is a line of a form to be filled in.
_COLUMNS = Pattern(f"{_BLANK}{{4}}|\t|_{{2}}|\\|")
# Of a longer line only what is near is looked at.
_LONG_LINE = 80
_NEAR = 30
# Where a line of the page ended inside a sentence, conversion left the indent of the next one.
_WRAPPED = Pattern(f"(?<=[{HAN}”》）][，；]){_BLANK}{{3,60}}(?=[{HAN}“《])", first=" \u3000\u00a0")
_ANY_COLUMN = Pattern(f"(?<![，、；\n \u3000\u00a0]){_BLANK}{{3}}(?=[^ \u3000\u00a0\n])|\t|_{{2}}|\\|")
_SHORTEST_WRAPPED = 12


def blank_beside_sign(document: Document) -> Iterator[Finding]:
    """PUN015: a blank beside a full-width sign, which has its room in itself."""
    text = document.text
    for match in _BESIDE.finditer(text):
        start, end = match.span()
        first, last = line_around(text, start, end)
        line = text[first:last]
        near = line if len(line) <= _LONG_LINE else text[max(first, start - _NEAR) : min(last, end + _NEAR)].strip()
        # A line all of whose characters are set apart is a matter of OCR012; one in columns is layout.
        if document.is_in_cell(start) or _COLUMNS.search(near) or is_spaced(line):
            continue
        yield Finding(start, end, edits=(Edit(start, end, ""),))
    slips, _ = blanks_behind_stops(document)
    for start, end in sorted({*slips, *blanks_in_sentences(document)}):
        yield Finding(start, end, edits=(Edit(start, end, ""),), unsafe=text[start] == "\t")
    for match in _WRAPPED.finditer(text):
        start, end = match.span()
        first, last = line_around(text, start, end)
        # In columns more than a comma stands before the room, or hardly anything.
        in_columns = document.is_in_cell(start) or _ANY_COLUMN.search(text[first:last].strip())
        if start - first >= _SHORTEST_WRAPPED and not in_columns:
            yield Finding(start, end, edits=(Edit(start, end, ""),))


_SINGLE = Pattern("‘(?P<inside>[^‘’“”\n]{1,60})(?P<closing>’{1,2})|(?<=[^’])’’(?!’)|‘‘(?!‘)", first="‘’")
_REACH = 300


def single_quote_outside(document: Document) -> Iterator[Finding]:
    """PUN016: a quotation in single marks that stands in no other, or two single marks for one double."""
    text = document.text
    if "‘" not in text and "’" not in text:
        return
    for match in _SINGLE.finditer(text):
        start, end = match.span()
        if match["inside"] is None:
            if has_han(text[max(0, start - 1) : start] + text[end : end + 1]):
                yield Finding(start, end, {"found": match[0]}, "doubled", (Edit(start, end, _double(match[0][0])),))
        elif has_han(match["inside"]) and match["closing"] == "’" and not _is_within_double(text, start, end):
            edits = (Edit(start, start + 1, "“"), Edit(end - 1, end, "”"))
            yield Finding(start, end, {"inner": match["inside"]}, edits=edits)


def _double(mark: str) -> str:
    return "“" if mark == "‘" else "”"


def _is_within_double(text: str, start: int, end: int) -> bool:
    """Whether a quotation in double marks, of one line or of several, may be open at a place."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    opening, closing = before.rfind("“"), before.rfind("”")
    if opening > closing or before.count('"') % 2:
        return True
    # The next double mark of the paragraph closes what was opened farther up.
    after = after.partition("\n")[0]
    return "”" in after and ("“" not in after or after.find("”") < after.find("“"))


_TIME = Pattern(
    "(?<![0-9０-９.])(?<![0-9０-９][：:])(?P<hour>[01０１]?[0-9０-９]|[2２][0-4０-４])(?P<colon>：)"
    "(?P<minute>[0-5０-５][0-9０-９])(?![0-9０-９：:.])",
    needs=("：",),
)
_SAYS_TIME = Pattern("[日晨早晚午夜间时点至到前后起止]|周[一二三四五六日]|星期|凌晨|开始|截止|[—～~–―－-]$")
_SAYS_RATIO = Pattern("比例|比为|之比|配比|比分|比值|按$")
_AFTER_TIME = Pattern("[—～~–―－-]|前|后|起|至|到|开始|之间|截止|左右|以前|以后")
_CLAUSE_END = Pattern("[，。；》\n]")
_NEAR_TIME = 12


def wide_colon_in_time(document: Document) -> Iterator[Finding]:
    """PUN017: a full-width colon between hours and minutes."""
    text = document.text
    for match in _TIME.finditer(text):
        before = _CLAUSE_END.compiled.split(text[max(0, match.start() - _NEAR_TIME) : match.start()])[-1]
        if _SAYS_RATIO.search(before) or not (_SAYS_TIME.search(before) or _AFTER_TIME.match(text, match.end())):
            continue
        at = match.start("colon")
        yield Finding(*match.span(), edits=(Edit(at, at + 1, ":"),))
