"""Nouns that lost their suffix: 认识安全生产的重要，, 调动积极，; and places and years that lost the word beside them
(part of TRM054)."""

from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_END = "(?=[，。；\n])"
_PLACES = "操场|广场|校医室|会议室|办公室|大厅|门口|路口|走廊|食堂|教室|车库|车棚|宣传栏|公告栏|公示栏"
_INSIDE = "走廊|教室|宿舍|操场|楼道|食堂|车间|公共场所|校园|办公室|寝室|路边|河边|河道|林区"
_STAY = "集合|集中|聚集|汇合|停放|停靠|安置|摆放|张贴|粘贴|悬挂|就座|等候"


def _without(verbs: str, suffix: str, nouns: str) -> Pattern:
    """A verb, and behind it a noun that ends its clause without the suffix."""
    return Pattern(
        f"(?P<place>(?:{verbs})[了好]?(?:(?!{suffix})[{HAN}]){{0,16}}(?:{nouns})){_END}", needs=tuple(verbs.split("|"))
    )


LOST_SUFFIXES = (
    Faulty("quality", _without("认识|明确|强调|突出", "性", "重要|严重|紧迫|必要|艰巨")),
    Faulty("quality", _without("调动|激发|保护|提高", "性", "积极|主动|能动")),
    Faulty("feeling", _without("增强|提升|提高", "感|意识", "责任|使命|紧迫|荣誉|归属|获得|幸福|危机")),
    Faulty("degree", _without("提高|提升|降低", "[度和与、]", "满意|知晓|知名|美誉|透明")),
    Faulty(
        "rate",
        _without(
            "提高|提升|降低",
            "[率和与及的]|建设|工程",
            "合格|达标|普及|覆盖|及格|入学|升学|参保|成活|优良|发病|死亡|失业|入住|办结|知晓",
        ),
    ),
    Faulty("system", _without("实行|实施|推行|落实", "制", "首长负责|首问负责|领导负责|河长|林长|路长|田长")),
    # 较去年同增长: 同期.
    Faulty("period", Pattern("[与比较和](?P<place>(?:去年|上年)同)(?=[增减上下提降相])", needs=("年同",))),
    # 集合操场，: 到操场.
    Faulty(
        "at",
        Pattern(
            f"(?P<place>{_STAY})(?=(?:(?![到在至于往向入进])[{HAN}]){{0,3}}(?:{_PLACES})(?:[，。；进等]|内|上|里|前))",
            needs=tuple(_STAY.split("|")),
        ),
    ),
    # 不得走廊追逐: 在走廊.
    Faulty(
        "at",
        Pattern(
            f"(?P<place>不[能得准可])(?=(?:{_INSIDE})[内里上]?[{HAN}]{{2}})", needs=("不能", "不得", "不准", "不可")
        ),
    ),
    # 2026工作总结: 2026年.
    Faulty(
        "year",
        Pattern(
            f"(?<![0-9０-９.-])(?P<place>20[0-2][0-9])(?=开展|工作[{HAN}]{{2}}|上半年|下半年|第[一二三四]季度|全年|春季|秋季|全市|全区|全县)",
            needs=("20",),
        ),
    ),
    # 凡在本区从事经营，必须遵守: 的.
    Faulty(
        "whoever",
        Pattern(
            "(?P<place>凡是?(?:在|从事|违反|未|不|因|经|使用|拒|擅自)(?:(?!的|者|人员|单位|个人|企业)[^。；：\n]){4,60})，(?=必须|应当|均|一律|都|须|不得)",
            needs=("凡",),
        ),
    ),
)
