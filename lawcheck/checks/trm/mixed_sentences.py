"""Sentences of two constructions, or that say the opposite of what is meant (TRM033)."""

from collections.abc import Iterator

from lawcheck.checks.trm.fragments import FRAGMENTS
from lawcheck.checks.trm.mixed_ends import MIXED_ENDS, NEGATIONS
from lawcheck.checks.trm.mixed_frames import BETTER_FRAMES, FRAMES
from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty, found
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import EVERY_GENRE, SAID_AS, TOLD_AS
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.usual_words import SAID_BY, TOLD_THINGS

_AMOUNT = "[0-9０-９一二两三四五六七八九十百千]{1,6}(?:[.．点][0-9０-９一二三四五六七八九]{1,3})?"
_CONTRARY = "(?:防止|避免|杜绝|严防|谨防|以免|以防|防范)"

# 通过减少环节，使群众少跑腿的做法，值得推广: the whole says which one a noun means, that has its own verb.
_OF_A_NOUN = (
    f"(?![^，。；：\n]{{2,40}}的[{HAN}]{{0,6}}"
    f"(?:{EVERY_GENRE}|机制|模式|方式|路径|思路|途径|过程|效果|目的)[，、值可应])"
)
# 通过宣传册等形式向居民讲解政策，让居民了解流程: behind the means stands what is done by them, and who does it is the
# one whom the text is about, as in any clause without a subject.
_WITH_A_VERB = (
    "(?![^，。；：\n]{0,30}(?:形式|方式|渠道|途径|手段|平台|网站|公众号|[微信钉Q]群|广播|电话|短信|热线|系统|专栏|载体)"
    "(?:[向对为把将给]|及时|定期|实时|逐一|主动|广泛|集中|统一))"
)

