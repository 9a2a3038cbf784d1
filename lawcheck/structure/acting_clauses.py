"""The clause that names first who acts: 甲局牵头制定办法; 由甲局会同乙局组织实施; 甲局负责登记，乙局配合."""

from collections.abc import Iterator, Sequence

from lawcheck.structure.acting_units import (
    DOES,
    NO_NAME_OF_DUTY,
    TOLD,
    charged,
    in_role,
    is_named,
    listed,
    listed_to,
    named,
    units_at,
)
from lawcheck.structure.attribution_lexer import VERB, role_of
from lawcheck.structure.attribution_parser import parse_attribution
from lawcheck.structure.document import Attribution, Field, Role
from lawcheck.structure.stated_duties import given
from lawcheck.structure.unit_lists import list_end
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

# After the units: that they lead or do something, and what (由甲局牵头制定办法); 由甲局负责解释 is about the text.
_LEADS = Pattern(
    f"(?:(?:按照?|依照?|根据)(?:(?:各自|法定)*职[责能](?:分工|权限|范围)?|[{HAN}]{{2,14}}(?:权限|分工|规定|要求|关系))|依法|依规)?"
    "(?:既|还|也|又)?(?:要|应当?|须|将|具体|统一|主要|重点|全面|直接|共同|分别|分头|分工|联合)?(?:积极|主动|认真|切实)*"
    f"(?:牵头(?:负责|会同)?|负责(?:牵头)?){NO_NAME_OF_DUTY}"
    "(?!领导(?:[的，。、；要应须带亲和为同参批审签]|$)|(?:本|对本)?[^，。；\n]{0,12}解释)"
    f"(?=[{HAN}《“])"
)
# What those do behind 由 whose task it is: 由甲局组织开展.
_BY_DOING = Pattern(
    "(?:统一|具体|分别|共同|联合)?(?:(?<=[统一具体])组织(?=[，。；;]|$)|组织(?:开展|编制|制定|推进|协调|实施)|统筹(?:推进|协调)?|承办|协同推进)"
)
# 按照年度计划 says how; 按职责分工负责 says who.
_DUTY = Pattern(
    "^(?:按|依据|根据).*(?:负责|落实|组织实施|牵头.{0,4})$|^(?!按|依据|根据).*(?:[牵负责协配參参]|落实|实施|主办|领导)"
)
_CHARGES = Pattern("负责|牵头|承办|主办")
_STOPS = Pattern(r"[，,。；;、）)\n]|$")
_CLAUSE = Pattern("[^，,。；;、\n]{0,16}")
_CLAUSE_END = Pattern("[，,。；;\n]")
_MOST_VERBS = 4
# 甲局要会同乙局, 甲局商乙局; what they did is told: 甲局会同乙局提出了意见.
_TOGETHER = Pattern(
    "(?:要|应当?|须|需|可|负责|将)?(?:积极|主动|及时|抓紧|尽快|定期|适时|牵头|每[年月季周日]度?|每半年|于[^，。；、\\n]{2,12}[前内底])?"
    "(?:会同|會同|联合(?=[省市区县国镇各有相])|(?<!负责)协同(?=[省市区县国镇乡各有相项]))"
    f"|(?:要|应当?|须)?(?<=[{OFFICE_CHARACTERS}门要当须])商(?=[省市县区国有相同])"
)
_TOLD_REACH = 60
# 今年以来，甲局牵头清理; 甲局牵头清理，现已完成; 由甲局牵头起草，现印发给你们.
_SO_FAR = Pattern(
    r"^[^\S\n]*(?:[^，。；\n]{0,16}以来|去年[^，。；\n]{0,8}|上一?年度?|近[几些]?年来?|截[至止](?:目前|[今去]年|\d)[^，。；\n]{0,10})[，,]"
)
_ALREADY = Pattern("[，,](?:目前|现在?|均|并)?已(?![^，。；\\n]{0,12}的)|[，,]现(?:予以?)?(?:印发|公布|发布|转发|将)")
# 已初步确定由甲公司负责建设.
_SETTLED = Pattern("已[^，。；\\n]{0,8}由$")
_EXPLAINS = Pattern("[^，。；\\n]{0,8}解释")
_ANY_OFFICE = Pattern("各?(?:有关|相关)|其他")
_WITH = "会同|會同|联合|协同|商"
_JOINING = Pattern(_WITH)
_JOINED = Pattern(rf"[，,]?(?P<with>{_WITH})")
_SET_UP = Pattern("建立|成立|组建|设立|健全|形成|构建|组成|鼓励|支持|引导|探索")
# 建立督导机制，甲局会同乙局检查: what is set up has been named.
_IS_SET_UP = Pattern(
    "(?:建立|成立|组建|设立|健全|形成|构建|组成)[^，。；\\n]{0,30}(?:制度|机制|体系|格局|平台|台账|清单|专班|队伍|[^一二两三四五六七八九十个各]组)[，,]"
    "(?:[^，。；\\n]{2,40}(?:任|担任|兼任)[^，。；\\n]{2,8}[，,]){0,3}$"
)
_SENTENCE = Pattern("[^。；！\\n]{0,120}$")
_SENTENCE_REACH = 120
_REST = Pattern("[^。；！\\n]{0,120}")
_DESCRIBES = Pattern(f"[{HAN}]{{0,6}}的")
# What may be done about a thing: 甲局负责计划的执行 is about who executes.
_DEED = (
    "(?:综合|统一|全面|总体|后续|专项|年度|现场|技术|业务|宏观|动态)?"
    "(?:日常|具体|组织|统筹|协调|执行|管理|监督|监管|工作|实施|制定|落实|建设|指导|推进|处置|检查|审核|审批|治理"
    "|维护|保障|受理|登记|评估|编制|调度|服务|研究|宣传|培训|考核|督促|汇总|安全|运行|收集|拨付|筹集|排查|清理|清查|改造|整治|整改|救助"
    "|救治|处理|处罚|查处|办理|征收|采购|供应|调运|储备|监测|预警|发布|报送|统计|核查|核实|核定|认定|鉴定|验收|抽查|巡查|执法|衔接|对接"
    "|联络|沟通|推广|防控|防治|防范|应对|应急|教育|引导|指挥|领导|起草|印发|督办|拟订|修订|整理|核算|申报|上报|更新|录入|保管|使用|分配"
    "|发放|编写|策划|筹备|开发|运营|运维|管护|养护|维修|创建|移交|备案|公开|解读|评选|评审|评价|考评|督导|督查|跟踪|反馈|归档"
    "|调整|优化|完善|提升)"
)
# 甲局负责审核的材料 is about the material.
_OF_WHICH = Pattern(
    f"(?!有关的|相关的|[{HAN}]{{2,8}}的[{HAN}]{{0,8}}(?:工作|任务|事务|事宜|业务)(?:[，。；\\n]|$))[{HAN}]{{0,4}}的(?!{_DEED})"
)
# 甲局牵头开展了检查, 由甲局负责建设的项目已完成, 甲局牵头组织的检查: what was done is no task.
_DONE = Pattern(
    f"[{HAN}]{{0,6}}了(?!解)|[{HAN}]{{1,12}}的[^，。；\\n]{{0,20}}(?:已|了(?!解))"
    f"|(?:组织|开展|实施|制定|起草|成立|组建|推进|建设|编制|承办)的|的(?!{_DEED})"
)
# 区领导牵头，甲局具体负责.
_ALONE = Pattern("(?:具体|统一|全面|分别|共同)?(?:负责|组织实施|负总责)(?=[，。；\\n]|$)")
# 甲局负责登记、乙局参与的机制.
_IN_WHICH = Pattern("[^，。；！\\n]{0,30}的(?:[^，。；！\\n]{0,6})(?:机制|制度|格局|体系|模式|体制|原则|方式|要求)")
_BY_DUTY = Pattern("(?:职责|分工|权限)[，,]$")
# 甲局根据有关规定，负责登记; 甲局在职责范围内负责登记.
_SO = Pattern(
    "作为[^，。；\\n]{2,24}(?:部门|单位|机构|主体)[，,]|(?:按照?|依照?|根据|依据)[^，。；\\n]{2,16}[，,]|在[^，。；\\n]{2,12}[内下中][，,]?|[，,](?=负责|牵头)"
)


