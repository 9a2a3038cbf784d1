"""Attributions in sentences, without label or brackets: 由甲局牵头，会同乙局…；甲局负责，乙局配合。

They count only where the item that they stand in is not attributed in another way.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from lawcheck.structure.attribution_lexer import NOT_IN_NAMES, VERB, role_of
from lawcheck.structure.attribution_parser import parse_attribution
from lawcheck.structure.document import Attribution, Field, Node, Role, Unit
from lawcheck.structure.shared_attributions import is_shared
from lawcheck.structure.unit_lists import list_end
from lawcheck.structure.units import PROSE, is_name, split_units
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

# 由 before those who act, or the start of a sentence or of an item.
_BY = Pattern("(?<![自缘来经因])(?<![^清管办整治处审受护]理)(?<![^此该本]事)由(?![于此来])", first="由")
# 牵头单位为; with 均 before or after where several items share it.
_ARE = Pattern("(?:牵头|责任|负责|配合|参与|参加|协办|协助)(?:单位|部门)(?:均|都|统一|一律|皆)?(?:为|是(?!否))")
_START = Pattern(r"[。；！：\n（(][^\S\n]{0,8}(?:[本此该]项?(?:工作|任务|措施))?")
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS}\n]")
# Within a sentence only who leads is named without 由: 加强领导，甲局牵头实施.
_COMMA = Pattern("[，,]")
_SENTENCE = Pattern("[^。；！\\n]{0,120}$")
# After the units: that they lead or do something, and what (由甲局牵头制定办法); 由甲局负责解释 is about the text.
_LEADS = Pattern(
    "(?:(?:按照?|依照?|根据)(?:各自|法定)*职[责能](?:分工|权限|范围)?)?"
    "(?:要|应当?|须|具体|统一|主要|共同|分别|分头)?(?:积极|主动|认真|切实)*(?:牵头(?:负责|会同)?|负责(?:牵头)?)"
    f"(?![的部单人和、]|同志|领导|任[地的]|制(?![定作造订])|(?:本|对本)?[^，。；\n]{{0,12}}解释)(?=[{HAN}])"
)
# What those do behind 由 whose task it is: 由甲局组织开展.
_BY_DOING = Pattern(
    "(?:统一|具体|分别|共同|联合)?(?:组织(?:开展|编制|制定|推进|协调|实施)|统筹(?:推进|协调)?|承办|协同推进)"
)
# 具体工作由甲局承担; costs are borne too.
_TASK = Pattern("(?:工作|任务|事项|职责|事务|职能)由$")
_BEARS = Pattern("(?:具体|共同|分别)?承担(?=[，,。；;\\n]|$)")
# Before a comma that who acts stands behind: 根据区政府安排，甲局负责登记.
_GROUNDS = Pattern(r"(?:^|[。；！\n])[^\S\n]*(?:根据|按照?|依据)[^，,。；！\n]{1,40}[，,]$")
# 按照年度计划 says how; 按职责分工负责 says who.
_DUTY = Pattern("^(?:按|依据|根据).*(?:负责|落实|组织实施)$|^(?!按|依据|根据).*(?:[牵负责协配參参]|落实|实施|主办)")
_CLAUSE = Pattern("[^，,。；;、\n]{0,16}")
_CLAUSE_END = Pattern("[，,。；;\n]")
_LONGEST = 300
# 制定办法，乙局要积极配合: what those who lead do, and that others help.
_OBJECT = Pattern("[^，,；;。：！？\\n]{0,40}[，,；;]")
_HELPS = Pattern(
    "(?:要|应当?|须|需)?(?:积极|密切|主动|全力|协同|按职责|按(?:照)?(?:各自)?职责(?:分工)?)*(?:做好)?(?:配合|协助|参与|支持|参加)"
    f"(?:(?:做好|工作|实施|落实|抓好)*|(?:做好|开展|抓好|完成|实施)[{HAN}]{{2,12}})(?=[。；，;,\\n]|$)"
    "|(?:要|应当?)?给予(?:大力|积极|全力)?(?:支持|配合|协助|保障)(?=[。；，;,\\n]|$)"
    f"|(?:负责)?提供[{HAN}]{{0,6}}(?:支[持撑]|保障|服务)(?=[。；，;,\\n]|$)"
)
# The sentence, or so much of it as says who acts: after a colon stands what they do.
_WORDS = Pattern("[。：！？\\n]")
_LEAD = Pattern("牵头|主办|会同|會同|商(?=[省市县区国有相])")
_ANY_DUTY = Pattern(
    "组织|统筹|承[办担]|协同|牵头|主办|会同|會同|商(?=[省市县区国有相])|负责|配合|参与|参加|协助|协同|协办|落实|实施"
)
_MOST_VERBS = 4
# 甲局要会同乙局, 甲局商乙局; what they did is told: 甲局会同乙局提出了意见.
_TOGETHER = Pattern(
    "(?:要|应当?|须|需|可|负责|将)?(?:积极|及时|抓紧|尽快|牵头)?(?:会同|會同)"
    f"|(?:要|应当?|须)?(?<=[{OFFICE_CHARACTERS}门要当须])商(?=[省市县区国有相])"
)
_TOLD = Pattern("了|已|曾|近日|日前|赴|召开")
_TOLD_REACH = 60
_DOES = Pattern(f"[，,]?(?:[于在][^，,。；]{{1,14}}[前内底])?(?![{HAN}]{{0,6}}的)[{HAN}]{{2}}")
_ANY_OFFICE = Pattern("各?(?:有关|相关)|其他")
_WITH = "会同|會同|联合|商"
_JOINING = Pattern(_WITH)
_JOINED = Pattern(rf"[，,]?(?P<with>{_WITH})")
# 建立由甲局牵头、乙局参与的机制 tells what is set up.
_SETS_UP = Pattern("(?:建立|成立|组建|设立|健全|形成|构建|完善|组成|组织|采取|实行)(?:健全|完善|起|了|以)?$")
_SETS_UP_REACH = 6
_SET_UP = Pattern("建立|成立|组建|设立|健全|形成|构建|组成|鼓励|支持|引导|探索")
_SENTENCE_REACH = 120
_GROUNDS_REACH = 60
_DESCRIBES = Pattern(f"[{HAN}]{{0,6}}的")
# 甲局负责审核的材料 is about the material, 甲局负责计划的执行 about who executes.
_OF_WHICH = Pattern(
    f"[{HAN}]{{0,4}}的(?!日常|具体|组织|统筹|协调|执行|管理|监督|监管|工作|实施|制定|落实|建设|指导|推进|处置|检查|审核|审批|治理|维护|保障|受理"
    "|登记|评估|编制|调度|服务|研究|宣传|培训|考核|督促|汇总|安全|运行|收集|拨付|筹集)"
)
_BY_DUTY = Pattern("(?:职责|分工|权限)[，,]$")
# Who these are depends on the case: 由建设单位负责, 由本企业负责.
_ANYBODY = Pattern(
    "^[该其本]|^[一两几多某]个|(?:企业|(?<!总)公司|学校|(?<!指挥)(?<!管理)(?<!监督)(?<!执法)(?<!经办)机构|主体|组织|团体|集团|高校|院校|大学|媒体|社会|法人|市场)$|^所在|^承担|^依托"
    "|(?<!有关)(?<!相关)(?<!成员)(?<!责任)(?<!职能)(?<![所直]属)(?<!各)单位$|^政府$|^(?:主管|上级|牵头|业务|项目|行业|政府|行政|职能|(?:业务|行业|上级)主管)?(?:部门|单位)$"
)


# After 由; at the start of a sentence or after what others do in it; after a comma; or after the match of 责任单位为.
_How = Literal["by", "start", "comma"] | re.Match[str]


def prose_attributions(text: str, nodes: Sequence[Node], explicit: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in the sentences of items that none of the `explicit` ones is about, in order.

    Before the first item only those count that all items share.
    """
    starts = [attribution.start for attribution in explicit]
    head = _in_item(text, 0, nodes[0].start) if nodes else ()
    shared = (found for found in head if is_shared(text, found))
    items = (
        found
        for start, end in _items(nodes)
        if bisect_left(starts, start) == bisect_left(starts, end)
        for found in _in_item(text, start, end)
    )
    return (*shared, *items)


