"""Markers of another set, or of none, where the next ordinal of a list stands: ② or 2· between 1. and 3.

Each is read as the ordinal that its neighbours leave for it, so that the outline is that of the text; what is said of
how it is written is a matter of STR005.
"""

from collections.abc import Callable, Iterator, Sequence

from lawcheck.reading.language import is_official_word
from lawcheck.records import dataclass
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import MEASURES, parse_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
# The forms whose lists may have a strange marker among them.
_FORMS = ("SECTION", "SUBSECTION", "ITEM", "SUBITEM", "POINT", "ARTICLE", "CHAPTER")
_BLANKS = " \t\u3000\xa0"
# What is no ordinal of any form, by the form that it can stand for. Behind the marker its text follows at once.
_TEXT = f"(?=[ \u3000]?[{HAN}“《])"
_ODD = {
    "SECTION": Pattern(
        f"[{_BLANKS}]*(?P<marker>(?:(?P<number>{_HAN})(?:[ \u3000]?[。;；·•丶﹑､ˎ`'’]|"
        f"(?:[ \u3000]{{1,2}}|(?![{MEASURES}是要方]))(?=[{HAN}“”]{{2,20}}[ \u3000]*(?:\n|$)))"
        f"|(?P<capital>[壹贰叁肆伍陆柒捌玖拾])、)){_TEXT}"
    ),
    "SUBSECTION": Pattern(
        f"[{_BLANKS}]*(?P<marker>[（(](?P<number>{_HAN})[、.．]?|[【<《〈「{{](?P<other>{_HAN})[】>》〉」}}]){_TEXT}"
    ),
    "ITEM": Pattern(
        f"[{_BLANKS}]*(?P<marker>(?P<number>[0-9]{{1,2}})[ \u3000]?(?:[·•。:：;；‧∙*]|[.．、][.．、])"
        f"|(?P<capital>[壹贰叁肆伍陆柒捌玖拾])[.、]){_TEXT}"
        f"|[{_BLANKS}]*(?P<dashed>(?P<other>[0-9]{{1,2}})[-－—])(?![{MEASURES}]){_TEXT}"
    ),
    "SUBITEM": Pattern(
        f"[{_BLANKS}]*(?P<marker>[（(](?P<number>[0-9]{{1,2}})[、.．]?|[【<〈「{{](?P<other>[0-9]{{1,2}})[】>〉」}}]){_TEXT}"
    ),
}
_SECOND = 2
_MOST_LINES = 120
_LONGEST_HEADING = 60
_STOPS = tuple("。；;：:！？，、")


@dataclass(frozen=True, slots=True)
class _Head:
    """A candidate at the start of a line: its place among all, the number and the form of lists that it counts in."""

    index: int
    form: str
    candidate: Candidate

    @property
    def number(self) -> int:
        return self.candidate.value or 0

    @property
    def start(self) -> int:
        return self.candidate.start

    @property
    def end(self) -> int:
        return self.candidate.end


def with_odd_markers(text: str, found: list[Candidate], is_in_cell: Callable[[int], bool]) -> list[Candidate]:
    """The candidates, those that stand for the missing one of a list with its form."""
    heads = [
        _Head(index, _counted_as(candidate), candidate)
        for index, candidate in enumerate(found)
        if _is_at_line_start(text, candidate.start) and not is_in_cell(candidate.start)
    ]
    read: dict[int, Candidate] = {}
    added: list[Candidate] = []
    for form, first, last in _gaps(heads):
        ends = {_is_sentence(text, heads[at]) for at in (first, last)}
        strange = [head for head in _strange(heads, first, last) if _is_sentence(text, head) in ends]
        if len(strange) == 1:
            candidate = strange[0].candidate
            meant = Candidate(form, (heads[first].number + 1,), candidate.start, candidate.end)
            read.setdefault(strange[0].index, meant)
        elif not strange and (odd := _odd(text, form, heads[first].number + 1, (heads[first].end, heads[last].start))):
            added.append(odd)
    for end in _open_ends(heads, len(text)):
        odd = _odd(text, *end)
        # 三级联动, 一体推进: with the next character the numeral is a word.
        if odd and not is_official_word(text[odd.start : odd.start + 2]):
            added.append(odd)
    if not read and not added:
        return found
    known = [read.get(index, candidate) for index, candidate in enumerate(found)]
    taken = {at for odd in added for at in range(odd.start, odd.end)}
    kept = [candidate for candidate in known if taken.isdisjoint(range(candidate.start, candidate.end))]
    return sorted([*kept, *added], key=lambda candidate: candidate.start)


