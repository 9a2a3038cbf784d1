"""Amounts: ranges, approximations, mixed numerals and units (NUM003, NUM004, NUM006, NUM008, NUM010)."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from string import ascii_letters, digits

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.dates import MIXED_DATE
from lawcheck.text.vocabulary.han import HAN, is_han

_RANGE_END = Pattern(
    r"[—～~–－至到-]{1,2}(?P<last>[0-9]{1,6}(?:\.[0-9]{1,3})?)(?P<unit>[%％‰万亿])", first="—～~–－至到-"
)
_RANGE_START = Pattern(r"(?P<first>[0-9]{1,6}(?:\.[0-9]{1,3})?)$")
# 3%～5，: the sign stands at the first end alone, and nothing is counted at the other.
_SIGNED_FIRST = Pattern(
    r"(?<![0-9.])(?P<first>[0-9]{1,3}(?:\.[0-9]{1,3})?)(?P<unit>[%％‰])[—～~–－至到-]{1,2}(?P<last>[0-9]{1,3}(?:\.[0-9]{1,3})?)"
    r"(?=[，。；、）)\n]|之间|左右|以[上下内]|\Z)",
    needs=("%", "％", "‰"),
)
_CODE = frozenset(ascii_letters + digits + "._-/—～~–－第")
_LONGEST = 12


def range_unit_ellipsis(document: Document) -> Iterator[Finding]:
    """NUM003: a range one of whose ends has lost its %, 万 or 亿, so that it may be a thousandfold."""
    text = document.text
    for match in _SIGNED_FIRST.finditer(text):
        values = {"right": f"{match['first']}{match['unit']}～{match['last']}{match['unit']}"}
        end = match.end()
        yield Finding(match.start(), end, values, "last", edits=(Edit(end, end, match["unit"]),))
    ranges = list(_short_ranges(text))
    # 1—5亿元, 5—10亿元: the steps of a scale, where each begins at the end of the one before it.
    ends = {(match["last"], match["unit"]) for _, match in ranges}
    begun = {(first, match["unit"]) for first, match in ranges}
    for first, match in ranges:
        if (first, match["unit"]) not in ends and (match["last"], match["unit"]) not in begun:
            at = match.start()
            values = {"right": f"{first}{match['unit']}～{match['last']}{match['unit']}"}
            yield Finding(at - len(first), match.end(), values, edits=(Edit(at, at, match["unit"]),))


def _short_ranges(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The first number of each range that has its unit at the second alone, and the rest of it."""
    for match in _RANGE_END.finditer(text):
        at = match.start()
        window = text[max(0, at - _LONGEST) : at]
        first = _RANGE_START.search(window)
        if first is None or window[: first.start()][-1:] in _CODE or _is_year(first["first"]):
            continue
        if float(first["first"]) < float(match["last"]):
            yield first["first"], match


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


_NUMERALS = "零一二三四五六七八九"
# What is counted roughly; a grade, class or season is enumerated instead.
_COUNTED = "天|年(?![级期制生])|个|人(?!制)|岁|里|公里|米|分钟|小时|次|倍|百|千|万|成|名|斤|吨|遍|回"
_SECOND = Pattern(f"、(?P<last>[二三四五六七八九2-9])(?=(?:{_COUNTED})(?!、))")
_FIRST = (frozenset("一二三四五六七八"), frozenset("12345678"))
# Before the first number these make it an ordinal, a member of a longer row, or the number of a thing.
_NOT_ROUGH = "第一二三四五六七八九十百件表图条款项章节部分期类级册卷列居获占排夺"


def approx_dunhao(document: Document) -> Iterator[Finding]:
    """NUM004: two neighbouring numbers that mean about so many, divided by 、 or written in figures."""
    text = document.text
    starts: set[int] | None = None
    for match in _SECOND.finditer(text):
        at = match.start() - 1
        first, last = text[max(0, at) : at + 1], match["last"]
        if first not in _FIRST[last.isascii()] or _value(last) != _value(first) + 1:
            continue
        before = text[at - 1 : at]
        if not is_han(before) or before in _NOT_ROUGH:
            continue
        starts = starts if starts is not None else {node.start for node in document.walk()}
        if at not in starts:
            right = _NUMERALS[_value(first)] + _NUMERALS[_value(last)]
            found = text[at : match.end()]
            yield Finding(at, match.end(), {"found": found, "right": right}, edits=(Edit(at, match.end(), right),))


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else _NUMERALS.index(numeral)


