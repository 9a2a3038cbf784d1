"""CIT001: names of laws and documents that are cited without title marks."""

from bisect import bisect_right
from collections.abc import Iterator

from lawcheck.checks.cit.full_names import full_names
from lawcheck.checks.cit.genre_outside import STAGE_OUTSIDE, genres_outside
from lawcheck.checks.cit.law_table import is_law_name, laws
from lawcheck.checks.opened_marks import is_title_open
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import PERIOD
from lawcheck.text.vocabulary.genres import ABOUT_GENRE, CITED_GENRE, ENACTED_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ORGAN

_TRIGGER = Pattern("根据|依据|依照|按照|遵照|参照|遵循|落实|执行|贯彻|遵守", first="根依按遵参落执贯")
# What a document rests on is cited in full; what it carries out may be called by a name in running text.
_RESTS_ON = frozenset({"根据", "依据", "依照"})
_CLAUSE = Pattern("[^，。；;,：:！？!?\n“”《》〈〉]{4,160}")
_YEARS = f"[（(]{PERIOD}[）)]"
_STAGE = "[（(](?:试行|暂行|修订|修正|修订版)[）)]"
# A name ends in its kind, perhaps with its years; then comes something that cannot be part of a name.
_END = Pattern(
    f"(?P<genre>{CITED_GENRE})"
    f"(?:(?P<dated>{_YEARS}|{_STAGE})|(?!{_YEARS}|{_STAGE}))"
    "(?=$|[、及与等的（(）)]|和(?![0-9二])|以及|精神|要求|规定|部署|有关|相关|第[一二三四五六七八九十\\d]|执行|处理|办理|处罚)"
)
_LEADING = Pattern("(?:[、和及与]|以及)*")
_HARD_SEPARATOR = Pattern("、|[（(](?![12])")
# These also stand inside names: 中华人民共和国, 老年人权益保障和服务条例.
_SOFT_SEPARATOR = Pattern("以及|(?<!共)(?<!经济)和(?![0-9二])|[及与]")
_ISSUERS = Pattern(
    f"(?:{ORGAN}[ 、]?){{1,3}}|(?!.*(?:各|等|上级|部门))[{HAN}]{{2,10}}(?:部|委|局|厅|院|办公室|委员会|政府)"
)
_ISSUER = Pattern(f"(?:{ORGAN}[、和]?|中办[、和]?|国办[、和]?|印发的|发布的|制定的|出台的)+(?=.)")
_PLACE = Pattern(
    f"[{HAN}]{{2,7}}?(?:省(?![级域会])|自治区|自治州|自治县|市(?![场民域政区容级])|县(?![级域])|区(?![域划位块间])|州|盟|旗)"
    "(?:人民政府)?"
)
# These only look like the name of a place.
_NO_PLACE = Pattern(
    "[全我本各该外两多]?(?:省市|地市|县市|省|市|县|区)|.{0,6}(?:地|社|园|景|校|山|灾|库|片|新|牧|林|特|郊|城|小|辖|港|海|流)区"
    "|.{0,6}(?:示范区|开发区|试验区|保税区|自贸区|先行区|合作区|功能区|聚集区|集聚区|保护区|城市|都市)|.{0,5}[全我本各该外两多][省市县区].{0,3}"
    "|国家.{0,5}|.{0,6}(?:示范|试点|创建|贫困|重点|先进|文明|卫生|园林|森林|智慧|平安|法治|美丽|健康|所在|有关|设区|跨)[省市县区州]"
)
_GENERIC = Pattern(
    "^本|宪法$|本[条规办方意细法行市省县区地民]|有关|相关|各项|各类|上述|该|此|其|这|以下|下列|一系列|法律|法规|规章|政策|现行|上级|配套|方面|具体"
    "|自主|国家和|统一|国际|国家标准|工作要求|任务|自行|应急预案|责任|合同|协议|处罚决定|组织规则|议事规则|职业规则|双方|制定|编制|或者|由|执行|实施(?![办细条方意纲规])"
)
# 当地自治条例; 根据本地实际情况规定 ends in a verb.
_NO_NAME = Pattern("^当地|^所在地|(?:情况|需要|实际|部门|机关|机构|政府)..$")
_ABOUT = Pattern(f"关于.{{4,60}}的(?:实施|指导|若干|补充)?(?:{ABOUT_GENRE})$")
_LEGAL_END = Pattern("(?:条例|暂行规定|暂行办法|.{6}纲要)$")
_NAMED_BY_PLACE = (*ENACTED_GENRE.split("|"), "纲要", "方案")
# 根据食品安全法律法规, 依照法治原则: the last character of the name begins another word; 安全生产法规定 is the law's.
_OTHER_WORD = Pattern("律|规(?!定)|治|人|院|官|庭|制(?!定)|理")
_SHORTEST = 4
_LONGEST_PARAGRAPH = 600
# A report that is read out calls laws by their names.
_SPOKEN = ("工作报告", "讲话", "致辞")
_LONGEST_LAW = 40
_LONGEST_TITLE = 100
# 省委关于…的意见和市委的实施意见: what is named together with one that has no name of its own is named loosely.
_WITH_UNNAMED = Pattern(
    f"(?:和|及|与|以及|、)[{HAN}、]{{0,14}}?(?:的(?:贯彻|落实|实施|执行|指导|具体|相关|有关|补充){{0,2}}|配套)"
    f"(?:{ABOUT_GENRE}|{CITED_GENRE}|文件|要求)"
)
_ARTICLE = Pattern("第[一二三四五六七八九十百0-9]+条")
# 根据消防法第十六条: a name this short that is followed by an article is that of the law itself.
_SHORT_LAW = Pattern(f"(?P<law>[{HAN}]{{2}}法)(?={_ARTICLE.pattern})")
# 《中华人民共和国消防法》（以下简称消防法）: from there on the text calls it so, without marks.
_CALLED = Pattern(f"简称[：:为]?“?(?P<name>[{HAN}]{{3,40}})[”）)，,、。；]")


