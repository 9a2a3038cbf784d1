"""What later clauses of a sentence say: who helps with what somebody leads, and what those do who began it.

甲局牵头制定办法，乙局积极配合; 甲局负责登记，会同乙局检查; 甲局要完善台账，并会同乙局检查.
"""

import re
from collections.abc import Iterator

from lawcheck.structure.acting_units import (
    DEEDS,
    DOES,
    NO_NAME_OF_DUTY,
    TOLD,
    charged,
    in_role,
    is_listed,
    listed,
    named,
    units_at,
)
from lawcheck.structure.attribution_lexer import role_of
from lawcheck.structure.document import Attribution, Role, Unit
from lawcheck.structure.units import is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_LONGEST = 300
# So far the units reach at most, and what is said behind them begins.
_REACH = 400
_MOST_CLAUSES = 4
_FARTHEST = 64
_MODAL = "(?:要|应当?|须|需|将)"
# 制定办法，乙局要积极配合: what those who lead do, and that others help.
_OBJECT = Pattern("、|[^，,；;。：！？\\n]{0,40}[，,；;]")
_WILLING = f"{_MODAL}?(?:积极|密切|主动|全力|协同|按职责|按(?:照)?(?:各自)?职责(?:分工)?)*(?:做好|予以)?"
_WORK = "(?:做好|开展|抓好|完成|实施|提供|推进|推动|落实|组织|处置|核查|排查|制定|加强|搞好)"
_HELPS = Pattern(
    f"{_WILLING}(?:配合|协助|参与|支持|参加)(?:(?:做好|工作|实施|落实|抓好)*|{_WORK}[{HAN}]{{2,30}})(?=[。；，;,\\n]|$)"
    "|协同(?:推进|配合|落实|实施)?(?=[。；，;,\\n]|$)|组成(?=[。；，;,\\n]|$)"
    "|(?:要|应当?)?给予(?:大力|积极|全力)?(?:支持|配合|协助|保障)(?=[。；，;,\\n]|$)"
    f"|(?:负责)?提供[{HAN}]{{0,6}}(?:支[持撑]|保障|服务)(?=[。；，;,\\n]|$)"
)
# What may be said of those who help: 设有实验室的学院.
_HELP = Pattern(r"(?P<who>[^，,。；;：\n（(]{3,60}?)(?:予以|积极|密切|主动)?(?:配合|协助|参与|参加)(?=[。；，;,\n]|$)")
_PIECE = Pattern("[^、和及与]+")
_DESCRIBED = Pattern(
    f"(?:拥?有|设有|涉及|临近|毗邻|负有|承担|使用|管理|产生|需要?|位于)[{HAN}]{{1,20}}的(?P<what>[{HAN}]{{2,12}})"
)
_PEOPLE = Pattern(
    f"(?:有关|相关|各)?[{HAN}]{{0,4}}(?:专家|大户|代表|人员|志愿者|党员|干部|群众|师生|家长|居民|村民|业主|商户|网格员)"
)
# 乙局协助收集线索: no unit is helped, but what is done.
_HELPS_WITH = Pattern(f"{_WILLING}(?:配合|协助)(?!的)(?P<what>[{HAN}]{{2,20}})(?=[。；，;,\\n]|$)")
# 乙局配合甲局做好登记: it helps the one who leads.
_HELPS_WHOM = Pattern(f"{_WILLING}(?:配合|协助)")
_MAY_HELP_WHOM = Pattern("配合|协助")
_WHEN = (
    "(?:共同|联合|定期|及时|适时|按期|认真|切实|依法|每[年月季周日]度?|每半年|每学期|每天"
    "|于[^，。；\\n]{2,10}[前内底]){0,2}"
)
_WORKS = Pattern(f"{_WHEN}(?:{_WORK}|{DEEDS})[{HAN}]{{2}}")
_BEGINS = (
    "(?:(?:并|同时|共同|分别|要|应当?|须|需|可|将|还|负责"
    "|积极|主动|及时|定期|抓紧|切实|认真|适时|按[月季年]|每[年月季周日]度?|每半年){0,3})"
)
# 并会同乙局检查: those who come in, without a subject of its own.
_PUBLIC = "(?!市场|国有|国内|国外|国际|各类)(?=[省市县区国各有相])"
_WITH = Pattern(f"{_BEGINS}(?:会同|會同|联合{_PUBLIC}|联合(?=[{HAN}]{{2,8}}[局处科室部馆站所队]|各)|商请?{_PUBLIC})")
# 协同乙局检查: beside what somebody has to do.
_BESIDE = Pattern(f"{_BEGINS}协同{_PUBLIC}")
# 由甲局牵头，组织乙局等部门检查.
_GATHERS = Pattern(f"(?:并|统一|及时|定期){{0,2}}组织(?!部|各){_PUBLIC}")
# 负责督办案件, 并牵头组织检查.
_DUTY = Pattern(
    f"{_BEGINS}(?:牵头|(?<!负责)负责|具体负责|统一负责){NO_NAME_OF_DUTY}(?!领导|[^，。；\\n]{{0,12}}解释)(?=[{HAN}]{{2}})"
    f"(?![{HAN}]{{0,6}}的(?:人员|部门|机构|单位|同志|领导))"
)
# How a predicate begins: what follows the units says what they are to do.
_PREDICATE = Pattern(
    "要|应|须|必须|需|将|正在|继续|是|于|在|对|按|根据|依据|结合|依托|通过|发挥|履行|加强|强化|做好|完善|建立|健全|制定|指导|组织|督促|统筹|协调|推动|推进"
    "|定期|及时|每[年月季周]|切实|积极|主动|严格|认真|抓好|落实|会|并|同时|确保|实现|明确|开展|充分|大力|进一步|全面|深入"
)
# The clause between; 确定专人，负责登记 is about others.
_CLAUSE = Pattern("[^，,；;。：:！？\\n]{1,60}[，,]")
_OTHERS_ACT = Pattern(
    "确定|明确|指定|安排|选派|专人|专班|配备|人员|设在|下设|委托|授权|聘请|指派|抽调|成立|设立|组建|领导小组|由"
)
_ANY_OFFICE = Pattern("各?(?:有关|相关)|其他|各地(?:区|方)?[、，,要应须]|各(?:级各|单位|部门)")
_ACTS_TOO = Pattern("[^，,；;。：！？\\n]{0,40}(?:负责|牵头|承担|会同|落实)")

