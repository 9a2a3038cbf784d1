"""Paragraphs that ran into the one before them (STR021)."""

from collections.abc import Iterator

from lawcheck.checks.str.blank_breaks import blanks_behind_stops
from lawcheck.checks.str.lost_paragraphs import hidden_paragraphs
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Attribution, Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import ASKED_FOR, CLOSED_AS, SENT_WITH
from lawcheck.text.vocabulary.han import HAN, is_han

_PHONE = (
    "(?:0[0-9]{2,3}[—－-]?[1-9][0-9]{6,7}|1[3-9][0-9]{9})(?![0-9])"
    r"(?:[—－-][0-9]{1,5}|[（(][^（）()\n]{1,6}[）)])?"
)
# 示例局办公室王某某0999-88880000示例局法规处李某某…: whoever comes next, with a number of his own.
_NEXT_CONTACT = Pattern(
    rf"(?<![0-9]){_PHONE}(?=[{HAN}][{HAN}（）()、]{{2,40}}(?:[：:][{HAN}、，]{{0,12}})?{_PHONE})", first="01"
)
_LABEL = Pattern(
    "(?<=[0-9A-Za-z）)])(?:联系(?:人|电话|方式|地址|单位)|咨询电话|监督电话|举报电话|电子(?:邮箱|邮件|信箱)|通[讯信]地址|传真)[：:]",
    needs=("联系", "电话", "电子", "地址", "传真"),
    first="联咨监举电通传",
)
# 联系人：王某某电话：…, 0999-88880000邮箱：…
_NEXT_LABEL = (
    "(?:(?:联系|办公|固定|移动)?电话|手机|传真|(?:电子)?邮箱|网址|邮编|邮政编码|(?:联系|通信|通讯|邮寄)?地址)[：:]"
)
_LABEL_BEHIND = Pattern(
    f"联系人[：:][ \u3000]?[{HAN}、]{{2,10}}?(?P<name>(?={_NEXT_LABEL}))"
    f"|(?:电话|手机|传真|热线|邮编)[：:][ \u3000]?[0-9][0-9—－、-]{{5,40}}(?P<number>(?={_NEXT_LABEL}))",
    needs=("电话", "手机", "传真", "邮箱", "邮编", "网址", "地址", "邮政编码"),
)
# …有哪些？答：…。问：…
_QUESTIONS = Pattern(
    "(?<=[。？！])(?:[问答]|[QA])[：:]", needs=tuple(f"{who}{sign}" for who in "问答QA" for sign in "：:")
)
_FEWEST_QUESTIONS = 3
# 咨询电话：0999-88880000 4、其他事项
_ITEM_BEHIND = Pattern(f"[ \u3000]{{1,3}}(?<=[0-9]{{7}}.)(?=[0-9]{{1,2}}[、.．][{HAN}])", first=" \u3000")
_CONTACTS = Pattern(
    "(?<=[。；！？])(?:联系人(?:及|和|、)?(?:联系)?(?:电话|方式)?|联系(?:电话|方式|单位)|咨询电话|电子邮箱)[：:]",
    needs=("联系", "咨询电话", "电子邮箱"),
    first="联咨电",
)
_HEREBY = Pattern(
    "(?<=[。；！？）)])(?:特此(?:" + CLOSED_AS + ")|专此函[告达复]"
    "|(?:妥否|当否|可否|以上(?:" + SENT_WITH + ")(?:如无不妥)?)，?请(?:予)?(?:" + ASKED_FOR + "))(?=[。！，附]|$)",
    needs=("特此", "专此", "妥否", "当否", "可否", "以上"),
    first="特专妥当可以",
)
_MEETING = Pattern(
    "(?<=[。！？])(?:会议|大会|全会)(?P<said>指出|要求|强调|认为|决定|明确|听取|审议|通报|传达|研究|号召)(?=[，：了])",
    needs=("会议", "大会", "全会"),
    first="会大全",
)
# A bracket behind one of these stands in a sentence that goes on.
_IN_SENTENCE = frozenset("，,、：:")
# Behind one of these it ends a measure; elsewhere it may belong to a subject, where no label says what it is:
# 主管部门（区水务局）应当…, 教育局会同公安局（交警大队）检查….
_STOPS = frozenset("。；！？;）)")
_LABELLED = Pattern("[（(]?[^（）()：:]{1,10}[：:]")


def run_on_paragraph(document: Document) -> Iterator[Finding]:
    """STR021: what is a paragraph of its own, behind the one before it without a break.

    Where lines are kept, only what cannot share one is told: contacts with nothing between them, indents within a line.
    """
    text = document.text
    starts = {node.start for node in document.walk()}
    _, lost = blanks_behind_stops(document)
    # （二）电子邮件：…: a label at the head of an item has its line.
    taken = starts.union((node.body_start for node in document.walk()), (start for start, _ in lost))
    places = {at: variant for at, variant in _places(document) if at not in taken}
    for at, variant in sorted(places.items()):
        if 0 < at < len(text) and text[at - 1] != "\n" and not document.is_in_cell(at):
            yield Finding(at, at, variant=variant, edits=(Edit(at, at, "\n"),))
    for start, end in lost:
        # Of the ordinals only 二是 and its like do not begin paragraphs of their own (STR009).
        if end not in starts or text[end + 1 : end + 2] in ("是", "要"):
            yield Finding(start, end, variant="blank", edits=(Edit(start, end, "\n"),))


def _places(document: Document) -> Iterator[tuple[int, str]]:
    text = document.text
    for match in _NEXT_CONTACT.finditer(text):
        yield match.end(), "contact"
    for match in _LABEL.finditer(text):
        yield match.start(), "contact"
    for match in _LABEL_BEHIND.finditer(text):
        yield match.start("name" if match["name"] is not None else "number"), "contact"
    for match in _ITEM_BEHIND.finditer(text):
        yield match.end(), "default"
    yield from hidden_paragraphs(document)
    asked = [match.start() for match in _QUESTIONS.finditer(text)]
    if len(asked) >= _FEWEST_QUESTIONS:
        yield from ((at, "question") for at in asked)
    if not document.run_on:
        return
    for match in _CONTACTS.finditer(text):
        yield match.start(), "contact"
    for match in _HEREBY.finditer(text):
        yield match.start(), "closing"
    # Minutes have a paragraph for each thing that a meeting does; others mention one of them.
    meeting = list(_MEETING.finditer(text))
    if len({match["said"] for match in meeting}) > 1:
        for match in meeting:
            yield match.start(), "default"
    for attribution in document.attributions:
        behind = text[attribution.end : attribution.end + 1]
        in_brackets = text[attribution.end - 1] in "）)" and (is_han(behind) or behind.isdecimal())
        if in_brackets and _ends_measure(document, attribution):
            yield attribution.end, "attributed"


def _ends_measure(document: Document, attribution: Attribution) -> bool:
    """Whether brackets stand behind a sentence that is whole, or have a label."""
    text, start = document.text, attribution.start
    if _LABELLED.match(text, start, attribution.end):
        return text[max(0, start - 1) : start] not in _IN_SENTENCE
    return text[start] in "（(" and text[max(0, start - 1) : start] in _STOPS