@dataclass(frozen=True, slots=True)
class _Name:
    """A possible name, as offsets in the text; `dated` when its years or its stage belong to it."""

    start: int
    end: int
    head: str
    genre: str
    dated: bool


def missing_title_marks(document: Document) -> Iterator[Finding]:
    """CIT001: the name of one certain law or document, cited without 《》.

    Generic phrases (有关规定, 实施方案) are none. A statute names a law in full once and leaves out the marks
    afterwards.
    """
    text = document.text
    told = dict(full_names(text))
    for start, end in told.items():
        edits = (Edit(start, start, "《"), Edit(end, end, "》"))
        yield Finding(start, end, {"name": text[start:end]}, edits=edits)
    for at, end, name in genres_outside(text):
        yield Finding(at, end, {"name": name}, "genre-outside", (Edit(at, at + 1, ""), Edit(end, end, "》")))
    for match in STAGE_OUTSIDE.finditer(text):
        start, end = match.span()
        edits = (Edit(start, start + 1, ""), Edit(end, end, "》"))
        yield Finding(start, end, {"stage": match["stage"]}, "stage", edits)
    title = document.title.text if document.title else ""
    spoken = title.endswith(_SPOKEN)
    of_statute = document.kind is Kind.STATUTE or title.startswith("全国人民代表大会")
    starts = [node.start for node in document.walk()]
    called = {match["name"] for match in _CALLED.finditer(text)}
    done = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < done or _TRIGGER.match(text, trigger.end()):
            continue
        if (spoken and trigger[0] not in _RESTS_ON) or _is_quoted(text, trigger.start()):
            continue
        if _is_in_title(text, trigger.start()):
            continue
        clause = _CLAUSE.match(text, trigger.end())
        if clause is None:
            continue
        following = bisect_right(starts, clause.start())
        stop = min([clause.end(), *starts[following : following + 1]])
        spans = {
            name.start: name.end
            for name in _names(text, clause.start(), stop)
            if _is_specific(name)
            and not (of_statute and _is_of_statutes(text, name))
            and not ("关于" in name.head and _WITH_UNNAMED.match(text, name.end, clause.end()))
        }
        if not of_statute and trigger[0] in _RESTS_ON:
            spans = dict(_laws(text, clause.start(), stop)) | spans
            short = _SHORT_LAW.match(text, clause.start(), stop)
            if short and short["law"] in laws():
                spans[short.start()] = short.end("law")
        for start, end in sorted(spans.items()):
            done = stop
            if start in told or text[start:end] in called or _is_called_briefly(text, start, end):
                continue
            edits = (Edit(start, start, "《"), Edit(end, end, "》"))
            yield Finding(start, end, {"name": text[start:end]}, edits=edits)


