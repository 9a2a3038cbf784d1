"""The genres of documents (文种): the words that a title ends in, and what each says of the document.

A title may have its stage after the genre, in brackets: 示例区绿化管理办法（试行）.
"""

import re
from enum import StrEnum

from lawcheck.text.patterns import Pattern


class Meaning(StrEnum):
    """What a genre says of a document."""

    PLAN = "plan"  # what is to be done by whom
    STATUTE = "statute"  # rules in articles
    OFFICIAL = "official"  # what an office tells, asks, or orders another
    OTHER = "other"  # any other document
    LOOSE = "loose"  # ends titles, but headings and sentences as well


_WORDS = {
    Meaning.PLAN: (
        "方案|分工方案|计划|规划|纲要|要点|分工|措施|举措|清单|台账|安排|行动|任务分解表|任务分工表|任务书|路线图"
        "|预案|应急预案"
    ),
    Meaning.STATUTE: "条例|规定|办法|细则|规则|章程|准则|法|法典|守则|规程|制度|规范|导则|公约|标准|修正案",
    Meaning.OFFICIAL: (
        "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|纪要|答复|汇报|总结|建议|说明"
        "|指南|指引"
    ),
    Meaning.OTHER: (
        "目录|名单|名录|协议|协议书|合同|简报|公示|提案|批示|讲话|解读|倡议书|启事|声明|致辞|提纲|摘要|综述|办事指南"
        "|通讯录|备忘录|须知|公开信|大纲|手册|白皮书|贺信|告示|喜报"
    ),
    Meaning.LOOSE: (
        "解释|书|表|信|稿|调查|调研|思考|问答|解答|研究|案例|经验|做法|倡议|发言|提要|介绍|情况|信息|资料|提示"
    ),
}
# Each genre with what it means.
GENRES = {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}


def alternatives(*meanings: Meaning) -> str:
    """The genres of these meanings for a pattern, the longest first."""
    words = [word for word, meaning in GENRES.items() if meaning in meanings]
    return "|".join(sorted(words, key=len, reverse=True))


