"""What the header of a table says: whether it divides the work, and which column is what.

A table divides work when its header names what is to be done and who does it. Lists of projects, prices and people have
headers of the same words (项目名称, 承担单位, 负责人), so the words that lists have too count only beside those that
lists do not have.
"""

from collections.abc import Iterable

from lawcheck.records import dataclass
from lawcheck.structure.document import Role
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import WORK_GENRE

_UNIT = "(?:单位|部门|主体|机构|[处科股]室|站所)"
_MORE = "(?:[、/／及和与或]?(?:责任|负责)人)?"
_FOREMOST = "(?:整改|主要|具体|第一|直接|总|包保|包联|包抓)?"
_ENDS_OF_PEOPLE = ("人", "人员", "同志", "领导", "者")
_PERSON = "(?:人员?|同志|领导|者)"

_LEAD = Pattern(rf"{_FOREMOST}牵头(?:责任|负责|领导|整改)?{_UNIT}?{_MORE}")
_PARTICIPANTS = Pattern(rf"(?:参加|参与|配合|协办|协助|协同|协作)(?:责任|落实|整改)?{_UNIT}?")
_RESPONSIBLE = Pattern(rf"{_FOREMOST}(?:主体)?(?:责任|负责|主责|落实|整改|包保|包联|包抓){{1,2}}{_UNIT}{_MORE}")
# Lists of projects, events and services name these too.
_ALSO_LISTED = Pattern(rf"(?:行业)?(?:承办|承担|实施|主办|主管|执行|完成)(?:责任|负责)?{_UNIT}{_MORE}")
# The cell says who leads and who joins: 甲局牵头，乙局配合.
_DIVIDED = Pattern(r"(?:任务|工作|责任|职责|部门|单位){0,2}分工(?:情况|安排)?")
_LEADERS = Pattern(rf"{_FOREMOST}牵头(?:负责)?{_PERSON}")
_PEOPLE = Pattern(rf"{_FOREMOST}(?:责任|负责|承办|经办|落实|实施|执行|整改|包保|包联|包抓){{1,2}}{_PERSON}")

_NUMBER = Pattern("序号|编号|号")
_DUE = Pattern(
    r"(?:(?:预计|计划|拟|最迟|要求)?(?:完成|整改|落实|推进|实施|截止|起止)|预计|计划)?"
    r"(?:时限|期限|时间|日期|节点)(?:要求|节点|安排|进度)?|办结(?:时限|期限|时间)|(?:时间|序时|推进|工作)进度|进度(?:安排|要求)"
)
# What stands alone may be the hour of an event.
_ANY_TIME = Pattern("时间|日期|时间安排|办结(?:时限|期限|时间)")
_KIND = (
    "重点|主要|年度|阶段性?|具体|分项|细化|建设|改革|整改|创建|攻坚|专项|推进|落实|实施|治理|提升"
    f"|分解|名称|要求|{WORK_GENRE}|内容|事项|项目|任务|工作|目标|指标|步骤|[与及和、/／]"
)
# At least one of these, or several of the words above, say that something is to be done.
_TASK = Pattern(rf"(?=.*(?:任务|举措|措施|工作(?!单位|年限)|整改|步骤|实施内容))(?:{_KIND}){{1,6}}")
_THING = Pattern(r"(?:重点|主要|具体|分项|建设|改革)?(?:事项|内容|项目|要点)(?:名称|内容|要求)?")
_AIM = Pattern(
    r"(?:年度|主要|具体|建设|工作|考核|阶段性?)?(?:目标|指标)(?:名称|内容|要求|分解)?"
    r"|(?:存在|主要|反馈|发现|具体)?(?:的)?问题(?:清单|描述|表现|内容)?"
)
_STANDS_BEHIND = Pattern("工作(?:目标|要求|计划|安排|步骤|进度)|(?:任务|工作|整改)(?:要求|目标|计划|安排)")
_LISTED = Pattern(
    r"单位|部门|所[在属](?:单位|部门)|工作单位|单位名称|(?:联系|办公|手机|固定)?(?:电话|号码|方式)|联系人|手机号?码?|职务|职称|性别|年龄|学历|身份证号?码?"
    r"|地[址点]|单价|价格|报价|数量|型号|规格"
    r"|(?:总|年度|概算|预算|计划|项目|合同|中央|省级|财政|立项|资助)?(?:投资|金额|经费|预算|资金|费用|造价)(?:额|数)?"
)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Which column is what, by the number of its first grid column."""

    tasks: tuple[int, ...]
    units: tuple[tuple[int, Role, str], ...]
    number: int | None
    limit: int | None
    # The year in the header of the limits: 完成时限（2025年）.
    year: int | None = None


def columns_of(header: Iterable[tuple[int, str]]) -> TableColumns | None:
    """What the names of columns say; None where they are not those of a division of work."""
    tasks: list[int] = []
    behind: list[int] = []
    things: list[int] = []
    aims: list[int] = []
    units: list[tuple[int, Role, str]] = []
    people: list[tuple[int, Role, str]] = []
    number = limit = None
    sure = timed = listed = False
    for column, name in header:
        if (role := _person_role(name)) is not None:
            people.append((column, role, name))
        elif (role := _unit_role(name)) is not None:
            units.append((column, role, name))
            sure = sure or _ALSO_LISTED.fullmatch(name) is None
        elif _NUMBER.fullmatch(name):
            number = column
        elif _DUE.fullmatch(name):
            limit, timed = column, timed or _ANY_TIME.fullmatch(name) is None
        elif _THING.fullmatch(name):
            things.append(column)
        elif _AIM.fullmatch(name):
            aims.append(column)
        elif _TASK.fullmatch(name):
            (behind if _STANDS_BEHIND.fullmatch(name) else tasks).append(column)
        listed = listed or _LISTED.fullmatch(name) is not None
    certain = bool(tasks or behind) or timed
    # People are those responsible where no unit is.
    if people and all(role is Role.PARTICIPANTS for _, role, _ in units):
        units += people
        is_division = certain and (not listed or (bool(tasks) and timed))
    else:
        is_division = certain or (sure and not listed)
    columns = sorted(tasks + things) or behind or aims
    return TableColumns(tuple(columns), tuple(units), number, limit) if columns and units and is_division else None


def names_people(label: str) -> bool:
    """Whether people stand in a column of this name, alone or beside their units: 责任人, 责任单位及责任人."""
    return label.endswith(_ENDS_OF_PEOPLE)


def _unit_role(name: str) -> Role | None:
    """The role of the units in a column of this name."""
    if _LEAD.fullmatch(name) or name in ("主办单位", "主办部门"):
        return Role.LEAD
    if _PARTICIPANTS.fullmatch(name):
        return Role.PARTICIPANTS
    named = _RESPONSIBLE.fullmatch(name) or _ALSO_LISTED.fullmatch(name) or _DIVIDED.fullmatch(name)
    return Role.RESPONSIBLE if named else None


def _person_role(name: str) -> Role | None:
    """The role of the people in a column of this name."""
    if _LEADERS.fullmatch(name):
        return Role.LEAD
    return Role.RESPONSIBLE if _PEOPLE.fullmatch(name) else None
