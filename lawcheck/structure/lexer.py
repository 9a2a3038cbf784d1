"""Finds what may be an ordinal. Whether it is one is not decided here."""

from collections.abc import Iterator
from functools import cache

from lawcheck.records import dataclass
from lawcheck.structure.grammar import load_grammar
from lawcheck.structure.levels import LEVEL, Level
from lawcheck.text.patterns import Pattern

# 序号 任务 责任单位⏎1 新建农田 区农业农村局
_BLANK = "[ \t\u3000\xa0]"
_TABLE_HEAD = Pattern(
    f"(?:(?<=\n)|^){_BLANK}*序 ?号(?:{_BLANK}+[^ \t\u3000\xa0\n]+){{2,12}}{_BLANK}*(?=\n)", needs=("序号", "序 号")
)
_LINE = Pattern("[^\n]+")
_ROW = Pattern(f"(?P<blanks>{_BLANK}*)[0-9０-９]{{1,3}}{_BLANK}+[^\n]*[^ \t\u3000\xa0\n]{_BLANK}+[^ \t\u3000\xa0\n]")
_HEADING = Pattern(
    f"{_BLANK}*(?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,3}}[）)]|第[^\n]{{1,5}}[条章])"
)
# So many lines in a row may be the rest of a cell.
_MOST_OTHER_LINES = 3
_DASHES = str.maketrans(dict.fromkeys("-－—–─ー_", "一"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the text that has the form of an ordinal; `parts` are those of its number, none for some annexes.

    An inferred one is empty: it stands where an ordinal was lost.
    """

    form: str
    parts: tuple[int, ...]
    start: int
    end: int
    inferred: bool = False

    @property
    def level(self) -> Level:
        """The row of its form."""
        return LEVEL[self.form]

    @property
    def rank(self) -> int:
        """0 for the outermost form."""
        return LEVEL[self.form].rank

    @property
    def value(self) -> int | None:
        """Which of its list it is; 第五条之一 is none of the articles that are counted through."""
        return self.parts[-1] if self.parts and self.form != "INSERTED_ARTICLE" else None


@cache
def marker_patterns() -> dict[str, Pattern]:
    """The patterns of ordinals by form, as `grammars/ordinals.lark` gives them."""
    terminals = load_grammar("ordinals.lark", more=f"start: ({' | '.join(LEVEL)})*").terminals
    return {form: Pattern(pattern) for form, pattern in terminals.items()}


def candidates(text: str) -> Iterator[Candidate]:
    """Everything that has the form of an ordinal, in order; of two that overlap the one that begins first."""
    found = [(m.start(), -m.end(), form) for form, p in marker_patterns().items() for m in p.finditer(text)]
    found.sort()
    rows = set(_rows(text))
    at = 0
    for start, negative_end, form in found:
        if start < at:
            continue
        at = -negative_end
        start += at - start - len(text[start:at].lstrip())
        if start in rows:
            continue
        parts = _parts(LEVEL[form], text[start:at])
        if parts or form == "ANNEX":
            yield Candidate(form, parts, start, at)


def _rows(text: str) -> Iterator[int]:
    """Where the rows of a table begin that is written as text: each has its number, as 序号 at the head says."""
    for head in _TABLE_HEAD.finditer(text):
        other = 0
        for line in _LINE.finditer(text, head.end()):
            row = _ROW.match(text, line.start(), line.end())
            other = 0 if row else other + 1
            if row:
                yield row.end("blanks")
            elif other > _MOST_OTHER_LINES or _HEADING.match(text, line.start(), line.end()):
                break


def _parts(level: Level, marker: str) -> tuple[int, ...]:
    """The number that a marker stands for; a dash in brackets is a 一 that lost its shape."""
    if level.form == "ANNEX" and marker[0] != "附":
        return ()
    return level.read(marker.translate(_DASHES) if level.form == "SUBSECTION" else marker)
