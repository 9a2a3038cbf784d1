"""Marks that are lost, stand in the wrong place or come from another set (PUN030 to PUN035)."""

from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.likelihood import is_word
from lawcheck.checks.pun.going_on import LOOSE, stops_within
from lawcheck.checks.pun.offices_run_on import offices_run_on
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.verbatim import is_in_address
from lawcheck.text.vocabulary.dates import DAY, MONTH
from lawcheck.text.vocabulary.han import HAN, has_han

# 党中央、国务院; in a list that 、 divides they may be one member. The offices of both (市委市政府信访局) write their
# name without a mark.
_BODIES = Pattern(
    "(?<!、)(?:党中央(?=国务院)|省委(?=省(?:人民)?政府)|市委(?=市(?:人民)?政府)|区委(?=区(?:人民)?政府)|县委(?=县(?:人民)?政府)"
    "|州委(?=州(?:人民)?政府)|旗委(?=旗(?:人民)?政府))"
    "(?![省市区县州旗](?:人民)?政府(?:信访|督查|督办|接待|研究室|农村|农办|农业|目标|绩效|政策|法律|办公|机关|大院|大楼|门户|网站))",
    needs=("党中央国", "委省", "委市", "委区", "委县", "委州", "委旗"),
)
# 《甲办法》（示例发〔2024〕3号）《乙办法》: what stands between the titles divides them no longer.
_NOTE_BETWEEN = Pattern("(?<=》)[（(][^（）()\n]{2,40}(?P<place>[）)]《)", needs=("）《", ")《"))
# 有关法律地方性法规: kinds of norms, of which one is no attribute of the other as 法律法规 is one word.
_NORMS = Pattern(
    "法律(?=行政法规|地方性法规|司法解释)|行政法规(?=地方性法规|部门规章)|地方性法规(?=自治条例|(?:部门|地方政府|政府)规章)",
    needs=("律行政法规", "律地方性", "律司法", "规地方性", "规部门", "规自治", "规政府", "规地方政府"),
)
_NORM = Pattern("行政法规|地方性法规|司法解释|部门规章|自治条例|地方政府规章|政府规章")
# 不串岗、脱岗睡岗; 不超速、超载超员: the last of a row are two words that are like the one before them.
_DENIED = Pattern(
    f"(?:不|严禁|禁止|杜绝)(?P<first>(?P<head>[{HAN}])(?P<end>[{HAN}]))、"
    f"(?P<last>[{HAN}](?P=end)|(?P=head)[{HAN}])(?P<lost>[{HAN}](?P=end)|(?P=head)[{HAN}])"
    "(?=[，。；：）,.;\n]|等?(?:现象|行为|问题|情况))",
    needs=("、",),
)
_QUOTED, _TITLED = ("“", "”"), ("《", "》")
_REACH = 60


def lost_dunhao(document: Document) -> Iterator[Finding]:
    """PUN030: two bodies, kinds of norms or members of a row without 、, and titles that a note divides."""
    text = document.text
    for match in _BODIES.finditer(text):
        end = match.end()
        if not _is_within(text, match.start(), *_TITLED) and not _is_within(text, match.start(), *_QUOTED):
            stop = end + (3 if text.startswith("国务院", end) else 5 if text.startswith("人民", end + 1) else 3)
            yield Finding(match.start(), stop, {"found": text[match.start() : stop]}, edits=(Edit(end, end, "、"),))
    for start, end, at in offices_run_on(text):
        if not _is_within(text, start, *_TITLED) and not _is_within(text, start, *_QUOTED):
            yield Finding(start, end, {"found": text[start:end]}, edits=(Edit(at, at, "、"),), unsafe=True)
    for match in _NOTE_BETWEEN.finditer(text):
        start, end = match.span("place")
        yield Finding(start, end, {}, "titles", (Edit(start + 1, start + 1, "、"),))
    for match in _DEPUTIES.finditer(text):
        at = match.start("deputy")
        yield Finding(*match.span(), {"found": match[0]}, "members", (Edit(at, at, "、"),), unsafe=True)
    for match in _NORMS.finditer(text):
        start, end = match.span()
        if behind := _NORM.match(text, end):
            yield Finding(start, behind.end(), {}, "norms", (Edit(end, end, "、"),))
    for match in _DENIED.finditer(text):
        (start, end), (first, lost) = match.span("lost"), (match["last"], match["lost"])
        members = (match["first"], first, lost)
        if sum(map(is_word, members)) > 1 and len(set(members)) == len(members) and not is_word(first + lost):
            edits = (Edit(start, start, "、"),)
            yield Finding(start - len(first), end, {"found": first + lost}, "members", edits, unsafe=True)


