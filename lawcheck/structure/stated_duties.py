"""Sentences that name a task and whose it is: 具体工作由甲局承担; 办法由甲局制定; 甲局：负责登记; 牵头单位为甲局."""

import re

from lawcheck.structure.acting_units import DEEDS, NO_NAME_OF_DUTY, charged, in_role, is_named, listed, named, units_at
from lawcheck.structure.attribution_lexer import role_of
from lawcheck.structure.document import Attribution, Field, Role
from lawcheck.structure.later_clauses import coming_in
from lawcheck.structure.units import is_group
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import ORDINAL

# 牵头单位为; with 均 before or after where several items share it.
ARE = Pattern("(?:牵头|主责|责任|负责|配合|参与|参加|协办|协助)(?:单位|部门)(?:均|都|统一|一律|皆)?(?:为|是(?!否))")
_CLAUSE_END = Pattern("[，,。；;\n]")
_LONGEST = 300
# So far the units reach at most, and what is said behind them begins.
_REACH = 400
# 具体工作由甲局承担; costs are borne too.
_TASK = Pattern("(?:工作|任务|事项|职责|事务|职能)由$")
_BEARS = Pattern("(?:具体|共同|分别)?承担(?=[，,。；;\\n]|$)")
# 检测由甲局承担: but for costs and what follows from faults.
_COSTS = Pattern("[费款资金][^，。；\\n]{0,20}$|(?:成本|损失|后果|责任|风险|债务|义务|赔偿|支出)[^，。；\\n]{0,12}$")
_COSTS_REACH = 40
# 具体办法由甲局另行制定; who wrote this text, or one with a name, gives nobody a task.
_MAKES = Pattern(
    "(?:按照?“[^”\\n]{2,24}”的?(?:原则|要求))?"
    "(?:另行|具体|共同|联合|分别|统一|研究|组织|抓紧|负责|尽快){0,3}"
    "(?:制定|制订|拟定|拟订|起草|编制|编写|修订|组织(?:开展|实施|推进|落实)|(?:督促|指导)(?!各)|统筹安排)"
    f"(?![{HAN}]{{0,14}}[的了])(?![，,]?(?:已|并经|经))"
    f"|对[^，,。；;\\n]{{2,40}}(?:进行|开展|实施)(?:监督|检查|考核|评估|督[查导]|指导|监测|审计)(?![{HAN}]{{0,14}}[的了])"
    f"|(?:(?:统一|负责)?组织|(?:跟踪|统一|负责)?督办)(?=[，,。；;\\n]|$)|(?:统一(?:协调|调度|开发|配备|采购|安排|印制|发放|部署|实施)|(?:统筹|统一|归口)(?:负责)?管理)(?![{HAN}]{{0,14}}[的了])"
)
_THIS_TEXT = Pattern(f"(?:本(?![{HAN}]{{0,2}}(?:工作|任务|活动|行动|项目))[{HAN}]{{2,4}}|[》”])由$")
_VERB = f"(?:具体|主要)?(?P<verb>牵头负责|牵头|负责|承担){NO_NAME_OF_DUTY}(?!领导)(?=[{HAN}]{{2}})"
# 甲局主要职责为：牵头制定办法; 甲局：负责登记.
_ANSWERS = Pattern(
    r"(?:的)?(?:主要|工作|具体)?(?:职责|任务|分工|责任)?(?:为|是|包括)?[^\S\n]{0,2}[：:][^\S\n]{0,4}" + _VERB
)
# 甲局主要职责为：登记住户, 甲局：配合做好登记.
_DUTIES = Pattern(
    r"(?:(?:主要|工作|具体)(?:职责|任务|分工|责任)|职责分工|任务分工)(?:为|是)?[^\S\n]{0,2}[：:][^\S\n]{0,4}"
    rf"(?P<verb>牵头负责|牵头|配合|协助|参与|参加)?(?=[{HAN}]{{2}})"
)
_HELPS = Pattern(rf"[^\S\n]{{0,2}}[：:][^\S\n]{{0,4}}(?P<verb>配合|协助)(?=[{HAN}]{{2}})")
# Without one of these nobody is said to answer for anything, nor is an item headed by its unit: to look for units
# takes longer.
_MAY_ANSWER = Pattern(
    "[：:]|主体|承担|按|根据|依据|依照|范围内|牵头|(?:主责|责任|配合|参与|协助)(?:单位|部门)",
)
_SHARE = Pattern("[^，。；\\n]{2,60}(?:职责|职能|任务)")
_MAY_BE = Pattern("[为是][^，。；、\\n]{0,20}(?:主责|责任|牵头|配合|参与|协助)(?:责任)?(?:单位|部门)")
_MAY_HEAD = Pattern(r"[。：:\n][^\S\n]{0,8}(?:会同|會同|牵头|负责|承担)")
# An item that is headed by its unit: （一）甲局。负责登记.
_HEADED = Pattern(
    rf"(?:职责)?[^\S\n]{{0,2}}(?:[。：:][^\S\n]{{0,4}}\n?|\n)[^\S\n]{{0,8}}(?:(?P<with>会同|會同)|{_VERB})"
)
# An item that is headed by its unit, and has its duties under it: 2.甲局 1）负责登记 2）牵头检查.
_BLANK = Pattern(r"(?:的)?(?:主要|工作)?(?:职责|任务)?[\s。：:]{0,8}")
_BELOW = Pattern(rf"{ORDINAL}[^\S\n]{{0,4}}{_VERB}")
# 甲局承担登记工作; 甲局、乙局按职责分工做好登记.
_CARRIES = Pattern(
    "(?:具体|主要|共同|分别)?承担(?!的)[^，。；！\\n]{1,80}?(?:工作|职责|任务|事务|事宜)(?=[，。；并和\\n]|$)"
)
_BY_DUTY = Pattern(
    "[，,]?(?:要|应当?|须)?(?:(?:按照?|依照|根据|依据)(?:各自|法定|部门)?(?:的)?(?:职责|职能|任务)(?:分工|权限)?"
    "|在(?:各自|其)?职责(?:权限)?范围内)[，,]?"
    "(?:(?:(?:依法|依规|密切|主动|分别|共同|认真|切实|积极|协同|做好|抓好|推进|推动|开展|落实|加强|组织|实施|完成|指导){1,3}"
    f"|{DEEDS}(?=[{HAN}]{{2}}|[，。；\\n]|$))"
    f"(?![{HAN}]{{0,12}}的(?!有关|相关|各项|具体|日常|[{HAN}]{{0,6}}(?:工作|任务)))|对[^，。；\\n]{{2,40}}(?:进行|开展|实施|加强))"
)
_PUNISHES = Pattern("[^，。；\\n]{0,20}(?:予以|给予|责令|处以|追究)")
# 甲局是登记工作的牵头部门, 甲局要发挥牵头作用: what it is, without a verb of its own.
_IS = Pattern(
    "(?:作?为|是)(?:[^，。；、\\n的]{0,14}的)?(?:[省市区县州]级)?"
    "(?P<role>(?:总?牵头|主责|(?:第一|直接|主要|共同|具体)?责任|配合|参与|协助)(?:责任)?)(?:单位|部门)(?=[，。；\\n]|$)"
    "|(?:作?为|是)[^，。；、\\n]{0,24}(?:责任|落实|工作|实施|管理)主体(?=[，。；\\n]|$)"
    "|(?:要|应当?)?(?:切实|充分|认真|积极|全面|继续){0,2}(?:发挥|履行|落实|承担|做)好?[^，。；、\\n]{0,14}"
    "(?P<lead>牵头)(?:抓总|协调|部门|单位)*(?:、[^，。；\\n]{2,24}等)?(?:的)?(?:作用|职责|责任|工作)"
)
# 甲局要制定办法: what somebody is told to do; 甲局要高度重视 is told to all.
_ON_GROUNDS = "(?:(?:按照?|根据|依据|结合)[^，。；\\n]{2,30}?[，,]?(?=做好|抓好|开展|完善|制定|建立|组织|实施))?"
_NO_DEED = (
    "(?![求素点么件是把在想紧害冲会与同和跟让给]|及(?!时)|高度|提高|充分|切实|认真|严格|积极|密切|统一|增强|各|有|相互|互相|坚持"
    "|加强(?:领导|组织领导|协调|沟通|协作|配合|与|同|对[^，。；\\n]{2,20}的领导)|进一步|主动|把|从|以|于|牢固|深刻|落实责任"
    "|明确责任|层层|按照|根据|依据|结合实际)"
)
_MUST = Pattern(f"[，,]?(?:要|须|必须){_ON_GROUNDS}{_NO_DEED}(?=[{HAN}]{{2}})(?![{HAN}]{{0,12}}的[，。；])")
# 甲局统筹协调登记工作.
_RUNS = Pattern(
    f"(?:统筹(?:协调|负责|推进)|组织协调|组织实施|具体实施)(?=[{HAN}]{{2}})"
    f"(?![^。；\\n]{{0,60}}[了过])(?![{HAN}]{{0,12}}的[，。；])"
)
_EVERYBODY = Pattern(
    "各|有关|相关|县级以上|乡镇以上|地方|全[省市县区]|[省市县区乡镇、]{1,4}(?:各级|两级|(?:人民)?政府$)"
)
_BEFORE = 6
# 领导小组办公室设在甲局，负责日常工作.
SEATED = Pattern(rf"(?P<office>[{HAN}]{{0,24}}办公室)设(?:在|于)", needs=("办公室设",))
_AND_DOES = Pattern(
    "[，,](?:(?:由|办公室主任由)[^，。；\\n]{2,40}[，,])?(?:并|具体|主要|统一){0,2}"
    f"(?:(?P<verb>负责|牵头){NO_NAME_OF_DUTY}(?=[{HAN}]{{2}})|承担(?=[^，。；\\n]{{1,30}}(?:工作|职责|任务|事务)))"
)
_NO_NAME = "办公室"
# 发挥领导小组作用，统筹协调登记: by whom the work is led.
_USES = Pattern("(?:要|应当?)?(?:充分|切实|积极|更好){0,2}发挥(?!好)")
_WORKS = Pattern(
    "(?:的)?(?P<lead>牵头)?(?:抓总|[统综]筹协调|综合协调|组织协调|协调|统筹|指导|、){0,5}(?:作用|职能)"
    f"[，,](?:负责|统筹|牵头|组织实施|综合协调){NO_NAME_OF_DUTY}(?=[{HAN}]{{2}})"
)


