"""Full names of national laws without title marks, where a sentence cites them (CIT001)."""

from collections.abc import Iterator

from lawcheck.checks.cit.law_table import is_law_name
from lawcheck.checks.opened_marks import is_quotation_open, is_title_open
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 根据中华人民共和国水法: with the name of the state it is no short name, and takes its marks in statutes as well. In
# three and a half million characters of published text none stands so without them.
_FULL = Pattern(
    "(?:根据|依照|依据|按照|执行|违反|适用|遵守|落实|实施|贯彻|修[订改]|制定|》?和|》?、|以及|》)"
    f"(?P<name>中华人民共和国[{HAN}]{{2,30}})",
    needs=("中华人民共和国",),
)
# 《示例法》城市绿化条例等法律: it stands right behind another one.
_BEHIND = Pattern(f"》(?P<name>[{HAN}]{{4,30}})", first="》")
_AFTER = Pattern("等|[，。、；）《]|制定|和|以及|及|规定|第[一二三四五六七八九十百]+条|的|同时|有关")
_SHORTEST, _REACH = 4, 100


def full_names(text: str) -> Iterator[tuple[int, int]]:
    """The spans of these names, in no order."""
    for pattern in (_FULL, _BEHIND):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            last = next((at for at in range(end, start + _SHORTEST - 1, -1) if is_law_name(text[start:at])), 0)
            # Custom leaves the constitution unmarked.
            if (
                last
                and not text.endswith("宪法", start, last)
                and _AFTER.match(text, last)
                and not _is_within_marks(text, start)
            ):
                yield start, last


def _is_within_marks(text: str, at: int) -> bool:
    near = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return is_title_open(near) or is_quotation_open(near)