def _is_within(text: str, at: int, opening: str, closing: str) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return before.rfind(opening) > before.rfind(closing)


# 部长副部长
_DEPUTIES = Pattern(f"(?P<head>[{HAN}]{{1,2}}[长任])(?P<deputy>副(?P=head))(?![级职])", needs=("副",))
_CONNECTIVE = Pattern(
    "(?:(?<=[。；！：\n])|^)[ \u3000]{0,4}(?P<said>例如|比如|其中|但是|但|因此|同时|此外|为此|另外|然而|而且|并且"
    "|所以|由于|因为|如果|虽然|首先|其次"
    "|(?:根据|按照|依据|遵照|为(?:了|深入)?贯彻落实|为落实)[^《》，。；：、\n]{0,30}《[^《》\n]{2,60}》(?:（[^（）\n]{2,40}）)?"
    "(?:第[一二三四五六七八九十百0-9]{1,5}条(?:第[一二三四五六七八九十]款)?)?(?:等?文件)?(?:的?(?:有关|相关|统一|具体)?(?:精神|要求|规定|部署|安排))?)"
    "(?P<place>。)(?=[^\n]{2})",
    needs=tuple("如中但此时外然且以于因果先次据照落"),
)
# 随着经济的快速发展。, 在区委的领导下。, 自开工以来。: when or under what, and no sentence.
_PHRASE = Pattern(
    "(?<![^\\s。；！])(?P<said>随着[^，。；：、\n]{3,30}(?:发展|推进|深入|提高|到来|加快|实施|普及|增加|完善|变化)"
    "|在[^，。；：、\n]{2,30}(?:领导下|基础上|过程中|指导下|支持下|努力下|关心下|帮助下|的同时|背景下|形势下|情况下)"
    "|自从?[^，。；：、\n]{2,20}以来|截[至止]到?[0-9年月日]{2,12}(?:底|末)?)"
    "(?P<place>。)(?=[^\n]{2})",
    first="随在自截",
)
# 为…落实到位。现将…: what it is done for, and no sentence before what is done.
_PURPOSE = Pattern(
    f"(?<![^\\s。])(?P<said>为了?(?:切实|进一步|全面|深入|认真|扎实|有效|更好地?)?[{HAN}]{{2}})(?P<rest>[^。；！？\n]{{4,200}})"
    "(?P<place>。)(?=现将|现就|现印发|特制定|特通知|决定|经[^，。；\n]{0,16}(?:研究|同意|批准)|根据|按照|依据|依照|结合|我[局校院镇乡区县市省厅]|"
    + MONTH
    + "月"
    + DAY
    + "日)",
    first="为",
)
# 进一步规范管理，维护群众利益。根据…精神，制定本方案: the same without 为.
_AIM = Pattern(
    f"(?<![^\\n \u3000])(?P<said>(?:进一步|切实|全面|有效)[{HAN}]{{2}})(?P<rest>[^。；：！？\n]{{4,200}})(?P<place>。)"
    "(?=(?:根据|按照|依据|依照|结合)[^。\n]{2,150}(?:制定本|特制定|现将|现就|通知如下))",
    needs=("。根据", "。按照", "。依据", "。依照", "。结合"),
)
_TITLE = Pattern("《[^《》\n]{1,80}》")
_PREDICATE = Pattern(
    "我[局校院部镇区县市省厅处办委会们]|未|没|一再|结果|曾|(?<![以])[都也均又]|经(?:研究|[^，]{2,12}(?:同意|批准|研究))|决定|定于|制定|印发|下发|举[办行]|召开|起草|出台|拟|将|已|成立"
    "|(?<![所现具享])有(?![关效序力利机组成助])|是(?!否)|了(?!解)|[0-9]日"
    "|(?:局|处|部|委|办|厅|院|校|科|中心|公司|街道|镇|政府|(?<!社)会|室|站|队)(?:深入|积极|持续|扎实|先后|坚持|主动|组织|开展|对|于|在|实施|编制|提出|根据|按照|研究|联合|会同)"
)
_NOTE_LINE = 12


