"""Which units a sentence may make responsible: authorities and kinds of them, not anybody whom the case decides."""

from collections.abc import Sequence
from functools import lru_cache

from lawcheck.structure.attribution_lexer import NOT_IN_NAMES, VERB
from lawcheck.structure.document import Attribution, Field, Role, Unit
from lawcheck.structure.unit_lists import list_end
from lawcheck.structure.units import PROSE, is_name, split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS, OFFICE_CHARACTERS

# Who these are nobody can tell: 由该单位负责, 由本企业负责.
_ANYBODY = Pattern(
    "^(?:该|本(?![级省市区县])|其(?!他))|^[一两几多某]个|^承担|^依托|^政府$"
    "|(?:业主大会|主体|(?<!调解)(?<![党团])组织|团体|媒体|社会|法人|市场)$"
    "|(?<!指挥)(?<!管理)(?<!监督)(?<!执法)(?<!经办)(?<!仲裁)(?<!监察)(?<!稽查)(?<!调解)(?<!工作)机构$"
    "|(?<!物业)(?<!物业服务)(?<!物业管理)(?<!供[水电气热])企业$|^(?:以[上下]|下列|上述|各类)"
    "|(?:建设|施工|设计|勘察|监理|生产|经营|产权|申请|中标|供货|承租|用地|排污|投标|运营|养护|责任)单位$"
    "|^(?:主管|上级|牵头|业务|项目|行业|政府|行政|职能|制发|发文|起草|承办|主办|责任|受理|实施|执行|监管|采购"
    "|(?:业务|行业|上级)主管)?(?:部门|单位)$"
)
# These depend on the case, but where the task is given to nobody else it is theirs: 由学校负责, 由用人单位负责.
_OF_A_KIND = Pattern(
    "^所在|(?:企业|业主委员会|业委会|(?<!总)公司|学校|集团|高校|院校|大学)$"
    "|(?<!有关)(?<!相关)(?<!成员)(?<!责任)(?<!职能)(?<![所直]属)(?<!各)(?<!各牵头)(?<!各配合)(?<!各承办)(?<!各主办)(?<!各协办)(?<!各参与)(?<!各实施)(?<!各责任)(?<!部门和)单位$"
)
# 会同有关方面.
_SIDES = Pattern("(?:各)?(?:有关|相关)(?:方面|各方)")
_LONGEST = 300
# 区水务集团 belongs to the place that it is named after.
_OWN_COMPANY = Pattern(f"[省市区县州](?![属级内直外域管辖])[{HAN}]{{2,10}}(?:集团|公司)$")
# 区民政局指导各街道, 区民政局同区财政局: two, and what one does.
_TWO = Pattern(
    f"下设|设立|[^、所可予给难加足何得是]以(?![上下内外来及后前])|[{OFFICE_CHARACTERS}位门司]向|作为|[^、所驻]在[^地京]|[自另执进实运施先推暂]行$|[{OFFICE_CHARACTERS}]同[省市区县国]|[^、]{{2}}(?:指导|督促|带领|通知|组织|监督)各|或者"
    "|^(?:请|无需|形成|实现|确保|探索|鼓励|不得|不再|必须|责成|责令|指定|授权|安排|派驻|应由|可由|督促|指导|引导|推动|动员|要求|委托|组织(?!部|处|人事|委)"
    "|[两三四五六七八九十]{1,2}个?(?:部门|单位)$|发挥|联合(?!国|会|社|体|党|办|工会|大学|学院|采购|工作|检查|执法|督[查导]|调查|惩戒|指挥|审批|接待|总)|[与向及]|对(?![外台口])|同(?!级)|接受|服从|联系|领导(?!小组)|协调(?!小组|办|领导|处|科|委))"
)
# Behind 牵头 and 负责: that no people, kinds of units or systems are called so (负责人, 负责制).
NO_NAME_OF_DUTY = "(?![的部单人和、者：:]|同志|任[地的]|制(?![定作造订]))"
# What somebody did is told: 甲局会同乙局提出了意见.
TOLD = Pattern("了|已|曾|近日|日前|赴|(?<![及适定按不]时)(?<!定期)(?<!要)召开")
# Behind those who come in: what they are to do. 会同乙局组织的检查 is about the check, 会同乙局建立统一的台账 is not.
_QUALITIES = "".join(
    f"(?<!{word})"
    for word in ("统一", "相应", "有效", "科学", "合理", "规范", "专门", "必要", "具体", "常态化", "完整")
)
DOES = Pattern(
    "[，,]?(?:[于在][^，,。；]{1,14}[前内底])?(?!抓好落实[。；，]|(?:联合|共同)?(?:印发|出台|发布|下发)[《了])"
    "(?!负责人|负责同志|主要领导|分管领导|领导(?:和|及|干部)|工作人员|人员|专家|代表|家长|教师|学生)"
    f"(?:对[^，。；\\n]{{1,60}}(?:进行|开展|实施|予以|作出|提出|加强)|(?![{HAN}]{{0,6}}{_QUALITIES}的)[{HAN}]{{2}})"
)


