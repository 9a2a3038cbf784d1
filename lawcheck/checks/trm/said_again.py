"""What a clause says twice: its verb once more at its end, or a word beside another one of that sense (TRM057)."""

from collections.abc import Iterator

from lawcheck.checks.trm.frames_twice import FRAMES_TWICE
from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty, found
from lawcheck.checks.trm.synonyms_twice import STYLE, SYNONYMS
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# Verbs that are hardly ever nouns, so that one behind its own object is left over from another wording of the clause.
_VERBS = (
    "完成|成立|追究|提高|确保|落实|召开|印发|制定|实现|增强|提升|开展|举行|举办|报送|上报|提交|取得|获得|出台|启动|建成|达到|解决|营造"
    "|掌握|遵守|签订|履行|配合|协助|参与|杜绝|防止|避免|减少|降低|扩大|改善|优化|完善|健全|强化|深化|细化|明确|整合|巩固"
    "|维护|保障|保证"
)
_ADVERBS = (
    "要|应|须|将|并|和|再|进一步|切实|不断|全面|大力|积极|认真|持续|努力|有效|确保|抓好|做好|力争|及时|按时|如期|尽快|逐步|严格|依法"
    "|继续"
)
_KINDS = (
    # 确保圆满完成任务完成, 追究责任追究.
    Faulty(
        "verb",
        Pattern(
            f"(?:(?<=[，。；：、\n])|^)(?:[{HAN}]{{1,10}}?(?=[要应须将]))?(?:{_ADVERBS}){{0,4}}(?P<verb>{_VERBS})(?![{HAN}]{{0,16}}(?:的|者|未|不|尽|应|继续|一起|先))"
            f"(?:(?!(?P=verb))[{HAN}]){{2,16}}(?P<place>(?P=verb)){CLAUSE_END}",
        ),
    ),
    # 为了落实任务的落实, 加强管理的加强.
    Faulty(
        "verb",
        Pattern(
            f"(?:(?<=[，。；：、\n为了要应须将])|^)(?:{_ADVERBS}){{0,4}}(?P<verb>{_VERBS}|加强|加大|推[进动行广]|促进|做好|抓好|规范|发展)"
            f"(?:(?!(?P=verb)|是)[{HAN}]){{2,16}}的(?P<place>(?P=verb)){CLAUSE_END}",
        ),
    ),
    # 对应急队伍进行防火常识进行培训: 进行 once more before what is carried out.
    Faulty(
        "verb",
        Pattern(
            f"(?:(?<=[，。；：、\n])|^)(?:[{HAN}]{{0,10}}对[{HAN}]{{2,14}})(?P<verb>进行)(?:(?![的并和再与及或前后时来中者即就又还须])[{HAN}]){{2,8}}"
            f"(?<![长员人组部局办委会处科室所站位方师])(?P<place>(?P=verb))[{HAN}]{{2,4}}(?=[，。；\n]|$)",
            needs=("进行",),
        ),
    ),
    # 增长了增长, 参加了参加.
    Faulty("default", Pattern(f"(?P<verb>[{HAN}]{{2}})了(?P<place>(?P=verb))(?!了)", needs=("了",))),
    # 会议由甲主持会议.
    Faulty(
        "subject",
        Pattern(
            f"(?:(?<=[，。；：\n])|^)[{HAN}]{{0,6}}?(?P<noun>会议|活动|仪式|大会|培训|比赛|演练|讲座|调研|项目|工程|资金|费用|经费|方案)"
            f"由[^，。；：\n]{{2,24}}[{HAN}]{{2}}(?P<place>(?P=noun))(?=[，。；\n])",
            needs=("由",),
        ),
    ),
    Faulty("sense", Pattern("|".join(SYNONYMS))),
    # 继续保持持续健康发展, 在工作中的过程中.
    Faulty(
        "sense",
        Pattern("(?:继续|不断)(?:保持)?持续(?![性力])|中的过程中", needs=("续持续", "持持续", "断持续", "中的过程中")),
    ),
    # 为期三天时间, 40分钟时间的午休时间.
    Faulty(
        "sense",
        Pattern(
            "为期(?:[0-9]{1,3}|[一二三四五六七八九十两半]{1,3})个?(?:天|年|月|周|星期|小时)的?时间"
            f"|(?<=[0-9])(?:分钟|小时|天)时间的[{HAN}]{{1,4}}时间",
            needs=("时间",),
        ),
    ),
    # 超过五百多人, 近百余家; 附近十余家 is right.
    Faulty(
        "sense",
        Pattern(
            "(?:超过|(?<![附最临靠邻远将贴接])近)[0-9一两二三四五六七八九十百千万]{1,8}[多余][人户家次名]",
            needs=tuple(f"{more}{measure}" for more in "多余" for measure in "人户家次名"),
        ),
    ),
    # 意见和建议和建议.
    Faulty(
        "nominal",
        Pattern(f"[{HAN}]{{2}}(?P<joint>[和与及])(?P<noun>[{HAN}]{{2}})(?P=joint)(?P<place>(?P=noun)){CLAUSE_END}"),
    ),
    *FRAMES_TWICE,
    # 日处理能力300吨/日: so much a day, a day.
    Faulty(
        "style",
        Pattern(
            f"(?P<per>[日年月])均?(?:分拣|处理|处置|生产|加工|供水|供气|供热|焚烧|接待|转运|消纳|吞吐|产)[{HAN}]{{0,8}}?"
            f"[0-9][0-9.]{{0,8}}[万亿]?(?:立方米|平方米|公斤|千克|人次|[{HAN}])[/／](?P=per)",
            needs=("/日", "/年", "/月", "／日", "／年", "／月"),
        ),
    ),
    Faulty("style", Pattern("|".join(STYLE))),
)


def said_again(document: Document) -> Iterator[Finding]:
    """TRM057: a verb, an object or a sense that its sentence says once more."""
    yield from found(document.text, _KINDS, {})
