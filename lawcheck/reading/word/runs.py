"""Cuts the runs of a paragraph where something is to begin or end; what is seen stays the same."""

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lxml import etree

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.walker import Run, WordParagraph
from lawcheck.reading.word.xml import child, w
from lawcheck.records import dataclass

# Tracked changes of the mark of a paragraph, which are not those of its text.
TRACKED = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOSTS = frozenset((w("r"), _MATHS, _ALTERNATIVES))


@dataclass(slots=True)
class RunPiece:
    """Characters that stand in one run, and the elements that marks around them go before and after.

    What cannot be cut (a formula, ruby, alternatives) is one piece.
    """

    start: int
    end: int
    first: Element
    last: Element


def is_plain(run: Run, paragraph: WordParagraph) -> bool:
    """Whether a span of text stands immediately in a run that can be cut."""
    host = _host(run[2], paragraph.element)
    return host.tag == w("r") and run[2].getparent() is host


def mixed(paragraph: WordParagraph) -> set[Element]:
    """The runs that hold something which cannot be cut beside text that could be."""
    return {_host(run[2], paragraph.element) for run in paragraph.runs if not is_plain(run, paragraph)}


def overlapping(runs: Sequence[Run], start: int, end: int) -> Sequence[Run]:
    """The runs of a paragraph that hold characters of a span."""
    first = bisect_right(runs, start, key=lambda run: run[1])
    return runs[first : bisect_left(runs, end, lo=first, key=lambda run: run[0])]


def touching(pieces: Sequence[RunPiece], start: int, end: int) -> Sequence[RunPiece]:
    """The pieces that hold characters of a span."""
    first = bisect_right(pieces, start, key=lambda piece: piece.end)
    return pieces[first : bisect_left(pieces, end, lo=first, key=lambda piece: piece.start)]


def cut(paragraph: WordParagraph, places: set[int]) -> list[RunPiece]:
    """The pieces of a paragraph after its runs are cut at these offsets; to be called once for each paragraph."""
    pieces: list[RunPiece] = []
    ordered = sorted(places)
    for host, group in groupby(paragraph.runs, key=lambda run: _host(run[2], paragraph.element)):
        runs = list(group)
        inner = ordered[bisect_left(ordered, runs[0][0]) : bisect_right(ordered, runs[-1][1])]
        if inner and all(is_plain(run, paragraph) for run in runs):
            pieces += _cut_run(host, runs, inner)
        else:
            pieces.append(RunPiece(runs[0][0], runs[-1][1], host, host))
    return pieces


def text_element(name: str, text: str) -> Element:
    """A `w:t` or `w:delText` that keeps its spaces."""
    element = etree.Element(w(name))
    set_text(element, text)
    return element


def filling(paragraph: WordParagraph, text: str) -> Element:
    """A run for an empty paragraph: like the one that waits in it, or as what is typed behind its mark."""
    waiting = child(paragraph.element, "r")
    run = like(waiting) if waiting is not None else etree.Element(w("r"))
    properties = child(paragraph.element, "pPr")
    mark = None if properties is None else child(properties, "rPr")
    if waiting is None and mark is not None:
        run.append(copy.deepcopy(mark))
        for tracked in [each for each in run[0] if each.tag in TRACKED]:
            run[0].remove(tracked)
    run.append(text_element("t", text))
    return run


def set_text(element: Element, text: str) -> None:
    """Gives an element a text that keeps its spaces."""
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def like(run: Element) -> Element:
    """An empty run with the attributes and properties of another."""
    new = etree.Element(run.tag, _attributes(run))
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
        new[0].tail = None
    return new


def _host(element: Element, paragraph: Element) -> Element:
    """What stands among the runs of the paragraph and holds an element: nearly always its run."""
    host = element
    for parent in element.iterancestors():
        if parent is paragraph:
            break
        if parent.tag in _HOSTS:
            host = parent
    return host


def _cut_run(host: Element, runs: list[Run], places: list[int]) -> list[RunPiece]:
    """Divides what a run holds among itself and new runs after it."""
    pieces: list[RunPiece] = []
    current = host
    holds = False
    begins = runs[0][0]
    for start, end, element in list(_contents(host, runs)):
        index = bisect_left(places, start)
        if holds and index < len(places) and places[index] == start:
            pieces.append(RunPiece(begins, start, current, current))
            current, begins = _next(host, current), start
        inner = places[bisect_right(places, start) : bisect_left(places, end)]
        if current is not host:
            current.append(element)
        for place, rest in zip(inner, _cut_text(element, start, inner), strict=True):
            pieces.append(RunPiece(begins, place, current, current))
            current, begins = _next(host, current), place
            current.append(rest)
        holds = True
    pieces.append(RunPiece(begins, runs[-1][1], current, current))
    return [piece for piece in pieces if piece.start < piece.end]


def _contents(host: Element, runs: list[Run]) -> Iterator[Run]:
    """What a run holds, with the spans of it; what is not seen has an empty one."""
    spans = {element: (start, end) for start, end, element in runs}
    at = runs[0][0]
    for element in host:
        if element.tag != w("rPr"):
            start, at = spans.get(element, (at, at))
            yield start, at, element


def _next(host: Element, current: Element) -> Element:
    new = like(host)
    current.addnext(new)
    return new


def _cut_text(element: Element, start: int, places: list[int]) -> list[Element]:
    """Leaves an element its text up to the first place; the rest in elements of their own."""
    if not places:
        return []
    text = element.text or ""
    bounds = [place - start for place in places] + [len(text)]
    rest = []
    for begin, end in pairwise(bounds):
        new = etree.Element(element.tag, _attributes(element))
        set_text(new, text[begin:end])
        rest.append(new)
    set_text(element, text[: bounds[0]])
    return rest


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}
