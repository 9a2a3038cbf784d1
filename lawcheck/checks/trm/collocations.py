"""Verbs whose objects want other ones (TRM034)."""

from collections.abc import Iterator

from lawcheck.checks.trm.collocation_table import ADVERBS, RIGHT, VERBS
from lawcheck.checks.trm.faulty_objects import BETTER_OBJECTS, OBJECTS
from lawcheck.checks.trm.headless_objects import HEADLESS
from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty, found
from lawcheck.checks.trm.subject_and_verb import subjects_and_verbs
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, MONTH, PART_OF_DATE, YEAR
from lawcheck.text.vocabulary.han import HAN

_RIGHT_VERB = {
    (verb, noun): right for right, nouns, wrong in RIGHT for noun in nouns.split("|") for verb in wrong.split("|")
}
_OBJECT = f"(?:(?!{VERBS})[{HAN}“”]){{0,14}}"

# 加快建设完善的设施, 加快淘汰落后产能: it hastens what the next verb does.
_HASTENED = (
    "建设|建成|培育|培养|推[行进动广]|发展|实施|落实|引进|引导|建立|健全|形成|构建|完善|研究|制定|出台|编制|提[高升]|改[善造]|扩大|增[加强]|优化|升级"
    "|淘汰|化解|压[减缩]|退出|关[停闭]|释放|置换|转[移换型]|整[合治]|清[理退]|消化|布局|配[备套]|补[齐足]|恢复|实现|解决|消除|筹[集建措]"
)


# One pattern for all of them: what the verb and the noun are is looked up.
_VERB_AND_NOUN = Pattern(
    f"(?:(?<=[，。；：\n])|^)(?:[{HAN}]{{1,10}}?(?=[要应须将]))?(?:{ADVERBS})*"
    f"(?P<verb>{'|'.join(dict.fromkeys(verb for verb, _ in _RIGHT_VERB))})"
    f"(?:(?<!加快)|(?!{_HASTENED})){_OBJECT}"
    f"(?P<noun>{'|'.join(dict.fromkeys(noun for _, noun in _RIGHT_VERB))})(?=[，。；\n]|$)"
)

