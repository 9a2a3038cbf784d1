"""Attributions in sentences, without label or brackets: 由甲局牵头，会同乙局…；甲局负责，乙局配合。

They count only where the item that they stand in is not attributed in another way.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from lawcheck.structure.acting_clauses import acting
from lawcheck.structure.acting_units import TOLD
from lawcheck.structure.document import Attribution, Node
from lawcheck.structure.later_clauses import (
    CHIEFLY,
    assisting,
    carried,
    chief_start,
    chiefly,
    coming_in,
    doing_too,
    helpers,
    helping,
)
from lawcheck.structure.shared_attributions import is_shared
from lawcheck.structure.stated_duties import (
    ARE,
    SEATED,
    answering,
    being,
    headed,
    seated,
    sharing,
    stated,
    told,
    working,
)
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, YEAR
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

# 由 before those who act, or the start of a sentence or of an item.
_BY = Pattern(
    "(?<![自缘来经因已原曾如若凡未非可])(?<![^清管办整治处审受护]理)(?<![^此该本]事)"
    "(?<!不得)(?<!不再)(?<!无需)(?<!探索)(?<!鼓励)(?<!(?<!术)支持)(?<!允许)由(?![于此来])",
    first="由",
)
# 请甲局牵头办理.
_PLEASE = "请(?![于按尽在速及将即查予认务你示遵贵其])(?!各(?![^，。；\\n]{1,30}(?:会同|牵头)))"
# 责成甲局牵头整改.
_ASKING = f"(?:{_PLEASE}|责成|指定)"
_ASKED = Pattern(f"[。；！：\\n，][^\\S\\n]{{0,8}}{_ASKING}")
_ASKED_FIRST = Pattern(_ASKING)
_START = Pattern(r"(?:[。；！：\n（(]|:(?![0-9]))[^\S\n]{0,8}(?:[本此该]项?(?:工作|任务|措施))?")
# 责任分工  甲局牵头: what the item is headed by, where the sign behind it was lost.
_HEADED_BY = Pattern(f"[{HAN}]{{0,6}}(?:机构|分工|主体|单位|部门|职责)[^\\S\\n]{{1,8}}")
_BLANKS = Pattern(r"[^\S\n]{1,8}")
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS}\n]")
# Within a sentence only who leads is named without 由: 加强领导，甲局牵头实施.
_COMMA = Pattern("[，,]")
_SENTENCE = Pattern("[^。；！\\n]{0,120}$")
# Before a comma that who acts stands behind: 根据区政府安排，甲局负责登记.
_GROUNDS = Pattern(
    r"(?:^|[。；！\n])[^\S\n]*(?:(?:根据|按照?|依据|在|针对|围绕|结合|对)[^，,。；！\n]{1,40}"
    rf"|(?:从?(?:{YEAR}|今|明)年|每[年月季周日]|{MONTH}月)[^，,。；！\n由]{{0,14}}|[^，,。；！\n由]{{2,20}}方面)[，,]$"
)
_BEHIND = Pattern(r"[^\S\n。；;，,）)]{0,8}[。；;）)]{0,2}[^\S\n]{0,8}\n")
_LONGEST = 300
_FAR = 9
# The sentence, or so much of it as says who acts: after a colon stands what they do.
_WORDS = Pattern("[。：！？\\n]")
# Each alternative begins with a character: so `re` looks for these alone.
_ANY_DUTY = (
    "组织|统筹|承办|承担|协同|牵头|主责|主办|会同|會同|商(?=[省市县区国有相同])|负责|配合|参与|参加|协助|协办|落实|实施"
    "|责任单位|责任部门|(?:责任|实施|落实|工作|管理)主体|职责|职能"
)
_JOINING = "联合(?=[省市区县国镇各有相])"
_MAKING = "进行|开展|统一(?=[协调开配采安印发部实管])|归口|制定|制订|拟定|拟订|起草|编制|编写|修订|督办"
_ANY_MUST = f"[{OFFICE_CHARACTERS}门关府联道镇乡村县市区）)，,](?:要|必?须)"
_MUST = Pattern(f"{_ANY_MUST}|统筹|组织|实施")
_SIGNS = {
    "start": Pattern(f"{_ANY_DUTY}|{_JOINING}|{_ANY_MUST}"),
    "by": Pattern(f"{_ANY_DUTY}|{_MAKING}"),
    "comma": Pattern(
        "责任单位|责任部门|责任主体|职责|职能|牵头|主责|主办|配合|协助|会同|會同|商(?=[省市县区国有相同])|负责"
    ),
}
# Any of these signs, and where sentences end.
_SIGN_OR_END = Pattern(f"{_ANY_DUTY}|{_JOINING}|{_MAKING}|{_ANY_MUST}|。|：|！|？|\n")
_ENDS = frozenset("。：！？\n")
_WITHOUT_SUBJECT = Pattern("会同")
# A sentence may begin with more: 同时会同乙局检查, 要会同乙局检查.
_NO_SUBJECT_AT_START = Pattern("(?:并|同时|还|要|应当?|需|将|积极|主动|及时|定期){0,3}会同")
_BEFORE_COLON = Pattern("[；;，,、。](?![^；;，,、。]{2,4}(?:配合|参与|参加|协助|协办)$)[^；;，,、。]{2,6}$")
# 各部门要密切配合 behind the sentence asks everybody to work together.
_EVERYBODY = Pattern("各(?:有关|相关|级|部门|单位|地区?|地方|方面|、|和){1,6}要?(?:密切|相互|互相|加强|通力|协同)配合")
# What somebody may do in a later clause.
_LATER = Pattern("[，,][^，,]{0,8}(?:会同|會同|牵头|负责)")
# 建立由甲局牵头、乙局参与的机制 tells what is set up.
_SETS_UP = Pattern("(?:建立|成立|组建|设立|健全|形成|构建|完善|组成|组织|采取|实行)(?:健全|完善|起|了|以)?$")
_SETS_UP_REACH = 6
_SENTENCE_REACH = 120
_GROUNDS_REACH = 60
# After 由; at the start of a sentence or after what others do in it; after a comma; or after the match of 责任单位为.
_How = Literal["by", "start", "comma"] | re.Match[str]


def prose_attributions(text: str, nodes: Sequence[Node], explicit: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in the sentences of items that none of the `explicit` ones is about, in order.

    Before the first item only those count that all items share.
    """
    head = _in_item(text, 0, nodes[0].start if nodes else len(text))
    # A text without items is one item.
    shared = (found for found in head if not nodes or is_shared(text, found))
    items = (found for start, end in _open(text, nodes, explicit) for found in _in_item(text, start, end))
    return (*shared, *items)


