"""Objects whose head noun was left out: 提高快速反应 for 提高快速反应能力 (part of TRM034).

Each verb takes nouns of a closed set. Where a clause ends with what is done instead (反应, 参与, 监管), and holds none
of these nouns, the head is missing.
"""

from lawcheck.checks.trm.collocation_table import ADVERBS
from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_BEGINS = f"(?:^|(?<=[，。；：\n\u3000]))(?:[{HAN}]{{1,10}}?(?=[要应须将]))?(?:{ADVERBS})*"
_LEVELS = "水平|质量|效率|能力|程度|满意|率|认识|意识"
_ABILITIES = "反应|防范|应对|处置|救援|执法|监管|保护|宣传|教育|培训|监督|参与|防控|防护|自救|预防"


def _headless(verb: str, heads: str, ends: str, least: int = 0) -> Pattern:
    """A clause that begins with a verb and ends with what is done, and holds none of the nouns that the verb takes."""
    object_ = f"(?:(?!{heads})[{HAN}、]){{{least},14}}"
    return Pattern(
        f"{_BEGINS}(?P<place>(?:{verb})[了好]?{object_}(?:{ends}))(?=[，。；\n])", needs=tuple(verb.split("|"))
    )


HEADLESS = (
    Faulty(
        "ability",
        _headless("提高", _LEVELS, f"{_ABILITIES}|执行|服务|指挥|协调|保障|组织|领导|决策|建设|生活|保密|创新|竞争"),
    ),
    Faulty("ability", _headless("提升", _LEVELS, f"{_ABILITIES}|工作|建设")),
    Faulty("ability", _headless("增强", _LEVELS, f"{_ABILITIES}|工作|建设|管理|服务")),
    Faulty(
        "part",
        _headless(
            "发挥",
            "作用|优势|职能|功能|效益|效应|潜力|水平",
            "参与|管理|建设|教育|宣传|服务|领导|监管|治理|培训|联系|沟通|参谋|指挥|组织|审查|评价|激励|约束|调节|配置|支持",
        ),
    ),
    Faulty("potential", _headless("释放", "潜力|活力|信号|红利", "消费|投资|参与")),
    Faulty("zeal", _headless("调动", "积极性|力量|资源|主动性|热情", "工作|学习|生产|创业|管理")),
    Faulty(
        "duty",
        _headless(
            "履行",
            "职责|义务|责任|职能|程序|手续|情况|承诺|条件|合同|协议",
            "管理|保护|服务|领导|审批|监管|安全生产|教育",
        ),
    ),
    Faulty("duty", _headless("压实", "责任", "管理|监督|领导|监管|工作|治理|防控|主体|属地")),
    Faulty("posture", _headless("保持", "态势|势头|力度|状态", "打击|监管|整治|管控|高压|巡查")),
    Faulty(
        "way", _headless("掌握", "方法|技能|知识|技术|要领|情况|规律|、", "使用|操作|处置|应对|逃生|急救|防范|驾驶", 2)
    ),
    Faulty("scheme", _headless("健全", "机制|制度|体系|队伍|平台|网络|、", "预警|激励|约束|联动|协调")),
    # 加大对矛盾纠纷的排查工作: 力度.
    Faulty(
        "measure",
        Pattern("(?P<place>加大了?(?:(?!力度|投入|[，。；、：\n])[^\n]){2,30}工作)(?=[，。；\n])", needs=("加大",)),
    ),
)