def stated(text: str, first: re.Match[str], end: int) -> Attribution | None:
    """牵头单位为甲局，配合单位为乙局: the fields from the first one on."""
    fields: list[Field] = []
    following: re.Match[str] | None = first
    while following:
        start = following.end()
        clause = _CLAUSE_END.search(text, start, start + _LONGEST)
        stop, units = units_at(text, start, clause.start() if clause else start + _LONGEST)
        role = role_of(following[0])
        known = listed if role is Role.PARTICIPANTS and fields else charged
        if stop > end or not known(units):
            break
        fields.append(Field(role, "", start, stop, units))
        following = ARE.match(text, stop + 1)
    return Attribution(fields[0].start, fields[-1].end, tuple(fields)) if fields else None


def seated(text: str, office: re.Match[str], end: int) -> Attribution | None:
    """领导小组办公室设在甲局，负责日常工作: the office, or where it has no name the one that it is a part of."""
    stop, units = units_at(text, office.end(), end)
    does = _AND_DOES.match(text, stop, end) if named(units) else None
    if does is None:
        return None
    if office["office"] != _NO_NAME:
        _, units = units_at(text, office.start(), office.end("office"))
        if not named(units):
            return None
    return in_role(role_of(does["verb"] or ""), units[0].start, stop, units)


