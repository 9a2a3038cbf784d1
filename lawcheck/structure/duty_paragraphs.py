"""Lists of duties: paragraphs side by side that each begin with the unit whose duty they tell.

甲局：制定办法. / 乙局。负责登记. / （一）丙局 and its duties below. / 丁局加强监测.
One such paragraph by itself may be anything; several of a form are a list of duties where the line before or most of
them say so.
"""

from collections.abc import Iterator, Sequence

from lawcheck.records import dataclass
from lawcheck.structure.acting_units import NO_NAME_OF_DUTY, TOLD, in_role, named, units_at
from lawcheck.structure.document import Attribution, Role, Unit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import ORDINAL

_FILLED = Pattern(r"[^\n]*\S[^\n]*")
_LINE = Pattern(r"[^\S\n]*(?P<ordinal>" + ORDINAL + r")?[^\S\n]*(?P<words>[^\s\d][^\n]*)")
_NUMBER = Pattern(r"[^\s.．、,，)）〕\]（(〔\[]+")
# What a unit that heads a paragraph is followed by. Most lines have none of it, and to look for units takes long.
_COLON, _STOP, _ALONE, _ACTS = "colon", "stop", "alone", "acts"
_MAY_HEAD = Pattern(rf"[{HAN}（）()、，和及与\s]{{2,80}}(?:[：:。]|$)|[{HAN}（）()、]{{2,80}}")
_BEHIND_COLON = Pattern(rf"(?:的)?(?:主要|工作)?(?:职责)?[^\S\n]*[：:][^\S\n]*(?=(?P<deed>[{HAN}][^\n]{{7}}))?")
_BEHIND_STOP = Pattern(r"[。][^\S\n]*(?=(?P<deed>[^\s\d]))")
_PREDICATE = Pattern(
    "(?:要|应当?|须|必须|需|将)?(?:依法|依照[^，。；\\n]{2,12}|按照?[^，。；\\n]{2,12}|及时|积极|认真|具体|主要|重点|全面|切实|随时|进一步){0,3}[，,]?"
    f"(?:负责{NO_NAME_OF_DUTY}|牵头|配合|协助|参与|承担|组织(?!部|处|人事|委)|指导|做好|抓好|加强|强化|落实|开展|推进|推动|制定|建立|完善|督促|监督|提供"
    f"|统筹|协调|审核|汇总|受理|发布|报送|编制|拟[订定]|研究|检查|管理|维护|参加|支持|调度|引导|宣传|采取|进入|准备|保障|实施|收集|通过|结合|对(?![外台口])[^，。；\\n]{{2,40}}(?:实行|进行|实施|开展|加强))(?![{HAN}]{{0,8}}的[。，])"
)
_SURE = Pattern(f"(?:要|应当?|须|必须)?(?:具体|主要|全面)?(?:负责{NO_NAME_OF_DUTY}|牵头|承担)|要|应当|必须")
_LEADS = Pattern("(?:负责)?牵头")
_HELPS = Pattern("(?:负责)?(?:积极|密切|主动|全力)*(?:配合|协助|参与)")
# The heading or the sentence before a list: 各部门职责分工如下：
_DUTIES = Pattern("职责|分工|责任(?![人书编])")
_LONGEST_HEADING, _REACH = 30, 400
_MOST_BETWEEN = 12
_FEWEST, _FEWEST_ACTING = 2, 3
# 抄送、联系人 and addressees are no list of duties; nor is a roster: 甲局：张三、李四.
_ROSTER = Pattern(rf"[{HAN}]{{2,4}}(?:[、，；\s]+[{HAN}]{{2,4}})*[。；]?$")


@dataclass(frozen=True, slots=True)
class _Head:
    """A paragraph's unit, and what it is followed by."""

    line: int
    start: int
    stop: int
    units: tuple[Unit, ...]
    form: str
    ordinal: str
    deed: int