def _is_called_briefly(text: str, start: int, end: int) -> bool:
    """Whether it is the short name of a law, which is as usual without marks: 依照行政许可法、行政处罚法的规定.

    Where an article is cited, the law is, and wants its marks.
    """
    is_law = text.endswith("法", start, end) and not text.endswith("办法", start, end)
    return is_law and not text.startswith("中华人民共和国", start) and not _ARTICLE.match(text, end)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place is in a paragraph that begins with a quotation mark: a provision of a statute, as it stands."""
    line = text.rfind("\n", max(0, at - _LONGEST_PARAGRAPH), at) + 1
    return text[line : line + 4].lstrip(" \u3000").startswith(("“", '"'))


def _is_in_title(text: str, at: int) -> bool:
    """Whether title marks are open: 《关于落实某某条例的通知》 is one name."""
    near = text[max(0, at - _LONGEST_TITLE) : at].rpartition("\n")[2]
    return is_title_open(near)


def _laws(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The national laws and regulations that stand in a row: 依据安全生产法、城镇燃气管理条例开展检查."""
    while start < stop:
        size = next(
            (n for n in range(min(_LONGEST_LAW, stop - start), 0, -1) if is_law_name(text[start : start + n])), 0
        )
        if not size or _OTHER_WORD.match(text, start + size, stop):
            return
        if not text.endswith("宪法", start, start + size):  # custom leaves the constitution unmarked
            yield start, start + size
        joint = _LEADING.match(text, start + size, stop)
        if joint is None or joint.end() == start + size:
            return
        start = joint.end()


def _is_of_statutes(text: str, name: _Name) -> bool:
    """Whether a statute writes a name without marks: the outline that it orders itself, a law named in full before.

    Statutes of the state call each other so at any time: 依照刑法, 依照传染病防治法.
    """
    of_law = name.head.endswith("法") and not name.head.endswith("办法")
    return of_law or name.head.endswith(("纲要", "规划")) or f"{name.head}》" in text


def _names(text: str, start: int, stop: int) -> Iterator[_Name]:
    """What stands between two names, or between the trigger and a name, is cut down to the name."""
    for end in _END.finditer(text, start, stop):
        head = text[start : end.end("genre")]
        if "关于" in head and not _ABOUT.search(head):
            continue
        first = start + _beginning(head)
        yield _Name(first, end.end(), text[first : end.end("genre")], end["genre"], end["dated"] is not None)
        start = end.end()


def _beginning(head: str) -> int:
    """Where the name begins in what precedes its end: after separators and issuers, before 关于 and its place."""
    about = head.find("关于")
    limit = about if about >= 0 else len(head)
    begin = _last_end(_HARD_SEPARATOR, head, _leading(head), limit)
    issuer = _ISSUER.match(head, begin)
    if issuer and issuer.end() <= limit and about < 0:
        begin = issuer.end()
    return begin if _place_end(head[begin:]) else _last_end(_SOFT_SEPARATOR, head, begin, limit)


def _leading(head: str) -> int:
    match = _LEADING.match(head)
    return match.end() if match else 0


def _last_end(separator: Pattern, head: str, begin: int, limit: int) -> int:
    for match in separator.finditer(head, begin, limit):
        begin = match.end()
    return begin


def _is_specific(name: _Name) -> bool:
    """Whether this can only be the name of one document."""
    head = name.head
    if len(head) < _SHORTEST + 2:
        return False
    if _ABOUT.search(head):
        issuer = head[: head.index("关于")]
        return not issuer or bool(_ISSUERS.fullmatch(issuer)) or _place_end(issuer) == len(issuer)
    if _GENERIC.search(head) or _NO_NAME.search(head):
        return False
    if "的" in head or "关于" in head or head.startswith(("省", "市", "县", "区")):
        return False
    if name.dated or head.startswith("中华人民共和国"):
        return True
    if _LEGAL_END.search(head):
        return True
    place = _place_end(head)
    return place > 0 and name.genre in _NAMED_BY_PLACE and len(head) - place >= _SHORTEST + 2


def _place_end(head: str) -> int:
    """Where the name of a place at the start ends; 0 when there is none."""
    place = _PLACE.match(head)
    return 0 if place is None or _NO_PLACE.fullmatch(place[0]) else place.end()
