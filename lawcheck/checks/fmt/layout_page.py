"""FMT: paper, margins and page numbers."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from lawcheck.checks.fmt.layout_parts import alignment_name, gathered, in_both, official_layout
from lawcheck.errors import Words, joined
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.house_style import HouseStyle
from lawcheck.text.layout import Layout, PageNumber, Section
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.typography import face, is_font, size_words

_WIDTH, _HEIGHT = 210.0, 297.0
# Letters, orders and minutes have forms of their own.
_OWN_FORM = Pattern("(?:函|令|纪要)$")
_DASHED = Pattern("[—―─－][^—―─－]*[—―─－]")
# Twips and hundredths of an inch do not hit millimetres.
_ROUNDING = 0.05
_SIZE = 14.0
_FONT = "宋体"
# More than this does not fit on one page, and only then pages have to be counted.
_ONE_PAGE = 22 * 28
_PLACES = {"default": ("right", "outside"), "even": ("left", "outside")}


def _layout(document: Document) -> Layout | None:
    """The layout of a document that has to have that of the standard."""
    title = document.title
    return None if title and _OWN_FORM.search(title.text) else official_layout(document)


def page_setup(document: Document, *, tolerance: float) -> Iterator[Finding]:
    """FMT001: sections on other paper than A4, or with other margins; those on their side are left alone."""
    layout = _layout(document)
    if layout is None:
        return
    house = document.settings.layout
    places: dict[tuple[str, tuple[tuple[str, object], ...]], list[tuple[int, int]]] = {}
    for section in layout.sections:
        fault = None if section.landscape else _fault(section, house, tolerance)
        if fault:
            variant, values = fault
            places.setdefault((variant, tuple(values.items())), []).append(_first_text(layout, section))
    for (variant, items), spans in places.items():
        yield gathered(spans, dict(items), variant)


def _fault(section: Section, house: HouseStyle, tolerance: float) -> tuple[str, dict[str, object]] | None:
    slack = tolerance + _ROUNDING
    width, height = section.width, section.height
    top, bottom, left, right = section.top, section.bottom, section.left, section.right
    if width is None or height is None:
        return None
    if abs(width - _WIDTH) > slack or abs(height - _HEIGHT) > slack:
        return "paper", {"width": round(width), "height": round(height)}
    if top is None or bottom is None or left is None or right is None:
        return None
    wanted = (house.margin_top, house.margin_bottom, house.margin_left, house.margin_right)
    # Of the text area each of the two margins may be off.
    near = abs(top - wanted[0]) <= slack and abs(left - wanted[2]) <= slack
    tall = abs(top + bottom - wanted[0] - wanted[1]) <= 2 * slack
    wide = abs(left + right - wanted[2] - wanted[3]) <= 2 * slack
    if near and tall and wide:
        return None
    names = ("top", "bottom", "left", "right")
    values: dict[str, object] = {
        name: f"{one:.1f}" for name, one in zip(names, (top, bottom, left, right), strict=True)
    }
    values["tolerance"] = f"{tolerance:g}"
    return "default", values | {f"wanted_{name}": f"{one:g}" for name, one in zip(names, wanted, strict=True)}


def _first_text(layout: Layout, section: Section) -> tuple[int, int]:
    """The first paragraph of a section that has a text, where people look for it."""
    index = bisect_left(layout.paragraphs, section.start, key=lambda p: p.start)
    here = takewhile(lambda p: p.end <= section.end, islice(layout.paragraphs, index, None))
    return next(((p.start, p.end) for p in here), (section.start, section.start))


def page_number(document: Document) -> Iterator[Finding]:
    """FMT007: page numbers that are missing, or look or stand otherwise than they should."""
    layout = _layout(document)
    if layout is None or not layout.sections:
        return
    numbers = dict.fromkeys(number for section in layout.sections for number in section.page_numbers)
    if not numbers:
        if document.view.body_end > _ONE_PAGE:
            yield gathered([_first_text(layout, layout.sections[0])], {}, "missing")
        return
    house = document.settings.layout
    two_sided = any(number.pages == "even" for number in numbers)
    places: dict[Words, list[tuple[int, int]]] = {}
    for number in numbers:
        text = document.view.source_text[number.start : number.end].strip()
        if number.pages != "first" and not _is_right(number, text, house, two_sided):
            places.setdefault(_name(number, text), []).append((number.start, number.end))
    variant = "center" if house.page_number == "center" else "default"
    for name, spans in places.items():
        yield gathered(spans, in_both(found=name), variant)


def _is_right(number: PageNumber, text: str, house: HouseStyle, two_sided: bool) -> bool:
    font = number.format.latin.value
    looks = _DASHED.fullmatch(text) and number.format.size.value == _SIZE and (not font or is_font(font, _FONT))
    places = ("center",) if house.page_number == "center" else _PLACES[number.pages]
    # Without pages for the left, all of them have it on the right.
    stands = number.alignment in places and (
        two_sided or house.page_number == "center" or number.alignment == "outside"
    )
    return bool(looks) and (stands or not number.alignment)


def _name(number: PageNumber, text: str) -> Words:
    font = number.format.latin.value
    quoted = Words(f"“{text}”", f'"{text}"')
    looks = (face(font) or font) + size_words(number.format.size.value)
    parts = (quoted if text else None, looks, alignment_name(number.alignment) if number.alignment else None)
    return joined(Words("，", ", "), filter(None, parts))
