"""Verbs whose object is missing or is none (part of TRM034)."""

from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# What is done; 力度 or 水平 would be what grows by it.
_DONE = (
    "宣传|管理|检查|监管|整治|培训|打击|排查|巡查|督查|治理|执法|保护|指导|帮扶|监督|推广|查处|管控|清理|考核|巡逻|整改"
)

# Each says what it does not mean to say, or lacks a word that nothing else in the clause stands for.
OBJECTS = (
    # 加大烟花爆竹管理。: 加大…力度.
    Faulty(
        "measure",
        Pattern(
            f"(?P<place>加大(?:了)?(?:对[^，。；、\\n]{{2,20}}的)?(?:(?!{_DONE}|力度|投入)[{HAN}]){{0,10}}(?:{_DONE}){{1,3}})"
            f"(?:工作)?(?=[，。；\\n])",
            needs=("加大",),
        ),
    ),
    # 提高政务公开工作。: 提高…水平.
    Faulty(
        "level",
        Pattern(
            f"(?P<place>提高(?:了)?(?:(?!水平|质量|效率|能力|程度|满意|率|认识|意识)[{HAN}]){{0,12}}"
            "(?:工作|安全|管理|治理|教学))(?=[，。；\\n])",
            needs=("提高",),
        ),
    ),
    # 避免发生火灾隐患: a danger is removed, an accident avoided.
    Faulty(
        "danger",
        Pattern(f"(?P<place>(?:避免|防止)(?:发生|出现)?[{HAN}]{{0,8}}隐患)(?:的?发生)?{CLAUSE_END}", needs=("隐患",)),
    ),
    # 提供运输服务工作
    Faulty("service", Pattern(f"提供[{HAN}]{{0,12}}服务(?P<place>工作){CLAUSE_END}", needs=("服务工作",))),
    Faulty(
        "state",
        Pattern(
            f"负责(?!人)(?:(?!检查|了解|掌握|汇总|统计|上报|收集|监测|反映|通报|记录|报告|调查|跟踪)[^，。；\\n]){{2,24}}等(?P<place>情况){CLAUSE_END}",
            needs=("等情况",),
        ),
    ),
    Faulty(
        "advice",
        Pattern("(?P<place>进行)(?:建议|意见|贡献)(?=[，。；、和及与])", needs=("进行建议", "进行意见", "进行贡献")),
    ),
    Faulty("mood", Pattern("(?P<place>浓厚了)[^，。；\\n]{0,24}氛围", needs=("浓厚了",))),
    # 做好防滑措施: 落实, 采取.
    Faulty(
        "taken",
        Pattern(
            "(?P<place>做好)(?:(?!落实|制定|采取|政策|宣传)[^，。；：\n]){2,16}措施(?=[，。；\n])", needs=("做好",)
        ),
    ),
    # 采取消杀工作
    Faulty(
        "begun",
        Pattern(
            f"(?P<place>采取)了?(?:(?!措施|方式|办法|形式|手段|方法|的)[{HAN}]){{2,16}}(?:工作|活动)(?=[，。；\n])",
            needs=("采取",),
        ),
    ),
    # 降低事故的发生
    Faulty(
        "happens",
        Pattern("(?P<place>降低)[^，。；、\n率度]{2,14}(?:发生|出现)(?=[，。；\n])", needs=("降低",)),
    ),
    # 防止食品安全: 安全事故.
    Faulty(
        "safety",
        Pattern(
            f"(?P<place>(?:防止|避免|预防|杜绝)(?:(?!危|影响|威胁|破坏|损害)[{HAN}]){{2,16}}安全)(?=[，。；\n])",
            needs=("安全",),
        ),
    ),
    # 对先进个人进行颁奖: 给, 向.
    Faulty(
        "given_to",
        Pattern(
            "(?P<place>对)[^，。；\n]{2,50}(?:进行|予以)了?(?:颁奖|授牌|授奖|道歉|致谢|送别|敬礼|祝贺)",
            needs=("颁奖", "授牌", "授奖", "道歉", "致谢", "送别", "敬礼", "祝贺"),
        ),
    ),
)
# What stands instead, where one word fits everywhere.
BETTER_OBJECTS = {"mood": "营造", "service": "", "state": "工作", "begun": "开展", "happens": "减少"}
