"""One form of address, mask or title among others in a text: 你好 for 您好, x女士 for X女士, a name without 同志."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

_POLITE = "您好"
_PLAIN = Pattern("(?P<found>你)好(?=[，,。！!])", needs=("你好",))
# Children and friends are not addressed with 您; 《你好，示例》 and 你好！示例 are names.
_NOT_TO_GUESTS = Pattern("同学|朋友|孩子|宝宝|学生|弟|妹|《[^》]*$|开展“$|大家$")
_NAMED = Pattern("你好[！!，,][^。，”]{0,8}[”》]")
_FEWEST = 2
_NEAR = 10

_MASK = Pattern(
    r"(?<![A-Za-z0-9*×Ｘ])(?P<mask>X{1,3}|x{1,3}|×{1,3}|\*{1,3}|＊{1,3}|Ｘ{1,3})(?=先生|女士|同志|同学|老师|车站|站|局|处|单位)",
    first="Xx×*＊Ｘ",
)
_USUAL = 3
_MOST_STRAY = 2

# Where a name of two characters ends nobody knows that stands before its office: 免去王某书记职务.
_NAME = f"(?:[X×]{{2,3}}|[{SURNAMES}]?某某|[{SURNAMES}][{HAN}]{{1,2}}?)(?![{HAN}]?同志)"
_POST = f"(?:书记|委员|{HOLDERS}|部长|组长|科长|处长|秘书长|干事)"
_TITLED = Pattern(f"(?:[X×]{{2,3}}|[{HAN}]{{2,3}})同志(?:为|任|担任|兼任|[{HAN}]{{0,12}}职务)", needs=("同志",))
_UNTITLED = Pattern(
    f"(?:(?<=任命)|(?<=增补)|(?<=聘任)|(?<=推荐)|(?<=提名)|(?<=补选)|(?<=[，；、]))(?P<named>{_NAME})"
    f"(?=(?:为|任|担任|兼任)[{HAN}]{{0,14}}{_POST})|(?<=免去)(?P<removed>{_NAME})(?=(?:(?!同志)[{HAN}]){{0,14}}{_POST}职务)"
)


def mixed_greeting(document: Document) -> Iterator[Finding]:
    """TRM013: 你好 where everybody else is greeted with 您好."""
    text = document.text
    if text.count(_POLITE) < _FEWEST:
        return
    for match in _PLAIN.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if not _NOT_TO_GUESTS.search(before) and not _NAMED.match(text, match.start()):
            yield Finding(match.start(), match.start() + len(_POLITE), edits=(Edit(*match.span("found"), "您"),))


def mixed_mask(document: Document) -> Iterator[Finding]:
    """TRM014: x女士 or **车站 where the text has X女士, XX车站 everywhere else."""
    forms: dict[str, list[re.Match[str]]] = {}
    for match in _MASK.finditer(document.text):
        forms.setdefault(match["mask"][0], []).append(match)
    if len(forms) < _FEWEST:
        return
    usual = max(forms, key=lambda form: len(forms[form]))
    if len(forms[usual]) < _USUAL:
        return
    first = forms[usual][0].span("mask")
    for form, places in forms.items():
        for match in places if form != usual and len(places) <= _MOST_STRAY else ():
            right = usual * len(match["mask"])
            yield Finding(
                *match.span("mask"),
                {"found": match["mask"], "usual": usual},
                edits=(Edit(*match.span("mask"), right),),
                related=((*first, "related"),),
            )


def comrade_left_out(document: Document) -> Iterator[Finding]:
    """TRM015: one of those who are appointed or removed is named without 同志, and all others with it."""
    text = document.text
    titled = list(_TITLED.finditer(text))
    if len(titled) < _FEWEST:
        return
    bare: Sequence[re.Match[str]] = list(_UNTITLED.finditer(text))
    if len(bare) < len(titled):
        for match in bare:
            yield Finding(*match.span(), {"name": match[0]})