STATUTE_GENRE = alternatives(Meaning.STATUTE)
OFFICIAL_GENRE = alternatives(Meaning.OFFICIAL)
# What a line that ends in it is a title by.
TITLE_GENRE = alternatives(Meaning.PLAN, Meaning.STATUTE, Meaning.OFFICIAL, Meaning.OTHER)
EVERY_GENRE = alternatives(*Meaning)
# What calls people together, or tells the public of it.
CALLING_GENRES = ("通知", "函", "公告", "通告")
# What passes another document on, or puts it into force: 关于印发…的通知.
PASSING_GENRE = "通知|公告|决定|命令|函"
# Between offices: what asks, reports or answers.
LETTER_GENRES = ("请示", "报告", "函", "批复")
# What a decision is asked for with: 以上请示妥否.
ASKED_WITH = "请示|意见|方案|事项"
# What is numbered beside its kind: 任务一, 措施二.
NUMBERED_THINGS = ("任务", "措施", "行动", "工程", "举措", "步骤", "环节", "阶段", "专题", "模块", "建议", "情形")
# Those that are promulgated, and say on which day they take effect.
ENACTED_GENRE = "条例|规定|办法|细则|规则"
# Plans that name themselves as statutes do: 制定本方案.
PLANNED_GENRE = "方案|预案|计划|规划"
# What a text with articles, or a plan, calls itself by: 本办法.
OWN_GENRE = f"{ENACTED_GENRE}|章程|准则|制度|规程|守则|公约|{PLANNED_GENRE}|法"
# Those that the names of national law end in.
LAW_GENRE = "法|条例|规定|办法|细则|准则|决定"
# Those that texts cite by their names.
CITED_GENRE = "条例|规定|办法|细则|规则|准则|纲要|规划|方案|意见|决定|决议|通知|计划|法"
# Those that are names alone, and those that are verbs too: 《示例条例》规定….
NAMING_GENRE = "条例|办法|细则|通知|意见|方案|纲要"
VERB_GENRES = ("规定", "决定", "规划", "计划")
# Those whose titles begin with 关于 and are cited by them.
ABOUT_GENRE = "意见|决定|决议|通知|办法|方案|细则"
# Those that address everybody, so that no addressee stands above them.
PUBLIC_GENRE = "公告|通告|公报|令|决议|纪要|条例"
# Those that speak of today: what they call this year is plain.
SPOKEN_GENRE = "讲话|报告|总结|汇报|公报|简报|致辞|通报|工作情况|倡议|公开信"
# Those of papers that are neither laws nor regulations: 《…预案》.
PAPER_GENRE = "预案|通知|意见|方案|规划|计划|要点|纲要|函|批复|公告|讲话|纪要|手册|指南"
# What comes out in issues: 第12期.
PERIODICALS = ("纪要", "简报", "专报", "通报", "动态", "通讯", "快报", "信息", "公报", "参考")
# What is said of how a document is to be written, behind its name.
OUTLINE_GENRE = "(?:编[写制]|撰写)(?:提纲|大纲|指南|要点|要求)"
# What is annexed to be filled in or looked up.
FORM_GENRE = "表|图|名单|名册|目录|清单|书|册|台账"
# What an office issues in the form of GB/T 9704, or attaches to a notice.
FORMAL_GENRE = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|纪要"
    "|方案|计划|规划|纲要|要点|措施|举措"
)
# What a text may call itself, or another one whose articles it names.
NAMED_GENRE = alternatives(Meaning.PLAN, Meaning.STATUTE, Meaning.OFFICIAL)
# Letters that go to those above, to those below, and to equals.
UPWARD_GENRES, DOWNWARD_GENRES, LEVEL_GENRES = ("请示", "报告"), ("通知", "批复", "通报", "决定"), ("函",)
# What a letter says in its last line that it was: 以上报告，请审阅。
SENT_AS = "报告|汇报|请示|通知|通报|通告"
# What a letter of each genre calls itself in 现将…如下 and 特此…; genres that are not here say what they like.
SELF_NAMES = {
    "通知": ("通知",),
    "公告": ("公告",),
    "通告": ("通告",),
    "通报": ("通报",),
    "报告": ("报告", "汇报"),
    "请示": ("请示", "报告"),
    "函": ("函告", "函复", "函达", "函询", "函商", "函请", "函"),
    "复函": ("函告", "函复", "函达", "函", "复函", "答复"),
    "批复": ("批复", "函复"),
    "公示": ("公示", "公告"),
    "纪要": ("纪要",),
    "决定": ("决定",),
    "意见": ("意见",),
}
# Two genres that a title must not have at once.
STACKED_GENRES = Pattern("(?:请示报告|报告请示|请示函|函的请示|通知通报|通报通知|意见通知|决定通知|意见报告)$")
SELF_NAME = "通知|公告|通告|通报|报告|汇报|请示|函告|函复|函达|函询|函商|批复|公示"
# How a letter asks somebody above to decide.
ASKS_FOR_DECISION = Pattern(
    "请[^。\n]{0,24}(?:批示|批复|审批|指示|审定|批准|审议|核准|审查|研究|同意|支持|予以|安排|核定|审核|帮助|解决|批转|转发|印发)|批复为盼"
)
# What the header of a table calls the work that it divides.
WORK_GENRE = "行动|安排|计划|清单|要点|举措|措施"
# What is announced with its number: 三方面工作, 四项措施.
LISTED = (
    "方面|阶段|步|工作|任务|措施|事项|要求|条件|环节|步骤|原则|问题|原因|情形|情况|内容|重点|目标|行动|工程|举措|做法|特点"
    "|意见|建议|途径|义务|职责|关系|优势|成[绩效果]|亮点|变化"
)
# What stands before a colon and is nobody's name: 主题：关于…
LABELS = "主题|标题|题目|内容|议题|附件|摘要|通知|公告|来源|议程|事由|发言|备注"
# How final it is and the years that it is for: （试行）, （征求意见稿）, （2024年修订）, （2021—2025年）.
STAGE = r"[（(][^（）()\n]{0,20}(?:稿|草案|试行|暂行|施行|修[订正改]|年|版)[^（）()\n]{0,6}[）)]"
# What a title says of itself as long as it is not final.
DRAFT = Pattern("(?:征求意见|送审|讨论|草案修改|修改|审议|报审|内部)稿|初稿|草案|代拟稿")
# Whatever else a title has in brackets after its genre.
NOTES = r"(?:[（(][^（）()\n]{1,20}[）)]){0,3}"

