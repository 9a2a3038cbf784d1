"""Line ends in the middle of a sentence or word."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from lawcheck.text.layers.common_words import standing_together
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.line_markers import ORDINAL, SERIAL
from lawcheck.text.vocabulary.sentences import SENTENCE_END

KIND = "line-break"

_BREAK = Pattern(r"[ \t\u3000\xa0\n](?:(?<=\n)|[ \t\u3000\xa0]{0,3}\n)\s*")
_FINISHED = frozenset("。！？；：…”）》】〕!?;:)]>|")
_OPEN = frozenset("，、,（《“‘〈〔(")
_CANNOT_BEGIN = frozenset("，。、；：！？）》”’〉〕,;)")
_COMMA = Pattern(r"[，,]")
_MARKER = Pattern(rf"{ORDINAL}|{SERIAL}|[●△▲■◆]|——|附[ \u3000]?[件则表录注]|专栏|图\d|表\d|[#>*|+-] ")
_SPACE = " \t\u3000\xa0"
_SHORT = 30
_LIST_ITEM = 15
_HEADING = 45
# So many of the lines must be indented that one which is not means something.
_INDENTED = 0.7
# So many of the lines that begin with a marker must go on after a full stop that one which does not is cut off.
_RUN_IN = 0.8
_FEWEST = 4
_NEEDED = 2.5
# What it says that the document has the two characters side by side elsewhere, and that it has not.
_TOGETHER, _APART = 2.5, -0.5


def linebreak_cuts(view: View) -> list[Cut]:
    """Every line end (with the space around it) that parts a sentence."""
    text = view.text
    breaks = list(_BREAK.finditer(text))
    if not breaks:
        return []
    layout = _Layout(text, breaks)
    weights = {match: layout.weight(match) for match in _undecided(text, breaks)}
    # The document's own words decide where its layout does not.
    doubtful = {m: _pair(text, m) for m, weight in weights.items() if weight + _APART < _NEEDED <= weight + _TOGETHER}
    known = standing_together(text, doubtful.values())
    return [
        Cut(KIND, *match.span())
        for match, weight in weights.items()
        if weight + (_TOGETHER if doubtful.get(match) in known else _APART) >= _NEEDED
    ]


def _pair(text: str, match: re.Match[str]) -> str:
    """The characters on either side of a line end."""
    return text[match.start() - 1] + text[match.end()]


def _undecided(text: str, breaks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The single line ends between text that neither ends nor begins a paragraph by its looks."""
    for match in breaks:
        start, end = match.span()
        if start == 0 or end == len(text) or match[0].count("\n") > 1:
            continue
        if text[start - 1] in _FINISHED and text[end] not in _CANNOT_BEGIN:
            continue
        if not _MARKER.match(text, end):
            yield match


class _Layout:
    """How a text lays out its lines, and what that says of one line end: how much speaks for a parted sentence."""

    def __init__(self, text: str, breaks: list[re.Match[str]]) -> None:
        self._text = text
        self._indented = sum(m[0][-1] in _SPACE for m in breaks) >= _INDENTED * len(breaks)
        self._breaks = breaks

    @cached_property
    def _run_in(self) -> set[str]:
        """The forms of ordinals whose lines go on after the heading: （一）标题。正文."""
        marked: Counter[str] = Counter()
        stopped: Counter[str] = Counter()
        for this, following in pairwise(self._breaks):
            form = _form(self._text[this.end()])
            marked[form] += 1
            stopped[form] += bool(SENTENCE_END.search(self._text, this.end(), following.start()))
        return {f for f, n in marked.items() if f and n >= _FEWEST and stopped[f] >= _RUN_IN * n}

    def weight(self, match: re.Match[str]) -> float:
        """Positive for a sentence that goes on in the next line, by all but the document's own words."""
        start, end = match.span()
        last, first = self._text[start - 1], self._text[end]
        if first in _CANNOT_BEGIN:
            return 4.0
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start].lstrip(_SPACE)
        stop = self._text.find("\n", end)
        following = self._text[end : stop if stop >= 0 else len(self._text)]
        goes_on = bool(SENTENCE_END.search(following) or _COMMA.search(following))
        weight = self._of_line(line, last) + self._of_indent(match, goes_on)
        if not goes_on:
            weight -= 1.0
        return weight

    def _of_indent(self, match: re.Match[str], goes_on: bool) -> float:
        if not self._indented:
            return 0.0
        if match[0][-1] in _SPACE:
            return -4.0
        return 6.0 if goes_on else 2.5

    def _of_line(self, line: str, last: str) -> float:
        """What the line before says: a heading is short and has no stop, a sentence has commas or follows another."""
        weight = (3.0 if len(line) > _LIST_ITEM else -2.0) if last in _OPEN else 0.0
        if len(line) < _SHORT:
            weight -= 1.0
        if SENTENCE_END.search(line):
            return weight + 3.0
        if commas := len(_COMMA.compiled.findall(line)):
            return weight + (1.0 if len(line) <= _HEADING else 2.0 if commas == 1 else 3.0)
        if _MARKER.match(line):
            return weight + (4.0 if _form(line[0]) in self._run_in else -2.0)
        return weight


def _form(first: str) -> str:
    """Which ordinals a line may begin with that run into their text: in brackets, in figures, or none."""
    return "bracket" if first in "（(〔" else "figure" if first.isdecimal() else ""
