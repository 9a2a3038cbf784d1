"""Ordinals of several numbers that have lost a point, told by the one before: 21.3 behind 2.1.2 (STR006)."""

from collections.abc import Iterator

from lawcheck.checks.str.misread_ordinals import Broken
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import MEASURES

# Between its numbers stands a point, with a blank behind it at most. In a scan it may be lost or another sign, and a
# figure a letter: 2 1.3, 2，2, l.1, 1.Z.
_FIGURE, _LETTERS = "[0-9lIZ|]", str.maketrans("lI|Z", "1112")
_AT_LINE_START = Pattern(
    f"(?m)^[ \u3000]{{0,8}}(?P<ordinal>[0-9lI|]{_FIGURE}{{0,2}}(?:(?:[.．] ?|[,，·] ?| ){_FIGURE}{{1,2}}){{0,3}})"
    f"(?=[ \u3000]?[{HAN}Ⅰ-Ⅻ])"
)
_DIVIDER = Pattern("[.．,，· ]+")
_WHOLE = Pattern("[0-9]+(?:[.．] ?[0-9]+)*")
# So many whole ones with a point must show that the document counts in this way.
_FEWEST = 3
_DEEPEST = 4


def torn_decimals(text: str, misread: bool = False) -> Iterator[Broken]:
    """Those whose figures are those of the next ordinal, without one or all of its points.

    Where characters may be `misread`, those too that are the next one but for other signs and letters.
    """
    marks = list(_AT_LINE_START.finditer(text))
    if sum("." in mark["ordinal"] or "．" in mark["ordinal"] for mark in marks) < _FEWEST:
        return
    last: tuple[int, ...] = ()
    before = 0
    for mark in marks:
        written = mark["ordinal"]
        is_whole = _WHOLE.fullmatch(written) is not None
        if not (is_whole or misread):
            continue
        numbers = tuple(int(part) for part in _DIVIDER.compiled.split(written.translate(_LETTERS)))
        follows = list(_following(last))
        figures = "".join(map(str, numbers))
        torn = [each for each in follows if "".join(map(str, each)) == figures and len(each) > len(numbers)]
        counts_on = len(numbers) == 1 and numbers[0] == before + 1
        if not is_whole:
            torn = [numbers] if numbers in follows and len(numbers) > 1 else []
        # 1 1个乡镇, 2. 11个部门: what is counted stands behind a blank.
        if " " in written and text[mark.end()] in MEASURES:
            torn = []
        if (is_whole and numbers in follows) or not torn or counts_on:
            # A number alone begins a chapter only where it is the next one.
            if is_whole and (len(numbers) > 1 or numbers in follows):
                last = numbers
            if is_whole and len(numbers) == 1:
                before = numbers[0]
        else:
            last = torn[0]
            yield Broken(*mark.span("ordinal"), ".".join(map(str, last)))


def _following(last: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """What may come behind an ordinal: the first one below it, the next one beside it or beside one above it."""
    if not last:
        yield (1,)
        return
    if len(last) < _DEEPEST:
        yield (*last, 1)
    for depth in range(len(last), 0, -1):
        yield (*last[: depth - 1], last[depth - 1] + 1)
