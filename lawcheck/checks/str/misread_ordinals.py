"""Ordinals of a scan of which a character was taken for another one, told by those before and behind (STR006).

兰、 behind 二、, （囚） before （五）, 笫三条, 第力条, @ before ②, 4- behind 3.: each is read as any number that its
characters may have been, and is one where that is the number that is missing there.
"""

from collections.abc import Iterator
from itertools import product
from re import Match

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import MEASURES, chinese_numeral, parse_numeral

_FIGURES = "一二三四五六七八九十"
# What recognition makes of each figure.
_SHAPES = {
    "一": "-—－–_ー",
    "二": "=＝ニ工",
    "三": "兰王彡",
    "四": "囚匹西",
    "五": "王玉正",
    "六": "穴大",
    "七": "匕",
    "八": "人入",
    "九": "力丸几",
    "十": "+＋土士",
}
_LETTERS = {"1": "lIi|!", "2": "Zz", "4": "A", "5": "Ss", "8": "B", "9": "gq"}
_MOST_READINGS = 8
_SHAPED = "".join(_SHAPES.values()).replace("-", "\\-")
_NUMERAL = f"[{_FIGURES}{_SHAPED}]{{1,3}}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# A short line without a sign is a heading, and one that begins with a figure may have lost its 、.
_HEADING = f"[{HAN}]{{2,14}}[ \u3000]*$"
# Each sort with what stands at the start of a line, and how an ordinal of it is written.
_SORTS = {
    "section": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?P<marker>(?P<number>{_NUMERAL})(?:(?P<whole>、)|(?P<bad>[;；·'‘_])(?=[{HAN}“])"
        f"|(?P<none>)(?={_HEADING})))"
    ),
    "subsection": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?P<marker>[（(](?P<number>{_NUMERAL})(?P<whole>[)）]))", needs=("（", "(")
    ),
    "subitem": Pattern(
        "(?m)^[ \u3000]{0,8}(?P<marker>[（(](?P<number>[0-9]{1,2}|[lIi|!ZzASsBgq])(?P<whole>[)）]))", needs=("（", "(")
    ),
    "item": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?:附件[：:] ?)?(?P<marker>(?P<number>[0-9]{{1,2}})(?:(?P<whole>[.．、])(?![0-9])"
        f"|(?P<bad>[-－·'‘*_~])(?=[{HAN}“])|(?P<lost>)(?![{MEASURES}至到余多])(?=[{HAN}《“])))"
    ),
    "circled": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?P<marker>(?:(?P<number>[{_CIRCLED}])(?P<whole>)(?!(?P=number))"
        f"|(?P<twice>[{_CIRCLED}])(?P=twice)|(?P<sign>[@©®OQDo0])(?=[{HAN}])"
        f"|(?P<plain>[1-9])(?=(?![{MEASURES}])[{HAN}])))"
    ),
    "article": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?P<marker>(?:(?P<right>第)|[笫弟]) ?(?P<number>{_NUMERAL}|) ?(?:(?P<whole>条)|[奈务]))",
        needs=("条", "奈", "务"),
    ),
    "chapter": Pattern(
        f"(?m)^[ \u3000]{{0,8}}(?P<marker>(?:(?P<right>第)|[笫弟]) ?(?P<number>{_NUMERAL}|) ?(?:(?P<whole>章)|草))",
        needs=("章", "草"),
    ),
}


@dataclass(frozen=True, slots=True)
class Broken:
    """An ordinal that is damaged: where, and what it is to be."""

    start: int
    end: int
    wanted: str


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands at the start of a line: where, the numbers that it may be, and whether it is whole."""

    start: int
    end: int
    numbers: tuple[int, ...]
    is_whole: bool


def misread_ordinals(text: str) -> Iterator[Broken]:
    """Those that may be the very number that is missing where they stand."""
    for sort, pattern in _SORTS.items():
        read = [_read(sort, match) for match in pattern.finditer(text)]
        if all(found.is_whole for found in read):
            continue
        # The next whole one behind each.
        following: list[int | None] = [None] * len(read)
        for at in range(len(read) - 2, -1, -1):
            following[at] = read[at + 1].numbers[0] if read[at + 1].is_whole else following[at + 1]
        last = 0
        for found, after in zip(read, following, strict=True):
            if found.is_whole:
                last = found.numbers[0]
            elif number := _meant(found, last, after):
                last = number
                yield Broken(found.start, found.end, _written(sort, number))


def _meant(found: _Read, last: int, after: int | None) -> int:
    """The number that a damaged ordinal was, or 0: the one that is missing behind the last, or the first of a list."""
    wanted = last + 1
    if after == wanted + 1:
        return wanted if not found.numbers or wanted in found.numbers else 0
    is_at_end = last > 0 and (after is None or after <= last)
    if wanted in found.numbers and (is_at_end or (after is not None and after > wanted)):
        return wanted
    return 1 if after == 1 + 1 and (not found.numbers or 1 in found.numbers) else 0


def _read(sort: str, match: Match[str]) -> _Read:
    start, end = match.span("marker")
    if sort == "circled":
        circled = match["number"] or match["twice"]
        numbers = (_CIRCLED.index(circled) + 1,) if circled else (int(match["plain"]),) if match["plain"] else ()
        return _Read(start, end, numbers, match["whole"] is not None)
    word = match["number"]
    readings = _readings(word)
    exact = parse_numeral(word) if word else None
    whole = bool(exact) and match["whole"] is not None and match.groupdict().get("right", "") is not None
    if sort == "section" and match["none"] is not None:
        # Only a figure that is one begins a heading without a sign.
        return _Read(start, end, (exact,) if exact else (-1,), False)
    return _Read(start, end, (exact,) if exact else tuple(readings), whole)


def _readings(word: str) -> list[int]:
    """The numbers that a word may have been."""
    others = [
        [character, *(right for right, shapes in (*_SHAPES.items(), *_LETTERS.items()) if character in shapes)]
        for character in word
    ]
    words = ["".join(each) for each, _ in zip(product(*others), range(_MOST_READINGS), strict=False)]
    return [number for each in words if (number := parse_numeral(each))]


def _written(sort: str, number: int) -> str:
    numeral = chinese_numeral(number)
    return {
        "section": f"{numeral}、",
        "subsection": f"（{numeral}）",
        "subitem": f"（{number}）",
        "item": f"{number}.",
        "circled": _CIRCLED[min(number, len(_CIRCLED)) - 1],
        "article": f"第{numeral}条",
        "chapter": f"第{numeral}章",
    }[sort]
