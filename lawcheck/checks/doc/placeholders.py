"""What was to be filled in and was not, and what a program for writing left behind (DOC026)."""

import re
from collections.abc import Iterator
from itertools import islice

from lawcheck.checks.doc.unfilled_fields import unfilled_fields
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import sentence_before

_X = "×XxＸｘ╳✕"
# Marks that a writer leaves for later.
_MARK = Pattern(
    r"(?<![A-Za-z0-9_])(?:TODO|TBD|FIXME)(?![A-Za-z0-9_])|[Ll]orem ipsum(?: [a-z]{1,12}){0,6}"
    r"|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|<%[^%\n]{1,60}%>",
    needs=("TODO", "TBD", "FIXME", "orem ipsum", "{", "<%"),
)
_LATER = "待补充?|待填写?|待插入"
_BRACKETED = Pattern(
    rf"[（(【\[〔](?:[{HAN}]{{0,8}}(?:{_LATER}|待完善)|(?:{_LATER})[{HAN}]{{1,10}}|(?:[{HAN}]{{1,12}}是否[{HAN}]{{1,12}})?待定"
    rf"|(?:请?在?此处(?:填|插入|补充|添加|放|加|写|改|(?:需|应|要|待|有待|再)?(?:修改|核实|核对|补充|删|确认)|有误|存疑|待[{HAN}]{{1,10}}(?:补充|填写|提供|核实|确认|完善)|请[{HAN}]{{1,10}}(?:补充|核实|确认))|批注[0-9]{{0,2}}[：:])[^）)】\]〕\n]{{0,20}})[）)】\]〕]"
    rf"|[【\[〔](?:[{HAN}]{{0,8}}(?:待核实?|待确认|待定)|请?(?:填写|填入|输入|插入|替换为?|补充)[{HAN}]{{2,12}})[】\]〕]",
    needs=("待", "此处", "填", "插入", "输入", "替换", "补充", "批注"),
)
_PROMPT = Pattern(
    rf"[单点]击(?:或点击)?此处(?:以|来)?(?:添加|输入|编辑|插入)[{HAN}]{{0,6}}"
    rf"|(?<![在于从请（(【\[〔])此处(?:填写|填入|插入|补充)[{HAN}]{{2,4}}"
    rf"|(?<=[：:])[ \u3000]?(?:{_LATER})(?=[。；\n]|$)",
    needs=("此处", "待补", "待填", "待插入"),
)
_GAP = "[ \u3000]{1,4}"
_NO_GAP = "[ \u3000]{0,4}"
_OPEN_DAYS = rf"(?:{_NO_GAP}年)?{_NO_GAP}月{_GAP}(?:日[ \u3000]?)?(?:[—－–~～至-]{{1,2}}(?:{_NO_GAP}月)?{_NO_GAP}日)?"
# A blank to be filled in, within a sentence: 联系人：□□□, 面积为____平方米, 造林？？亩, 于 月 日召开.
_BLANK = Pattern(
    rf"(?<=[：:])[ ]?□{{2,12}}(?![□_])|(?<=[{HAN}])[ ]?_{{2,20}}[ ]?(?=[{HAN}，。；])"
    rf"|(?<=[{HAN}])[？?]{{2,4}}(?=[万亿]?(?:[亩个人户元名家所条项次处吨米座台套件]|公里|平方米))"
    rf"|(?<=[于在至到前为])(?:{_GAP}年)?{_GAP}月{_GAP}日(?=[{HAN}，。])"
    rf"|{YEAR}年{_GAP}月{_GAP}日(?=[ ]?[{HAN}，。；）])"
    # 金额为　　元，共　　人。
    "|(?<=[为计共约达])[ \u3000]{2,8}(?=[万亿]?(?:元|人|名|户|个|家|项|亩|吨)[，。；、])",
    needs=("□", "__", "？？", "??", "？?", "?？", " 月", "\u3000月", "  ", "\u3000\u3000"),
)
# 活动时间：　月　日—　月　日, 宣传阶段（ 月 日— 月 日）. The date of a signature is another matter.
_OPEN_TIME = Pattern(
    rf"(?:(?<=\n)|(?<=活动)|(?<=会议)|(?<=培训)|(?<=举办)|(?<=节))时间[：:]?(?P<day>{_OPEN_DAYS})"
    rf"|阶段[（(](?P<days>{_OPEN_DAYS})[）)]",
    needs=("时间", "阶段"),
)
# 地点：**广场, where no second mark makes it bold.
_STARS = Pattern(
    rf"(?<=[：:在到于由与和])[*＊]{{2,3}}(?=[{HAN}]{{2,12}}(?:[（(，。；、\n]|$))(?![^\n]{{0,80}}\*\*)",
    needs=("**", "＊＊", "*＊", "＊*"),
)
# （联系人：王某；联系电话：） and 联系人： 电话：2345678.
_NO_CONTACT = Pattern(
    r"(?:联系电话|咨询电话|电子邮箱|联系人)[：:](?=[ \u3000]{0,4}[）)]|[ \u3000]{1,4}(?:联系)?电话[：:] ?[0-9])",
    needs=("联系电话", "咨询电话", "电子邮箱", "联系人"),
)
# 日期：____年__月__日: whoever signs the form fills it in.
_DAY_OF_SIGNING = Pattern("[：:][ \u3000]?_{2,20}年(?:_{2,20}月)?$")
_LONGEST_DAY = 45
# More blanks than these are those of a form.
_MOST_BLANKS = 8
# The name in a set phrase, which web pages mask: XXX新时代中国特色社会主义思想.
_NAMELESS = Pattern(
    rf"(?<![A-Za-z0-9{_X}＊*某])[{_X}＊*某]{{2,3}}(?=新时代中国特色社会主义|总书记|主席(?:关于|在|重要|签署)|同志为核心的党中央)",
    needs=("新时代中国特色", "总书记", "主席", "为核心的党中央"),
)
# What a language model says of itself or to the one who asked.
_MODEL = Pattern(
    "作为(?:一个|一名|一款)?(?:人工智能|AI|大)(?:大?语言)?(?:模型|助手)，?我|我(?:只)?是(?:一个|一名|一款)?(?:人工智能|AI)(?:语言模型|助手)"
    "|(?:(?<=\n)|^)(?:好的|当然(?:可以)?)[，,！!。](?:以下|下面|这)是[^\n]{0,40}"
    "|(?:(?<=\n)|^)(?:以下|下面)是(?:为您|为你|我为您|根据您的要求|按照您的要求)[^\n]{0,30}"
    "|如(?:果)?您?(?:需要|需)(?:进一步)?(?:修改|调整|补充|完善|润色|扩充)[^。\n]{0,20}告诉我(?!们)"
    "|希望这(?:份|篇|个)[^，。\n]{0,16}(?:对您|对你|能帮|符合您)[^。\n]{0,10}"
    r"|turn[0-9]{1,3}(?:search|view|news)[0-9]{1,3}|:?contentReference\[oaicite[^\]\n]{0,20}\]|【[0-9]{1,3}†[^】\n]{0,40}】"
    r"|\[citation:[0-9]{1,3}\]",
    needs=("作为", "我", "以下是", "下面是", "这是", "希望这", "turn", "oaicite", "†", "[citation:"),
)
_MASK = Pattern(
    rf"(?<![A-Za-z0-9{_X}＊*….])(?:[{_X}]{{2,4}}|[○◯]{{2,3}}|(?<![{HAN}])某某|(?<=[由对向以经和])某某)"
    "(?:有关|相关)?(?:单位|部门|文件(?=要求|精神|规定|的)|会议(?=要求|精神)|街道|社区|乡镇|[镇乡市省县]|区(?!间)|局|委员会|办公室|公司|企业|学校)"
    rf"|(?<=[于在自至请])[{_X}]{{1,2}}月(?:[{_X}]{{1,2}}日)?(?=[之以]?前|起|止|[上下]午|[底初][前，。]|[（(]|召开|举行|举办|[，。])"
    r"|(?<![*＊])[*＊]{3,12}(?=文件(?:要求|精神|规定)|会议(?:要求|精神))"
    rf"|(?:19|20)[{_X}]{{1,2}}年|20[0-9][{_X}]年|(?<![A-Za-z0-9{_X}])[{_X}]{{2,4}}年(?!级)(?:[{_X}]{{1,2}}月(?:[{_X}]{{1,2}}日)?)?"
    rf"|(?<=[〕\]］])[ ]?第?[{_X}]{{1,4}}号|[〔\[](?:20)?[{_X}]{{2,4}}[〕\]]"
    rf"|(?<=[话机真线][：:])[ ]?[0-9]{{0,4}}-?[{_X}]{{4,11}}(?![0-9{_X}])"
    "|(?<=联系人[：:])某某某?|(?<=负责人[：:])某某某?|(?<=组长[：:])某某某?|(?<=经办人[：:])某某某?|(?<=签发人[：:])某某某?",
    needs=(*_X, "○○", "◯◯", "某某", "***", "＊"),
)
# 力争将*乡打造成示范乡, 在乡村、村、村共3个村, 围绕“OOOOOO”的思路, 二0xx年; a signature of X年XX月XX日.
_NAME_LOST = Pattern(
    "(?<![A-Za-z0-9])(?:O{5,40}|Ｏ{5,40})(?![A-Za-z0-9])"
    "|(?<=[，。；：\n\u3000将在由到])(?:__|[*＊])(?=[乡镇村县](?![*＊_]))"
    "|(?<=[、在到由])(?P<unit>村|镇|乡|县|街道|社区)、(?P=unit)(?=[、等共，。和])"
    rf"|二[0〇○Ｏ][{_X}]{{2}}年|(?m:^[ \u3000]*[{_X}]年[{_X}]{{1,2}}月[{_X}]{{1,2}}日[ \u3000]*$)",
    needs=(
        "OOOOO",
        "ＯＯＯＯＯ",
        "__",
        "*",
        "＊",
        "村、村",
        "镇、镇",
        "乡、乡",
        "县、县",
        "街道、街道",
        "社区、社区",
        *_X,
    ),
)
# A form has its blanks; a sample shows what to put where.
_FORM = Pattern(
    "样表|样式|样本|样例|范本|范文|模板|格式|式样|文书|参考文本|示范文本|[表书单函](?:[（(][^（()）]{0,12}[）)])?$|合同|协议|协议书|填报|填写说明|编制说明|编号"
)
_SAMPLE = Pattern("样表|样式|样本|样例|示范文本|范本|范文|模板|格式|式样|文书|参考文本|填写说明|编制说明|编号")
_RUN = Pattern(rf"[{_X}]{{2,}}|某某")
_SHOWN = Pattern(
    "例如|比如|譬如|形如|如[“：:]?$|格式|示例[：:]|样例|编号|命名|统一(?:为|用)|主题[：:为]|标题|题目|注明|备注|填写|填报|落款|署名|字样|代表|表示|代替|口号|[=＝+＋]"
)
_BUTTON = Pattern("(?:点击|选择|单击|按下?|进入)$")
_SCREEN = Pattern("页面|按钮|界面|栏|菜单|选项|图标|对话框|键")
_OPEN, _CLOSED = '“‘《〈「『`"', "”’》〉」』"
_REACH = 60
_QUOTE_REACH = 30
# More masks than these are those of a form, or hide the names of a published case.
_MOST_MASKS = 6


