"""The tokens of an attribution: labels, units, verbs of responsibility, time limits and what stands between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from lawcheck.records import dataclass
from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import Deadline, Role, Unit
from lawcheck.structure.units import BRACKETED, is_name, split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

_GAP = r"[^\S\n]{0,3}"
_OFFICE = rf"(?:单{_GAP}位|部{_GAP}门|單位|部門|[处科股]室)"
_COLON = rf"(?:{_GAP}[（(][^（()）\n]{{0,20}}[）)])?[^\S\n]{{0,4}}[：:]"

# A label that makes an attribution wherever it stands; in brackets, or with blanks before a name, without a colon.
_LABELS = (
    rf"(?:[国省市区县镇乡][级直]|第[一二三]|整改|主要|直接)?(?:总牵头|主要牵头|牵{_GAP}头(?:责任|负责)?|主责|牽頭|参{_GAP}加|参{_GAP}与|配{_GAP}合(?:责任)?|(?:协{_GAP}办|协助|协同|协作)(?:责任)?"
    rf"|參加|參與|協辦|责{_GAP}任|负责|具体责任|責任|負責){_GAP}{_OFFICE}"
)
_BEFORE_NAME = r"(?:[ \t\u3000]{2,8}|\u3000)(?=[省市区县州镇乡各][^\s，。；、]{2})"
_STRONG = rf"(?:[【〔\[]{_LABELS}[】〕\]][：:]?|{_LABELS}(?:{_COLON}|{_BEFORE_NAME})|(?:牵头|主责|责任主体){_COLON})"
# Labels that name organisers and members as well: they count beside one of those above, and within brackets.
_WEAK = rf"(?:(?:主办|组成|成员|支持|承办|实施|落实|执行){_OFFICE}|主办|配合|参与|参加|协办|协助){_COLON}"
_PERSON = (
    r"(?:(?:项目|牵头|主要|具体|直接)?(?:负责|责任)|分管|包联|牵头|主管)(?:省|市|区|县|州|镇)?(?:长|领导|人|同志)"
    r"[^\S\n]{0,4}[：:]"
)
_TIME = r"(?:完成|办结|办理|整改|落实|截止)?(?:时限|期限|时间|日期)(?:要求|节点|安排)?[^\S\n]{0,4}[：:]"
LABEL = Pattern(_STRONG)
ANY_LABEL = Pattern(rf"{_STRONG}|{_WEAK}|{_PERSON}|{_TIME}")
WEAK_LABEL = Pattern(_WEAK)
CARRYING_LABEL = Pattern(rf"(?:主办|承办|实施|落实|执行){_OFFICE}{_COLON}")
ASIDE_LABEL = Pattern(rf"{_PERSON}|{_TIME}")

_CORE = "牵头|主责|主办|主抓|配合|参与|参加|协助|协同|协办|负责|落实|指导|督导|实施|完成|抓总|牽頭|負責"
_MORE = "负责|牵头|落实|组织|抓总|实施|推进|协调|指导|做好|抓好|到位|工作|負責"
_HOW = (
    "总体?|主要|重点|全面|密切|主动|全力|大力|共同|联合|分别|分头|分工|统一|直接|具体|各自|积极|负责(?=配合|协助)|(?<!群团)组织|督促|督查|推动"
    "|抓好|抓|统筹|协调"
)
_BEHIND = r"(?=[^\S\n]*(?:[，,；;。、.）)〕\]】\n]|会同|會同|$))"
_VERB = (
    rf"(?:{_CORE})(?:{_MORE}){{0,2}}{_BEHIND}|(?:{_HOW}){{1,2}}(?:{_CORE})(?:{_MORE})?{_BEHIND}"
    rf"|(?:统一|具体|分别|共同|联合)?(?:(?<=[统一具体])组织|组织(?:开展|编制|制定|推进|协调)|统筹(?:推进|协调)?|承办|协同推进){_BEHIND}"
    rf"|结合[{HAN}]{{0,4}}实际(?:抓好|具体|认真|组织)?(?:落实|实施|推进|执行){_BEHIND}"
    rf"|(?:要|应当?|须|将)(?:{_HOW}){{0,2}}(?:牵头|负责)(?:{_MORE}){{0,2}}{_BEHIND}"
    rf"|(?:按照?|依据|根据)(?:(?!负责[{HAN}])[{HAN}]){{1,14}}{_BEHIND}|(?:负[总主]责|(?:统一|直接|全面)领导|负责总牵头|总牵头负责){_BEHIND}"
    rf"|(?:作?为|是)(?:[本此该]?项?(?:工作|任务|行动)的?)?(?:牵头|责任|配合|参与|参加|协助)(?:责任)?(?:单位|部门){_BEHIND}"
)
VERB = Pattern(_VERB)
# What a unit does with those who come in: it leads.
ORGANISES = Pattern("(?:统一|具体|共同|联合)?(?:组织(?:开展|编制|制定|推进|协调|实施)|统筹(?:推进|协调|实施))")
# 列第一位, 排名首位, 位于最前; 第一个单位, 首家部门, 首列单位.
_PLACED_FIRST = "(?:排[名列序]?|位?列|居|位|标注)[名在于为]?(?:第一|首|最前|前面)"
_FIRST_ONE = "为?(?:首|第一)(?:(?:顺?位|列|个|家|名)(?:的)?(?:责任)?(?:单位|部门)?|(?:责任)?(?:单位|部门))"
_REMARK = (
    rf"(?:其中[，,]?)?(?:牵头(?:单位|部门))?{_PLACED_FIRST}[^（()）]*|以[下上][^，。；\n]{{0,8}}均[^\n]*|不再列出|下同"
    rf"|(?:其中[，,]?)?{_FIRST_ONE}[^，。；（()）]{{0,4}}(?:为|是)?牵头(?:单位|部门)?"
)
# 列第一位者为牵头单位, 第一个单位为牵头单位, 牵头单位排在首位.
FIRST_LEADS = Pattern(
    rf"{_PLACED_FIRST}[^。；）)]{{0,14}}牵头|牵头(?:单位|部门)?{_PLACED_FIRST}|{_FIRST_ONE}[^，。；）)]{{0,4}}(?:为|是)?牵头"
)
_WITH = rf"会同|會同|联合(?=[省市县区国各])|商请|[{OFFICE_CHARACTERS}](?P<ask>商)(?=[省市县区国同])"
_MARK = Pattern(
    rf"(?P<verb>[（(](?:牵头|配合|参与|参加|协助|协办)(?:单位|部门)?[）)]|{_VERB})|(?P<label>{_STRONG}|{_WEAK})|(?P<note>{BRACKETED})"
    rf"|(?P<aside>{_PERSON}|{_TIME})"
    rf"|(?P<remark>{_REMARK})|(?P<with>{_WITH})|(?P<break>[；;。！]|\n(?=\s{{0,8}}\n))"
    rf"|[，,][^\S\n]*(?!{_STRONG}|{_WEAK}|{_PERSON}|{_TIME})"
    rf"(?P<other>(?:(?!{_STRONG}|{_WEAK})[{HAN}]){{2,8}}[^\S\n]{{0,4}}[：:])"
)
_OTHER_LABEL = Pattern(rf"[^\S\n]*[{HAN}]{{2,8}}[^\S\n]{{0,4}}[：:]")
_AROUND = "、，,；;。 \u3000\xa0\t\r\n."
NOT_IN_NAMES = Pattern(
    "(?<!设区)的|^经(?![济信贸开营管发协合])|[由将把：:。]|应当|要求|视情|情况报|邀请|均[有为须要应可涉]|^不再|^下同$|[一二两三四五六七八九十0-9]名"
)


@dataclass(frozen=True, slots=True)
class AttributionPiece:
    """One token: its terminal in the grammar, its span, and what it stands for."""

    terminal: str
    start: int
    end: int
    role: Role | None = None
    units: tuple[Unit, ...] = ()
    deadline: Deadline | None = None


def role_of(words: str) -> Role:
    """The role that a label or a verb gives."""
    if any(sign in words for sign in ("牵", "牽", "主责", "主办", "主抓", "抓总")):
        return Role.LEAD
    if any(sign in words.replace("协调", "") for sign in "参配协參協") or words.startswith(("组成", "成员", "支持")):
        return Role.PARTICIPANTS
    return Role.RESPONSIBLE


def lex(text: str, start: int, end: int) -> Iterator[AttributionPiece]:
    """The tokens of a span that holds one attribution, in order."""
    deadlines = find_deadlines(text, start, end)
    at, aside = start, False
    first = _OTHER_LABEL.match(text, start, end)
    if first and not ANY_LABEL.match(text, start, end):
        yield AttributionPiece("OTHER_LABEL", start, first.end())
        at, aside = first.end(), True
    for mark in _MARK.finditer(text, at, end):
        kind = mark.lastgroup
        if kind == "note" or mark.start() < at:
            continue
        group = "ask" if mark["ask"] else "other" if mark["other"] else 0
        begin, stop = mark.span(group)
        yield from _between(text, at, begin, deadlines, aside)
        at = stop
        if kind == "label":
            aside = False
            yield AttributionPiece("LABEL", begin, stop, role_of(mark[0]))
        elif kind in ("aside", "other"):
            aside = True
            yield AttributionPiece("OTHER_LABEL", begin, stop)
        elif kind == "verb":
            yield AttributionPiece("VERB", begin, stop, role_of(mark[0]))
        elif kind == "with":
            yield AttributionPiece("WITH", begin, stop)
        elif kind == "remark":
            yield AttributionPiece("OTHER", begin, stop)
        else:
            aside = False
            yield AttributionPiece("SEPARATOR", begin, stop)
    yield from _between(text, at, end, deadlines, aside)


def _between(
    text: str, start: int, end: int, deadlines: tuple[Deadline, ...], aside: bool
) -> Iterator[AttributionPiece]:
    """What stands between two marks: time limits, and units unless the label in force asks for something else."""
    at = start
    low = bisect_left(deadlines, start, key=lambda d: d.start)
    for deadline in deadlines[low : bisect_right(deadlines, end, low, key=lambda d: d.end)]:
        yield from _names(text, at, deadline.start, aside, strict=True)
        yield AttributionPiece("DEADLINE", deadline.start, deadline.end, deadline=deadline)
        at = deadline.end
    yield from _names(text, at, end, aside, strict=at > start)


def _names(text: str, start: int, end: int, aside: bool, strict: bool) -> Iterator[AttributionPiece]:
    chunk = text[start:end]
    inner = chunk.strip(_AROUND)
    if not inner:
        if chunk:
            yield AttributionPiece("SEPARATOR", start, end)
        return
    a = start + len(chunk) - len(chunk.lstrip(_AROUND))
    if a > start:
        yield AttributionPiece("SEPARATOR", start, a)
    b = a + len(inner)
    if inner[0] == "由":
        a += 1
    units = () if aside else split_units(text, a, b)
    if (
        not units
        or any(NOT_IN_NAMES.search(u.name) for u in units)
        or (strict and not all(is_name(u.name) for u in units))
    ):
        yield AttributionPiece("OTHER", a, b)
    else:
        yield AttributionPiece("NAMES", a, b, units=units)
