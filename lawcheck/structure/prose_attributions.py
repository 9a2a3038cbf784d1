"""Attributions in sentences, without label or brackets: 由甲局牵头，会同乙局…；甲局负责，乙局配合。

They count only where the item that they stand in is not attributed in another way.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from lawcheck.structure.acting_units import listed, named, units_at
from lawcheck.structure.attribution_lexer import VERB
from lawcheck.structure.attribution_parser import parse_attribution
from lawcheck.structure.document import Attribution, Field, Node, Role
from lawcheck.structure.later_clauses import assisting, carried, coming_in, helpers, helping
from lawcheck.structure.shared_attributions import is_shared
from lawcheck.structure.stated_duties import ARE, answering, given, headed, stated
from lawcheck.structure.unit_lists import list_end
from lawcheck.structure.units import split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

# 由 before those who act, or the start of a sentence or of an item.
_BY = Pattern(
    "(?<![自缘来经因已原曾如若凡未非可])(?<![^清管办整治处审受护]理)(?<![^此该本]事)(?<!不得)(?<!不再)(?<!无需)(?<!探索)(?<!鼓励)(?<!支持)(?<!允许)"
    "由(?![于此来])",
    first="由",
)
# 请甲局牵头办理.
_ASKED = Pattern("(?<=[。；！：\\n，])请(?![于按尽在速及将即查予认务你示遵贵其各])")
_START = Pattern(r"[。；！：\n（(][^\S\n]{0,8}(?:[本此该]项?(?:工作|任务|措施))?")
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS}\n]")
# Within a sentence only who leads is named without 由: 加强领导，甲局牵头实施.
_COMMA = Pattern("[，,]")
_SENTENCE = Pattern("[^。；！\\n]{0,120}$")
# After the units: that they lead or do something, and what (由甲局牵头制定办法); 由甲局负责解释 is about the text.
_LEADS = Pattern(
    "(?:(?:按照?|依照?|根据)(?:各自|法定)*职[责能](?:分工|权限|范围)?)?"
    "(?:要|应当?|须|将|具体|统一|主要|重点|全面|直接|共同|分别|分头)?(?:积极|主动|认真|切实)*(?:牵头(?:负责|会同)?|负责(?:牵头)?)"
    "(?![的部单人和、]|同志|领导(?:[的，。、；要应须带亲和为同参批审签]|$)|任[地的]|制(?![定作造订])|(?:本|对本)?[^，。；\n]{0,12}解释)"
    f"(?=[{HAN}《“])"
)
# What those do behind 由 whose task it is: 由甲局组织开展.
_BY_DOING = Pattern(
    "(?:统一|具体|分别|共同|联合)?(?:组织(?:开展|编制|制定|推进|协调|实施)|统筹(?:推进|协调)?|承办|协同推进)"
)
# Before a comma that who acts stands behind: 根据区政府安排，甲局负责登记.
_GROUNDS = Pattern(r"(?:^|[。；！\n])[^\S\n]*(?:根据|按照?|依据)[^，,。；！\n]{1,40}[，,]$")
# 按照年度计划 says how; 按职责分工负责 says who.
_DUTY = Pattern("^(?:按|依据|根据).*(?:负责|落实|组织实施|牵头.{0,4})$|^(?!按|依据|根据).*(?:[牵负责协配參参]|落实|实施|主办)")
_CLAUSE = Pattern("[^，,。；;、\n]{0,16}")
_CLAUSE_END = Pattern("[，,。；;\n]")
_BEHIND = Pattern(r"[^\S\n。；;，,）)]{0,8}[。；;）)]{0,2}[^\S\n]{0,8}\n")
_LONGEST = 300
# The sentence, or so much of it as says who acts: after a colon stands what they do.
_WORDS = re.compile("[。：！？\\n]")
_ANY_DUTY = "组织|统筹|承[办担]|协同|牵头|主办|会同|會同|商(?=[省市县区国有相])|负责|配合|参与|参加|协助|协同|协办|落实|实施|(?:责任|牵头)(?:单位|部门)|职责分工"
_SIGNS = {
    "start": Pattern(_ANY_DUTY),
    "by": Pattern(f"{_ANY_DUTY}|制定|制订|拟定|拟订|起草|编制|编写|修订"),
    "comma": Pattern("牵头|主办|会同|會同|商(?=[省市县区国有相])|负责"),
}
_MOST_VERBS = 4
_WITHOUT_SUBJECT = "会同"
_BEFORE_COLON = Pattern("[；;，,、。][^；;，,、。]{2,6}$")
# What somebody may do in a later clause.
_LATER = Pattern("[，,][^，,]{0,8}(?:会同|會同|牵头|负责)")
# 甲局要会同乙局, 甲局商乙局; what they did is told: 甲局会同乙局提出了意见.
_TOGETHER = Pattern(
    "(?:要|应当?|须|需|可|负责|将)?(?:积极|及时|抓紧|尽快|牵头)?(?:会同|會同)"
    f"|(?:要|应当?|须)?(?<=[{OFFICE_CHARACTERS}门要当须])商(?=[省市县区国有相])"
)
_TOLD = Pattern("了|已|曾|近日|日前|赴|召开")
_TOLD_REACH = 60
_DOES = Pattern(f"[，,]?(?:[于在][^，,。；]{{1,14}}[前内底])?(?!抓好落实[。；，])(?![{HAN}]{{0,6}}的)[{HAN}]{{2}}")
_ANY_OFFICE = Pattern("各?(?:有关|相关)|其他")
_WITH = "会同|會同|联合|商"
_JOINING = Pattern(_WITH)
_JOINED = Pattern(rf"[，,]?(?P<with>{_WITH})")
# 建立由甲局牵头、乙局参与的机制 tells what is set up.
_SETS_UP = Pattern("(?:建立|成立|组建|设立|健全|形成|构建|完善|组成|组织|采取|实行)(?:健全|完善|起|了|以)?$")
_SETS_UP_REACH = 6
_SET_UP = Pattern("建立|成立|组建|设立|健全|形成|构建|组成|鼓励|支持|引导|探索")
# 建立督导机制，甲局会同乙局检查: what is set up has been named.
_IS_SET_UP = Pattern("(?:建立|成立|组建|设立|健全|形成|构建)[^，。；\\n]{0,30}(?:制度|机制|体系|格局|平台|台账|清单|专班|小组|队伍)[，,]$")
_SENTENCE_REACH = 120
_GROUNDS_REACH = 60
_DESCRIBES = Pattern(f"[{HAN}]{{0,6}}的")
# 甲局负责审核的材料 is about the material, 甲局负责计划的执行 about who executes.
_OF_WHICH = Pattern(
    f"[{HAN}]{{0,4}}的(?!日常|具体|组织|统筹|协调|执行|管理|监督|监管|工作|实施|制定|落实|建设|指导|推进|处置|检查|审核|审批|治理|维护|保障|受理"
    "|登记|评估|编制|调度|服务|研究|宣传|培训|考核|督促|汇总|安全|运行|收集|拨付|筹集|排查|清理|清查|改造|整治|整改|救助|救治|处理|处罚|查处|办理|征收|采购|供应|调运|储备|监测|预警|发布|报送|统计"
    "|核查|核实|核定|认定|鉴定|验收|抽查|巡查|执法|衔接|对接|联络|沟通|推广|防控|防治|防范|应对|应急|教育|引导|指挥|领导)"
)
# 甲局负责登记、乙局参与的机制.
_IN_WHICH = Pattern("[^，。；！\\n]{0,30}的(?:[^，。；！\\n]{0,6})(?:机制|制度|格局|体系|模式|体制|原则|方式|要求)")
_BY_DUTY = Pattern("(?:职责|分工|权限)[，,]$")
# After 由; at the start of a sentence or after what others do in it; after a comma; or after the match of 责任单位为.
_How = Literal["by", "start", "comma"] | re.Match[str]


def prose_attributions(text: str, nodes: Sequence[Node], explicit: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in the sentences of items that none of the `explicit` ones is about, in order.

    Before the first item only those count that all items share.
    """
    head = _in_item(text, 0, nodes[0].start) if nodes else ()
    shared = (found for found in head if is_shared(text, found))
    items = (
        found
        for start, end in _open(text, nodes, explicit)
        for found in _in_item(text, start, end)
    )
    return (*shared, *items)


