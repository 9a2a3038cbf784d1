"""Full stops and 、 within a sentence, as the words beside them show (PUN031, PUN037).

Some words only go on with a sentence (…。并公布结果), and some sentences have only said of what they speak, when or
in which case (逾期不改正的。由…).
"""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.genres import EVERY_GENRE, TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN

# What is done or holds in a case; 应当公开的信息 names a thing, and 处长以上 is a rank.
_PENALTIES = "依法追究刑事责任|处(?![理置长在于级所])[^，。；、\n]{1,12}[元倍日年]以[上下]|从其规定"
_EITHER = f"应当(?![{HAN}、]{{1,16}}[的而但])|制定本(?:{TITLE_GENRE})|方可|方能|才[能可]|有权(?![机部的])|{_PENALTIES}"
# What a sentence begins with in speeches and reports, though no rule lets it; 并不是, 并且 and 且不说 may begin one.
LOOSE = frozenset({"并", "以及", "且", "致使", "从而", "进而", "以便", "以期", "继而"})
# What a sentence never begins with, but for these.
_ON = (
    f"{_EITHER}|并(?![非且不没未无联网购轨发行列蒂重存排举肩表账校户])|或者(?!说)|以及"
    "|且(?![末慢看听说]|不[说论谈必提])|致使|(?:从而|进而|继而)(?!，)|以便|以期|没收违法所得|由其(?![他它中])|均(?:应|须|可|由|不得)"
)
_STOP = Pattern(f"。(?=[{HAN}])", first="。")
_GOES_ON = Pattern(f"(?:{_ON})")
# 占用河道的单位, 区水利局: of whom something is to be said.
_ACTORS = "人|者|单位|部门|机关|机构|组织|企业|公司|学校|街道|政府|[局委厅处站所院村镇]"
_SUBJECT = Pattern(f"的(?:[{HAN}]{{0,4}}(?:{_ACTORS}))?$|^[{HAN}]{{0,12}}(?:{_ACTORS})$")
# 应当说, 应当看到: the writer's word to the reader.
_REMARK = Pattern("应当(?:说|看到|看出|承认|指出|注意|肯定|强调|认识|清醒|记住|知道|明白|相信|感谢|祝贺|提及|提到)")
_SAYS = Pattern("[是有了]")
_RULED = Pattern(
    "(?:由(?![于此])|应当?(?!该?说)|可(?![惜是见能谓怜笑喜悲想爱贵])以?|或(?!许|多或少)|责令|给予|处(?!理)|依法|不得|不予|予以|按照?|依照|适用|没收|视为|须|必须|撤销|吊销|追究|参照|免予|从[重轻]|取消|停止|暂停)"
)
# What stands in a sentence that is whole with its 的 (这是必要的, 我们会努力的), or in a list.
_NO_CASE = Pattern(
    "[是；;：:我你您咱挺真①-⑨]|(?<![员社大协理议机工])会|^(?:[（(0-9]|第?[一二三四五六七八九十]{1,3}[、是条]?[（(])"
)
_CASE = Pattern(f"(?<=[{HAN}]{{2}})(?<![目破])的\\Z")
# 紧巴巴的。, 走得远远的。, 没有什么好吃的。: a sentence that is whole with its 的.
_WHOLE = Pattern(
    "(?P<twice>.)(?P=twice)的\\Z|一(?P<again>.)一(?P=again)的\\Z|没有|没什么|什么|[过弄说抓吓甩搞干变吃穿]得|给|把|以|还|都|也|让|就"
)
_NEXT_RULES = Pattern(
    "[^，。；：\n]{0,12}(?:应当|应[予由于按依]|不得|可以|责令|给予|予以|依法|必须|视为|处[^，。]{1,8}元)"
    f"|(?![这那他她它我你])[{HAN}]{{0,6}}(?:人|者|单位|部门|机关|机构)(?![的们是])[{HAN}]{{2}}"
)
# When, under what and behind what something is done, at the end of a sentence.
_OPEN_END = Pattern(
    "(?:(?:情形|行为|下列[^，。]{0,12})之一|期间|基础上|前提下|的同时|过程中|情况下|(?:领导|指导|指引|带领)下|但是|必要时|[规法]定外"
    "|(?<![落靠滞先前背延推置殿最以今之断善随士产术会课饭售午食身启毖脑其敌战幕])后|[^，。]以来)\\Z"
)
_PLACED = Pattern("[在于到至是]")
# A sentence of one clause that only says this.
_NAMED = "[^，,。；：（\n]"
_OPEN = Pattern(
    f"以{_NAMED}{{2,20}}为(?:重点|指导|目标|核心|主线|抓手|契机|导向|支撑|引领|依托|载体|统领|突破口|切入点|着力点|根本)"
    f"|情节(?:严重|较[轻重]|特别|轻微){_NAMED}{{0,6}}|构成(?:犯罪|违[法反]|重大){_NAMED}{{0,16}}"
    f"|(?:逾期|拒)(?:不|未|仍不|仍未)(?:改正|缴纳|履行|整改|拆除|恢复|清除|支付|治理|申报|办理)的?|到{YEAR}年[底末]?"
    f"|(?:对于?|如果?|凡|因|违反|未|经|确需|属于|涉及|符合|无|有)(?:(?!是){_NAMED}){{4,40}}(?<!目)的"
    f"|当{_NAMED}{{4,30}}(?<![及按准同小实限随定平临])时|(?:第一条[ 　]*)为了?(?:(?![是而]){_NAMED}){{4,40}}"
    f"|除{_NAMED}{{3,40}}外|结合[我本]{_NAMED}{{1,8}}实际|自{_NAMED}{{4,40}}之日起{_NAMED}{{2,8}}日内"
    f"|未经{_NAMED}{{2,24}}(?:批准|同意|许可|授权|验收|审核|允许)"
)
# On what grounds, why, where, when or for whom, with no word of what is done.
_GROUNDS = Pattern(
    f"(?:根据|按照|依据|依照|遵照){_NAMED}{{2,40}}(?:{EVERY_GENRE}|部署|精神|原则|需要|实际|职责|权限|分工)"
    f"|违反{_NAMED}{{2,40}}规定|(?:如果|如遇|如需|如因|由于)(?:(?![请应可要将须则就会是]){_NAMED}){{3,30}}"
    f"|为(?:了|进一步|切实|深入|全面|贯彻落实|规范|加强|保障|促进|推动|推进|提升|提高)(?:(?![是而]){_NAMED}){{3,50}}"
    f"|受{_NAMED}{{2,20}}(?:影响|委托)|在(?:(?![有是设]){_NAMED}){{4,30}}(?:方面|[上中内前后]|(?<![及按准同小实限随定平临])时|之间|条件下)"
    f"|凡(?:(?![均都应须不可要由予将则必一事]){_NAMED}){{3,30}}|[自从]{_NAMED}{{3,30}}(?:以来|[日月年底]起)|从{_NAMED}{{3,30}}(?:上|来|情况)[看说讲]"
)
_DIVIDES = Pattern("[，。；：！？\n]")
_ENDS = "。；\n"
_REACH = 80
_LONGEST, _SHORTEST = 200, 4
_SHOWN = 12
_LONGEST_END = 20
# 镇、村干部、要投入; 要求 and 要点 are things, and 一、要 is an ordinal.
_MUST = f"(?:要(?![事求点素闻道害件务领人义案旨强塞目什多])|必须|务必|须(?!知))(?![{HAN}、]{{1,16}}[的而但])"
# 等、靠、要; 吃、拿、要; 跑资金、要项目: a member of the row itself.
_ASKING = frozenset("等靠拿卡吃跑伸送找喊收借报")
_SEEKS = Pattern(f"[跑争讨催][{HAN}]{{1,2}}\\Z")
_ASKED = Pattern("要(?:[”’」』）、，。；：的]|思想|习惯|心理|提供)", first="要")
_DUNHAO = Pattern(
    f"(?<=[{HAN}”》）])(?<![一二三四五六七八九十])、(?P<word>{_EITHER}|{_MUST}|可以(?![{HAN}、]{{1,16}}[的而但])|由县级|适用本|一律|否则|特别是|尤其是)",
    first="、",
)


