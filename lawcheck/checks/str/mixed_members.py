"""One member of 一是…，二是…，三是… that is written as those of 一要…，二要…, or the other way round."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.checks.likelihood import is_word
from lawcheck.checks.str.series_forms import LONGEST, NUMERAL
from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

# 各组一要…；二要…: only the first one stands inside a clause.
_MEMBER = Pattern(
    f"(?:(?<=^)|(?<=[\n。；：，:;,、 \u3000]))(?:[{HAN}]{{1,8}}?(?=一[是要]))?"
    f"(?P<mark>(?P<number>{NUMERAL})(?P<form>[是要]))(?![求点素件闻道否]|{NUMERAL}[、，。；])",
    needs=("是", "要"),
)
_FORMS = (("是", "要"), ("要", "是"))
_FEWEST = 4
# So far around a list the neighbour of its odd member may stand, where that is one of another list around this one.
_AROUND = 600


def odd_members(text: str) -> Iterator[Finding]:
    """The member of a list of at least four that alone has the other form, and a last one that has lost its own."""
    if "二是" not in text and "二要" not in text:
        return
    marks = list(_MEMBER.finditer(text))
    yield from _of_other_form(marks)
    yield from _bare_members(text, marks)


def _of_other_form(marks: list[re.Match[str]]) -> Iterator[Finding]:
    first = 0
    for index in range(1, len(marks) + 1):
        if index < len(marks) and _goes_on(marks[index - 1], marks[index]):
            continue
        run = marks[first:index]
        if len(run) >= _FEWEST and _value(run[0]) == 1:
            yield from _odd_one(run, marks[max(0, first - _FEWEST) : first] + marks[index : index + _FEWEST])
        first = index


# 一是…，二是…，三加强督查: 三 begins no word, and counts nothing.
_BARE = Pattern(f"(?<=[，；。])(?P<number>[三四五六七八])(?P<rest>[{HAN}]{{2}})", needs=tuple("三四五六七八"))
_COUNTED = frozenset("个项年月日号大级类种名位家条批期次届方面点步届十百千万是要季天周组队线层岁人件份元成分位口")


def _bare_members(text: str, marks: Sequence[re.Match[str]]) -> Iterator[Finding]:
    for index, mark in enumerate(marks[1:], 1):
        before, value = marks[index - 1], _value(mark) or 0
        after = marks[index + 1] if index + 1 < len(marks) else None
        if not (_goes_on(before, mark) and before["form"] == mark["form"]) or (after and _goes_on(mark, after)):
            continue
        end = min(mark.end() + _AROUND, after.start() if after else len(text))
        line = text.find("\n", mark.end(), end)
        for match in _BARE.finditer(text, mark.end(), line if line >= 0 else end):
            number, rest = match["number"], match["rest"]
            if parse_numeral(number) == value + 1 and _is_lone(number, rest):
                yield _told(match.span("number"), number, number + mark["form"])
                break


def _is_lone(number: str, rest: str) -> bool:
    """Whether a numeral before two characters counts nothing and belongs to no word with them."""
    return rest[0] not in _COUNTED and is_word(rest) and not is_word(number + rest[0])


def _value(mark: re.Match[str]) -> int | None:
    return parse_numeral(mark["number"])


def _goes_on(before: re.Match[str], mark: re.Match[str]) -> bool:
    value = _value(before)
    return value is not None and _value(mark) == value + 1 and mark.start() - before.start() <= LONGEST


def _odd_one(run: Sequence[re.Match[str]], around: Sequence[re.Match[str]]) -> Iterator[Finding]:
    start, end = run[0].start() - _AROUND, run[-1].end() + _AROUND
    for form, other in _FORMS:
        odd = [mark for mark in run if mark["form"] == form]
        if len(odd) != 1:
            continue
        (mark,) = odd
        beside = [each for each in around if each["form"] == form and start < each.start() < end]
        if not any(_goes_on(each, mark) or _goes_on(mark, each) for each in beside):
            yield _told(mark.span("mark"), mark["mark"], mark["number"] + other)


def _told(span: tuple[int, int], found: str, right: str) -> Finding:
    return Finding(*span, {"marker": found, "missing": right, "other": found, "before": ""}, "wrong")
