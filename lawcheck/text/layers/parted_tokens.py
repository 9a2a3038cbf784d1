"""Line ends within what stands on one line: a note in brackets, the number of a document, a year."""

from lawcheck.text.patterns import Pattern

_LONGEST_NOTE = 40
# （工作日9:00—12⏎:00）, 〔20⏎25〕; an ordinal is no note.
_OPEN_NOTE = Pattern(
    "(?:（(?![一二三四五六七八九十0-9]{1,3}$)[^（）〔〕。；\n]{0,30}|〔[0-9]{0,4}|\\((?![0-9]{1,3}$)[^()。；\n]{0,30})$"
)
_REST_OF_NOTE = Pattern("[^（）()〔〕。；\n]{0,30}[）〕)]")
_OPENING = frozenset("（〔(")
_CLOSED_BY = {"（": "）", "〔": "〕", "(": ")"}
# 〔2024〕3⏎8号, 20⏎26年
_OPEN_NUMBER = Pattern("〔[0-9]{4}〕[0-9]{1,4}$")
_REST_OF_NUMBER = Pattern("[0-9]{0,4}号")
_OPEN_YEAR = Pattern("(?<![0-9.])(?:19|20)[0-9]{0,2}$")
_REST_OF_YEAR = Pattern("(?P<rest>[0-9]{0,2})年")
_DIGITS_OF_YEAR = 4


def is_in_token(text: str, start: int, end: int) -> bool:
    """Whether a line end, with the space around it, parts such a thing."""
    before = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_NOTE, 0)
    if not text[start - 1 : start].isdecimal() and _OPENING.isdisjoint(text[before:start]):
        return False
    opened = _OPEN_NOTE.search(text, before, start)
    if opened:
        rest = _REST_OF_NOTE.match(text, end)
        return rest is not None and rest[0][-1] == _CLOSED_BY[opened[0][0]]
    if _OPEN_NUMBER.search(text, before, start):
        return _REST_OF_NUMBER.match(text, end) is not None
    year, rest = _OPEN_YEAR.search(text, before, start), _REST_OF_YEAR.match(text, end)
    return year is not None and rest is not None and len(year[0]) + len(rest["rest"]) == _DIGITS_OF_YEAR