_MIXED = (
    # 使 and 让 with a subject only in front of 通过; 使用, 使命 and the like are words of their own.
    Faulty(
        "subject",
        Pattern(
            "(?:(?<=[。；\n])|^)[ \u3000]{0,4}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?"
            f"(?P<place>(?:通过|经过){_WITH_A_VERB}[^，。；：\n使]{{2,40}}，"
            f"(?:从而|进一步|切实|真正)?[使让])(?![用命节者馆领得]){_OF_A_NOUN}",
            needs=("通过", "经过"),
        ),
    ),
    Faulty(
        "negated",
        Pattern(
            f"{_CONTRARY}(?:(?!而|则|或|和|又|并)[^，。；、：\n]){{0,20}}不(?:再次?)?(?:发生|出现|重演|反弹|回潮){CLAUSE_END}",
            needs=("不再", "不发生", "不出现", "不重演", "不反弹", "不回潮"),
        ),
    ),
    Faulty(
        "times",
        Pattern(
            "(?:减少|降低|下降|缩短|缩小|减轻|压缩|压减|缩减|回落)了?(?:近|约|将近|大约)?"
            f"{_AMOUNT}[多余]?倍(?![率数频镜体的])",
            needs=("倍",),
        ),
    ),
    Faulty(
        "cause",
        Pattern(
            "(?:原因|根源|起因)(?:主要|还|就|都|也|大多)?(?:是|在于)由?(?:(?!因为)[^，。；：\n]){1,30}"
            f"(?:造成|引起|导致|引发|所致)的?{CLAUSE_END}",
            needs=("原因", "根源", "起因"),
        ),
    ),
    Faulty(
        "purpose",
        Pattern("(?:目的|宗旨|用意|初衷)(?:都|就|主要)?(?:是|在于)为了|旨在为了(?=[^，。；\n])", needs=("为",)),
    ),
    Faulty(
        "centre",
        Pattern(
            f"围绕着?[^，。；：以把将\n]{{1,20}}(?<![成作认造视称设定确列因])为(?:中心|主题|主线|重点|核心|目标){CLAUSE_END}",
            needs=("围绕",),
        ),
    ),
    Faulty("principle", Pattern(f"本着[^，。；：以\n]{{1,20}}为(?:原则|宗旨|目的|前提){CLAUSE_END}", needs=("本着",))),
    Faulty(
        "according",
        Pattern(
            "(?:根据|(?<![依数证占票根])据)[^，。；：\n]{0,20}(?:统计|调查|监测|数据|资料|研究|结果|测算)"
            "(?:显示|表明)(?=[，：])",
            needs=("显示", "表明"),
        ),
    ),
    Faulty(
        "standard",
        Pattern(f"(?<![以由])(?:按照|依照|依据|根据)[^，。；：以\n]{{1,25}}为准{CLAUSE_END}", needs=("为准",)),
    ),
    Faulty("depends", Pattern(f"取决于[^，。；\n]{{1,20}}(?:所|来)?决定的?{CLAUSE_END}", needs=("取决于",))),
    Faulty(
        "key",
        Pattern(
            f"关键(?:在于|是)[^，。；\n]{{1,20}}起着?(?:决定|关键|主导)性?的?作用{CLAUSE_END}"
            f"|靠的(?:就)?是[^，。；\n]{{1,25}}(?:取得|实现|完成|得来)的{CLAUSE_END}",
            needs=("关键", "靠的"),
        ),
    ),
    Faulty(
        "welcome", Pattern("(?:深受|受到|广受|备受)[^，。；\n所]{1,12}所(?:欢迎|喜爱|青睐|好评|称赞)", needs=("受",))
    ),
    Faulty("motive", Pattern(f"出于[^，。；以\n]{{1,20}}为(?:目的|由){CLAUSE_END}", needs=("出于",))),
    Faulty(
        "consists",
        Pattern(
            f"(?:小组|委员会|专班|指挥部|办公室|队伍|评审组|调查组|工作组)(?P<place>有[^，。；：\n由]{{2,40}}(?:组成|构成)){CLAUSE_END}"
            f"|(?P<other>主要有[^，。；：\n由]{{2,40}}(?:组成|构成)){CLAUSE_END}",
            needs=("组成", "构成"),
        ),
    ),
    Faulty("doubled", Pattern("(?:付诸|诉诸|公诸|见诸|放诸|加诸|求诸)于|堪称为", needs=("诸于", "堪称"))),
    Faulty("until", Pattern("截[至止]到?[^，。；、：\n止]{1,14}为止", needs=("为止",))),
    Faulty(
        "forbidden",
        Pattern(
            "切[忌勿]不[要能可得准]|(?:禁止|严禁)(?:(?:任何|各|一切)[^，。；、：\n]{1,10})?不[得准许](?![不一])",
            needs=("切", "禁"),
        ),
    ),
    # 现督查情况通报如下: what is told wants a preposition before it.
    Faulty(
        "lead",
        Pattern(
            "(?<=[，。；：\n])(?P<place>现)(?![将就对把以予在已根经按依针为向从由与和于作])[^，。；：\n将就]{2,24}?"
            "(?:" + TOLD_THINGS + ")(?:" + TOLD_AS + ")如下",
            needs=("如下",),
        ),
    ),
    # 水利局就清淤情况的汇报，: the verb is missing; 听取水利局就清淤情况的汇报 has one.
    Faulty(
        "spoke",
        Pattern(
            f"(?<=[，。；\n])(?![^，。；\n]{{0,12}}[听审收阅看据照合对经以])[{HAN}、]{{2,12}}就(?:(?![作做][了出]|进行|发表)[^，。；\n]){{4,40}}"
            "的(?P<place>" + SAID_AS + ")(?=[，。；])",
            needs=tuple(SAID_AS.split("|")),
        ),
    ),
    # 每超出一人扣分: how much?
    Faulty(
        "amount", Pattern("每(?:超[出过]?|缺|少|差)[^，。；\n扣]{1,10}(?P<place>扣分)(?=[，。；\n])", needs=("扣分",))
    ),
    Faulty("always", Pattern("无时无刻(?:都|总|在)(?!不)", needs=("无时无刻",))),
    # 加强对学生进行教育: 加强对学生的教育, or 对学生进行教育. 加强对学生进行教育的力度 is right.
    Faulty(
        "towards",
        Pattern(
            "(?:加强|做好|搞好|强化|加大|抓好)对(?:(?!进行|予以|加强)[^，。；：\n]){1,30}(?:进行|予以)"
            f"[{HAN}]{{2}}(?![{HAN}]{{0,8}}的)",
            needs=("进行", "予以"),
        ),
    ),
    Faulty("owned", Pattern(f"归(?!其)[^，。；：\n]{{1,20}}(?:享有|拥有|持有){CLAUSE_END}", needs=("归",))),
    Faulty(
        "norm",
        Pattern(
            f"(?<![以由])(?:按照|根据|遵循|依照)(?:(?![以是作定])[^，。；：\n]){{1,30}}为(?:原则|准则|宗旨|目标){CLAUSE_END}",
            needs=("为原则", "为准则", "为宗旨", "为目标"),
        ),
    ),
    # 会议由书记宣读了文件: 书记宣读了文件, or 由书记宣读文件.
    Faulty(
        "done_by",
        Pattern(
            f"由(?:(?!于)[^，。；：\n]){{2,20}}(?:{SAID_BY})了(?!的)",
            needs=("读了", "达了", "持了", "绍了", "报了", "解了", "结了", "署了", "表了"),
        ),
    ),
    Faulty(
        "soon",
        Pattern("(?:即将|就要|快要)(?:将要|就要|即将)|马上(?:将要|即将)|临近即将", needs=("将要", "就要", "即将")),
    ),
    Faulty("honour", Pattern(f"荣获[^，。；\n]{{1,25}}成绩{CLAUSE_END}", needs=("荣获",))),
    Faulty(
        "occur",
        Pattern(
            f"(?:杜绝|避免|防止|预防|减少)(?:出现|发生)[^，。；\n]{{1,25}}(?:发生|出现|产生){CLAUSE_END}",
            needs=("发生", "出现"),
        ),
    ),
    # 在他的帮助下，使: the subject is lost as in 通过…使.
    Faulty(
        "under",
        Pattern(
            "在[^，。；\n]{3,40}(?:领导|帮助|支持|关心|指导|努力|配合|推动|带动|影响|协助|关怀|重视)下，"
            f"(?:从而|进一步)?使(?![用命馆节者得]){_OF_A_NOUN}",
            needs=("下，",),
        ),
    ),
    Faulty("example", Pattern("向[^，。；\n以]{1,20}为榜样", needs=("为榜样",))),
    Faulty(
        "start",
        Pattern(
            "从[^，。；\n以作]{2,25}为(?:出发点|立足点|切入点|突破口|着力点)",
            needs=("出发点", "立足点", "切入点", "突破口", "着力点"),
        ),
    ),
    Faulty("reason", Pattern("鉴于[^，。；\n]{2,25}的(?:原因|缘故)", needs=("鉴于",))),
    Faulty("suspected", Pattern("涉嫌[^，。；\n]{1,15}之嫌", needs=("之嫌",))),
    Faulty("mainly", Pattern(f"主要(?:是|为)?以[^，。；\n]{{1,20}}为主{CLAUSE_END}", needs=("为主",))),
    Faulty("many", Pattern("(?:高达|多达)[^，。；\n]{1,12}之多", needs=("之多",))),
    Faulty(
        "all",
        Pattern(
            f"(?:各位|诸位)(?:(?![和与及])[{HAN}]){{1,6}}们|广大(?:(?![对和与向为给让使由把将])[{HAN}]){{2,4}}(?<!朋友)(?<![我他她它你咱])们",
            needs=("们",),
        ),
    ),
    Faulty("title", Pattern("(?:荣获|授予)为", needs=("荣获为", "授予为"))),
    # 能否落实，是…的重要保证: two sides of which one follows.
    Faulty(
        "two_sided",
        Pattern(
            "能否(?:(?!能否|是否|好坏|高低|成败|关系|与否|决定)[^。；！？\n]){2,40}是"
            "(?:(?!能否|是否|好坏|高低|成败|与否)[^，。；！？\n]){1,30}的(?:重要|根本|有力|坚实|必要|基本)*(?:保证|保障|前提|基础|条件)(?=[，。；\n])",
            needs=("能否",),
        ),
    ),
    Faulty(
        "contrary",
        Pattern(
            "(?:提升|提高|上升|增长|增加)(?:下降|降低|回落)(?!的?[趋幅])|(?:下降|降低|减少|回落)(?:提升|提高|上升|增长|增加)(?!的)",
            needs=("下降", "降低", "回落", "减少"),
        ),
    ),
    Faulty("worry", Pattern("[令让使]人堪忧", needs=("堪忧",))),
    Faulty(
        "through",
        Pattern(
            "通过(?:采用|引入|开展|实施|建立|采取|举办|组织)了",
            needs=("用了", "入了", "展了", "施了", "立了", "取了", "办了", "织了"),
        ),
    ),
    # 参会人员为各科室负责人参加, 地点在三楼会议室召开, 时间为3月5日举行.
    Faulty(
        "default",
        Pattern(
            "(?:(?:参加|参会)人员(?:为|是)[^，。；：\n的]{2,30}(?:参加|参会|出席)"
            "|(?:会议|活动|培训|比赛|演练|考试|仪式)(?:地点(?:为|是|在|设在)|时间(?:为|是|定于))"
            "[^，。；：\n的]{2,24}(?:召开|举行|举办|进行))(?=[，。；\n])",
            needs=("人员为", "人员是", "地点", "时间"),
        ),
    ),
    # 由于受疫情的影响下, 受到各级的支持下.
    Faulty(
        "default",
        Pattern(
            "(?:由于|因)(?:(?!在)[^，。；：\n]){2,14}的影响下|受到(?:(?!在)[^，。；：\n]){2,20}(?:支持|关心|帮助|重视|关怀)下(?=[，。])",
            needs=("影响下", "支持下", "关心下", "帮助下", "重视下", "关怀下"),
        ),
    ),
    Faulty(
        "default", Pattern(f"正在进行(?:(?!过程)[{HAN}]){{2,6}}(?<![集初高其])中(?=[，。；\n])", needs=("正在进行",))
    ),
    # 违反规定者的，: either 违反规定的 or 违反规定者; 以群众满意为目标出发.
    Faulty("default", Pattern("违反[^，。；：、的\n]{2,10}者的(?=，)", needs=("者的，",))),
    Faulty(
        "start",
        Pattern("以[^，。；：\n]{2,14}为(?:目标|目的|原则)出发(?=[，。；\n])", needs=("标出发", "的出发", "则出发")),
    ),
    Faulty("forbidden", Pattern("切忌务必|请勿不[要得可]|切勿不[得可]", needs=("切忌务必", "请勿不", "切勿不"))),
    *FRAMES,
    *MIXED_ENDS,
    *NEGATIONS,
    *FRAGMENTS,
)


# What the first word becomes; the others have no word that fits everywhere.
_BETTER = {"lead": "现将", **BETTER_FRAMES}


def mixed_sentence(document: Document) -> Iterator[Finding]:
    """TRM033: two constructions in one, a negation too many, what falls by so many times."""
    yield from found(document.text, _MIXED, _BETTER)