def stop_behind_connective(document: Document) -> Iterator[Finding]:
    """PUN031: 例如。, 根据《…》。: a full stop behind words that only begin a sentence, or before some that go on."""
    told: set[int] = set()
    for pattern in (_CONNECTIVE, _PHRASE):
        for match in pattern.finditer(document.text):
            at = match.start("place")
            told.add(at)
            values = {"said": match["said"][:_NOTE_LINE]}
            yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, "，"),))
    for match in (*_PURPOSE.finditer(document.text), *_AIM.finditer(document.text)):
        at = match.start("place")
        if not _PREDICATE.search(_TITLE.compiled.sub("", match["rest"])):
            told.add(at)
            values = {"said": f"{match['said']}……"}
            yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, "，"),))
    for at, said, follows in stops_within(document.text):
        if at not in told:
            variant = "loose" if said in LOOSE else "on" if follows else "default"
            yield Finding(at, at + 1, {"said": said}, variant, (Edit(at, at + 1, "，"),))


# 1.2.6.7.11 of classes, rows, houses; what begins a line is an ordinal, and four parts are a version or an address.
_DOTTED = Pattern(
    "(?<=[（(年级第班号楼组栋为是：])(?P<row>[0-9]{1,2}(?: ?[.．] ?[0-9]{1,2}){4,30}) ?[.．]?"
    "(?=[）)]|[班号楼组栋座层室人日周届])",
    needs=(".", "．"),
)
_SEPARATOR = Pattern(" ?[.．] ?")


def dots_for_dunhao(document: Document) -> Iterator[Finding]:
    """PUN032: points between the numbers of a list: 高一（1.2.6.7.11）班."""
    text = document.text
    for match in _DOTTED.finditer(text):
        numbers = [int(number) for number in _SEPARATOR.compiled.split(match["row"])]
        if all(a < b for a, b in pairwise(numbers)):
            start, end = match.span("row")
            edits = tuple(Edit(m.start(), m.end(), "、") for m in _SEPARATOR.finditer(text, start, end))
            yield Finding(start, end, {"found": match["row"]}, edits=edits)


# What is said in brackets of a part of the sentence stands before its point.
_NOTE_BEHIND = Pattern(
    "[；;](?P<note>[（(](?![一二三四五六七八九十0-9]{1,3}[）)])[^（）()\n]{4,60}[）)])(?=[ \u3000]{0,3}(?:\n|$))",
    first="；;",
)


# 相应的区域，（如甲区）: what is said in brackets belongs to the word before the comma.
_NOTE_BEHIND_COMMA = Pattern(
    f"(?<=[{HAN}”》])，[（(](?![一二三四五六七八九十0-9#]{{1,4}}[）)])(?=[^（）()\n]{{2,40}}[）)])",
    needs=("，（", "，("),
)