def stops_within(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where a full stop breaks a sentence, the words that show it, and whether they stand behind it."""
    for match in _STOP.finditer(text):
        at = match.start()
        clause, sign = _clause_before(text, at)
        if found := _GOES_ON.match(text, at + 1):
            # 回行顶格。应当用首行缩进: a sentence may begin so where the one before has said all.
            if found[0] != "应当" or _is_subject(text, at, clause, sign):
                yield at, found[0], True
            continue
        # 工作在区委的领导下, 放在会后 is what is said of a thing.
        is_open = not _PLACED.search(clause, 1) and _OPEN_END.search(clause[-_LONGEST_END:])
        is_first = sign in _ENDS and any(each.fullmatch(clause) for each in (_OPEN, _GROUNDS))
        is_first = is_first and not text.startswith("以", at + 1)
        if is_open or is_first or _is_case(text, at, clause):
            yield at, clause[-_SHOWN:], False


def _is_subject(text: str, at: int, clause: str, sign: str) -> bool:
    """Whether what stands before 。应当 only names of whom something is said."""
    if _REMARK.match(text, at + 1) or _SAYS.search(clause):
        return False
    return sign in _ENDS and bool(_SUBJECT.search(clause))


def _is_case(text: str, at: int, clause: str) -> bool:
    """Whether words that end in 的 only name a case (逾期不缴的), and what is to be done in it follows."""
    if "是" in clause or not _CASE.search(clause):
        return False
    if _RULED.match(text, at + 1):
        return True
    # The last of several cases that a paragraph lists (（四）逾期不缴的) is not ruled by what follows.
    before = text[max(0, at - _LONGEST) : at]
    sentence = before[max(before.rfind("。"), before.rfind("\n")) + 1 :].strip()
    if len(sentence) <= _SHORTEST or _NO_CASE.search(sentence) or _WHOLE.search(clause):
        return False
    return bool(_NEXT_RULES.match(text, at + 1))


def _clause_before(text: str, at: int) -> tuple[str, str]:
    """The words before a place back to the sign before them, without blanks around, and that sign."""
    before = text[max(0, at - _REACH) : at]
    signs = list(_DIVIDES.finditer(before))
    start = signs[-1].end() if signs else 0
    sign = signs[-1][0] if signs else "\n" if at < _REACH else ""
    return before[start:].strip(), sign or "，"


def clauses_behind_dunhao(text: str) -> Iterator[tuple[int, str]]:
    """Where a 、 stands before what begins another clause, and its words; 一律停产、一律追责 is a row."""
    for match in _DUNHAO.finditer(text):
        at, word = match.start(), match["word"]
        if word == "要" and _is_asked(text, at):
            continue
        if word[:2] not in _clause_before(text, at)[0]:
            yield at, word


def _is_asked(text: str, at: int) -> bool:
    """Whether 、要 at a place is a member of a row of what is asked for."""
    before = text[max(0, at - _LONGEST_END) : at]
    return before[-1:] in _ASKING or bool(_SEEKS.search(before) or _ASKED.match(text, at + 1))