_DEGREE = Pattern("左右|上下|以[上下内]", first="左上以")
_AMOUNT_BEFORE = Pattern(
    "(?P<word>大约|大致|大体|约|将近|接近|(?<![最远附邻就亲靠相])近|大概|超过|超出|逾|至少|最少|不超过|最多|不[少低]于|不得[少低]于|[高多]达)"
    "(?:需要?|占|有|在|为|用|达到?)?[0-9一二半三四五六七八九十百千万亿两几][0-9一二三四五六七八九十百千万亿两几半分之成数.,%％]{0,8}"
    "[个人名家项年天月日元米公里吨亩户次件小时分钟岁万亿学课]{0,3}及?$"
)
_LONGEST_AMOUNT = 18
# 大体控制在总数的5%左右
_KEPT_ABOUT = Pattern(
    f"(?P<first>大体|大致|大概|大约|约)(?:上)?(?:控制|保持|稳定|维持|占|集中)(?:在|到)?[{HAN}]{{0,10}}?[0-9.]{{1,6}}[%％{HAN}]{{1,2}}?(?P<last>左右|上下)",
    needs=("左右", "上下"),
)
# 100万元左右以上: about so much, and a limit.
_BOTH = Pattern(
    "(?<=[0-9一二三四五六七八九十百千万亿%％元人个名家项年天月米里吨亩户次件时钟岁])(?P<first>左右|上下)(?P<last>以[上下内])",
    needs=("左右以", "上下以"),
)
# 1200余万元左右
_ABOUT_TWICE = Pattern(
    "(?<=[0-9一二三四五六七八九十百千万])(?P<first>[余多])(?:万|亿)?(?:元|人|名|户|个|家|项|天|年|公里|米|吨|亩|次|件|平方米)?(?P<last>左右|上下)",
    needs=("左右", "上下"),
)
# 至少不低于20人
_LEAST_TWICE = Pattern("(?P<first>至少|最少|起码)[要应须得]?(?P<last>不(?:得)?[少低]于)", needs=("少于", "低于"))
_SAME = {
    "左右": "大约将近接近大概大致大体高达多达",
    "上下": "大约将近接近大概大致大体",
    "以上": "超过超出逾至少最少不少于不低于不得少于不得低于高达多达",
    "以下": "不超过最多",
    "以内": "不超过最多",
}


def redundant_approx(document: Document) -> Iterator[Finding]:
    """NUM005: an approximation or a limit that is said before and after the number."""
    text = document.text
    for match in chain(*(pattern.finditer(text) for pattern in (_BOTH, _KEPT_ABOUT, _ABOUT_TWICE, _LEAST_TWICE))):
        yield Finding(*match.span(), {"first": match["first"], "last": match["last"]})
    for match in _DEGREE.finditer(text):
        first = max(0, match.start() - _LONGEST_AMOUNT)
        before = _AMOUNT_BEFORE.search(text[first : match.start()])
        if before and before["word"] in _SAME[match[0]]:
            start = first + before.start()
            # 不超过…以上 is another matter than 超过…以上.
            if before["word"] != "超过" or text[start - 1 : start] != "不":
                yield Finding(start, match.end(), {"first": before["word"], "last": match[0]})


_PERCENT = Pattern(r"百分之(?P<value>[0-9]{1,3}(?:\.[0-9]{1,2})?)", needs=("百分之",))
# 三分之2
_FRACTION = Pattern(
    "(?<![百千万])[二三四五六七八九十]分之[0-9]{1,2}(?![0-9.])|[0-9]{1,2}分之[一二三四五六七八九]", needs=("分之",)
)
# 共三10余人: a Chinese numeral that an amount has been typed beside.
_BESIDE = Pattern(
    "(?<=[有了达约计共出入])(?P<found>[一二三四五六七八九][0-9]{1,3})(?=[余多]?(?:万|亿|元|人|名|户|亩|吨|公里|米|个|家|项|件|次|台|辆|套|天))",
    first="一二三四五六七八九",
)
# 三十5人; 第三、4条
_ENDS_IN_FIGURES = Pattern(
    "(?<![一二三四五六七八九十百千万零第])[一二三四五六七八九]?十[0-9](?=[余多]?(?:万|亿|元|人|名|户|亩|吨|公里|米|家|项|件|次|台|辆|套|天))"
    "|(?:第[一二三四五六七八九十百]{1,5}[、至到和][0-9]{1,3}[条款章节])|(?:第[0-9]{1,3}[、至到和][一二三四五六七八九十百]{1,5}[条款章节])",
    first="一二三四五六七八九十第",
)
_MIXED = Pattern("[0-9](?P<unit>[十百千])", first=digits)
# 千米 and the like are units; 百分点, 百强, 十大 and 十四五 are words of their own.
_WORD_OF = {
    "十": Pattern("[大佳强里分字堰五四三二一年件]|项(?:行动|工程|举措|任务)"),
    "百": Pattern("[分货姓强佳帕年日色万亿]"),
    "千": Pattern("[米瓦克卡伏帕赫字焦吨公安升比兆牛乏佳年斤]|兆"),
}
_MOST_DIGITS = 3