# What somebody does beside others who have a duty: 甲局负责登记，乙局保障经费.
_DOES_TOO = Pattern(
    "(?:要|应当?|分别|具体|及时|全力|共同|切实|重点|主要|统一|负责){0,3}"
    "(?:统筹|保障|安排|拨付|做好|抓好|落实|组织|开展|实施|指导|督促|督导|监督|汇总|审核|受理|核查|推进|制定|编制)"
    f"(?![{HAN}]{{0,10}}的)[{HAN}]{{2}}(?![{HAN}]{{0,20}}[了过])"
)

# 以甲局为主，乙局配合; 以甲公司为主体，乙局配合; 予以, 足以 and the like are words.
CHIEFLY = Pattern(
    "为(?:主|(?P<body>(?:第一|主要)?(?:实施|责任|建设|运营|工作|运行|管护|整治|治理|推进|落实)?主体))[，,；;]",
    needs=("为",),
)
_BY_WHOM = Pattern(r"(?<![可予给难加足所何用])以(?P<who>[^以，,。；;：\n]{2,60})$")


def helpers(text: str, found: Attribution, end: int) -> tuple[Attribution, ...]:
    """Those who help in the clauses behind what somebody leads: 甲局牵头制定办法，乙局积极配合."""
    if any(field.role is Role.PARTICIPANTS for field in found.fields):
        return ()
    leads = any(field.role is Role.LEAD for field in found.fields)
    # What the last of them does may stand before a clause that names no units by itself.
    at, limit = min(found.end, found.fields[-1].end), min(end, found.end + _LONGEST)
    for _ in range(_MOST_CLAUSES):
        comma = _OBJECT.match(text, at, limit)
        if comma is None:
            return ()
        at = comma.end()
        joined = _WITH.match(text, at, limit) or _BESIDE.match(text, at, limit)
        joined = joined or (_GATHERS.match(text, at, limit) if leads else None)
        if joined:
            return coming_in(text, joined.end(), limit)
        if help_ := helping(text, at, limit):
            return (help_,)
        if units_at(text, at, limit)[1] and _ACTS_TOO.match(text, at, limit):
            return ()
    return ()


def helping(text: str, start: int, end: int) -> Attribution | None:
    """乙局配合做好登记."""
    stop, units = units_at(text, start, end)
    if not listed(units):
        return _helping_among(text, start, end)
    helps = _HELPS.match(text, stop, end)
    what = None if helps else _HELPS_WITH.match(text, stop, end)
    if what and not units_at(text, what.start("what"), end)[1]:
        helps = what
    return in_role(Role.PARTICIPANTS, start, stop, units) if helps else _helping_among(text, start, end)


