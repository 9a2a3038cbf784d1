"""Edits made in the runs themselves: what is new takes on the formatting of the run that it stands in."""

import copy
from collections.abc import Sequence

from lxml import etree

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.openings import touched
from lawcheck.reading.word.runs import cut, filling, set_text, text_element
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, w
from lawcheck.text.edits import Edit

# Of what a run holds: from where to where something else is to stand, and what.
_Change = tuple[int, int, str]


def replace(paragraph: WordParagraph, edits: Sequence[Edit]) -> None:
    """Makes the edits of a paragraph, which come in order, in its runs; each run is written once."""
    changes: dict[Element, list[_Change]] = {}
    for edit in edits:
        content = edit.content
        for start, end, element in touched(paragraph, edit):
            change = (max(edit.start - start, 0), min(edit.end, end) - start, content)
            changes.setdefault(element, []).append(change)
            content = ""
    for element, own in changes.items():
        if element.tag == w("t"):
            _rewrite(element, own)
        else:
            _change_sign(element, own)


def fill(paragraph: WordParagraph, text: str) -> None:
    """Writes a text into an empty paragraph."""
    paragraph.element.append(filling(paragraph, text))


def split(paragraph: WordParagraph, places: Sequence[int]) -> None:
    """Ends a paragraph at places, which come in order, as Enter does: those before them look like the old one."""
    old = paragraph.element
    properties = child(old, "pPr")
    pieces = cut(paragraph, set(places))
    ends = {piece.end: piece.last for piece in pieces}
    for place in places:
        new = etree.Element(w("p"))
        new.extend([] if properties is None else [copy.deepcopy(properties)])
        old.addprevious(new)
        moved: Element | None = None
        while moved is not ends[place]:
            moved = old[0] if properties is None else properties.getnext()
            assert moved is not None
            new.append(moved)


def _rewrite(element: Element, changes: Sequence[_Change]) -> None:
    """Changes a text."""
    text, at = element.text or "", 0
    pieces: list[str] = []
    for first, last, content in changes:
        pieces += [text[at:first], content]
        at = last
    if new := "".join([*pieces, text[at:]]):
        set_text(element, new)
    else:
        _remove(element)


def _change_sign(element: Element, changes: Sequence[_Change]) -> None:
    """Changes what stands for one character: a tab, a break."""
    for first, _, content in changes:
        if content and first:
            element.addnext(text_element("t", content))
        elif content:
            element.addprevious(text_element("t", content))
    if any(first < last for first, last, _ in changes):
        _remove(element)


def _remove(element: Element) -> None:
    """Takes a part out of its run, and the run away when nothing else was in it."""
    run = element.getparent()
    parent = run.getparent() if run is not None else None
    assert run is not None and parent is not None
    run.remove(element)
    if all(e.tag == w("rPr") for e in run):
        parent.remove(run)
