"""The number of things that is announced, and how many follow (NUM009)."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, repeat

from lawcheck.checks.num.announced_series import counted, series_mismatch, sort_left_out
from lawcheck.checks.num.counted_behind import counted_behind
from lawcheck.checks.num.slogan_parts import other_numbers, slogan_mismatch
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import LISTED
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

# 一是, 第一，, 其一，, 第一步，, 第一阶段（…）, or an ordinal.
_FIRST_MEMBER = Pattern(
    r"[：:。]\s{0,6}(?=(?P<prefix>[第其]?)一(?P<form>(?<!第.)(?<!其.)[是要]|(?<=[第其].)(?:[，,]|步|阶段))"
    r"|(?<=[：:\n\s])(?P<ordinal>[（(]一[）)]|1[.．、]|①|[（(]?1[）)]))"
)
_MEMBER_LINE = Pattern(r"\n[ \t\u3000]{0,8}(?P<number>[一二三四五六七八九十]{1,3})(?P<form>[是要])")
_ANNOUNCED = Pattern(
    "(?P<count>[一二两三四五六七八九十]{1,3}|[0-9]{1,2})(?!个月|个工作日|个小时|个自然|个百分|年)(?P<unit>个方面|方面|项|个|点|条|种|类|大|件|步|阶段)(?P<rest>[^，。；：、“”\n]{0,12})$"
)
_LAST_MEMBER = Pattern("[；。，;][ \u3000]{0,2}最后[，,是要]", needs=("最后",))
_NUMERAL_BEFORE = "第零百千万之.．0123456789一二三四五六七八九十"
# These leave the number open.
_OPEN = Pattern("以上|以下|之一|任[一何]|至少|以内|左右|不等")
# 至少两个, 任选三项, 其中的两类: how many there are to choose from is another number.
_OPEN_BEFORE = Pattern(
    "(?:至少|至多|最少|最多|不[少低多高]于|不超过|[多少大小]于|超过|不止|大约|大概|[约近]|任选|任意|选[择取做]?|自选|(?:其中|之中|当中|中)的?)其?中?的?$"
)
# What stands before a full stop is a list to come only where it is called so: 三项工作。 and not 三个礼盒。
_CALLED = Pattern(f"{LISTED}|点$")
# 党的二十大, 工会十七大精神 is a congress by its number; what is announced is named: 十大工程.
_CONGRESS = Pattern(
    "大(?:$|[的和及、”]|精神|报告|主题|代表|会议|召开|闭幕|开幕|期间|以来|之后|提出|决定|决策|部署|战略|确定|文件|知识|宣[传讲]|学习)"
)
_MOST_GREAT = 10
_NEAR = 24
_LONGEST = 4000


# “四个到位”要求：认识到位、责任到位、措施到位: each is called what they all are.
_SLOGAN = Pattern(
    f"(?P<announced>(?P<open>“)?(?P<count>[两三四五六七八九十])个(?P<word>[{HAN}]{{2,3}})(?(open)”))(?(open)(?:要求|目标|任务|机制|工程|原则|做法|思路|格局)?(?:，?即[：:]?|[：（(])|(?:[（(]|，?即[：:]?))"
    "(?P<list>[^。；：\n“”（()）]{4,160})(?=[。；\n）)]|\\Z)",
    needs=("：", "（", "(", "即"),
)
# 3座，分别位于甲镇、乙镇、丙镇。
_RESPECTIVELY = Pattern(
    f"(?<![0-9.第到至])(?P<announced>(?P<count>[0-9]{{1,2}}|[两三四五六七八九十])[个座处所家名位条项](?![又以人月工]))"
    f"(?P<what>[{HAN}]{{0,8}})[，：:]?分别(?:是|为|位于|在|设在|叫)(?P<list>[^。；：，\n（()）]{{2,160}})(?=[。；\n]|\\Z)",
    needs=("分别",),
)
_DIVIDED = Pattern("[、，]")
_JOINED = Pattern("以及|[和与及]")
_NOT_ALL = Pattern("等|[0-9]|方面")


def _told_apart(text: str) -> Iterator[Finding]:
    """Lists whose members are all called what was announced, and those that 分别 leads in."""
    for match in _SLOGAN.finditer(text):
        word = match["word"]
        members = [member for part in _DIVIDED.compiled.split(match["list"]) for member in _apart(part, word)]
        alike = all(map(str.endswith, members, repeat(word))) or all(map(str.startswith, members, repeat(word)))
        if len(members) > 1 and alike and all(len(member) > len(word) for member in members):
            yield from _other_count(match, {len(members)})
    for match in _RESPECTIVELY.finditer(text):
        if _NOT_ALL.search(match["list"]):
            continue
        members = match["list"].split("、")
        # Whether 和 divides the last two or belongs to a name, nobody can tell: both counts are right.
        joined = sum(len(_JOINED.compiled.findall(member)) for member in members)
        if len(members) > 1:
            yield from _other_count(match, set(range(len(members), len(members) + joined + 1)))


def _apart(part: str, word: str) -> list[str]:
    pieces = _JOINED.compiled.split(part)
    return pieces if all(piece.endswith(word) for piece in pieces) else [part]


def _other_count(match: re.Match[str], found: set[int]) -> Iterator[Finding]:
    count = counted(match["count"])
    if count not in found and count > 1:
        values = {"announced": match["count"], "found": max(found)}
        yield Finding(*match.span("announced"), values)


def count_mismatch(document: Document) -> Iterator[Finding]:
    """NUM009: a number of things is announced, and another number of them follows or is named before."""
    text = document.text
    apart = list(_told_apart(text))
    yield from apart
    yield from series_mismatch(text)
    yield from sort_left_out(text)
    yield from counted_behind(document)
    yield from other_numbers(text)
    told = {each.start for each in apart}
    for mismatch in slogan_mismatch(text):
        if mismatch.start not in told:
            told.add(mismatch.start)
            yield mismatch
    families: dict[int, tuple[Sequence[Node], int]] | None = None
    for match in _FIRST_MEMBER.finditer(text):
        near = max(0, match.start() - _NEAR)
        announced = _ANNOUNCED.search(text[near : match.start()])
        if announced is None or _OPEN.search(announced["rest"]):
            continue
        if _OPEN_BEFORE.search(text[near : near + announced.start()]):
            continue
        if match[0][0] == "。" and announced["rest"] and not _CALLED.search(announced[0]):
            continue
        start = near + announced.start()
        count = counted(announced["count"])
        # 二类 is the second class, 两类 are two.
        if count < 2 or announced["count"] == "二" or text[start - 1 : start] in tuple(_NUMERAL_BEFORE):
            continue
        if announced["unit"] == "大" and (
            count > _MOST_GREAT or _CONGRESS.search(text, start, match.start()) is not None
        ):
            continue
        if _is_named_so(text, start, f"{chinese_numeral(count - 1)}{announced['unit']}"):
            continue
        if match["form"]:
            if "\n" not in match[0]:
                found = _inline_members(text, match.end(), match["prefix"], match["form"])
            else:
                found = 0 if match["prefix"] else _lined_members(text, match.end(), match["form"])
        else:
            families = families if families is not None else _families(document)
            found = _listed_members(*families.get(match.end(), ((), 0)))
        if found > 1 and found != count:
            yield Finding(start, match.start(), {"announced": announced["count"], "found": found})


def _is_named_so(text: str, start: int, before: str) -> bool:
    """Whether 四类 is the fourth class: its line begins with it, and one above begins with 三类."""
    line = text.rfind("\n", 0, start)
    return not text[line + 1 : start].strip() and text.find(f"\n{before}", max(0, line - _LONGEST), line) >= 0


def _inline_members(text: str, start: int, prefix: str, form: str) -> int:
    """How many members 一是…二是… has in its paragraph; 0 when another list is mixed into it."""
    end = text.find("\n", start)
    end = min(end if end >= 0 else len(text), start + _LONGEST)

    def member(number: int) -> str:
        return f"{prefix}{chinese_numeral(number)}{form}"

    if text.find(member(1), start + 2, end) >= 0:
        return 0
    count, last = 1, start
    while (at := text.find(member(count + 1), last + 2, end)) >= 0:
        count, last = count + 1, at
    # A number that stands twice is a matter of STR001.
    if text.find(member(count), last + 2, end) >= 0:
        return 0
    # A list that goes on in the next paragraph, or after a lost member, is no matter for counting.
    if text.startswith(member(count + 1), end + 1) or text.find(member(count + 2), start, end) >= 0:
        return 0
    # 第一，…；第二，…；最后，…
    return count + (prefix != "" and _LAST_MEMBER.search(text, last, end) is not None)


def _lined_members(text: str, start: int, form: str) -> int:
    """How many paragraphs that begin with 一是, 二是 … follow one another; 0 when their numbers do not run on."""
    count = 1
    for match in _MEMBER_LINE.finditer(text, start, start + _LONGEST):
        if match["form"] != form or match["number"] == "一":
            break
        if parse_numeral(match["number"]) != count + 1:
            return 0
        count += 1
    return count


def _families(document: Document) -> dict[int, tuple[Sequence[Node], int]]:
    """For each node, by its start: the nodes of its family, and which of them it is."""
    return {node.start: (group, index) for group in document.families for index, node in enumerate(group)}


def _listed_members(family: Sequence[Node], first: int) -> int:
    """How many members the list has that begins with this node; 0 when its numbers do not run on."""
    count = 0
    for node in islice(family, first, None):
        if node.number != count + 1 or node.inferred or node.level != family[first].level:
            # The next list begins anew; a number that is wrong is a matter of STR001–STR003.
            return count if node.number == 1 or node.level != family[first].level else 0
        count += 1
    return count
