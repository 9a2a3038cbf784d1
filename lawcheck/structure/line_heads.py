"""What stands at the heads of lines as an ordinal, read by its shape alone, whatever the outline makes of it."""

from collections.abc import Sequence
from functools import lru_cache
from re import Match

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

HAN_NUMERAL = "[一二三四五六七八九十]{1,3}"
_SERIES = {"㈠": "（一）", "⑴": "（1）", "⒈": "1.", "①": "①"}
# One group for each shape; the names of the groups are those of the shapes.
SHAPES = (
    f"(?:[（(〔][ \u3000]?(?:(?P<bracketed_han>{HAN_NUMERAL})|(?P<bracketed>[0-9０-９]{{1,3}}))[ \u3000]?[）)〕]"
    f"|(?P<han>{HAN_NUMERAL})[ \u3000]?[、.．,，]|(?P<item>[0-9０-９]{{1,3}})[ \u3000]?[.．、,，]"
    "|(?P<half>[0-9０-９]{1,3})[）)]|第[ \u3000]?(?P<article>[一二三四五六七八九十百零〇0-9]{1,6})[ \u3000]?条"
    "|第[ \u3000]?(?P<chapter>[一二三四五六七八九十百0-9]{1,4})[ \u3000]?章"
    "|第[ \u3000]?(?P<division>[一二三四五六七八九十百0-9]{1,4})[ \u3000]?节"
    "|(?P<single>[①-⑳㈠-㈩⑴-⒇⒈-⒛]))"
)
_NAMES = ("bracketed_han", "bracketed", "han", "item", "half", "article", "chapter", "division", "single")
_HEAD = Pattern(f"(?m)^[ \t\u3000]{{0,12}}(?P<marker>{SHAPES})")

# So many ordinals are looked at for the next of a shape.
NEAR = 60


@dataclass(frozen=True, slots=True)
class LineHead:
    """An ordinal at the head of a line: its shape (that of 一、 is `han`, of （1） `bracketed`) and its number."""

    start: int
    end: int
    shape: str
    number: int


def read_shape(match: Match[str]) -> tuple[str, int] | None:
    """The shape and the number of a marker that `SHAPES` has found."""
    shape = next(name for name in _NAMES if match[name] is not None)
    numeral = match[shape]
    if shape == "single":
        first = max(each for each in _SERIES if each <= numeral)
        return f"single {first}", ord(numeral) - ord(first) + 1
    number = parse_numeral(numeral)
    return (shape, number) if number else None


@lru_cache(maxsize=2)
def line_heads(text: str) -> tuple[LineHead, ...]:
    """The ordinals at the heads of all lines, in order."""
    found: list[LineHead] = []
    for match in _HEAD.finditer(text):
        if read := read_shape(match):
            found.append(LineHead(*match.span("marker"), *read))
    return tuple(found)


def goes_on(heads: Sequence[LineHead], at: int, shape: str, number: int) -> bool:
    """Whether the nearest ordinals of a shape before and behind leave room for a number."""
    before = next((head.number for head in reversed(heads[max(0, at - NEAR) : at]) if head.shape == shape), 0)
    after = next((head.number for head in heads[at + 1 : at + NEAR] if head.shape == shape), 0)
    return before != number and (after == number + 1 or (before == number - 1 > 0 and after in (0, 1)))
