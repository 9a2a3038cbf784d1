"""Paragraphs that lost line breaks hide, told by what stands around them (part of STR021)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.structure.document import Document, Node
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import OWN_GENRE
from lawcheck.text.vocabulary.han import HAN

_FULL_STOP = "。"
# A list that a sentence leads in is a part of it, and ends where the sentence does.
_LEADS = ("：", ":")
# 1） and a) count what stands inside one paragraph as well.
_BRACKETS = ("（", "(")
_SEMICOLONS = ("；", ";")
# An item of a list that ends in semicolons is one sentence; what is longer is no item.
_LONGEST_ITEM = 400
_FEWEST_MEMBERS = 2
# What says more of the last member, or who is responsible for it.
_GOES_ON = Pattern("[（(]|也|但|并|且|其中|具体|同时|此外|或者|上述|如|否则|未|以上|另")
# 本办法所称, 本规定自某日起施行: articles begin so that have lost their ordinals, and nothing within one does.
_ARTICLE = Pattern(
    f"(?<=[。；])(?:本(?:{OWN_GENRE})(?:适用于|所称|自[^。，；]{{1,16}}起(?:施行|实施|执行))"
    f"|违反本(?:{OWN_GENRE})[^。，；]{{0,24}}(?:规定)?的?，)",
    needs=("本",),
    first="本违",
)
# ——坚持问题导向。, 第一阶段：…, 第二步，…, 注：… begin paragraphs behind a stop.
_BEGINS = Pattern(
    f"(?<=[。；])——(?=[{HAN}“]{{2,30}}[。，])"
    "|(?<=。)(?:第[一二三四五六七八九十]{1,2}(?:阶段|步)(?=[：:，（(])|注[：:](?=[^\\n]))",
    first="—第注",
)
# 许可条件：…。办理程序：…: a label that stands behind a stop again and again begins a paragraph each time.
_LABEL = Pattern(f"(?<=[。；：:])(?P<label>[{HAN}]{{2,10}})[：:](?=[^\n])", needs=("：", ":"))
_FEWEST_TIMES = 3
# What is said of one thing again, and what belongs to the sentence before it.
_NO_LABEL = Pattern(
    "(?:其中|例如|比如|如|即|注|备注|包括|分别|主要|具体|以下|如下|答|问|指出|强调|要求|表示|认为).*"
    "|.*(?:包括|如下|是|为|有|指出|强调|要求|表示|认为|以下|下列|情形|之一)"
    "|(?:责任|牵头|配合|参加|协办|承办|主办|完成).*",
)
# 负责人：王某某拟稿人：李某某联系电话：…: the fields of a form.
_FIELD = Pattern(
    "(?:常务副组长|副组长|组长|成员单位|成员|联络员|负责人|责任人|拟稿人|拟稿单位|审核人|核稿人|签发人|主送单位|主办单位"
    "|协办单位|承办单位|联系电话|联系人|姓名|性别|年龄|民族|政治面貌|文化程度|职务|职称|工作单位|家庭住址|身份证号码?"
    "|电话|邮箱|邮编|传真|手机|时间|地点|主题|主持人|主持|参加人员|出席人员|列席人员|记录人|记录|开户银行|开户行|账号|户名)[：:]",
    needs=("：", ":"),
)
# 0999-88880000政策咨询电话：…: behind a number or an address all that is written is the label.
_LABEL_BEGINS = Pattern(rf"(?<=[0-9A-Za-z])[{HAN}]{{1,6}}\Z")
_LONGEST_VALUE = 40
_FEWEST_FIELDS = 3
_PARTS = frozenset("。；;，,、：:\n\t\u3000 （(|｜")
# 第六条107: the number of the next row, behind the last cell of the row before it.
_ROW_NUMBER = Pattern(r"(?m)(?<=[条款项）)》。])(?P<number>[0-9]{1,4})[ \t\u3000]*$")
_FEWEST_ROWS = 4


def hidden_paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    """Where paragraphs begin within a line, each with the variant that says what shows it."""
    yield from ((at, "field") for at in _fields(document.text))
    yield from ((at, "row") for at in _row_numbers(document.text))
    if document.run_on:
        yield from ((at, "default") for at in _behind_lists(document))
        yield from ((at, "default") for at in _labels(document))
        yield from ((match.start(), "default") for match in _BEGINS.finditer(document.text))
        if document.kind is Kind.STATUTE:
            yield from ((match.start(), "default") for match in _ARTICLE.finditer(document.text))


def _behind_lists(document: Document) -> Iterator[int]:
    """What follows the stop that closes a list: all members before the last are one sentence with a semicolon."""
    for family in document.families:
        for members in _lists(family):
            yield from _behind_list(document.text, members)


def _lists(family: Sequence[Node]) -> Iterator[list[Node]]:
    """The lists of a family: where the articles have lost their ordinals, those of several stand side by side."""
    members: list[Node] = []
    for node in family:
        if node.number == 1 and members:
            yield members
            members = []
        members.append(node)
    yield members


def _behind_list(text: str, members: Sequence[Node]) -> Iterator[int]:
    if len(members) < _FEWEST_MEMBERS or any(node.children or node.inferred for node in members):
        return
    *others, last = members
    if text[members[0].start - 1 : members[0].start] not in _LEADS or last.marker[:1] not in _BRACKETS:
        return
    if not all(_is_one_clause(text, node) for node in others):
        return
    stop = text.find(_FULL_STOP, last.body_start, min(last.end, last.body_start + _LONGEST_ITEM))
    is_within = 0 <= stop < last.end - 1 and "\n" not in text[last.body_start : stop + 2]
    if is_within and not _GOES_ON.match(text, stop + 1):
        yield stop + 1


def _is_one_clause(text: str, node: Node) -> bool:
    own = text[node.body_start : min(node.end, node.body_start + _LONGEST_ITEM)].rstrip()
    return own.endswith(_SEMICOLONS) and _FULL_STOP not in own


def _labels(document: Document) -> Iterator[int]:
    text = document.text
    told = {attribution.start for attribution in document.attributions}
    found = [
        match
        for match in _LABEL.finditer(text)
        if match.start() not in told and not _NO_LABEL.fullmatch(match["label"])
    ]
    times = Counter(match["label"] for match in found)
    yield from (match.start() for match in found if times[match["label"]] >= _FEWEST_TIMES)


def _fields(text: str) -> Iterator[int]:
    """The fields of a form that follow one another with nothing between them."""
    glued: list[int] = []
    for before, match in pairwise(_FIELD.finditer(text)):
        value = text[before.end() : match.start()]
        if value and len(value) <= _LONGEST_VALUE and not _PARTS.intersection(value):
            label = _LABEL_BEGINS.search(value)
            glued.append(label.start() + before.end() if label else match.start())
            continue
        yield from _told(glued, _FEWEST_FIELDS - 1)
        glued = []
    yield from _told(glued, _FEWEST_FIELDS - 1)


def _told(places: Sequence[int], fewest: int) -> Sequence[int]:
    return places if len(places) >= fewest else ()


def _row_numbers(text: str) -> Iterator[int]:
    """The numbers at the ends of lines that count on from one to the next."""
    found: list[int] = []
    last = 0
    for match in _ROW_NUMBER.finditer(text):
        if int(match["number"]) != last + 1:
            yield from _told(found, _FEWEST_ROWS)
            found = []
        last = int(match["number"])
        found.append(match.start("number"))
    yield from _told(found, _FEWEST_ROWS)
