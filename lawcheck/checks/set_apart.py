"""What stands around a blank: its line, and whether columns or fields of a form are near it."""

from lawcheck.text.patterns import Pattern

_BLANKS = " \u3000\u00a0"
_LONGEST_LINE = 400
_COLUMNS = Pattern(f"[{_BLANKS}]{{2}}|\t|_{{2}}|\\|")
_NEAR = 15
_POINT = Pattern("[，。；]")
# （记者 张某 通讯员 李某）, 5月6日电 示例区召开会议: papers set names and the line of the place apart.
_REPORTERS = "(?:记者|通讯员|报道员|摄影师?)"
_BYLINE = Pattern(f"(?:{_REPORTERS}|[0-9]日[电讯])$")
_NEXT_REPORTER = Pattern(_REPORTERS)
_LONGEST_LABEL = 4


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the line begins and ends that a place stands in, or what of it is near."""
    first = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1 or max(0, start - _LONGEST_LINE)
    last = text.find("\n", end, end + _LONGEST_LINE)
    return first, last if last >= 0 else min(len(text), end + _LONGEST_LINE)


def is_in_sentence(text: str, start: int, end: int) -> bool:
    """Whether points stand in the line of a place: it is no heading of a column and no field of a form."""
    return _POINT.search(text, *line_around(text, start, end)) is not None


def is_in_columns(text: str, start: int, end: int) -> bool:
    """Whether something near a blank is set apart as columns are."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2].lstrip(_BLANKS)
    after = text[end : end + _NEAR].partition("\n")[0].rstrip(_BLANKS)
    return bool(_COLUMNS.search(before) or _COLUMNS.search(after))


def is_in_byline(text: str, start: int, end: int) -> bool:
    """Whether a space stands behind or before what a paper calls those who report."""
    before = text[max(0, start - _LONGEST_LABEL) : start]
    return _BYLINE.search(before) is not None or _NEXT_REPORTER.match(text, end) is not None
