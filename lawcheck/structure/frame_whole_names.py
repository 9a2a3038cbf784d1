"""Names of offices that stand on two lines, or have space within them, as one."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lawcheck.structure.frame import FrameName
from lawcheck.structure.frame_names import PLACE_ALONE, meetings
from lawcheck.structure.units import is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS, NATIONAL, PLACE_END

# How the name of an office begins; a line that does not begin so goes on with the name in the line above it.
_BEGINS_A_NAME = Pattern(f"(?![全各我本该此])(?:{NATIONAL}|{DEPARTMENTS}|人民|[{HAN}]{{1,5}}?{PLACE_END})")
_LONGEST_REST = 2
_SHORT_NAMES = frozenset(("团委", "党委", "工会", "妇联", "科协", "学校", "法院", "医院", "残联", "侨联", "文联"))

# What is one name with the name before it: 中国人民银行 / 示例省分行, 国家税务总局 / 示例市税务局.
_BRANCHES = (
    ("银行", "分行|支行|营业管理部|营业部"),
    ("国家外汇管理局", "分局|中心支局"),
    ("国家税务总局", "税务局"),
    ("国家金融监督管理总局", "监管局|监管分局|监管支局"),
    ("监督管理委员会", "监管局|监管分局|银监局|保监局|证监局"),
    ("国家统计局", "调查队|调查总队"),
    ("国家能源局", "监管办公室|监管局"),
    ("中华人民共和国", "海关|海事局"),
)
# The organs of a house, which sign with its name before theirs: 示例股份有限公司 / 董事会.
_ORGANS = frozenset(("董事会", "监事会", "理事会", "股东会", "股东大会"))
_HOUSES = ("公司", "集团", "协会", "学会", "商会", "基金会", "合作社")
# 共青团示例大学 / 示例学院委员会: what is no committee yet is named in full only with the line below.
_PARTY = ("共青团", "中共", "中国共产党", "中国共产主义青年团")
_COMMITTEE = Pattern("(?:委|委员会|党组|总支|支部|办公室|办公厅|部|局|党校|中央)$")
_NATIONAL_NAME = Pattern("^(?:国家|中国|中华|[农工建交]|.{0,6}银行$)")


def whole_names(names: Iterable[FrameName]) -> Iterator[FrameName]:
    """The names, those joined whose office and branch stand on two lines or have space between them."""
    before: FrameName | None = None
    for name in names:
        if before and (_is_branch(before.name, name.name) or PLACE_ALONE.search(before.name)):
            before = FrameName(before.name + name.name, before.start, name.end)
            continue
        if before and is_broken(before.name, name.name):
            *whole, before = _over_two_lines(before, name)
            yield from whole
            continue
        if before:
            yield before
        before = name
    if before:
        yield before


def is_broken(line: str, below: str) -> bool:
    """Whether a line of names ends within a name that the line below goes on with: 示例省工业和信息 / 化厅."""
    if len(below) <= _LONGEST_REST:
        return below not in _SHORT_NAMES and not _BEGINS_A_NAME.match(below)
    return not is_name(line) and _BEGINS_A_NAME.match(line) is not None and not _BEGINS_A_NAME.match(below)


def _over_two_lines(first: FrameName, second: FrameName) -> Iterator[FrameName]:
    """The names of two lines, the last one of the first of which goes on in the second."""
    words, size = first.name + second.name, len(first.name)
    places = [*range(first.start, first.start + size), *range(second.start, second.end)]
    for start, end in pairwise([0, *meetings(words), len(words)]):
        yield FrameName(words[start:end], places[start], places[end - 1] + 1)


def _is_branch(office: str, branch: str) -> bool:
    if office.startswith(_PARTY) and not _COMMITTEE.search(office):
        return _COMMITTEE.search(branch) is not None and not branch.startswith(_PARTY)
    return (branch in _ORGANS and office.endswith(_HOUSES)) or any(
        office.endswith(end) and re.search(f"(?:{branches})$", branch) and not branch.startswith(office[:2])
        for end, branches in _BRANCHES
        if _NATIONAL_NAME.search(office)
    )
