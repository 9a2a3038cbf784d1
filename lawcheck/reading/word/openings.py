"""Where the runs of a Word document are open to an edit, and what of the edit has to be made."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise, takewhile
from operator import is_not

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.runs import TRACKED, is_plain, mixed, overlapping
from lawcheck.reading.word.walker import Run, WordParagraph
from lawcheck.reading.word.word_text import WordText
from lawcheck.reading.word.xml import child, w
from lawcheck.text.edits import Edit
from lawcheck.text.shared_start import shared_start

# Texts with breaks would need more than a run, and not every character may stand in XML.
_NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# An edit inside a change of somebody else, or in the result of a field, would be lost with it.
_CLOSED = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "fldSimple"))
# What goes with a run without being missed.
_NOT_SEEN = frozenset((w("rPr"), w("lastRenderedPageBreak")))
# What an empty paragraph may hold: its properties, and what is seen nowhere.
_LOOKS = frozenset((w("pPr"), w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")))
# What a second paragraph must not have too: a number, a section, a frame, a page to begin, a tracked change.
_ONCE = ("numPr", "sectPr", "framePr", "pageBreakBefore", "pPrChange")


class Places:
    """The places of one document where edits can be made; to be made anew once its XML has changed."""

    def __init__(self, text: WordText) -> None:
        self._text = text
        self._in_fields: dict[Element, set[Element]] = {}
        self._mixed: dict[Element, set[Element]] = {}

    def paragraph(self, edit: Edit) -> WordParagraph | None:
        """The paragraph where an edit of text can be made: all of it in runs that are open to one."""
        paragraph = self._text.paragraph_at(edit.start)
        if paragraph is None or _NO_TEXT.search(edit.content):
            return None
        if edit.start < paragraph.body_start or edit.end > paragraph.end:
            return None
        runs = touched(paragraph, edit)
        held = sum(min(end, edit.end) - max(start, edit.start) for start, end, _ in runs)
        whole = bool(runs) and held == edit.end - edit.start and not _holds_more(runs)
        return paragraph if whole and all(self._is_open(run, paragraph) for run in runs) else None

    def empty(self, edit: Edit) -> WordParagraph | None:
        """The paragraph with nothing in it, as in the empty cell of a table, that an edit writes into."""
        paragraph = self._text.paragraph_at(edit.start)
        if paragraph is None or not edit.content or _NO_TEXT.search(edit.content):
            return None
        # No field begins or ends in it, and nobody has taken anything out of it.
        is_bare = all(inner.tag in _LOOKS or _says_nothing(inner) for inner in paragraph.element)
        at = paragraph.start, paragraph.end
        return paragraph if is_bare and at == (edit.start, edit.end) else None

    def split(self, edit: Edit) -> WordParagraph | None:
        """The paragraph that an edit parts in two, when each can have all that the whole has."""
        if edit.content != "\n" or edit.start < edit.end:
            return None
        paragraph = self._text.paragraph_at(edit.start)
        if paragraph is None or not paragraph.start == paragraph.body_start < edit.start < paragraph.end:
            return None
        properties = child(paragraph.element, "pPr")
        mark = child(properties, "rPr")
        tracked = mark is not None and any(e.tag in TRACKED for e in mark)
        if tracked or any(child(properties, name) is not None for name in _ONCE):
            return None
        before, behind = (overlapping(paragraph.runs, at, at + 1)[0] for at in (edit.start - 1, edit.start))
        return paragraph if all(self._is_open(run, paragraph, directly=True) for run in (before, behind)) else None

    def _is_open(self, run: Run, paragraph: WordParagraph, directly: bool = False) -> bool:
        """Whether a run can be changed; `directly`, whether nothing else stands around it in the paragraph."""
        if paragraph.element not in self._mixed:
            self._mixed[paragraph.element] = mixed(paragraph)
        if not is_plain(run, paragraph) or run[2].getparent() in self._mixed[paragraph.element]:
            return False
        around = list(takewhile(lambda parent: parent is not paragraph.element, run[2].iterancestors()))
        if any(parent.tag in _CLOSED for parent in around) or (directly and len(around) > 1):
            return False
        root = paragraph.element.getroottree().getroot()
        if root not in self._in_fields:
            self._in_fields[root] = _runs_in_fields(root)
        return run[2].getparent() not in self._in_fields[root]


def _says_nothing(run: Element) -> bool:
    """Whether it is a run without a text."""
    return run.tag == w("r") and all(e.tag == w("rPr") or (e.tag == w("t") and not e.text) for e in run)


def touched(paragraph: WordParagraph, edit: Edit) -> Sequence[Run]:
    """The runs that an edit changes, or beside which it inserts: before the place rather than after it."""
    if edit.start < edit.end:
        return overlapping(paragraph.runs, edit.start, edit.end)
    before = overlapping(paragraph.runs, edit.start - 1, edit.start)
    return before or overlapping(paragraph.runs, edit.start, edit.start + 1)


def narrowed(text: str, paragraph: WordParagraph, edit: Edit) -> Edit:
    """An edit without what it leaves as it is where its runs differ: that is to keep its formatting."""
    old = text[edit.start : edit.end]
    if len(overlapping(paragraph.runs, edit.start, edit.end)) < 2 or old == edit.content:
        return edit
    head = shared_start(old, edit.content)
    tail = shared_start(old[head:][::-1], edit.content[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, edit.content[head : len(edit.content) - tail])


def _holds_more(runs: Sequence[Run]) -> bool:
    """Whether there is something between characters that would be deleted with their runs: the sign of a note."""
    for (_, _, first), (_, _, second) in pairwise(runs):
        between = list(takewhile(partial(is_not, second), first.itersiblings()))
        if first.getparent() is not second.getparent():
            between += second.itersiblings(preceding=True)
        if any(element.tag not in _NOT_SEEN for element in between):
            return True
    return False


def _runs_in_fields(root: Element) -> set[Element]:
    """The runs between the beginning and the end of fields."""
    found: set[Element] = set()
    depth = 0
    for element in root.iter(w("r"), w("fldChar")):
        if element.tag == w("r"):
            if depth:
                found.add(element)
        elif element.get(w("fldCharType")) == "begin":
            depth += 1
        elif element.get(w("fldCharType")) == "end":
            depth = max(0, depth - 1)
    return found
