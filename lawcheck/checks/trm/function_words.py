"""Constructions of two halves of which one was left out (TRM054): 听取意见的基础上 for 在听取意见的基础上."""

from collections.abc import Iterator

from lawcheck.checks.trm.dangling_words import dangling_words
from lawcheck.checks.trm.lost_closings import LOST_CLOSINGS
from lawcheck.checks.trm.lost_nouns import LOST_NOUNS
from lawcheck.checks.trm.lost_partners import LOST_PARTNERS
from lawcheck.checks.trm.lost_suffixes import LOST_SUFFIXES
from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty, found
from lawcheck.checks.trm.unfinished_phrases import UNFINISHED
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import EVERY_GENRE
from lawcheck.text.vocabulary.han import HAN

# What the noun needs before it in the same sentence, with or without 在 itself: 建立在…的基础上, 自愿的基础上.
_BASE = Pattern("的(?:基础上|前提下)", needs=("基础上", "前提下"))
_HELD_BY = frozenset("在于从自到就以")
_STOPS = "。；：\n"
_LEFT_OUT = (
    # 不少500字; 不超3% is said in news.
    Faulty(
        "least",
        Pattern("(?P<place>不[少低高大小晚迟早多])(?=[0-9０-９])", needs=tuple("不" + c for c in "少低高大小晚迟早多")),
    ),
    Faulty(
        "theme",
        Pattern(
            "(?:(?<=[，。；：\n])|^)(?:(?![以是将把围定选用由作])[^，。；：\n“”]){0,20}(?P<place>“[^”\n]{2,30}”为主题)",
            needs=("”为主题",),
        ),
    ),
    # 举办垃圾分类普法为主题的活动: 以…为主题.
    Faulty(
        "theme",
        Pattern(
            "(?:开展|举办|组织|举行|召开)了?(?:(?![以围把将作定选])[^，。；：\n“”]){2,30}(?P<place>为(?:主题|(?:主要)?内容|重点|目的)的)"
            f"(?=[{HAN}])",
            needs=("为主题的", "内容的", "为重点的", "为目的的"),
        ),
    ),
    Faulty("named", Pattern(f"(?P<place>主题为“[^”\n]{{2,30}}”)(?=[{HAN}])(?![的为和与及是并])", needs=("主题为“",))),
    # 请业主的积极参与: 请业主积极参与.
    Faulty(
        "asked",
        Pattern(
            f"请[{HAN}、]{{2,8}}(?P<place>的)(?=(?:积极|踊跃|认真|按时|及时|互相|相互|自觉)[{HAN}]{{2}})", needs=("请",)
        ),
    ),
    # 本规定适用本市: 适用于本市.
    Faulty(
        "applies",
        Pattern(
            f"本[{HAN}]{{2}}(?P<place>适用)(?=[本我全](?:市|省|县|区|州|镇|乡|校|院|公司|单位|街道|自治区)"
            f"(?!的?(?:{EVERY_GENRE}|政策)))",
            needs=("适用本", "适用我", "适用全"),
        ),
    ),
    # 费用控制5万元以内; 控制在5万元以内.
    Faulty(
        "within",
        Pattern(
            "(?P<place>控制)(?=[0-9][0-9.]{0,9}(?:%|％|[万亿]?元|人|[个]?[天月]|[倍字页分米])以[内下](?=[，。；\n]))",
            needs=("控制",),
        ),
    ),
    # 分别记录考勤表上; 将信息保存系统内. What is only named by its place (进入存放危险品仓库内) has no such adverb.
    Faulty(
        "at",
        Pattern(
            "(?:[将把](?:(?![在于到至入进])[^，。；：\n]){1,20}|(?<![在于从进入])(?:自动|分别|统一|集中|及时|如实|全部|一律|妥善|整齐|[均都应须]|应当))"
            "(?P<place>记录|记载|登记|保存|存放|存储|储存|张贴|粘贴|悬挂|填写|摆放|放置|停放|堆放|安装|公示|公布|发布|标注|刊登)"
            f"(?=(?:(?![在于到至入进有好了着的])[{HAN}]){{1,7}}(?:表|簿|本|册|[专宣公]栏|墙|柜|箱|盒|库|系统|平台|网站|档案|室|架|袋|夹)[上内中里]"
            "(?:[，。；]|以[便供备])|系统[内中里](?:[，。；]|以[便供备]))",
            needs=("上", "内", "中", "里"),
        ),
    ),
    # 今年来，: 近年来 and 自2015年来 are right, and 今年来我区 says who came.
    Faulty(
        "since",
        Pattern(
            "(?:(?:(?<=[，。；：\n\u3000 ])|^)[今去]年|自[今去]年|党的(?:十[八九]|二十)大|改革开放)(?P<place>来)(?=，)",
            needs=("来，",),
        ),
    ),
    # 已经区政府同意，印发给你们: 现印发给你们.
    Faulty(
        "now",
        Pattern(
            "(?:(?<=[。；\n\u3000])|^)(?:(?![现兹])[^。；\n]){6,120}(?:通过|同意|批准|审定)，(?P<place>印发给你们)",
            needs=("发给你们",),
        ),
    ),
    # 自印发之日施行, 自2026年1月1日施行.
    Faulty(
        "from",
        Pattern(
            f"自(?:[^，。；：\n]{{1,14}}(?P<place>之日)|(?P<other>{DATE}))(?:正式|开始)?(?=施行|实施|执行|生效|[0-9一二三四五六七八九十]{{1,3}}(?:个|日|天|年))",
            needs=("自",),
        ),
    ),
    # 坚持以问题导向.
    Faulty(
        "as",
        Pattern(
            "(?<![可予所难加得足给借用何一])(?P<place>以(?![上下及来内外后前往至便期])"
            f"(?:(?![为作当成是有])[{HAN}“”]){{2,10}}(?:导向|主线|抓手|契机|突破口|出发点|落脚点|着力点|切入点|总目标|主攻方向|总要求))"
            f"{CLAUSE_END}",
            needs=("以",),
        ),
    ),
    # 在区委的正确领导，全区上下.
    Faulty(
        "under",
        Pattern(
            "(?<![存实现正所旨意志重贵])在(?![座编职岗外籍读]|校[学师生教大])"
            "(?:(?![下中上里内时后前于和的]|方面|[作做]出?了|付出|寻求|得到|取得|受到|争取|赢得|给予|感谢)"
            "[^，。；\n]){2,30}的(?:正确|坚强|统一|亲切|大力|共同|悉心|精心|高度|具体)*"
            "(?P<place>领导|指导|关心|支持|帮助|关怀|带领|配合|努力|重视|推动)(?=，)",
            needs=("的",),
        ),
    ),
    # 对工作不力造成损失，要追究责任.
    Faulty(
        "who",
        Pattern(
            "(?:(?<=[，。；：\n])|^)[ \u3000]{0,4}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．][ \u3000]?)?"
            "(?P<place>对"
            "(?:因|未|不|违反|拒不|玩忽|擅自|逾期|弄虚|工作|履职|履责|落实)"
            "(?:(?!的|者|行为|问题|情况|情形|单位|企业|人员|项目|人|等|案|事项|现象|部门|机构)[^，。；：！？\n]){3,30})"
            "，(?=(?:要|将|应|一律|依法|严肃|予以|给予|坚决)(?!求))",
            needs=("对",),
        ),
    ),
)
_BETTER = {"applies": "适用于", "asked": "", "since": "以来", "now": "现印发给你们"}


def function_word_left_out(document: Document) -> Iterator[Finding]:
    """TRM054: a construction of two halves lacks one of them, or has one of another."""
    text = document.text
    for match in _BASE.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
        if _HELD_BY.isdisjoint(text[start : match.start()]):
            yield Finding(match.start(), match.end(), {"found": match[0]})
    yield from found(
        text, (*_LEFT_OUT, *UNFINISHED, *LOST_CLOSINGS, *LOST_NOUNS, *LOST_PARTNERS, *LOST_SUFFIXES), _BETTER
    )
    for start, end in dangling_words(text):
        yield Finding(start, end, {"found": text[start:end]}, "dangling")
