"""Runs of blanks in mid-sentence, where a web page or a fixed column broke its lines (STR017)."""

import re
from collections.abc import Iterator

from lawcheck.checks.ocr.residue import is_spaced
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_BLANK = "[ \u3000\xa0]"
_BEHIND_SIGN = Pattern(
    f"{_BLANK}(?<=[，、；].)(?<=[{HAN}”》）)0-9%％]..){_BLANK}{{2,80}}(?=[{HAN}“《（0-9])",
    needs=tuple(one + other for one in " \u3000\xa0" for other in " \u3000\xa0"),
)
_BETWEEN = Pattern(f"{_BLANK}(?<=[{HAN}].){_BLANK}{{3,80}}(?=[{HAN}《“])")
# Columns, and lines of a form to be filled in.
_COLUMNS = Pattern(r"[\t|_＿]")
_PIECE = Pattern(f"[，。；：、:;,!?！？\n]|{_BLANK}{{2}}")
_LABEL = Pattern(f"[{HAN} \u3000]{{1,10}}[：:]")
_ENDED = Pattern("[，。；]")
_REACH = 60
_LINE = 2000
# The longer of two parts of a sentence; names are shorter.
_SHORTEST, _SHORTEST_OF_TORN = 5, 4
_NUMBER = Pattern(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?")
# Where so many sentences are torn, a run between two words is another of them.
_TORN = 3


def blank_run(document: Document) -> Iterator[Finding]:
    """STR017: three blanks and more between the parts of a sentence."""
    text = document.text
    found = [match for match in _BEHIND_SIGN.finditer(text) if _is_torn(document, match, _SHORTEST)]
    for match in found:
        yield Finding(*match.span(), edits=(Edit(*match.span(), ""),))
    if len(found) < _TORN:
        return
    for match in _BETWEEN.finditer(text):
        start, end = match.span()
        before, after = _before(text, start), text[end : end + _REACH]
        ended = _PIECE.search(after)
        # What stands on both sides is a part of a sentence: a comma before it, a stop behind it.
        first = start - len(before)
        follows = text[first - 1 : first] in ("，", "、", "；") and ended and _ENDED.match(ended[0])
        if follows and _is_torn(document, match, _SHORTEST_OF_TORN):
            yield Finding(start, end, edits=(Edit(start, end, ""),), unsafe=True)


def _before(text: str, start: int) -> str:
    """The piece before a run of blanks, back to the sign before it."""
    return _PIECE.compiled.split(text[max(0, start - _REACH) : start])[-1]


def _is_torn(document: Document, match: re.Match[str], shortest: int) -> bool:
    text = document.text
    start, end = match.span()
    if document.is_in_cell(start):
        return False
    first = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    last = text.find("\n", end, end + _LINE)
    line = text[first : last if last >= 0 else end + _LINE]
    if _COLUMNS.search(line) or is_spaced(line):
        return False
    # 地点：…，    时间：… stand side by side; so do names.
    sign = text[start - 1] in "，、；"
    before, after = _before(text, start - sign), _PIECE.compiled.split(text[end : end + _REACH])[0]
    if _LABEL.match(text, end) or _NUMBER.fullmatch(before):
        return False
    return max(len(before), len(after)) >= shortest
