"""Bounds and time limits in statutes: what falls into two brackets or none, and mixed units (LAW005, LAW006)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_AMOUNT = r"[一二三四五六七八九十百千万亿零两半0-9.]{1,8}[^一二三四五六七八九十百千万亿0-9，。；：、以不超的\n]{1,4}"
# A condition ends in 的; 处三年以下有期徒刑…处三年以上… are penalties and may share their bound.
_ABOVE = Pattern("以上的(?=[，、；])")
_BELOW = Pattern("(?:以下|以内)的(?=[，、；])")
_AMOUNT_BEFORE = Pattern(f"{_AMOUNT}$")
_AMOUNT_REACH = 12
_LESS = Pattern(f"(?:不足|不满|未满|少于|低于)(?P<amount>{_AMOUNT})(?:或者[^，。；\n]{{1,20}})?的(?=[，、；])")
_MORE = Pattern(f"(?:超过|多于|高于|大于)(?P<amount>{_AMOUNT})的(?=[，、；])")
_SETTLED = Pattern("不(?:包括|包含|含)本[数级日]")
_DAYS = Pattern("个?天(?=内|以内|之内|前)", first="个天")
_NUMBER_BEFORE = Pattern("(?<!每)[一二三四五六七八九十0-9]{1,4}$")
_CALENDAR_DAYS = Pattern(r"[一二三四五六七八九十\d](?P<unit>个?工作日|日)(?=内|以内|之内|前)")


def inclusive_bounds(document: Document) -> Iterator[Finding]:
    """LAW005: two brackets of one article that both hold their common bound, or that both leave it out."""
    text = document.text
    if _SETTLED.search(text):
        return
    for one, other, variant in ((_ABOVE, _BELOW, "default"), (_LESS, _MORE, "gap")):
        if one.search(text) and other.search(text):
            for node in document.walk():
                if node.level == "article":
                    yield from _pairs(text, node.start, node.end, one, other, variant)


def _pairs(text: str, start: int, end: int, one: Pattern, other: Pattern, variant: str) -> Iterator[Finding]:
    """Each bracket of the one form whose bound is also one of the other form; the second place is the related one."""
    firsts = dict(_brackets(text, start, end, one))
    if not firsts:
        return
    for amount, span in _brackets(text, start, end, other):
        if first := firsts.pop(amount, None):
            early, late = sorted((first, span))
            yield Finding(*late, {"bound": amount}, variant, related=((*early, "related"),))


def _brackets(text: str, start: int, end: int, pattern: Pattern) -> Iterator[tuple[str, tuple[int, int]]]:
    """The bound and the place of each bracket of a form."""
    for match in pattern.finditer(text, start, end):
        if "amount" in pattern.compiled.groupindex:
            yield match["amount"], match.span()
        elif amount := _AMOUNT_BEFORE.search(text, max(start, match.start() - _AMOUNT_REACH), match.start()):
            yield amount[0], (amount.start(), match.end())


def workday_ambiguity(document: Document) -> Iterator[Finding]:
    """LAW006: a time limit in 天 in a statute whose other limits are in 日 or 工作日."""
    text = document.text
    days = [
        (number.start(), match.end())
        for match in _DAYS.finditer(text)
        if (number := _NUMBER_BEFORE.search(text, max(0, match.start() - 5), match.start()))
    ]
    if days and (other := _CALENDAR_DAYS.search(text)):
        for start, end in days:
            yield Finding(start, end, {"found": text[start:end], "unit": other["unit"].removeprefix("个")})
