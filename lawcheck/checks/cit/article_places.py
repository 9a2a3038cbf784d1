"""References to places of a statute: 第三条、第五条第二款第（一）项."""

import re
from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

NUMERAL = "[一二三四五六七八九十百千零〇0-9]{1,9}"
_PLACE = Pattern(
    f"第(?:(?P<chapter>{NUMERAL})章|(?P<article>{NUMERAL})条(?P<inserted>之[一二三四五六七八九十]{{1,3}})?"
    f"(?:第(?P<paragraph>{NUMERAL})款)?(?:第?[（(]?(?P<item>{NUMERAL})[）)]?项)?)"
)
# Between two places of one reference: 本办法第三条、第五条第二款和第九条.
_AND = Pattern("(?:规定)?(?:或者|以及|[、，和或及至到])")
_MOST_PLACES = 30


def article_places(text: str, at: int) -> Iterator[re.Match[str]]:
    """The places that follow each other from an offset on: matches with `chapter`, or `article` and its parts."""
    for _ in range(_MOST_PLACES):
        place = _PLACE.match(text, at)
        if place is None:
            return
        yield place
        joint = _AND.match(text, place.end())
        if joint is None:
            return
        at = joint.end()


def value(numeral: str) -> int:
    """The number that a numeral writes; 0 for one that writes none."""
    return parse_numeral(numeral) or 0
