"""A comma between the members of one row, where only 、 can stand (PUN039)."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.checks.pun.cut_sentences import cut_sentences
from lawcheck.checks.pun.even_rows import even_rows
from lawcheck.checks.pun.named_rows import named_rows
from lawcheck.checks.pun.row_commas import row_commas
from lawcheck.checks.pun.uneven_clauses import odd_comma_of_alike, odd_things
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.usual_words import LOOKS_INTO, NO_STATE, NO_THING

_NOTE = r"(?:（[^（）\n]{1,30}）)?"
# 《甲》、《乙》，《丙》等, “甲”、“乙”，“丙”等
_MARKED = Pattern(
    f"》{_NOTE}、《[^《》\n]{{2,60}}》{_NOTE}(?P<comma>，)(?=《[^《》\n]{{2,60}}》{_NOTE}等)"
    "|”、“[^“”\n]{1,20}”(?P<quoted>，)(?=“[^“”\n]{1,20}”等)",
    needs=("》，《", "”，“", "），《"),
)
# 从甲到乙，从丙到丁、从…
_SPAN = f"从[{HAN}]{{1,10}}到[{HAN}]{{1,10}}"
_SPANS = Pattern(f"{_SPAN}(?:[，、]{_SPAN}){{2,20}}", first="从")
_BEFORE_SPAN = Pattern("(?P<sign>[，、])从")
# 从落实要求，维护群众利益的高度
_VIEW = Pattern(
    "(?:从|站在)(?P<first>[^，。；：、！？\n]{3,30})(?P<comma>，)(?P<last>[^，。；：、！？\n]{3,30})的"
    f"(?:(?:战略|政治|全局){{1,2}}|)(?:高度|角度|立场)(?![{HAN}]{{0,2}}[看讲说])",
    first="从站",
)
_WHOLE_PHRASE = Pattern("[上中下看讲说起来着]$|的[高角]度|从|站在|出发$|[到至]")
# 根据甲文件精神，和本区乙工作的安排，
_GROUNDS = "精神|要求|规定|部署|安排|意见|需要|实际"
_BASED = Pattern(
    f"(?<=[神求定署排])(?P<comma>，)(?=[和及](?!时|早|谐)[^，。；\n]{{4,40}}(?:{_GROUNDS})，)",
    needs=("，和", "，及"),
)
_ON_GROUNDS = Pattern("(?:根据|按照|依据|遵照)[^。；\n]{4,400}$")
_LONGEST_GROUNDS = 420
# 甲组、乙组，丙组等
_ENDS = "组班站室队类器仪岗员科院所馆品税剂药证票"
_ALIKE = Pattern(
    f"(?P<end>[{_ENDS}])(?P<comma>，)(?=(?P<last>[{HAN}]{{1,6}})(?P=end)(?:等|、|和|及|以及))",
    first=_ENDS,
)
_NO_MEMBER = Pattern("[各每可开设建办成由含即其有全该本下并要应将与和及是为以在对向组增完加]")
_LONGEST = 7
# 下楼2分，进场1分、跑操4分、退场1分
_SCORED = Pattern(
    f"(?<=[0-9])(?P<unit>[分人名间个])(?P<comma>，)(?!其中|包括|分别|含)(?=[{HAN}]{{1,6}}[0-9]{{1,3}}(?P=unit))",
    first="分人名间个",
)
_SCORE = Pattern(f"[{HAN}]{{1,6}}(?P<amount>[0-9]{{1,3}}(?:\\.[0-9])?)(?P<unit>[分人名间个])")
_ROW_END = Pattern("[。；：:;（）\n]")
_REACH = 120
_FEWEST = 4
# 出现供应紧张，脱销、断档等情况
_EVENTS = Pattern(
    f"(?:出现|发生|遇有|遭遇)(?P<first>[{HAN}]{{2,6}})(?P<comma>，)(?P<last>[{HAN}]{{2,5}}(?:、[{HAN}]{{2,6}})+"
    f"(?:[或和及][者]?[{HAN}]{{2,8}})?)等(?=异常|情况|情形|险情|现象|症状|事故|灾害|故障|危险)",
    first="出发遇遭",
)
_NO_EVENT = Pattern(
    "[应须可将已要并均由按向对使致令被把不有无需拟若请立及因以]|组织|采取|启动|做好|开展|造成|导致|引[发起]|影响|阻[断碍塞]|中断|破坏|危及|妨碍|阻碍|损害|杜绝"
    "|防止|避免|整改|存在|发现|处置|伴有|包括|属于|一般"
)
_NO_FIRST = Pattern("[的时后等者费]|问题|情[况形]")
# 推进甲、落实乙、支撑丙，促进丁等重点工作
_VERB = (
    "(?:推[进动广行]|加[强快大]|支[撑持]|促进|落实|建[设立成]|打造|完善|提[升高]|优化|深化|健全|强化|实施|培育|构建|开展|保障|扩大"
    "|发展|改善|规范|壮大|引进|创新|服务|维护|做[好强优大]|抓好|稳定|拓展|治理)"
)
_TASKS = Pattern(
    f"、{_VERB}[{HAN}“”]{{3,14}}、{_VERB}[{HAN}“”]{{3,14}}(?P<comma>，)(?={_VERB}[{HAN}“”]{{3,14}}等"
    "(?:重点|方面|工作|任务|措施|问题|内容))",
    needs=("、",),
)
# 责任不落实，管理不严格的问题
_LACKS = Pattern(
    f"不[{HAN}]{{1,3}}(?P<comma>，)(?=[{HAN}]{{2,10}}不[{HAN}]{{1,3}}的(?:问题|现象|情况|状况|局面))", first="不"
)
# 山火较多，风险较高的地区
_DEGREES = Pattern(f"[较很更][{HAN}](?P<comma>，)(?=[{HAN}]{{2,6}}[较很更][{HAN}]的[{HAN}])", first="较很更")
# 检查餐车食品，商品销售情况
_STATES = Pattern(
    f"(?:{LOOKS_INTO})(?P<first>[{HAN}]{{2,10}})(?P<comma>，)(?P<last>[{HAN}]{{2,12}}情况)(?=[。；])",
    first="检了查掌汇报通介核反录",
)
# 借助村广播，流动喇叭等形式
_WAYS = Pattern(
    f"(?:借助|通过|利用|采取|采用|运用|依托)(?P<first>[{HAN}]{{2,8}})(?P<comma>[，,])(?P<last>[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}}){{0,6}})等"
    "(?:多种|各种|各类|多样|不同|灵活)?(?:的)?(?=形式|方式|渠道|途径|手段|载体|平台|媒介|媒体|阵地)",
    needs=("等",),
)
_NO_MEANS = Pattern(
    "[也并由以将应要可为对把向使让则就都先再还且须其在与按从如若因]|通过|采[取用]|利用|借助|运用|依托|开展|组织|实施|加强|鼓励|根据|结合|同时|引导|推[动进行]|建[立设]"
    "|完善|发布|公[开布]|进行|提[供高升]|做好|扩大|推出|搭建|打造|构建|拓[展宽]"
)
_NO_FIRST_MEANS = Pattern("[的后时间上中下为了者来]$|方式|形式|渠道|途径|手段|召开|[周月年季节假][末初底日期]$")
# 数据的真实性，完整性负责
_QUALITIES = Pattern(
    f"(?:对|保证|确保|核实|核对|审[查核]|提[高升]|增强|保障|维护|评估|体现|注重|突出)[^，。；：\n]{{0,16}}[{HAN}]性(?P<comma>[，,])(?=[{HAN}]{{2,3}}性"
    "(?:[、和及与。；.;]|概不|负责|承担|负有|进行|予以|作出))",
    needs=("性，", "性,"),
)
# 依镇妇联，站务会，的意见
_BEFORE_DE = Pattern(f"(?<=[{HAN}”》）])[，,](?=的(?![确士]))", needs=("，的", ",的"))
_NO_THING = Pattern(NO_THING)
_NO_STATE = Pattern(NO_STATE)


def series_comma(document: Document) -> Iterator[Finding]:
    """PUN039: a comma between members of a row whose other members are divided by 、, or inside one phrase."""
    text = document.text
    if "，" not in text and "," not in text:
        return
    for match in _MARKED.finditer(text):
        yield _at(match.start("comma" if match["comma"] else "quoted"))
    for match in _SPANS.finditer(text):
        signs = list(_BEFORE_SPAN.finditer(text, match.start() + 1, match.end()))
        yield from _odd_comma(signs)
    alike = {match.start("comma") for match in _ALIKE.finditer(text) if _goes_on_with(text, match)}
    alike.update(row_commas(text), even_rows(text), named_rows(text), odd_comma_of_alike(text))
    for at in sorted(alike):
        yield _at(at)
    for at in odd_things(text):
        if at not in alike:
            yield _at(at, "likely")
    for match in _SCORED.finditer(text):
        if _is_of_scores(text, match):
            yield _at(match.start("comma"))
    for match in _TASKS.finditer(text):
        yield _at(match.start("comma"))
    for match in _VIEW.finditer(text):
        if not _WHOLE_PHRASE.search(match["first"]) and not match["last"].startswith(("从", "站在", "要", "到", "以")):
            yield _at(match.start("comma"), "phrase")
    for match in _BASED.finditer(text):
        at = match.start("comma")
        if _ON_GROUNDS.search(text, max(0, at - _LONGEST_GROUNDS), at):
            yield Finding(at, at + 1, variant="joined", edits=(Edit(at, at + 1, ""),))
    yield from cut_sentences(text)
    for match in _BEFORE_DE.finditer(text):
        yield Finding(match.start(), match.end(), variant="attribute", edits=(Edit(*match.span(), ""),))
    for match in _QUALITIES.finditer(text):
        yield _at(match.start("comma"), "likely")
    for pattern, no_first, no_last in (
        (_EVENTS, _NO_FIRST, _NO_EVENT),
        (_STATES, _NO_THING, _NO_STATE),
    ):
        for match in pattern.finditer(text):
            members = match["last"].split("、")
            if not no_first.search(match["first"]) and not any(map(no_last.compiled.match, members)):
                yield _at(match.start("comma"), "likely")
    for match in _WAYS.finditer(text):
        if not (_NO_FIRST_MEANS.search(match["first"]) or _NO_MEANS.search(match["last"])):
            yield _at(match.start("comma"), "likely")
    for pattern in (_LACKS, _DEGREES):
        for match in pattern.finditer(text):
            yield _at(match.start("comma"), "likely")


def _at(at: int, variant: str = "default") -> Finding:
    return Finding(at, at + 1, variant=variant, edits=(Edit(at, at + 1, "、"),))


def _odd_comma(signs: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """The one comma among the signs of a row; a row of two commas is one of clauses."""
    commas = [match for match in signs if match["sign"] == "，"]
    if len(commas) == 1 and len(signs) > 1:
        yield _at(commas[0].start())


def _goes_on_with(text: str, match: re.Match[str]) -> bool:
    """Whether the two members before a comma are divided by 、 and end as the one behind it does."""
    at, end = match.start("comma"), match["end"]
    before = text[max(0, at - 2 * _LONGEST - 1) : at].rsplit("、", 2)
    if len(before) < 2 or _NO_MEMBER.match(match["last"]):
        return False
    first, last = before[-2], before[-1]
    return first.endswith(end) and 1 < len(last) <= _LONGEST and _SCORE_WORD.fullmatch(last) is not None


_SCORE_WORD = Pattern(f"[{HAN}]+")


def _is_of_scores(text: str, match: re.Match[str]) -> bool:
    """Whether a comma is the only one in a row of scores, and does not stand between a sum and its parts."""
    at = match.start("comma")
    first = max(0, at - _REACH)
    start = max((m.end() for m in _ROW_END.finditer(text, first, at)), default=first)
    stop = _ROW_END.search(text, at, at + _REACH)
    row = text[start : stop.start() if stop else at + _REACH]
    if row.count("，") != 1:
        return False
    scores = [_SCORE.fullmatch(member) for member in row.replace("，", "、").split("、")]
    if len(scores) < _FEWEST or any(score is None or score["unit"] != match["unit"] for score in scores):
        return False
    amounts = [float(score["amount"]) for score in scores if score]
    return amounts[0] != sum(amounts[1:])