_COLLOCATIONS = (
    Faulty(
        "force",
        Pattern(
            "(?P<place>加强|加快)(?:对(?:(?!加大|力度)[^，。；\n]){2,40}的)?[^，。；、：\n的大]{0,10}力度"
            # 加强对宣传力度不够的村的督促
            "(?!(?:不[够足大强]|较[小弱低]|偏[小弱低]|有限|欠缺|薄弱)[^，。；、\n]{0,4}的)",
            needs=("力度",),
        ),
    ),
    Faulty(
        "pace", Pattern(f"(?P<place>加大)[^，。；、：\n]{{0,12}}(?:步伐|进度|速度|进程){CLAUSE_END}", needs=("加大",))
    ),
    Faulty("effect", Pattern(f"(?P<place>发扬)[^，。；、：\n]{{0,12}}作用{CLAUSE_END}", needs=("发扬",))),
    Faulty(
        "spirit",
        Pattern(
            f"(?P<place>发挥)(?:(?!首创|主人|主动|能动|尖兵|先锋)[^，。；、：\n作]){{0,10}}(?:精神|作风|优良传统){CLAUSE_END}",
            needs=("发挥",),
        ),
    ),
    Faulty(
        "hold",
        Pattern(
            "(?P<place>召开)(?:(?!会|部署|研究|推进|总结|安排|启动|听取|专题)[^，。；、：\n]){2,15}(?:工作|活动)(?=[，。；\n])",
            needs=("召开",),
        ),
    ),
    Faulty(
        "default",
        Pattern(
            f"(?P<place>纳入)[^，。；\n为]{{1,30}}的重要(?:内容|依据|参考|抓手|手段|举措|组成部分){CLAUSE_END}",
            needs=("纳入",),
        ),
    ),
    Faulty("review", Pattern("(?P<place>提起)(?:行政)?复议(?!前|后|[、和或与及])", needs=("提起复议", "提起行政复议"))),
    # 举行开班仪式, 开展会议培训 are right.
    Faulty("course", Pattern(f"(?P<place>举行)了?[{HAN}]{{0,10}}(?:培训|讲座|学习)班(?=[，。；\n])", needs=("举行",))),
    Faulty(
        "meeting",
        Pattern(
            f"(?P<place>开展)了?[{HAN}]{{0,18}}(?:推进|动员|座谈|部署|总结|调度|分析|例|培训|协调|碰头|通报|表彰|交流|说明|恳谈|工作)会(?=[，。；\n])",
            needs=("开展",),
        ),
    ),
    # 担任顾问团: persons are its members.
    Faulty(
        "members",
        Pattern(
            f"(?P<place>(?:担任|当选为?)[{HAN}]{{0,6}}(?:顾问团|评审组|专家组|专家库|服务队|评委会))(?=[，。；\n])",
            needs=("担任", "当选"),
        ),
    ),
    # 加大对茶叶、烤烟等作物的保护能力: 提高.
    Faulty(
        "capacity",
        Pattern(
            "(?P<place>加大)对?(?:(?!提高|提升|增强|培养|加强|力度|投入|建设|形成|支持)[^，。；：\n]){2,50}能力(?=[，。；\n])",
            needs=("能力",),
        ),
    ),
    # 水平显著扩大, 范围明显提高: what rises is not what widens.
    *(
        Faulty(
            variant,
            Pattern(
                f"(?:{nouns})(?:得到|得以|有了?|也|都)?了?(?:明显|显著|进一步|不断|大幅|大幅度|有效|持续|逐步|稳步){{1,2}}地?(?P<place>{wrong})"
                "(?=[，。；\n])",
                needs=tuple(wrong.split("|")),
            ),
        )
        for variant, nouns, wrong in (
            ("rises", "水平|能力|质量|意识|素质|效率|效益|满意度", "扩大|加快|加大|拓宽"),
            ("widens", "范围|规模|覆盖面|影响力?", "加快|提速|加强"),
            ("speeds", "步伐|进程|进度|节奏", "加强|加大|扩大|提高"),
            ("grows", "力度", "加快|提高|扩大|提升"),
        )
    ),
    # 取得作用, 发挥贡献, 达到成绩.
    Faulty(
        "got",
        Pattern(
            f"(?P<place>取得|达到)了?(?:(?!发挥|产生|具有|起|有|对|在)[{HAN}]){{0,8}}作用{CLAUSE_END}|(?P<other>发挥|起到)了?(?:(?!作用|作出|做出|取得|作|做)[{HAN}]){{0,8}}(?:贡献|成绩){CLAUSE_END}",
            needs=("作用", "贡献", "成绩"),
        ),
    ),
    Faulty(
        "task",
        Pattern(
            f"(?P<place>开展)了?(?:(?!完成|承担|下达|落实|部署|目标|明确|分解|布置|重点|为|的|是|主要|有)[{HAN}、]){{2,20}}任务(?=[，。；\n])",
            needs=("开展",),
        ),
    ),
    # 开展安全防范工作活动
    Faulty("both", Pattern(f"开展了?[{HAN}、]{{2,24}}(?P<place>工作)活动(?=[，。；\n])", needs=("工作活动",))),
    Faulty(
        "since",
        Pattern(
            f"(?P<place>于)(?:{DATE}|{PART_OF_DATE}|(?:{YEAR}年|[今明去]年)?{MONTH}月|[今明去]年)起(?![草诉运飞])",
            needs=("起",),
        ),
    ),
    *OBJECTS,
    *HEADLESS,
)
# What the verb becomes.
_BETTER = {
    "force": "加大",
    "pace": "加快",
    "effect": "发挥",
    "spirit": "发扬",
    "hold": "开展",
    "since": "自",
    "review": "申请",
    "course": "举办",
    "meeting": "召开",
    "capacity": "提高",
    "rises": "提高",
    "widens": "扩大",
    "speeds": "加快",
    "grows": "加大",
    "both": "",
    **BETTER_OBJECTS,
}


def collocation(document: Document) -> Iterator[Finding]:
    """TRM034: a verb whose object wants another one."""
    for match in _VERB_AND_NOUN.finditer(document.text):
        verb, noun = match["verb"], match["noun"]
        if right := _RIGHT_VERB.get((verb, noun)):
            start, end = match.span("verb")
            values = {"found": verb, "noun": noun, "right": right}
            yield Finding(start, end, values, "noun", (Edit(start, end, right),))
    told = set()
    for finding in subjects_and_verbs(document.text):
        told.add(finding.start)
        yield finding
    yield from (each for each in found(document.text, _COLLOCATIONS, _BETTER) if each.start not in told)