def _helping_among(text: str, start: int, end: int) -> Attribution | None:
    """甲处、设有实验室的学院配合; 甲站、各村和养殖大户配合: the units among those who help."""
    clause = _HELP.match(text, start, end)
    if clause is None or not ("的" in clause["who"] or "和" in clause["who"] or "及" in clause["who"]):
        return None
    units = []
    for piece in _PIECE.finditer(text, *clause.span("who")):
        described = _DESCRIBED.fullmatch(piece[0])
        unit = Unit(piece[0], *piece.span())
        if (described and is_name(described["what"])) or (not described and is_listed(unit)):
            units.append(unit)
        elif piece.end() < clause.end("who") or not _PEOPLE.fullmatch(piece[0]):
            return None
    return in_role(Role.PARTICIPANTS, units[0].start, units[-1].end, tuple(units)) if units else None


def chief_start(text: str, start: int, chief: re.Match[str]) -> int:
    """Where those are named who do it for the most part: behind 以; -1 where nobody is."""
    by = _BY_WHOM.search(text, max(start, chief.start() - _FARTHEST), chief.start())
    return by.start("who") if by else -1


def chiefly(text: str, start: int, chief: re.Match[str], end: int) -> tuple[Attribution, ...]:
    """甲局为主，乙局配合, behind 以."""
    stop, units = units_at(text, start, chief.start())
    help_ = helping(text, chief.end(), end) if stop == chief.start() and charged(units) else None
    role = Role.RESPONSIBLE if chief["body"] else Role.LEAD
    return (in_role(role, start, stop, units), help_) if help_ else ()


def doing_too(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """乙局保障经费, behind what others do in the same sentence."""
    stop, units = units_at(text, start, end)
    does = named(units) and _DOES_TOO.match(text, stop, end)
    return (in_role(Role.RESPONSIBLE, start, stop, units),) if does else ()


def coming_in(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """Those who come in with 会同, and do something with the others."""
    stop, units = units_at(text, start, end)
    return (in_role(Role.PARTICIPANTS, start, stop, units),) if listed(units) and DOES.match(text, stop) else ()


def assisting(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """乙局配合甲局做好登记: who leads is the one that others help."""
    if not _MAY_HELP_WHOM.search(text, start, min(end, start + _REACH)):
        return ()
    stop, units = units_at(text, start, end)
    helps = _HELPS_WHOM.match(text, stop, end) if named(units) else None
    last, leading = units_at(text, helps.end(), end) if helps else (stop, ())
    if helps is None or not named(leading) or _ANY_OFFICE.match(text, helps.end()) or not _WORKS.match(text, last):
        return ()
    return in_role(Role.PARTICIPANTS, start, stop, units), in_role(Role.LEAD, helps.end(), last, leading)


def carried(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """What those who begin a sentence do in a later clause: 甲局要完善台账，并会同乙局检查, 负责督办."""
    limit = min(end, start + _LONGEST)
    stop, units = units_at(text, start, limit)
    if not named(units) or _ANY_OFFICE.match(text, start) or not _PREDICATE.match(text, stop):
        return ()
    at, others_act = stop, False
    for at in _clause_ends(text, stop, limit):
        others_act = others_act or _OTHERS_ACT.search(text, stop, at) is not None
        if joined := _WITH.match(text, at, limit):
            others = coming_in(text, joined.end(), limit)
            return (in_role(Role.LEAD, start, stop, units), *others) if others else ()
        if duty := _DUTY.match(text, at, limit):
            return () if others_act else (in_role(role_of(duty[0]), start, stop, units),)
        following, acting = (at, ()) if _PREDICATE.match(text, at) else units_at(text, at, limit)
        if named(acting):
            both = _DOES_TOO.match(text, stop, at) and _ACTS_TOO.match(text, following, limit)
            return (in_role(Role.RESPONSIBLE, start, stop, units),) if both else ()
    return ()


def _clause_ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Where the next clauses of a sentence begin that does not tell what was done."""
    at = start
    for _ in range(_MOST_CLAUSES):
        clause = _CLAUSE.match(text, at, limit)
        if clause is None or TOLD.search(clause[0]):
            return
        at = clause.end()
        yield at