def duty_paragraphs(text: str, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions that the paragraphs of lists of duties begin with, but for those whose units are `known`."""
    taken = {unit.start for one in known for field in one.fields for unit in field.units}
    taken |= {one.start for one in known}
    lines = [match.span() for match in _FILLED.finditer(text)]
    heads = [head for number, line in enumerate(lines) if (head := _head(text, number, *line))]
    for group in _groups(heads):
        if _is_list(text, group, lines):
            for head in group:
                if not _is_told(text, head) and taken.isdisjoint({head.start, *(unit.start for unit in head.units)}):
                    yield in_role(_role(text, head), head.start, head.stop, head.units)


def _head(text: str, number: int, start: int, end: int) -> _Head | None:
    line = _LINE.match(text, start, end)
    if line is None or not _MAY_HEAD.match(text, line.start("words"), end):
        return None
    at = line.start("words")
    stop, units = units_at(text, at, end)
    if not named(units) or units[0].start != at:
        return None
    ordinal = _shape(line["ordinal"] or "")
    if colon := _BEHIND_COLON.match(text, stop, end):
        if not colon["deed"] and colon.end() < end:
            return None
        return _Head(number, at, stop, units, _COLON, ordinal, colon.end())
    if behind := _BEHIND_STOP.match(text, stop, end):
        return _Head(number, at, stop, units, _STOP, ordinal, behind.end())
    if stop == end:
        return _Head(number, at, stop, units, _ALONE, ordinal, stop) if ordinal else None
    if _PREDICATE.match(text, stop, end):
        return _Head(number, at, stop, units, _ACTS, ordinal, stop)
    return None


def _shape(ordinal: str) -> str:
    """The form of an ordinal, whatever its number: that of （十二） is （一）."""
    return _NUMBER.compiled.sub("一", ordinal)


def _groups(heads: Sequence[_Head]) -> Iterator[list[_Head]]:
    """Heads of one form that follow upon each other."""
    for form in (_COLON, _STOP, _ALONE, _ACTS):
        group: list[_Head] = []
        for head in heads:
            if head.form != form:
                continue
            if group and not _goes_on(group[-1], head):
                yield group
                group = []
            group.append(head)
        if group:
            yield group


def _goes_on(before: _Head, head: _Head) -> bool:
    between = head.line - before.line - 1
    most = _MOST_BETWEEN if head.ordinal and head.form != _ACTS else 1 if head.form == _ACTS else 0
    return before.ordinal == head.ordinal and between <= most


def _is_list(text: str, group: Sequence[_Head], lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a list of duties, as the line before says, or most of its paragraphs."""
    acting = group[0].form == _ACTS
    if len(group) < (_FEWEST_ACTING if acting else _FEWEST):
        return False
    if 2 * sum(_is_told(text, head) for head in group) >= len(group):
        return False
    sure = sum(_SURE.match(text, head.deed) is not None for head in group)
    if group[0].form != _ALONE and sure > 1 and 4 * sure >= (1 if acting else 2) * len(group):
        return True
    return _is_announced(text, group[0], lines)


def _is_told(text: str, head: _Head) -> bool:
    """Whether the first sentence tells what was done, or names people."""
    end = text.find("。", head.deed, head.deed + 80)
    words = text[head.deed : end if end > 0 else head.deed + 80].split("\n", 1)[0]
    return TOLD.search(words.replace("已有", "")) is not None or (
        head.form == _COLON and _ROSTER.match(words) is not None
    )


def _is_announced(text: str, head: _Head, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the line before the list is a heading, or ends with a sentence, that speaks of duties."""
    if not head.line:
        return False
    start, end = lines[head.line - 1]
    words = text[max(start, end - _REACH) : end].rstrip()
    last = words.rstrip("：:。").rpartition("。")[2]
    return (words.endswith(("：", ":")) or len(words) <= _LONGEST_HEADING) and _DUTIES.search(last) is not None


def _role(text: str, head: _Head) -> Role:
    if _LEADS.match(text, head.deed):
        return Role.LEAD
    return Role.PARTICIPANTS if _HELPS.match(text, head.deed) else Role.RESPONSIBLE