def _open(text: str, nodes: Sequence[Node], explicit: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """The text of items that none of these is about: the whole of it, or the paragraphs behind the last of them."""
    starts = [attribution.start for attribution in explicit]
    for start, end in _items(nodes):
        last = bisect_left(starts, end)
        if bisect_left(starts, start) == last:
            yield start, end
            continue
        behind = _BEHIND.match(text, explicit[last - 1].end, end)
        # What stands beside a heading is about all that is under it.
        if behind and _SENTENCE_END.search(text, start, explicit[last - 1].start):
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
    telling = _telling(text, start, end)
    if not (heads or telling):
        return
    at = 0
    for place, how in _places(text, start, end):
        if place < covered:
            continue
        while at < len(telling) and telling[at][1] < place:
            at += 1
        # What helps the one found last has signs of its own; 责任单位为 is a sign itself.
        is_near = start < covered and place - covered <= _LONGEST
        tells = isinstance(how, re.Match) or (at < len(telling) and telling[at][0] <= place)
        if not (tells or is_near):
            continue
        if how == "comma" and _goes_on(text, start, covered, place):
            how = "start"
        found = _found(text, place, how, (start, end))
        if not found and how == "start" and covered > start and (ends := _sentences(text, covered, place)) <= 1:
            help_ = None if ends and _EVERYBODY.match(text, place, end) else helping(text, place, end)
            found = (help_,) if help_ else ()
            if not found and how == "start" and _sentences(text, covered, place) == 0:
                found = doing_too(text, place, end)
        if found:
            covered = found[-1].end
            yield from found


def _telling(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of an item behind whose places somebody's duty may be told: most sentences say nothing of it.

    Each goes from the beginning of a sentence to its last sign, or to the colon that ends it.
    """
    stretches: list[tuple[int, int]] = []
    first, last = start, -1
    for sign in _SIGN_OR_END.finditer(text, start, end):
        if sign[0] not in _ENDS:
            last = sign.start()
            continue
        if sign[0] == "：":
            last = sign.start()
        if last >= first:
            stretches.append((first, last))
        first = sign.end()
    if last >= first:
        stretches.append((first, last))
    return stretches


def _found(text: str, place: int, how: _How, item: tuple[int, int]) -> tuple[Attribution, ...]:
    """What is said at a place of who acts: the attribution there, and those in later clauses of its sentence."""
    first, end = item
    if isinstance(how, re.Match):
        if how.re is CHIEFLY.compiled:
            return chiefly(text, place, how, end)
        one = seated(text, how, end) if how.re is SEATED.compiled else stated(text, how, end)
        return (one,) if one else ()
    words = _WORDS.compiled.split(text[place : min(end, place + _LONGEST)], 1)[0]
    if text[place + len(words) : place + len(words) + 1] == "：":
        if how == "start" and (one := answering(text, place, end)):
            return (one,)
        # 主办：甲局；协办：乙局: what a colon follows at once is a label.
        words = _BEFORE_COLON.compiled.sub("", words)
    # Most sentences say nothing of the kind; to look for units takes long.
    if not _SIGNS[how].search(words):
        return ()
    one = acting(text, place, how, words, first)
    if one:
        return (one, *helpers(text, one, end))
    alone = (_NO_SUBJECT_AT_START if how == "start" else _WITHOUT_SUBJECT).match(text, place) if how != "by" else None
    if alone:
        sentence = _SENTENCE.search(text, max(first, place - _SENTENCE_REACH), place)
        return () if sentence and TOLD.search(sentence[0]) else coming_in(text, alone.end(), end)
    if how != "start":
        one = (being(text, place, end) or sharing(text, place, end)) if how == "comma" else None
        return (one,) if one else assisting(text, place, end) if how == "comma" else ()
    if one := answering(text, place, end) or working(text, place, end):
        return (one,)
    found = assisting(text, place, end) or (carried(text, place, end) if _LATER.search(words) else ())
    one = None if found or not _MUST.search(words) else told(text, place, end)
    return (one,) if one else found


def _goes_on(text: str, start: int, covered: int, place: int) -> bool:
    """Whether a comma follows what others do in the same sentence, or the grounds on which somebody acts."""
    series = covered > start and _sentences(text, covered, place) == 0
    return series or _GROUNDS.search(text[max(start, place - _GROUNDS_REACH) : place]) is not None


def _sentences(text: str, covered: int, place: int) -> int:
    """How many sentences end between the one where somebody was found last and a place; many, where that is far."""
    far = place - covered > _LONGEST
    return _FAR if far else sum(1 for _ in _SENTENCE_END.finditer(text, covered, place))


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, _How]]:
    """Where units may be named as those who act, and how."""
    places: dict[int, _How] = {m.end(): "comma" for m in _COMMA.finditer(text, start, end)}
    places |= {m.end(): "start" for m in _START.finditer(text, start, end)}
    first = _BLANKS.match(text, start, end)
    place = first.end() if first else start
    places[place] = "start"
    if named := _HEADED_BY.match(text, place, end):
        places[named.end()] = "start"
    places |= {m.end(): "by" for m in _BY.finditer(text, start, end) if not _sets_up(text, m.start())}
    places |= {m.end(): "by" for m in _ASKED.finditer(text, start, end)}
    if asked := _ASKED_FIRST.match(text, start, end):
        places[asked.end()] = "by"
    places |= {m.end(): m for m in ARE.finditer(text, start, end)}
    places |= {m.start(): m for m in SEATED.finditer(text, start, end)}
    for chief in CHIEFLY.finditer(text, start, end):
        at = chief_start(text, start, chief)
        if at >= 0 and not _sets_up(text, at - 1):
            places[at] = chief
    yield from sorted(places.items(), key=lambda place: place[0])


def _sets_up(text: str, at: int) -> bool:
    return _SETS_UP.search(text, max(0, at - _SETS_UP_REACH), at) is not None