def placeholder_left(document: Document) -> Iterator[Finding]:
    """DOC026: a place that was never filled in (××单位, 【待补充】, ____, TODO), and what a writing program left."""
    text = document.text
    for match in _of_writing(text):
        if not _is_shown(match):
            yield Finding(*match.span(), {"found": match[0].strip()[:20]})
    for match in _NO_CONTACT.finditer(text):
        if not _is_quoted(match) and not document.is_in_cell(match.start()):
            yield Finding(*match.span(), {"found": match[0][:-1]}, "empty")
    yield from _of_programme(document)
    for match in _MODEL.finditer(text):
        if not _is_quoted(match):
            yield Finding(*match.span(), {"found": match[0].strip()[:20]}, "model")
    blanks = list(islice(filter(_is_blank, _BLANK.finditer(text)), _MOST_BLANKS + 1))
    masks = list(_MASK.finditer(text))
    if len(blanks) > _MOST_BLANKS:
        blanks = []
    if masks and len(list(islice(_RUN.finditer(text), _MOST_MASKS + 1))) > _MOST_MASKS:
        masks = []
    lost = islice(_NAME_LOST.finditer(text), _MOST_MASKS + 1)
    left = [
        *(blank for blank in blanks if not _is_quoted(blank)),
        *(mask for mask in masks if not _is_shown(mask)),
        *lost,
    ]
    found = [Finding(*match.span(), {"found": match[0].strip() or match[0]}) for match in left]
    found += unfilled_fields(document)
    forms = _forms(document) if found else []
    for each in found:
        if not document.is_in_cell(each.start) and not any(start <= each.start < end for start, end in forms):
            yield each


