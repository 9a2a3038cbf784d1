"""Line ends within what stands on one line: a note in brackets, the number of a document, a year, an ordinal."""

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, YEAR
from lawcheck.text.vocabulary.document_numbers import document_numbers_in
from lawcheck.text.vocabulary.han import HAN

_LONGEST_NOTE = 40
# （工作日9:00—12⏎:00）, 〔20⏎25〕; an ordinal is no note.
_OPEN_NOTE = Pattern(
    "(?:（(?![一二三四五六七八九十0-9]{1,3}$)[^（）〔〕。；\n]{0,30}|〔[^〔〕\n]{0,4}|\\((?![0-9]{1,3}$)[^()。；\n]{0,30})$"
)
_REST_OF_NOTE = Pattern("[^（）()〔〕。；\n]{0,30}[）〕)]")
_OPENING = frozenset("（〔(")
_CLOSED_BY = {"（": "）", "〔": "〕", "(": ")"}
# 〔2024〕3⏎8号, 20⏎26年
_YEAR = Pattern(f"(?<![0-9.]){YEAR}年", first="12")
_REST = 12
# 2026⏎年⏎3⏎月⏎5⏎日: so far the parts of a date may stand on lines of their own.
_DATE = Pattern(DATE)
_PART_OF_DATE = Pattern(r"[ \t\u3000]{0,8}[0-9]{0,4}[年月日]?[ \t\u3000]{0,8}(?:\n|$)")
_DATE_ENDS, _DATE_REACH = frozenset("年月日"), 30
# 第六⏎条　, 第⏎六条　, 3⏎.编制方案: an ordinal that fills the line before a line end.
_NUMERAL = "[一二三四五六七八九十百零〇0-9]"
_ORDINAL = Pattern(f"第{_NUMERAL}{{1,6}}[条章节][ \u3000]|[0-9]{{1,2}}[.．、](?=[{HAN}])")
_LONGEST_ORDINAL = 7


def is_in_token(text: str, start: int, end: int) -> bool:
    """Whether a line end, with the space around it, parts such a thing."""
    before = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_NOTE, 0)
    if start - before <= _LONGEST_ORDINAL and _is_in_ordinal(text[before:start].lstrip(), text[end : end + _REST]):
        return True
    if _is_in_date(text, start, end):
        return True
    if not text[start - 1 : start].isdecimal() and _OPENING.isdisjoint(text[before:start]):
        return False
    opened = _OPEN_NOTE.search(text, before, start)
    if opened:
        rest = _REST_OF_NOTE.match(text, end)
        return rest is not None and rest[0][-1] == _CLOSED_BY[opened[0][0]]
    joined, joint = text[before:start] + text[end : end + _REST], start - before
    if any(match.start() < joint < match.end() for match in _YEAR.finditer(joined)):
        return True
    if "〔" not in joined:
        return False
    return any(number.has_hao and number.opening < joint < number.end for number in document_numbers_in(joined))


def _is_in_date(text: str, start: int, end: int) -> bool:
    """Whether a line end parts a whole date whose parts stand on lines of their own."""
    before, behind = text[start - 1], text[end : end + 1]
    if before.isdecimal() == behind.isdecimal() or not {before, behind} & _DATE_ENDS:
        return False
    # 2026年⏎3月5日 召开会议。: a year above its days.
    if not _PART_OF_DATE.match(text, text.rfind("\n", 0, start) + 1) or not _PART_OF_DATE.match(text, end):
        return False
    left = "".join(text[max(0, start - _DATE_REACH) : start].split())
    right = "".join(text[end : end + _DATE_REACH].split())
    return any(match.start() < len(left) < match.end() for match in _DATE.finditer(left + right))


def _is_in_ordinal(line: str, following: str) -> bool:
    """Whether a line is the first part of an ordinal that the next one ends."""
    match = _ORDINAL.match(line + following) if line else None
    return match is not None and match.end() > len(line) and not line.endswith(("条", "章", "节", ".", "．", "、"))
