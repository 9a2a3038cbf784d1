"""What sets an ordinal apart from its neighbours in looks alone: a point of another width, a blank (STR015, STR016)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han

_POINTED = Pattern("(?<![.．])[.．]$")
_BLANKS = " \u3000\xa0"
# 2、  女子  甲组: what is set in columns by blanks has them behind its ordinal too.
_COLUMNS = Pattern(r"[^ \u3000\xa0\t\n](?:[ \u3000\xa0]{2}|\t)[ \u3000\xa0\t]{0,40}[^ \u3000\xa0\t\n]")
_LINE = 80
_LEVELS = frozenset({"section", "subsection", "clause", "item", "subitem"})
_NOTED = Pattern(r"[0-9]{1,2}[.．、](?=[ \u3000\xa0]{0,4}$)")
_NOTED_REACH = 8
_FEWEST = 3
# So much more often a document writes its ordinals one way before that way is its own.
_CLEARLY = 3


@dataclass(frozen=True, slots=True)
class _Ordinal:
    """An ordinal without the blanks behind it, and where those end."""

    level: str
    start: int
    end: int
    blank_end: int


def ordinal_width(document: Document) -> Iterator[Finding]:
    """STR015: a point after an ordinal that is wider or narrower than those of its list: 1. 2. 3．"""
    text = document.text
    for siblings in _lists(document):
        # Of two points behind one number each is wrong (STR022).
        pointed = [o for o in siblings if o.level == "item" and _POINTED.search(text, o.end - 2, o.end)]
        counted = Counter(text[ordinal.end - 1] for ordinal in pointed)
        if len(counted) < 2 or len(set(counted.values())) < 2:
            continue
        usual = max(counted, key=counted.__getitem__)
        for ordinal in pointed:
            at = ordinal.end - 1
            if text[at] != usual:
                values = {"marker": text[ordinal.start : ordinal.end], "usual": usual}
                yield Finding(ordinal.start, ordinal.end, values, edits=(Edit(at, at + 1, usual),))


def blank_after_ordinal(document: Document) -> Iterator[Finding]:
    """STR016: a blank after some ordinals of a list and none after the others."""
    # In markup the blank belongs to the mark of a list.
    if document.format.read_markup:
        return
    text = document.text
    lists = [[one for one in siblings if not _is_in_columns(text, one)] for siblings in _lists(document)]
    usual = _usual([ordinal for siblings in lists for ordinal in siblings])
    for siblings in lists:
        set_off = sum(ordinal.end < ordinal.blank_end for ordinal in siblings)
        if len(siblings) < _FEWEST or set_off in (0, len(siblings)):
            continue
        # What the whole document does decides; else what most of the list does.
        wanted = usual.get(siblings[0].level)
        if wanted is None and 2 * set_off == len(siblings):
            continue
        with_blank = 2 * set_off > len(siblings) if wanted is None else wanted
        for ordinal in siblings:
            values = {"marker": text[ordinal.start : ordinal.end]}
            start, end = ordinal.end, ordinal.blank_end
            # A blank before a letter or a figure keeps the two apart: 2. 5G网络.
            if not is_han(text[end : end + 1]) or (start < end) is with_blank:
                continue
            if with_blank:
                yield Finding(ordinal.start, end, values, "missing", edits=(Edit(end, end, " "),))
            else:
                # Between a bare figure and its text the blank stands for a point that was lost: 7 安装设施.
                edits = () if text[start - 1].isdecimal() else (Edit(start, end, ""),)
                yield Finding(start, end, values, edits=edits)


def _is_in_columns(text: str, ordinal: _Ordinal) -> bool:
    """Whether the line of an ordinal that blanks set off has other gaps."""
    if ordinal.end == ordinal.blank_end:
        return False
    stop = text.find("\n", ordinal.blank_end, ordinal.blank_end + _LINE)
    return _COLUMNS.search(text, ordinal.blank_end, stop if stop >= 0 else ordinal.blank_end + _LINE) is not None


def _usual(ordinals: Sequence[_Ordinal]) -> dict[str, bool]:
    """For each level whether its ordinals have a blank behind them, where most clearly have one or have none."""
    counted = Counter((ordinal.level, ordinal.end < ordinal.blank_end) for ordinal in ordinals)
    found = {}
    for level in _LEVELS:
        with_blank, without = counted[level, True], counted[level, False]
        if max(with_blank, without) >= _CLEARLY * min(with_blank, without):
            found[level] = with_blank > without
    return found


def _lists(document: Document) -> Iterator[list[_Ordinal]]:
    """The typed ordinals of one level below one node that begin lines of text, and those of notes on annexes."""
    automatic = {document.view.view_offset(start) for start, _ in document.view.labels}
    for children in document.families:
        lists: dict[str, list[_Ordinal]] = {}
        for child in children:
            if child.level not in _LEVELS or child.inferred or child.start in automatic:
                continue
            if at_line_start(document, child) and not document.is_in_cell(child.start):
                end = child.start + len(child.marker.rstrip())
                lists.setdefault(child.level, []).append(_ordinal(document.text, child.level, child.start, end))
        yield from (siblings for siblings in lists.values() if len(siblings) > 1)
    for text in document.frame.texts:
        if text.note:
            noted = []
            for name in text.note.names:
                if before := _NOTED.search(document.text, max(0, name.start - _NOTED_REACH), name.start):
                    noted.append(_ordinal(document.text, "item", *before.span()))
            yield noted


def _ordinal(text: str, level: str, start: int, end: int) -> _Ordinal:
    blank_end = end
    while blank_end < len(text) and text[blank_end] in _BLANKS:
        blank_end += 1
    return _Ordinal(level, start, end, blank_end)