# What may be done behind the word for how or when.
DEEDS = (
    "(?:检查|抽查|登记|清理|清查|整治|维护|维修|编制|汇总|收集|举办|召开|拟[订定]|修订|制订|宣传|监督|监测|评估|测评|考核|审核|核实|核对|调查"
    "|培训|巡查|巡逻|调解|化解|处理|查处|整改|改造|建设|建立|布置|采购|发放|统计|招募|动员|布设|疏导|疏散|救治|转运|储备|配备|排查|处置|研究|防范|监管|引导|供应|调度)"
)


# 区财政会同区住建: the short name of an authority, where what it does follows at once.
_VILLAGE = Pattern(f"[{HAN}]{{1,4}}(?<![农乡新])村")
_SHORT_NAME = Pattern(f"[省市区县州旗](?:{DEPARTMENTS})")
_SHORT = Pattern(f"[省市区县州旗](?:{DEPARTMENTS})(?=会同|牵头|负责|配合|协助|要|$)")


def is_listed(unit: Unit) -> bool:
    """Whether it may take part: any unit may."""
    if _SIDES.fullmatch(unit.name) or _SHORT_NAME.fullmatch(unit.name) or _VILLAGE.fullmatch(unit.name):
        return True
    return is_name(unit.name) and not NOT_IN_NAMES.search(unit.name) and not _TWO.search(unit.name)


def is_named(unit: Unit) -> bool:
    """Whether it is an authority, or a kind of them."""
    if _SHORT_NAME.fullmatch(unit.name):
        return True
    if _OF_A_KIND.search(unit.name) and not _OWN_COMPANY.match(unit.name):
        return False
    return is_charged(unit)


def is_charged(unit: Unit) -> bool:
    """Whether a sentence that says no more than whose a task is may mean it: 由学校负责, 物业公司负责，保卫科配合."""
    if _SHORT_NAME.fullmatch(unit.name):
        return True
    return is_listed(unit) and not _ANYBODY.search(unit.name) and not PROSE.match(unit.name)


def named(units: Sequence[Unit]) -> bool:
    """Whether there are units, and all of them are authorities."""
    return bool(units) and all(map(is_named, units))


# 校医室、食堂、家长委员会: a short noun among units, but no people.
_PLAIN = Pattern(
    f"(?!.*(?:[人员者生众民工师]|家长|专家|社会|市场|有关|相关|加强|开展|做好|组织|[的了和与及]))[{HAN}]{{2,4}}"
)


def charged(units: Sequence[Unit]) -> bool:
    """Whether there are units, and a task may be given to all of them."""
    return bool(units) and all(map(is_charged, units))


def listed(units: Sequence[Unit]) -> bool:
    """Whether there are units, and all of them may take part: among several those as well that no word marks (食堂)."""
    unmarked = [unit for unit in units if not is_listed(unit)]
    few = len(unmarked) == 1 and len(units) > 2 and unmarked[0] is not units[0] and max(len(u.name) for u in units) < 14
    return bool(units) and (not unmarked or (few and all(_PLAIN.fullmatch(unit.name) for unit in unmarked)))


@lru_cache(maxsize=256)
def listed_to(words: str) -> int:
    """Where the list of units ends that these words of a sentence begin with; that is asked of them several times."""
    return list_end(words, 0, False)


def units_at(text: str, start: int, end: int) -> tuple[int, tuple[Unit, ...]]:
    """Where the list ends that begins at `start`, without what its units do, and its units."""
    if sides := _SIDES.match(text, start, end):
        return sides.end(), (Unit(sides[0], start, sides.end()),)
    stop = start + listed_to(text[start : min(end, start + _LONGEST)])
    if stop == start and (short := _SHORT.match(text, start, end)):
        return short.end(), (Unit(short[0], start, short.end()),)
    verb = VERB.search(text, start, stop)
    stop = verb.start() if verb else stop
    return stop, split_units(text, start, stop) if stop > start else ()


def in_role(role: Role, start: int, stop: int, units: tuple[Unit, ...]) -> Attribution:
    """The attribution that gives these units a role."""
    return Attribution(start, stop, (Field(role, "", start, stop, units),))
