"""The levels of a document, one row for each form of ordinal, from the outermost to the innermost.

A new form is one row here and one terminal of its name in `grammars/ordinals.lark`; all that depends on what an ordinal
looks like, stands for or encloses reads this table.
"""

from collections.abc import Callable
from enum import StrEnum

from lawcheck.records import dataclass
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written: `pattern` finds them in a marker, `read` and `write` give their values and words."""

    pattern: Pattern
    read: Callable[[str], int | None]
    write: Callable[[int], str]


def _block(first: str, last: str) -> Numerals:
    """Numerals that follow one another in the character set: ① to ⑳, A to Z."""
    return Numerals(
        Pattern(f"[{first}-{last}]"),
        lambda numeral: ord(numeral) - ord(first) + 1,
        lambda number: chr(min(ord(first) + number - 1, ord(last))),
    )


_ANY = Pattern("[零〇一二三四五六七八九十百千⼀⼆⼋⼗]+|[0-9０-９]+")
_CHINESE = Numerals(_ANY, parse_numeral, chinese_numeral)
# Numerals of which a machine that read them left strokes: — for 一, = for 二.
_STROKES = {**dict.fromkeys("—－–─-", 1), "=": 2, "＝": 2, "≡": 3}
_SHAPES = Numerals(
    Pattern(f"{_ANY.pattern}|[=＝≡—－–─-]"), lambda sign: _STROKES.get(sign) or parse_numeral(sign), chinese_numeral
)
_ARABIC = Numerals(_ANY, parse_numeral, str)


@dataclass(frozen=True, slots=True)
class Level:
    """What an ordinal of one form is.

    `form` is its terminal in `grammars/ordinals.lark`. `symbol` is the terminal of the grammars of plans and statutes
    that it counts as: forms of one symbol can make one list (（1） and ⑴). In the outline of a plan it is called `plan`
    and stands at `plan_depth`, whatever it hangs under; what encloses 一、 stands at 0. `spelling` is how the marker is
    written, with a place for each part of its number. One that is not `inline` stands only at the start of a line.
    """

    form: str
    symbol: str
    plan: str
    plan_depth: int
    statute: str
    statute_depth: int
    spelling: str
    numerals: Numerals
    inline: bool = True

    def name(self, kind: Kind) -> str:
        """What the outline of a kind of document calls the level."""
        return self.statute if kind is Kind.STATUTE else self.plan

    def depth(self, kind: Kind) -> int:
        """How deep the level stands in a kind of document."""
        return self.statute_depth if kind is Kind.STATUTE else self.plan_depth

    def read(self, marker: str) -> tuple[int, ...]:
        """The parts of the number that a marker is for: (2, 3) for 2.3, none where it has no number."""
        found = (self.numerals.read(numeral) for numeral in self.numerals.pattern.compiled.findall(marker))
        return tuple(part for part in found if part is not None)

    def spelled(self, parts: tuple[int, ...], like: str = "") -> str:
        """The marker of a number as it is to be written, of a serial like the one beside it: 第二， after 第一，."""
        spelling = "第{}，" if self.form == "SERIAL" and like.startswith("第") else self.spelling
        return spelling.format(*map(self.numerals.write, parts))

    @property
    def rank(self) -> int:
        """0 for the outermost; a level encloses all of a higher rank."""
        return _RANKS[self.symbol]

    @property
    def has_parts(self) -> bool:
        """Whether the number has several parts, of which all but the last say where it belongs: 2.3."""
        return self.spelling.count("{}") > 1


LEVELS = (
    Level("ANNEX", "ANNEX", "annex", 0, "annex", 0, "附件{}", _ARABIC),
    Level("VOLUME", "VOLUME", "part", 0, "part", 1, "第{}编", _CHINESE),
    Level("CHAPTER", "CHAPTER", "chapter", 0, "chapter", 2, "第{}章", _CHINESE),
    Level("PART", "CHAPTER", "chapter", 0, "chapter", 2, "第{}部分", _CHINESE),
    Level("DIVISION", "DIVISION", "division", 0, "division", 3, "第{}节", _CHINESE),
    Level("ROMAN", "ROMAN", "section", 1, "section", 3, "{}.", _block("Ⅰ", "Ⅻ"), inline=False),
    Level("SECTION", "SECTION", "section", 1, "section", 3, "{}、", _CHINESE),
    Level("SHAPED_SECTION", "SECTION", "section", 1, "section", 3, "{}、", _SHAPES, inline=False),
    Level("SECTION_COLON", "SECTION", "section", 1, "section", 3, "{}、", _CHINESE, inline=False),
    Level("ARTICLE", "ARTICLE", "article", 4, "article", 4, "第{}条", _CHINESE),
    Level("INSERTED_ARTICLE", "ARTICLE", "article", 4, "article", 4, "第{}条之{}", _CHINESE),
    Level("SUBSECTION", "SUBSECTION", "subsection", 2, "clause", 5, "（{}）", _CHINESE),
    Level("ENCLOSED_SUBSECTION", "SUBSECTION", "subsection", 2, "clause", 5, "{}", _block("㈠", "㈩")),
    Level("ITEM", "ITEM", "item", 3, "item", 6, "{}.", _ARABIC),
    Level("POINTED_ITEM", "ITEM", "item", 3, "item", 6, "{}", _block("⒈", "⒛"), inline=False),
    Level("BARE_ITEM", "ITEM", "item", 3, "item", 6, "{}.", _ARABIC, inline=False),
    Level("DECIMAL", "DECIMAL", "decimal", 4, "decimal", 7, "{}.{}", _ARABIC),
    Level("DECIMAL_3", "DECIMAL_3", "decimal", 5, "decimal", 8, "{}.{}.{}", _ARABIC),
    Level("DECIMAL_4", "DECIMAL_4", "decimal", 6, "decimal", 9, "{}.{}.{}.{}", _ARABIC),
    Level("SUBITEM", "SUBITEM", "subitem", 4, "subitem", 7, "（{}）", _ARABIC),
    Level("ENCLOSED_SUBITEM", "SUBITEM", "subitem", 4, "subitem", 7, "{}", _block("⑴", "⒇")),
    Level("POINT", "POINT", "subitem", 5, "subitem", 8, "{}", _block("①", "⑳")),
    Level("CAPITAL", "LETTER", "subitem", 5, "subitem", 8, "{}.", _block("A", "Z")),
    Level("LETTER", "LETTER", "subitem", 5, "subitem", 8, "{})", _block("a", "z"), inline=False),
    Level("SERIAL", "SERIAL", "subitem", 6, "subitem", 9, "{}是", _CHINESE),
)
LEVEL = {level.form: level for level in LEVELS}
# The terminals of the grammars of plans and statutes, from the outermost inwards.
SYMBOLS = tuple(dict.fromkeys(level.symbol for level in LEVELS))
_RANKS = {symbol: rank for rank, symbol in enumerate(SYMBOLS)}


class Breach(StrEnum):
    """How a node breaks the conventions of levels, as the grammar of its kind of document says."""

    OUTSIDE = "outside"
    SKIPPED = "skipped"
    INVERTED = "inverted"
