"""Numbers of a list in sentences that are said with other words: 首先…，第二…, or stand behind a comma: 看，一是…."""

from collections.abc import Iterable

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_NUMERAL = "[一二三四五六七八九十]{1,2}"
_SAID = Pattern(
    "(?:^|(?<=[。；：，、:;,\n \u3000]))(?:(?P<order>首先|其次|再次|再者|一方面|另一方面)"
    f"|其(?P<that>{_NUMERAL})|(?P<part>{_NUMERAL})[是要]|第(?P<number>{_NUMERAL})(?=[，,是要：:]))"
)
_ORDER = {"首先": (1,), "一方面": (1,), "另一方面": (2,), "其次": (2,), "再次": (3,), "再者": (2, 3)}


def are_said(stretch: str, numbers: Iterable[int]) -> bool:
    """Whether each of the numbers stands in a stretch, as any word for it."""
    said: set[int] = set()
    for match in _SAID.finditer(stretch):
        numeral = match["that"] or match["part"] or match["number"]
        said.update(_ORDER[match["order"]] if match["order"] else (parse_numeral(numeral) or 0,))
    return said.issuperset(numbers)
