"""Line ends in the middle of a sentence or word."""

import re
from collections.abc import Iterator

from lawcheck.layers.words import Pairs
from lawcheck.view import Cut, View

KIND = "line-break"

_BREAK = re.compile(r"(?:[ \t\u3000\xa0]{0,4})\n\s*")
_FINISHED = frozenset("。！？；：…”）》】〕!?;:)]>|")
_OPEN = frozenset("，、,（《“‘〈〔(")
_CANNOT_BEGIN = frozenset("，。、；：！？）》”’〉〕,;)")
_SENTENCE_END = re.compile(r"[。！？；]")
_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是.．]|[（(〔][一二三四五六七八九十\d－—-]{1,3}[）)〕]|\d{1,3}[ ]?[.．、,）)]"
    r"|第[零〇一二三四五六七八九十百千\d]{1,7}[编章节条部]|[①-⑳⑴-⒇●△▲■◆]"
    r"|——|附[ \u3000]?[件则表录注]|专栏|图\d|表\d|[#>*|+-] "
)
_SPACE = " \t\u3000\xa0"
_LONG = 30
_LIST_ITEM = 15
_INDENTED = 0.7
_WEIGHT_NEEDED = 2.5


def linebreak_cuts(view: View) -> list[Cut]:
    """Every line end (with the space around it) that parts a sentence."""
    text = view.text
    pairs = Pairs(text)
    breaks = list(_BREAK.finditer(text))
    indented = sum(m[0][-1] in _SPACE for m in breaks) >= _INDENTED * max(1, len(breaks))
    return [Cut(KIND, *m.span()) for m in _parting(text, breaks) if _weight(text, m, pairs, indented) >= _WEIGHT_NEEDED]


def _parting(text: str, breaks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The single line ends that stand between text which neither ends nor begins a paragraph by its looks."""
    for match in breaks:
        start, end = match.span()
        if start == 0 or end == len(text) or match[0].count("\n") > 1:
            continue
        if text[start - 1] in _FINISHED and text[end] not in _CANNOT_BEGIN:
            continue
        if not _MARKER.match(text, end):
            yield match


def _weight(text: str, match: re.Match[str], pairs: Pairs, indented: bool) -> float:
    """How much speaks for a line end that parts a sentence."""
    start, end = match.span()
    last, first = text[start - 1], text[end]
    if first in _CANNOT_BEGIN:
        return 4.0
    line_start = text.rfind("\n", 0, start) + 1
    line = text[line_start:start].lstrip(_SPACE)
    weight = (3.0 if len(line) > _LIST_ITEM else 1.0) if last in _OPEN else 0.0
    if indented:
        weight += -3.0 if match[0][-1] in _SPACE else 2.5
    if _SENTENCE_END.search(line):
        weight += 2.0
    elif len(line) < _LONG:
        weight -= 1.0
    if "，" in line or "," in line:
        weight += 0.5
    elif _MARKER.match(line):
        weight -= 2.0
    line_end = text.find("\n", end)
    following = text[end : line_end if line_end >= 0 else len(text)]
    if not _SENTENCE_END.search(following) and "，" not in following:
        weight -= 1.0
    weight += 2.0 if last + first in pairs else -0.5
    return weight