def _is_blank(match: re.Match[str]) -> bool:
    """Whether a blank is none of the day on which a form is signed."""
    return not _DAY_OF_SIGNING.search(match.string, max(0, match.start() - _LONGEST_DAY), match.start())


def _of_programme(document: Document) -> Iterator[Finding]:
    """Days and places of a programme that were left open."""
    text = document.text
    found = [match.span("day" if match["day"] else "days") for match in _OPEN_TIME.finditer(text)]
    found += [match.span() for match in _STARS.finditer(text)]
    forms = _forms(document) if found else []
    for start, end in found:
        if not document.is_in_cell(start) and not any(first <= start < last for first, last in forms):
            yield Finding(start, end, {"found": text[start:end].strip()})


def _of_writing(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_MARK, _BRACKETED, _PROMPT, _NAMELESS):
        yield from pattern.finditer(text)


def _is_shown(match: re.Match[str]) -> bool:
    """Whether a text speaks of a placeholder, or shows how something is written: in quotation marks, after 格式为."""
    start, end = match.span()
    before = sentence_before(match.string, start, _REACH)
    after = match.string[end : end + 4]
    return (
        _is_quoted(match)
        or _SHOWN.search(before) is not None
        or _BUTTON.search(before) is not None
        or _SCREEN.match(after) is not None
        or after[:1] in ("（", "(")
    )


def _is_quoted(match: re.Match[str]) -> bool:
    at = match.start()
    before = match.string[max(0, at - _QUOTE_REACH) : at].rpartition("\n")[2]
    opened = max(before.rfind(sign) for sign in _OPEN)
    return opened >= 0 and opened > max(before.rfind(sign) for sign in _CLOSED)


def _forms(document: Document) -> list[tuple[int, int]]:
    """The spans of forms and samples: the whole document, annexes and sections that say so in their titles."""
    text = document.text
    head = document.title.text if document.title else text.lstrip()[:_REACH].split("\n", 1)[0].rstrip()
    if _FORM.search(head):
        return [(0, len(text))]
    annexes = [
        (annex.start, annex.end)
        for annex in document.frame.annexes
        if _FORM.search(annex.title.text if annex.title else text[annex.start : annex.start + _REACH].rstrip())
    ]
    nodes = [(node.start, node.end) for node in document.walk() if _SAMPLE.search(node.title[:_REACH])]
    return annexes + nodes
