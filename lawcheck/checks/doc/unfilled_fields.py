"""Fields without what belongs into them, the brackets of a form, and figures that were typed to no purpose (DOC026)."""

from collections.abc import Iterator
from itertools import islice
from string import ascii_lowercase, digits

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES

_BLANK = "[ \\t\\u3000]"
# 值守手机：        ，夜间另设热线: nothing between the colon and the next point of a sentence.
_EMPTY = Pattern(rf"(?<=[{HAN}]{{2}})[：:]{_BLANK}{{2,40}}(?=[，。；;,\n]|$)", first="：:")
_LABEL = Pattern(f"[{HAN}]{{2,8}}$")
_LONGEST_LABEL = 8
# 电话：前台, 邮箱：办公室: what is no number and no address. A number may follow behind it or on the next line.
_NUMBERED = "电话|手机|传真|热线|邮箱|邮编|网址"
_WORDS = Pattern(
    rf"(?P<label>{_NUMBERED})[：:]{_BLANK}{{0,4}}(?P<value>(?!见|同|略|无|详|另|待|暂|未|请)[{HAN}]{{0,10}}"
    rf"(?:[{INNER_OFFICES}组]|前台|服务台|中心|先生|女士|老师))(?=[，。；;,]|{_BLANK}*(?:\n|$))(?![，,；;。\s]{{0,4}}[（(]?[0-9+])",
    needs=tuple(_NUMBERED.split("|")),
    first="电手传热邮网",
)
# 联系人：2200110
_NUMBER = Pattern(
    rf"(?P<label>联系人|经办人|负责人)[：:]{_BLANK}{{0,4}}(?P<value>[0-9][0-9-]{{5,12}}[0-9])(?=[，。；;,]|{_BLANK}*(?:\n|$))",
    needs=("联系人", "经办人", "负责人"),
    first="联经负",
)
# 666666666666 or 123123123 alone in a line; a line of three figures may be a number of a table.
_TYPED = Pattern(
    r"(?P<one>[0-9])(?P=one){3,40}|(?P<some>[0-9]{2,3})(?P=some){2,20}|1234567?8?9?0?|asdf[a-z]{0,8}|qwert[a-z]{0,8}"
)
_LONGEST_TYPED = 60
_KEYS = frozenset(ascii_lowercase + digits)
_BEHIND = Pattern(rf"(?<=[{HAN}”）][。！])[0-9]{{3,4}}$")
_LONGEST_BEHIND = 6
# （40）米, （3.5）万元: brackets of a form that stayed round what was filled in. （1）米袋 is an ordinal.
_BRACKETED = Pattern(
    rf"(?<=[{HAN}])[（(][0-9]{{1,6}}(?:\.[0-9]{{1,3}})?[）)](?=(?:米|公里|千米|吨|元|万元|亩|平方米|立方米|公斤|千克|厘米|毫米"
    "|[%％])(?![粉袋面线旦]))",
    first="（(",
)
# More empty fields than these are those of a form; fewer brackets may be notes, and more figures those of a table.
_MOST_EMPTY, _FEWEST_BRACKETS, _MOST_TYPED = 2, 3, 2
# So long a text has pages, whose numbers stick to its sentences.
_PAGED = 20_000


def unfilled_fields(document: Document) -> Iterator[Finding]:
    """The places of DOC026 that are no placeholder: each with what it is and what stands there."""
    text = document.text
    empty = list(islice(_EMPTY.finditer(text), _MOST_EMPTY + 1))
    # One that is open to the end of its line is that of a form as well.
    in_form = any(text[match.end() : match.end() + 1] in ("", "\n") for match in empty)
    for match in empty if len(empty) <= _MOST_EMPTY and not in_form else ():
        label = _LABEL.search(text, max(0, match.start() - _LONGEST_LABEL), match.start())
        if label:
            yield Finding(label.start(), match.end(), {"found": label[0]}, "empty")
    for pattern in (_WORDS, _NUMBER):
        for match in pattern.finditer(text):
            yield Finding(*match.span("value"), {"found": match["value"], "label": match["label"]}, "field")
    typed = [*_typed_alone(document), *_typed_behind(document)]
    for start, end in typed if len(typed) <= _MOST_TYPED else ():
        yield Finding(start, end, {"found": text[start:end]}, "typed")
    bracketed = list(_BRACKETED.finditer(text))
    for match in bracketed if len(bracketed) >= _FEWEST_BRACKETS else ():
        yield Finding(*match.span(), {"found": match[0]}, "bracket")


def _typed_alone(document: Document) -> Iterator[tuple[int, int]]:
    """Lines of nothing but one key, or a few in turn."""
    text = document.text
    for line in document.paragraphs:
        bare = text[line.start : line.end].strip() if line.end - line.start <= _LONGEST_TYPED else ""
        if bare[-1:] in _KEYS and _TYPED.fullmatch(bare):
            start = text.index(bare, line.start)
            yield start, start + len(bare)


def _typed_behind(document: Document) -> Iterator[tuple[int, int]]:
    """Figures behind the full stop of a paragraph, where no others stand so, as numbers of pages would."""
    text = document.text
    if len(text) >= _PAGED:
        return
    ends = (line.end for line in document.paragraphs if text[line.end - 1] in digits)
    found = [match.span() for end in ends if (match := _BEHIND.search(text, max(0, end - _LONGEST_BEHIND), end))]
    if len(found) == 1:
        yield found[0]