def _counted_as(candidate: Candidate) -> str:
    symbol = candidate.level.symbol
    return symbol if len(candidate.parts) < 2 else f"{symbol} of parts"


def _is_at_line_start(text: str, at: int) -> bool:
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _is_sentence(text: str, head: _Head) -> bool:
    """Whether a line ends as a sentence does and not as a heading; of a long one that is certain."""
    stop = text.find("\n", head.candidate.end, head.candidate.end + _LONGEST_HEADING)
    return stop < 0 or text[head.candidate.end : stop].rstrip()[-1:] in _STOPS


def _gaps(heads: Sequence[_Head]) -> Iterator[tuple[str, int, int]]:
    """Where one number is missing in a list: its form, the heads before and behind."""
    last: dict[str, int] = {}
    for at, head in enumerate(heads):
        before = last.get(head.form)
        if head.form in _FORMS and before is not None and head.number == heads[before].number + 2:
            yield head.form, before, at
        # What encloses a list ends it.
        for form in [form for form, index in last.items() if heads[index].candidate.rank > head.candidate.rank]:
            if not _may_be_strange(heads, last[form], at):
                del last[form]
        last[head.form] = at


def _open_ends(heads: Sequence[_Head], size: int) -> Iterator[tuple[str, int, tuple[int, int]]]:
    """Where the first ordinal of a list, or the one behind its last, may stand: its form, number and span."""
    last: dict[str, _Head] = {}
    for head in heads:
        for form, other in list(last.items()):
            if other.candidate.rank > head.candidate.rank:
                del last[form]
                yield form, other.number + 1, (other.end, head.start)
        if head.form not in last and head.number == _SECOND:
            outer = [other.end for other in last.values()]
            yield head.form, 1, (max(outer, default=0), head.start)
        last[head.form] = head
    for form, other in last.items():
        yield form, other.number + 1, (other.end, size)


def _may_be_strange(heads: Sequence[_Head], before: int, at: int) -> bool:
    """Whether an ordinal of an outer form may stand for the next one of a list."""
    return heads[at].number == heads[before].number + 1 and not _is_at_home(heads, at)


def _strange(heads: Sequence[_Head], first: int, last: int) -> Iterator[_Head]:
    """The ordinals between two of a list that have the missing number and belong to no list of their own."""
    number = heads[first].number + 1
    if last - first > _MOST_LINES:
        return
    for at in range(first + 1, last):
        if heads[at].number == number and heads[at].form in _FORMS and not _is_at_home(heads, at):
            yield heads[at]


def _is_at_home(heads: Sequence[_Head], at: int) -> bool:
    """Whether an ordinal goes on from one of its own form, or is gone on from."""
    form, number = heads[at].form, heads[at].number
    low, high = max(0, at - _MOST_LINES), at + _MOST_LINES
    before = next((heads[n].number for n in range(at - 1, low - 1, -1) if heads[n].form == form), 0)
    after = next((heads[n].number for n in range(at + 1, min(high, len(heads))) if heads[n].form == form), 0)
    return before == number - 1 > 0 or after == number + 1


def _odd(text: str, form: str, number: int, span: tuple[int, int]) -> Candidate | None:
    """The one line of a span that begins with an odd marker of the missing number."""
    pattern = _ODD.get(form)
    if pattern is None:
        return None
    start, end = span
    found: list[Candidate] = []
    at = text.find("\n", start, end) + 1
    while 0 < at < end:
        if match := pattern.match(text, at, end):
            groups = match.groupdict()
            numeral = groups["number"] or groups.get("other") or (groups.get("capital") or "").translate(_CAPITALS)
            if parse_numeral(numeral or "") == number:
                found.append(Candidate(form, (number,), *match.span("dashed" if groups.get("dashed") else "marker")))
        at = text.find("\n", at, end) + 1
    return found[0] if len(found) == 1 else None