def mixed_numerals(document: Document) -> Iterator[Finding]:
    """NUM006: 十, 百 or 千 after figures: 3千5百人; 百分之50. 万 and 亿 may stand there."""
    text = document.text
    for match in _PERCENT.finditer(text):
        yield Finding(*match.span(), {"found": match[0]})
    for match in _FRACTION.finditer(text):
        yield Finding(*match.span(), {"found": match[0]})
    for match in MIXED_DATE.finditer(text):
        yield Finding(*match.span(), {"found": match[0]})
    for match in chain(_BESIDE.finditer(text), _ENDS_IN_FIGURES.finditer(text)):
        yield Finding(*match.span(), {"found": match[0]})
    starts: set[int] | None = None
    end = 0
    for match in _MIXED.finditer(text):
        if match.start() < end or _WORD_OF[match["unit"]].match(text, match.end()):
            continue
        start, end = _number_start(text, match.start()), _number_end(text, match.end())
        starts = starts if starts is not None else {at for n in document.walk() for at in (n.start, n.body_start)}
        inside = match.start() - start >= _MOST_DIGITS or text[start - 1 : start] in _CODE or start in starts
        if not inside and match.end() - 1 not in starts:
            yield Finding(start, end, {"found": text[start:end]})


def _number_start(text: str, at: int) -> int:
    first = at
    while first > max(0, at - _LONGEST) and (text[first - 1].isdecimal() or text[first - 1] == "."):
        first -= 1
    return first


def _number_end(text: str, at: int) -> int:
    end = at
    while end < min(len(text), at + _LONGEST) and text[end] in "0123456789十百千万亿":
        end += 1
    return end


_IN_WORDS = Pattern("百分之[零一二三四五六七八九十百点两]{1,8}")
_IN_FIGURES = Pattern(r"[0-9０-９][%％]")
# 百分之百 says "wholly".
_WHOLLY = "百分之百"


def numeral_style_inconsistent(document: Document) -> Iterator[Finding]:
    """NUM008: percentages in words in a document that writes most of them in figures, or the other way round."""
    text = document.text
    words = [m.span() for m in _IN_WORDS.finditer(text) if m[0] != _WHOLLY]
    if not words:
        return
    figures = [(_number_start(text, m.start()), m.end()) for m in _IN_FIGURES.finditer(text)]
    if not figures:
        return
    fewer, variant = (words, "default") if len(words) <= len(figures) else (figures, "figures")
    for start, end in fewer:
        yield Finding(start, end, {}, variant)


_AMOUNT = frozenset("0123456789０１２３４５６７８９万亿余多百千几")


# These go on as another unit, or as a longer symbol.
_GOES_ON = Pattern("公?里|[千厘毫分]?米|[A-Za-z]|[0-9](?![0-9]{0,3}[线回])")


@cache
def _units() -> tuple[Terms, list[tuple[str, ...]]]:
    known = list(rows("units.tsv"))
    return Terms(row[0] for row in known), known


# 视频不超过500M: M alone is a million of something; a line carries 100M a second.
_SIZE = Pattern("[MGK](?![A-Za-z0-9]|基站|网络|信号|通信|移动|手机|技术|应用|用户|套餐)", first="MGK")
_OF_FILE = Pattern("(?:文件|视频|图片|照片|附件|压缩包|大小|容量|体积)[^，。；\n]{0,14}[0-9] ?$")
_LONGEST_SIZE = 20
_BANDWIDTH = Pattern("带宽|网速|宽带|速率|内存")


def illegal_unit(document: Document) -> Iterator[Finding]:
    """NUM010: an old unit of measurement, or a wrong symbol, after a number."""
    text = document.text
    units, known = _units()
    for index, start, end in units.find(text):
        if text[start - 1 : start] in _AMOUNT and not _GOES_ON.match(text, end):
            found, right, value = known[index]
            # Where the value changes with the unit, only a reader can convert it.
            edits = (Edit(start, end, right),) if value == "same" else ()
            yield Finding(start, end, {"found": found, "right": right}, edits=edits)
    for match in _SIZE.finditer(text):
        start, end = match.span()
        sized = _OF_FILE.search(text, max(0, start - _LONGEST_SIZE), start)
        if sized and not _BANDWIDTH.search(sized[0]):
            values = {"found": match[0], "right": f"{match[0]}B"}
            yield Finding(start, end, values, edits=(Edit(start, end, values["right"]),))