_ENDS = Pattern(rf"(?P<genre>{EVERY_GENRE}){NOTES}$")


def genre_of(title: str) -> str | None:
    """The genre that a title ends in, brackets after it left out; the longest where one ends in another."""
    match = _ENDS.search(re.sub(r"\s", "", title))
    return match["genre"] if match else None


def meaning_of(title: str) -> Meaning | None:
    """What the genre of a title says of its document."""
    genre = genre_of(title)
    return GENRES[genre] if genre else None


# What letters are called that are about a matter: 关于…的通知.
MATTER_GENRE = "通知|批复|通报|公告|通告|请示|复函|函|决定"
# Of these, the ones that tell of the matter, and those that decide on it or ask for it.
TELLING_GENRE, DECIDING_GENRE = "通知|通告|公告|通报", "决定|请示|函"
# What arranges a holiday: nothing that is written afterwards.
ARRANGING_GENRES = (*CALLING_GENRES, "安排")
# What a text begins with that is on one line, without its issuer: 征文启事, 招生简章.
ONE_LINE_GENRE = f"{TITLE_GENRE}|简章"
# What carries out a law: 关于示例省实施〈示例法〉的办法.
CARRYING_OUT_GENRE = "办法|条例|细则"
# What is done with a matter that a letter tells: 现将有关情况通报如下.
TOLD_AS = "通报|报告|通知|公告|公示|汇报|函告|通告|公布|答复"
# What a letter says that it is in its last line: 特此通知. What it was sent with, and what it asks for: 以上意见请批示.
CLOSED_AS = "通知|通报|通告|公告|公示|报告|请示|函[告达复]|批复|证明|说明|声明"
SENT_WITH, ASKED_FOR = "报告|请示|意见|方案", "批示|批复|审[示议阅]|指示|函复"
# What is said to those who listen: 就…作了汇报.
SAID_AS = "汇报|说明|介绍|发言|讲话"

# What is passed on with a letter, and what such a letter is about otherwise.
PASSED_ON_GENRE = "方案|办法|计划|规划|预案|细则|规定|要点|条例|标准|制度|名单"
PASSING_ON = (
    "关于|印发|[转下]发|[发公颁]布|修[订改]|批转|贯彻|落实|[报呈]送|上报|呈报|实施|执行|申报|制[定订]|编制|征求|调整|废止"
    "|做好|推进|取消|同意|批准|报告"
)
# Names that end so are those of documents even where nothing else says it: “示例区文明单位测评细则”.
SURELY_NAMING_GENRE = (
    "细则|条例|(?:管理|实施|暂行|奖惩|考核|处理)办法|实施方案|(?:暂行|管理)?规定|操作规程|学生手册|管理制度"
)
# What takes a number of years: 三年行动方案, 五年规划.
OF_YEARS = "行动|攻坚|规划|计划|提升|整治|倍增|治理|培育"
# How a document says what it is about: 工作的总体要求是.
OWN_AIMS = "总体要求|指导思想|总体思路|工作思路|工作目标|目标任务|总体目标|主要目标"