def acting(text: str, start: int, how: str, words: str, first: int) -> Attribution | None:
    """The attribution that begins with the units at `start`, where `words` begin, in an item that begins at `first`."""
    found = _acting(text, start, how, words, first)
    return None if found is None or _is_told(text, first, found) else found


def _is_told(text: str, first: int, found: Attribution) -> bool:
    """Whether the sentence tells what has been done."""
    before = _SENTENCE.search(text, max(first, found.start - _SENTENCE_REACH), found.start)
    if before and (_SO_FAR.search(before[0]) or _SETTLED.search(before[0])):
        return True
    behind = _REST.match(text, found.end)
    return behind is not None and _ALREADY.search(behind[0]) is not None


def _acting(text: str, start: int, how: str, words: str, first: int) -> Attribution | None:
    """The same, where what is told may be found as well."""
    units_end = listed_to(words)
    for length in _lengths(words, how, units_end):
        found = parse_attribution(text, start, start + length, (start, start + length))
        if found is None:
            continue
        units = found.fields[0].units
        whole = not any(unit.start < start + units_end < unit.end for unit in units)
        known = charged(units) and (any(map(is_named, units)) or _says_whose(text, how, found))
        if whole and known and units[0].start == start and _joined_by(found.fields[1:]):
            return found if how != "comma" or _leads_in_sentence(text, first, start, found) else None
    found = _joint(text, start, words) or _so(text, start, words)
    if found is None and how == "by":
        return given(text, start, start + len(words))
    return found if found and (how != "comma" or _leads_in_sentence(text, first, start, found)) else None


