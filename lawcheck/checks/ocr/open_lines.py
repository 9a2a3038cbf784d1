"""Lines that leave something open which the next line goes on with: a mark, a row, a note in brackets (OCR011)."""

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han

_CLOSING = {"《": "》", "“": "”", "（": "）", "〔": "〕"}
_POINT = Pattern("[，。；]")
_LABEL = Pattern("[；，](?:副?组长|成员|副?主任|副?总指挥|指挥长|联系人|联系电话|时间|地点|地址)[：:]$")
_ORDINAL = Pattern(
    "[ \u3000]{0,4}(?:第?[一二三四五六七八九十0-9]{1,3}[、.．章条节]|[（(][一二三四五六七八九十0-9]{1,3}[）)])"
)
_LONGEST, _LONGEST_NOTE, _REACH, _SHORTEST = 400, 40, 60, 15


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the line before a gap waits for what stands behind it."""
    if not is_han(text[end]) or _ORDINAL.match(text, end):
        return False
    last = text[start - 1]
    if last in _CLOSING:
        return _CLOSING[last] in line_behind(text, end)[:_REACH]
    if last == "、":
        # Names and numbers in short lines stand in columns.
        is_sentence = _POINT.search(line_behind(text, end)[:_REACH])
        return len(line_before(text, start).strip()) >= _SHORTEST and is_sentence is not None
    if last in "：:":
        return _LABEL.search(line_before(text, start)) is not None
    return is_han(last) and _is_within_note(line_before(text, start), line_behind(text, end))


def _is_within_note(before: str, behind: str) -> bool:
    """Whether a bracket is opened in one line and closed in the next: （示例府⏎办〔2013〕59号）."""
    at = max(before.rfind("（"), before.rfind("("))
    if at < 0 or len(before) - at > _LONGEST_NOTE or any(sign in before[at:] for sign in "）)。："):
        return False
    closed = min((at for at in (behind.find("）"), behind.find(")")) if at >= 0), default=-1)
    opened = min((at for at in (behind.find("（"), behind.find("(")) if at >= 0), default=len(behind))
    return 0 < closed < min(opened, _LONGEST_NOTE) and not any(sign in behind[:closed] for sign in "。：；")


def line_before(text: str, start: int) -> str:
    """What stands before a place in its line, as far as is worth looking."""
    return text[max(0, start - _LONGEST) : start].rpartition("\n")[2]


def line_behind(text: str, end: int) -> str:
    """The same of what stands behind a place."""
    return text[end : end + _LONGEST].partition("\n")[0]