def _open(text: str, nodes: Sequence[Node], explicit: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """The text of items that none of these is about: the whole of it, or the paragraphs behind the last of them."""
    starts = [attribution.start for attribution in explicit]
    for start, end in _items(nodes):
        last = bisect_left(starts, end)
        if bisect_left(starts, start) == last:
            yield start, end
        elif behind := _BEHIND.match(text, explicit[last - 1].end, end):
            # What stands beside a heading is about all that is under it.
            if _SENTENCE_END.search(text, start, explicit[last - 1].start):
                yield behind.end(), end


def _items(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The text of each node after its marker, without that of the nodes in it."""
    for node in nodes:
        yield node.body_start, node.text_end
        yield from _items(node.children)


def _in_item(text: str, start: int, end: int) -> Iterator[Attribution]:
    heads = headed(text, start, end)
    yield from heads
    covered = heads[-1].end if heads else start
    for place, how in _places(text, start, end):
        if place < covered:
            continue
        if how == "comma" and _goes_on(text, start, covered, place):
            how = "start"
        found = _found(text, place, how, (start, end))
        if not found and how == "start" and covered > start and _follows(text, covered, place):
            help_ = helping(text, place, end)
            found = (help_,) if help_ else ()
        if found:
            covered = found[-1].end
            yield from found


def _found(text: str, place: int, how: _How, item: tuple[int, int]) -> tuple[Attribution, ...]:
    """What is said at a place of who acts: the attribution there, and those in later clauses of its sentence."""
    first, end = item
    if isinstance(how, re.Match):
        one = stated(text, how, end)
        return (one,) if one else ()
    words = _WORDS.split(text[place : min(end, place + _LONGEST)], 1)[0]
    if text[place + len(words) : place + len(words) + 1] == "：":
        if how == "start" and (one := answering(text, place, end)):
            return (one,)
        # 主办：甲局；协办：乙局: what a colon follows at once is a label.
        words = _BEFORE_COLON.compiled.sub("", words)
    # Most sentences say nothing of the kind; to look for units takes long.
    if not _SIGNS[how].search(words):
        return ()
    one = _acting(text, place, how, words, first)
    if one:
        return (one, *helpers(text, one, end))
    if how != "by" and text.startswith(_WITHOUT_SUBJECT, place):
        sentence = _SENTENCE.search(text, max(first, place - _SENTENCE_REACH), place)
        return () if sentence and _TOLD.search(sentence[0]) else coming_in(text, place + len(_WITHOUT_SUBJECT), end)
    if how != "start":
        return ()
    if one := answering(text, place, end):
        return (one,)
    return assisting(text, place, end) or (carried(text, place, end) if _LATER.search(words) else ())


def _follows(text: str, covered: int, place: int) -> bool:
    """Whether a sentence is the same as the one where somebody was found last, or the next."""
    return sum(1 for _ in _SENTENCE_END.finditer(text, covered, place)) <= 1


def _goes_on(text: str, start: int, covered: int, place: int) -> bool:
    """Whether a comma follows what others do in the same sentence, or the grounds on which somebody acts."""
    series = covered > start and not _SENTENCE_END.search(text, covered, place)
    return series or _GROUNDS.search(text, max(start, place - _GROUNDS_REACH), place) is not None


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, _How]]:
    """Where units may be named as those who act, and how."""
    places: dict[int, _How] = {m.end(): "comma" for m in _COMMA.finditer(text, start, end)}
    places |= {m.end(): "start" for m in _START.finditer(text, start, end)}
    places[start] = "start"
    places |= {m.end(): "by" for m in _BY.finditer(text, start, end) if not _sets_up(text, m.start())}
    places |= {m.end(): "by" for m in _ASKED.finditer(text, start, end)}
    places |= {m.end(): m for m in ARE.finditer(text, start, end)}
    yield from sorted(places.items(), key=lambda place: place[0])


def _sets_up(text: str, at: int) -> bool:
    return _SETS_UP.search(text, max(0, at - _SETS_UP_REACH), at) is not None


def _acting(text: str, start: int, how: str, words: str, first: int) -> Attribution | None:
    """The attribution that begins with the units at `start`, where `words` begin, in an item that begins at `first`."""
    listed_to = list_end(words, 0, False)
    for length in _lengths(words, how, listed_to):
        found = parse_attribution(text, start, start + length, (start, start + length))
        units = found.fields[0].units if found else ()
        whole = not any(unit.start < start + listed_to < unit.end for unit in units)
        if found and whole and named(units) and units[0].start == start and _joined_by(found.fields[1:]):
            return found if how != "comma" or _leads_in_sentence(text, first, start, found) else None
    found = _joint(text, start, words)
    if found is None and how == "by":
        return given(text, start, start + len(words))
    return found if found and (how != "comma" or _leads_in_sentence(text, first, start, found)) else None


def _leads_in_sentence(text: str, first: int, start: int, found: Attribution) -> bool:
    """Whether the first units lead, in a sentence that does not tell what is set up."""
    sentence = _SENTENCE.search(text, max(first, start - _SENTENCE_REACH), start)
    if sentence and _SET_UP.search(sentence[0]) and not _IS_SET_UP.search(sentence[0]):
        return False
    acts = _LEADS.match(text, found.fields[0].units[-1].end)
    return found.fields[0].role is Role.LEAD or (acts is not None and not _IN_WHICH.match(text, acts.end()))


def _joint(text: str, start: int, words: str) -> Attribution | None:
    """甲局要会同乙局制定办法: who leads, and who comes in."""
    joined = _TOGETHER.search(words)
    if joined is None or _TOLD.search(words[:_TOLD_REACH]):
        return None
    first, second = start + joined.start(), start + joined.end()
    stop, others = units_at(text, second, start + len(words))
    if verb := next((v for v in _BY_DOING.finditer(text, second, stop) if v.end() == stop), None):
        stop = verb.start()
    listed_to, lead = units_at(text, start, first)
    if listed_to != first or not named(lead) or not listed(others) or _ANY_OFFICE.match(words):
        return None
    if not _DOES.match(text, stop):
        return None
    fields = (
        Field(Role.LEAD, "", start, first, lead),
        Field(Role.PARTICIPANTS, "", second, stop, others),
    )
    return Attribution(start, stop, fields)


def _lengths(words: str, how: str, listed_to: int) -> Iterator[int]:
    """Where the units that these words begin with, and what they do, may end, the longest first."""
    if not listed_to:
        return
    stop = _joined_end(words, listed_to)
    # 甲局按照职责，负责登记.
    leads = _LEADS.match(words, stop + 1 if _BY_DUTY.search(words, 0, stop + 1) else stop)
    leading = leads and (how == "by" or "牵" in leads[0] or "会同" in words[:stop])
    if leads and (leading or not _OF_WHICH.match(words, leads.end())):
        yield _joined_end(words, leads.end())
        return
    clause = _CLAUSE.match(words, stop)
    alone = how == "by" and not _JOINING.search(words, 0, stop)
    verbs = VERB.finditer(words, 0, clause.end() if clause else stop)
    ends = [verb.end() for verb in verbs if _DUTY.search(verb[0]) or (alone and _BY_DOING.fullmatch(verb[0]))][
        -_MOST_VERBS:
    ]
    for end in reversed(ends):
        last = _joined_end(words, end)
        if not _DESCRIBES.match(words, last):
            yield last


def _joined_end(words: str, at: int) -> int:
    """Where those end who come in with 会同 after a verb; the verb's own end where nobody does."""
    joined = _JOINED.match(words, at)
    if joined is None:
        return at
    clause = _CLAUSE_END.search(words, joined.end())
    return list_end(words[: clause.start() if clause else None], joined.end(), False)


def _joined_by(fields: Sequence[Field]) -> bool:
    """Whether those who come in are authorities; who takes part may be any: 甲局牵头，各物业企业参与."""
    return all(
        named(field.units) or (field.role is Role.PARTICIPANTS and listed(field.units))
        for field in fields
    )
