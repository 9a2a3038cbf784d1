"""Verbs whose object is missing or is none, and frames that mix two others (parts of TRM033 and TRM034)."""

from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, PART_OF_DATE
from lawcheck.text.vocabulary.han import HAN

# What is done; 力度 or 水平 would be what grows by it.
_DONE = (
    "宣传|管理|检查|监管|整治|培训|打击|排查|巡查|督查|治理|执法|保护|指导|帮扶|监督|推广|查处|管控|清理|考核|巡逻|整改"
)
_MEETING = "(?:常务会|办公会|会议|大会|全会|常委会|党组会|联席会)"

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
)
# What stands instead, where one word fits everywhere.
BETTER_OBJECTS = {"mood": "营造", "service": "", "state": "工作"}

FRAMES = (
    # 已于2005年6月14日县政府常务会议通过: 已经…会议通过, or 已于…经…会议通过.
    Faulty(
        "passed",
        Pattern(
            f"(?:^|(?<=[，。；：》\\n]))(?:(?![由经在])[^，。；：\\n]){{0,24}}?(?P<place>(?:已)?于(?:{DATE}|{PART_OF_DATE})(?:(?![经由在])[^，。；、：《》\\n]){{0,24}}{_MEETING}"
            "(?:第[一二三四五六七八九十百0-9]{1,4}次(?:会议)?)?(?:审议|讨论|研究|表决|审定)?通过)",
            needs=("通过",),
        ),
    ),
    # 请各单位要认真落实
    Faulty(
        "bid",
        Pattern(
            f"(?P<place>请各(?:(?![要在并将把于])[{HAN}、（）]){{1,14}}(?<![主需重纪摘提扼必首切险概机简])要)(?![求点素件闻约紧害员略旨领])",
            needs=("请各",),
        ),
    ),
    Faulty(
        "default",
        Pattern(f"做到(?:(?!坚持|按照|本着|遵循|根据|符合)[^。；\\n]){{4,60}}的原则{CLAUSE_END}", needs=("的原则",)),
    ),
    Faulty(
        "default",
        Pattern(
            "(?:方法|方式|形式|办法)(?:采取|采用)[^，。；：\\n]{2,20}的?(?:方法|方式|形式|办法)(?:进行|开展|实施)?(?=[，。；])",
            needs=("采取", "采用"),
        ),
    ),
    Faulty(
        "default",
        Pattern(
            f"(?:规范|加强|完善|强化)(?:和|与|、|及)(?:保证|保障|确保)[^，。；、\\n]{{2,16}}(?:顺利|正常|有序)(?:进行|开展|运行){CLAUSE_END}",
            needs=("和保", "与保", "、保", "及保", "和确保", "与确保", "、确保", "及确保"),
        ),
    ),
    Faulty("default", Pattern("精神的?(?:有关|相关|要求)规定(?![了性])", needs=("精神",))),
    Faulty(
        "default",
        Pattern(
            "(?:带来|造成|产生|存在|具有|含有)有(?:一定|较大|很大|严重|不少|许多|重大|明显|不利)",
            needs=("来有", "成有", "生有", "在有", "有有"),
        ),
    ),
    Faulty(
        "insist",
        Pattern(
            "(?P<place>坚持)(?:防止|杜绝|制止|遏制|取缔|查处)(?![^，。；\\n]{0,24}(?:相结合|并重|与|和|原则|方针))",
            needs=("坚持",),
        ),
    ),
    Faulty(
        "sure",
        Pattern("(?:确保|保证(?!人|金|书))(?:[^，。；、\\n]{0,6})必须(?=[^，。；、\\n]{2})(?![品的])", needs=("必须",)),
    ),
    # 全年计划中，其中甲镇五万元
    Faulty(
        "within",
        Pattern(
            "(?:^|(?<=[。；\\n]))(?:据(?:了解|统计|介绍|悉|测算)，)?"
            f"(?:(?![列纳编计写加进]入|正在|处于|存在)[{HAN}0-9]){{2,16}}中，(?P<place>其中)",
            needs=("中，其中",),
        ),
    ),
    # 成立了镇长为组长的小组: 以镇长为组长.
    Faulty(
        "headed",
        Pattern(
            f"(?:成立|建立|组建)了?(?P<place>(?:(?![以由已])[{HAN}、（）]){{2,16}}(?<![成作])为(?:组长|主任|总指挥|指挥长|队长))"
            f"(?=[、，的]?[^。；\\n]{{0,60}}(?:小组|指挥部|委员会|专班|机构|联席会议))",
            needs=("为组长", "为主任", "为总指挥", "为指挥长", "为队长"),
        ),
    ),
    Faulty(
        "ours",
        Pattern("(?:结合|根据|按照|立足|从)(?P<place>[我本]实际)(?=[，。；、情需工])", needs=("我实际", "本实际")),
    ),
    Faulty("this", Pattern("现就[^，。；\\n]{4,60}提出(?P<place>本)(?:意见|建议)", needs=("提出本",))),
)
BETTER_FRAMES = {"insist": "坚决", "this": "如下", "within": ""}
