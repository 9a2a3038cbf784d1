"""Ordinals whose brackets or figures recognition has lost or taken for others, told by those beside them (STR006)."""

from collections.abc import Iterator, Sequence
from re import Match

from lawcheck.checks.scanned import is_misread, is_scanned
from lawcheck.checks.str.misread_ordinals import Broken, misread_ordinals
from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

_OPENING = "（(〔\\[【〈《<{｛［"
_CLOSING = "）)〕\\]】〉》>}｝］"
_FIGURES = "一二三四五六七八九十"
# What stands where an ordinal stands at the start of a line. A figure that cannot be read has no name here.
_LINE_START = Pattern(
    "(?m)^(?P<lead>[ \u3000]{0,8})"
    "(?P<marker>"
    f"(?P<open>[{_OPENING}]?) ?"
    f"(?:(?P<han>[{_FIGURES}]{{1,3}})|(?P<arabic>[0-9]{{1,2}})|(?P<lost>[=＝—–－ー_~+士王全工ニ]?))"
    f" ?(?P<close>[{_CLOSING}])"
    f"|(?P<bare>[lI|L丨!ZSB]) ?[.．、](?=[ \u3000]?[{HAN}])"
    "|(?P<item>[0-9]{1,2}) ?[.．、](?![0-9])"
    "|第 ?(?:(?P<number>[一二三四五六七八九十百零〇]{1,6})|(?P<torn>[=＝—–－ー士+]|十[—–－ー士]|[—–－ー士][十]?)) ?条)",
)
_RIGHT_PAIR = ("（）", "()", "（)", "(）")


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands at the start of a line: its sort, its number where that can be read, and whether it is whole."""

    start: int
    end: int
    sort: str
    number: int | None
    is_whole: bool


def broken_ordinals(document: Document) -> Iterator[Broken]:
    """The damaged ordinals whose neighbours tell what they are."""
    text = document.text
    scanned = is_scanned(document)
    read = [found for match in _LINE_START.finditer(text) for found in _read(match)]
    sorts = dict.fromkeys(found.sort for found in read if not found.is_whole)
    reported: set[int] = set()
    for sort in sorts:
        row = [found for found in read if found.sort == sort]
        # In a scan a figure tells where it stands though its brackets are torn; elsewhere 一） may be a style.
        told = dict(_told(row))
        if scanned and sort == "enclosed":
            told = {**_agreeing(row), **told}
        for found, number in told.items():
            if not document.is_in_cell(found.start):
                yield Broken(found.start, found.end, _written(sort, number))
                reported.add(found.start)
    yield from (broken for broken in _without_figure(text) if not document.is_in_cell(broken.start))
    for match in _BRACE.finditer(text):
        if match.start() not in reported:
            yield Broken(*match.span(), f"（{match['number']}）")
    for broken in misread_ordinals(text) if is_misread(document) else ():
        if broken.start not in reported and not document.is_in_cell(broken.start):
            yield broken


# …示范项目}1)省级…: a brace that opens is the bracket of an ordinal, wherever that stands.
_BRACE = Pattern(
    f"(?<=[{HAN}。；：\n])[}}{{｝｛](?P<number>[0-9]{{1,2}}|[{_FIGURES}]{{1,2}})[)）](?=[{HAN}])", first="}{｝｛"
)


# .李某：警告⏎2.王某：记过
_LOST_FIGURE = Pattern(f"[.．][ ]?(?=[A-Z]?[{HAN}])", first=".．")
_LINE_HEAD = Pattern("\n[ \u3000]{0,8}$")
_LONGEST_HEAD = 9
_ITEM = Pattern("[ \u3000]{0,8}(?P<number>[0-9]{1,2})[.．](?![0-9])")
_LONGEST_ITEM = 2000


def _without_figure(text: str) -> Iterator[Broken]:
    """The points of ordinals whose figures are lost, told by the number in the line below or above."""
    for match in _LOST_FIGURE.finditer(text):
        start = match.start()
        head = _LINE_HEAD.search(text, max(0, start - _LONGEST_HEAD), start)
        if head is None:
            continue
        line = head.start() + 1
        below = text.find("\n", start, start + _LONGEST_ITEM)
        above = text.rfind("\n", max(0, line - _LONGEST_ITEM), line - 1) + 1
        after = _ITEM.match(text, below + 1) if below >= 0 else None
        before = _ITEM.match(text, above)
        number = int(after["number"]) - 1 if after else int(before["number"]) + 1 if before else 0
        if number:
            yield Broken(start, start + 1, f"{number}.")


def _read(match: Match[str]) -> Iterator[_Read]:
    start, end = match.span("marker")
    if match["item"]:
        yield _Read(start, end, "item", int(match["item"]), True)
    elif match["bare"]:
        yield _Read(start, end, "item", None, False)
    elif match["number"]:
        yield _Read(start, end, "article", parse_numeral(match["number"]), True)
    elif match["torn"]:
        yield _Read(start, end, "article", None, False)
    else:
        whole = match["open"] + match["close"] in _RIGHT_PAIR
        if match["han"]:
            yield _Read(start, end, "enclosed", parse_numeral(match["han"]), whole)
        elif match["arabic"]:
            yield _Read(start, end, "subitem", int(match["arabic"]), whole)
        elif match["open"] or match["lost"]:
            yield _Read(start, end, "enclosed", None, False)
            yield _Read(start, end, "subitem", None, False)


def _told(row: Sequence[_Read]) -> Iterator[tuple[_Read, int]]:
    """The damaged ordinals of a row whose numbers are told by the whole ones around them, with those numbers."""
    last, broken = 0, list[_Read]()
    for found in row:
        if not found.is_whole:
            broken.append(found)
            continue
        number = found.number or 0
        # A list that begins anew after another.
        before = last if last < number else 0
        if number - before - 1 == len(broken):
            yield from zip(broken, range(before + 1, number), strict=True)
        else:
            yield from _going_on(broken, last)
        last, broken = number, []
    yield from _going_on(broken, last)


def _going_on(broken: Sequence[_Read], last: int) -> Iterator[tuple[_Read, int]]:
    """Those that go on from a whole one by their own figures: 二） after （一）, and 三） after that."""
    for found in broken:
        if found.number is None or found.number != last + 1 or last == 0:
            return
        last = found.number
        yield found, last


def _agreeing(row: Sequence[_Read]) -> dict[_Read, int]:
    """The damaged ordinals of a row whose own figures agree with those beside them, and what lies between."""
    told: dict[_Read, int] = {}
    last, unread = 0, list[_Read]()
    for index, found in enumerate(row):
        if found.number is None:
            unread.append(found)
            continue
        after = row[index + 1].number if index + 1 < len(row) else None
        before = last if last < found.number else 0
        if not found.is_whole and (found.number in (last + 1, 1) or after == found.number + 1):
            told[found] = found.number
        if unread and found.number - before - 1 == len(unread):
            told.update(zip(unread, range(before + 1, found.number), strict=True))
        last, unread = found.number, []
    return told


def _written(sort: str, number: int) -> str:
    if sort == "article":
        return f"第{chinese_numeral(number)}条"
    if sort == "item":
        return f"{number}."
    return f"（{chinese_numeral(number) if sort == 'enclosed' else number}）"
