"""A comma in a row whose members have the same number of characters (PUN039): 引进技术、设备，人才等.

That the row goes on behind the comma is shown by its members, all as long as those before it down to 等 or 和, by a
noun that begins no clause, or by two members that end alike.
"""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_JOINS = "和与及或"
# 等额分配 and 等待 are no end of a row.
_OTHERS = Pattern("等(?![额级候待于值效同次距])")
_COMMA = Pattern(
    f"、(?P<last>[{HAN}]{{2,8}})(?P<comma>，)(?P<next>[{HAN}]{{2,8}}?)(?=[、等{_JOINS}])",
    first="、",
)
_BEFORE = Pattern(f"[{HAN}、]*\\Z")
_BEHIND = Pattern(f"[{HAN}、]*")
_REACH = 60
# What is done or said next begins a clause, whatever its length.
NO_MEMBER = (
    *"应由对各将并可以在为按经不须要予是有其该本即且但而如凡因若也均都到更每另再又还只仅未没已正",
    "或者",
    "不断",
    "不得",
    "不再",
    "不要",
)
CLAUSE = Pattern(
    "带动|统筹|资助|建[立设成]|准确|公布|交付|[加增][强快大]|完[善成]|推[进动行广]|落实|制[定作]|组[织建]|开[展放]|提[高升供出交]|强化|健全|促进"
    "|保[障证护持]|确[保定认]|实[施行现]|引[导进发]|鼓励|支持|做好|形成|打造|构[建成]|培[育养训]|发[展挥布现]|优化|深化|规范|进行|采[取用]|明确|严[格禁]|统一"
    "|扩大|坚持|维护|解决|改[善进]|创新|指导|督促|协[调助]|服务|配[合备]|参[与加]|承担|负责|履行|接受|[拥具]有|取得|获得|达到|符合|满足|适应|防[止范]|避免|化解"
    "|依[法照规]|及时|全面|认真|积极|切实|充分|不断|逐[步一]|着力|大力|努力|禁止|[共不]同|同时|方便|造成|影响|导致|根据|通过|结合|围绕|针对|[利使]用|设[有立置]"
    "|安排|成立|召开|举[办行]|申[请报]|报[送告]|审[核批查]|批准|同意|认定|登记|宣传|学习|贯彻|执行|遵守|掌握|了解|熟悉|关[心注]|重视|尊重|享受|给予|违反|情节"
    "|会同|联合|委托|征求|听取|自[主行愿觉]|独立|主动|带头|分别|分[级类]|定期|适时|如实|始终|坚[决定]|集中|突出|把握|抓[好住紧]|搞好|力争|争取|动员|吸引|带领"
    f"|[{HAN}]{{2,3}}地(?=[{HAN}])(?![区点方理域址块图铁下震貌质形位段税籍面表])"
    "|逾期|拒[不绝]|处[以理]|没收|吊销|责令|警告|追[究回]|撤销|包括|聚焦|深入|妥善|埋[置设]|推|让|使"
)
_JOINT = Pattern(f"(?<=[{HAN}]{{2}})[{_JOINS}](?=[{HAN}]{{2}})")
_PAIR = 2


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for row in rows("row_nouns.tsv") for word in row[0].split(" "))


def even_rows(text: str) -> Iterator[int]:
    """Where the comma stands."""
    for match in _COMMA.finditer(text):
        last, following, at = match["last"], match["next"], match.start("comma")
        if following.startswith(NO_MEMBER) or is_closed(last, following):
            continue
        before = _BEFORE.compiled.findall(text[max(0, at - _REACH) : at])[0].split("、")
        behind = _BEHIND.compiled.findall(text[at + 1 : at + 1 + _REACH])[0].split("、")
        if len(before[0]) < _PAIR and len(before) == _PAIR:
            continue
        if len(last) == len(following) == _PAIR:
            if _goes_on(before, behind, last, following):
                yield at
        elif len(last) == len(following) and _are_things(last, following) and _is_even(before, behind, len(last)):
            yield at


def is_closed(last: str, following: str) -> bool:
    """Whether 和 ends a row before the comma: 制定方针、政策和计划，自主安排."""
    return _JOINT.search(last) is not None and not _JOINT.search(following)


def _are_things(last: str, following: str) -> bool:
    """Whether neither of two members is what is done: 完善制度、压实责任，倒排工期 may be three clauses."""
    is_named = following[-_PAIR:] in _nouns() and last[-_PAIR:] in (*_nouns(), following[-_PAIR:])
    return not CLAUSE.match(following) and (is_named or not CLAUSE.match(last))


def _goes_on(before: list[str], behind: list[str], last: str, following: str) -> bool:
    """Whether a row of pairs of characters goes on behind a comma."""
    if _is_even(before, behind, _PAIR) or following in _nouns():
        return True
    # 三中、四中，五中、六中; 讯问、询问，讯问、询问过程 is a new clause.
    if last[-1] == following[-1]:
        again = any(member.endswith(following) for member in before) or any(each.startswith(last) for each in behind)
        return not again and not CLAUSE.match(following)
    return last in _nouns() and len(behind) > _PAIR and len(behind[1]) == _PAIR and not CLAUSE.match(following)


def _is_even(before: list[str], behind: list[str], length: int) -> bool:
    """Whether all members but the first are as long, and the row ends in 等 or a last one behind 和."""
    if any(len(member) != length for member in (*before[1:], *behind[:-1])):
        return False
    rest = behind[-1][length:]
    if _OTHERS.match(rest):
        return True
    after = rest[1 + length :]
    return rest.startswith(tuple(_JOINS)) and len(rest) > length and after[:1] in ("", "等", "的")