def _items(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The text of each node after its marker, without that of the nodes in it."""
    for node in nodes:
        yield node.body_start, node.text_end
        yield from _items(node.children)


def _in_item(text: str, start: int, end: int) -> Iterator[Attribution]:
    covered = start
    for place, how in _places(text, start, end):
        if place < covered:
            continue
        if how == "comma" and _goes_on(text, start, covered, place):
            how = "start"
        found = _stated(text, how, end) if isinstance(how, re.Match) else _acting(text, place, how, end)
        if found:
            covered = found.end
            yield found


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
    places |= {m.end(): m for m in _ARE.finditer(text, start, end)}
    yield from sorted(places.items(), key=lambda place: place[0])


def _sets_up(text: str, at: int) -> bool:
    return _SETS_UP.search(text, max(0, at - _SETS_UP_REACH), at) is not None


def _acting(text: str, start: int, how: str, end: int) -> Attribution | None:
    """The attribution that begins with the units at `start`."""
    words = _WORDS.compiled.split(text[start : min(end, start + _LONGEST)], 1)[0]
    # Most sentences say nothing of the kind; to look for units takes long.
    if not (_LEAD if how == "comma" else _ANY_DUTY).search(words):
        return None
    for length in _lengths(words, how):
        found = parse_attribution(text, start, start + length, (start, start + length))
        units = found.fields[0].units if found else ()
        if found and units and units[0].start == start and all(map(_is_named, units)) and _joined_by(found.fields[1:]):
            return _with_helpers(text, found, end) if how != "comma" or _leads_in_sentence(text, start, found) else None
    if how == "by" and (found := _bearing(text, start, words)):
        return _with_helpers(text, found, end)
    found = _joint(text, start, words)
    return found if found and (how != "comma" or _leads_in_sentence(text, start, found)) else None


def _bearing(text: str, start: int, words: str) -> Attribution | None:
    """具体工作由甲局承担."""
    if not _TASK.search(text, max(0, start - 4), start):
        return None
    stop = start + list_end(words, 0, False)
    bears = _BEARS.match(text, stop)
    units = split_units(text, start, stop) if bears else ()
    if not bears or not units or not all(map(_is_named, units)):
        return None
    return Attribution(start, bears.end(), (Field(Role.RESPONSIBLE, "", start, bears.end(), units),))


def _with_helpers(text: str, found: Attribution, end: int) -> Attribution:
    """甲局牵头制定办法，乙局积极配合: with those who help in the clause behind what they lead."""
    comma = _OBJECT.match(text, found.end, min(end, found.end + _LONGEST))
    if comma is None or any(field.role is Role.PARTICIPANTS for field in found.fields):
        return found
    start = comma.end()
    stop = start + list_end(text[start : min(end, start + _LONGEST)], 0, False)
    units = split_units(text, start, stop)
    if stop == start or not all(map(_is_listed, units)) or not _HELPS.match(text, stop, end):
        return found
    fields = (*found.fields, Field(Role.PARTICIPANTS, "", start, stop, units))
    return Attribution(found.start, stop, fields, found.deadlines)


def _leads_in_sentence(text: str, start: int, found: Attribution) -> bool:
    """Whether the first units lead, in a sentence that does not tell what is set up."""
    sentence = _SENTENCE.search(text, max(0, start - _SENTENCE_REACH), start)
    return found.fields[0].role is Role.LEAD and not (sentence and _SET_UP.search(sentence[0]))


def _joint(text: str, start: int, words: str) -> Attribution | None:
    """甲局要会同乙局制定办法: who leads, and who comes in."""
    joined = _TOGETHER.search(words)
    if joined is None or _TOLD.search(words[:_TOLD_REACH]):
        return None
    first, second = joined.start(), joined.end()
    stop = list_end(words, second, False)
    if verb := next((v for v in _BY_DOING.finditer(words, second, stop) if v.end() == stop), None):
        stop = verb.start()
    if list_end(words[:first], 0, False) != first or stop == second or not _DOES.match(words, stop):
        return None
    lead = split_units(text, start, start + first)
    others = split_units(text, start + second, start + stop)
    if not lead or not all(map(_is_named, (*lead, *others))) or _ANY_OFFICE.match(words):
        return None
    fields = (
        Field(Role.LEAD, "", start, start + first, lead),
        Field(Role.PARTICIPANTS, "", start + second, start + stop, others),
    )
    return Attribution(start, start + stop, fields)


def _lengths(words: str, how: str) -> Iterator[int]:
    """Where the units that these words begin with, and what they do, may end, the longest first."""
    stop = list_end(words, 0, False)
    if not stop:
        return
    stop = _joined_end(words, stop)
    # 甲局按照职责，负责登记.
    leads = _LEADS.match(words, stop + 1 if _BY_DUTY.search(words, 0, stop + 1) else stop)
    leading = leads and (how == "by" or "牵" in leads[0] or "会同" in words[:stop])
    if leads and (leading or (how == "start" and not _OF_WHICH.match(words, leads.end()))):
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


def _stated(text: str, first: re.Match[str], end: int) -> Attribution | None:
    """牵头单位为甲局，配合单位为乙局: the fields from the first one on."""
    fields: list[Field] = []
    following: re.Match[str] | None = first
    while following:
        start = following.end()
        clause = _CLAUSE_END.search(text, start, start + _LONGEST)
        stop = start + list_end(text[start : clause.start() if clause else start + _LONGEST], 0, False)
        units = split_units(text, start, stop)
        role = role_of(following[0])
        known = _is_listed if role is Role.PARTICIPANTS and fields else _is_named
        if stop > end or not units or not all(map(known, units)):
            break
        fields.append(Field(role, "", start, stop, units))
        following = _ARE.match(text, stop + 1)
    return Attribution(fields[0].start, fields[-1].end, tuple(fields)) if fields else None


def _joined_by(fields: Sequence[Field]) -> bool:
    """Whether those who come in are authorities; who takes part may be any: 甲局牵头，各物业企业参与."""
    return all(
        all(map(_is_named, field.units)) or (field.role is Role.PARTICIPANTS and all(map(_is_listed, field.units)))
        for field in fields
    )


def _is_listed(unit: Unit) -> bool:
    return is_name(unit.name) and not NOT_IN_NAMES.search(unit.name)


def _is_named(unit: Unit) -> bool:
    """Whether it is an authority, or a kind of them."""
    return _is_listed(unit) and not _ANYBODY.search(unit.name) and not PROSE.match(unit.name)