def given(text: str, start: int, end: int) -> Attribution | None:
    """具体工作由甲局承担, 办法由甲局制定: those behind 由, where the verb is one of the task."""
    stop, units = units_at(text, start, end)
    bears = _BEARS.match(text, stop, end)
    if bears and not _TASK.search(text, max(0, start - _BEFORE), start):
        bears = None if _COSTS.search(text, max(0, start - _COSTS_REACH), start) else bears
    makes = not _THIS_TEXT.search(text, max(0, start - _BEFORE), start) and _MAKES.match(text, stop, end)
    verb = bears or makes or _CARRIES.match(text, stop, end) or _by_duty(text, stop, end)
    if not verb or not (charged if bears else named)(units):
        return None
    return in_role(Role.RESPONSIBLE, start, verb.end(), units)


def _by_duty(text: str, start: int, end: int) -> re.Match[str] | None:
    """What is done by those whose duty it is, but for punishing somebody."""
    found = _BY_DUTY.match(text, start, end)
    return None if found and _PUNISHES.match(text, found.start(), end) else found


def answering(text: str, start: int, end: int) -> Attribution | None:
    """甲局：负责登记; 甲局承担登记工作; 甲局、乙局按职责分工做好登记."""
    if not _MAY_ANSWER.search(text, start, min(end, start + _REACH)):
        return None
    stop, units = units_at(text, start, end)
    if not charged(units) or not any(map(is_named, units)):
        return None
    if not named(units):
        return in_role(Role.RESPONSIBLE, start, stop, units) if _BY_DUTY.match(text, stop, end) else None
    if answers := (_ANSWERS.match(text, stop, end) or _DUTIES.match(text, stop, end) or _HELPS.match(text, stop, end)):
        return in_role(role_of(answers["verb"] or ""), start, answers.end(), units)
    carries = _CARRIES.match(text, stop, end)
    if carries is None and not all(is_group(unit.name) for unit in units):
        carries = _BY_DUTY.match(text, stop, end) or _IS.match(text, stop, end)
    return in_role(_role(carries), start, stop, units) if carries else None


