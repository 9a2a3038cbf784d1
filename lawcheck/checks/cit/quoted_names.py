"""A theme or an activity in quotation marks that is written in two ways (CIT029)."""

from collections import defaultdict
from collections.abc import Iterator

from lawcheck.checks.alike import is_alike
from lawcheck.checks.cit.marked_names import bare_plans, bare_slogans, moved_marks
from lawcheck.checks.likelihood import is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han

_QUOTED = Pattern("“(?P<name>[^“”\n]{6,30})”", first="“")
_SHORTEST = 6
# So many of a hundred characters are Chinese ones, and so many agree at either end where the order is another one.
_MOSTLY = 80
_OUTER, _TWO = 2, 2
_LONGEST_TURN = 4
_APART = frozenset("省市县区州镇乡村一二三四五六七八九十上下左右前后东南西北中内外大小新老正副")

Span = tuple[int, int]


def quoted_name_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT029: the rarer of two quoted names that differ by a like character, or by the order of a few; or the later."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for match in _QUOTED.finditer(document.text):
        letters = "".join(filter(is_han, match["name"]))
        if len(letters) >= _SHORTEST and len(letters) * 100 >= len(match["name"]) * _MOSTLY:
            places[letters].append(match.span("name"))
    yield from _pointed_otherwise(document.text, places)
    plans = bare_plans(document.text)
    if plans:
        yield Finding(*plans[0], {"found": document.text[slice(*plans[0])]}, "plan", also=tuple(plans[1:]))
    for variant, found in (("bare", bare_slogans), ("moved", moved_marks)):
        for span, first in found(document.text):
            values = {"found": document.text[slice(*span)], "usual": document.text[slice(*first)]}
            yield Finding(*span, values, variant, related=((*first, "related"),))
    for one, other in _pairs(list(places)):
        usual, rare = (one, other) if len(places[one]) >= len(places[other]) else (other, one)
        first = places[usual][0]
        # Side by side they are two: “甲”“乙”.
        apart = [span for span in places[rare] if not _stand_side_by_side(document.text, span, places[usual])]
        if len(apart) == 1 == len(places[rare]):
            values = {"found": document.text[slice(*apart[0])], "usual": document.text[slice(*first)]}
            yield Finding(*apart[0], values, related=((*first, "related"),))


def _pointed_otherwise(text: str, places: dict[str, list[Span]]) -> Iterator[Finding]:
    """The rarer of two forms of a name that differ in the mark between its halves: 甲 乙 and 甲、乙; or the later.

    A saying or what stands on a banner has other marks than the activity of that name: both are followed by one word.
    """
    for spans in places.values():
        forms: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            forms[text[slice(*span)]].append(span)
        if len(forms) == _TWO:
            usual, rare = sorted(forms.values(), key=len, reverse=True)
            kinds = {_word_behind(text, span) for span in usual} - {""}
            for span in rare:
                if _word_behind(text, span) in kinds:
                    values = {"found": text[slice(*span)], "usual": text[slice(*usual[0])]}
                    yield Finding(*span, values, "points", related=((*usual[0], "related"),))


def _word_behind(text: str, span: Span) -> str:
    """The two characters behind the closing mark, where they are Chinese ones."""
    word = text[span[1] + 1 : span[1] + 1 + _TWO]
    return word if len(word) == _TWO and all(map(is_han, word)) else ""


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    seen: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        for at in range(len(name)):
            key = (name[:at], name[at + 1 :])
            yield from ((other, name) for other in seen[key] if _is_slip(other, name, at))
            seen[key].append(name)
    orders: dict[str, str] = {}
    for name in names:
        other = orders.setdefault("".join(sorted(name)), name)
        if other != name and _is_turned(other, name):
            yield other, name


def _is_slip(one: str, other: str, at: int) -> bool:
    """Whether two characters are taken for each other, and there is no real word on either side (税务 and 水务)."""
    if _APART.intersection((one[at], other[at])) or not is_alike(one[at], other[at]):
        return False
    return not (_in_word(one, at) and _in_word(other, at))


def _in_word(name: str, at: int) -> bool:
    return any(len(word) == 2 and is_word(word) for word in (name[max(0, at - 1) : at + 1], name[at : at + 2]))


def _is_turned(one: str, other: str) -> bool:
    """Whether a few characters in the middle or at the end stand in another order."""
    differing = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    first, last = differing[0], differing[-1]
    return last - first < _LONGEST_TURN and first >= _OUTER and not _APART.intersection(one[first : last + 1])


def _stand_side_by_side(text: str, span: Span, others: list[Span]) -> bool:
    """Whether only a mark or a word between two names of a list parts them."""
    return any(span[0] - end in (2, 3) or start - span[1] in (2, 3) for start, end in others)