def _says_whose(text: str, how: str, found: Attribution) -> bool:
    """Whether it is said that a task is somebody's, and not only what somebody does: 由甲校负责登记; 甲公司负责。"""
    first = found.fields[0]
    if not _CHARGES.search(text, first.units[0].end, first.end):
        return False
    if how == "by" and not any(unit.name.endswith("单位") for unit in first.units):
        return True
    return how != "comma" and first.role is not Role.PARTICIPANTS and _STOPS.match(text, found.end) is not None


def _leads_in_sentence(text: str, first: int, start: int, found: Attribution) -> bool:
    """Whether the first units lead, in a sentence that does not tell what is set up."""
    sentence = _SENTENCE.search(text, max(first, start - _SENTENCE_REACH), start)
    if sentence and _SET_UP.search(sentence[0]) and not _IS_SET_UP.search(sentence[0]):
        return False
    acts = _LEADS.match(text, found.fields[0].units[-1].end) or _ALONE.match(text, found.fields[0].units[-1].end)
    return found.fields[0].role is Role.LEAD or (acts is not None and not _IN_WHICH.match(text, acts.end()))


def _so(text: str, start: int, words: str) -> Attribution | None:
    """甲局根据有关规定，负责登记, 甲局依法负责登记: what follows the grounds on which somebody acts."""
    stop, units = units_at(text, start, start + len(words))
    so = _SO.match(text, stop) if charged(units) else None
    if not named(units) and not (so and so[0].startswith("作为")):
        return None
    leads = _LEADS.match(text, so.end() if so else stop)
    if leads is None or _OF_WHICH.match(text, leads.end()) or _DONE.match(text, leads.end()):
        return None
    return in_role(role_of(leads[0]), start, stop, units)


def _joint(text: str, start: int, words: str) -> Attribution | None:
    """甲局要会同乙局制定办法: who leads, and who comes in."""
    joined = _TOGETHER.search(words) if _JOINING.search(words) else None
    if joined is None or TOLD.search(words[:_TOLD_REACH]):
        return None
    first, second = start + joined.start(), start + joined.end()
    stop, others = units_at(text, second, start + len(words))
    if verb := next((v for v in _BY_DOING.finditer(text, second, stop) if v.end() == stop), None):
        stop = verb.start()
    lead_end, lead = units_at(text, start, first)
    if lead_end != first or not charged(lead) or not listed(others) or _ANY_OFFICE.match(words):
        return None
    if not DOES.match(text, stop) or _EXPLAINS.match(text, stop):
        return None
    fields = (
        Field(Role.LEAD, "", start, first, lead),
        Field(Role.PARTICIPANTS, "", second, stop, others),
    )
    return Attribution(start, stop, fields)


def _lengths(words: str, how: str, units_end: int) -> Iterator[int]:
    """Where the units that these words begin with, and what they do, may end, the longest first."""
    if not units_end:
        return
    stop = _joined_end(words, units_end)
    # 甲局按照职责，负责登记.
    leads = _LEADS.match(words, stop + 1 if _BY_DUTY.search(words, 0, stop + 1) else stop)
    leading = leads and (how == "by" or "牵" in leads[0] or "会同" in words[:stop])
    if leads and _DONE.match(words, leads.end()):
        return
    if leads and (leading or not _OF_WHICH.match(words, leads.end())):
        yield _joined_end(words, leads.end())
        return
    clause = _CLAUSE.match(words, stop)
    alone = how == "by" and not _JOINING.search(words, 0, stop)
    verbs = VERB.finditer(words, 0, clause.end() if clause else stop)
    ends = [verb.end() for verb in verbs if _DUTY.search(verb[0]) or (alone and _BY_DOING.fullmatch(verb[0]))][
        -_MOST_VERBS:
    ]
    for end in reversed(ends):
        last = _joined_end(words, end)
        if not _DESCRIBES.match(words, last):
            yield last
            # Who leads is known even where those who come in are no units.
            if last > end:
                yield end


def _joined_end(words: str, at: int) -> int:
    """Where those end who come in with 会同 after a verb; the verb's own end where nobody does."""
    joined = _JOINED.match(words, at)
    if joined is None:
        return at
    clause = _CLAUSE_END.search(words, joined.end())
    return list_end(words[: clause.start() if clause else None], joined.end(), False)


def _joined_by(fields: Sequence[Field]) -> bool:
    """Whether those who come in are authorities; who takes part may be any: 甲局牵头，各物业企业参与."""
    return all(named(field.units) or (field.role is Role.PARTICIPANTS and listed(field.units)) for field in fields)