def note_behind_point(document: Document) -> Iterator[Finding]:
    """PUN033: a note in brackets behind the semicolon of the item that it belongs to."""
    for match in _NOTE_BEHIND_COMMA.finditer(document.text):
        yield Finding(*match.span(), {}, "comma")
    for match in _NOTE_BEHIND.finditer(document.text):
        start, end = match.span()
        if has_han(match["note"]) and not document.is_in_cell(start):
            yield Finding(start, end, {}, edits=(Edit(start, end, match["note"] + "；"),))


_EVENT = (
    "事[件故]|案件?|专案|火[灾情]|晚会|讲话|批示|地震|暴雨|洪[水灾]|泥石流|滑坡|爆炸|矿难|透水|瓦斯|坍塌|沉船|车祸|交通|中毒|踩踏|疫情|恐怖|惨案|运动"
    "|消费者|禁毒|专项|行动|抗洪|台风|山洪|灾[害情]|劫[案机]|命案|电信|非法|走私|诈骗"
)
_DOT = Pattern(f"(?<=[{HAN}])[•‧∙●・･](?=[{HAN}])", first="•‧∙●・･")


# “3.15”晚会, “7.20”特大暴雨: the day that an event is called by.
_DAY = Pattern(
    "[“”](?P<month>1[0-2]|0?[1-9])(?P<dot>[.．。])(?P<day>[12][0-9]|3[01]|0?[1-9])[”“]"
    f"(?=(?:特别?重?大|重大|较大|系列|国际|全国)?(?:{_EVENT}))",
    needs=(".", "．", "。"),
)


def middle_dot_form(document: Document) -> Iterator[Finding]:
    """PUN034: a bullet for the dot between two parts of a name, a full stop for that of a day (“3.15”晚会)."""
    text = document.text
    # ●产销增长●亏损下降: where lines begin with it, it is the bullet of items.
    bullets = {sign for sign in "●•‧∙" if text.startswith(sign) or f"\n{sign}" in text}
    for match in _DOT.finditer(text):
        if match[0] in bullets:
            continue
        yield Finding(*match.span(), {"found": match[0]}, edits=(Edit(*match.span(), "·"),))
    for match in _DAY.finditer(text):
        values = {"right": f"“{match['month']}·{match['day']}”"}
        yield Finding(*match.span(), values, "day", (Edit(*match.span("dot"), "·"),))


_OTHERS = dict(zip("〝〞〟﹝﹞﹑﹐﹔﹕﹖﹗﹙﹚｡､｢｣‚¸︰﹒", "“””〔〕、，；：？！（）。、“”，，：．", strict=True))
_OTHER = Pattern("[" + "".join(_OTHERS) + "]", first="".join(_OTHERS))
# 各市<含省管县>: the signs of less and greater for brackets.
_ANGLED = Pattern(
    "<(?P<inside>(?:含|不含|包括|以下简?称|试行|暂行|修订|征求意见稿|草案|原|即|另有)[^<>《》\n]{0,40})>", needs=("<",)
)
_BESIDE = 1


def mark_of_another_set(document: Document) -> Iterator[Finding]:
    """PUN035: 〝 〞 ﹝ ﹞ ﹑ ｡ and the like, small or half-width forms, and < > for brackets."""
    text = document.text
    for match in _OTHER.finditer(text):
        at = match.start()
        right = _OTHERS[match[0]]
        beside = text[max(0, at - _BESIDE) : at] + text[at + 1 : at + 1 + _BESIDE]
        # Behind the year of 示政发﹝2024﹞5号 stand figures on both sides.
        is_chinese = has_han(beside) or match[0] == "﹞"
        if is_chinese and not is_in_address(text, at, at + 1):
            yield Finding(at, at + 1, {"found": match[0], "right": right}, edits=(Edit(at, at + 1, right),))
    for match in _ANGLED.finditer(text):
        start, end = match.span()
        edits = (Edit(start, start + 1, "（"), Edit(end - 1, end, "）"))
        values = {"found": match[0], "right": f"（{match['inside']}）"}
        yield Finding(start, end, values, edits=edits)
