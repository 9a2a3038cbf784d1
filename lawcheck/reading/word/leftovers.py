"""What is left of the review of a document: tracked changes, comments, text that is hidden or white, highlights."""

from collections.abc import Iterator, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.content import FALLBACK
from lawcheck.reading.word.own_marks import OwnMarks
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import w
from lawcheck.text.layout import Leftover

_CHANGES = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")
_FORMAT_CHANGES = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange")
_KINDS = {
    **{w(name): "change" for name in (*_CHANGES, *_FORMAT_CHANGES)},
    w("commentReference"): "comment",
    w("vanish"): "hidden",
    w("highlight"): "highlight",
    w("color"): "white",
}
_COLOR, _WHITE = w("color"), "FFFFFF"
_SHADES = (w("shd"), w("highlight"))
# Where white text stands on something that is not: shaded cells, boxes, pages.
_ON_SHADE = (w("tc"), w("txbxContent"))
_RUN_KINDS = ("hidden", "highlight", "white")
_R, _BODY = w("r"), w("body")
_TEXTS = (w("t"), w("delText"), w("sym"))
_RANGE = w("commentRangeStart")
_ID, _VAL = w("id"), w("val")

Places = dict[Element, tuple[int, int]]


def read_leftovers(package: Package, paragraphs: Sequence[WordParagraph]) -> tuple[Leftover, ...]:
    """Every leftover of the body, the notes, headers and footers, in order; not what lawcheck wrote."""
    roots = list(dict.fromkeys(p.element.getroottree().getroot() for p in paragraphs))
    marked = [root for root in roots if _is_marked(root)]
    if not marked:
        return ()
    own = OwnMarks(package)
    places: Places = {element: (start, end) for p in paragraphs for start, end, element in p.runs}
    places |= {p.element: (p.body_start, p.body_start) for p in paragraphs}
    return tuple(_joined(one for root in marked for one in _in_part(root, places, own)))


def _is_marked(root: Element) -> bool:
    """Whether there may be any; nearly every document has colours, and few have white."""
    if next(root.iter(*(tag for tag in _KINDS if tag != _COLOR)), None) is not None:
        return True
    return any(color.get(_VAL) == _WHITE for color in root.iter(_COLOR))


def _in_part(root: Element, places: Places, own: OwnMarks) -> Iterator[Leftover]:
    """Those of one part. What shows no text stands after the text before it."""
    at = 0
    # Where something is that has many marks is looked up once.
    spans: dict[Element, tuple[int, int] | None] = {}
    commented: dict[str, int] = {}
    for element in root.iter():
        if element in places:
            at = places[element][1]
        elif element.tag == _RANGE:
            commented[element.get(_ID, "")] = at
        kind = _KINDS.get(element.tag)
        if kind is None or not _counts(element, kind) or _is_own(element, kind, own):
            continue
        holder = _holder(element)
        if holder not in spans:
            spans[holder] = _span(holder, places)
        start, end = spans[holder] or (at, at)
        if kind == "comment":
            start, end = min(commented.get(element.get(_ID, ""), at), at), at
        yield Leftover(kind, start, end)


def _span(holder: Element, places: Places) -> tuple[int, int] | None:
    """From the first to the last of the text inside."""
    inside = [places[element] for element in holder.iter() if element in places]
    return (inside[0][0], inside[-1][1]) if inside else None


def _counts(element: Element, kind: str) -> bool:
    """Whether it is really one: what alternatives repeat is none, nor hidden fields without a text."""
    if next(element.iterancestors(FALLBACK), None) is not None:
        return False
    if kind not in _RUN_KINDS:
        return True
    holder = _holder(element)
    if kind == "white" and (element.get(_VAL) != _WHITE or holder.tag != _R or _is_shaded(holder)):
        return False
    off = ("none",) if kind == "highlight" else ("0", "false", "off")
    return element.get(_VAL) not in off and holder.tag == _R and any(t.text for t in holder.iterchildren(*_TEXTS))


def _is_shaded(run: Element) -> bool:
    """Whether what is behind a run may be of another colour than the paper, as far as the run's surroundings tell."""
    if next(run.iterancestors(*_ON_SHADE), None) is not None:
        return True
    root = run.getroottree().getroot()
    if root.find(w("background")) is not None:
        return True
    around = [run.find(w("rPr")), *(parent.find(w("pPr")) for parent in run.iterancestors(w("p")))]
    return any(
        next(each.iter(*_SHADES, w("pStyle"), w("rStyle")), None) is not None for each in around if each is not None
    )


def _is_own(element: Element, kind: str, own: OwnMarks) -> bool:
    if kind == "comment":
        return own.has_comment(element.get(_ID, ""))
    return kind == "change" and own.has_change(element)


def _holder(element: Element) -> Element:
    """What a mark is about: itself with what is in it, or the run or paragraph whose property it is."""
    holder = element
    while (parent := holder.getparent()) is not None and parent.tag.endswith("Pr"):
        holder = parent
    return element if holder is element or parent is None or parent.tag == _BODY else parent


def _joined(found: Iterator[Leftover]) -> Iterator[Leftover]:
    """Adjacent highlights, or hidden or white texts, are one."""
    last: Leftover | None = None
    for one in found:
        if last and one.kind == last.kind and one.start == last.end and one.kind in _RUN_KINDS:
            last = Leftover(last.kind, last.start, one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