def sharing(text: str, start: int, end: int) -> Attribution | None:
    """甲局、乙局按职责分工做好登记, behind a comma: several that are named."""
    if not _SHARE.search(text, start, min(end, start + _REACH)):
        return None
    stop, units = units_at(text, start, end)
    several = len(units) > 1 and named(units) and not all(_EVERYBODY.match(unit.name) for unit in units)
    return in_role(Role.RESPONSIBLE, start, stop, units) if several and _by_duty(text, stop, end) else None


def told(text: str, start: int, end: int) -> Attribution | None:
    """甲局要制定办法."""
    stop, units = units_at(text, start, end)
    if not named(units) or any(_EVERYBODY.match(unit.name) for unit in units):
        return None
    if not _MUST.match(text, stop, end) and not _RUNS.match(text, stop, end):
        return None
    return in_role(Role.RESPONSIBLE, start, stop, units)


def being(text: str, start: int, end: int) -> Attribution | None:
    """甲局、乙局为责任单位, within a sentence."""
    if not _MAY_BE.search(text, start, min(end, start + _REACH)):
        return None
    stop, units = units_at(text, start, end)
    is_ = _IS.match(text, stop, end) if named(units) else None
    return in_role(_role(is_), start, stop, units) if is_ and is_["role"] else None


def working(text: str, start: int, end: int) -> Attribution | None:
    """发挥领导小组作用，统筹协调登记."""
    uses = _USES.match(text, start, end)
    if uses is None:
        return None
    stop, units = units_at(text, uses.end(), end)
    works = _WORKS.match(text, stop, end) if named(units) else None
    return in_role(_role(works), uses.end(), stop, units) if works else None


def _role(does: re.Match[str]) -> Role:
    """The role that it gives, by the word for it where there is one."""
    words = does.groupdict()
    return role_of(words.get("role") or words.get("lead") or does[0])


def headed(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """（一）甲局。负责登记; （一）甲局。会同乙局检查: what those do whom the item is headed by."""
    if not (_MAY_HEAD.search(text, start, min(end, start + _REACH)) or _BELOW.match(text, end)):
        return ()
    stop, units = units_at(text, start, end)
    if not named(units):
        return ()
    does = _HEADED.match(text, stop, end)
    if does is None:
        below = _BLANK.fullmatch(text, stop, end) and _BELOW.match(text, end)
        return (in_role(Role.RESPONSIBLE, start, stop, units),) if below else ()
    if does["verb"]:
        return (in_role(role_of(does["verb"]), start, stop, units),)
    others = coming_in(text, does.end(), end)
    return (in_role(Role.LEAD, start, stop, units), *others) if others else ()
